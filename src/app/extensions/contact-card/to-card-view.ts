import type { ContactWebinarsAnswer } from '../contract/contact-webinars.ts';
import type { Words } from '../shared/words/words.ts';
import { orderWebinars } from './order-webinars.ts';
import { toWebinarView, type WebinarView } from './to-webinar-view.ts';

/** Everything on the card, ready to be shown. */
export interface CardView {
  /** Null for a contact without webinars. */
  readonly summary: SummaryView | null;
  /** Those to come, next one first, then those that are over, newest first. */
  readonly webinars: readonly WebinarView[];
  /** Registered for, with a date to come. */
  readonly registeredWebinarIds: readonly string[];
}

export interface SummaryView {
  readonly statistics: readonly { readonly label: string; readonly number: string }[];
  readonly average: { readonly percentage: number; readonly over: string } | null;
  /** A valid instant. */
  readonly lastSeenAt: string | null;
}

/** @throws where the answer is not what the contract says */
export function toCardView(answer: ContactWebinarsAnswer, words: Words): CardView {
  const connections = new Set(answer.webinars.map(({ connection }) => connection));
  return {
    summary: answer.webinars.length === 0 ? null : toSummaryView(answer.summary, words),
    webinars: orderWebinars(answer.webinars).map((webinar) => toWebinarView(webinar, connections.size > 1, words)),
    registeredWebinarIds: answer.webinars
      .filter(({ sessions }) => sessions.some(({ state, isOver }) => state === 'registered' && !isOver))
      .map(({ webinarId }) => webinarId),
  };
}

function toSummaryView(summary: ContactWebinarsAnswer['summary'], { t, formats }: Words): SummaryView {
  const { averagePercentage, attendedSessionCount, lastAttendedAt } = summary;
  return {
    statistics: [
      { label: t('card.summary.registered'), number: formats.count(summary.registrationCount) },
      { label: t('card.summary.attended'), number: formats.count(summary.attendedWebinarCount) },
    ],
    average:
      averagePercentage === null
        ? null
        : {
            percentage: Math.floor(averagePercentage),
            over: t('card.summary.average-of', { count: attendedSessionCount }),
          },
    lastSeenAt: lastAttendedAt === null ? null : new Date(lastAttendedAt).toISOString(),
  };
}
