import type { Transport } from '../../src/app/app.functions/http/transport.ts';

/** Every call of the app to a vendor, as counts. */
export interface Traffic {
  watch(inner: Transport): Transport;
  /** Since the last time this was asked, and the most in any window until now. */
  take(): { readonly zoom: number; readonly hubspot: number };
  peaks(): Readonly<Record<string, number>>;
  refusals(): number;
}

const windowMs = (lane: string): number => (lane.startsWith('hubspot.') && lane !== 'hubspot.search' ? 10_000 : 1_000);

/**
 * @param now - the time that calls count at
 * @param nameAccount - whose token it is; every Zoom account has limits of its own
 */
export function createTraffic(now: () => number, nameAccount: (authorization: string) => string): Traffic {
  const recent = new Map<string, number[]>();
  const peaks = new Map<string, number>();
  let counts = { zoom: 0, hubspot: 0 };
  let refusals = 0;
  return {
    watch: (inner) => async (request, timeoutMs) => {
      const { system, rateClass, headers } = request;
      const authorization = headers['authorization'] ?? headers['Authorization'] ?? '';
      const lane = system === 'zoom' ? `${nameAccount(authorization)} ${rateClass}` : rateClass;
      const at = now();
      const window = [...(recent.get(lane) ?? []).filter((before) => before > at - windowMs(lane)), at];
      recent.set(lane, window);
      peaks.set(lane, Math.max(peaks.get(lane) ?? 0, window.length));
      counts[system] += 1;
      const answer = await inner(request, timeoutMs);
      if (answer.status === 429) refusals += 1;
      return answer;
    },
    take() {
      const taken = counts;
      counts = { zoom: 0, hubspot: 0 };
      return taken;
    },
    peaks: () => Object.fromEntries([...peaks].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    refusals: () => refusals,
  };
}
