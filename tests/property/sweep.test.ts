import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planHistory, splitIntoRanges } from '../../src/app/app.functions/sweep/day-ranges.ts';
import type { IndexEntry, LastSync } from '../../src/app/app.functions/sweep/index-entry.ts';
import { planChecks, type CheckTerms } from '../../src/app/app.functions/sweep/plan-checks.ts';
import { loadMemory, toMemoryRecords, type SweepMemory } from '../../src/app/app.functions/sweep/sweep-index.ts';
import { newSweepHead, toHeadRecord } from '../../src/app/app.functions/sweep/sweep-state.ts';
import { applyOutcome, type SyncOutcome } from '../../src/app/app.functions/sweep/sync-outcome.ts';
import { createOverlayStateStore } from '../../src/app/app.functions/hubspot/overlay-state-store.ts';
import { aKnownInstance, anEntry, dayMs, hourMs, minuteMs, noon, rulesHash, syncedAt } from '../unit/sweep/entries.ts';

const instants = (fromDays: number, toDays: number) =>
  fc.integer({ min: fromDays * 24 * 60, max: toDays * 24 * 60 }).map((minutes) => noon + minutes * minuteMs);

const entries: fc.Arbitrary<IndexEntry> = fc
  .record({
    recurrence: fc.constantFrom('single' as const, 'fixed-times' as const, 'no-fixed-times' as const),
    isListed: fc.boolean(),
    isZoomEvent: fc.boolean(),
    dates: fc.array(fc.record({ startsAt: instants(-40, 40), lengthMinutes: fc.integer({ min: 1, max: 300 }) }), {
      maxLength: 4,
    }),
    instances: fc.array(
      instants(-200, 0).map((startedAt) => aKnownInstance(startedAt, { endedAt: Math.min(noon, startedAt + hourMs) })),
      { maxLength: 4 },
    ),
  })
  .map(({ dates, instances, ...rest }) =>
    anEntry({
      ...rest,
      dates: dates.toSorted((a, b) => a.startsAt - b.startsAt),
      instances: instances.toSorted((a, b) => a.startedAt - b.startedAt),
    }),
  );

const statuses = fc.constantFrom<LastSync['status']>('complete', 'partial', 'failed');

const terms = (now: number, changes: Partial<CheckTerms> = {}): CheckTerms => ({
  decision: { isOn: true },
  peopleRulesHash: rulesHash,
  mode: 'due',
  backfillDays: 30,
  now,
  ...changes,
});

/** What a sync with this status makes of an entry. */
function afterSync(entry: IndexEntry, status: LastSync['status'], now: number): IndexEntry {
  const outcome: SyncOutcome =
    status === 'failed'
      ? {
          kind: 'failed',
          failure: {
            kind: 'unavailable',
            system: 'zoom',
            operation: 'read webinar',
            reason: { cause: 'vendor-unavailable' },
            httpStatus: 503,
            vendorCode: null,
            correlationId: null,
            retryAfterSeconds: null,
          },
        }
      : ({ kind: 'finished', report: { status, sessions: [], skipped: {}, warnings: [] } } as unknown as SyncOutcome);
  return applyOutcome(entry, outcome, { peopleRulesHash: rulesHash, now });
}

