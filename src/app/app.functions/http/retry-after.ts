const dayInSeconds = 86_400;

const seconds = /^\d+(\.\d+)?$/;
// `Date.parse` accepts much more than these two, down to "-5", so the form is checked first.
const isoDateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const httpDate = /^[A-Z][a-z]{2,8},? .*\d{2}:\d{2}:\d{2}/;

/**
 * Reads a Retry-After value: seconds, an HTTP date, or the ISO date-time that Zoom sends on its daily limits.
 *
 * @param nowMs - milliseconds since 1970, to turn a date into a wait
 * @returns whole seconds, rounded up, 0 for a moment that has passed, at most the ceiling; null = no usable hint
 * @see https://developers.zoom.us/docs/api/rate-limits/ (read 2026-11-20)
 */
export function parseRetryAfter(
  text: string | null | undefined,
  nowMs: number,
  ceilingSeconds: number = dayInSeconds,
): number | null {
  const value = text?.trim() ?? '';
  const waitSeconds = seconds.test(value) ? Number(value) : (parseDate(value) - nowMs) / 1_000;
  if (!Number.isFinite(waitSeconds)) return null;
  return Math.min(ceilingSeconds, Math.max(0, Math.ceil(waitSeconds)));
}

function parseDate(value: string): number {
  const iso = isoDateTime.exec(value);
  // A date-time without a zone would be read in the machine's own zone; vendors mean UTC.
  if (iso !== null) return Date.parse(iso[3] === undefined ? `${value}Z` : value);
  return httpDate.test(value) ? Date.parse(value) : Number.NaN;
}
