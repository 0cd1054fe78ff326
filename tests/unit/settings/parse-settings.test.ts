import { describe, expect, it } from 'vitest';
import { defaultSettings, defaultUserSettings } from '../../../src/app/extensions/contract/settings.ts';
import {
  formatSettings,
  parseSettings,
  settingsFormat,
  type Migration,
} from '../../../src/app/app.functions/settings/parse-settings.ts';
import { settingsOfNobody } from '../../../src/app/app.functions/settings/stored-settings.ts';
import { getUserSettings } from '../../../src/app/app.functions/settings/user-settings.ts';
import { someSettings, someUserSettings } from './settings-kit.ts';

const document = (settings: unknown, format: unknown = 1): string => JSON.stringify({ format, settings });

describe('stored settings', () => {
  const full = someSettings({
    webinarUsers: 'selected',
    recordingUsers: 'all',
    contactExclusions: ['acme.com', 'xn--mnchen-3ya.de'],
    recordingExclusions: ['other.org'],
    users: {
      'acc-1:host-1': someUserSettings({
        syncsWebinars: true,
        syncsRecordings: false,
        newWebinarsOffSince: '2026-11-20T12:00:00.000Z',
        webinars: { '900100200': true, '900100201': false },
      }),
      'acc-2:z8yCxJmDTXyU-_8': someUserSettings({ syncsWebinars: false }),
    },
    contactPolicy: 'update-only',
    zoomSharePercent: 1,
    backfillDays: 0,
  });

  it('come back as they were', () => {
    expect(parseSettings(formatSettings(full))).toEqual({ kind: 'settings', settings: full });
  });

  it('come back from a compressed record', () => {
    const users = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`acc-1:user-${index}`, someUserSettings({ syncsWebinars: true })]),
    );
    const settings = someSettings({ users });
    const payload = formatSettings(settings);

    expect(payload).toMatch(/^deflated:/);
    expect(parseSettings(payload)).toEqual({ kind: 'settings', settings });
  });

  it('have the defaults where nothing is', () => {
    expect(parseSettings(document({}))).toEqual({ kind: 'settings', settings: defaultSettings });
    expect(parseSettings(document({ users: { 'a:b': {} } }))).toEqual({
      kind: 'settings',
      settings: { ...defaultSettings, users: { 'a:b': defaultUserSettings } },
    });
  });

  it('that nobody has saved are those that the pages show', () => {
    expect(settingsOfNobody).toEqual(defaultSettings);
    expect(getUserSettings(settingsOfNobody, 'acc-1', 'host-1')).toEqual(defaultUserSettings);
  });

  it('may hold more than this version knows', () => {
    expect(parseSettings(document({ isSyncOn: true, somethingElse: 1 }))).toEqual({
      kind: 'settings',
      settings: someSettings(),
    });
  });

  it('may exclude a domain that has become a public suffix', () => {
    expect(parseSettings(document({ contactExclusions: ['co.uk'] }))).toMatchObject({ kind: 'settings' });
  });

  it.each([
    ['nothing', ''],
    ['a text that was cut', document(full).slice(0, -5)],
    ['a compressed text that was cut', 'deflated:eJxLTEoG'],
    ['something else', '[1]'],
    ['no format', JSON.stringify({ settings: {} })],
    ['a format that never was', document({}, 0)],
    ['a format that is no number', document({}, 'new')],
    ['no settings', JSON.stringify({ format: 1 })],
    ['settings that are a list', document([])],
    ['a choice of another version', document({ webinarUsers: 'some' })],
    ['a text for a switch', document({ isSyncOn: 'yes' })],
    ['a domain in capitals, which would cover nobody', document({ contactExclusions: ['Acme.com'] })],
    ['a domain that is none', document({ recordingExclusions: ['com'] })],
    ['a user without account', document({ users: { host: {} } })],
    ['a date that is none', document({ users: { 'a:b': { newWebinarsOffSince: 'soon' } } })],
    ['a share of nothing', document({ zoomSharePercent: 0 })],
    ['too many days', document({ backfillDays: 181 })],
  ])('are damaged: %s', (_name, payload) => {
    expect(parseSettings(payload)).toEqual({ kind: 'damaged' });
  });

  it('are too new when a newer version has saved them', () => {
    expect(parseSettings(document({ unheardOf: true }, 2))).toEqual({ kind: 'too-new' });
  });
});

describe('the migration of older settings', () => {
  const renameShare: Migration = ({ share, ...rest }) => ({ ...rest, zoomSharePercent: share });
  const switchToPolicy: Migration = ({ mayCreate, ...rest }) => ({
    ...rest,
    contactPolicy: mayCreate === false ? 'update-only' : 'create-and-update',
  });
  const third = {
    format: 3,
    migrations: new Map([
      [1, renameShare],
      [2, switchToPolicy],
    ]),
  };

  it('goes from format to format', () => {
    expect(parseSettings(document({ isSyncOn: true, share: 20, mayCreate: false }, 1), third)).toEqual({
      kind: 'settings',
      settings: someSettings({ zoomSharePercent: 20, contactPolicy: 'update-only' }),
    });
  });

  it('begins at the format of the record', () => {
    expect(parseSettings(document({ isSyncOn: true, zoomSharePercent: 20, mayCreate: false }, 2), third)).toEqual({
      kind: 'settings',
      settings: someSettings({ zoomSharePercent: 20, contactPolicy: 'update-only' }),
    });
  });

  it('leaves settings of the newest format alone', () => {
    expect(parseSettings(document({ zoomSharePercent: 20 }, 3), third)).toMatchObject({
      settings: { zoomSharePercent: 20 },
    });
  });

  it('that makes something else of them has damaged them', () => {
    expect(parseSettings(document({ share: 'half' }, 1), third)).toEqual({ kind: 'damaged' });
  });

  it('cannot be left out', () => {
    const gap = { format: 3, migrations: new Map([[1, renameShare]]) };

    expect(parseSettings(document({}, 1), gap)).toEqual({ kind: 'damaged' });
  });

  it('is there for every format before the newest', () => {
    const formats = Array.from({ length: settingsFormat.format - 1 }, (_, index) => index + 1);

    expect([...settingsFormat.migrations.keys()].toSorted((one, other) => one - other)).toEqual(formats);
  });
});
