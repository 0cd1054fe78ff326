export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** The days around the start of the demo. */
export interface Calendar {
  readonly nowMs: number;
  /** A time of day (UTC) some days before (negative) or after today. */
  at(daysFromToday: number, hour: number, minute?: number): number;
  /** A full hour. */
  hoursAgo(hours: number): number;
}

export const createCalendar = (nowMs: number): Calendar => ({
  nowMs,
  at: (daysFromToday, hour, minute = 0) =>
    Math.floor(nowMs / dayMs) * dayMs + daysFromToday * dayMs + hour * hourMs + minute * minuteMs,
  hoursAgo: (hours) => Math.floor(nowMs / hourMs) * hourMs - hours * hourMs,
});

/** As Zoom writes times: UTC, whole seconds. */
export const toTime = (epochMs: number): string => `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