describe('the schedule of a webinar', () => {
  it('never leaves a check in the past that makes nothing due', () => {
    fc.assert(
      fc.property(entries, statuses, instants(-30, 0), fc.boolean(), (entry, status, at, isOpen) => {
        const synced = syncedAt(entry, at, { status, openSince: isOpen ? at : null, failureCount: 1 });
        const { trigger, nextCheckAt } = planChecks(synced, terms(noon));

        expect(nextCheckAt === null || nextCheckAt > noon || trigger !== null).toBe(true);
      }),
    );
  });

  it('makes nothing due right after a sync, whatever came of it', () => {
    fc.assert(
      fc.property(entries, statuses, (entry, status) => {
        fc.pre(!entry.isZoomEvent);
        const { trigger, nextCheckAt } = planChecks(afterSync(entry, status, noon), terms(noon));

        expect(trigger).toBeNull();
        expect(nextCheckAt ?? noon + 1).toBeGreaterThan(noon);
      }),
    );
  });

  it('comes to rest: every webinar that can be over has settled after a while, whatever its syncs say', () => {
    fc.assert(
      fc.property(entries, fc.array(statuses, { minLength: 1, maxLength: 5 }), (entry, outcomes) => {
        fc.pre(!entry.isZoomEvent && !(entry.recurrence === 'no-fixed-times' && entry.isListed));
        let current = entry;
        let now = noon;
        let syncCount = 0;
        for (; syncCount < 400; syncCount += 1) {
          current = afterSync(current, outcomes[syncCount % outcomes.length] ?? 'complete', now);
          const { nextCheckAt } = planChecks(current, terms(now));
          if (nextCheckAt === null) break;
          now = nextCheckAt;
        }

        expect(syncCount).toBeLessThan(400);
        expect(planChecks(current, terms(now + 365 * dayMs)).trigger).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('with mode all makes everything due that is on and to come or within the period', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 0, max: 180 }), (entry, backfillDays) => {
        fc.pre(!entry.isZoomEvent);
        const isWithin = entry.instances.some(({ endedAt }) => (endedAt ?? 0) >= noon - backfillDays * dayMs);
        const isToCome = entry.dates.some(({ startsAt }) => startsAt > noon);
        const synced = syncedAt(entry, noon - hourMs);
        const { trigger } = planChecks(synced, terms(noon, { mode: 'all', backfillDays }));

        expect(trigger !== null || !(isWithin || isToCome)).toBe(true);
      }),
    );
  });

  it('never makes anything due that is off', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom('due' as const, 'all' as const), (entry, mode) => {
        const decision = { isOn: false, setting: 'webinar' } as const;

        expect(planChecks(entry, terms(noon, { mode, decision })).trigger).toBeNull();
      }),
    );
  });
});

describe('ranges of days', () => {
  it('cover every day of the period once, and none has more than 28 days', () => {
    fc.assert(
      fc.property(instants(-200, 0), fc.integer({ min: 0, max: 190 }), (to, days) => {
        const ranges = splitIntoRanges(to - days * dayMs, to);
        const covered = ranges.flatMap(({ from, to: last }) =>
          Array.from({ length: (last - from) / dayMs + 1 }, (_, day) => from + day * dayMs),
        );

        expect(covered).toHaveLength(days + 1);
        expect(new Set(covered).size).toBe(days + 1);
        expect(Math.max(...ranges.map(({ from, to: last }) => (last - from) / dayMs + 1))).toBeLessThanOrEqual(28);
      }),
    );
  });

  it('leave no day of the half year unread between the last look and now', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 180 }),
        fc.integer({ min: 0, max: 180 }),
        (sinceDays, coveredDays, backfillDays) => {
          const to = noon - sinceDays * dayMs;
          const ranges = planHistory({ from: to - coveredDays * dayMs, to }, backfillDays, noon, false);
          const isRead = (day: number) => ranges.some(({ from, to: last }) => day >= from && day < last + dayMs);
          const wanted = Array.from({ length: Math.min(sinceDays, 180) + 1 }, (_, day) => noon - day * dayMs);

          expect(wanted.filter((day) => !isRead(day))).toEqual([]);
          expect(isRead(noon - backfillDays * dayMs) || backfillDays <= coveredDays + sinceDays).toBe(true);
        },
      ),
    );
  });
});

describe('the memory', () => {
  const aMemory = (list: readonly IndexEntry[]): SweepMemory => ({
    head: { ...newSweepHead, covered: { from: 1, to: 2 } },
    index: new Map(list.map((entry, number) => [`9${number}`, { ...entry, webinarId: `9${number}` }])),
    users: new Map([
      ['u', { userId: 'u', email: 'u@acme.example.com', name: 'U', plan: 'yes', askedDay: null, recordings: null }],
    ]),
  });

  it('is read as it was written, and written only where it differs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entries, { maxLength: 30 }), async (list) => {
        const store = createOverlayStateStore(null, undefined);
        const memory = aMemory(list);
        const { head, records } = toMemoryRecords('acc', memory, new Map(), noon);
        await store.write([...records, toHeadRecord('acc', head, noon)]);
        const first = await store.read([`sweep:acc`, 'sweep:acc:index:0', 'sweep:acc:users:0']);

        const loaded = await loadMemory(store, 'acc', first);

        expect(loaded.memory).toEqual({ ...memory, head });
        expect(toMemoryRecords('acc', loaded.memory, loaded.records, noon).records).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
