import { toIso } from '../../domain/instant.ts';
import { deriveUuid } from '../hashes.ts';
import type { BehaviouralEvent } from '../ports.ts';
import type { AudienceMember, RecordedInstance, RecordingsInput } from './recordings-input.ts';
import type { SeenRecording } from './recordings-progress.ts';
import { recordingEnd } from './recording-times.ts';

/** Contact ids, sorted, each in at most one of the first two. */
export interface AudiencePlan {
  /** Attended. */
  readonly associated: readonly string[];
  /** Attended, and are excluded. */
  readonly excluded: readonly string[];
  /** Their registration stands. */
  readonly notified: readonly string[];
}

/**
 * | attended | registration stands | excluded | associated | told of the recording |
 * |---|---|---|---|---|
 * | yes | any | no | yes | if registered |
 * | no | yes | no | no | yes |
 * | any | any | yes | taken off | no |
 */
export function planAudience(
  members: readonly AudienceMember[],
  sessionKey: string,
  isExcluded: (address: string) => boolean,
): AudiencePlan {
  const excludedIds = new Set(members.filter(({ address }) => isExcluded(address)).map(({ contactId }) => contactId));
  const idsOf = (hasPart: (standing: AudienceMember['sessions'][number]) => boolean): readonly string[] => {
    const ids = members
      .filter(({ sessions }) => sessions.some((standing) => standing.key === sessionKey && hasPart(standing)))
      .map(({ contactId }) => contactId);
    return [...new Set(ids)].sort();
  };
  const attended = idsOf(({ hasAttended }) => hasAttended);
  const registered = idsOf(({ registration }) => registration === 'registered');
  return {
    associated: attended.filter((contactId) => !excludedIds.has(contactId)),
    excluded: attended.filter((contactId) => excludedIds.has(contactId)),
    notified: registered.filter((contactId) => !excludedIds.has(contactId)),
  };
}

/** HubSpot's limits for the values of a custom event. */
const valueCharactersMax = 256;
const urlCharactersMax = 1_024;

/** The events that tell people of a recording with a link, the same ones every time. */
export function toRecordingEvents(
  contactIds: readonly string[],
  { uuid, session }: RecordedInstance,
  recording: SeenRecording,
  { accountId, webinarId, topic }: RecordingsInput['webinar'],
): readonly BehaviouralEvent[] {
  const { url } = recording;
  if (url === null) return [];
  const properties = {
    webinar_id: webinarId,
    webinar_name: shorten(topic),
    session_started_at: toIso(session.startedAt),
    // Half a link leads nowhere.
    ...(url.length > urlCharactersMax ? {} : { recording_url: url }),
  };
  return contactIds.map((contactId) => ({
    kind: 'recording',
    contactId,
    occurredAt: recordingEnd(recording),
    uuid: deriveUuid(accountId, webinarId, uuid, 'recording', contactId),
    properties,
  }));
}

/** Whole characters only: half of a surrogate pair is no valid text. */
const shorten = (text: string): string =>
  text.length <= valueCharactersMax ? text : text.slice(0, valueCharactersMax).replace(/[\uD800-\uDBFF]$/, '');
