import { describe, expect, it } from 'vitest';
import type { ItemOutcome } from '../../../src/app/app.functions/sync/outcomes.ts';
import type { PersonMark } from '../../../src/app/app.functions/sync/people-marks.ts';
import {
  addTallies,
  emptyPeopleTally,
  noPeople,
  tallyPeople,
  type PeopleTally,
} from '../../../src/app/app.functions/sync/people-tally.ts';
import type { WorkItem, WorkList } from '../../../src/app/app.functions/sync/work-list.ts';
import { aHeldSession, aMark, aPerson, aStanding, someFacts } from '../../support/builders.ts';

const anItem: WorkItem = {
  kind: 'person',
  person: aPerson(),
  keyHash: 'kkkkkkkkkkkk',
  stateHash: 'ssssssss',
  mark: null,
};
const synced: ItemOutcome = { kind: 'synced', contactId: '101', standing: 'registered', sessions: [] };
const refusedWith = (problem: string): ItemOutcome => ({ kind: 'skipped', reason: 'rejected-by-hubspot', problem });

const workOf = (changes: Partial<WorkList>): WorkList => ({
  items: [],
  unchanged: [],
  excluded: [],
  kept: [],
  doubtfulVanishedCount: 0,
  ...changes,
});

describe('B12: where people ended up', () => {
  it('adds up: synced, unchanged, and skipped with a reason', () => {
    const work = workOf({
      items: [anItem, anItem, anItem, { kind: 'vanished', mark: aMark() }],
      unchanged: [{ person: aPerson(), mark: aMark() }],
      excluded: [
        { person: aPerson(), reason: 'denied', detail: null, mark: null },
        { person: aPerson(), reason: 'excluded-domain', detail: 'acme.example.com', mark: null },
        { person: aPerson(), reason: 'excluded-domain', detail: 'example.org', mark: null },
        { person: aPerson(), reason: 'excluded-domain', detail: 'acme.example.com', mark: null },
        { person: aPerson(), reason: 'guest-without-address', detail: null, mark: null },
        { person: aPerson(), reason: 'guest-without-address', detail: null, mark: null },
      ],
      doubtfulVanishedCount: 5,
    });
    const outcomes: readonly ItemOutcome[] = [
      synced,
      { kind: 'skipped', reason: 'secondary-address', problem: '' },
      refusedWith('too long'),
      synced,
    ];

    expect(tallyPeople(someFacts(), work, outcomes, [], 7)).toEqual({
      eligible: 11,
      synced: 2,
      unchanged: 1,
      skipped: {
        denied: 1,
        'excluded-domain': 3,
        'guest-without-address': 2,
        'secondary-address': 1,
        'rejected-by-hubspot': 1,
      },
      excludedDomains: { 'acme.example.com': 2, 'example.org': 1 },
      problems: ['too long'],
      doubtfulVanishedCount: 5,
      unusableRowCount: 7,
      sessions: { main: noPeople },
    });
  });

  it('counts whoever was looked at again in vain as unchanged', () => {
    const work = workOf({ items: [anItem, anItem], unchanged: [{ person: aPerson(), mark: aMark() }] });

    expect(tallyPeople(someFacts(), work, [{ ...synced, isUnchanged: true }, synced], [], 0)).toMatchObject({
      eligible: 3,
      synced: 1,
      unchanged: 2,
      skipped: {},
    });
  });

  it.each([
    ['lost', []],
    ['counted twice', [synced, synced]],
  ])('fails loudly when somebody was %s', (_, outcomes) => {
    expect(() => tallyPeople(someFacts(), workOf({ items: [anItem] }), outcomes, [], 0)).toThrow('accounted for');
  });

  it('keeps each problem once, and not too many', () => {
    const problems = Array.from({ length: 30 }, (_, index) => `problem ${index % 25}`);
    const work = workOf({ items: problems.map(() => anItem) });

    const tally = tallyPeople(someFacts(), work, problems.map(refusedWith), [], 0);

    expect(tally.problems).toHaveLength(20);
    expect(tally.problems).toEqual([...new Set(problems)].sort().slice(0, 20));
    expect(addTallies(tally, { ...emptyPeopleTally, problems: ['a'] }).problems).toHaveLength(20);
    expect(tally.skipped).toEqual({ 'rejected-by-hubspot': 30 });
  });
});

describe('the people of a session', () => {
  const count = (marks: readonly PersonMark[], isFinal = true) =>
    tallyPeople(someFacts({ sessions: [aHeldSession({ isFinal })] }), workOf({}), [], marks, 0).sessions['main'];

  it.each([
    ['B8: a no-show', aStanding(), { registered: 1, noShow: 1 }],
    [
      'registered and attended',
      aStanding({ hasAttended: true }),
      { registered: 1, attended: 1, registeredAndAttended: 1 },
    ],
    ['walked in', aStanding({ registration: null, hasAttended: true }), { attended: 1 }],
    ['S18: cancelled', aStanding({ registration: 'cancelled' }), { cancelled: 1 }],
    ['cancelled and attended', aStanding({ registration: 'cancelled', hasAttended: true }), { attended: 1 }],
    ['of another session', aStanding({ key: 'other' }), {}],
  ])('%s', (_, standing, expected) => {
    expect(count([aMark({ sessions: [standing] })])).toEqual({ ...noPeople, ...expected });
  });

  it('B8: are no no-shows before the session is over', () => {
    expect(count([aMark()], false)).toEqual({ ...noPeople, registered: 1 });
  });

  it('are counted each', () => {
    expect(count([aMark(), aMark({ keyHash: 'other' })])).toMatchObject({ registered: 2 });
  });
});

describe('the tallies of two parts', () => {
  const tally = (changes: Partial<PeopleTally>): PeopleTally => ({ ...emptyPeopleTally, ...changes });

  it('add up', () => {
    expect(
      addTallies(
        tally({
          eligible: 3,
          synced: 1,
          unchanged: 1,
          skipped: { denied: 1 },
          excludedDomains: { 'acme.example.com': 1, 'example.org': 1 },
          problems: ['c'],
          doubtfulVanishedCount: 1,
          unusableRowCount: 2,
          sessions: { main: { ...noPeople, registered: 1 } },
        }),
        tally({
          eligible: 4,
          synced: 2,
          unchanged: 2,
          skipped: { denied: 1, 'invalid-address': 1 },
          excludedDomains: { 'example.org': 4 },
          problems: ['a', 'b'],
          doubtfulVanishedCount: 2,
          unusableRowCount: 3,
          sessions: { main: { ...noPeople, registered: 2, cancelled: 1 }, second: { ...noPeople, attended: 1 } },
        }),
      ),
    ).toEqual({
      eligible: 7,
      synced: 3,
      unchanged: 3,
      skipped: { denied: 2, 'invalid-address': 1 },
      excludedDomains: { 'acme.example.com': 1, 'example.org': 5 },
      problems: ['a', 'b', 'c'],
      doubtfulVanishedCount: 3,
      unusableRowCount: 5,
      sessions: {
        main: { ...noPeople, registered: 3, cancelled: 1 },
        second: { ...noPeople, attended: 1 },
      },
    });
  });

  it('of nobody are nothing', () => {
    expect(addTallies(emptyPeopleTally, emptyPeopleTally)).toEqual(emptyPeopleTally);
  });

  it('keep the sessions of either', () => {
    const one = tally({ sessions: { main: { ...noPeople, registered: 1 } } });

    expect(addTallies(one, emptyPeopleTally)).toEqual(one);
    expect(addTallies(emptyPeopleTally, one)).toEqual(one);
  });
});
