import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/app/extensions/contract/settings.ts';
import {
  countByStatus,
  noWebinars,
  toConnectionMemory,
} from '../../../src/app/app.functions/sweep/connection-memory.ts';
import { newSweepHead } from '../../../src/app/app.functions/sweep/sweep-state.ts';
import { anEntry, noon, syncedAt } from './entries.ts';

const terms = { accountId: 'acc-1', settings: { ...defaultSettings, isSyncOn: true } };

const indexOf = (...entries: readonly ReturnType<typeof anEntry>[]) =>
  new Map(entries.map((entry, place) => [String(place), { ...entry, webinarId: String(place) }]));

describe('countByStatus', () => {
  it('counts every webinar under what the list shows for it', () => {
    const index = indexOf(
      anEntry(),
      anEntry(),
      syncedAt(anEntry(), noon),
      syncedAt(anEntry(), noon, { status: 'partial' }),
      syncedAt(anEntry(), noon, { status: 'failed' }),
      anEntry({ isZoomEvent: true }),
      syncedAt(anEntry(), noon, { status: 'not-supported' }),
    );

    expect(countByStatus(index, terms)).toEqual({
      new: 2,
      complete: 1,
      partial: 1,
      failed: 1,
      off: 0,
      'not-supported': 2,
    });
  });

  it('counts a webinar that the settings keep out as off, whatever became of it before', () => {
    const index = indexOf(anEntry(), syncedAt(anEntry(), noon), anEntry({ isZoomEvent: true }));
    const settings = { ...terms.settings, webinarUsers: 'none' as const };

    expect(countByStatus(index, { ...terms, settings })).toEqual({ ...noWebinars, off: 3 });
  });
});

describe('toConnectionMemory', () => {
  it('of a new account knows nothing', () => {
    const memory = { head: newSweepHead, index: new Map(), users: new Map() };

    expect(toConnectionMemory(memory, terms)).toEqual({
      lastSweep: null,
      openSweep: null,
      webinarCounts: noWebinars,
    });
  });
});
