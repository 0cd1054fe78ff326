import type { Webinar } from '../domain/webinar.ts';
import type { ZoomWebinar } from './zoom-schemas.ts';

/** The numbers by which Zoom tells webinars apart. */
export const recurrenceByType = { 5: 'single', 6: 'no-fixed-times', 9: 'fixed-times' } as const;

const registrationIsOff = 2;
const approvesByHand = 1;
const registersOnceForAll = 1;

/** A webinar without registration keeps its old registration link in some answers; `approval_type` decides. */
export function toWebinar(webinar: ZoomWebinar): Webinar {
  const recurrence = recurrenceByType[webinar.type];
  const approvalType = webinar.settings?.approval_type;
  const registrationUrl = approvalType === registrationIsOff ? null : webinar.registration_url;
  return {
    webinarId: webinar.id,
    uuid: webinar.uuid,
    topic: webinar.topic,
    description: webinar.agenda,
    recurrence,
    hostId: webinar.host_id,
    hostEmail: webinar.host_email,
    alternativeHostEmails: webinar.settings?.alternative_hosts ?? [],
    startsAt: webinar.start_time,
    lengthMinutes: webinar.duration,
    joinUrl: webinar.join_url,
    registrationUrl,
    registrationScope: registrationUrl === null ? 'none' : toScope(recurrence, webinar.settings?.registration_type),
    needsApproval: approvalType === approvesByHand,
    createdAt: webinar.created_at,
    occurrences: recurrence === 'fixed-times' ? toOccurrences(webinar) : [],
  };
}

/** `registration_type` means something only where there are occurrences; elsewhere Zoom sends what was once chosen. */
function toScope(
  recurrence: Webinar['recurrence'],
  registrationType: number | null | undefined,
): Webinar['registrationScope'] {
  if (recurrence !== 'fixed-times') return 'series';
  return (registrationType ?? registersOnceForAll) === registersOnceForAll ? 'series' : 'occurrence';
}

function toOccurrences(webinar: ZoomWebinar): Webinar['occurrences'] {
  return (webinar.occurrences ?? [])
    .map((occurrence) => ({
      occurrenceId: occurrence.occurrence_id,
      startsAt: occurrence.start_time,
      lengthMinutes: occurrence.duration,
      isDeleted: occurrence.status === 'deleted',
    }))
    .toSorted((a, b) => a.startsAt - b.startsAt);
}
