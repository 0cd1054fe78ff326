import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildPreview } from './preview/build-preview.ts';
import { launchChromium } from './preview/chromium.ts';
import { openDemoWorld, openFreshWorld } from './preview/demo-worlds.ts';
import type { PreviewWorld } from './preview/open-world.ts';
import { repositoryRoot } from './project/paths.ts';
import type { Shot } from './screenshots/shot.ts';
import { shots } from './screenshots/shots.ts';
import { takeShot } from './screenshots/take-shot.ts';
import { parseFlags } from './terminal/parse-flags.ts';
import { exitCodes, runCommand, UsageError } from './terminal/run-command.ts';

const usage = `Usage: npm run screenshots [-- --only TEXT]

  --only TEXT  the pictures whose name has this text in it`;

const sizeMaxBytes = 200_000;

const openers: Readonly<Record<Shot['world'], () => Promise<PreviewWorld>>> = {
  demo: async () => (await openDemoWorld()).world,
  fresh: openFreshWorld,
};

/** `npm run screenshots`: a picture of every page and state, into `docs/images/`. Ends with 1 when one was not reached. */
await runCommand(async ({ argv, print, note }) => {
  const { only = '' } = parseFlags(argv, { only: { type: 'string' } }, usage);
  const wanted = shots.filter(({ name }) => name.includes(only));
  if (wanted.length === 0) throw new UsageError(`No picture is named like “${only}”.`);
  const folder = join(repositoryRoot, 'docs', 'images');
  mkdirSync(folder, { recursive: true });
  await buildPreview();
  const browser = await launchChromium();
  let failedCount = 0;
  try {
    for (const kind of ['demo', 'fresh'] as const) {
      const ofWorld = wanted.filter((shot) => shot.world === kind);
      if (ofWorld.length === 0) continue;
      note(`Opening the ${kind} company…`);
      const world = await openers[kind]();
      try {
        for (const shot of ofWorld) {
          for (const language of shot.languages ?? (['en'] as const)) {
            try {
              const { path, bytes } = await takeShot(shot, language, { browser, world, folder });
              const remark = bytes > sizeMaxBytes ? ', which is large: clip it, or show less' : '';
              print(`${relative(repositoryRoot, path)}  ${(bytes / 1000).toFixed(0)} kB${remark}`);
            } catch (error) {
              failedCount += 1;
              note(error instanceof Error ? error.message : String(error));
            }
          }
        }
      } finally {
        await world.close();
      }
    }
  } finally {
    await browser.close();
  }
  if (failedCount > 0) note(`${failedCount} pictures could not be taken.`);
  return failedCount === 0 ? exitCodes.ok : exitCodes.failed;
});
