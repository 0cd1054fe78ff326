import * as z from 'zod';
import type { Timeline, TimelineEntry } from '../protocol/preview-api.ts';
import { crmRecord, textOf, type CrmRecord } from './contact-summary.ts';
import type { HubSpotReader } from './hubspot-reader.ts';
import { participationSchema, toInstant, toPercentage } from './participations.ts';

const entriesMax = 100;
const callsMax = 100;

const occurrencesSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      eventType: z.string(),
      occurredAt: z.string(),
      properties: z.record(z.string(), z.string().nullable()).default({}),
    }),
  ),
});
const definitionsSchema = z.object({
  results: z.array(
    z.object({
      fullyQualifiedName: z.string(),
      labels: z.object({ singular: z.string() }),
      properties: z.array(z.object({ name: z.string(), label: z.string() })).default([]),
    }),
  ),
});
const associationsSchema = z.object({ results: z.array(z.object({ toObjectId: z.union([z.int(), z.string()]) })) });

/** What a contact's record shows in the middle: custom events, marketing events, calls; newest first. */
export async function readTimeline(hubSpot: HubSpotReader, contactId: string): Promise<Timeline> {
  const entries = await Promise.all([
    readEvents(hubSpot, contactId),
    readMarketingEvents(hubSpot, contactId),
    readCalls(hubSpot, contactId),
  ]);
  return {
    entries: entries.flat().toSorted((left, right) => (left.at === right.at ? 0 : left.at < right.at ? 1 : -1)),
  };
}

async function readEvents(hubSpot: HubSpotReader, contactId: string): Promise<readonly TimelineEntry[]> {
  const [occurrences, definitions] = await Promise.all([
    hubSpot.get('/events/v3/events', { objectType: 'contact', objectId: contactId, limit: String(entriesMax) }),
    hubSpot.get('/events/v3/event-definitions', { includeProperties: 'true' }),
  ]);
  const byName = new Map(
    definitionsSchema.parse(definitions).results.map((definition) => [definition.fullyQualifiedName, definition]),
  );
  return occurrencesSchema.parse(occurrences).results.map(({ id, eventType, occurredAt, properties }) => {
    const definition = byName.get(eventType);
    const labels = new Map(definition?.properties.map(({ name, label }) => [name, label]));
    return {
      id,
      kind: 'event',
      at: toInstant(occurredAt),
      title: definition?.labels.singular ?? eventType,
      text: properties['webinar_name'] ?? '',
      details: Object.entries(properties)
        .filter(([name, value]) => name !== 'webinar_name' && !name.startsWith('hs_') && value !== null && value !== '')
        .map(([name, value]) => ({ label: labels.get(name) ?? name, value: value ?? '' })),
      link: null,
    };
  });
}

async function readMarketingEvents(hubSpot: HubSpotReader, contactId: string): Promise<readonly TimelineEntry[]> {
  const path = `/marketing/v3/marketing-events/participations/contacts/${encodeURIComponent(contactId)}/breakdown`;
  const { results } = participationSchema.parse(await hubSpot.get(path, { limit: String(entriesMax) }));
  return results.map(({ properties, associations: { marketingEvent } }) => {
    const percentage = toPercentage(properties.attendancePercentage);
    return {
      id: `marketing-event-${marketingEvent.marketingEventId}`,
      kind: 'marketing-event',
      at: toInstant(properties.occurredAt),
      title: marketingEvent.name,
      text: properties.attendanceState,
      details: percentage === null ? [] : [{ label: 'Share of the event', value: `${percentage} %` }],
      link: `/marketing-events/${marketingEvent.marketingEventId}`,
    };
  });
}

async function readCalls(hubSpot: HubSpotReader, contactId: string): Promise<readonly TimelineEntry[]> {
  const associated = associationsSchema.parse(
    await hubSpot.get(`/crm/v4/objects/contacts/${encodeURIComponent(contactId)}/associations/calls`, {
      limit: String(callsMax),
    }),
  );
  if (associated.results.length === 0) return [];
  const calls = z.object({ results: z.array(crmRecord) }).parse(
    await hubSpot.post('/crm/v3/objects/calls/batch/read', {
      inputs: associated.results.map(({ toObjectId }) => ({ id: String(toObjectId) })),
      properties: [
        'hs_call_title',
        'hs_timestamp',
        'hs_call_duration',
        'hs_call_recording_url',
        'hs_call_has_transcript',
      ],
    }),
  );
  return calls.results.map(toCallEntry);
}

function toCallEntry(call: CrmRecord): TimelineEntry {
  const durationMs = Number(textOf(call, 'hs_call_duration'));
  const recordingUrl = textOf(call, 'hs_call_recording_url');
  return {
    id: `call-${call.id}`,
    kind: 'call',
    at: toInstant(textOf(call, 'hs_timestamp')),
    title: textOf(call, 'hs_call_title'),
    text: '',
    details: [
      ...(durationMs > 0 ? [{ label: 'Duration', value: `${Math.round(durationMs / 60_000)} min` }] : []),
      ...(recordingUrl === '' ? [] : [{ label: 'Recording', value: recordingUrl }]),
    ],
    link: null,
  };
}
