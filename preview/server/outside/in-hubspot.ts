import type { FollowedContact, InHubSpot } from '../../protocol/outside-api.ts';
import { crmRecord, nameOf } from '../contact-summary.ts';
import { HubSpotReadError, type HubSpotReader } from '../hubspot-reader.ts';
import { readMarketingEvents } from '../marketing-events.ts';
import { participationSchema, toInstant } from '../participations.ts';

const participationsMax = '100';

/** What HubSpot knows of a webinar, which it has under its topic, and of one person there. */
export async function readInHubSpot(
  hubSpot: HubSpotReader,
  { topic, email }: { readonly topic: string; readonly email: string | null },
): Promise<InHubSpot> {
  const isOfWebinar = (name: string): boolean => name.startsWith(topic);
  const [events, contact] = await Promise.all([
    readMarketingEvents(hubSpot),
    email === null ? null : findContact(hubSpot, email, isOfWebinar),
  ]);
  return {
    events: events
      .filter(({ name }) => isOfWebinar(name))
      .map(({ id, name, status, counts }) => ({ id, name, status, ...counts })),
    contact,
  };
}

/** By address, which needs no search: HubSpot's search is some seconds behind. */
async function findContact(
  hubSpot: HubSpotReader,
  email: string,
  isOfWebinar: (name: string) => boolean,
): Promise<FollowedContact | null> {
  try {
    const contact = crmRecord.parse(
      await hubSpot.get(`/crm/v3/objects/contacts/${encodeURIComponent(email)}`, {
        idProperty: 'email',
        properties: 'email,firstname,lastname',
      }),
    );
    const { results } = participationSchema.parse(
      await hubSpot.get(`/marketing/v3/marketing-events/participations/contacts/${contact.id}/breakdown`, {
        limit: participationsMax,
      }),
    );
    return {
      id: contact.id,
      name: nameOf(contact),
      participations: results
        .map(({ properties, associations }) => ({
          eventName: associations.marketingEvent.name,
          state: properties.attendanceState,
          at: toInstant(properties.occurredAt),
        }))
        .filter(({ eventName }) => isOfWebinar(eventName)),
    };
  } catch (error) {
    if (error instanceof HubSpotReadError && error.status === 404) return null;
    throw error;
  }
}
