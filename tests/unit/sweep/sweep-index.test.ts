import { describe, expect, it } from 'vitest';
import { createOverlayStateStore } from '../../../src/app/app.functions/hubspot/overlay-state-store.ts';
import {
  firstSweepKeys,
  loadMemory,
  readUserPlans,
  toMemoryRecords,
  type SweepMemory,
} from '../../../src/app/app.functions/sweep/sweep-index.ts';
import { newSweepHead, toHeadRecord } from '../../../src/app/app.functions/sweep/sweep-state.ts';
import type { SweepUser } from '../../../src/app/app.functions/sweep/sweep-users.ts';
import { aHeldEntry, dayMs, hourMs, noon, syncedAt } from './entries.ts';

const aUser = (number: number, changes: Partial<SweepUser> = {}): SweepUser => ({
  userId: `KDcuGIm1QgePTO8WbOqw${number}`,
  email: `user${number}@acme.example.com`,
  name: `User ${number}`,
  plan: 'no',
  askedDay: 20_777,
  recordings: null,
  ...changes,
});

function aLargeMemory(): SweepMemory {
  const entries = Array.from({ length: 1_000 }, (_, number) =>
    syncedAt(
      aHeldEntry(noon - number * hourMs, {
        webinarId: String(81_000_000_000 + number * 7_919),
        topic: `Growing vegetables on a balcony, part ${number}`,
      }),
      noon,
    ),
  );
  const users = Array.from({ length: 5_000 }, (_, number) => aUser(number));
  return {
    head: { ...newSweepHead, covered: { from: noon - 30 * dayMs, to: noon }, usersReadAt: noon },
    index: new Map(entries.map((entry) => [entry.webinarId, entry])),
    users: new Map(users.map((user) => [user.userId, user])),
  };
}

async function store(memory: SweepMemory) {
  const state = createOverlayStateStore(null, undefined);
  const { head, records } = toMemoryRecords('acc', memory, new Map(), noon);
  await state.write([...records, toHeadRecord('acc', head, noon)]);
  return { state, records, first: await state.read(firstSweepKeys('acc')) };
}

describe('the memory of sweeps', () => {
  it('holds a thousand webinars and five thousand users in records that HubSpot takes', async () => {
    const memory = aLargeMemory();
    const { state, records, first } = await store(memory);

    const loaded = await loadMemory(state, 'acc', first);

    expect(records.length).toBeLessThan(20);
    expect(Math.max(...records.map(({ payload }) => payload.length))).toBeLessThanOrEqual(60_000);
    expect(loaded.memory.index).toEqual(memory.index);
    expect(loaded.memory.users).toEqual(memory.users);
    expect(loaded.memory.head.covered).toEqual(memory.head.covered);
  });

  it.each([
    ['is gone', null],
    ['was damaged', 'nonsense'],
    ['holds something else', '[{"webinarId":7}]'],
  ])('looks at the whole period again when a record of the index %s', async (_, payload) => {
    const { state, first } = await store(aLargeMemory());
    const damaged = [...first].flatMap(([key, record]) => {
      const isDamaged = key === 'sweep:acc:index:0';
      if (!isDamaged) return [[key, record] as const];
      return payload === null ? [] : [[key, { ...record, payload }] as const];
    });

    const { memory } = await loadMemory(state, 'acc', new Map(damaged));

    expect(memory.head.covered).toBeNull();
    expect(memory.head.usersReadAt).toBe(noon);
    expect(memory.index.size).toBeLessThan(1_000);
  });

  it('begins anew when its head cannot be read', async () => {
    const { state, first } = await store(aLargeMemory());
    const head = first.get('sweep:acc');
    const damaged = new Map(
      [...first].map(([key, record]) => [key, record === head ? { ...record, payload: '{}' } : record]),
    );

    expect((await loadMemory(state, 'acc', damaged)).memory.head).toEqual(newSweepHead);
  });

  it('gives up records that it does not need any more', async () => {
    const { first, state } = await store(aLargeMemory());
    const { memory, records } = await loadMemory(state, 'acc', first);

    const { uselessIds, head } = toMemoryRecords('acc', { ...memory, users: new Map() }, records, noon);

    expect(head.userRecordCount).toBe(0);
    expect(uselessIds).toEqual(
      [...records.values()].filter(({ key }) => key.includes('users')).map(({ recordId }) => recordId),
    );
  });
});

describe('readUserPlans', () => {
  it('says who has a webinar plan', async () => {
    const users = [aUser(1, { plan: 'yes' }), aUser(2), aUser(3, { plan: 'unknown' })];
    const { state } = await store({
      head: newSweepHead,
      index: new Map(),
      users: new Map(users.map((user) => [user.userId, user])),
    });

    expect([...((await readUserPlans(state, 'acc')) ?? [])].map(([, plan]) => plan)).toEqual(['yes', 'no', 'unknown']);
  });

  it('knows nothing before the first sweep', async () => {
    expect(await readUserPlans(createOverlayStateStore(null, undefined), 'acc')).toBeNull();
  });
});
