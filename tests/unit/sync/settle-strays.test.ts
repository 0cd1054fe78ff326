import { describe, expect, it } from 'vitest';
import { findHomes, joinRegistrantIds, settleStrays } from '../../../src/app/app.functions/sync/settle-strays.ts';
import type { RowBatch } from '../../../src/app/app.functions/sync/source-rows.ts';
import { aParticipation, aRegistrant } from '../../support/builders.ts';

const batchOf = (...registrantIds: readonly (string | null)[]): RowBatch => ({
  ...{ listNumber: 3, passNumber: 2, isSettled: false, registrants: [] },
  participations: registrantIds.map((registrantId, index) => aParticipation({ registrantId, joinId: String(index) })),
});
const homes = new Map([
  ['here', 1],
  ['there', 0],
]);
const settle = (...strays: Parameters<typeof settleStrays>[0]) =>
  [...settleStrays(strays, (id) => homes.get(id))].map(([partition, batches]) => [
    partition,
    batches.map(({ isSettled, listNumber, passNumber, participations }) => [
      ...[isSettled, listNumber, passNumber],
      participations.map(({ registrantId }) => registrantId),
    ]),
  ]);

describe('a row whose registrant may be elsewhere', () => {
  it('goes to the part of its registrant, also to the first', () => {
    expect(settle({ partition: 2, batches: [batchOf('here'), batchOf('there')] })).toEqual([
      [1, [[true, 3, 2, ['here']]]],
      [0, [[true, 3, 2, ['there']]]],
    ]);
  });

  it('stays where it is, when nobody knows its registrant or it has none', () => {
    expect(settle({ partition: 2, batches: [batchOf('removed', null)] })).toEqual([
      [
        2,
        [
          [true, 3, 2, ['removed']],
          [true, 3, 2, [null]],
        ],
      ],
    ]);
  });

  it('is together with all others of its part', () => {
    expect(settle({ partition: 1, batches: [batchOf(null)] }, { partition: 2, batches: [batchOf('here')] })).toEqual([
      [
        1,
        [
          [true, 3, 2, [null]],
          [true, 3, 2, ['here']],
        ],
      ],
    ]);
  });

  it('of nobody is nowhere', () => {
    expect(settle()).toEqual([]);
  });
});

describe('the homes of strays', () => {
  const partOf = (...ids: readonly string[]): string =>
    joinRegistrantIds(ids.map((registrantId) => aRegistrant({ registrantId })));
  const parts = (): readonly string[] => [partOf('a', 'b'), partOf(), partOf('c')];

  it('are the parts of their registrants, and of no others', () => {
    const strays = [
      { partition: 1, batches: [batchOf('c'), batchOf('a', 'removed')] },
      { partition: 2, batches: [batchOf(null)] },
    ];

    expect(findHomes(strays, parts())).toEqual(
      new Map([
        ['a', 0],
        ['c', 2],
      ]),
    );
  });

  it('are none where there are no strays', () => {
    expect(findHomes([], parts())).toEqual(new Map());
  });

  it('are not found by half an id', () => {
    expect(findHomes([{ partition: 1, batches: [batchOf('a')] }], [partOf('ab', 'ba')])).toEqual(new Map());
  });
});
