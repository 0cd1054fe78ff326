import { describe, expect, it } from 'vitest';
import { emptyTally } from '../../../src/app/app.functions/sync/checkpoint.ts';
import {
  addStep,
  elapsedMs,
  shouldStopLooking,
  shouldStopReading,
  shouldStopWriting,
  type Step,
  type SyncParts,
} from '../../../src/app/app.functions/sync/step.ts';

/** A step in its n-th millisecond. */
const stepAt = (elapsed: number, meanCallMs = { zoom: 0, hubspot: 0 }): Step => {
  const parts: Pick<SyncParts, 'meter' | 'monotonicMs'> = {
    monotonicMs: () => 5_000 + elapsed,
    meter: {
      zoomCallCount: () => 3,
      hubspotCallCount: () => 4,
      meanCallMs: (system) => meanCallMs[system],
    },
  };
  return { parts, startedMs: 5_000 } as unknown as Step;
};

describe('the time of a step', () => {
  it('is counted in whole milliseconds', () => {
    expect(elapsedMs(stepAt(12.6))).toBe(13);
  });

  it('leaves room for one page and its saving', () => {
    expect(shouldStopReading(stepAt(6_550))).toBe(false);
    expect(shouldStopReading(stepAt(6_551))).toBe(true);
  });

  it('leaves more room where the vendors are slow', () => {
    const slow = { zoom: 1_600, hubspot: 0 };

    expect(shouldStopReading(stepAt(5_400, slow))).toBe(false);
    expect(shouldStopReading(stepAt(5_401, slow))).toBe(true);
  });

  it('leaves room to end after looking at people who are as they were', () => {
    expect(shouldStopLooking(stepAt(6_800))).toBe(false);
    expect(shouldStopLooking(stepAt(6_801))).toBe(true);
    expect(shouldStopLooking(stepAt(5_001, { zoom: 0, hubspot: 800 }))).toBe(true);
  });

  it('leaves room for a whole batch of people', () => {
    expect(shouldStopWriting(stepAt(5_600))).toBe(false);
    expect(shouldStopWriting(stepAt(5_601))).toBe(true);
    expect(shouldStopWriting(stepAt(4_701, { zoom: 0, hubspot: 440 }))).toBe(true);
  });

  it('begins a batch early in a step however slow HubSpot is', () => {
    const slow = { zoom: 0, hubspot: 3_000 };

    expect(shouldStopWriting(stepAt(3_600, slow))).toBe(false);
    expect(shouldStopWriting(stepAt(3_601, slow))).toBe(true);
  });
});

it('adds its calls and its time to the run, and those still to come', () => {
  const tally = { ...emptyTally, zoomCalls: 10, hubspotCalls: 20, steps: 1, elapsedMs: 100, contacts: 5 };

  expect(addStep(stepAt(1_000), tally, 2)).toEqual({
    ...tally,
    zoomCalls: 13,
    hubspotCalls: 26,
    steps: 2,
    elapsedMs: 1_100,
  });
});
