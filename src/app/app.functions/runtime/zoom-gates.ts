import { createRateGate, type RateGate } from '../http/rate-gate.ts';
import type { Time } from '../http/time.ts';
import { zoomRateLimits } from '../zoom/zoom-limits.ts';

/** The rate gates of the Zoom accounts, all at the same share. */
export interface ZoomGates {
  /** The account's one gate. */
  gateOf(account: string): RateGate;
  /** @param share - above 0 and at most 1; holds for gates that are opened later as well */
  useShare(share: number): void;
}

/** @param known - gates by account; outlives these, and keeps the share that was said last */
export function createZoomGates(time: Pick<Time, 'monotonicMs' | 'sleep'>, known: Map<string, RateGate>): ZoomGates {
  const opened = new Set<RateGate>();
  let share: number | null = null;
  return {
    gateOf(account) {
      const gate = known.get(account) ?? createRateGate(time, zoomRateLimits());
      known.set(account, gate);
      if (share !== null && !opened.has(gate)) gate.setLimits(zoomRateLimits({ share }));
      opened.add(gate);
      return gate;
    },
    useShare(next) {
      share = next;
      for (const gate of opened) gate.setLimits(zoomRateLimits({ share }));
    },
  };
}
