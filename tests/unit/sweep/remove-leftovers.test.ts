import { describe, expect, it } from 'vitest';
import type { RecordKind, StateRecord } from '../../../src/app/app.functions/sync/ports.ts';
import { removeLeftovers } from '../../../src/app/app.functions/sweep/remove-leftovers.ts';
import { createMemoryStore } from '../settings/settings-kit.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const aRecord = (key: string, kind: RecordKind, ageMs: number): StateRecord => ({
  key,
  kind,
  payload: '',
  version: 1,
  status: '',
  occurredAt: now - ageMs,
  summary: '',
});

function aMemory(records: readonly StateRecord[]) {
  const memory = createMemoryStore();
  for (const record of records) memory.put(record);
  return memory;
}

describe('what was left behind', () => {
  it.each([
    ['rows', 2 * hourMs],
    ['outcomes', 2 * hourMs],
    ['lease', 2 * hourMs],
    ['audit', 400 * dayMs],
    ['skipped', 400 * dayMs],
  ] as const)('%s go when they are older than %i ms, and stay until then', async (kind, keptMs) => {
    const { store, records } = aMemory([
      aRecord('young', kind, keptMs - 1),
      aRecord('just', kind, keptMs),
      aRecord('old', kind, keptMs + 1),
    ]);

    await removeLeftovers(store, now, () => false);

    expect([...records.keys()]).toEqual(['young', 'just']);
  });

  it.each(['setup', 'settings', 'facts', 'webinar', 'people', 'sweep'] as const)(
    '%s are never left behind, however old they are',
    async (kind) => {
      const { store, records } = aMemory([aRecord('old', kind, 5_000 * dayMs)]);

      await removeLeftovers(store, now, () => false);

      expect(records.size).toBe(1);
    },
  );

  it('nothing is written where there is nothing', async () => {
    const { store, calls } = aMemory([aRecord('young', 'rows', 0)]);

    await removeLeftovers(store, now, () => false);

    expect(calls).not.toContain('remove');
  });

  it('old records of all kinds are found with one call, and removed with one', async () => {
    const { store, records, calls } = aMemory([
      aRecord('old rows', 'rows', dayMs),
      aRecord('old lease', 'lease', dayMs),
      aRecord('old audit', 'audit', 500 * dayMs),
      aRecord('young audit', 'audit', dayMs),
    ]);

    await removeLeftovers(store, now, () => false);

    expect([...records.keys()]).toEqual(['young audit']);
    expect(calls).toEqual(['list', 'remove']);
  });

  it('as many as there are are removed while there is time', async () => {
    const many = Array.from({ length: 250 }, (_, index) => aRecord(`old ${index}`, 'rows', dayMs));
    const whole = aMemory(many);
    const late = aMemory(many);

    await removeLeftovers(whole.store, now, () => false);
    await removeLeftovers(late.store, now, () => true);

    expect(whole.records.size).toBe(0);
    expect(late.records.size).toBe(150);
  });
});
