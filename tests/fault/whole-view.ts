import { contactStore } from '../../emulators/hubspot/object-types.ts';
import type { HubSpotWorld } from '../../emulators/hubspot/index.ts';
import { viewHubSpot, type HubSpotView } from '../support/hubspot-view.ts';

const callTypeId = '0-48';
const contactTypeId = '0-1';

/** A call record as an admin sees it, without ids and stamps. */
export interface CallView {
  readonly title: string;
  readonly startsAt: string;
  readonly lengthMs: string;
  readonly url: string;
  readonly body: string;
  /** Addresses, sorted. */
  readonly contacts: readonly string[];
  /** What is said in each transcript. */
  readonly transcripts: readonly string[];
}

/** Everything in HubSpot that a sync may write and people can see. */
export interface WholeView extends HubSpotView {
  readonly calls: readonly CallView[];
  /** External ids of cancelled marketing events. */
  readonly cancelledEvents: readonly string[];
}

export function viewWhole(world: HubSpotWorld): WholeView {
  const calls = [...(world.stores.get(callTypeId)?.live.values() ?? [])].map(({ id, properties }) => ({
    title: properties['hs_call_title'] ?? '',
    startsAt: properties['hs_timestamp'] ?? '',
    lengthMs: properties['hs_call_duration'] ?? '',
    url: properties['hs_call_recording_url'] ?? '',
    body: properties['hs_call_body'] ?? '',
    contacts: contactsOf(world, id),
    transcripts: transcriptsOf(world, id),
  }));
  return {
    ...viewHubSpot(world),
    calls: calls.toSorted((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1)),
    cancelledEvents: [...world.marketingEvents.values()]
      .filter(({ eventCancelled }) => eventCancelled)
      .map(({ externalEventId }) => externalEventId)
      .toSorted(),
  };
}

const sortKeyOf = ({ startsAt, title, url }: CallView): string => `${startsAt} ${title} ${url}`;

function contactsOf(world: HubSpotWorld, callId: string): readonly string[] {
  const { live } = contactStore(world);
  const targets = world.associations.get(`${callTypeId}>${contactTypeId}`)?.get(callId) ?? new Map<string, unknown>();
  return [...targets.keys()].map((id) => live.get(id)?.properties['email'] ?? `contact ${id}`).toSorted();
}

const transcriptsOf = ({ transcripts }: HubSpotWorld, callId: string): readonly string[] =>
  [...transcripts.values()]
    .filter(({ engagementId }) => String(engagementId) === callId)
    .map(({ utterances }) => utterances.map(({ text }) => text).join(' '));

/** The same without repetitions of a transcript on its call. */
export const withTranscriptsOnce = (view: WholeView): WholeView => ({
  ...view,
  calls: view.calls.map((call) => ({ ...call, transcripts: [...new Set(call.transcripts)] })),
});
