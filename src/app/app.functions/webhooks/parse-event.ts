import * as z from 'zod/mini';
import { parseInstant, type Instant } from '../domain/instant.ts';
import type { Bell } from './doorbell.ts';

/** What Zoom says, as far as anybody here wants to know it. Nothing of it is personal. */
export type ZoomEvent =
  | { readonly kind: 'url-validation'; readonly plainToken: string }
  | {
      readonly kind: 'ring';
      readonly bell: Bell;
      readonly webinarId: string;
      readonly name: string;
      /** When the webinar is planned to be over, if the event says so. */
      readonly plannedEndAt: Instant | null;
    }
  /** Of a kind that changes nothing here, about a meeting, or not in the form that Zoom documents. */
  | { readonly kind: 'ignored' };

const envelope = z.object({ event: z.string(), payload: z.looseObject({}) });
const validation = z.object({ plainToken: z.string().check(z.minLength(1), z.maxLength(200)) });

/** Events about webinars bring the number as text while a session runs and as number else; those of recordings, any. */
const aboutWebinar = z.object({
  object: z.object({
    id: z.union([z.string(), z.number()]),
    type: z.optional(z.union([z.string(), z.number()])),
    practice_session: z.optional(z.boolean()),
    start_time: z.optional(z.unknown()),
    duration: z.optional(z.unknown()),
  }),
});

/**
 * Which event rings which bell.
 *
 * @see https://developers.zoom.us/docs/api/webinars/events/ (read 2026-11-20)
 */
const bells: Readonly<Record<string, Bell>> = {
  'webinar.created': 'change',
  'webinar.updated': 'change',
  'webinar.deleted': 'change',
  'webinar.permanently_deleted': 'change',
  'webinar.recovered': 'change',
  'webinar.converted_to_meeting': 'change',
  'webinar.registration_created': 'change',
  'webinar.registration_approved': 'change',
  'webinar.registration_cancelled': 'change',
  'webinar.registration_denied': 'change',
  'webinar.started': 'presence',
  'webinar.participant_joined': 'presence',
  'webinar.participant_left': 'presence',
  'webinar.ended': 'end',
  'recording.completed': 'change',
  'recording.transcript_completed': 'change',
  'recording.trashed': 'change',
  'recording.deleted': 'change',
  'recording.recovered': 'change',
};

/** Names of all events that are of use, to be subscribed to. */
export const eventNames: readonly string[] = Object.keys(bells);

/** Single, without fixed times, with fixed times. */
const webinarTypes: ReadonlySet<string> = new Set(['5', '6', '9']);

export function parseEvent(body: Readonly<Record<string, unknown>>): ZoomEvent {
  const parsed = z.safeParse(envelope, body);
  if (!parsed.success) return ignored;
  const { event: name, payload } = parsed.data;
  if (name === 'endpoint.url_validation') {
    const question = z.safeParse(validation, payload);
    return question.success ? { kind: 'url-validation', plainToken: question.data.plainToken } : ignored;
  }
  const bell = Object.hasOwn(bells, name) ? bells[name] : undefined;
  const about = z.safeParse(aboutWebinar, payload);
  if (bell === undefined || !about.success) return ignored;

  const { id, type, practice_session: isPractice = false, start_time: startTime, duration } = about.data.object;
  const webinarId = String(id);
  if (!/^\d{9,12}$/.test(webinarId) || isPractice) return ignored;
  // Recordings of meetings come through the same subscription.
  if (name.startsWith('recording.') && type !== undefined && !webinarTypes.has(String(type))) return ignored;
  return { kind: 'ring', bell, webinarId, name, plannedEndAt: toPlannedEnd(startTime, duration) };
}

const ignored: ZoomEvent = { kind: 'ignored' };

function toPlannedEnd(startTime: unknown, durationMinutes: unknown): Instant | null {
  const startsAt = typeof startTime === 'string' ? parseInstant(startTime) : null;
  return startsAt === null || typeof durationMinutes !== 'number' ? null : startsAt + durationMinutes * 60_000;
}
