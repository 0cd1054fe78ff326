import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/app/app.functions/domain/person.ts';
import { hashAbsentState, hashPersonKey } from '../../src/app/app.functions/sync/hashes.ts';
import type { ItemOutcome } from '../../src/app/app.functions/sync/outcomes.ts';
import { staleStateHash } from '../../src/app/app.functions/sync/people-marks.ts';
import { addTallies, tallyPeople } from '../../src/app/app.functions/sync/people-tally.ts';
import { planPerson } from '../../src/app/app.functions/sync/plan.ts';
import { toNewMarks } from '../../src/app/app.functions/sync/to-new-marks.ts';
import { buildWorkList, type WorkItem, type WorkList } from '../../src/app/app.functions/sync/work-list.ts';
import { deepFreeze, mark, personIn, settings } from '../support/arbitraries.ts';
import { accountId, aHeldSession, noRules, someFacts } from '../support/builders.ts';

const everybody = { rules: noRules, onlyKeyHash: null } as const;
const sessions = [aHeldSession()];
const addresses = fc.constantFrom('a', 'b', 'c', 'd', 'e').map((name) => `${name}@example.com`);

const persons: fc.Arbitrary<readonly Person[]> = fc.uniqueArray(
  fc.tuple(personIn(sessions, addresses), fc.integer({ min: 0, max: 9 })).map(([person, dice]): Person => {
    if (dice === 0) return { ...person, key: `guest:name ${person.email ?? ''} 1`, email: null };
    return dice === 1 ? { ...person, key: 'nonsense', email: 'nonsense' } : person;
  }),
  { selector: ({ key }) => key, maxLength: 6 },
);

const marks = fc.uniqueArray(
  fc.tuple(mark, fc.option(addresses, { nil: null })).map(([given, email]) => ({
    ...given,
    keyHash: email === null ? given.keyHash : hashPersonKey(accountId, email),
  })),
  { selector: ({ keyHash }) => keyHash, maxLength: 8 },
);

const given = fc
  .record({ persons, marks, mayBelieveAbsence: fc.boolean() })
  .map(({ mayBelieveAbsence, ...rest }) => ({ ...rest, facts: someFacts({ mayBelieveAbsence }) }));

const outcomeOf = (item: WorkItem): fc.Arbitrary<ItemOutcome> =>
  fc.oneof(
    fc.constantFrom('registered', 'cancelled', 'attended').map((standing): ItemOutcome => ({
      kind: 'synced',
      contactId: item.kind === 'vanished' ? item.mark.contactId : '1001',
      standing,
      sessions: [{ key: 'main', registration: standing === 'attended' ? null : standing, hasAttended: false }],
    })),
    fc.constant<ItemOutcome>({ kind: 'skipped', reason: 'secondary-address', problem: '' }),
    fc.constant<ItemOutcome>({ kind: 'skipped', reason: 'rejected-by-hubspot', problem: 'refused' }),
  );

const cancelledOutcome: ItemOutcome = { kind: 'synced', contactId: '1001', standing: 'cancelled', sessions: [] };

const worked = given.chain((input) => {
  const work = buildWorkList({ ...everybody, ...input });
  return fc.record({
    facts: fc.constant(input.facts),
    marks: fc.constant(input.marks),
    work: fc.constant(work),
    outcomes: fc.tuple(...work.items.map(outcomeOf)),
  });
});

describe('the work list', () => {
  it('B12: has every person and every mark in exactly one place', () => {
    fc.assert(
      fc.property(given, (input) => {
        const { items, unchanged, excluded } = buildWorkList({ ...everybody, ...deepFreeze(input) });
        const placedPersons = [
          ...items.flatMap((item) => (item.kind === 'person' ? [item.person.key] : [])),
          ...unchanged.flatMap(({ person }) => person?.key ?? []),
          ...excluded.map(({ person }) => person.key),
        ];
        const placedMarks = [...items, ...unchanged, ...excluded].flatMap(({ mark: placed }) => placed?.keyHash ?? []);

        expect(placedPersons.sort()).toEqual(input.persons.map(({ key }) => key).sort());
        expect(placedMarks.sort()).toEqual(input.marks.map(({ keyHash }) => keyHash).sort());
      }),
      settings,
    );
  });

  it('is the same each time, whatever the order of marks', () => {
    fc.assert(
      fc.property(given, ({ marks: someMarks, ...rest }) => {
        const sorted = (work: WorkList) => ({
          ...work,
          items: work.items.filter(({ kind }) => kind === 'person'),
          unchanged: work.unchanged.filter(({ person }) => person !== null),
        });

        expect(buildWorkList({ ...everybody, ...rest, marks: someMarks })).toEqual(
          buildWorkList({ ...everybody, ...rest, marks: someMarks }),
        );
        expect(sorted(buildWorkList({ ...everybody, ...rest, marks: someMarks.toReversed() }))).toEqual(
          sorted(buildWorkList({ ...everybody, ...rest, marks: someMarks })),
        );
      }),
      settings,
    );
  });

  it('B19: of one person has nobody else, and keeps every other mark as it is', () => {
    fc.assert(
      fc.property(given, addresses, (input, email) => {
        const onlyKeyHash = hashPersonKey(accountId, email);
        const whole = buildWorkList({ ...everybody, ...input });
        const { items, unchanged, excluded, kept } = buildWorkList({ rules: noRules, ...input, onlyKeyHash });
        const keyHashOf = (item: WorkItem): string => (item.kind === 'person' ? item.keyHash : item.mark.keyHash);

        expect(kept).toEqual(input.marks.filter(({ keyHash }) => keyHash !== onlyKeyHash));
        expect(items.map(keyHashOf).filter((keyHash) => keyHash !== onlyKeyHash)).toEqual([]);
        expect(items.length + unchanged.length + excluded.length).toBeLessThanOrEqual(1);
        expect(excluded).toEqual(whole.excluded.filter(({ person }) => person.key === email));
        // Whatever everybody's run would write of this person, this one writes, too.
        const wanted = whole.items.filter((item) => keyHashOf(item) === onlyKeyHash);
        expect(items).toEqual(expect.arrayContaining(wanted.filter(({ kind }) => kind === 'person')));
      }),
      settings,
    );
  });

  it('S18: cancels nobody when absence means nothing', () => {
    fc.assert(
      fc.property(given, ({ facts, ...rest }) => {
        const doubting = { ...facts, mayBelieveAbsence: false };
        // Of whose sessions something has changed is written, but stays registered.
        const marks = rest.marks.map((mark) => ({ ...mark, stateHash: hashAbsentState(mark.sessions, doubting) }));

        const { items } = buildWorkList({ ...everybody, ...rest, marks, facts: doubting });

        expect(items.map(({ kind }) => kind)).not.toContain('vanished');
      }),
      settings,
    );
  });
});

