/** How far the time of signing may be from now, in both directions: clocks differ. */
export const signatureWindowMs = 5 * 60 * 1000;

export const isWithinWindow = (signedAtMs: number, nowMs: number): boolean =>
  Math.abs(nowMs - signedAtMs) <= signatureWindowMs;
