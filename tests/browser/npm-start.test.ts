import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { repositoryRoot } from '../../scripts/project/paths.ts';
import { openPage, useBrowser } from './support/pages.ts';

useBrowser();

/** Starts the command and waits for the address that it prints last. */
async function startDemo(...flags: readonly string[]) {
  const child = spawn(process.execPath, [join(repositoryRoot, 'scripts', 'start.ts'), '--port', '0', ...flags], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const notes = text(child.stderr);
  const ended = once(child, 'close') as Promise<[number | null]>;
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^ {2}(http:\/\/127\.0\.0\.1:\d+)(\/settings)?$/.exec(line)?.[1];
    if (url !== undefined) return { url, child, ended };
  }
  throw new Error(`npm start ended before it printed an address: ${await notes}`);
}

describe('npm start', { timeout: 300_000 }, () => {
  it('prints one address, where card and settings work on what the demo company synced', async () => {
    const demo = await startDemo();

    const page = await openPage(demo, '/contacts');
    await page.getByRole('searchbox', { name: 'Search contacts' }).fill('megan davies');
    await page.getByRole('link', { name: 'Megan Davies' }).click();
    await page.getByRole('group', { name: 'Zoom webinars' }).getByText('Flat roofs').first().waitFor();
    await page.getByRole('link', { name: 'App settings' }).click();
    await page.getByRole('tabpanel', { name: 'Settings' }).getByRole('table').getByRole('row').nth(5).waitFor();

    // What the page is still asking for would be cut off.
    await page.context().close();
    demo.child.kill('SIGINT');
    expect(await demo.ended).toEqual([0, null]);
  });

  it('leaves everything to do with --fresh', async () => {
    const demo = await startDemo('--fresh');

    const page = await openPage(demo, '/marketing-events');
    await page.getByText('No marketing events yet.').waitFor();
    await page.getByRole('link', { name: 'App settings' }).click();
    await page.getByRole('tabpanel', { name: 'Settings' }).getByRole('tab').first().waitFor();
  });
});
