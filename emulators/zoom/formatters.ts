import type { EpochMs } from '../core/clock.ts';
import { summarise } from './attendance.ts';
import type { Instance, Occurrence, ParticipantRow, Webinar, ZoomUser } from './entities.ts';
import type { Registrant } from './registrant.ts';
import { liveInstance, occurrenceEnd, type ReportStage } from './lifecycle.ts';
import { shareLink, startLink } from './links.ts';
import { emailKey } from './roster.ts';
import type { Switches } from './switches.ts';
import { minuteMs } from './zoom-time.ts';

/** More are never listed, whatever the webinar has. */
const occurrencesShownMax = 50;
const agendaShownMax = 250;

export function toUserAnswer(user: ZoomUser, includeFields: string | null): object {
  const { custom_attributes, host_key, ...fields } = user.fields;
  const answer = {
    ...fields,
    status: user.status,
    ...(includeFields === 'custom_attributes' && custom_attributes !== undefined ? { custom_attributes } : {}),
    ...(includeFields === 'host_key' && host_key !== undefined ? { host_key } : {}),
  };
  if (user.status !== 'pending') return answer;
  const { id: _untilTheyAccept, ...withoutId } = answer as Record<string, unknown>;
  return withoutId;
}

/** The live run's, or that of the next one. */
export const currentUuid = (webinar: Webinar, now: EpochMs): string => liveInstance(webinar, now)?.uuid ?? webinar.uuid;

/** One row of a user's list; a recurring webinar gives one for each occurrence. */
export function toWebinarRow(webinar: Webinar, occurrence: Occurrence | null, now: EpochMs): object {
  const startTime = occurrence?.start_time ?? webinar.startTime;
  return {
    uuid: currentUuid(webinar, now),
    id: webinar.id,
    host_id: webinar.host.id,
    topic: webinar.topic,
    type: webinar.type,
    ...(startTime === null ? {} : { start_time: startTime }),
    duration: occurrence?.duration ?? webinar.durationMinutes,
    timezone: webinar.timezone,
    agenda: webinar.agenda.slice(0, agendaShownMax),
    created_at: webinar.createdAt,
    join_url: webinar.joinUrl,
    is_simulive: webinar.isSimulive,
    is_events_webinar: webinar.isEventsWebinar,
  };
}

export interface WebinarView {
  readonly occurrence: Occurrence | null;
  readonly showsPreviousOccurrences: boolean;
  readonly now: EpochMs;
}

export function toWebinarAnswer(webinar: Webinar, { occurrence, showsPreviousOccurrences, now }: WebinarView): object {
  const { settings } = webinar;
  const startTime = occurrence?.start_time ?? webinar.startTime;
  const shown = webinar.occurrences.filter((each) => showsPreviousOccurrences || occurrenceEnd(each) > now);
  return {
    uuid: currentUuid(webinar, now),
    id: webinar.id,
    host_id: webinar.host.id,
    host_email: webinar.host.email,
    topic: webinar.topic,
    agenda: webinar.agenda,
    type: webinar.type,
    ...(startTime === null ? {} : { start_time: startTime }),
    duration: occurrence?.duration ?? webinar.durationMinutes,
    timezone: webinar.timezone,
    created_at: webinar.createdAt,
    start_url: startLink(webinar.id, `eyJ${webinar.host.id}`),
    join_url: webinar.joinUrl,
    ...(settings.approval_type === 2 ? {} : { registration_url: webinar.registrationUrl }),
    ...(webinar.type === 9 ? { occurrences: shown.slice(0, occurrencesShownMax) } : {}),
    settings: {
      approval_type: settings.approval_type,
      ...(webinar.type === 9 ? { registration_type: settings.registration_type } : {}),
      registrants_restrict_number: settings.registrants_restrict_number,
      email_in_attendee_report: settings.email_in_attendee_report,
      ...settings.other,
    },
    is_simulive: webinar.isSimulive,
    ...webinar.other,
  };
}

/** @param occurrenceId - the occurrence whose status is asked for, where each has its own */
export function toRegistrantAnswer(registrant: Registrant, occurrenceId: string | null): object {
  const status =
    (occurrenceId === null ? undefined : registrant.statusByOccurrence.get(occurrenceId)) ?? registrant.status;
  return {
    id: registrant.id,
    email: registrant.email,
    ...registrant.fields,
    status,
    create_time: registrant.createTime,
    // The personal link is given to those who may come in.
    ...(status === 'approved' ? { join_url: registrant.joinUrl } : {}),
  };
}

export const registrationExtras = (webinar: Webinar, registrant: Registrant, switches: Switches): object =>
  switches.sendRegistrationStatus ? { share_url: shareLink(webinar.id, registrant.id) } : {};

/**
 * The name and address that a report shows. A guest's address shows only if the guest typed it into the registration, or the
 * host handed it over; members of the account always show; health-care accounts show nothing.
 * @see https://developers.zoom.us/changelog/platform/zoom-api-email-address-display-rules/ (read 2026-11-20)
 */
