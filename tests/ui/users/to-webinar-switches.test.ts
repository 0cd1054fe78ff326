import { describe, expect, it } from 'vitest';
import type { Settings, UserSettings } from '../../../src/app/extensions/contract/settings.ts';
import type { WebinarRow } from '../../../src/app/extensions/contract/webinars.ts';
import { toWebinarSwitches } from '../../../src/app/extensions/settings-page/users/to-webinar-switches.ts';
import { aWebinarRow, someSettings, someUserSettings } from '../support/settings.tsx';
import { words } from '../support/words.ts';

interface Given {
  readonly settings?: Partial<Settings>;
  readonly user?: Partial<UserSettings>;
  readonly row?: Partial<WebinarRow>;
}

function switchOf({ settings = {}, user = {}, row = {} }: Given) {
  const [view] = toWebinarSwitches([aWebinarRow(row)], someSettings(settings), someUserSettings(user), words);
  return view;
}

describe('the switch of a webinar', () => {
  it('follows the account where nothing is set', () => {
    expect(switchOf({})).toMatchObject({ isOn: true, origin: 'Synced by the settings above' });
    expect(switchOf({ settings: { webinarUsers: 'selected' } })).toMatchObject({
      isOn: false,
      origin: 'Left out by the settings above',
    });
  });

  it('follows what is set for its host, also before that is saved', () => {
    expect(switchOf({ user: { syncsWebinars: false } })).toMatchObject({ isOn: false });
    expect(switchOf({ settings: { webinarUsers: 'selected' }, user: { syncsWebinars: true } })).toMatchObject({
      isOn: true,
    });
  });

  it('outweighs its host', () => {
    expect(switchOf({ user: { syncsWebinars: false, webinars: { '81234567890': true } } })).toMatchObject({
      isOn: true,
      followsTo: false,
      origin: 'Own switch',
    });
  });

  it('is off for a webinar that was scheduled after new ones were switched off', () => {
    const row = { decision: { isOn: false, setting: 'new-webinars' } } as const;

    expect(switchOf({ row, user: { newWebinarsOffSince: '2026-10-01T00:00:00Z' } })).toMatchObject({ isOn: false });
    expect(switchOf({ row, user: { newWebinarsOffSince: null } })).toMatchObject({ isOn: true });
  });

  it('cannot turn on what belongs to a Zoom Event (S17)', () => {
    expect(switchOf({ row: { status: 'not-supported' } })).toMatchObject({ isOn: false, isSupported: false });
  });

  it('comes with date and ID', () => {
    expect(switchOf({})?.detail).toBe('3 Dec 2026, 14:00, ID 81234567890');
    expect(switchOf({ row: { startsAt: null } })?.detail).toBe('Without a date, ID 81234567890');
  });
});
