import { describe, expect, it } from 'vitest';
import type { IndexEntry } from '../../../src/app/app.functions/sweep/index-entry.ts';
import { planChecks, type CheckTerms } from '../../../src/app/app.functions/sweep/plan-checks.ts';
import {
  aHeldEntry,
  aKnownInstance,
  anEntry,
  aPlannedEntry,
  dayMs,
  hourMs,
  minuteMs,
  noon,
  rulesHash,
  syncedAt,
} from './entries.ts';

const check = (entry: IndexEntry, changes: Partial<CheckTerms> = {}) =>
  planChecks(entry, {
    decision: { isOn: true },
    peopleRulesHash: rulesHash,
    mode: 'due',
    backfillDays: 30,
    now: noon,
    ...changes,
  });

const nothing = { trigger: null, nextCheckAt: null };
const at = (trigger: string) => ({ trigger, nextCheckAt: noon });

describe('a webinar that was never synced', () => {
  it.each([
    ['is to come', aPlannedEntry(noon + 20 * dayMs)],
    ['is running', aPlannedEntry(noon - 10 * minuteMs)],
    ['was held', aHeldEntry(noon - 3 * dayMs)],
    ['was held long ago', aHeldEntry(noon - 170 * dayMs)],
    ['was to end an hour ago', aPlannedEntry(noon - 2 * hourMs)],
    ['may be started any time', anEntry({ recurrence: 'no-fixed-times' })],
  ])('is due when it %s', (_, entry) => {
    expect(check(entry)).toEqual(at('sweep'));
  });

  it.each([
    ['was planned before the period that is looked at', aPlannedEntry(noon - 3 * dayMs)],
    ['was held before Zoom’s reports reach back', aHeldEntry(noon - 181 * dayMs)],
    ['has no date', anEntry()],
    ['had no dates and is gone', anEntry({ recurrence: 'no-fixed-times', isListed: false })],
  ])('is left alone when it %s', (_, entry) => {
    expect(check(entry)).toEqual(nothing);
  });

  it('S8: says that a setting was the reason when one was in the way', () => {
    expect(check(aHeldEntry(noon - 3 * dayMs, { off: 'host' })).trigger).toBe('settings');
  });
});

describe('a webinar that is off', () => {
  it('is never due', () => {
    const decision = { isOn: false, setting: 'webinar' } as const;

    expect(check(aPlannedEntry(noon + hourMs), { decision })).toEqual(nothing);
    expect(check(aHeldEntry(noon - hourMs), { decision, mode: 'all' })).toEqual(nothing);
  });
});

describe('S17: a webinar of a Zoom Event', () => {
  it('is due once', () => {
    const entry = aPlannedEntry(noon + dayMs, { isZoomEvent: true });
    const reported = syncedAt(entry, noon - dayMs, { status: 'not-supported' });

    expect(check(entry)).toEqual(at('sweep'));
    expect(check(reported)).toEqual(nothing);
    expect(check({ ...reported, topic: 'Another topic' }, { mode: 'all' })).toEqual(nothing);
  });
});

describe('a webinar that is to come', () => {
  it.each([
    ['in three weeks', 21 * dayMs, dayMs],
    ['in five days', 5 * dayMs, 6 * hourMs],
    ['in ten hours', 10 * hourMs, hourMs],
    ['now, just begun', 0, 75 * minuteMs],
    ['now', -10 * minuteMs, 65 * minuteMs],
    ['in a week and an hour', 7 * dayMs + hourMs, 6 * hourMs],
    ['in a week and ten hours', 7 * dayMs + 10 * hourMs, 10 * hourMs],
    ['in a day and half an hour', dayMs + 30 * minuteMs, hourMs],
    ['in a day and three hours', dayMs + 3 * hourMs, 3 * hourMs],
  ])('%s is looked at again in time', (_, startsInMs, waitMs) => {
    const entry = syncedAt(aPlannedEntry(noon + startsInMs), noon);

    expect(check(entry)).toEqual({ trigger: null, nextCheckAt: noon + waitMs });
    expect(check(entry, { now: noon + waitMs - 1 }).trigger).toBeNull();
    expect(check(entry, { now: noon + waitMs }).trigger).toBe('sweep');
  });

  it('and may be started any time is looked at once a day', () => {
    const entry = syncedAt(anEntry({ recurrence: 'no-fixed-times' }), noon);

    expect(check(entry).nextCheckAt).toBe(noon + dayMs);
  });
});

