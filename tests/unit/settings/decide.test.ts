import { describe, expect, it } from 'vitest';
import type { Settings, UserSettings } from '../../../src/app/extensions/contract/settings.ts';
import { decideRecordings, decideWebinar } from '../../../src/app/app.functions/settings/decide.ts';
import { at } from '../../support/builders.ts';
import { someSettings, someUserSettings } from './settings-kit.ts';

const webinarId = '900100200';
const webinar = { accountId: 'acc-1', hostId: 'host-1', webinarId, createdAt: at('10:00') };

const withHost = (host: Partial<UserSettings>, changes: Partial<Settings> = {}): Settings =>
  someSettings({ users: { 'acc-1:host-1': someUserSettings(host) }, ...changes });

const off = (setting: string) => ({ isOn: false, setting });
const on = { isOn: true };

describe('whether a webinar is synced', () => {
  it.each<readonly [string, Settings, object]>([
    ['S2: not while sync is off', someSettings({ isSyncOn: false }), off('sync')],
    [
      'S2: not while sync is off, whatever else is on',
      withHost({ syncsWebinars: true, webinars: { [webinarId]: true } }, { isSyncOn: false }),
      off('sync'),
    ],
    ['S3: of all users', someSettings(), on],
    ['S3: of no user', someSettings({ webinarUsers: 'none' }), off('webinar-users')],
    [
      'S3: of no user, not even where its own switch is on',
      withHost({ syncsWebinars: true, webinars: { [webinarId]: true } }, { webinarUsers: 'none' }),
      off('webinar-users'),
    ],
    ['S3: of all users but one', withHost({ syncsWebinars: false }), off('host')],
    ['S3: of a selected user', withHost({ syncsWebinars: true }, { webinarUsers: 'selected' }), on],
    ['S3: of a user who is not selected', someSettings({ webinarUsers: 'selected' }), off('host')],
    ['S3: of a user taken out', withHost({ syncsWebinars: false }, { webinarUsers: 'selected' }), off('host')],
    ['S7: switched off alone', withHost({ syncsWebinars: true, webinars: { [webinarId]: false } }), off('webinar')],
    [
      'S7: switched on alone, of a user who is not selected',
      withHost({ webinars: { [webinarId]: true } }, { webinarUsers: 'selected' }),
      on,
    ],
    [
      'S7: switched on alone, of a user taken out',
      withHost({ syncsWebinars: false, webinars: { [webinarId]: true } }),
      on,
    ],
    [
      'S7: switched on alone, scheduled when new ones were off',
      withHost({ newWebinarsOffSince: '2026-11-20T10:00:00.000Z', webinars: { [webinarId]: true } }),
      on,
    ],
    ['S7: where another one is switched off', withHost({ webinars: { '900100201': false } }), on],
    [
      'S7: scheduled at the moment from which new ones are off',
      withHost({ newWebinarsOffSince: '2026-11-20T10:00:00.000Z' }),
      off('new-webinars'),
    ],
    ['S7: scheduled before new ones were off', withHost({ newWebinarsOffSince: '2026-11-20T10:00:00.001Z' }), on],
    [
      'S7: new ones are off, but the host is off altogether',
      withHost({ syncsWebinars: false, newWebinarsOffSince: '2026-11-20T09:00:00.000Z' }),
      off('host'),
    ],
    [
      'S9: of a user of another account with the same ID',
      someSettings({ users: { 'acc-2:host-1': someUserSettings({ syncsWebinars: false }) } }),
      on,
    ],
    ['of a user whose name is one of JavaScript’s', withHost({}, { users: {} }), on],
  ])('%s', (_name, settings, decision) => {
    expect(decideWebinar(settings, webinar)).toEqual(decision);
  });

  it('S7: counts one of which Zoom does not say when it was scheduled as old', () => {
    const settings = withHost({ newWebinarsOffSince: '2026-11-20T09:00:00.000Z' });

    expect(decideWebinar(settings, { ...webinar, createdAt: null })).toEqual(on);
  });

  it.each(['constructor', '__proto__', 'toString'])('finds no switch for the webinar "%s"', (id) => {
    expect(decideWebinar(withHost({ syncsWebinars: true }), { ...webinar, webinarId: id })).toEqual(on);
  });
});

describe('S4: whether recordings are synced', () => {
  it.each<readonly [string, Settings, object]>([
    ['of no user', someSettings(), off('recording-users')],
    ['of no user, not even of a selected one', withHost({ syncsRecordings: true }), off('recording-users')],
    ['of all users', someSettings({ recordingUsers: 'all' }), on],
    ['of all users but one', withHost({ syncsRecordings: false }, { recordingUsers: 'all' }), off('recording-host')],
    ['of a selected user', withHost({ syncsRecordings: true }, { recordingUsers: 'selected' }), on],
    ['of a user who is not selected', someSettings({ recordingUsers: 'selected' }), off('recording-host')],
    ['not while sync is off', someSettings({ recordingUsers: 'all', isSyncOn: false }), off('sync')],
    ['not of a host who is off', withHost({ syncsWebinars: false }, { recordingUsers: 'all' }), off('host')],
    [
      'not of a webinar that is off',
      withHost({ syncsRecordings: true, webinars: { [webinarId]: false } }, { recordingUsers: 'all' }),
      off('webinar'),
    ],
    ['with webinars of no user', someSettings({ recordingUsers: 'all', webinarUsers: 'none' }), off('webinar-users')],
  ])('%s', (_name, settings, decision) => {
    expect(decideRecordings(settings, webinar)).toEqual(decision);
  });
});
