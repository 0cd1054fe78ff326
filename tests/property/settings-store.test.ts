import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SaveSettingsAnswer, Settings } from '../../src/app/extensions/contract/settings.ts';
import { saveSettings } from '../../src/app/app.functions/settings/save-settings.ts';
import {
  readNewestSettings,
  readSettingsRecord,
  settingsKey,
} from '../../src/app/app.functions/settings/settings-store.ts';
import type { StateStore } from '../../src/app/app.functions/sync/ports.ts';
import { settings as runs } from '../support/arbitraries.ts';
import { at } from '../support/builders.ts';
import { createMemoryStore, Killed, someSettings } from '../unit/settings/settings-kit.ts';

const now = at('12:00');

/** Settings that say who has saved them. */
const by = (saver: number): Settings => someSettings({ contactExclusions: [`saver-${saver}.com`] });

/** Lets the scheduler decide whose call comes next. */
function scheduled(scheduler: fc.Scheduler, store: StateStore): StateStore {
  const { read, create, write, remove, listNewest } = store;
  return {
    ...store,
    read: scheduler.scheduleFunction(read),
    create: scheduler.scheduleFunction(create),
    write: scheduler.scheduleFunction(write),
    remove: scheduler.scheduleFunction(remove),
    listNewest: scheduler.scheduleFunction(listNewest),
  };
}

const isSaved = (answer: SaveSettingsAnswer): boolean => answer.outcome === 'saved';

describe('several who save at once', () => {
  it('of one version, one does; the others are answered what is in force', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 4 }), async (scheduler, saverCount) => {
        const memory = createMemoryStore();
        await saveSettings(memory.store, { settings: by(0), version: 0 }, now);
        const store = scheduled(scheduler, memory.store);
        const savers = Array.from({ length: saverCount }, (_, index) => index + 1);

        const saving = Promise.all(
          savers.map((saver) => saveSettings(store, { settings: by(saver), version: 1 }, now)),
        );
        await scheduler.waitFor(saving);
        const answers = await saving;

        const winner = savers[answers.findIndex(isSaved)] ?? 0;
        const inForce = { settings: by(winner), version: 2 };
        expect(answers.filter(isSaved)).toHaveLength(1);
        expect(answers.filter((answer) => !isSaved(answer))).toEqual(
          Array<unknown>(saverCount - 1).fill(expect.objectContaining({ outcome: 'conflict', ...inForce })),
        );
        expect(readSettingsRecord(memory.records.get(settingsKey))).toMatchObject(inForce);
      }),
      runs,
    );
  });

  it('who all go on until they have saved lose nothing, and the head ends as the last of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const memory = createMemoryStore();
        const store = scheduled(scheduler, memory.store);
        const saver = async (number: number): Promise<number> => {
          let version = 0;
          for (;;) {
            const answer = await saveSettings(store, { settings: by(number), version }, now);
            if (answer.outcome === 'invalid') throw new Error('refused');
            if (answer.outcome === 'saved') return answer.version;
            version = answer.version;
          }
        };

        const saving = Promise.all([1, 2, 3].map(saver));
        await scheduler.waitFor(saving);
        const versions = await saving;

        const last = versions.indexOf(3) + 1;
        expect(versions.toSorted()).toEqual([1, 2, 3]);
        expect(readSettingsRecord(memory.records.get(settingsKey))).toMatchObject({ version: 3, settings: by(last) });
        expect(versions.map((version) => memory.records.get(`settings:${version}`)?.version)).toEqual(versions);
      }),
      runs,
    );
  });
});

describe('a saver who is killed', () => {
  it('leaves either the old settings or the new ones, and whoever reads them brings the head up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 24 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.boolean()), { minLength: 1, maxLength: 4 }),
        async (savedCount, kills) => {
          const memory = createMemoryStore();
          for (let version = 0; version < savedCount; version += 1) {
            await saveSettings(memory.store, { settings: by(version + 1), version }, now + version);
          }
          let inForce = await readNewestSettings(memory.store);
          for (const [index, [writes, hasEffect]] of kills.entries()) {
            const before = inForce;
            const wanted = by(1_000 + index);
            memory.killAtWrite(writes, hasEffect);
            const answer = await saveSettings(memory.store, { settings: wanted, version: before.version }, now).catch(
              (error: unknown) => error,
            );
            memory.revive();

            inForce = await readNewestSettings(memory.store);

            const savedVersions = inForce.version - before.version;
            expect([0, 1]).toContain(savedVersions);
            expect(inForce.settings).toEqual([before.settings, wanted][savedVersions]);
            expect(answer instanceof Killed || savedVersions === 1).toBe(true);
            expect(readSettingsRecord(memory.records.get(settingsKey))).toEqual(inForce);
          }
        },
      ),
      runs,
    );
  });
});
