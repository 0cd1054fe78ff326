import { describe, expect, it } from 'vitest';
import {
  addRun,
  formatActivity,
  parseActivity,
  slotMs,
  slotsMax,
} from '../../../src/app/app.functions/audit/activity.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const aRun = (endedAt: number, synced = 0, skipped = 0) => ({ endedAt, synced, skipped });

describe('addRun', () => {
  it('adds up what was synced within a quarter of an hour, and keeps the most that was skipped', () => {
    const activity = addRun(addRun([], aRun(noon, 5, 3)), aRun(noon + 14 * minuteMs, 2, 1));

    expect(activity).toEqual([{ startsAt: noon, synced: 7, skipped: 3, runs: 2 }]);
  });

  it('begins a new slot with every quarter of an hour', () => {
    const activity = addRun(addRun([], aRun(noon, 5)), aRun(noon + 15 * minuteMs, 2));

    expect(activity.map(({ startsAt, synced }) => [startsAt, synced])).toEqual([
      [noon, 5],
      [noon + slotMs, 2],
    ]);
  });

  it('forgets what no page can ask for any more', () => {
    const activity = addRun(addRun(addRun([], aRun(noon, 5)), aRun(noon + dayMs, 1)), aRun(noon + 33 * dayMs - 1, 2));

    expect(activity.map(({ synced }) => synced)).toEqual([1, 2]);
  });

  it('of more slots than are kept loses nobody', () => {
    let activity = addRun([], aRun(noon, 1, 1));
    for (let slot = 1; slot <= slotsMax; slot += 1) activity = addRun(activity, aRun(noon + slot * slotMs, 1, 1));

    expect(activity).toHaveLength(slotsMax);
    expect(activity[0]).toEqual({ startsAt: noon + slotMs, synced: 2, skipped: 1, runs: 2 });
  });
});

describe('the text of an activity', () => {
  it('is short, and read as it was written', () => {
    const activity = addRun(addRun([], aRun(noon, 5, 3)), aRun(noon + dayMs, 2));

    expect(formatActivity(activity)).toBe('[[1994640,5,3,1],[1994736,2,0,1]]');
    expect(parseActivity(formatActivity(activity))).toEqual(activity);
  });

  it.each(['', 'nothing', '{}', '[[1,2,3]]', '[[1,2,3,-1]]', '[[1,2,3,"4"]]'])('%j is none', (text) => {
    expect(parseActivity(text)).toBeNull();
  });
});
