import type { Webinar } from '../entities.ts';
import type { Registrant, RegistrantStatus } from '../registrant.ts';
import type { ZoomWorld } from '../world.ts';
import { emit } from './emit.ts';
import { occurrencesOf, operatedBy, webinarObject } from './webinar-events.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function trackingSourceOf({ trackingSources }: Webinar, { trackingSourceId }: Registrant): object {
  const source = trackingSources.find(({ id }) => id === trackingSourceId);
  if (source === undefined) return {};
  const { id, source_name, tracking_url } = source;
  return { tracking_source: { id, source_name, tracking_url } };
}

/** The occurrences that the event is about: those named, or all that the person is registered for. */
function objectOf(
  world: ZoomWorld,
  webinar: Webinar,
  registrant: Registrant,
  occurrenceIds?: readonly string[],
): object {
  const ids = new Set(occurrenceIds ?? registrant.statusByOccurrence.keys());
  const occurrences = webinar.occurrences.filter(({ occurrence_id }) => ids.has(occurrence_id));
  return {
    ...webinarObject(world, webinar),
    ...(occurrences.length === 0 ? {} : { occurrences: occurrencesOf(occurrences) }),
  };
}

const nameOf = ({ id, email, fields }: Registrant): object => ({
  id,
  first_name: text(fields['first_name']),
  last_name: text(fields['last_name']),
  email,
});

/** Somebody registered, or for further occurrences. The link comes with every registration, also one that waits for approval. */
export const announceRegistered = (
  world: ZoomWorld,
  webinar: Webinar,
  registrant: Registrant,
  occurrenceIds?: readonly string[],
): void =>
  emit(world, webinar.account, 'webinar.registration_created', () => ({
    payload: {
      object: {
        ...objectOf(world, webinar, registrant, occurrenceIds),
        registrant: {
          id: registrant.id,
          email: registrant.email,
          ...registrant.fields,
          status: registrant.status,
          join_url: registrant.joinUrl,
          ...trackingSourceOf(webinar, registrant),
        },
      },
    },
  }));

const eventOfStatus = {
  approved: 'webinar.registration_approved',
  denied: 'webinar.registration_denied',
  cancelled: 'webinar.registration_cancelled',
} as const;

/**
 * A registration was approved, denied or cancelled; by the host, unless a person cancelled their own.
 * @param occurrenceId - null: all of it
 */
export const announceDecision = (
  world: ZoomWorld,
  webinar: Webinar,
  registrant: Registrant,
  decision: keyof typeof eventOfStatus,
  { occurrenceId = null, bySelf = false }: { readonly occurrenceId?: string | null; readonly bySelf?: boolean } = {},
): void =>
  emit(world, webinar.account, eventOfStatus[decision], () => ({
    payload: {
      ...(bySelf ? { operator: registrant.email, operator_id: '' } : operatedBy(webinar.host)),
      object: {
        ...objectOf(world, webinar, registrant, occurrenceId === null ? undefined : [occurrenceId]),
        registrant: {
          ...nameOf(registrant),
          ...(decision === 'approved' ? { join_url: registrant.joinUrl } : {}),
          ...trackingSourceOf(webinar, registrant),
        },
      },
    },
  }));

/** Tells of a status that somebody set by hand; `before` is what it was. Pending is nothing that Zoom tells of. */
export function announceStatus(
  world: ZoomWorld,
  webinar: Webinar,
  registrant: Registrant,
  {
    before,
    after,
    occurrenceId,
  }: {
    readonly before: RegistrantStatus;
    readonly after: RegistrantStatus;
    readonly occurrenceId: string | null;
  },
): void {
  if (before === after || after === 'pending') return;
  announceDecision(world, webinar, registrant, after, { occurrenceId });
}

/** The status of a registration, or of its part for one occurrence. */
export const statusAt = (registrant: Registrant, occurrenceId: string | null): RegistrantStatus =>
  (occurrenceId === null ? undefined : registrant.statusByOccurrence.get(occurrenceId)) ?? registrant.status;
