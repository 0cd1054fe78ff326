import type { HttpAnswer } from './http.ts';

/** What an answer's headers say about the limit: the share of other apps shows in `remainingCalls`. */
export interface RateHint {
  readonly maxCalls: number;
  readonly remainingCalls: number;
  readonly windowMs: number;
}

/** One row of a vendor's limits table. */
export interface RateLimit {
  readonly maxCalls: number;
  readonly windowMs: number;
  /** Absent where the vendor's headers say nothing that helps. */
  readonly readHint?: (headers: HttpAnswer['headers']) => RateHint | null;
}

/** A vendor's limits table, by rate class. */
export type RateLimits = Readonly<Record<string, RateLimit>>;