export function shownIdentity(
  instance: Instance,
  row: ParticipantRow,
): { name: string; email: string; isInternal: boolean } {
  const { webinar } = instance;
  const key = emailKey(row.email);
  const isInternal = webinar.account.usersByEmail.has(key) || webinar.account.usersById.has(row.participantUserId);
  if (webinar.account.isBaa) return { name: '', email: '', isInternal };
  const isRegistered =
    webinar.roster.byId(row.registrantId) !== undefined || webinar.roster.byEmail(row.email) !== undefined;
  const isFromHost = row.isEmailFromHost || webinar.panelists.some(({ email }) => emailKey(email) === key);
  const isShown = isInternal || isFromHost || (isRegistered && webinar.settings.email_in_attendee_report);
  return { name: row.name, email: isShown ? row.email : '', isInternal };
}

interface RowView {
  readonly stage: ReportStage;
  readonly includesRegistrantId: boolean;
}

const shownDuration = (row: ParticipantRow, stage: ReportStage): number =>
  stage === 'zero-durations' ? 0 : row.durationSeconds;

export function toReportParticipant(instance: Instance, row: ParticipantRow, view: RowView): object {
  const { name, email } = shownIdentity(instance, row);
  return {
    id: row.participantUserId,
    user_id: row.userId,
    participant_user_id: row.participantUserId,
    name,
    user_email: email,
    join_time: row.joinTime,
    leave_time: row.leaveTime,
    duration: shownDuration(row, view.stage),
    ...(view.includesRegistrantId ? { registrant_id: row.registrantId } : {}),
    status: row.status,
    failover: row.failover,
    customer_key: row.customerKey,
    bo_mtg_id: row.breakoutRoomId,
  };
}

export function toPastParticipant(instance: Instance, row: ParticipantRow, view: RowView): object {
  const { name, email, isInternal } = shownIdentity(instance, row);
  return {
    id: row.participantUserId,
    name,
    user_id: row.userId,
    ...(view.includesRegistrantId ? { registrant_id: row.registrantId } : {}),
    user_email: email,
    join_time: row.joinTime,
    leave_time: row.leaveTime,
    duration: shownDuration(row, view.stage),
    failover: row.failover,
    status: row.status,
    internal_user: isInternal,
  };
}

/** Minutes begun, as in the vendor's example: 96 seconds are 2. */
export const instanceMinutes = (instance: Instance): number =>
  Math.ceil((Date.parse(instance.endTime) - Date.parse(instance.startTime)) / minuteMs);

const nobody = { participantsCount: 0, uniqueViewers: 0, maxConcurrentViews: 0, totalMinutes: 0 };

const summaryAt = (instance: Instance, stage: ReportStage) => (stage === 'empty' ? nobody : summarise(instance));

export function toWebinarReport(instance: Instance, stage: ReportStage): object {
  const { webinar } = instance;
  const summary = summaryAt(instance, stage);
  return {
    uuid: instance.uuid,
    id: webinar.id,
    type: webinar.type,
    topic: webinar.topic,
    user_name: webinar.host.displayName,
    user_email: webinar.host.email,
    start_time: instance.startTime,
    end_time: instance.endTime,
    duration: instanceMinutes(instance),
    total_minutes: stage === 'zero-durations' ? 0 : summary.totalMinutes,
    participants_count: summary.participantsCount,
    dept: departmentOf(webinar.host),
    tracking_fields: trackingFieldsOf(webinar),
    custom_keys: [],
  };
}

export function toHistoryRow(instance: Instance, stage: ReportStage): object {
  const { webinar } = instance;
  const summary = summaryAt(instance, stage);
  return {
    meeting_uuid: instance.uuid,
    meeting_id: webinar.id,
    type: 'Webinar',
    host_display_name: webinar.host.displayName,
    host_email: webinar.host.email,
    start_time: instance.startTime,
    end_time: instance.endTime,
    topic: webinar.topic,
    participants: summary.participantsCount,
    duration: instanceMinutes(instance),
    total_participant_minutes: stage === 'zero-durations' ? 0 : summary.totalMinutes,
    department: departmentOf(webinar.host),
    group: [],
    source: 'Zoom',
    unique_viewers: summary.uniqueViewers,
    max_concurrent_views: summary.maxConcurrentViews,
    create_time: webinar.createdAt,
    custom_fields: [],
    tracking_fields: trackingFieldsOf(webinar),
  };
}

export function toUserMeetingRow(instance: Instance): object {
  const { webinar } = instance;
  const summary = summarise(instance);
  return {
    uuid: instance.uuid,
    id: webinar.id,
    type: webinar.type,
    topic: webinar.topic,
    user_name: webinar.host.displayName,
    user_email: webinar.host.email,
    start_time: instance.startTime,
    end_time: instance.endTime,
    duration: instanceMinutes(instance),
    total_minutes: summary.totalMinutes,
    participants_count: summary.participantsCount,
    source: 'Zoom',
  };
}

const departmentOf = (user: ZoomUser): string => (typeof user.fields['dept'] === 'string' ? user.fields['dept'] : '');

const trackingFieldsOf = (webinar: Webinar): unknown[] =>
  Array.isArray(webinar.other['tracking_fields'])
    ? webinar.other['tracking_fields'].map((each: { field?: unknown; value?: unknown }) => ({
        field: each.field,
        value: each.value,
      }))
    : [];
