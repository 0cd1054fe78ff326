import type { EpochMs } from '../core/clock.ts';
import { refusals } from './errors.ts';
import { addUtcMonths, dayMs, utcDay } from './zoom-time.ts';

export interface DateRange {
  readonly fromMs: EpochMs;
  /** The first moment after the last day. */
  readonly untilMs: EpochMs;
}

/**
 * Whole days in UTC, both included.
 * @param defaults - the days that count when the query names none; absent: both must be named
 * @throws Refused 400/300 for a missing or wrong date, an order turned round, or more than a month
 */
export function readMonth(
  query: URLSearchParams,
  defaults?: { readonly from: string; readonly to: string },
): DateRange {
  const fromMs = readDate(query.get('from') ?? defaults?.from ?? '', 'from');
  const toMs = readDate(query.get('to') ?? defaults?.to ?? '', 'to');
  if (toMs < fromMs || toMs > addUtcMonths(fromMs, 1)) throw refusals.invalidParameter('to');
  return { fromMs, untilMs: toMs + dayMs };
}

function readDate(text: string, name: string): EpochMs {
  const epochMs = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // A day that does not exist (30 February) is either refused by the parser or moved to another day.
  if (Number.isNaN(epochMs) || utcDay(epochMs) !== text) throw refusals.invalidParameter(name);
  return epochMs;
}

export const isWithin = (time: string, { fromMs, untilMs }: DateRange): boolean =>
  Date.parse(time) >= fromMs && Date.parse(time) < untilMs;
