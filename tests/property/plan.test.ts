import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyHistory } from '../../src/app/app.functions/contact-history/contact-history.ts';
import { findNextWebinar } from '../../src/app/app.functions/contact-history/next-webinar.ts';
import { parseHistory } from '../../src/app/app.functions/contact-history/history-text.ts';
import type { Person } from '../../src/app/app.functions/domain/person.ts';
import { toExternalEventId, type WebinarFacts } from '../../src/app/app.functions/sync/facts.ts';
import type { HeldSession } from '../../src/app/app.functions/sync/held-sessions.ts';
import {
  plannedContactProperties,
  planPerson,
  planVanished,
  type PersonPlan,
} from '../../src/app/app.functions/sync/plan.ts';
import type { AttendanceEntry, StoredContact } from '../../src/app/app.functions/sync/ports.ts';
import { appliedContact } from '../support/applied-contact.ts';
import { attendanceOf, deepFreeze, foreignContact, personIn, planned, settings } from '../support/arbitraries.ts';
import { aHeldSession, aStoredContact, dayMs, endsAt, someFacts, startsAt } from '../support/builders.ts';
import { createMemoryAccount } from '../support/memory-account.ts';

const ownProperties = new Set(plannedContactProperties.filter((name) => name.startsWith('zwh_')));
const names = new Set(['firstname', 'lastname']);

describe('B13: a plan', () => {
  it('has nothing to change when it has been applied, and repeats the same entries and events', () => {
    fc.assert(
      fc.property(planned, foreignContact, ({ person, facts }, contact) => {
        const first = planPerson(person, contact, facts);
        const again = planPerson(person, appliedContact(contact, first), facts);

        expect(again).toEqual({ ...first, properties: {} });
      }),
      settings,
    );
  });

  it('has nothing to change after other webinars of the contact were written', () => {
    fc.assert(
      fc.property(planned, planned, foreignContact, (one, other, contact) => {
        fc.pre(one.facts.webinarId !== other.facts.webinarId || one.facts.accountId !== other.facts.accountId);
        // Names are the person's, and the newest registration's; that is another law.
        const write = (current: StoredContact | null, { person, facts }: typeof one): StoredContact =>
          appliedContact(current, planPerson({ ...person, firstName: '', lastName: '' }, current, facts));

        // One moment: what is to come at another may be something else.
        const sameTime = { ...other, facts: { ...other.facts, now: one.facts.now } };

        const both = write(write(contact, one), sameTime);

        expect(write(both, one)).toEqual(both);
      }),
      settings,
    );
  });

  it('touches no property but ours, and a name only when there is none or it is ours', () => {
    fc.assert(
      fc.property(planned, foreignContact, ({ person, facts }, contact) => {
        for (const [name, value] of Object.entries(planPerson(person, contact, facts).properties)) {
          if (names.has(name)) expect(contact?.properties[name] ?? '').toBe('');
          else expect(ownProperties).toContain(name);
          expect(value).not.toBe(contact?.properties[name] ?? '');
        }
      }),
      settings,
    );
  });

  it('changes nothing that it was given, and is the same each time', () => {
    fc.assert(
      fc.property(planned, foreignContact, ({ person, facts }, contact) => {
        deepFreeze([person, facts, contact]);

        expect(planPerson(person, contact, facts)).toEqual(planPerson(person, contact, facts));
      }),
      settings,
    );
  });

  it('has attendance that HubSpot takes, after the registration', () => {
    fc.assert(
      fc.property(planned, ({ person, facts }) => {
        const { attendance } = planPerson(person, null, facts);

        for (const { sessionKey, state, interactionAt, joinedAt, leftAt } of attendance) {
          const earlier = attendance.find((entry) => entry.sessionKey === sessionKey && entry.state !== 'attend');
          expect(Number.isSafeInteger(interactionAt)).toBe(true);
          if (state !== 'attend') continue;
          expect(leftAt).toBeGreaterThan(joinedAt ?? Number.POSITIVE_INFINITY);
          expect(interactionAt).toBeGreaterThan(earlier?.interactionAt ?? 0);
        }
      }),
      settings,
    );
  });
});

