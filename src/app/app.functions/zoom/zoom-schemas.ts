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
  created_at: instantOrNull,
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
export const zoomUserPageSchema = z.object({ ...pageFields, users: z.array(z.unknown()) });
export const zoomWebinarPageSchema = z.object({ ...pageFields, webinars: z.array(z.unknown()) });
export const zoomRecordingPageSchema = z.object({ ...pageFields, meetings: z.array(z.unknown()) });

export const zoomRegistrantSchema = z.object({
  id: z.string().check(z.minLength(1)),
  email: z.string(),
  first_name: textOrEmpty,
  last_name: textOrEmpty,
  status: z.nullish(z.string()),
  create_time: instant,
  join_url: textOrNull,
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
  host_email: emailOrNull,
  start_time: instant,
  end_time: instantOrNull,
  participants: countOrZero,
});

export const zoomUserSchema = z.object({
  id: z.string().check(z.minLength(1)),
  email: emailOrNull,
  display_name: textOrNull,
  first_name: textOrEmpty,
  last_name: textOrEmpty,
});
export type ZoomUserRow = z.infer<typeof zoomUserSchema>;

export const zoomListedWebinarSchema = z.object({
  id: idText,
  uuid: textOrEmpty,
  host_id: textOrNull,
  topic: textOrEmpty,
  type: z.literal([5, 6, 9]),
  start_time: instantOrNull,
  duration: countOrZero,
  created_at: instantOrNull,
  is_events_webinar: z.nullish(z.boolean()),
});

const zoomRecordingFileSchema = z.object({
  file_type: textOrEmpty,
  recording_type: textOrEmpty,
  status: textOrNull,
  recording_start: instantOrNull,
  recording_end: instantOrNull,
  play_url: textOrNull,
  download_url: textOrNull,
});
export type ZoomRecordingFile = z.infer<typeof zoomRecordingFileSchema>;

/** While a recording is made, it may have no files. */
const recordingFiles = z.pipe(
  z.nullish(z.array(zoomRecordingFileSchema)),
  z.transform((files) => files ?? []),
);

export const zoomListedRecordingSchema = z.object({
  id: idText,
  uuid: z.string().check(z.minLength(1)),
  recording_files: recordingFiles,
});

export const zoomRecordingSchema = z.object({
  start_time: instantOrNull,
  duration: countOrZero,
  share_url: textOrNull,
  recording_play_passcode: textOrNull,
  recording_files: recordingFiles,
  /** A refusal under status 200: the specification knows one. */
  code: z.nullish(z.union([z.number(), z.string()])),
  message: textOrEmpty,
});
export type ZoomRecording = z.infer<typeof zoomRecordingSchema>;

export const zoomTranscriptSchema = z.object({
  can_download: z.nullish(z.boolean()),
  download_url: textOrNull,
  download_restriction_reason: textOrNull,
});
export type ZoomTranscript = z.infer<typeof zoomTranscriptSchema>;

export const zoomQuestionsSchema = z.object({
  questions: z.nullish(z.array(z.object({ field_name: textOrEmpty, required: z.nullish(z.boolean()) }))),
  custom_questions: z.nullish(
    z.array(
      z.object({
        /** Answers must repeat it letter by letter. */
        title: z.string(),
        type: textOrNull,
        required: z.nullish(z.boolean()),
        answers: z.nullish(z.array(z.string())),
      }),
    ),
  ),
});
export type ZoomQuestions = z.infer<typeof zoomQuestionsSchema>;

export const zoomRegistrationSchema = z.object({
  registrant_id: z.string().check(z.minLength(1)),
  join_url: textOrNull,
  /** Sent since 2026-09. */
  status: textOrNull,
});
