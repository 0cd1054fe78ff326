import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeadline } from '../../src/app/app.functions/http/deadline.ts';
import { createRateGate } from '../../src/app/app.functions/http/rate-gate.ts';
import type { RateLimit } from '../../src/app/app.functions/http/rate-limit.ts';
import { createVirtualTime, type VirtualTime } from '../support/virtual-time.ts';

const call = { system: 'zoom', operation: 'list people', rateClass: 'only' } as const;
const hourMs = 3_600_000;

/** The most starts in any window that is open at one end. */
function busiestWindow(startsMs: readonly number[], windowMs: number): number {
  const counts = startsMs.map(
    (fromMs) => startsMs.filter((startMs) => startMs >= fromMs && startMs < fromMs + windowMs).length,
  );
  return Math.max(0, ...counts);
}

type Move =
  | { readonly kind: 'calls'; readonly count: number }
  | { readonly kind: 'idle'; readonly ms: number }
  | { readonly kind: 'pause'; readonly ms: number }
  | { readonly kind: 'hear'; readonly remaining: number };

const moves = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('calls' as const), count: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ kind: fc.constant('idle' as const), ms: fc.integer({ min: 1, max: 3_000 }) }),
    fc.record({ kind: fc.constant('pause' as const), ms: fc.integer({ min: 1, max: 3_000 }) }),
    fc.record({ kind: fc.constant('hear' as const), remaining: fc.nat({ max: 300 }) }),
  ),
  { maxLength: 12 },
);

async function play(time: VirtualTime, limit: RateLimit, script: readonly Move[]): Promise<readonly number[]> {
  const gate = createRateGate(time, { only: limit });
  const deadline = createDeadline(time, hourMs);
  const startsMs: number[] = [];
  for (const move of script) {
    if (move.kind === 'idle') time.advance(move.ms);
    if (move.kind === 'pause') gate.pause('only', move.ms);
    if (move.kind === 'hear') gate.observe('only', { remaining: String(move.remaining) });
    if (move.kind !== 'calls') continue;
    const entering = Array.from({ length: move.count }, () =>
      gate.enter(call, deadline).then(() => startsMs.push(time.monotonicMs())),
    );
    await Promise.all(entering);
  }
  return startsMs;
}

const limits = fc.record({ maxCalls: fc.integer({ min: 1, max: 200 }), windowMs: fc.constantFrom(1_000, 10_000) });

describe('the rate gate', () => {
  it('never lets more calls through than the limit, in any window, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(limits, moves, async ({ maxCalls, windowMs }, script) => {
        const readHint: RateLimit['readHint'] = (headers) => ({
          maxCalls,
          remainingCalls: Number(headers['remaining']),
          windowMs,
        });

        const startsMs = await play(createVirtualTime(), { maxCalls, windowMs, readHint }, script);

        expect(busiestWindow(startsMs, windowMs)).toBeLessThanOrEqual(maxCalls);
      }),
      { seed: 20_261_120, numRuns: 150 },
    );
  });

  it('lets every call through in the end', async () => {
    await fc.assert(
      fc.asyncProperty(limits, moves, async (limit, script) => {
        const asked = script.reduce((sum, move) => sum + (move.kind === 'calls' ? move.count : 0), 0);

        expect(await play(createVirtualTime(), limit, script)).toHaveLength(asked);
      }),
      { seed: 20_261_120, numRuns: 50 },
    );
  });

  it('keeps three processes that follow each other within a window under the limit together', async () => {
    const calls = fc.integer({ min: 1, max: 60 }).map((count): Move => ({ kind: 'calls', count }));
    const process = fc.array(calls, { minLength: 1, maxLength: 2 });
    const wideLimits = fc.record({ maxCalls: fc.integer({ min: 4, max: 200 }), windowMs: fc.constant(10_000) });
    await fc.assert(
      fc.asyncProperty(wideLimits, fc.tuple(process, process, process), async (limit, processes) => {
        const time = createVirtualTime();
        const startsMs: number[] = [];

        for (const script of processes) startsMs.push(...(await play(time, limit, script)));

        expect(busiestWindow(startsMs, limit.windowMs)).toBeLessThanOrEqual(limit.maxCalls);
      }),
      { seed: 20_261_120, numRuns: 150 },
    );
  });

  it('keeps processes that follow each other and hear the vendor’s count under the limit, whenever the next one begins', async () => {
    const limit: RateLimit = {
      maxCalls: 190,
      windowMs: 10_000,
      readHint: (headers) => ({ maxCalls: 190, remainingCalls: Number(headers['remaining']), windowMs: 10_000 }),
    };
    const process = fc.integer({ min: 1, max: 400 });
    await fc.assert(
      fc.asyncProperty(process, process, process, async (...callCounts) => {
        const time = createVirtualTime();
        const deadline = createDeadline(time, hourMs);
        const startsMs: number[] = [];
        for (const count of callCounts) {
          const gate = createRateGate(time, { only: limit });
          for (let index = 0; index < count; index += 1) {
            await gate.enter(call, deadline);
            startsMs.push(time.monotonicMs());
            const inWindow = startsMs.filter((startMs) => startMs > time.monotonicMs() - limit.windowMs).length;
            gate.observe('only', { remaining: String(Math.max(0, 190 - inWindow)) });
          }
        }

        expect(busiestWindow(startsMs, limit.windowMs)).toBeLessThanOrEqual(limit.maxCalls);
      }),
      { seed: 20_261_129, numRuns: 40 },
    );
  });
});
