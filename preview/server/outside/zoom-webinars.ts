import * as z from 'zod';
import type { WebinarState, ZoomPerson, ZoomWebinar, ZoomWebinars } from '../../protocol/outside-api.ts';

const stateSchema = z.object({
  now: z.string(),
  accounts: z.array(
    z.object({
      webinars: z.array(
        z.object({
          id: z.int(),
          topic: z.string(),
          isDeleted: z.boolean(),
          start_time: z.string().nullish(),
          duration: z.number().nullish(),
          settings: z.object({ approval_type: z.int() }),
          occurrences: z.array(z.object({ start_time: z.string(), status: z.string() })),
          registrants: z.array(
            z.object({
              email: z.string(),
              first_name: z.string().default(''),
              last_name: z.string().nullish(),
              status: z.string(),
            }),
          ),
          instances: z.array(
            z.object({
              uuid: z.string(),
              start_time: z.string(),
              end_time: z.string(),
              participants: z.array(z.object({ name: z.string(), user_email: z.string(), isInside: z.boolean() })),
              recording: z.unknown().nullable(),
            }),
          ),
        }),
      ),
    }),
  ),
});
type State = z.infer<typeof stateSchema>;
type Webinar = State['accounts'][number]['webinars'][number];
type Instance = Webinar['instances'][number];

const noRegistration = 2;
const minuteMs = 60_000;

/** The latest first. */
const sessionsOf = ({ instances }: Webinar): readonly Instance[] =>
  instances.toSorted((left, right) => Date.parse(right.start_time) - Date.parse(left.start_time));

const isLive = ({ start_time, end_time }: Instance, now: number): boolean =>
  Date.parse(start_time) <= now && now < Date.parse(end_time);

const isOver = ({ end_time }: Instance, now: number): boolean => Date.parse(end_time) <= now;

/** The earliest date that is not over. */
function nextStart({ start_time, duration, occurrences }: Webinar, now: number): string | null {
  const dates = occurrences.filter(({ status }) => status !== 'deleted').map((occurrence) => occurrence.start_time);
  const planned = dates.length > 0 ? dates : [start_time ?? []].flat();
  const open = planned.filter((start) => Date.parse(start) + (duration ?? 0) * minuteMs > now);
  return open.toSorted((left, right) => Date.parse(left) - Date.parse(right))[0] ?? null;
}

function summarise(webinar: Webinar, now: number): ZoomWebinars['webinars'][number] {
  const sessions = sessionsOf(webinar);
  const live = sessions.find((session) => isLive(session, now));
  const next = nextStart(webinar, now);
  // One that was held and has no other date is over, although its planned time may not be.
  const isHeld = webinar.occurrences.length === 0 && sessions.some((session) => isOver(session, now));
  const state: WebinarState = live !== undefined ? 'live' : next !== null && !isHeld ? 'upcoming' : 'past';
  const startsAt = state === 'upcoming' ? next : ((live ?? sessions[0])?.start_time ?? webinar.start_time ?? null);
  return {
    id: String(webinar.id),
    topic: webinar.topic,
    startsAt,
    state,
    registeredCount: webinar.registrants.filter(({ status }) => status === 'approved').length,
  };
}

const order: Readonly<Record<WebinarState, number>> = { live: 0, upcoming: 1, past: 2 };

/** @param state - what the stand-in of Zoom says of itself */
export function listWebinars(state: unknown): ZoomWebinars {
  const { now, accounts } = stateSchema.parse(state);
  const webinars = accounts
    .flatMap((account) => account.webinars)
    .filter(({ isDeleted }) => !isDeleted)
    .map((webinar) => summarise(webinar, Date.parse(now)));
  return {
    now,
    webinars: webinars.toSorted((left, right) => {
      const between = Date.parse(left.startsAt ?? '') - Date.parse(right.startsAt ?? '') || 0;
      return order[left.state] - order[right.state] || (left.state === 'past' ? -between : between);
    }),
  };
}

/** @returns null when there is no such webinar */
export function describeWebinar(state: unknown, webinarId: string): ZoomWebinar | null {
  const { now, accounts } = stateSchema.parse(state);
  const nowMs = Date.parse(now);
  const webinar = accounts
    .flatMap((account) => account.webinars)
    .find(({ id, isDeleted }) => String(id) === webinarId && !isDeleted);
  if (webinar === undefined) return null;
  const sessions = sessionsOf(webinar);
  const ended = sessions.find((session) => isOver(session, nowMs));
  return {
    ...summarise(webinar, nowMs),
    now,
    hasRegistration: webinar.settings.approval_type !== noRegistration,
    people: peopleOf(
      webinar,
      sessions.find((session) => isLive(session, nowMs)),
    ),
    session:
      ended === undefined
        ? null
        : { endedAt: ended.end_time, hasRecording: ended.recording !== null && ended.recording !== undefined },
  };
}

/** Of the latest session that is over. */
export function lastSessionId(state: unknown, webinarId: string): string | null {
  const { now, accounts } = stateSchema.parse(state);
  const webinar = accounts.flatMap((account) => account.webinars).find(({ id }) => String(id) === webinarId);
  if (webinar === undefined) return null;
  return sessionsOf(webinar).find((session) => isOver(session, Date.parse(now)))?.uuid ?? null;
}

/** Registrants, and whoever else is inside; the newest first. */
function peopleOf({ registrants }: Webinar, live: Instance | undefined): readonly ZoomPerson[] {
  const inside = (live?.participants ?? []).filter((row) => row.isInside && row.user_email !== '');
  const isInside = (email: string): boolean =>
    inside.some(({ user_email }) => user_email.toLowerCase() === email.toLowerCase());
  const registered = registrants.map(({ email, first_name, last_name, status }) => ({
    email,
    name: [first_name, last_name ?? ''].filter((part) => part !== '').join(' ') || email,
    registration: status,
    isInside: isInside(email),
  }));
  const known = new Set(registered.map(({ email }) => email.toLowerCase()));
  const guests = inside
    .filter(({ user_email }) => !known.has(user_email.toLowerCase()))
    .map(({ user_email, name }) => ({ email: user_email, name, registration: null, isInside: true }));
  return [...guests, ...registered.toReversed()];
}
