import type { ContactWebinarsAnswer } from '../../extensions/contract/contact-webinars.ts';
import { emptyHistory } from '../contact-history/contact-history.ts';
import { toContactWebinars } from '../contact-history/contact-webinars.ts';
import { parseHistory } from '../contact-history/history-text.ts';
import { contactPropertyNames } from '../domain/contact-properties.ts';
import { IntegrationError, toFailure } from '../http/integration-error.ts';
import { createContactGateway } from '../hubspot/contact-gateway.ts';
import type { Call } from './handle-call.ts';
import { contactWebinarsParameters, parseParameters } from './parameters.ts';

/** A contact's registrations and attendance, from the contact itself: one HubSpot call. */
export async function getContactWebinars({ vendors, parameters }: Call): Promise<ContactWebinarsAnswer> {
  const { contactId } = parseParameters(contactWebinarsParameters, parameters);
  const [contact] = await createContactGateway(vendors.hubspot).readById([contactId], [contactPropertyNames.history]);
  if (contact === undefined) {
    throw new IntegrationError(
      toFailure({ system: 'hubspot', operation: 'read contact' }, 'not-found', {
        cause: 'contact-not-found',
        contactId,
      }),
    );
  }
  return toContactWebinars(parseHistory(contact.properties[contactPropertyNames.history]) ?? emptyHistory);
}
