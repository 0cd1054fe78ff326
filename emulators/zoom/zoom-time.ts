import type { EpochMs } from '../core/clock.ts';

export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const dayMs = 24 * 60 * minuteMs;

/** UTC without fractions, as Zoom writes its own stamps. */
export const toZoomTime = (epochMs: EpochMs): string => `${new Date(epochMs).toISOString().slice(0, 19)}Z`;

export const utcDay = (epochMs: EpochMs): string => new Date(epochMs).toISOString().slice(0, 10);

/** The midnight after which a daily limit starts afresh. */
export const nextUtcMidnight = (epochMs: EpochMs): EpochMs => (Math.floor(epochMs / dayMs) + 1) * dayMs;

/** The same day of the month `count` months away, or that month's last day. */
export function addUtcMonths(epochMs: EpochMs, count: number): EpochMs {
  const date = new Date(epochMs);
  const moved = new Date(epochMs);
  moved.setUTCMonth(date.getUTCMonth() + count);
  if (moved.getUTCDate() !== date.getUTCDate()) moved.setUTCDate(0);
  return moved.getTime();
}
