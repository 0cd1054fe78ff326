import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewWebinars } from '../../../src/app/app.functions/sweep/preview-webinars.ts';
import { defaultSettings, defaultUserSettings, type Settings } from '../../../src/app/extensions/contract/settings.ts';
import { anEntry } from './entries.ts';

const accountId = 'acc-1';
const on: Settings = { ...defaultSettings, isSyncOn: true };
const indexOf = (...entries: readonly ReturnType<typeof anEntry>[]) => ({
  accountId,
  index: new Map(entries.map((entry, place) => [String(place), { ...entry, webinarId: String(900_000_000 + place) }])),
});

describe('previewWebinars', () => {
  it('counts what turns on and off, and the recordings with it', () => {
    const accounts = [indexOf(anEntry({ hostId: 'ann' }), anEntry({ hostId: 'ben' }), anEntry({ hostId: 'cid' }))];
    const before: Settings = {
      ...on,
      users: { [`${accountId}:ann`]: { ...defaultUserSettings, syncsWebinars: false } },
    };
    const after: Settings = {
      ...on,
      recordingUsers: 'all',
      users: { [`${accountId}:ben`]: { ...defaultUserSettings, syncsWebinars: false } },
    };

    expect(previewWebinars(accounts, before, after)).toEqual({
      totalCount: 3,
      onCount: 2,
      turnedOnCount: 1,
      turnedOffCount: 1,
      recordingsTurnedOnCount: 2,
      recordingsTurnedOffCount: 0,
    });
  });

  it('a webinar of a Zoom Event is known, and turned on by nothing', () => {
    const accounts = [indexOf(anEntry({ isZoomEvent: true }))];

    expect(previewWebinars(accounts, defaultSettings, { ...on, recordingUsers: 'all' })).toMatchObject({
      totalCount: 1,
      onCount: 0,
      turnedOnCount: 0,
      recordingsTurnedOnCount: 0,
    });
  });

  const someSettings = fc
    .record({
      isSyncOn: fc.boolean(),
      webinarUsers: fc.constantFrom<Settings['webinarUsers'][]>('none', 'selected', 'all'),
      recordingUsers: fc.constantFrom<Settings['recordingUsers'][]>('none', 'selected', 'all'),
      syncsWebinars: fc.option(fc.boolean()),
      syncsRecordings: fc.option(fc.boolean()),
      isFirstOn: fc.boolean(),
    })
    .map(({ syncsWebinars, syncsRecordings, isFirstOn, ...rest }): Settings => {
      const webinars = { '900000000': isFirstOn };
      const user = { ...defaultUserSettings, syncsWebinars, syncsRecordings, webinars };
      return { ...defaultSettings, ...rest, users: { [`${accountId}:ann`]: user } };
    });
  const accounts = [
    indexOf(
      anEntry({ hostId: 'ann' }),
      anEntry({ hostId: 'ann' }),
      anEntry({ hostId: 'ben' }),
      anEntry({ hostId: null }),
    ),
  ];

  it('going there and back is the same the other way round, and to the same settings is nothing', () => {
    fc.assert(
      fc.property(someSettings, someSettings, (one, other) => {
        const there = previewWebinars(accounts, one, other);
        const back = previewWebinars(accounts, other, one);

        expect([there.turnedOnCount, there.recordingsTurnedOnCount]).toEqual([
          back.turnedOffCount,
          back.recordingsTurnedOffCount,
        ]);
        expect(there.onCount).toBe(back.onCount + there.turnedOnCount - there.turnedOffCount);
        expect(previewWebinars(accounts, one, one)).toMatchObject({
          turnedOnCount: 0,
          turnedOffCount: 0,
          recordingsTurnedOnCount: 0,
          recordingsTurnedOffCount: 0,
        });
      }),
    );
  });
});
