import * as z from 'zod/mini';
import { toIso } from '../domain/instant.ts';
import { isFailureOfKind } from '../http/integration-error.ts';
import { parseJsonBody } from '../http/json.ts';
import type { AttendanceEntry, AttendanceState, MarketingEventGateway } from '../sync/ports.ts';
import type { HubSpotApi } from './hubspot-api.ts';
import { attendanceBatchSizeMax } from './hubspot-limits.ts';
import { contextValues, describeProblem, hubSpotProblem, type HubSpotProblem } from './hubspot-problem.ts';
import { isolateRefused } from './isolate-refused.ts';
import { bug, type CallFacts } from './hubspot-call.ts';

const storedEvent = z.object({ eventName: z.string() });

const attendanceAnswer = z.object({
  results: z.array(z.unknown()),
  errors: z.optional(z.nullable(z.array(hubSpotProblem))),
  numErrors: z.optional(z.nullable(z.number())),
});

const participationCounters = z.object({
  registered: z.number(),
  attended: z.number(),
  cancelled: z.number(),
  noShows: z.number(),
});

interface AttendanceRefusal {
  readonly contactIds: readonly string[];
  readonly problem: string;
}

const callFacts = (operation: string): CallFacts => ({ operation, isIdempotent: true, rateClass: 'hubspot.general' });

/**
 * HubSpot's marketing events and who took part in them. Everything may be repeated: HubSpot knows an attendance again by
 * contact, state and instant. Refused entries are always named: where HubSpot does not say whom it means, or refuses a
 * whole request, the entries are sent again in halves, so `record` may then take several calls.
 *
 * @param options.externalAccountId - with the event's own id it names the event; another app's events stay out of reach
 * @throws IntegrationError of every kind that a call can have; `not-found` when the event does not exist or is
 *         not ours, except from `cancel`
 * @see https://developers.hubspot.com/docs/api-reference/legacy/marketing/marketing-events/guide (read 2026-11-20)
 */
export function createMarketingEventGateway(
  api: HubSpotApi,
  { externalAccountId }: { readonly externalAccountId: string },
): MarketingEventGateway {
  return {
    async upsert(event) {
      const facts = callFacts('create or update marketing event');
      const answer = await api.call(
        facts,
        // The batch form of this call answers COMPLETE and stores nothing (seen 2026-09-17).
        api.marketingEvents.upsert(event.externalEventId, {
          externalAccountId,
          externalEventId: event.externalEventId,
          eventName: event.name,
          eventOrganizer: event.organiser,
          eventType: 'WEBINAR',
          eventDescription: event.description,
          startDateTime: new Date(event.startsAt),
          // Left out, it might stay: an event that was cancelled and is planned again has to come back to life.
          eventCancelled: false,
          eventCompleted: event.isCompleted,
          customProperties: [],
          ...(event.endsAt === null ? {} : { endDateTime: new Date(event.endsAt) }),
          ...(event.url === null ? {} : { eventUrl: event.url }),
        }),
      );
      parseJsonBody({ system: 'hubspot', ...facts }, answer, storedEvent);
    },

    async complete(externalEventId, startedAt, endedAt) {
      const facts = callFacts('complete marketing event');
      const answer = await api.call(
        facts,
        api.marketingEventStatus.complete(externalEventId, externalAccountId, {
          startDateTime: new Date(startedAt),
          endDateTime: new Date(endedAt),
        }),
      );
      parseJsonBody({ system: 'hubspot', ...facts }, answer, storedEvent);
    },

    async cancel(externalEventId) {
      const facts = callFacts('cancel marketing event');
      const answer = await api
        .call(facts, api.marketingEventStatus.cancel(externalEventId, externalAccountId))
        .catch((error: unknown) => {
          if (isFailureOfKind(error, 'not-found')) return null;
          throw error;
        });
      if (answer !== null) parseJsonBody({ system: 'hubspot', ...facts }, answer, storedEvent);
    },

    async record(externalEventId, state, entries) {
      const facts = callFacts(`record ${state} at marketing event`);
      if (entries.length > attendanceBatchSizeMax) throw bug(facts.operation, `${entries.length} entries`);
      // HubSpot answers 200 to an attendance without usable times and stores nothing, so it never gets one.
      const usable = entries.filter((entry) => state !== 'attend' || hasUsableTimes(entry));
      const refusals: AttendanceRefusal[] = entries
        .filter((entry) => !usable.includes(entry))
        .map(({ contactId }) => ({ contactIds: [contactId], problem: 'an attendance needs a join and a later leave' }));
      if (usable.length === 0) return { refusals };

      const isolation = await isolateRefused(usable, async (group) => {
        const answer = await api.call(
          facts,
          api.attendance.recordByContactIds(
            externalEventId,
            state,
            { inputs: group.map((entry) => toSubscriber(facts, state, entry)) },
            externalAccountId,
          ),
        );
        // The results say nothing: they are empty for a repeat, and may be empty for a success.
        const { errors, numErrors } = parseJsonBody({ system: 'hubspot', ...facts }, answer, attendanceAnswer);
        const { named, unnamed } = readRefusals(group, errors ?? [], numErrors ?? 0);
        refusals.push(...named);
        if (unnamed === null) return { open: [], problem: '' };
        // Somebody was refused, but who? Everything may be repeated, so smaller groups will tell.
        const settled = new Set(named.flatMap(({ contactIds }) => contactIds));
        return { open: group.filter(({ contactId }) => !settled.has(contactId)), problem: unnamed };
      });
      for (const [{ contactId }, problem] of isolation.refused) refusals.push({ contactIds: [contactId], problem });
      if (isolation.untried.length > 0) {
        refusals.push({ contactIds: isolation.untried.map(({ contactId }) => contactId), problem: 'out of time' });
      }
      return { refusals };
    },

    async readParticipations(externalEventId) {
      const facts = callFacts('read participations of marketing event');
      const answer = await api.call(
        facts,
        api.participations.getParticipationsCountersByEventExternalId(externalAccountId, externalEventId),
      );
      const counters = parseJsonBody({ system: 'hubspot', ...facts }, answer, participationCounters);
      const { registered, attended, cancelled, noShows } = counters;
      return { registered, attended, cancelled, noShow: noShows };
    },
  };
}

