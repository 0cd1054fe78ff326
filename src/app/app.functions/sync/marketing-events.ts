import pMap from 'p-map';
import type { ParticipationCounts, SessionReport } from '../../extensions/contract/sync.ts';
import type { Webinar } from '../domain/webinar.ts';
import type { RunCheckpoint, WebinarState } from './checkpoint.ts';
import { toExternalEventId, type WebinarFacts } from './facts.ts';
import { hashJson } from './hashes.ts';
import { mapUntil } from './map-until.ts';
import type { HeldSession } from './held-sessions.ts';
import type { MarketingEventFacts, MarketingEventGateway } from './ports.ts';
import { describeRefusal } from './refusals.ts';
import { isFailureOfKind } from '../http/integration-error.ts';

export type MarketingEventStates = WebinarState['marketingEvents'];

const eventsAtOnce = 4;
const descriptionCharactersMax = 2_000;

function toMarketingEvent(
  webinar: Webinar,
  facts: WebinarFacts,
  session: HeldSession,
): Omit<MarketingEventFacts, 'isCompleted'> {
  return {
    externalEventId: toExternalEventId(facts.webinarId, session.key),
    name: facts.topic,
    organiser: webinar.hostEmail ?? 'Zoom',
    description: webinar.description.slice(0, descriptionCharactersMax),
    url: facts.url === '' ? null : facts.url,
    startsAt: session.startedAt,
    // HubSpot takes everybody for a no-show once the end has passed.
    endsAt: session.isFinal ? session.endedAt : null,
  };
}

export interface WrittenEvents {
  readonly states: MarketingEventStates;
  /** By session key: what HubSpot said of those that it refused. */
  readonly refused: Readonly<Record<string, string>>;
  readonly writtenCount: number;
  /** False when time was up first. */
  readonly isComplete: boolean;
}

/** Writes the marketing events that differ from what was written last. One that HubSpot refuses does not stop the rest. */
export async function writeMarketingEvents(
  gateway: MarketingEventGateway,
  webinar: Webinar,
  facts: WebinarFacts,
  known: MarketingEventStates,
  shouldStop: () => boolean,
): Promise<WrittenEvents> {
  // The events of a deleted webinar are cancelled when nobody is registered any more.
  const changed = (facts.isWebinarDeleted ? [] : facts.sessions).flatMap((session) => {
    const event = toMarketingEvent(webinar, facts, session);
    const before = known[session.key];
    const hash = hashJson(event);
    return before?.hash === hash ? [] : [{ key: session.key, event, hash, isCompleted: before?.isCompleted ?? false }];
  });
  const written = await mapUntil(
    changed,
    shouldStop,
    async ({ key, event, hash, isCompleted }) => {
      try {
        await gateway.upsert({ ...event, isCompleted });
      } catch (error) {
        if (!isFailureOfKind(error, 'rejected')) throw error;
        return { key, state: null, problem: describeRefusal(error) };
      }
      // Written anew, an event is completed anew too, because its times may have changed.
      return { key, state: { hash, isCompleted: false }, problem: '' };
    },
    eventsAtOnce,
  );
  const accepted = written.flatMap(({ key, state }) => (state === null ? [] : [[key, state] as const]));
  const refused = written.flatMap(({ key, state, problem }) => (state === null ? [[key, problem] as const] : []));
  return {
    ...toWritten(known, accepted, accepted.length),
    refused: Object.fromEntries(refused),
    isComplete: written.length === changed.length,
  };
}

/**
 * Cancels events whose session will not be held: the webinar or the date was deleted in Zoom, or its time has passed
 * without it. What was held stays.
 */
export async function cancelMarketingEvents(
  gateway: MarketingEventGateway,
  facts: WebinarFacts,
  known: MarketingEventStates,
): Promise<WrittenEvents> {
  const expected = new Set(facts.isWebinarDeleted ? [] : facts.sessions.map(({ key }) => key));
  const gone = Object.entries(known).filter(
    ([key, { hash, isCompleted }]) => !isCompleted && hash !== '' && !expected.has(key),
  );
  const cancelled = await pMap(
    gone,
    async ([key]) => {
      await gateway.cancel(toExternalEventId(facts.webinarId, key));
      return [key, { hash: '', isCompleted: false }] as const;
    },
    { concurrency: eventsAtOnce },
  );
  return toWritten(known, cancelled, gone.length);
}

/** Marks sessions as over whose attendance is final, so that HubSpot knows who did not come. */
export async function completeMarketingEvents(
  gateway: MarketingEventGateway,
  facts: WebinarFacts,
  known: MarketingEventStates,
  shouldStop: () => boolean,
): Promise<WrittenEvents> {
  const open = facts.sessions.flatMap((session) => {
    const before = known[session.key];
    return session.isFinal && before?.isCompleted === false && before.hash !== '' ? [{ session, before }] : [];
  });
  const completed = await mapUntil(
    open,
    shouldStop,
    async ({ session: { key, startedAt, endedAt }, before }) => {
      await gateway.complete(toExternalEventId(facts.webinarId, key), startedAt, endedAt);
      return [key, { ...before, isCompleted: true }] as const;
    },
    eventsAtOnce,
  );
  return toWritten(known, completed, open.length);
}

function toWritten(
  known: MarketingEventStates,
  entries: readonly (readonly [string, MarketingEventStates[string]])[],
  wantedCount: number,
): WrittenEvents {
  return {
    refused: {},
    states: { ...known, ...Object.fromEntries(entries) },
    writtenCount: entries.length,
    isComplete: entries.length === wantedCount,
  };
}

/**
 * Asks HubSpot for its own count of each session's people.
 *
 * @param verified - by session key, from earlier steps; null where HubSpot's count agrees
 * @returns the same with as many more as time allowed
 */
export async function verifyParticipations(
  gateway: MarketingEventGateway,
  webinarId: string,
  sessions: readonly SessionReport[],
  verified: RunCheckpoint['verified'],
  shouldStop: () => boolean,
): Promise<RunCheckpoint['verified']> {
  const counted = await mapUntil(
    sessions.filter(({ key }) => !(key in verified)),
    shouldStop,
    async (session) => {
      const shown = await gateway.readParticipations(toExternalEventId(webinarId, session.key));
      return [session.key, agrees(toParticipationCounts(session), shown) ? null : shown] as const;
    },
    eventsAtOnce,
  );
  return { ...verified, ...Object.fromEntries(counted) };
}

/** People by their current state: whoever attended or did not come is not counted as registered any more. */
export function toParticipationCounts(session: SessionReport): ParticipationCounts {
  const { registered, attended, registeredAndAttended, cancelled, noShow } = session;
  return { registered: registered - registeredAndAttended - noShow, attended, cancelled, noShow };
}

/** HubSpot may take its time to turn registered people into no-shows; together they must be the same. */
function agrees(sent: ParticipationCounts, shown: ParticipationCounts): boolean {
  return (
    sent.attended === shown.attended &&
    sent.cancelled === shown.cancelled &&
    sent.registered + sent.noShow === shown.registered + shown.noShow
  );
}
