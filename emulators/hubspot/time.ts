import type { EpochMs } from '../core/clock.ts';

const isoInstant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/;

/** HubSpot writes instants without a fraction when the milliseconds are zero. */
export function toVendorTime(epochMs: EpochMs): string {
  return new Date(epochMs).toISOString().replace('.000Z', 'Z');
}

/** Reads an ISO 8601 instant or date, or milliseconds written in digits; null for anything else. */
export function parseInstant(text: string): EpochMs | null {
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  if (!isoInstant.test(text)) return null;
  const epochMs = Date.parse(text);
  return Number.isNaN(epochMs) ? null : epochMs;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone, yyyy-mm-dd. */
export function dayIn(timeZone: string, epochMs: EpochMs): string {
  let format = dayFormats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    dayFormats.set(timeZone, format);
  }
  return format.format(epochMs);
}

/** The first instant of the next calendar day in a time zone, to the minute. */
export function nextMidnightIn(timeZone: string, epochMs: EpochMs): EpochMs {
  const today = dayIn(timeZone, epochMs);
  const minuteMs = 60_000;
  let earliest = Math.floor(epochMs / minuteMs);
  let latest = earliest + 25 * 60;
  while (latest - earliest > 1) {
    const middle = Math.floor((earliest + latest) / 2);
    if (dayIn(timeZone, middle * minuteMs) === today) earliest = middle;
    else latest = middle;
  }
  return latest * minuteMs;
}

/** Offset of a time zone from UTC at an instant, positive to the east. */
export function utcOffsetMs(timeZone: string, epochMs: EpochMs): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(epochMs);
  const part = (type: string): number => Number(parts.find((candidate) => candidate.type === type)?.value ?? 0);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(epochMs / 1000) * 1000;
}