describe('a webinar that is over', () => {
  const end = noon - 10 * minuteMs;

  it.each([
    ['a minute', minuteMs, 15 * minuteMs],
    ['fifteen minutes', 15 * minuteMs, hourMs],
    ['an hour', hourMs, 6 * hourMs],
    ['six hours', 6 * hourMs, dayMs],
    ['twenty-three hours', 23 * hourMs, dayMs],
  ])('and was synced %s after its end is looked at again, complete or not', (_, syncedAfterMs, nextAfterMs) => {
    const now = end + syncedAfterMs;
    const complete = syncedAt(aHeldEntry(end), now);
    const partial = syncedAt(aHeldEntry(end), now, { status: 'partial', openSince: now });

    expect(check(complete, { now }).nextCheckAt).toBe(end + nextAfterMs);
    expect(check(partial, { now }).nextCheckAt).toBe(end + nextAfterMs);
  });

  it('has settled when a sync a day after the end has left nothing open', () => {
    const now = end + dayMs;

    expect(check(syncedAt(aHeldEntry(end), now), { now: now + 100 * dayMs })).toEqual(nothing);
  });

  it('and found later is synced once', () => {
    expect(check(syncedAt(aHeldEntry(noon - 20 * dayMs), noon))).toEqual(nothing);
  });

  it('and left open is looked at daily for a week', () => {
    const openSince = end + dayMs;
    const syncs = [];
    for (let now = openSince; syncs.length < 20;) {
      const { nextCheckAt } = check(syncedAt(aHeldEntry(end), now, { status: 'partial', openSince }), { now });
      if (nextCheckAt === null) break;
      syncs.push((nextCheckAt - end) / dayMs);
      now = nextCheckAt;
    }

    expect(syncs).toEqual([2, 3, 4, 5, 6, 7, 8]);
  });

  it('and failed is tried again soon, then more rarely, then not any more', () => {
    const waits = [1, 2, 3, 4, 5].map((failureCount) => {
      const entry = syncedAt(aHeldEntry(noon - 20 * dayMs), noon, { status: 'failed', openSince: noon, failureCount });
      return (check(entry).nextCheckAt ?? 0) - noon;
    });
    const givenUp = syncedAt(aHeldEntry(noon - 20 * dayMs), noon, {
      status: 'failed',
      openSince: noon - 7 * dayMs,
      failureCount: 9,
    });

    expect(waits).toEqual([15 * minuteMs, hourMs, 6 * hourMs, dayMs, dayMs]);
    expect(check(givenUp)).toEqual(nothing);
  });

  it('is not looked at when Zoom has no report of it any more, whatever changes', () => {
    const entry = syncedAt(aHeldEntry(noon - 181 * dayMs), noon - 170 * dayMs, { status: 'failed', openSince: noon });

    expect(check({ ...entry, topic: 'Another', off: 'sync' }, { mode: 'all' })).toEqual(nothing);
  });
});

describe('a webinar that has settled', () => {
  const held = aHeldEntry(noon - 10 * dayMs);
  const settled = syncedAt(held, noon - 8 * dayMs);

  it.each([
    ['its topic is another one', { topic: 'Growing cucumbers' }],
    ['it was held once more', { instances: [...held.instances, aKnownInstance(noon - dayMs)] }],
    ['a recording has appeared', { recordings: { [`held-${noon - 10 * dayMs - hourMs}`]: 'recording' } }],
    ['it has got another date', { dates: [{ startsAt: noon + dayMs, lengthMinutes: 60 }] }],
    ['it turns out to belong to a Zoom Event', { isZoomEvent: true }],
  ])('is due at once when %s', (_, change) => {
    expect(check(settled)).toEqual(nothing);
    expect(check({ ...settled, ...change })).toEqual(at('sweep'));
  });

  it('is not due because Zoom has given up its number, or counts more participants', () => {
    const [instance] = held.instances;
    const instances = [{ ...(instance ?? aKnownInstance(noon)), participantCount: 999, endedAt: noon - 9 * dayMs }];

    expect(check({ ...settled, isListed: false, instances })).toEqual(nothing);
  });

  it('S8: is due at once when it was off meanwhile, or people are treated differently', () => {
    expect(check({ ...settled, off: 'sync' })).toEqual(at('settings'));
    expect(check(settled, { peopleRulesHash: 'rules-2' })).toEqual(at('settings'));
  });

  it('is due with mode all within the period that is looked at', () => {
    expect(check(settled, { mode: 'all' })).toEqual(at('sweep'));
    expect(check(settled, { mode: 'all', backfillDays: 5 })).toEqual(nothing);
  });
});

describe('a webinar that was to come when it was synced', () => {
  const planned = aPlannedEntry(noon + 3 * dayMs);
  const synced = syncedAt(planned, noon);

  it('is due at once when it is moved, longer, or gone', () => {
    const moved = { ...synced, dates: [{ startsAt: noon + 4 * dayMs, lengthMinutes: 60 }] };
    const longer = { ...synced, dates: [{ startsAt: noon + 3 * dayMs, lengthMinutes: 90 }] };
    const gone = { ...synced, dates: [], isGone: true, isListed: false };

    for (const changed of [moved, longer, gone]) expect(check(changed).trigger).toBe('sweep');
  });

  it('is not due because one of its dates has begun', () => {
    const dates = [noon + hourMs, noon + 8 * dayMs].map((startsAt) => ({ startsAt, lengthMinutes: 60 }));
    const series = syncedAt(anEntry({ recurrence: 'fixed-times', dates }), noon);

    expect(check(series, { now: noon + hourMs + minuteMs }).trigger).toBe('sweep');
    expect(check(syncedAt(series, noon + 65 * minuteMs), { now: noon + 66 * minuteMs }).trigger).toBeNull();
  });
});