const hasUsableTimes = ({ joinedAt, leftAt }: AttendanceEntry): boolean =>
  joinedAt !== undefined && leftAt !== undefined && leftAt > joinedAt;

function toSubscriber(facts: CallFacts, state: AttendanceState, entry: AttendanceEntry) {
  const vid = Number(entry.contactId);
  if (!Number.isSafeInteger(vid) || vid <= 0) throw bug(facts.operation, 'a contact id that is no number');
  const { joinedAt, leftAt } = entry;
  const times =
    state === 'attend' && joinedAt !== undefined && leftAt !== undefined
      ? { joinedAt: toIso(joinedAt), leftAt: toIso(leftAt) }
      : {};
  return { vid, interactionDateTime: entry.interactionAt, properties: times };
}

interface ReadRefusals {
  readonly named: readonly AttendanceRefusal[];
  /** What HubSpot said of refused entries without naming them; null when there are none. */
  readonly unnamed: string | null;
}

function readRefusals(
  entries: readonly AttendanceEntry[],
  problems: readonly HubSpotProblem[],
  errorCount: number,
): ReadRefusals {
  if (problems.length === 0) return { named: [], unnamed: errorCount > 0 ? 'refused, no reason given' : null };
  const sentIds = new Set(entries.map(({ contactId }) => contactId));
  const read = problems.map((problem) => ({
    contactIds: readNamedContacts(problem).filter((id) => sentIds.has(id)),
    problem: describeProblem(problem),
  }));
  return {
    named: read.filter(({ contactIds }) => contactIds.length > 0),
    unnamed: read.find(({ contactIds }) => contactIds.length === 0)?.problem ?? null,
  };
}

/** The context has no documented key for contacts here; some messages name the contact instead. */
function readNamedContacts(problem: HubSpotProblem): readonly string[] {
  const named = contextValues(problem, 'vid', 'vids', 'contactId', 'contactIds', 'id', 'ids', 'objectId');
  return [...new Set(named.length > 0 ? named : (problem.message?.match(/\d+/g) ?? []))];
}
