import { describe, expect, it } from 'vitest';
import { createRandom } from '../../emulators/core/random.ts';
import type { SaveSettingsAnswer, Settings, SettingsAnswer } from '../../src/app/extensions/contract/settings.ts';
import type { AppProcess } from '../support/app-process.ts';
import { openWorld, succeeded } from '../support/webinar-world.ts';
import { createInterleaving, seeds } from './interleaving.ts';

const savesEach = 3;
const triesMax = 40;

/** Adds domains one after the other, each to what is in force; who is told of a conflict looks again. */
async function addDomains(process: AppProcess, admin: string): Promise<number> {
  let conflictCount = 0;
  for (let saved = 0, tries = 0; saved < savesEach; tries += 1) {
    if (tries >= triesMax) throw new Error(`${admin} was told of ${conflictCount} conflicts`);
    const { settings, version } = succeeded(await process.call<SettingsAnswer>('get_settings', {}));
    const domain = `${admin}${saved}.example.com`;
    const wanted: Settings = { ...settings, contactExclusions: [...settings.contactExclusions, domain] };
    const answer = succeeded(await process.call<SaveSettingsAnswer>('save_settings', { settings: wanted, version }));
    if (answer.outcome === 'saved') {
      expect(answer).toMatchObject({ version: version + 1 });
      saved += 1;
    } else {
      expect(answer).toMatchObject({ outcome: 'conflict' });
      conflictCount += 1;
    }
  }
  return conflictCount;
}

describe('three admins who save settings at once', () => {
  it.each(seeds(3))(
    'lose nothing: one wins, the others are told and look again (seed %i)',
    async (seed) => {
      const world = await openWorld({ webinars: [] });
      const before = succeeded(await world.call<SettingsAnswer>('get_settings', {}));
      const interleaving = createInterleaving(world, createRandom(seed));
      const [ann, ben, cid] = await Promise.all([
        interleaving.startProcess(),
        interleaving.startProcess(),
        interleaving.startProcess(),
      ]);

      await interleaving.run([
        () => addDomains(ann, 'ann'),
        () => addDomains(ben, 'ben'),
        () => addDomains(cid, 'cid'),
      ]);

      const { settings, version } = succeeded(await world.call<SettingsAnswer>('get_settings', {}));
      const everybodys = ['ann', 'ben', 'cid'].flatMap((admin) => [0, 1, 2].map((n) => `${admin}${n}.example.com`));
      expect(settings.contactExclusions).toEqual(everybodys);
      expect(version).toBe(before.version + everybodys.length);
    },
    60_000,
  );
});
