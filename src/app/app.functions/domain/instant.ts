/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A day without a time, or a time without a zone, would be read differently by each machine. */
const completeInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** @returns null for anything that is not a complete point in time in ISO 8601 */
export function parseInstant(text: string | null | undefined): Instant | null {
  if (text === null || text === undefined || !completeInstant.test(text)) return null;
  const parsed = Date.parse(text);
  return Number.isNaN(parsed) ? null : parsed;
}

export const toIso = (instant: Instant): string => new Date(instant).toISOString();

/** The history keeps no more. */
export const toWholeSeconds = (instant: Instant): Instant => Math.floor(instant / 1000) * 1000;
