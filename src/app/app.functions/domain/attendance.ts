import type { Instant } from './instant.ts';
import { clipIntervals, totalLengthMs, uniteIntervals, type Interval } from './intervals.ts';
import type { Session } from './sessions.ts';

/** One person's time in one session. */
export interface Attendance {
  readonly attendedSeconds: number;
  /** 0 to 100, one decimal. */
  readonly percentage: number;
  readonly firstJoinedAt: Instant;
  readonly lastLeftAt: Instant;
}

/**
 * The union of the person's intervals within the session: several devices, rejoins and host drops never count twice.
 *
 * @returns null when nothing of the intervals lies within the session
 */
export function totalAttendance(intervals: readonly Interval[], session: Session): Attendance | null {
  const inside = clipIntervals(uniteIntervals(intervals), session.openTimes);
  if (inside.length === 0) return null;
  const attendedMs = totalLengthMs(inside);
  return {
    attendedSeconds: Math.round(attendedMs / 1000),
    percentage: toPercentage(attendedMs, session.lengthMs),
    firstJoinedAt: Math.min(...intervals.map(({ start }) => start)),
    lastLeftAt: Math.max(...intervals.map(({ end }) => end)),
  };
}

function toPercentage(partMs: number, wholeMs: number): number {
  if (wholeMs <= 0) return 100;
  return Math.min(100, Math.round((partMs / wholeMs) * 1000) / 10);
}
