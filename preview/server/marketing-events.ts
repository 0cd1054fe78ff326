import * as z from 'zod';
import type {
  MarketingEventRecord,
  MarketingEventSummary,
  Participant,
  ParticipantsPage,
} from '../protocol/preview-api.ts';
import type { HubSpotReader } from './hubspot-reader.ts';
import { nextAfter, paging } from './paging.ts';
import { participationSchema, toInstant, toPercentage, type Participation } from './participations.ts';

const basePath = '/marketing/v3/marketing-events';
const listPageSize = '100';
const listPagesMax = 20;
const participantsPageSize = '25';

const count = z.int().default(0);
const eventSchema = z.object({
  objectId: z.string(),
  externalEventId: z.string().default(''),
  eventName: z.string(),
  eventType: z.string().default(''),
  eventOrganizer: z.string().default(''),
  eventDescription: z.string().default(''),
  eventUrl: z.string().nullable().default(null),
  startDateTime: z.string().nullable().default(null),
  endDateTime: z.string().nullable().default(null),
  eventStatus: z.string().default(''),
  attendees: count,
  cancellations: count,
  noShows: count,
  customProperties: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
});
const countersSchema = z.object({ attended: count, registered: count, cancelled: count, noShows: count });
const listSchema = z.object({ results: z.array(eventSchema.extend({ registrants: count })), paging });

/** Every marketing event of the account, the newest first. */
export async function readMarketingEvents(hubSpot: HubSpotReader): Promise<readonly MarketingEventSummary[]> {
  const events: MarketingEventSummary[] = [];
  let after: string | null = null;
  for (let pageNumber = 1; pageNumber <= listPagesMax; pageNumber += 1) {
    const page: z.infer<typeof listSchema> = listSchema.parse(
      await hubSpot.get(basePath, { limit: listPageSize, ...(after === null ? {} : { after }) }),
    );
    events.push(
      ...page.results.map((event) =>
        toSummary(event, {
          attended: event.attendees,
          // Whoever registered and then attended counts there as both.
          registered: event.registrants,
          cancelled: event.cancellations,
          noShows: event.noShows,
        }),
      ),
    );
    after = nextAfter(page);
    if (after === null) break;
  }
  return events.toSorted((left, right) => ((left.startsAt ?? '') < (right.startsAt ?? '') ? 1 : -1));
}

/** @throws HubSpotReadError status 404 when there is no such event */
export async function readMarketingEvent(hubSpot: HubSpotReader, eventId: string): Promise<MarketingEventRecord> {
  const id = encodeURIComponent(eventId);
  const [raw, rawCounters] = await Promise.all([
    hubSpot.get(`${basePath}/${id}`),
    hubSpot.get(`${basePath}/participations/${id}`),
  ]);
  const event = eventSchema.parse(raw);
  return {
    ...toSummary(event, countersSchema.parse(rawCounters)),
    url: event.eventUrl,
    description: event.eventDescription,
    externalEventId: event.externalEventId,
    properties: event.customProperties,
  };
}

function toSummary(event: z.infer<typeof eventSchema>, counts: z.infer<typeof countersSchema>): MarketingEventSummary {
  return {
    id: event.objectId,
    name: event.eventName,
    type: event.eventType,
    organizer: event.eventOrganizer,
    startsAt: event.startDateTime === null ? null : toInstant(event.startDateTime),
    endsAt: event.endDateTime === null ? null : toInstant(event.endDateTime),
    status: event.eventStatus,
    counts: {
      registered: counts.registered,
      attended: counts.attended,
      noShow: counts.noShows,
      cancelled: counts.cancelled,
    },
  };
}

/** Who was there, a page at a time; a state narrows it down. */
export async function readParticipants(
  hubSpot: HubSpotReader,
  eventId: string,
  { state, after }: { readonly state: string | null; readonly after: string | null },
): Promise<ParticipantsPage> {
  const path = `${basePath}/participations/${encodeURIComponent(eventId)}/breakdown`;
  const page = participationSchema.parse(
    await hubSpot.get(path, {
      limit: participantsPageSize,
      ...(state === null ? {} : { state }),
      ...(after === null ? {} : { after }),
    }),
  );
  return { total: page.total, participants: page.results.map(toParticipant), after: nextAfter(page) };
}

function toParticipant({ associations: { contact }, properties }: Participation): Participant {
  const seconds = properties.attendanceDurationSeconds;
  // The interaction of an attendance is the moment of joining.
  const joinedAt = properties.attendanceState === 'ATTENDED' ? toInstant(properties.occurredAt) : null;
  return {
    contactId: contact.contactId,
    name: [contact.firstname, contact.lastname].filter((part) => part !== '').join(' ') || contact.email,
    email: contact.email,
    state: properties.attendanceState,
    joinedAt,
    leftAt:
      joinedAt === null || seconds === undefined ? null : new Date(Date.parse(joinedAt) + seconds * 1000).toISOString(),
    minutes: seconds === undefined ? null : Math.round(seconds / 60),
    percentage: toPercentage(properties.attendancePercentage),
  };
}
