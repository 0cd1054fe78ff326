import type { ContactHistory, HistoryWebinar } from './contact-history.ts';

/** The numbers on a contact, always computed from its whole history. */
export interface HistoryCounters {
  /** Webinars whose registration stands; a series counts once. */
  readonly registrationCount: number;
  /** Webinars attended; several sessions of one webinar count once. */
  readonly attendedWebinarCount: number;
  readonly attendedSessionCount: number;
  /** Mean over the attended webinars, 0 to 100, one decimal; a webinar's own value is the mean of its attended sessions. */
  readonly averagePercentage: number | null;
  readonly lastRegisteredUrl: string | null;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const attendedPercentages = (webinar: HistoryWebinar): readonly number[] =>
  webinar.sessions.flatMap(({ attendance }) => (attendance === null ? [] : [attendance.percentage]));

export function countHistory({ webinars }: ContactHistory): HistoryCounters {
  const registered = webinars.filter(({ registration }) => registration === 'registered');
  const attended = webinars.map(attendedPercentages).filter((percentages) => percentages.length > 0);
  // One that was taken over from a merged contact has no link.
  const newest = registered
    .filter(({ url }) => url !== '')
    .reduce<HistoryWebinar | null>(
      (best, webinar) => (best === null || (webinar.registeredAt ?? 0) > (best.registeredAt ?? 0) ? webinar : best),
      null,
    );
  return {
    registrationCount: registered.length,
    attendedWebinarCount: attended.length,
    attendedSessionCount: attended.flat().length,
    averagePercentage: attended.length === 0 ? null : Math.round(mean(attended.map(mean)) * 10) / 10,
    lastRegisteredUrl: newest?.url ?? null,
  };
}
