import { describe, expect, it } from 'vitest';
import { parseSyncArguments } from '../../../scripts/sync/sync-arguments.ts';
import { readSyncEnvironment } from '../../../scripts/sync/sync-environment.ts';
import { UsageError } from '../../../scripts/terminal/run-command.ts';

describe('the command line of a sync', () => {
  it.each([
    [['--webinar', '812 3456 7801'], { kind: 'webinars', webinarIds: ['812 3456 7801'], isDryRun: false }],
    [['--webinar', '1', '--webinar=2'], { kind: 'webinars', webinarIds: ['1', '2'], isDryRun: false }],
    [['--webinar', '1', '--dry-run'], { kind: 'webinars', webinarIds: ['1'], isDryRun: true }],
    [
      ['--person', 'ann@acme.example.com', '--webinar', '1'],
      { kind: 'person', webinarId: '1', address: 'ann@acme.example.com' },
    ],
    [['--sweep'], { kind: 'sweep', mode: 'due' }],
    [['--all'], { kind: 'sweep', mode: 'all' }],
    [['--setup'], { kind: 'setup' }],
    [['--settings'], { kind: 'settings' }],
    [['--settings-file', 'settings.json'], { kind: 'save-settings', path: 'settings.json' }],
  ])('%j is understood', (argv, choice) => {
    expect(parseSyncArguments(argv)).toEqual({ choice, connection: null, wantsJson: false });
  });

  it('takes a connection and JSON', () => {
    expect(parseSyncArguments(['--all', '--connection', 'Academy', '--json'])).toEqual({
      choice: { kind: 'sweep', mode: 'all' },
      connection: 'Academy',
      wantsJson: true,
    });
  });

  it.each([
    ['nothing chosen', [], 'Say which webinar'],
    ['two choices', ['--all', '--webinar', '1'], 'Choose either --webinar or --all, not both'],
    ['two other choices', ['--setup', '--settings'], 'Choose either --setup or --settings, not both'],
    ['an unknown flag', ['--everything'], "Unknown option '--everything'"],
    ['a flag without its value', ['--webinar'], "Option '--webinar <value>' argument missing"],
    ['an empty ID', ['--webinar', ' '], '--webinar needs the webinar’s ID'],
    ['an empty connection', ['--all', '--connection='], '--connection needs the name'],
    [
      'a connection for what is about all',
      ['--settings', '--connection', 'a'],
      '--settings is about all Zoom accounts',
    ],
    ['an empty file name', ['--settings-file', ' '], '--settings-file needs the name of a JSON file'],
    ['a person without a webinar', ['--person', 'ann@acme.example.com'], '--person needs exactly one --webinar ID'],
    ['a person of two webinars', ['--person', 'a@b.example', '--webinar', '1', '--webinar', '2'], 'exactly one'],
    ['a person without an address', ['--person', 'ann', '--webinar', '1'], '“ann” is none'],
    ['a dry run of everything', ['--all', '--dry-run'], '--dry-run goes with --webinar ID only'],
    ['a dry run of a person', ['--person', 'a@b.example', '--webinar', '1', '--dry-run'], '--dry-run goes with'],
    ['a stray word', ['--all', 'now'], "Unexpected argument 'now'"],
  ])('refuses %s with a sentence', (_case, argv, sentence) => {
    expect(() => parseSyncArguments(argv)).toThrow(UsageError);
    expect(() => parseSyncArguments(argv)).toThrow(sentence);
  });
});

describe('the environment of a sync', () => {
  it('hands over the token, the secret and the base URLs, and nothing else', () => {
    const environment = readSyncEnvironment({
      HUBSPOT_ACCESS_TOKEN: 'pat-1',
      ZOOM_CONNECTIONS: '[]',
      ZOOM_API_URL: 'http://127.0.0.1:4010/v2',
      PATH: '/bin',
    });

    expect(environment).toEqual({
      accessToken: 'pat-1',
      secrets: { ZOOM_CONNECTIONS: '[]' },
      baseUrls: { ZOOM_API_URL: 'http://127.0.0.1:4010/v2' },
    });
  });

  it('treats an empty variable like an absent one, so that the functions can say what is missing', () => {
    expect(readSyncEnvironment({ HUBSPOT_ACCESS_TOKEN: '', ZOOM_CONNECTIONS: '', HUBSPOT_API_URL: '' })).toEqual({
      accessToken: undefined,
      secrets: {},
      baseUrls: {},
    });
  });

  it('refuses a base URL that is none', () => {
    expect(() => readSyncEnvironment({ ZOOM_API_URL: 'localhost' })).toThrow(UsageError);
  });
});
