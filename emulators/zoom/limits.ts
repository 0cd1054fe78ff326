import type { EpochMs } from '../core/clock.ts';
import type { EmulatorAnswer } from '../core/operation.ts';
import type { Switches } from './switches.ts';
import { minuteMs, nextUtcMidnight, secondMs, toZoomTime, utcDay } from './zoom-time.ts';

export type Plan = 'free' | 'pro' | 'business' | 'unlimited';
export type RateLabel = 'light' | 'medium' | 'heavy' | 'resource-intensive';

/** What an account has used up. `daily` holds the counts of `day` (UTC) only. */
export interface RateUsage {
  recentCallsAt: Record<RateLabel, EpochMs[]>;
  day: string;
  daily: Record<RateLabel, number>;
}

export const createRateUsage = (): RateUsage => ({
  recentCallsAt: { light: [], medium: [], heavy: [], 'resource-intensive': [] },
  day: '',
  daily: { light: 0, medium: 0, heavy: 0, 'resource-intensive': 0 },
});

interface PlanLimit {
  readonly callsPerWindow: number;
  readonly windowMs: number;
  /** Calls a day, counted together over `dailyWith`. */
  readonly callsPerDay: number | null;
  readonly dailyWith: readonly RateLabel[];
}

const perSecond = (
  callsPerWindow: number,
  callsPerDay: number | null = null,
  dailyWith: readonly RateLabel[] = [],
): PlanLimit => ({ callsPerWindow, windowMs: secondMs, callsPerDay, dailyWith });

const perMinute = (callsPerWindow: number, callsPerDay: number, dailyWith: readonly RateLabel[]): PlanLimit => ({
  callsPerWindow,
  windowMs: minuteMs,
  callsPerDay,
  dailyWith,
});

const costly: readonly RateLabel[] = ['heavy', 'resource-intensive'];

/** @see https://developers.zoom.us/docs/api/rate-limits/ (read 2026-11-20) */
const limitsByPlan: Readonly<Record<Exclude<Plan, 'unlimited'>, Readonly<Record<RateLabel, PlanLimit>>>> = {
  free: {
    light: perSecond(4, 6_000, ['light']),
    medium: perSecond(2, 2_000, ['medium']),
    heavy: perSecond(1, 1_000, ['heavy']),
    'resource-intensive': perMinute(10, 30_000, ['resource-intensive']),
  },
  pro: {
    light: perSecond(30),
    medium: perSecond(20),
    heavy: perSecond(10, 30_000, costly),
    'resource-intensive': perMinute(10, 30_000, costly),
  },
  business: {
    light: perSecond(80),
    medium: perSecond(60),
    heavy: perSecond(40, 60_000, costly),
    'resource-intensive': perMinute(20, 60_000, costly),
  },
};

const categoryNames: Readonly<Record<RateLabel, string>> = {
  light: 'Light',
  medium: 'Medium',
  heavy: 'Heavy',
  'resource-intensive': 'Resource-intensive',
};

export const rateCategoryHeader = (label: RateLabel): Record<string, string> => ({
  'x-ratelimit-category': categoryNames[label],
});

/**
 * Counts a call against its account, over a sliding window and the UTC day, or refuses it with 429. A refused call is not
 * counted.
 */
export function countCall(
  usage: RateUsage,
  plan: Plan,
  label: RateLabel,
  now: EpochMs,
  limitHeaders: Switches['limitHeaders'],
): EmulatorAnswer | null {
  if (plan === 'unlimited') return null;
  const limit = limitsByPlan[plan][label];
  if (usage.day !== utcDay(now)) {
    usage.day = utcDay(now);
    usage.daily = createRateUsage().daily;
  }

  const usedToday = limit.dailyWith.reduce((sum, each) => sum + usage.daily[each], 0);
  if (limit.callsPerDay !== null && usedToday >= limit.callsPerDay) {
    return tooManyCalls(
      'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.',
      limitHeaders === 'documented'
        ? {
            'x-ratelimit-type': 'Daily-limit',
            'x-ratelimit-limit': String(limit.callsPerDay),
            'x-ratelimit-remaining': '0',
            'retry-after': toZoomTime(nextUtcMidnight(now)),
          }
        : {},
    );
  }

  const recent = usage.recentCallsAt[label].filter((at) => at > now - limit.windowMs && at <= now);
  usage.recentCallsAt[label] = recent;
  if (recent.length >= limit.callsPerWindow) {
    return tooManyCalls(
      'You have reached the maximum per-second rate limit for this API. Try again later.',
      limitHeaders === 'documented'
        ? {
            'x-ratelimit-type': 'QPS',
            'x-ratelimit-limit': String(limit.callsPerWindow),
            'x-ratelimit-remaining': '0',
          }
        : {},
    );
  }

  recent.push(now);
  usage.daily[label] += 1;
  return null;
}

const tooManyCalls = (message: string, headers: Record<string, string>): EmulatorAnswer => ({
  status: 429,
  headers,
  json: { code: 429, message },
});

/** Calls per key and UTC day; yesterday's counts are forgotten. */
export interface DailyCounter {
  /** Counts one, unless `maximum` is reached already: then false. */
  take(key: string, maximum: number, now: EpochMs): boolean;
  used(key: string, now: EpochMs): number;
}

export function createDailyCounter(): DailyCounter {
  let day = '';
  let counts = new Map<string, number>();
  const today = (now: EpochMs): Map<string, number> => {
    if (day !== utcDay(now)) {
      day = utcDay(now);
      counts = new Map();
    }
    return counts;
  };
  return {
    take(key, maximum, now) {
      const used = today(now).get(key) ?? 0;
      if (used >= maximum) return false;
      today(now).set(key, used + 1);
      return true;
    },
    used: (key, now) => today(now).get(key) ?? 0,
  };
}
