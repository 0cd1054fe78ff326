import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/app/app.functions/domain/person.ts';
import { hashPersonKey, hashPersonState } from '../../../src/app/app.functions/sync/hashes.ts';
import type { PersonMark } from '../../../src/app/app.functions/sync/people-marks.ts';
import { buildWorkList } from '../../../src/app/app.functions/sync/work-list.ts';
import {
  accountId,
  aMark,
  anAttendance,
  aPerson,
  aPersonSession,
  aRegistration,
  noRules,
  someFacts,
} from '../../support/builders.ts';

/** The mark that a run leaves of a person. */
const markOf = (person: Person, changes: Partial<PersonMark> = {}): PersonMark =>
  aMark({
    keyHash: hashPersonKey(accountId, person.key),
    stateHash: hashPersonState(person, someFacts()),
    ...changes,
  });

const build = (persons: readonly Person[], marks: readonly PersonMark[], mayBelieveAbsence = true) =>
  buildWorkList({ rules: noRules, onlyKeyHash: null, persons, marks, facts: someFacts({ mayBelieveAbsence }) });

const jill = aPerson();
const jack = aPerson({ email: 'jack@example.com' });

describe('the work list', () => {
  it('has whoever is not in HubSpot yet', () => {
    const { keyHash, stateHash } = markOf(jill);

    expect(build([jill], [])).toEqual({
      items: [{ kind: 'person', person: jill, keyHash, stateHash, mark: null }],
      unchanged: [],
      excluded: [],
      kept: [],
      doubtfulVanishedCount: 0,
    });
  });

  it('B13: leaves out whoever is as they were', () => {
    expect(build([jill], [markOf(jill)])).toMatchObject({
      items: [],
      unchanged: [{ person: jill, mark: markOf(jill) }],
    });
  });

  it('has whoever has changed, with what is remembered of them', () => {
    const mark = markOf(jill);
    const now = { ...jill, firstName: 'Jillian' };

    expect(build([now], [mark])).toMatchObject({ items: [{ kind: 'person', person: now, mark }], unchanged: [] });
  });

  it('leaves out whoever is kept out, and says why', () => {
    const guest = aPerson({ email: null });

    expect(build([guest], [])).toMatchObject({
      items: [],
      excluded: [{ person: guest, reason: 'guest-without-address', mark: null }],
    });
  });

  it('remembers what it knows of somebody who is kept out for now', () => {
    const mark = markOf(jill, { standing: 'attended' });
    const waiting = aPerson({ registration: aRegistration({ state: 'pending' }) });

    expect(build([waiting], [mark]).excluded).toEqual([
      { person: waiting, reason: 'awaiting-approval', detail: null, mark },
    ]);
  });

  it('B7: has somebody as cancelled who was registered and is denied now', () => {
    const denied = aPerson({ registration: aRegistration({ state: 'denied' }) });

    expect(build([denied], [markOf(jill)])).toMatchObject({
      items: [{ kind: 'person', person: { registration: { state: 'cancelled' } } }],
      excluded: [],
    });
  });

  it('B13: leaves out somebody denied whose cancellation was written', () => {
    const denied = aPerson({ registration: aRegistration({ state: 'denied' }) });
    const cancelled = aPerson({ registration: aRegistration({ state: 'cancelled' }) });

    expect(build([denied], [markOf(cancelled, { standing: 'cancelled' })])).toMatchObject({
      items: [],
      unchanged: [{ person: cancelled }],
    });
  });
});

describe('S18: whoever is not listed any more', () => {
  it('has vanished when they were registered', () => {
    const mark = markOf(jack);

    const { items, doubtfulVanishedCount } = build([jill], [mark]);

    expect(items).toContainEqual({ kind: 'vanished', mark });
    expect(doubtfulVanishedCount).toBe(0);
  });

  it.each(['cancelled', 'attended'] as const)('is left alone when they had %s', (standing) => {
    const mark = markOf(jack, { standing });

    expect(build([jill], [mark])).toMatchObject({
      items: [{ kind: 'person' }],
      unchanged: [{ person: null, mark }],
      doubtfulVanishedCount: 0,
    });
  });

  it('is doubted when the lists were not read whole', () => {
    const marks = [markOf(jack), markOf(aPerson({ email: 'joe@example.com' }), { standing: 'cancelled' })];

    expect(build([jill], marks, false)).toMatchObject({
      unchanged: marks.map((mark) => ({ person: null, mark })),
      doubtfulVanishedCount: 1,
    });
  });

  it('is doubted when there is nobody at all any more', () => {
    expect(build([], [markOf(jack)])).toMatchObject({
      items: [],
      unchanged: [{ person: null }],
      doubtfulVanishedCount: 1,
    });
  });

  it('is not asked about when there is nobody and never was', () => {
    expect(build([], [])).toEqual({ items: [], unchanged: [], excluded: [], kept: [], doubtfulVanishedCount: 0 });
  });

  it('is still there when they attended: the row brings them back', () => {
    const attended = {
      ...jack,
      registration: null,
      sessions: [aPersonSession({ registration: null, attendance: anAttendance() })],
    };

    expect(build([attended], [markOf(jack)]).items).toMatchObject([{ kind: 'person', person: attended }]);
  });
});
