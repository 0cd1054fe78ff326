import type { BehaviouralEvent, BehaviouralEventGateway } from '../sync/ports.ts';
import type { HubSpotApi } from './hubspot-api.ts';
import { eventBatchSizeMax, eventValueCharactersMax } from './hubspot-limits.ts';
import { bug, type CallFacts } from './hubspot-call.ts';

const sendFacts: CallFacts = { operation: 'send custom events', isIdempotent: true, rateClass: 'hubspot.event-send' };

/**
 * HubSpot's custom events. Contacts are named by id: an address could create a contact. Values are cut at 256 characters,
 * because HubSpot refuses a request with longer ones as a whole; a longer link is left out, for the rest of it would lead
 * nowhere.
 *
 * @param options.eventNames - fully qualified, as the account's set-up gives them
 * @throws IntegrationError of every kind that a call can have; `bug` for more than 500 events
 * @see https://developers.hubspot.com/docs/api-reference/events-send-event-completions-v3/guide (read 2026-11-20)
 */
export function createBehaviouralEventGateway(
  api: HubSpotApi,
  { eventNames }: { readonly eventNames: Readonly<Record<BehaviouralEvent['kind'], string>> },
): BehaviouralEventGateway {
  return {
    async send(events) {
      if (events.length === 0) return;
      if (events.length > eventBatchSizeMax) throw bug(sendFacts.operation, `${events.length} events`);
      await api.call(
        sendFacts,
        api.eventSends.send({
          inputs: events.map((event) => ({
            eventName: eventNames[event.kind],
            objectId: event.contactId,
            occurredAt: new Date(event.occurredAt),
            uuid: event.uuid,
            properties: shortenValues(event.properties),
          })),
        }),
      );
    },
  };
}

function shortenValues(properties: BehaviouralEvent['properties']): Record<string, string> {
  const entries = Object.entries(properties).filter(([, value]) => !isLink(value) || fits(value));
  return Object.fromEntries(entries.map(([name, value]) => [name, shorten(value)]));
}

const fits = (value: string): boolean => value.length <= eventValueCharactersMax;
const isLink = (value: string): boolean => /^https?:\/\/\S+$/.test(value);

/** Whole characters only: half of a surrogate pair is no valid text. */
function shorten(value: string): string {
  if (fits(value)) return value;
  return value.slice(0, eventValueCharactersMax).replace(/[\uD800-\uDBFF]$/, '');
}
