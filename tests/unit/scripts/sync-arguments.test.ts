import { describe, expect, it } from 'vitest';
import { parseSyncArguments } from '../../../scripts/sync/sync-arguments.ts';
import { readSyncEnvironment } from '../../../scripts/sync/sync-environment.ts';
import { UsageError } from '../../../scripts/terminal/run-command.ts';

describe('the command line of a sync', () => {
  it('takes one webinar, several, or all', () => {
    expect(parseSyncArguments(['--webinar', '812 3456 7801']).selection).toEqual({
      kind: 'webinars',
      webinarIds: ['812 3456 7801'],
    });
    expect(parseSyncArguments(['--webinar', '1', '--webinar=2']).selection).toEqual({
      kind: 'webinars',
      webinarIds: ['1', '2'],
    });
    expect(parseSyncArguments(['--all'])).toEqual({
      selection: { kind: 'all' },
      connection: null,
      isDryRun: false,
      wantsJson: false,
    });
  });

  it('takes a connection, a dry run and JSON', () => {
    expect(parseSyncArguments(['--all', '--connection', 'Academy', '--dry-run', '--json'])).toMatchObject({
      connection: 'Academy',
      isDryRun: true,
      wantsJson: true,
    });
  });

  it.each([
    ['nothing chosen', [], 'Say which webinar'],
    ['both chosen', ['--all', '--webinar', '1'], 'not both'],
    ['an unknown flag', ['--everything'], "Unknown option '--everything'"],
    ['a flag without its value', ['--webinar'], "Option '--webinar <value>' argument missing"],
    ['an empty ID', ['--webinar', ' '], "--webinar needs the webinar's ID".replace("'", '’')],
    ['an empty connection', ['--all', '--connection='], '--connection needs the name'],
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
