import { describe, expect, it } from 'vitest';
import { hashPersonKey } from '../../../src/app/app.functions/sync/hashes.ts';
import { partitionRows } from '../../../src/app/app.functions/sync/partition-rows.ts';
import {
  choosePartitionCount,
  coveringPartitions,
  partitionOfKey,
  partitionOfKeyHash,
} from '../../../src/app/app.functions/sync/partitions.ts';
import type { RowBatch } from '../../../src/app/app.functions/sync/source-rows.ts';
import { accountId, aParticipation, aRegistrant } from '../../support/builders.ts';

const addresses = Array.from({ length: 200 }, (_, index) => `person-${index}@example.com`);

describe('the parts of a webinar', () => {
  it.each([
    [0, 1],
    [2_000, 1],
    [2_001, 2],
    [4_001, 4],
    [100_000, 64],
    [100_000_000, 1_024],
  ])('for %i people are %i', (personCount, expected) => {
    expect(choosePartitionCount(personCount)).toBe(expected);
  });

  it('hold everybody under the hash that a mark has too', () => {
    for (const address of addresses) {
      expect(partitionOfKey(accountId, address, 8)).toBe(partitionOfKeyHash(hashPersonKey(accountId, address), 8));
    }
  });

  it('are all in use', () => {
    expect(new Set(addresses.map((address) => partitionOfKey(accountId, address, 8)))).toEqual(
      new Set([0, 1, 2, 3, 4, 5, 6, 7]),
    );
  });

  it('are told by the first bits of the hash, since marks of earlier versions are found by them', () => {
    expect(partitionOfKeyHash('AAIAAAAAAAAA', 4)).toBe(2);
    expect(partitionOfKeyHash('_-7AAAAAAAAA', 1_024)).toBe(1_006);
  });

  it('are one when there is one', () => {
    expect(partitionOfKey(accountId, 'jill@example.com', 1)).toBe(0);
  });

  it.each([
    [1, 4],
    [4, 4],
    [4, 1],
    [8, 2],
    [2, 16],
  ])('%i: everybody is found in the parts of an earlier division into %i', (partitionCount, earlierCount) => {
    for (const address of addresses) {
      const partition = partitionOfKey(accountId, address, partitionCount);
      const earlier = partitionOfKey(accountId, address, earlierCount);

      expect(coveringPartitions(partition, partitionCount, earlierCount)).toContain(earlier);
    }
  });

  it('need no more of an earlier division than they must', () => {
    expect(coveringPartitions(3, 8, 8)).toEqual([3]);
    expect(coveringPartitions(3, 8, 2)).toEqual([1]);
    expect(coveringPartitions(1, 2, 8)).toEqual([1, 3, 5, 7]);
  });
});

describe('rows by part', () => {
  const batch: RowBatch = {
    listNumber: 1,
    passNumber: 2,
    isSettled: false,
    registrants: addresses.map((email, index) => aRegistrant({ registrantId: String(index), email })),
    participations: addresses.flatMap((email, index) => [
      aParticipation({ joinId: `${index} a`, email: email.toUpperCase() }),
      aParticipation({ joinId: `${index} b`, email: null, displayName: email }),
      aParticipation({ joinId: `${index} c`, email: null, userId: email }),
      aParticipation({ joinId: `${index} d`, email: null, registrantId: email }),
    ]),
  };

  it('are each in exactly one part, and keep the facts of their batch', () => {
    const parts = partitionRows([batch], accountId, 8);
    const all = [...parts.values()].flat();

    expect(all.flatMap(({ registrants }) => registrants)).toHaveLength(200);
    expect(new Set(all.flatMap(({ participations }) => participations.map(({ joinId }) => joinId))).size).toBe(800);
    expect(
      all.every(({ listNumber, passNumber, isSettled }) => listNumber === 1 && passNumber === 2 && !isSettled),
    ).toBe(true);
  });

  it('of one address are in one part, registrations and joins', () => {
    const parts = partitionRows([batch], accountId, 8);

    for (const [partition, batches] of parts) {
      const emails = batches.flatMap(({ registrants, participations }) =>
        [...registrants, ...participations].flatMap(({ email }) => email ?? []),
      );
      expect(new Set(emails.map((email) => partitionOfKey(accountId, email.toLowerCase(), 8)))).toEqual(
        new Set([partition]),
      );
    }
  });

  it('of one guest are in one part', () => {
    const names = ['Jill', ' JILL ', 'jill'].map((displayName) => aParticipation({ email: null, displayName }));
    const registrations = [1, 2].map((joinId) =>
      aParticipation({ email: null, registrantId: 'removed', joinId: String(joinId), displayName: String(joinId) }),
    );

    expect(partitionRows([{ ...batch, registrants: [], participations: names }], accountId, 8).size).toBe(1);
    expect(partitionRows([{ ...batch, registrants: [], participations: registrations }], accountId, 8).size).toBe(1);
  });

  it('of several batches stay in their order', () => {
    const batches = [batch, { ...batch, listNumber: 2 }];

    for (const part of partitionRows(batches, accountId, 4).values()) {
      expect(part.map(({ listNumber }) => listNumber)).toEqual([1, 2]);
    }
  });

  it('of one kind only are in a part with those of the other kind that belong there, if any', () => {
    const registrants = [aRegistrant()];
    const participations = [aParticipation({ email: 'jill@example.com' })];
    const partition = partitionOfKey(accountId, 'jill@example.com', 8);

    const partsOf = (rows: Partial<RowBatch>) =>
      partitionRows([{ ...batch, registrants: [], participations: [], ...rows }], accountId, 8);
    expect(partsOf({ registrants })).toEqual(new Map([[partition, [{ ...batch, registrants, participations: [] }]]]));
    expect(partsOf({ participations })).toEqual(
      new Map([[partition, [{ ...batch, registrants: [], participations }]]]),
    );
  });

  it('are left as they are when there is one part', () => {
    expect(partitionRows([batch], accountId, 1)).toEqual(new Map([[0, [batch]]]));
  });

  it('are in no part when there are none', () => {
    expect(partitionRows([], accountId, 1).size).toBe(0);
    expect(partitionRows([{ ...batch, registrants: [], participations: [] }], accountId, 2).size).toBe(0);
  });
});
