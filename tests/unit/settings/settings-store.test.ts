import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../../src/app/extensions/contract/settings.ts';
import { formatSettings } from '../../../src/app/app.functions/settings/parse-settings.ts';
import {
  readNewestSettings,
  readSettingsRecord,
  settingsKey,
  versionsKept,
  writeSettings,
} from '../../../src/app/app.functions/settings/settings-store.ts';
import { IntegrationError, toFailure } from '../../../src/app/app.functions/http/integration-error.ts';
import type { StateRecord } from '../../../src/app/app.functions/sync/ports.ts';
import { at, minuteMs } from '../../support/builders.ts';
import {
  createMemoryStore,
  denseId,
  Killed,
  someSettings,
  someUserSettings,
  type MemoryStore,
} from './settings-kit.ts';

const now = at('12:00');

const aRecord = (changes: Partial<StateRecord> = {}): StateRecord => ({
  key: settingsKey,
  kind: 'settings',
  payload: formatSettings(someSettings()),
  version: 3,
  status: 'on',
  occurredAt: now,
  summary: '',
  ...changes,
});

const tooNewPayload = JSON.stringify({ format: 2, settings: {} });
const tooNew = { failure: { kind: 'rejected', system: 'app', reason: { cause: 'settings-too-new' } } };
const nobodys = { settings: defaultSettings, version: 0, savedAt: null };

/** Saves so many versions, each a minute after the other and with its number as the days of the back-fill. */
async function saved(count: number): Promise<MemoryStore> {
  const memory = createMemoryStore();
  for (let version = 0; version < count; version += 1) {
    await writeSettings(memory.store, numbered(version + 1), version, now + version * minuteMs);
  }
  memory.calls.length = 0;
  return memory;
}

const numbered = (number: number): Settings => someSettings({ backfillDays: number });
const headOf = ({ records }: MemoryStore) => readSettingsRecord(records.get(settingsKey));
const versionsIn = ({ records }: MemoryStore): readonly number[] =>
  [...records.keys()].filter((key) => key !== settingsKey).map((key) => Number(key.slice('settings:'.length)));

function change(memory: MemoryStore, key: string, changes: Partial<StateRecord>): void {
  memory.put({ ...aRecord({ key }), ...memory.records.get(key), ...changes });
}

describe('the record that a sync reads along', () => {
  it('holds the settings, their version and when they were saved', () => {
    expect(readSettingsRecord(aRecord())).toEqual({
      settings: someSettings(),
      version: 3,
      savedAt: '2026-11-20T12:00:00.000Z',
    });
  });

  it('S2: switches nothing on when it is not there', () => {
    expect(readSettingsRecord(undefined)).toEqual(nobodys);
  });

  it('S2: switches nothing on when it is damaged', () => {
    expect(readSettingsRecord(aRecord({ payload: '{"format":1,"sett', occurredAt: null }))).toEqual({
      settings: defaultSettings,
      version: 3,
      savedAt: null,
    });
  });

  it('stops whoever is too old to understand it', () => {
    expect(() => readSettingsRecord(aRecord({ payload: tooNewPayload }))).toThrow('settings-too-new');
  });
});

describe('the newest settings', () => {
  it('are nobody’s before the first save, and then nothing is written', async () => {
    const { store, calls } = createMemoryStore();

    expect(await readNewestSettings(store)).toEqual(nobodys);
    expect(calls).toEqual(['read', 'list', 'read']);
  });

  it('are those of the head when nobody has saved since, and then nothing is written', async () => {
    const memory = await saved(3);

    expect(await readNewestSettings(memory.store)).toMatchObject({ version: 3, settings: { backfillDays: 3 } });
    expect(memory.calls).toEqual(['read', 'read']);
  });

  it.each([1, 9, 10, 11, 19])('are found when the head is %i versions behind, and the head follows', async (behind) => {
    const memory = await saved(versionsKept);
    change(memory, settingsKey, { ...memory.records.get(`settings:${versionsKept - behind}`), key: settingsKey });

    expect(await readNewestSettings(memory.store)).toMatchObject({ version: versionsKept });
    expect(headOf(memory)).toMatchObject({ version: versionsKept, settings: { backfillDays: versionsKept } });
  });

  it.each([
    ['is gone', (memory: MemoryStore) => void memory.records.delete(settingsKey)],
    ['is damaged', (memory: MemoryStore) => change(memory, settingsKey, { payload: '' })],
    ['has lost its version', (memory: MemoryStore) => change(memory, settingsKey, { version: 0 })],
    ['is damaged and behind', (memory: MemoryStore) => change(memory, settingsKey, { payload: '', version: 24 })],
  ])('are found when the head %s', async (_name, spoil) => {
    const memory = await saved(25);
    spoil(memory);

    expect(await readNewestSettings(memory.store)).toEqual({
      settings: numbered(25),
      version: 25,
      savedAt: '2026-11-20T12:24:00.000Z',
    });
    expect(headOf(memory)).toMatchObject({ version: 25, settings: { backfillDays: 25 } });
  });

  it('are found without the head although the list of records does not show the last save yet', async () => {
    const memory = await saved(5);
    memory.records.delete(settingsKey);
    const listed = await memory.store.listNewest('settings', 100);
    const store = {
      ...memory.store,
      listNewest: async () => listed.filter(({ version }) => version < 4),
    };

    expect(await readNewestSettings(store)).toMatchObject({ version: 5 });
  });

  it('S2: switch nothing on when their own record is damaged', async () => {
    const memory = await saved(3);
    change(memory, 'settings:4', { version: 4, payload: 'nonsense' });

    expect(await readNewestSettings(memory.store)).toMatchObject({ version: 4, settings: { isSyncOn: false } });
  });

  it('stop whoever is too old to understand them', async () => {
    const memory = await saved(3);
    change(memory, 'settings:4', { version: 4, payload: tooNewPayload });

    await expect(readNewestSettings(memory.store)).rejects.toMatchObject(tooNew);
    await expect(readNewestSettings(memory.store)).rejects.toMatchObject(tooNew);
  });
});

