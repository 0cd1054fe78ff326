import { toIso, type Instant } from '../domain/instant.ts';
import type { Page, PageTokenExpired } from '../sync/ports.ts';
import { parseZoomRows } from './parse-zoom-rows.ts';
import type { ZoomClient } from './zoom-client.ts';
import { isPageTokenExpired } from './zoom-errors.ts';
import { orWhen, pageTokenExpired, toPage, zoomPageSize } from './zoom-page.ts';
import { zoomHistoryPageSchema, zoomHistoryRowSchema } from './zoom-schemas.ts';

/** One instance of a webinar that was held. A recurring or restarted webinar has several under one `webinarId`. */
export interface PastInstance {
  readonly webinarId: string;
  readonly uuid: string;
  readonly topic: string;
  readonly hostName: string;
  readonly startedAt: Instant;
  readonly participantCount: number;
}

/** Back-fill: which webinars were held. */
export interface PastWebinarSource {
  /**
   * The account's past webinars of all hosts, by start. One call.
   *
   * @param request.from - first day (UTC); Zoom answers at most one month per call, see {@link splitIntoMonths}
   * @param request.to - last day (UTC), included
   * @throws IntegrationError
   */
  listPastWebinars(request: {
    readonly from: Instant;
    readonly to: Instant;
    readonly pageToken: string | null;
  }): Promise<Page<PastInstance> | PageTokenExpired>;
}

/** Part of the Zoom source. */
export function createPastWebinarSource(client: ZoomClient): PastWebinarSource {
  return {
    async listPastWebinars({ from, to, pageToken }) {
      const reading = client
        .read(
          {
            operation: 'list past webinars',
            path: '/report/history_meetings',
            query: {
              from: toDay(from),
              to: toDay(to),
              date_type: 'start_time',
              meeting_type: 'webinar',
              page_size: zoomPageSize,
              next_page_token: pageToken,
            },
            rateClass: 'zoom-heavy',
          },
          zoomHistoryPageSchema,
        )
        .then((page) =>
          toPage(
            page,
            parseZoomRows(page.history_meetings, zoomHistoryRowSchema, (row) => ({
              webinarId: row.meeting_id,
              uuid: row.meeting_uuid,
              topic: row.topic,
              hostName: row.host_display_name,
              startedAt: row.start_time,
              participantCount: row.participants,
            })),
          ),
        );
      return orWhen(reading, isPageTokenExpired, pageTokenExpired);
    },
  };
}

const toDay = (instant: Instant): string => toIso(instant).slice(0, 10);

const dayMs = 86_400_000;
/** February is a month too: a longer range may be refused. */
const daysPerRange = 28;

/**
 * Cuts a period into ranges that Zoom answers in one call each, newest first. Days (UTC) do not overlap, and all are covered.
 */
export function splitIntoMonths(
  from: Instant,
  to: Instant,
): readonly { readonly from: Instant; readonly to: Instant }[] {
  const firstDay = Math.floor(from / dayMs);
  const lastDay = Math.floor(to / dayMs);
  const rangeCount = Math.max(0, Math.ceil((lastDay - firstDay + 1) / daysPerRange));
  return Array.from({ length: rangeCount }, (_, index) => {
    const rangeEnd = lastDay - index * daysPerRange;
    return { from: Math.max(firstDay, rangeEnd - daysPerRange + 1) * dayMs, to: rangeEnd * dayMs };
  });
}
