import type { CallMeter, HttpRequest } from './http.ts';

/** Counts calls as they are sent. */
export interface MutableCallMeter extends CallMeter {
  count(system: HttpRequest['system']): void;
}

/** Starts at nothing; one meter for each step. */
export function createCallMeter(): MutableCallMeter {
  const counts = { zoom: 0, hubspot: 0 };
  return {
    count(system) {
      counts[system] += 1;
    },
    zoomCallCount: () => counts.zoom,
    hubspotCallCount: () => counts.hubspot,
  };
}
