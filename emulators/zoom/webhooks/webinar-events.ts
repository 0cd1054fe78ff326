import type { Instance, Occurrence, ParticipantRow, Webinar, ZoomUser } from '../entities.ts';
import { createHash } from 'node:crypto';
import { currentUuid, shownIdentity } from '../formatters.ts';
import type { ZoomWorld } from '../world.ts';
import { emit } from './emit.ts';

export const operatedBy = ({ email, id }: ZoomUser): object => ({ operator: email, operator_id: id });

/** What every event about a webinar says of it, the number as a number. */
export const webinarObject = (world: ZoomWorld, webinar: Webinar) => ({
  uuid: currentUuid(webinar, world.clock.now()),
  id: webinar.id,
  host_id: webinar.host.id,
  topic: webinar.topic,
  type: webinar.type,
  ...(webinar.startTime === null ? {} : { start_time: webinar.startTime }),
  duration: webinar.durationMinutes,
  timezone: webinar.timezone,
});

const settingsOf = ({ type, settings }: Webinar): Readonly<Record<string, unknown>> => ({
  approval_type: settings.approval_type,
  ...(type === 9 ? { registration_type: settings.registration_type } : {}),
  registrants_restrict_number: settings.registrants_restrict_number,
  email_in_attendee_report: settings.email_in_attendee_report,
  ...settings.other,
});

const scopeOf = ({ type }: Webinar): 'all' | 'single' => (type === 5 ? 'single' : 'all');

export const announceCreated = (world: ZoomWorld, webinar: Webinar): void =>
  emit(world, webinar.account, 'webinar.created', () => ({
    payload: {
      ...operatedBy(webinar.host),
      operation: scopeOf(webinar),
      object: {
        ...webinarObject(world, webinar),
        join_url: webinar.joinUrl,
        creation_source: 'web_portal',
        ...(webinar.type === 9 ? { occurrences: webinar.occurrences } : {}),
        // Both are required of this event, and of no other.
        settings: { use_pmi: false, alternative_hosts: '', ...settingsOf(webinar) },
      },
    },
  }));

type Fields = Readonly<Record<string, unknown>>;

/** The fields of which a change is told. */
export const changeableFields = (webinar: Webinar): Fields => ({
  topic: webinar.topic,
  agenda: webinar.agenda,
  start_time: webinar.startTime ?? undefined,
  duration: webinar.durationMinutes,
  timezone: webinar.timezone,
  occurrences: webinar.type === 9 ? webinar.occurrences : undefined,
  registration_url: webinar.settings.approval_type === 2 ? undefined : webinar.registrationUrl,
  settings: settingsOf(webinar),
});

function differences(before: Fields, after: Fields): { readonly was: Fields; readonly is: Fields } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const pick = (fields: Fields): Fields => Object.fromEntries(names.map((name) => [name, fields[name]]));
  return { was: pick(before), is: pick(after) };
}

/** Says what has changed and nothing else; nothing has, nothing is said. */
export function announceUpdated(world: ZoomWorld, webinar: Webinar, before: Fields, scope = scopeOf(webinar)): void {
  const after = changeableFields(webinar);
  const { was, is } = differences(before, after);
  if (Object.keys(is).length === 0) return;
  const settings = differences(before['settings'] as Fields, after['settings'] as Fields);
  const narrowed = (fields: Fields, own: Fields): Fields => ({
    id: webinar.id,
    ...fields,
    ...('settings' in fields ? { settings: own } : {}),
  });
  emit(world, webinar.account, 'webinar.updated', () => ({
    payload: {
      ...operatedBy(webinar.host),
      scope,
      object: narrowed(is, settings.is),
      old_object: narrowed(was, settings.was),
      time_stamp: world.clock.now(),
    },
  }));
}

/** The whole webinar is gone, or one date of a series. */
export const announceDeleted = (world: ZoomWorld, webinar: Webinar, occurrence?: Occurrence): void =>
  emit(world, webinar.account, 'webinar.deleted', () => ({
    payload: {
      ...operatedBy(webinar.host),
      operation: occurrence === undefined ? scopeOf(webinar) : 'single',
      object: {
        ...webinarObject(world, webinar),
        ...(webinar.type === 9
          ? { occurrences: occurrencesOf(occurrence === undefined ? webinar.occurrences : [occurrence]) }
          : {}),
      },
    },
  }));

export const occurrencesOf = (occurrences: readonly Occurrence[]) =>
  occurrences.map(({ occurrence_id, start_time }) => ({ occurrence_id, start_time }));

/** What events of a run say of it: here the number is a text, and the times are those of the run. */
const runObject = ({ uuid, webinar, startTime }: Instance) => ({
  id: String(webinar.id),
  uuid,
  host_id: webinar.host.id,
  topic: webinar.topic,
  type: webinar.type,
  start_time: startTime,
  timezone: webinar.timezone,
  duration: webinar.durationMinutes,
});

export const announceStarted = (world: ZoomWorld, instance: Instance): void =>
  emit(world, instance.webinar.account, 'webinar.started', () => ({
    at: Date.parse(instance.startTime),
    payload: { object: { ...runObject(instance), host_email: instance.webinar.host.email } },
  }));

export const announceEnded = (world: ZoomWorld, instance: Instance): void =>
  emit(world, instance.webinar.account, 'webinar.ended', () => ({
    at: Date.parse(instance.endTime),
    payload: {
      object: {
        ...runObject(instance),
        host_email: instance.webinar.host.email,
        end_time: instance.endTime,
        practice_session: instance.isPractice,
      },
    },
  }));

function participantOf(instance: Instance, row: ParticipantRow): Readonly<Record<string, unknown>> {
  const { name, email } = shownIdentity(instance, row);
  return {
    user_id: row.userId,
    user_name: name,
    id: row.participantUserId,
    participant_user_id: row.participantUserId,
    participant_uuid: createHash('sha256')
      .update(`${instance.uuid} ${row.userId}`)
      .digest('hex')
      .slice(0, 32)
      .toUpperCase(),
    ...(row.registrantId === '' ? {} : { registrant_id: row.registrantId }),
    email,
    ...(row.customerKey === '' ? {} : { customer_key: row.customerKey }),
  };
}

export const announceJoined = (world: ZoomWorld, instance: Instance, row: ParticipantRow): void =>
  emit(world, instance.webinar.account, 'webinar.participant_joined', () => ({
    at: Date.parse(row.joinTime),
    payload: {
      object: { ...runObject(instance), participant: { ...participantOf(instance, row), join_time: row.joinTime } },
    },
  }));

export const announceLeft = (world: ZoomWorld, instance: Instance, row: ParticipantRow): void =>
  emit(world, instance.webinar.account, 'webinar.participant_left', () => ({
    at: Date.parse(row.leaveTime),
    payload: {
      object: {
        ...runObject(instance),
        participant: {
          ...participantOf(instance, row),
          leave_time: row.leaveTime,
          leave_reason:
            row.leaveTime === instance.endTime
              ? `${row.name} left the webinar.<br>Reason: Host ended the webinar.`
              : `${row.name} left the webinar.`,
        },
      },
    },
  }));
