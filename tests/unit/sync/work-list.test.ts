import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/app/app.functions/domain/person.ts';
import { hashAbsentState, hashPersonKey, hashPersonState } from '../../../src/app/app.functions/sync/hashes.ts';
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

describe('B19: the work list of a run about one person', () => {
  const buildFor = (email: string, persons: readonly Person[], marks: readonly PersonMark[], facts = someFacts()) =>
    buildWorkList({ rules: noRules, onlyKeyHash: hashPersonKey(accountId, email), persons, marks, facts });

  it('has that person, changed or not, and keeps what is known of the others', () => {
    const [ofJill, ofJack, ofJoe] = [markOf(jill), markOf(jack), markOf(aPerson({ email: 'joe@example.com' }))];

    expect(buildFor('jill@example.com', [jill, { ...jack, firstName: 'Jacky' }], [ofJill, ofJack, ofJoe])).toEqual({
      items: [{ kind: 'person', person: jill, keyHash: ofJill.keyHash, stateHash: ofJill.stateHash, mark: ofJill }],
      unchanged: [],
      excluded: [],
      kept: [ofJack, ofJoe],
      doubtfulVanishedCount: 0,
    });
  });

  it('has nobody else who is new, kept out or vanished', () => {
    const guest = aPerson({ email: null });

    expect(buildFor('jill@example.com', [jack, guest], [markOf(aPerson({ email: 'joe@example.com' }))])).toMatchObject({
      items: [],
      unchanged: [],
      excluded: [],
      doubtfulVanishedCount: 0,
    });
  });

  it('says why that person is kept out', () => {
    const denied = aPerson({ registration: aRegistration({ state: 'denied' }) });

    expect(buildFor('jill@example.com', [denied, jack], [])).toMatchObject({
      items: [],
      excluded: [{ person: denied, reason: 'denied' }],
    });
  });

  it('S18: has that person as vanished when Zoom lists them no more', () => {
    const mark = markOf(jill);

    expect(buildFor('jill@example.com', [jack], [mark, markOf(jack)])).toMatchObject({
      items: [{ kind: 'vanished', mark }],
      kept: [markOf(jack)],
    });
  });

  it('doubts that the person has vanished when the lists were not read whole', () => {
    const facts = someFacts({ mayBelieveAbsence: false });

    const mark = { ...markOf(jill), stateHash: hashAbsentState(markOf(jill).sessions, facts) };

    expect(buildFor('jill@example.com', [jack], [mark], facts)).toMatchObject({
      items: [],
      unchanged: [{ person: null, mark }],
      doubtfulVanishedCount: 1,
    });
  });

  it('is empty for somebody whom neither Zoom nor an earlier sync knows', () => {
    expect(buildFor('nobody@example.com', [jill], [markOf(jack)])).toMatchObject({
      items: [],
      unchanged: [],
      excluded: [],
      kept: [markOf(jack)],
    });
  });
});

describe('the work list under the rules of the account', () => {
  it('S6, S13: leaves out whom they keep out, with the domain', () => {
    const rules = {
      isAccountUser: (address: string) => address === 'jack@example.com',
      excludedDomainOf: (address: string) => (address.endsWith('@acme.example.com') ? 'acme.example.com' : null),
    };
    const joe = aPerson({ email: 'joe@acme.example.com' });

    const { items, excluded } = buildWorkList({
      persons: [jill, jack, joe],
      marks: [markOf(jack)],
      facts: someFacts(),
      rules,
      onlyKeyHash: null,
    });

    expect(items).toMatchObject([{ person: jill }]);
    expect(excluded).toEqual([
      { person: jack, reason: 'account-user', detail: null, mark: markOf(jack) },
      { person: joe, reason: 'excluded-domain', detail: 'acme.example.com', mark: null },
    ]);
  });
});

describe('the work list of a run that looks again', () => {
  const lookAgain = (persons: readonly Person[], marks: readonly PersonMark[]) =>
    buildWorkList({ rules: noRules, onlyKeyHash: null, persons, marks, facts: someFacts(), looksAgain: true });

  it('has whoever is as they were as well, and knows that they are', () => {
    expect(lookAgain([jill, jack], [markOf(jill)])).toMatchObject({
      items: [
        { kind: 'person', person: jill, mark: markOf(jill), isUnchanged: true },
        { kind: 'person', person: jack, mark: null },
      ],
      unchanged: [],
    });
  });

  it('takes nobody for unchanged who is not', () => {
    const { items } = lookAgain([{ ...jill, firstName: 'Jillian' }], [markOf(jill)]);

    expect(items).toHaveLength(1);
    expect(items[0]).not.toHaveProperty('isUnchanged');
  });
});

describe('the work list of a webinar that was deleted in Zoom', () => {
  it('has everybody as vanished who was registered, although nobody is listed', () => {
    const marks = [markOf(jill), markOf(jack), markOf(aPerson({ email: 'joe@example.com' }), { standing: 'attended' })];
    const facts = someFacts({ isWebinarDeleted: true, mayBelieveAbsence: false });

    expect(buildWorkList({ persons: [], marks, facts, rules: noRules, onlyKeyHash: null })).toMatchObject({
      items: [
        { kind: 'vanished', mark: marks[0] },
        { kind: 'vanished', mark: marks[1] },
      ],
      unchanged: [{ person: null, mark: marks[2] }],
      doubtfulVanishedCount: 0,
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
    const marks = [
      { ...markOf(jack), stateHash: hashAbsentState(markOf(jack).sessions, someFacts()) },
      markOf(aPerson({ email: 'joe@example.com' }), { standing: 'cancelled' }),
    ];

    expect(build([jill], marks, false)).toMatchObject({
      unchanged: marks.map((mark) => ({ person: null, mark })),
      doubtfulVanishedCount: 1,
    });
  });

  it('is written once, still registered, when the lists were not read whole and something has changed', () => {
    const mark = markOf(jack);

    expect(build([jill], [mark], false)).toMatchObject({
      items: [{ kind: 'person' }, { kind: 'vanished', mark }],
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
