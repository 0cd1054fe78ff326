import type { Send } from '../http/http.ts';
import type { RegistrationSource } from '../registration/ports.ts';
import type { SweepSource } from '../sweep/ports.ts';
import type { InstanceReport, NotReady, ZoomSource } from '../sync/ports.ts';
import type { RecordingSource } from '../sync/recording-ports.ts';
import { parseZoomParticipants, parseZoomRegistrants } from './parse-zoom-rows.ts';
import { toWebinar } from './parse-zoom-webinar.ts';
import { createRecordingSource } from './recording-source.ts';
import { createRegistrationSource } from './registration-source.ts';
import { createSweepSource } from './sweep-source.ts';
import { createZoomClient, type ZoomClient } from './zoom-client.ts';
import { isPageTokenExpired, isRegistrationOff, isReportMissing } from './zoom-errors.ts';
import { notReady, orWhen, pageTokenExpired, registrationOff, toPage, zoomPageSize } from './zoom-page.ts';
import {
  zoomInstanceReportSchema,
  zoomInstancesSchema,
  zoomPanelistsSchema,
  zoomParticipantPageSchema,
  zoomRegistrantPageSchema,
  zoomWebinarSchema,
  type ZoomInstanceReport,
} from './zoom-schemas.ts';
import type { ZoomTokens } from './zoom-token.ts';
import { encodeZoomUuid } from './zoom-uuid.ts';

/** All that is read of one Zoom account, and the one thing that is written there. */
export type ZoomAccountSource = ZoomSource & SweepSource & RecordingSource & RegistrationSource;

/**
 * Reads one Zoom account, and registers people there.
 *
 * @param parts.baseUrl - with the version path, for example `https://api.zoom.us/v2`
 * @param parts.tokenUrl - where tokens come from; its host may be sent one
 */
export function createZoomSource(parts: {
  readonly send: Send;
  readonly tokens: ZoomTokens;
  readonly baseUrl: string;
  readonly tokenUrl: string;
}): ZoomAccountSource {
  const client = createZoomClient(parts);
  return {
    ...createSyncSource(client),
    ...createSweepSource(client),
    ...createRecordingSource({ ...parts, client }),
    ...createRegistrationSource(client),
  };
}

/** What a sync reads of a webinar and its people. @see https://developers.zoom.us/docs/api/meetings/ (read 2026-11-20) */
function createSyncSource(client: ZoomClient): ZoomSource {
  return {
    async readWebinar(webinarId) {
      const webinar = await client.read(
        {
          operation: 'read webinar',
          path: `/webinars/${encodeURIComponent(webinarId)}`,
          query: { show_previous_occurrences: 'true' },
          rateClass: 'zoom-light',
        },
        zoomWebinarSchema,
      );
      return toWebinar(webinar);
    },

    async listInstances(webinarId) {
      const { webinars } = await client.read(
        {
          operation: 'list webinar instances',
          path: `/past_webinars/${encodeURIComponent(webinarId)}/instances`,
          rateClass: 'zoom-light',
        },
        zoomInstancesSchema,
      );
      return webinars
        .map(({ uuid, start_time: startedAt }) => ({ uuid, startedAt }))
        .toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0));
    },

    async readInstanceReport(instanceUuid) {
      const reading = client.read(
        {
          operation: 'read webinar report',
          path: `/report/webinars/${encodeZoomUuid(instanceUuid)}`,
          rateClass: 'zoom-heavy',
        },
        zoomInstanceReportSchema,
      );
      const report = await orWhen(reading, isReportMissing, null);
      return report === null ? notReady : toInstanceReport(report);
    },

    async listPanelists(webinarId) {
      const { panelists } = await client.read(
        {
          operation: 'list webinar panelists',
          path: `/webinars/${encodeURIComponent(webinarId)}/panelists`,
          rateClass: 'zoom-medium',
        },
        zoomPanelistsSchema,
      );
      return panelists.map(({ id, email }) => ({ email, userId: id }));
    },

    async readRegistrantPage({ webinarId, status, occurrenceId, pageToken }) {
      const reading = client
        .read(
          {
            operation: 'list webinar registrants',
            path: `/webinars/${encodeURIComponent(webinarId)}/registrants`,
            query: {
              page_size: zoomPageSize,
              status,
              occurrence_id: occurrenceId,
              next_page_token: pageToken,
            },
            rateClass: 'zoom-medium',
          },
          zoomRegistrantPageSchema,
        )
        .then((page) => toPage(page, () => parseZoomRegistrants(page.registrants, { status, occurrenceId })));
      return orWhen(orWhen(reading, isPageTokenExpired, pageTokenExpired), isRegistrationOff, registrationOff);
    },

    async readParticipantPage({ instanceUuid, pageToken }) {
      const reading = client
        .read(
          {
            operation: 'list webinar participants',
            path: `/report/webinars/${encodeZoomUuid(instanceUuid)}/participants`,
            query: { page_size: zoomPageSize, include_fields: 'registrant_id', next_page_token: pageToken },
            rateClass: 'zoom-heavy',
          },
          zoomParticipantPageSchema,
        )
        .then((page) => toPage(page, () => parseZoomParticipants(page.participants, instanceUuid)));
      return orWhen(orWhen(reading, isPageTokenExpired, pageTokenExpired), isReportMissing, notReady);
    },
  };
}

/** An instance without an end is still running, or its report is not finished. */
const toInstanceReport = ({
  start_time: startedAt,
  end_time: endedAt,
}: ZoomInstanceReport): InstanceReport | NotReady =>
  endedAt === null ? notReady : { kind: 'report', startedAt, endedAt };
