import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemoWorld } from '../../scripts/demo/demo-world.ts';
import { ensureProjectBundles } from '../../scripts/bundling/project-bundles.ts';
import { repositoryRoot } from '../../scripts/project/paths.ts';
import { startStandIns, type StandIns } from '../../scripts/stand-ins/start-stand-ins.ts';
import type { SyncSummary } from '../../scripts/sync/sync-summary.ts';

const academyWebinarId = '91234567806';

let standIns: StandIns;

beforeAll(async () => {
  await ensureProjectBundles();
  standIns = await startStandIns({ seed: createDemoWorld(Date.now()) });
}, 60_000);

afterAll(() => standIns.close());

function startCommand(script: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [join(repositoryRoot, 'scripts', script), ...args], {
    cwd: repositoryRoot,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { child, ended: once(child, 'close') as Promise<[number | null]> };
}

async function runSync(args: readonly string[], env: Readonly<Record<string, string>> = { ...standIns.env }) {
  const { child, ended } = startCommand('sync.ts', args, env);
  const [stdout, stderr, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { stdout, stderr, exitCode };
}

const parseSummary = (stdout: string): SyncSummary => JSON.parse(stdout) as SyncSummary;
const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

describe('npm run emulators', () => {
  it('prints one line of JSON that is enough to connect, and ends with Ctrl-C or SIGTERM', async () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const { child, ended } = startCommand('emulators.ts', ['--zoom-port', '0', '--hubspot-port', '0'], {});
      const lines: string[] = [];
      const output = createInterface({ input: child.stdout });
      output.on('line', (line) => lines.push(line));
      await once(output, 'line');
      const ready = JSON.parse(lines[0] ?? '') as { zoom: string; hubspot: string; env: Record<string, string> };
      const state = await fetch(`${ready.hubspot}/_control/state`);

      child.kill(signal);

      expect(await ended).toEqual([0, null]);
      expect(state.status).toBe(200);
      expect(lines).toHaveLength(1);
      expect(Object.keys(ready.env)).toEqual([
        'ZOOM_API_URL',
        'ZOOM_OAUTH_URL',
        'HUBSPOT_API_URL',
        'ZOOM_CONNECTIONS',
        'HUBSPOT_ACCESS_TOKEN',
      ]);
    }
  });

  it('ends with code 2 and one sentence when the command line is wrong', async () => {
    const { child, ended } = startCommand('emulators.ts', ['--seed', 'no-such-file.json'], {});
    const [stdout, stderr, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);

    expect({ stdout, stderr, exitCode }).toEqual({
      stdout: '',
      stderr: 'The seed file no-such-file.json cannot be read.\n',
      exitCode: 2,
    });
  });
});

describe('npm run sync', { timeout: 60_000 }, () => {
  it('writes nothing in a dry run, and says what it would do', async () => {
    const before = standIns.hubSpot.world();
    const contactCount = before.stores.get('0-1')?.live.size;
    const eventCount = before.marketingEvents.size;

    const { stdout, exitCode } = await runSync(['--webinar', '812 3456 7802', '--dry-run', '--json']);

    const { webinars } = parseSummary(stdout);
    expect(exitCode).toBe(0);
    expect(webinars[0]).toMatchObject({
      id: '81234567802',
      isDryRun: true,
      eligible: 104,
      skipped: { 'awaiting-approval': 6, denied: 4 },
    });
    expect(standIns.hubSpot.world().stores.get('0-1')?.live.size).toBe(contactCount);
    expect(standIns.hubSpot.world().marketingEvents.size).toBe(eventCount);
  });

  it('syncs every past webinar, prints one JSON document, and counts its calls as the vendors do', async () => {
    standIns.zoom.requests.clear();
    standIns.hubSpot.requests.clear();

    const { stdout, exitCode } = await runSync(['--all', '--json']);

    const summary = parseSummary(stdout);
    expect(exitCode).toBe(0);
    expect(stdout.trimEnd()).not.toContain('\n');
    expect(summary.ok).toBe(true);
    expect(summary.webinars).toHaveLength(11);
    expect(summary.steps).toBeGreaterThanOrEqual(11);
    expect(summary.calls).toEqual({
      zoom: sumOf(standIns.zoom.requests.counts()),
      hubspot: sumOf(standIns.hubSpot.requests.counts()),
    });
  });

  it('writes no person twice', async () => {
    await runSync(['--webinar', '81234567801', '--json']);

    const { stdout } = await runSync(['--webinar', '81234567801', '--json']);

    expect(parseSummary(stdout).writes).toMatchObject({ contacts: 0, attendance: 0, events: 0, marketingEvents: 0 });
  });

  it('syncs a webinar of another connected account and prints a table', async () => {
    const { stdout, exitCode } = await runSync(['--webinar', academyWebinarId, '--connection', 'Solarix Academy']);

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^Webinar\s+Registered\s+Attended\s+No-show\s+Cancelled\s+Synced\s+Unchanged\s+Skipped\s+Calls$/mu,
    );
    expect(stdout).toMatch(/^Partner training: installing the home[^\d]*(\s+\d+){8}$/mu);
    expect(stdout).toMatch(/^1 webinar, 213 people: \d+ synced, \d+ unchanged, \d+ skipped\.$/mu);
  });

  it('goes on after a webinar that fails, says what to do, and ends with code 1', async () => {
    const { stdout, exitCode } = await runSync(['--webinar', '800000000', '--webinar', '81234567804']);

    expect(exitCode).toBe(1);
    expect(stdout).toContain('Webinar 800000000 was not synced.\n  Zoom has no webinar 800000000 in this account.');
    expect(stdout).toContain('Product update: open house');
  });

  it.each([
    ['no Zoom account is connected', 'ZOOM_CONNECTIONS', 'connections-missing'],
    ['there is no access to HubSpot', 'HUBSPOT_ACCESS_TOKEN', 'hubspot-token-missing'],
  ])('says so when %s', async (_case, variable, cause) => {
    const { stdout, exitCode } = await runSync(['--webinar', '81234567801', '--json'], {
      ...standIns.env,
      [variable]: '',
    });

    expect(exitCode).toBe(1);
    expect(parseSummary(stdout).webinars[0]).toMatchObject({ status: 'failed', failure: { reason: { cause } } });
  });

  it('ends with code 2 when the command line is wrong, and keeps stdout empty', async () => {
    const { stdout, stderr, exitCode } = await runSync(['--json']);

    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toContain('Say which webinar');
  });
});
