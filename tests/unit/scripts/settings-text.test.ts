import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defaultSettings, defaultUserSettings, type Settings } from '../../../src/app/extensions/contract/settings.ts';
import { readSettingsFile } from '../../../scripts/sync/settings-command.ts';
import { renderSaved, renderSettings } from '../../../scripts/sync/settings-text.ts';
import { renderSetup } from '../../../scripts/sync/setup-command.ts';
import { createTerminalWords } from '../../../scripts/sync/terminal-words.ts';
import { UsageError } from '../../../scripts/terminal/run-command.ts';

const words = createTerminalWords('UTC');
const some: Settings = {
  ...defaultSettings,
  isSyncOn: true,
  recordingUsers: 'selected',
  contactExclusions: ['acme.example', 'xn--mnchen-3ya.example'],
  contactPolicy: 'update-only',
  users: {
    'account:one': { ...defaultUserSettings, syncsRecordings: true, webinars: { '81234567801': false } },
    'account:two': { ...defaultUserSettings, syncsWebinars: false, newWebinarsOffSince: '2026-11-01T00:00:00Z' },
    'account:three': defaultUserSettings,
  },
};
const versioned = { settings: some, version: 4, savedAt: '2026-11-20T12:00:00Z' };

describe('the settings in words', () => {
  it('S2: say that the sync is off until somebody saves, and how to turn it on', () => {
    const lines = renderSettings({ settings: defaultSettings, version: 0, savedAt: null }, words);

    expect(lines[0]).toMatch(/^Sync webinar data\s+off\. To turn it on, save a file with \{"isSyncOn": true\}/u);
    expect(lines.at(-1)).toContain('nothing was saved yet');
  });

  it('S3–S7, B2: name every choice, and those users only who differ from the account', () => {
    expect(renderSettings(versioned, words)).toEqual([
      'Sync webinar data         on',
      'Webinars                  of all Zoom users',
      'Recordings, transcripts   of selected Zoom users',
      'Contact exclusions        acme.example, xn--mnchen-3ya.example',
      'Recording exclusions      none',
      'Contacts                  only updated, never created',
      'Looks back                30 days',
      'Share of Zoom’s limits    50 %',
      'Zoom user account:one     recordings on, webinar 81234567801 off',
      'Zoom user account:two     webinars off, webinars scheduled since 2026-11-01T00:00:00Z off',
      expect.stringMatching(/^Version {19}4, saved Nov 20, 2026, 12:00\sPM$/u),
    ]);
  });
});

describe('what came of saving settings', () => {
  it('S6: says what an entry was taken for', () => {
    const notes = [{ field: 'contactExclusions', given: '@Acme.example', became: 'acme.example' }] as const;

    const lines = renderSaved({ ok: true, outcome: 'saved', notes, ...versioned }, words);

    expect(lines.slice(0, 2)).toEqual([
      'Contact exclusions: “@Acme.example” was taken as acme.example.',
      'The settings were saved.',
    ]);
  });

  it('explains a conflict, and what to do', () => {
    const lines = renderSaved({ ok: true, outcome: 'conflict', ...versioned }, words);

    expect(lines[0]).toBe('Nothing was saved: somebody else has saved other settings meanwhile. In force are:');
    expect(lines.at(-1)).toContain('--settings --json');
  });

  it('explains every kind of problem', () => {
    const domain = { field: 'recordingExclusions', given: 'x' } as const;
    const problems = [
      { ...domain, problem: 'empty' },
      { ...domain, problem: 'not-a-domain' },
      { ...domain, problem: 'too-broad' },
      { field: 'backfillDays', problem: 'invalid', must: 'be a whole number from 0 to 180' },
      { field: 'users', problem: 'too-many' },
    ] as const;

    expect(renderSaved({ ok: true, outcome: 'invalid', problems }, words)).toEqual([
      'Nothing was saved:',
      '  Recording exclusions: “x” is empty.',
      '  Recording exclusions: “x” is not a domain.',
      '  Recording exclusions: “x” would cover everybody below a public ending.',
      '  backfillDays must be a whole number from 0 to 180.',
      '  There are too many choices for single users and webinars; HubSpot’s record cannot hold them.',
    ]);
  });
});

describe('a file with settings', () => {
  const write = (text: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'settings-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'settings.json');
    writeFileSync(path, text);
    return path;
  };

  it('may hold a few settings, for those in force', () => {
    expect(readSettingsFile(write('{"isSyncOn": true}'))).toEqual({ settings: { isSyncOn: true }, version: null });
  });

  it('may be what --settings --json printed, for the settings of that version', () => {
    const printed = { ok: true, ...versioned, zoomAccounts: [] };

    expect(readSettingsFile(write(JSON.stringify(printed)))).toEqual({ settings: some, version: 4 });
  });

  it.each([
    ['is not JSON', '{isSyncOn: true}', 'is not JSON'],
    ['is a list', '[]', 'must be a JSON object'],
  ])('is refused when it %s', (_case, text, sentence) => {
    expect(() => readSettingsFile(write(text))).toThrow(UsageError);
    expect(() => readSettingsFile(write(text))).toThrow(sentence);
  });

  it('is refused when it is not there', () => {
    expect(() => readSettingsFile('/no/such/settings.json')).toThrow('/no/such/settings.json cannot be read');
  });
});

describe('the set-up in words', () => {
  it('B1: names each check with its state, what it means and what to do', () => {
    const check = { connection: null, names: [], failure: null } as const;
    const lines = renderSetup(
      {
        ok: true,
        isReady: false,
        checks: [
          { ...check, check: 'hubspot-token', state: 'ok' },
          { ...check, check: 'hubspot-definitions', state: 'fixed', names: ['a', 'b'] },
          {
            ...check,
            check: 'zoom-scopes',
            connection: 'Academy',
            state: 'to-do',
            names: ['user:read:list_users:admin'],
          },
        ],
      },
      words,
    );

    expect(lines.filter((line) => /^\S/u.test(line)).map((line) => line.split(/\s{2,}/u))).toEqual([
      ['Ready', 'Access to HubSpot'],
      ['Created just now', 'Properties, events and the app’s own records'],
      ['To do', 'Zoom permissions: Academy'],
      ['Something is still to do: see above.'],
    ]);
    expect(lines.join('\n')).toContain('This was missing and has been created: a and b.');
    expect(lines.join('\n')).toContain('user:read:list_users:admin');
  });

  it('B1: counts what was created where the names would fill the screen', () => {
    const names = Array.from({ length: 14 }, (_, index) => `property_${index}`);
    const created = { check: 'hubspot-definitions', connection: null, state: 'fixed', names, failure: null } as const;

    const text = renderSetup({ ok: true, isReady: true, checks: [created] }, words).join('\n');

    expect(text).toContain('14 things were missing and have been created.');
    expect(text).not.toContain('property_3');
    expect(text).toContain('Everything is ready.');
  });
});
