import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../../src/app/extensions/contract/settings.ts';
import { normaliseSettings } from '../../../src/app/app.functions/settings/normalise-settings.ts';
import { at, minuteMs } from '../../support/builders.ts';
import { someSettings, someUserSettings } from './settings-kit.ts';

const now = at('12:00');
const normalise = (given: Settings, stored: Settings = defaultSettings) => normaliseSettings(given, stored, now);

const withSince = (newWebinarsOffSince: string | null): Settings =>
  someSettings({ users: { 'a:b': someUserSettings({ syncsWebinars: true, newWebinarsOffSince }) } });

describe('S5, S6: lists of domains', () => {
  it('are sorted and without repeats, and say what was understood as something else', () => {
    const given = someSettings({
      contactExclusions: ['other.org', ' Acme.com ', 'jane@acme.com', 'München.de'],
      recordingExclusions: ['@acme.com'],
    });

    expect(normalise(given)).toEqual({
      kind: 'settings',
      settings: someSettings({
        contactExclusions: ['acme.com', 'other.org', 'xn--mnchen-3ya.de'],
        recordingExclusions: ['acme.com'],
      }),
      notes: [
        { field: 'contactExclusions', given: 'jane@acme.com', became: 'acme.com' },
        { field: 'contactExclusions', given: 'München.de', became: 'xn--mnchen-3ya.de' },
        { field: 'recordingExclusions', given: '@acme.com', became: 'acme.com' },
      ],
    });
  });

  it('are refused with every entry that cannot be used', () => {
    const given = someSettings({
      contactExclusions: ['', 'acme.com', 'com'],
      recordingExclusions: ['x'.repeat(3_000)],
    });

    expect(normalise(given)).toEqual({
      kind: 'invalid',
      problems: [
        { field: 'contactExclusions', given: '', problem: 'empty' },
        { field: 'contactExclusions', given: 'com', problem: 'too-broad' },
        { field: 'recordingExclusions', given: 'x'.repeat(253), problem: 'not-a-domain' },
      ],
    });
  });
});

describe('S7: settings of users', () => {
  it('are not kept where nothing is set, and are sorted', () => {
    const set = someUserSettings({ webinars: { '900100201': true, '900100200': false } });
    const result = normalise(someSettings({ users: { 'b:1': set, 'a:2': someUserSettings(), 'a:1': set } }));

    expect(result).toMatchObject({ settings: { users: { 'a:1': set, 'b:1': set } } });
    expect(JSON.stringify(result)).toBe(JSON.stringify(normalise(someSettings({ users: { 'a:1': set, 'b:1': set } }))));
  });

  it.each([
    { syncsWebinars: false },
    { syncsRecordings: true },
    { newWebinarsOffSince: '2026-11-20T12:00:00.000Z' },
    { webinars: { '900100200': true } },
  ])('are kept where a single thing is set: %j', (set) => {
    const given = someSettings({ users: { 'a:b': someUserSettings(set) } });

    expect(normalise(given)).toMatchObject({ settings: given });
  });

  it('have the server’s time when new webinars are switched off', () => {
    expect(normalise(withSince('2020-01-01T00:00:00Z'))).toMatchObject({
      settings: { users: { 'a:b': { newWebinarsOffSince: '2026-11-20T12:00:00.000Z' } } },
    });
    expect(normalise(withSince('2020-01-01T00:00:00Z'), withSince(null))).toMatchObject({
      settings: { users: { 'a:b': { newWebinarsOffSince: '2026-11-20T12:00:00.000Z' } } },
    });
  });

  it('keep the time at which new webinars were switched off before', () => {
    const stored = withSince('2026-01-01T00:00:00.000Z');

    expect(normalise(withSince('2026-11-20T11:00:00Z'), stored)).toMatchObject({ settings: stored });
  });

  it('forget it when new webinars are switched on again', () => {
    expect(normalise(withSince(null), withSince('2026-01-01T00:00:00.000Z'))).toMatchObject({
      settings: withSince(null),
    });
  });

  it('are refused with a date in the future, but for what clocks differ', () => {
    const fiveMinutes = new Date(now + 5 * minuteMs).toISOString();
    const more = new Date(now + 5 * minuteMs + 1).toISOString();

    expect(normalise(withSince(fiveMinutes))).toMatchObject({ kind: 'settings' });
    expect(normalise(withSince(more))).toEqual({
      kind: 'invalid',
      problems: [{ field: 'users.a:b.newWebinarsOffSince', problem: 'invalid', must: 'not be in the future' }],
    });
  });
});
