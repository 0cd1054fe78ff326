import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemoWorld } from '../../scripts/demo/demo-world.ts';
import { ensureProjectBundles } from '../../scripts/bundling/project-bundles.ts';
import { repositoryRoot } from '../../scripts/project/paths.ts';
import { startStandIns, type StandIns } from '../../scripts/stand-ins/start-stand-ins.ts';
import type { SyncSummary } from '../../scripts/sync/sync-summary.ts';
import type { SettingsAnswer } from '../../src/app/extensions/contract/settings.ts';
import type { RunSetupAnswer } from '../../src/app/extensions/contract/setup.ts';

const academyWebinarId = '91234567806';

const seed = createDemoWorld(Date.now());
let standIns: StandIns;

beforeAll(async () => {
  await ensureProjectBundles();
  standIns = await startStandIns({ seed });
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

/** Saves what a file holds, as an admin at a terminal would. */
async function saveSettings(settings: object, ...flags: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'));
  const path = join(folder, 'settings.json');
  writeFileSync(path, JSON.stringify(settings));
  try {
    return await runSync(['--settings-file', path, ...flags]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const readSettings = async (): Promise<SettingsAnswer> =>
  JSON.parse((await runSync(['--settings', '--json'])).stdout) as SettingsAnswer;

describe('npm run sync before anything is set up', { timeout: 60_000 }, () => {
  it('B3: writes nothing in a dry run, and says who would be created, changed and skipped', async () => {
    const before = standIns.hubSpot.world();
    const contactCount = before.stores.get('0-1')?.live.size;
    const eventCount = before.marketingEvents.size;

    const { stdout, exitCode } = await runSync(['--webinar', '812 3456 7802', '--dry-run', '--json']);
    const table = await runSync(['--webinar', '812 3456 7802', '--dry-run']);

    const { webinars } = parseSummary(stdout);
    expect(exitCode).toBe(0);
    expect(webinars[0]).toMatchObject({
      id: '81234567802',
      isDryRun: true,
      eligible: 104,
      skipped: { 'awaiting-approval': 6, denied: 4 },
    });
    expect(table.stdout).toMatch(/^Person\s+Would be\s+Why or what$/mu);
    for (const outcome of ['created', 'changed', 'skipped']) {
      expect(table.stdout).toMatch(new RegExp(`^\\S.*<\\S+@\\S+>\\s+${outcome}\\s+\\S`, 'mu'));
    }
    expect(table.stdout).toContain('Dry run: nothing was written.');
    expect(standIns.hubSpot.world().stores.get('0-1')?.live.size).toBe(contactCount);
    expect(standIns.hubSpot.world().marketingEvents.size).toBe(eventCount);
  });

  it('S2: says that the sync is off, and how to turn it on, for a webinar and for a sweep', async () => {
    const webinar = await runSync(['--webinar', '81234567801']);
    const sweep = await runSync(['--sweep']);

    for (const { stdout, exitCode } of [webinar, sweep]) {
      expect(exitCode).toBe(0);
      expect(stdout).toContain('To turn it on, save a file with {"isSyncOn": true}');
    }
    expect(webinar.stdout).toContain('switched off');
    expect(sweep.stdout).toContain('Sync webinar data is off, so nothing was read or written.');
    expect(standIns.hubSpot.world().marketingEvents.size).toBe(0);
  });

  it('B1: sets up, prints each check in words, and is fine the second time', async () => {
    const first = await runSync(['--setup']);
    const second = await runSync(['--setup', '--json']);

    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    expect(first.stdout).toMatch(/^Created just now\s+Properties, events and the app’s own records$/mu);
    expect(first.stdout).toMatch(/^To do\s+Sync webinar data$/mu);
    const { isReady, checks } = JSON.parse(second.stdout) as RunSetupAnswer;
    expect(isReady).toBe(true);
    expect(checks.filter(({ state }) => state === 'fixed')).toEqual([]);
  });

  it('B1: fails the set-up when Zoom refuses the credentials, and says what to do', async () => {
    const connections = JSON.stringify([
      { name: 'main', accountId: 'demo-solarix', clientId: 'wrong', clientSecret: 'wrong' },
    ]);

    const { stdout, exitCode } = await runSync(['--setup'], { ...standIns.env, ZOOM_CONNECTIONS: connections });

    expect(exitCode).toBe(1);
    expect(stdout).toContain('Zoom refuses the credentials of the account “main”.');
    expect(stdout).toContain('Something is still to do: see above.');
  });
});

describe('npm run sync with settings', { timeout: 60_000 }, () => {
  it('S2, S6: saves some of the settings, keeps the others, and says what an entry was taken for', async () => {
    const before = await readSettings();

    const { stdout, exitCode } = await saveSettings({ isSyncOn: true, contactExclusions: ['@Solarix.example.com'] });

    expect(exitCode).toBe(0);
    expect(stdout).toContain('Contact exclusions: “@Solarix.example.com” was taken as solarix.example.com.');
    const { settings, version } = await readSettings();
    expect(settings).toEqual({ ...before.settings, isSyncOn: true, contactExclusions: ['solarix.example.com'] });
    expect(version).toBe(before.version + 1);
  });

  it('takes back what --settings --json printed, and refuses it when somebody has saved meanwhile', async () => {
    const printed = await readSettings();
    const changed = { ...printed, settings: { ...printed.settings, zoomSharePercent: 100, backfillDays: 60 } };

    const saved = await saveSettings(changed, '--json');
    const conflict = await saveSettings({ ...printed, settings: { ...printed.settings, backfillDays: 7 } });

    expect(saved.exitCode).toBe(0);
    expect(JSON.parse(saved.stdout)).toMatchObject({ outcome: 'saved', version: printed.version + 1 });
    expect(conflict.exitCode).toBe(1);
    expect(conflict.stdout).toContain('Nothing was saved: somebody else has saved other settings meanwhile.');
    expect((await readSettings()).settings.backfillDays).toBe(60);
  });

  it('explains what cannot be saved, and saves nothing of it', async () => {
    const before = await readSettings();

    const { stdout, exitCode } = await saveSettings({ backfillDays: 400, contactExclusions: ['com'] });

    expect(exitCode).toBe(1);
    expect(stdout).toContain('Nothing was saved:\n');
    expect(stdout).toContain('backfillDays must be a whole number from 0 to 180.');
    expect(await readSettings()).toEqual(before);
  });

  it('prints the settings in force', async () => {
    const { stdout, exitCode } = await runSync(['--settings']);

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Sync webinar data\s+on$/mu);
    expect(stdout).toMatch(/^Contact exclusions\s+solarix\.example\.com$/mu);
  });
});

describe('npm run sync', { timeout: 60_000 }, () => {
  it('B24: sweeps every webinar, prints one JSON document, and counts its calls as the vendors do', async () => {
    standIns.zoom.requests.clear();
    standIns.hubSpot.requests.clear();

    const { stdout, exitCode } = await runSync(['--all', '--json']);

    const summary = parseSummary(stdout);
    expect(exitCode).toBe(0);
    expect(stdout.trimEnd()).not.toContain('\n');
    expect(summary.ok).toBe(true);
    expect(summary.webinars).toHaveLength(22);
    expect(summary.sweeps).toMatchObject([{ connection: 'Solarix', isSyncOn: true, webinarCount: 22 }]);
    expect(summary.steps).toBe(summary.sweeps?.[0]?.steps);
    expect(summary.calls).toEqual({
      zoom: sumOf(standIns.zoom.requests.counts()),
      hubspot: sumOf(standIns.hubSpot.requests.counts()),
    });
  });

  it('B24: has nothing to do in a sweep of what is due, right after', async () => {
    const { stdout, exitCode } = await runSync(['--sweep']);

    expect(exitCode).toBe(0);
    expect(stdout.replaceAll(/\s+/gu, ' ')).toContain('22 webinars, 0 new; 0 synced');
    expect(stdout).toContain('0 webinars, 0 people: 0 synced, 0 unchanged, 0 skipped.');
  });

  it('B19: syncs one person, and says what became of them', async () => {
    const address =
      seed.zoom.accounts?.[0]?.webinars?.find(({ id }) => id === 81_234_567_813)?.registrants?.[0]?.email ?? '';

    const { stdout, exitCode } = await runSync(['--person', address, '--webinar', '81234567813']);

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Person\s+Was\s+Why or what$/mu);
    expect(stdout.toLowerCase()).toContain(`<${address.toLowerCase()}>`);
  });

  it('B19: says so when Zoom does not list the person', async () => {
    const { stdout, exitCode } = await runSync(['--person', 'nobody@acme.example.com', '--webinar', '81234567813']);

    expect(exitCode).toBe(1);
    expect(stdout).toContain('Zoom does not list this person for webinar 81234567813.');
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
