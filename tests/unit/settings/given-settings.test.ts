import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/app/extensions/contract/settings.ts';
import { parseGivenSettings } from '../../../src/app/app.functions/settings/given-settings.ts';
import { someSettings, someUserSettings } from './settings-kit.ts';

const many = <Value>(count: number, make: (index: number) => readonly [string, Value]): Record<string, Value> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)));

const users = (count: number) => many(count, (index) => [`acc-1:user-${index}`, someUserSettings()]);
const webinars = (count: number) => many(count, (index) => [String(900_000_000 + index), true]);
const domains = (count: number) => Array.from({ length: count }, (_, index) => `acme-${index}.com`);

const user = { 'acc-1:host-1': someUserSettings() };
const userWith = (changes: object): object => ({ users: { 'acc-1:host-1': { ...someUserSettings(), ...changes } } });

describe('settings that a page sends', () => {
  it.each([
    ['the defaults', {}],
    ['as many users as there may be', { users: users(5_000) }],
    ['as many webinars as there may be', userWith({ webinars: webinars(1_000) })],
    ['as many domains as there may be', { contactExclusions: domains(1_000), recordingExclusions: domains(1_000) }],
    ['the lowest numbers', { zoomSharePercent: 1, backfillDays: 0 }],
    ['the highest numbers', { zoomSharePercent: 100, backfillDays: 180 }],
    ['a user of an account that is not connected now', { users: { 'gone:host-1': someUserSettings() } }],
  ])('may be %s', (_name, changes) => {
    const settings = { ...defaultSettings, ...changes };

    expect(parseGivenSettings(settings)).toEqual({ kind: 'settings', settings });
  });

  it.each([
    ['isSyncOn', { isSyncOn: 'true' }, 'be true or false'],
    ['webinarUsers', { webinarUsers: 'some' }, 'be none, selected or all'],
    ['recordingUsers', { recordingUsers: null }, 'be none, selected or all'],
    ['contactPolicy', { contactPolicy: 'create' }, 'be create-and-update or update-only'],
    ['zoomSharePercent', { zoomSharePercent: 0 }, 'be a whole number from 1 to 100'],
    ['zoomSharePercent', { zoomSharePercent: 100.5 }, 'be a whole number from 1 to 100'],
    ['backfillDays', { backfillDays: 181 }, 'be a whole number from 0 to 180'],
    ['backfillDays', { backfillDays: -1 }, 'be a whole number from 0 to 180'],
    ['contactExclusions', { contactExclusions: 'acme.com' }, 'be a list of domains'],
    ['contactExclusions', { contactExclusions: domains(1_001) }, 'have at most 1000 entries'],
    ['recordingExclusions.1', { recordingExclusions: ['acme.com', 1] }, 'be a text'],
    ['surprise', { surprise: 1 }, 'be left out: there is no such setting'],
    ['users.acc-1:host-1.surprise', userWith({ surprise: 1 }), 'be left out: there is no such setting'],
    ['users.acc-1:host-1.syncsWebinars', userWith({ syncsWebinars: 1 }), 'be true, false or null'],
    ['users.acc-1:host-1.syncsRecordings', userWith({ syncsRecordings: undefined }), 'be true, false or null'],
    [
      'users.acc-1:host-1.newWebinarsOffSince',
      userWith({ newWebinarsOffSince: '2026-11-20' }),
      'be a point in time in ISO 8601, or null',
    ],
    ['users.acc-1:host-1.webinars', userWith({ webinars: webinars(1_001) }), 'have at most 1000 entries'],
    [
      'users.acc-1:host-1.webinars.my webinar',
      userWith({ webinars: { 'my webinar': true } }),
      'have webinar IDs as names',
    ],
    ['users.acc-1:host-1.webinars.900100200', userWith({ webinars: { '900100200': null } }), 'be true or false'],
    [
      'users.host-1',
      { users: { 'host-1': someUserSettings() } },
      'have names of the form <Zoom account ID>:<Zoom user ID>',
    ],
    ['users.acc-1:host-1', { users: { 'acc-1:host-1': null } }, 'have the settings of one user'],
  ])('must keep to the form: %s', (field, changes, must) => {
    const sent = { ...someSettings({ users: user }), ...changes };

    expect(parseGivenSettings(sent)).toEqual({ kind: 'invalid', problems: [{ field, problem: 'invalid', must }] });
  });

  it('must be there at all', () => {
    expect(parseGivenSettings(undefined)).toEqual({
      kind: 'invalid',
      problems: [{ field: '', problem: 'invalid', must: 'be the settings' }],
    });
  });

  it('may not leave one out', () => {
    const { isSyncOn: _left, ...rest } = someSettings();

    expect(parseGivenSettings(rest)).toMatchObject({ kind: 'invalid', problems: [{ field: 'isSyncOn' }] });
  });

  it('may not be for more users than an account has', () => {
    expect(parseGivenSettings(someSettings({ users: users(5_001) }))).toEqual({
      kind: 'invalid',
      problems: [{ field: 'users', problem: 'too-many' }],
    });
  });

  it('get all their problems said, but no endless list of them', () => {
    const sent = { ...someSettings(), zoomSharePercent: 0, backfillDays: 181 };
    const nonsense = { ...someSettings(), contactExclusions: Array.from({ length: 500 }, () => 1) };

    expect(parseGivenSettings(sent)).toMatchObject({ problems: { length: 2 } });
    expect(parseGivenSettings(nonsense)).toMatchObject({ problems: { length: 100 } });
  });
});