/** What Zoom says at one time of one person, as a run finds it. */
interface Reading {
  /** Null when the person is not listed at all. */
  readonly person: Person | null;
  readonly facts: WebinarFacts;
}

const sessions: readonly HeldSession[] = [0, 1].map((week) =>
  aHeldSession({
    key: `week-${week}`,
    startedAt: startsAt + week * 7 * dayMs,
    endedAt: endsAt + week * 7 * dayMs,
  }),
);

/**
 * Registrations come and go as they like, lists may not be whole, reports may not be final and may be corrected; but
 * whoever has attended has attended.
 */
const readings: fc.Arbitrary<readonly Reading[]> = fc
  .record({
    hasAttended: fc.tuple(fc.boolean(), fc.boolean()),
    steps: fc.array(
      fc.record({
        person: fc.option(personIn(sessions, fc.constant('jill@example.com')), { nil: null, freq: 4 }),
        attendance: fc.tuple(...sessions.map(attendanceOf)),
        areFinal: fc.tuple(fc.boolean(), fc.boolean()),
        mayBelieveAbsence: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ hasAttended, steps }) =>
    steps.map(({ person, attendance, areFinal, mayBelieveAbsence }): Reading => {
      const held = sessions.map((session, index) => ({ ...session, isFinal: areFinal[index] === true }));
      const parts = held.flatMap(({ key, isFinal }, index) => {
        const registration = person?.sessions.find(({ sessionKey }) => sessionKey === key)?.registration ?? null;
        const attended = isFinal && hasAttended[index] === true ? (attendance[index] ?? null) : null;
        return registration === null && attended === null
          ? []
          : [{ sessionKey: key, registration, attendance: attended }];
      });
      return {
        person: person === null ? null : { ...person, sessions: parts },
        facts: someFacts({ sessions: held, mayBelieveAbsence }),
      };
    }),
  );

/** What a run does about it; null when it leaves the person alone. */
function planReading({ person, facts }: Reading, contact: StoredContact | null): PersonPlan | null {
  if (person !== null) return planPerson(person, contact, facts);
  return contact !== null && facts.mayBelieveAbsence ? planVanished(contact, facts) : null;
}

const toEntry = ({ interactionAt, joinedAt, leftAt }: PersonPlan['attendance'][number]): AttendanceEntry => ({
  contactId: '101',
  interactionAt,
  ...(joinedAt === undefined || leftAt === undefined ? {} : { joinedAt, leftAt }),
});

/** One contact at HubSpot, whose newest entry is its state at an event. */
function createWorld() {
  const account = createMemoryAccount({ contacts: [aStoredContact()] });
  let contact: StoredContact | null = null;
  return {
    contact: () => contact,
    timeline: () => account.timeline('101'),
    newestState: (sessionKey: string) =>
      account.timeline('101').findLast(({ eventId }) => eventId === toExternalEventId('900100200', sessionKey))?.state,
    async apply(reading: Reading): Promise<PersonPlan | null> {
      const plan = planReading(reading, contact);
      if (plan === null) return null;
      contact = appliedContact(contact, plan);
      for (const entry of plan.attendance) {
        const eventId = toExternalEventId('900100200', entry.sessionKey);
        await account.marketingEvents.record(eventId, entry.state, [toEntry(entry)]);
      }
      return plan;
    },
  };
}

describe('B15: the next webinar on a contact', () => {
  const nextNames = ['zwh_next_webinar_name', 'zwh_next_webinar_starts_at', 'zwh_next_webinar_join_url'] as const;

  it('is what its history says, at the moment of the run, and is still to end', () => {
    fc.assert(
      fc.property(planned, planned, (one, other) => {
        const { facts } = one;
        const write = (current: StoredContact, { person, facts: given }: typeof one): StoredContact =>
          appliedContact(current, planPerson(person, current, { ...given, now: facts.now }));
        const contact = write(write(aStoredContact(), other), one);
        const history = parseHistory(contact.properties['zwh_history']) ?? emptyHistory;

        const next = findNextWebinar(history, facts.now);

        const starts = next === null ? '' : new Date(next.startsAt).toISOString();
        expect(nextNames.map((name) => contact.properties[name] ?? '')).toEqual([
          next?.topic ?? '',
          starts,
          next?.joinUrl ?? '',
        ]);
        const open = history.webinars
          .flatMap(({ sessions: all }) => all)
          .filter(({ registration, isOver, startedAt, lengthSeconds }) => {
            const hasEnded = startedAt + lengthSeconds * 1000 <= facts.now;
            return registration === 'registered' && !isOver && !hasEnded;
          });
        expect(next?.startsAt ?? null).toBe(open.length === 0 ? null : Math.min(...open.map((each) => each.startedAt)));
      }),
      settings,
    );
  });

  it('B13: is not written again, in whatever spelling HubSpot gives the date back', () => {
    fc.assert(
      fc.property(planned, fc.constantFrom('.000Z', 'Z', '+00:00'), ({ person, facts }, ending) => {
        const contact = appliedContact(aStoredContact(), planPerson(person, aStoredContact(), facts));
        const starts = contact.properties['zwh_next_webinar_starts_at'] ?? '';
        const respelled = {
          ...contact,
          properties: { ...contact.properties, zwh_next_webinar_starts_at: starts.replace('.000Z', ending) },
        };

        expect(planPerson(person, respelled, facts).properties).toEqual({});
      }),
      settings,
    );
  });
});

describe('a person through many runs', () => {
  it('B7, G3: stands in HubSpot as the last run says, whatever came before', async () => {
    await fc.assert(
      fc.asyncProperty(readings, async (given) => {
        const world = createWorld();
        for (const reading of given) {
          const plan = await world.apply(reading);
          if (plan === null) continue;
          for (const { key, registration, hasAttended } of plan.sessions) {
            const expected = hasAttended ? 'attend' : registration === 'registered' ? 'register' : 'cancel';

            expect(world.newestState(key)).toBe(expected);
          }
        }
      }),
      { ...settings, numRuns: 500 },
    );
  });

  it('B13, G2: gets no entry twice, however often a run is repeated', async () => {
    await fc.assert(
      fc.asyncProperty(readings, async (given) => {
        const world = createWorld();
        for (const reading of given) {
          await world.apply(reading);
          const before = { timeline: world.timeline(), contact: world.contact() };
          await world.apply(reading);

          expect({ timeline: world.timeline(), contact: world.contact() }).toEqual(before);
        }
      }),
      settings,
    );
  });

  it('S20: attends each session once on the timeline', async () => {
    await fc.assert(
      fc.asyncProperty(readings, async (given) => {
        const world = createWorld();
        for (const reading of given) await world.apply(reading);
        const attended = world.timeline().filter(({ state }) => state === 'attend');

        expect(new Set(attended.map(({ eventId }) => eventId)).size).toBe(attended.length);
      }),
      settings,
    );
  });

  it('stands in the history as in the plan', async () => {
    await fc.assert(
      fc.asyncProperty(readings, async (given) => {
        const world = createWorld();
        for (const reading of given) {
          const plan = await world.apply(reading);
          const { webinars } = parseHistory(world.contact()?.properties['zwh_history']) ?? emptyHistory;
          const recorded = new Map(webinars.flatMap((webinar) => webinar.sessions).map((each) => [each.key, each]));

          for (const { key, registration, hasAttended } of plan?.sessions ?? []) {
            expect(recorded.get(key)).toMatchObject({ registration });
            expect(recorded.get(key)?.attendance !== null).toBe(hasAttended);
          }
        }
      }),
      settings,
    );
  });
});
