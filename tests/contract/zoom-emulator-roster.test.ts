import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Registrant, RegistrantStatus } from '../../emulators/zoom/registrant.ts';
import { createRoster, type Roster } from '../../emulators/zoom/roster.ts';

const statuses: readonly RegistrantStatus[] = ['approved', 'pending', 'denied'];
const occurrences = ['first', 'second'];
const sources = ['ad', 'newsletter'];

const status = fc.constantFrom(...statuses);
const occurrence = fc.constantFrom(...occurrences);
const person = fc.nat({ max: 7 });

type Step = (roster: Roster) => void;
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(person, status, fc.option(fc.constantFrom(...sources)), fc.subarray(occurrences))
    .map(([number, newStatus, trackingSourceId, occurrenceIds]): Step => (roster) => {
      const email = `p${number}@guest.example`;
      if (roster.byEmail(email) === undefined)
        roster.add(aRegistrant(roster, email, newStatus, trackingSourceId, occurrenceIds));
    }),
  person.map((number): Step => onPerson(number, (roster, found) => roster.remove(found))),
  fc
    .tuple(person, status, fc.option(occurrence))
    .map(([number, newStatus, id]): Step =>
      onPerson(number, (roster, found) => roster.setStatus(found, newStatus, id)),
    ),
  fc
    .tuple(person, occurrence, fc.option(status))
    .map(([number, id, newStatus]): Step =>
      onPerson(number, (roster, found) => roster.setOccurrence(found, id, newStatus)),
    ),
);

const onPerson =
  (number: number, change: (roster: Roster, found: Registrant) => void): Step =>
  (roster) => {
    const found = roster.byEmail(`P${number}@guest.example`);
    if (found !== undefined) change(roster, found);
  };

const aRegistrant = (
  roster: Roster,
  email: string,
  newStatus: RegistrantStatus,
  trackingSourceId: string | null,
  occurrenceIds: readonly string[],
): Registrant => {
  const sequence = roster.nextSequence();
  return {
    sequence,
    id: `id ${sequence}`,
    email,
    fields: {},
    createTime: '2026-11-01T00:00:00Z',
    joinUrl: '',
    language: 'en-US',
    trackingSourceId,
    status: newStatus,
    statusByOccurrence: new Map(occurrenceIds.map((id) => [id, newStatus])),
  };
};

/** What a list must hold, found by walking over everybody. */
const walk = (roster: Roster, wanted: RegistrantStatus, occurrenceId: string | null, trackingSourceId: string | null) =>
  [...roster.all()]
    .filter((each) => (occurrenceId === null ? each.status : each.statusByOccurrence.get(occurrenceId)) === wanted)
    .filter((each) => trackingSourceId === null || each.trackingSourceId === trackingSourceId)
    .sort((left, right) => left.sequence - right.sequence)
    .map(({ id }) => id);

describe('the roster', () => {
  it('keeps every list as a walk over all registrants would find it, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 40 }), (history) => {
        const roster = createRoster();
        for (const step of history) step(roster);

        for (const wanted of statuses) {
          for (const occurrenceId of [null, ...occurrences]) {
            for (const trackingSourceId of [null, ...sources]) {
              const listed = roster.list({ status: wanted, occurrenceId, trackingSourceId }).map(({ id }) => id);
              expect(listed).toEqual(walk(roster, wanted, occurrenceId, trackingSourceId));
            }
          }
        }
      }),
      { seed: 20_261_120 },
    );
  });

  it('shows the strongest status of the occurrences as the status of the whole', () => {
    const roster = createRoster();
    const registrant = aRegistrant(roster, 'a@guest.example', 'approved', null, occurrences);
    roster.add(registrant);

    roster.setStatus(registrant, 'denied', 'first');
    const afterOne = registrant.status;
    roster.setStatus(registrant, 'pending', 'second');

    expect([afterOne, registrant.status]).toEqual(['approved', 'pending']);
  });
});
