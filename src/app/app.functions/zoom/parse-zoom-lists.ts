import * as z from 'zod/mini';
import type { ListedRecording, ListedWebinar, PastInstance, ZoomUser } from '../sweep/ports.ts';
import { parseZoomRows, type ParsedRows } from './parse-zoom-rows.ts';
import { recurrenceByType } from './parse-zoom-webinar.ts';
import { findTranscriptUrl, isStillProcessing } from './recording-files.ts';
import { idText } from './zoom-fields.ts';
import {
  zoomHistoryRowSchema,
  zoomListedRecordingSchema,
  zoomListedWebinarSchema,
  zoomUserSchema,
  type ZoomUserRow,
} from './zoom-schemas.ts';

/** Somebody without a name goes by the address. */
export function parseZoomUsers(wireRows: readonly unknown[]): ParsedRows<ZoomUser> {
  return parseZoomRows(wireRows, zoomUserSchema, (user) => {
    const email = user.email ?? '';
    return { userId: user.id, email, name: toFullName(user) || email };
  });
}

const toFullName = (user: ZoomUserRow): string => user.display_name ?? `${user.first_name} ${user.last_name}`.trim();

/** @param userId - whose list it is; a webinar may also have been planned for somebody else */
export function parseZoomListedWebinars(wireRows: readonly unknown[], userId: string): ParsedRows<ListedWebinar> {
  return parseZoomRows(wireRows, zoomListedWebinarSchema, (webinar) => ({
    webinarId: webinar.id,
    uuid: webinar.uuid,
    hostId: webinar.host_id ?? userId,
    topic: webinar.topic,
    recurrence: recurrenceByType[webinar.type],
    startsAt: webinar.start_time,
    lengthMinutes: webinar.duration,
    createdAt: webinar.created_at,
    isZoomEvent: webinar.is_events_webinar === true,
  }));
}

/** Only webinars are asked for; a meeting that comes all the same is none of ours. */
export function parseZoomHistory(wireRows: readonly unknown[]): ParsedRows<PastInstance> {
  return parseZoomRows(withTypes(wireRows, ['webinar']), zoomHistoryRowSchema, (row) => ({
    webinarId: row.meeting_id,
    uuid: row.meeting_uuid,
    topic: row.topic,
    hostName: row.host_display_name,
    hostEmail: row.host_email,
    startedAt: row.start_time,
    endedAt: row.end_time,
    participantCount: row.participants,
  }));
}

/** The list has the recordings of meetings and uploads (99) as well. */
export function parseZoomListedRecordings(wireRows: readonly unknown[]): ParsedRows<ListedRecording> {
  return parseZoomRows(withTypes(wireRows, Object.keys(recurrenceByType)), zoomListedRecordingSchema, (recording) => ({
    webinarId: recording.id,
    instanceUuid: recording.uuid,
    hasTranscript: findTranscriptUrl(recording.recording_files) !== null,
    isProcessing: isStillProcessing(recording.recording_files),
  }));
}

const typedRowSchema = z.object({ type: idText });

/** Without the rows that say of themselves that they are something else. Zoom sends types as numbers and as text. */
const withTypes = (wireRows: readonly unknown[], types: readonly string[]): readonly unknown[] =>
  wireRows.filter((wireRow) => {
    const { success, data } = z.safeParse(typedRowSchema, wireRow);
    return !success || types.includes(data.type.toLowerCase());
  });