describe('what became of everybody', () => {
  it('B12: adds up: eligible = synced + unchanged + skipped', () => {
    fc.assert(
      fc.property(worked, ({ facts, work, outcomes }) => {
        const { eligible, synced, unchanged, skipped } = tallyPeople(facts, work, outcomes, [], 0);

        expect(synced + unchanged + Object.values(skipped).reduce((sum, count) => sum + count, 0)).toBe(eligible);
        expect(eligible).toBe(work.items.length + work.unchanged.length + work.excluded.length);
      }),
      settings,
    );
  });

  it('adds up over parts as over the whole', () => {
    fc.assert(
      fc.property(worked, worked, (one, other) => {
        const tally = ({ facts, work, outcomes }: typeof one) =>
          tallyPeople(facts, work, outcomes, toNewMarks(work, outcomes), 3);
        const joined = (key: 'items' | 'unchanged' | 'excluded' | 'kept') => [...one.work[key], ...other.work[key]];
        const together: WorkList = {
          items: joined('items') as WorkList['items'],
          unchanged: joined('unchanged') as WorkList['unchanged'],
          excluded: joined('excluded') as WorkList['excluded'],
          kept: joined('kept') as WorkList['kept'],
          doubtfulVanishedCount: one.work.doubtfulVanishedCount + other.work.doubtfulVanishedCount,
        };
        const outcomes = [...one.outcomes, ...other.outcomes];

        expect(addTallies(tally(one), tally(other))).toEqual(
          tallyPeople(one.facts, together, outcomes, toNewMarks(together, outcomes), 6),
        );
      }),
      settings,
    );
  });

  it('G1: forgets nobody who was in HubSpot before, and nobody who is in it now', () => {
    fc.assert(
      fc.property(worked, ({ marks: before, work, outcomes }) => {
        const after = toNewMarks(work, outcomes);
        const written = work.items.flatMap((item, index) =>
          item.kind === 'person' && outcomes[index]?.kind === 'synced' ? [item.keyHash] : [],
        );

        expect(after.map(({ keyHash }) => keyHash).sort()).toEqual(
          [...new Set([...before.map(({ keyHash }) => keyHash), ...written])].sort(),
        );
      }),
      settings,
    );
  });

  it('B13: leaves everybody alone the next time who was written and has not changed', () => {
    fc.assert(
      fc.property(given, (input) => {
        const work = buildWorkList({ ...everybody, ...input });
        const outcomes = work.items.map((item): ItemOutcome => {
          if (item.kind === 'vanished') return cancelledOutcome;
          const { standing, sessions: stands } = planPerson(item.person, null, input.facts);
          return { kind: 'synced', contactId: '1001', standing, sessions: stands };
        });

        const next = buildWorkList({ ...everybody, ...input, marks: toNewMarks(work, outcomes) });

        expect(next.items).toEqual([]);
      }),
      settings,
    );
  });

  it('looks again at everybody who was skipped', () => {
    fc.assert(
      fc.property(worked, ({ work, outcomes }) => {
        const skipped = new Set(
          work.items.flatMap((item, index) =>
            outcomes[index]?.kind === 'skipped' ? [item.kind === 'person' ? item.keyHash : item.mark.keyHash] : [],
          ),
        );

        for (const { keyHash, stateHash } of toNewMarks(work, outcomes)) {
          if (skipped.has(keyHash)) expect(stateHash).toBe(staleStateHash);
        }
      }),
      settings,
    );
  });
});
