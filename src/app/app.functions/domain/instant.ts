/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** @returns null for anything that is not a complete point in time */
export function parseInstant(text: string | null | undefined): Instant | null {
  if (text === null || text === undefined || text === '') return null;
  const parsed = Date.parse(text);
  return Number.isNaN(parsed) ? null : parsed;
}

export const toIso = (instant: Instant): string => new Date(instant).toISOString();
