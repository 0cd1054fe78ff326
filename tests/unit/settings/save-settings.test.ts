import { describe, expect, it } from 'vitest';
import { saveSettings } from '../../../src/app/app.functions/settings/save-settings.ts';
import {
  readNewestSettings,
  settingsKey,
  writeSettings,
} from '../../../src/app/app.functions/settings/settings-store.ts';
import { at, minuteMs } from '../../support/builders.ts';
import { createMemoryStore, denseId, someSettings, someUserSettings } from './settings-kit.ts';

const now = at('12:00');
const mine = someSettings({ contactExclusions: ['mine.com'] });
const theirs = someSettings({ contactExclusions: ['theirs.com'] });

async function openSaved() {
  const memory = createMemoryStore();
  await writeSettings(memory.store, someSettings(), 0, now);
  memory.calls.length = 0;
  return memory;
}

describe('saving settings', () => {
  it('answers what is now in force, and what was understood as something else', async () => {
    const { store } = await openSaved();

    const answer = await saveSettings(
      store,
      { settings: someSettings({ contactExclusions: ['@Mine.com'] }), version: 1 },
      now + minuteMs,
    );

    expect(answer).toEqual({
      ok: true,
      outcome: 'saved',
      settings: mine,
      version: 2,
      savedAt: '2026-11-20T12:01:00.000Z',
      notes: [{ field: 'contactExclusions', given: '@Mine.com', became: 'mine.com' }],
    });
    expect(await readNewestSettings(store)).toEqual({
      settings: mine,
      version: 2,
      savedAt: '2026-11-20T12:01:00.000Z',
    });
  });

  it('takes few calls', async () => {
    const { store, calls } = await openSaved();

    await saveSettings(store, { settings: mine, version: 1 }, now);

    expect(calls).toEqual(['read', 'read', 'create settings:2', 'write settings', 'read']);
  });

  it('is refused with the problems of its form, and reads nothing', async () => {
    const { store, calls } = await openSaved();

    expect(await saveSettings(store, { settings: { ...mine, backfillDays: 999 }, version: 1 }, now)).toEqual({
      ok: true,
      outcome: 'invalid',
      problems: [{ field: 'backfillDays', problem: 'invalid', must: 'be a whole number from 0 to 180' }],
    });
    expect(calls).toEqual([]);
  });

  it('is refused with entries that cannot be used, and changes nothing', async () => {
    const { store, calls } = await openSaved();

    expect(
      await saveSettings(store, { settings: someSettings({ contactExclusions: ['com'] }), version: 1 }, now),
    ).toEqual({
      ok: true,
      outcome: 'invalid',
      problems: [{ field: 'contactExclusions', given: 'com', problem: 'too-broad' }],
    });
    expect(calls).toEqual(['read', 'read']);
  });

  it('is refused when it does not fit a record', async () => {
    const { store } = await openSaved();
    const users = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, index) => [
        `acc-1:${denseId(index)}`,
        someUserSettings({ syncsWebinars: true }),
      ]),
    );

    expect(await saveSettings(store, { settings: someSettings({ users }), version: 1 }, now)).toEqual({
      ok: true,
      outcome: 'invalid',
      problems: [{ field: 'users', problem: 'too-many' }],
    });
  });

  it('changes nothing when somebody else has saved before, and answers theirs', async () => {
    const { store } = await openSaved();
    await writeSettings(store, theirs, 1, now);

    const answer = await saveSettings(store, { settings: mine, version: 1 }, now + minuteMs);

    expect(answer).toEqual({
      ok: true,
      outcome: 'conflict',
      settings: theirs,
      version: 2,
      savedAt: '2026-11-20T12:00:00.000Z',
    });
    expect(await readNewestSettings(store)).toMatchObject({ settings: theirs });
  });

  it('changes nothing when somebody else saves just then, even if theirs is not the head yet', async () => {
    const memory = await openSaved();
    memory.before('create settings:2', async () => {
      const head = memory.records.get(settingsKey);
      await writeSettings(memory.store, theirs, 1, now);
      if (head !== undefined) memory.records.set(settingsKey, head);
    });

    const answer = await saveSettings(memory.store, { settings: mine, version: 1 }, now);

    expect(answer).toMatchObject({ outcome: 'conflict', settings: theirs, version: 2 });
  });

  it('is no conflict when it repeats what is in force, as after an answer that was lost', async () => {
    const { store, calls } = await openSaved();
    const settings = someSettings({
      users: { 'a:b': someUserSettings({ newWebinarsOffSince: '2026-11-20T11:59:58Z' }) },
    });
    const first = await saveSettings(store, { settings, version: 1 }, now);
    calls.length = 0;

    const second = await saveSettings(store, { settings, version: 1 }, now + minuteMs);

    expect(second).toEqual(first);
    expect(calls).toEqual(['read', 'read']);
  });

  it('is a conflict when it names a version that never was', async () => {
    const { store } = await openSaved();

    expect(await saveSettings(store, { settings: mine, version: 9 }, now)).toMatchObject({
      outcome: 'conflict',
      version: 1,
    });
    expect(await saveSettings(store, { settings: someSettings(), version: 9 }, now)).toMatchObject({
      outcome: 'conflict',
      version: 1,
    });
  });

  it('goes on from damaged settings', async () => {
    const memory = await openSaved();
    for (const [key, record] of memory.records) memory.records.set(key, { ...record, payload: '' });

    expect(await readNewestSettings(memory.store)).toMatchObject({ version: 1, settings: { isSyncOn: false } });
    expect(await saveSettings(memory.store, { settings: mine, version: 1 }, now)).toMatchObject({
      outcome: 'saved',
      version: 2,
    });
  });
});
