import { describe, expect, it } from 'vitest';
import { selectRows } from '../../../src/app/app.functions/sync/select-rows.ts';
import { settleStrays } from '../../../src/app/app.functions/sync/settle-strays.ts';
import type { RowBatch } from '../../../src/app/app.functions/sync/source-rows.ts';
import { aListCursor, aParticipation, aRegistrant, participantList, registrantList } from '../../support/builders.ts';

const lists = [aListCursor({ list: registrantList() }), aListCursor({ list: participantList() })];

const registrantBatch = (changes: Partial<RowBatch> = {}): RowBatch => ({
  listNumber: 0,
  passNumber: 1,
  isSettled: false,
  registrants: [aRegistrant()],
  participations: [],
  ...changes,
});
const participantBatch = (changes: Partial<RowBatch> = {}): RowBatch => ({
  listNumber: 1,
  passNumber: 1,
  isSettled: false,
  registrants: [],
  participations: [aParticipation()],
  ...changes,
});

describe('the rows of a part', () => {
  it('are those of all batches', () => {
    expect(selectRows([registrantBatch(), participantBatch()], lists)).toEqual({
      registrants: [aRegistrant()],
      participations: [aParticipation()],
      strays: [],
      distinctCounts: new Map([
        [0, 1],
        [1, 1],
      ]),
    });
  });

  it('are those of everybody on one list', () => {
    const registrants = [aRegistrant(), aRegistrant({ registrantId: 'reg-2', email: 'jack@example.com' })];

    expect(selectRows([registrantBatch({ registrants })], lists)).toMatchObject({
      registrants,
      distinctCounts: new Map([[0, 2]]),
    });
  });

  it('that belong elsewhere keep the pass in which they were read', () => {
    const second = [aListCursor(), aListCursor({ list: participantList(), passNumber: 2 })];
    const row = aParticipation({ registrantId: 'elsewhere' });

    expect(selectRows([participantBatch({ passNumber: 2, participations: [row] })], second).strays).toEqual([
      { listNumber: 1, passNumber: 2, isSettled: false, registrants: [], participations: [row] },
    ]);
  });

  it('are those of the last pass through each list', () => {
    const moved = [aListCursor({ passNumber: 2 }), aListCursor({ list: participantList() })];
    const batches = [
      registrantBatch(),
      registrantBatch({ passNumber: 2, registrants: [aRegistrant({ registrantId: 'reg-2' })] }),
      participantBatch(),
    ];

    const { registrants, participations } = selectRows(batches, moved);

    expect(registrants).toEqual([aRegistrant({ registrantId: 'reg-2' })]);
    expect(participations).toHaveLength(1);
  });

  it('count once what came on two pages, also with the name stored only once', () => {
    const batches = [
      registrantBatch(),
      registrantBatch(),
      participantBatch(),
      participantBatch({ participations: [aParticipation({ displayName: '' })] }),
    ];

    const { registrants, participations, distinctCounts } = selectRows(batches, lists);

    expect({ registrants, participations }).toMatchObject({
      registrants: { length: 1 },
      participations: { length: 1 },
    });
    expect([...distinctCounts.values()]).toEqual([1, 1]);
  });

  it('keep a registration that stands on two lists: it moved while they were read', () => {
    const both = [aListCursor(), aListCursor({ list: registrantList('denied') })];
    const batches = [
      registrantBatch(),
      registrantBatch({ listNumber: 1, registrants: [aRegistrant({ status: 'denied' })] }),
    ];

    expect(selectRows(batches, both).registrants.map(({ status }) => status)).toEqual(['approved', 'denied']);
  });

  it('of lists that nobody knows are none', () => {
    expect(selectRows([registrantBatch({ listNumber: 7 })], lists).registrants).toEqual([]);
  });

  it('keep a join with its registrant', () => {
    const batches = [
      registrantBatch(),
      participantBatch({ participations: [aParticipation({ registrantId: 'reg-1', email: 'x@example.com' })] }),
    ];

    expect(selectRows(batches, lists)).toMatchObject({ participations: [{ registrantId: 'reg-1' }], strays: [] });
  });
});

describe('a join whose registrant is elsewhere', () => {
  const row = aParticipation({ registrantId: 'elsewhere' });
  const batches = [registrantBatch(), participantBatch({ participations: [row, row] })];

  it('is a stray, counted once and not yet a row of the part', () => {
    const { participations, strays, distinctCounts } = selectRows(batches, lists);

    expect(participations).toEqual([]);
    expect(strays).toEqual([participantBatch({ participations: [row] })]);
    expect(distinctCounts.get(1)).toBe(1);
  });

  it('goes to the registrant’s part', () => {
    const { strays } = selectRows(batches, lists);

    expect(settleStrays([{ partition: 2, batches: strays }], () => 5)).toEqual(
      new Map([[5, [participantBatch({ isSettled: true, participations: [row] })]]]),
    );
  });

  it('stays, as itself, when nobody knows the registrant', () => {
    const { strays } = selectRows(batches, lists);

    expect(settleStrays([{ partition: 2, batches: strays }], () => undefined)).toEqual(
      new Map([[2, [participantBatch({ isSettled: true, participations: [row] })]]]),
    );
  });

  it('is a row of the part that it has been put into', () => {
    const settled = participantBatch({ isSettled: true, participations: [row] });

    expect(selectRows([...batches, settled], lists)).toMatchObject({ participations: [row] });
    expect(selectRows([settled], lists)).toMatchObject({ participations: [row], strays: [] });
  });

  it('is put beside others of the same part', () => {
    const strays = [
      { partition: 0, batches: [participantBatch({ participations: [row] })] },
      { partition: 1, batches: [participantBatch({ participations: [{ ...row, joinId: '2' }] })] },
    ];

    expect(settleStrays(strays, () => 5).get(5)).toHaveLength(2);
  });

  it('without a registrant id stays where it is', () => {
    const strays = [{ partition: 3, batches: [participantBatch()] }];

    expect([...settleStrays(strays, () => 5).keys()]).toEqual([3]);
  });
});
