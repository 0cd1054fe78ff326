import type { CallMeter, HttpRequest } from './http.ts';

/** Counts calls as they are sent, and their time when they end. */
export interface MutableCallMeter extends CallMeter {
  count(system: HttpRequest['system']): void;
  /** A call that has ended, well or not. */
  addCallMs(system: HttpRequest['system'], ms: number): void;
}

/**
 * Starts at nothing; one meter for each step.
 *
 * @param whole - counts everything that this meter counts, and more; for a part of a step that reports its own calls
 */
export function createCallMeter(whole?: MutableCallMeter): MutableCallMeter {
  const counts = { zoom: 0, hubspot: 0 };
  const ended = { zoom: { count: 0, totalMs: 0 }, hubspot: { count: 0, totalMs: 0 } };
  return {
    count(system) {
      counts[system] += 1;
      whole?.count(system);
    },
    addCallMs(system, ms) {
      ended[system].count += 1;
      ended[system].totalMs += ms;
      whole?.addCallMs(system, ms);
    },
    zoomCallCount: () => counts.zoom,
    hubspotCallCount: () => counts.hubspot,
    meanCallMs: (system) => ended[system].totalMs / Math.max(1, ended[system].count),
  };
}