describe('a save', () => {
  it('makes a version of its own, and the head a copy of it', async () => {
    const memory = createMemoryStore();

    expect(await writeSettings(memory.store, numbered(7), 0, now)).toEqual({
      kind: 'written',
      saved: { settings: numbered(7), version: 1, savedAt: '2026-11-20T12:00:00.000Z' },
    });
    expect(memory.records.get('settings:1')).toMatchObject({
      kind: 'settings',
      version: 1,
      status: 'on',
      occurredAt: now,
      summary: 'Sync is on. Settings of single users: 0.',
    });
    expect(headOf(memory)).toMatchObject({ version: 1, settings: numbered(7) });
  });

  it('of a version that somebody has saved changes nothing', async () => {
    const memory = await saved(2);
    const before = structuredClone([...memory.records]);

    expect(await writeSettings(memory.store, numbered(9), 1, now)).toEqual({ kind: 'taken' });
    expect([...memory.records]).toEqual(before);
  });

  it('that is slow does not take the head back', async () => {
    const memory = createMemoryStore();
    memory.before('write settings', async () => {
      await writeSettings(memory.store, numbered(2), 1, now);
    });

    expect(await writeSettings(memory.store, numbered(1), 0, now)).toMatchObject({ saved: { version: 1 } });
    expect(headOf(memory)).toMatchObject({ version: 2, settings: numbered(2) });
  });

  it('keeps the newest twenty versions', async () => {
    const memory = await saved(25);

    expect(versionsIn(memory)).toEqual(Array.from({ length: 20 }, (_, index) => index + 6));
  });

  it('also removes what others were killed before removing', async () => {
    const memory = await saved(20);
    memory.killAtWrite(2, false);
    await expect(writeSettings(memory.store, numbered(21), 20, now)).rejects.toThrow(Killed);
    memory.revive();

    await writeSettings(memory.store, numbered(22), 21, now);

    expect(versionsIn(memory)).toEqual(Array.from({ length: 20 }, (_, index) => index + 3));
  });

  it('is one also when older versions cannot be removed', async () => {
    const memory = await saved(20);
    const failure = toFailure({ system: 'hubspot', operation: 'remove' }, 'unavailable', {
      cause: 'vendor-unavailable',
    });
    const store = { ...memory.store, remove: () => Promise.reject(new IntegrationError(failure)) };

    expect(await writeSettings(store, numbered(21), 20, now)).toMatchObject({ kind: 'written' });
  });

  it('of more than a record holds is refused', async () => {
    const memory = createMemoryStore();
    const users = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, index) => [
        `account:${denseId(index)}`,
        someUserSettings({ syncsWebinars: true }),
      ]),
    );

    expect(await writeSettings(memory.store, someSettings({ users }), 0, now)).toEqual({ kind: 'too-large' });
    expect(memory.calls).toEqual([]);
  });

  it('has room for two thousand users with IDs like Zoom’s', async () => {
    const { store } = createMemoryStore();
    const users = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, index) => [
        `account:${denseId(index)}`,
        someUserSettings({ syncsWebinars: true }),
      ]),
    );

    expect(await writeSettings(store, someSettings({ users }), 0, now)).toMatchObject({ kind: 'written' });
  });

  it.each([
    [0, false],
    [0, true],
    [1, false],
    [1, true],
    [2, false],
    [2, true],
  ])(
    'that is killed at write %i (which then happens: %s) leaves settings that can be read and saved',
    async (writes, hasEffect) => {
      const memory = await saved(20);
      memory.killAtWrite(writes, hasEffect);
      await expect(writeSettings(memory.store, numbered(21), 20, now)).rejects.toThrow(Killed);
      memory.revive();

      const newest = await readNewestSettings(memory.store);

      expect([20, 21]).toContain(newest.version);
      expect(newest.settings).toEqual(numbered(newest.version));
      expect(headOf(memory)).toEqual(newest);
      expect(await writeSettings(memory.store, numbered(99), newest.version, now)).toMatchObject({ kind: 'written' });
      expect(await readNewestSettings(memory.store)).toMatchObject({ settings: numbered(99) });
    },
  );
});
