import { describe, expect, it } from 'vitest';
import type { StateRecord, StoredRecord } from '../../../src/app/app.functions/sync/ports.ts';
import { createDoorsCount } from '../../../src/app/app.functions/webhooks/doors-count.ts';
import { doorsKey, parseDoors } from '../../../src/app/app.functions/webhooks/doors-record.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');

function aDoor() {
  let now = noon;
  let refusals: Record<string, number> = {};
  const records = new Map<string, StoredRecord>();
  const count = createDoorsCount(
    () => now,
    () => {
      const taken = refusals;
      refusals = {};
      return taken;
    },
  );
  const toRecord = () => count.toRecord({ read: async () => records });
  return {
    count,
    toRecord,
    refuse: (cause: string) => {
      refusals[cause] = (refusals[cause] ?? 0) + 1;
    },
    passTime: (ms: number) => {
      now += ms;
    },
    write: (record: StateRecord | null) => {
      if (record !== null) records.set(record.key, { ...record, recordId: '1' });
    },
    stored: () => parseDoors(records.get(doorsKey)),
  };
}

describe('what came to the doors', () => {
  it('is written once a minute, and added to what is on record', async () => {
    const door = aDoor();
    door.count.count('acc', 'rung');
    door.write(await door.toRecord());
    door.passTime(1_000);
    door.count.count('acc', 'ignored');
    door.count.count('other', 'validated');
    door.refuse('wrong-token');
    expect(await door.toRecord()).toBeNull();

    door.passTime(60_000);
    door.write(await door.toRecord());
    expect(door.stored()).toEqual({
      accounts: {
        acc: { lastEventAt: noon + 1_000, lastValidationAt: null, eventCount: 2, ignoredCount: 1 },
        other: { lastEventAt: null, lastValidationAt: noon + 1_000, eventCount: 0, ignoredCount: 0 },
      },
      refusals: { 'wrong-token': 1 },
    });
  });

  it('is not written while there is nothing to tell', async () => {
    expect(await aDoor().toRecord()).toBeNull();
  });

  it('is kept when it could not be written', async () => {
    const door = aDoor();
    door.refuse('no-proof');
    door.count.count('acc', 'rung');
    await door.toRecord();
    door.count.putBack();
    door.write(await door.toRecord());

    expect(door.stored()).toMatchObject({ accounts: { acc: { eventCount: 1 } }, refusals: { 'no-proof': 1 } });
  });

  it('counts from nothing where the record cannot be read', () => {
    const record = { key: doorsKey, payload: 'nonsense' } as StoredRecord;

    expect(parseDoors(record)).toEqual({ accounts: {}, refusals: {} });
  });
});
