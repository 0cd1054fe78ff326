import type { HttpAnswer } from '../http/http.ts';
import type { RateHint, RateLimit } from '../http/rate-limit.ts';

/** The paid plans above Pro share one row. */
export type ZoomPlan = 'free' | 'pro' | 'business';

/** Zoom's labels, the token endpoint, and downloads of files. */
export type ZoomRateClass = 'zoom-light' | 'zoom-medium' | 'zoom-heavy' | 'zoom-token' | 'zoom-download';

const perSecond = 1_000;

/**
 * Calls per second and Zoom account, shared by all apps of the account. Heavy calls also have a daily budget (Pro 30,000,
 * Business and above 60,000), which no process can pace alone: Zoom's answer ends it, as `quota-exhausted`.
 * For the token endpoint Zoom names no number; one token an hour is all that is asked for.
 *
 * @see https://developers.zoom.us/docs/api/rate-limits/ (read 2026-11-20)
 */
const callsPerSecond: Readonly<Record<ZoomPlan, Readonly<Record<Exclude<ZoomRateClass, 'zoom-download'>, number>>>> = {
  free: { 'zoom-light': 4, 'zoom-medium': 2, 'zoom-heavy': 1, 'zoom-token': 2 },
  pro: { 'zoom-light': 30, 'zoom-medium': 20, 'zoom-heavy': 10, 'zoom-token': 2 },
  business: { 'zoom-light': 80, 'zoom-medium': 60, 'zoom-heavy': 40, 'zoom-token': 2 },
};

/** Ours: Zoom names no limit for downloads, so they are no part of the account's limit either. A file takes several hops. */
const downloadLimit: RateLimit = { maxCalls: 10, windowMs: perSecond };

/**
 * The limits of one Zoom account for the rate gate.
 *
 * @param options.share - part of the account's limit that this app may use, above 0 and at most 1; at least one call a
 *        second always remains
 */
export function zoomRateLimits(
  options: { readonly plan?: ZoomPlan; readonly share?: number } = {},
): Readonly<Record<ZoomRateClass, RateLimit>> {
  const { plan = 'pro', share = 1 } = options;
  const toLimit = (rateClass: keyof (typeof callsPerSecond)[ZoomPlan]): RateLimit => ({
    maxCalls: toShare(callsPerSecond[plan][rateClass], share),
    windowMs: perSecond,
    readHint: (headers) => readZoomHint(headers, share),
  });
  return {
    'zoom-light': toLimit('zoom-light'),
    'zoom-medium': toLimit('zoom-medium'),
    'zoom-heavy': toLimit('zoom-heavy'),
    'zoom-token': toLimit('zoom-token'),
    'zoom-download': downloadLimit,
  };
}

const toShare = (calls: number, share: number): number => Math.max(1, Math.floor(calls * share));

/** Zoom does not send these headers to every account, and the same names carry the daily budget under another type. */
function readZoomHint(headers: HttpAnswer['headers'], share: number): RateHint | null {
  if (headers['x-ratelimit-type']?.toUpperCase() !== 'QPS') return null;
  const limit = toCount(headers['x-ratelimit-limit']);
  const remainingCalls = toCount(headers['x-ratelimit-remaining']);
  if (limit === null || remainingCalls === null) return null;
  return { maxCalls: toShare(limit, share), remainingCalls, windowMs: perSecond };
}

const toCount = (text: string | undefined): number | null =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
