import * as z from 'zod/mini';
import {
  countOrNull,
  countOrZero,
  emailList,
  emailOrNull,
  idText,
  idTextOrEmpty,
  instant,
  instantOrNull,
  textOrEmpty,
  textOrNull,
} from './zoom-fields.ts';

/*
 * Only the fields in use. Zoom's specification lags behind what it sends, so unknown fields are fine, and what is not a
 * key may be absent. Everything below is declared in https://developers.zoom.us/docs/api/meetings/ (read 2026-11-20).
 */

export const zoomWebinarSchema = z.object({
  id: idText,
  uuid: z.string(),
  host_id: z.string(),
  host_email: emailOrNull,
  topic: textOrEmpty,
  agenda: textOrEmpty,
  type: z.literal([5, 6, 9]),
  start_time: instantOrNull,
  duration: countOrZero,
  join_url: textOrEmpty,
  registration_url: textOrNull,
  occurrences: z.nullish(
    z.array(
      z.object({
        occurrence_id: idText,
        start_time: instant,
        duration: countOrZero,
        status: z.nullish(z.string()),
      }),
    ),
  ),
  settings: z.nullish(
    z.object({
      approval_type: z.nullish(z.number()),
      registration_type: z.nullish(z.number()),
      alternative_hosts: emailList,
    }),
  ),
});
export type ZoomWebinar = z.infer<typeof zoomWebinarSchema>;

export const zoomInstancesSchema = z.object({
  webinars: z.array(z.object({ uuid: z.string().check(z.minLength(1)), start_time: instantOrNull })),
});

export const zoomInstanceReportSchema = z.object({ start_time: instant, end_time: instantOrNull });
export type ZoomInstanceReport = z.infer<typeof zoomInstanceReportSchema>;

export const zoomPanelistsSchema = z.object({
  panelists: z.array(z.object({ id: textOrNull, email: emailOrNull })),
});

const pageFields = { next_page_token: textOrNull, total_records: countOrNull };
export const zoomRegistrantPageSchema = z.object({ ...pageFields, registrants: z.array(z.unknown()) });
export const zoomParticipantPageSchema = z.object({ ...pageFields, participants: z.array(z.unknown()) });
export const zoomHistoryPageSchema = z.object({ ...pageFields, history_meetings: z.array(z.unknown()) });

export const zoomRegistrantSchema = z.object({
  id: z.string().check(z.minLength(1)),
  email: z.string(),
  first_name: textOrEmpty,
  last_name: textOrEmpty,
  status: z.nullish(z.string()),
  create_time: instant,
});
export type ZoomRegistrant = z.infer<typeof zoomRegistrantSchema>;

export const zoomParticipantSchema = z.object({
  /** Deprecated in favour of `participant_user_id`, which older reports lack. */
  id: textOrNull,
  participant_user_id: textOrNull,
  /** A new one for each join. */
  user_id: idTextOrEmpty,
  registrant_id: textOrNull,
  name: textOrEmpty,
  user_email: emailOrNull,
  join_time: instantOrNull,
  leave_time: instantOrNull,
  duration: countOrNull,
  status: textOrNull,
});

export const zoomHistoryRowSchema = z.object({
  meeting_id: idText,
  meeting_uuid: textOrEmpty,
  topic: textOrEmpty,
  host_display_name: textOrEmpty,
  start_time: instant,
  participants: countOrZero,
});
