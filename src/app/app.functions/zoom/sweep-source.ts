import { toIso, type Instant } from '../domain/instant.ts';
import type { NoSuchUser, NoWebinarPlan, SweepSource } from '../sweep/ports.ts';
import type { Page } from '../sync/ports.ts';
import {
  parseZoomHistory,
  parseZoomListedRecordings,
  parseZoomListedWebinars,
  parseZoomUsers,
} from './parse-zoom-lists.ts';
import type { ZoomClient } from './zoom-client.ts';
import { isPageTokenExpired, isRecordingMissing, isUserMissing, isWebinarPlanMissing } from './zoom-errors.ts';
import { orWhen, pageTokenExpired, toPage, zoomPageSize, zoomUserPageSize } from './zoom-page.ts';
import {
  zoomHistoryPageSchema,
  zoomRecordingPageSchema,
  zoomUserPageSchema,
  zoomWebinarPageSchema,
} from './zoom-schemas.ts';

const noWebinarPlan: NoWebinarPlan = { kind: 'no-webinar-plan' };
const noSuchUser: NoSuchUser = { kind: 'no-such-user' };
const emptyPage: Page<never> = { kind: 'page', rows: [], quarantinedCount: 0, nextPageToken: null, totalCount: 0 };

/**
 * What a sweep reads of one Zoom account. Rows of other kinds than webinars are left out; rows that cannot be understood
 * are counted.
 *
 * @see https://developers.zoom.us/docs/api/meetings/ and https://developers.zoom.us/docs/api/users/ (read 2026-11-20)
 */
export function createSweepSource(client: ZoomClient): SweepSource {
  return {
    async listUsers(pageToken) {
      const reading = client
        .read(
          {
            operation: 'list Zoom users',
            path: '/users',
            query: { status: 'active', page_size: zoomUserPageSize, next_page_token: pageToken },
            rateClass: 'zoom-medium',
          },
          zoomUserPageSchema,
        )
        .then((page) => toPage(page, () => parseZoomUsers(page.users)));
      return orWhen(reading, isPageTokenExpired, pageTokenExpired);
    },

    async listUserWebinars(userId, pageToken) {
      const reading = client
        .read(
          {
            operation: 'list webinars of a user',
            path: `/users/${encodeURIComponent(userId)}/webinars`,
            query: { type: 'scheduled', page_size: zoomPageSize, next_page_token: pageToken },
            rateClass: 'zoom-medium',
          },
          zoomWebinarPageSchema,
        )
        .then((page) => toPage(page, () => parseZoomListedWebinars(page.webinars, userId)));
      const listing = orWhen(orWhen(reading, isPageTokenExpired, pageTokenExpired), isUserMissing, noSuchUser);
      return orWhen(listing, isWebinarPlanMissing, noWebinarPlan);
    },

    async listPastInstances({ from, to, pageToken }) {
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
        .then((page) => toPage(page, () => parseZoomHistory(page.history_meetings)));
      return orWhen(reading, isPageTokenExpired, pageTokenExpired);
    },

    async listUserRecordings({ userId, from, to, pageToken }) {
      const reading = client
        .read(
          {
            operation: 'list recordings of a user',
            path: `/users/${encodeURIComponent(userId)}/recordings`,
            query: { from: toDay(from), to: toDay(to), page_size: zoomPageSize, next_page_token: pageToken },
            rateClass: 'zoom-medium',
          },
          zoomRecordingPageSchema,
        )
        .then((page) => toPage(page, () => parseZoomListedRecordings(page.meetings)));
      const listing = orWhen(orWhen(reading, isPageTokenExpired, pageTokenExpired), isUserMissing, noSuchUser);
      return orWhen(listing, isRecordingMissing, emptyPage);
    },
  };
}

const toDay = (instant: Instant): string => toIso(instant).slice(0, 10);
