import { IntegrationError, toFailure } from '../http/integration-error.ts';
import { createContactGateway } from '../hubspot/contact-gateway.ts';
import type { HubSpotApi } from '../hubspot/hubspot-api.ts';
import type { StoredContact } from '../sync/ports.ts';

const call = { system: 'hubspot', operation: 'read contacts by id' } as const;

/** @throws IntegrationError reason `contact-not-found` */
export async function readContact(
  hubspot: HubSpotApi,
  contactId: string,
  properties: readonly string[],
): Promise<StoredContact> {
  const [contact] = await createContactGateway(hubspot).readById([contactId], properties);
  if (contact !== undefined) return contact;
  throw new IntegrationError(toFailure(call, 'not-found', { cause: 'contact-not-found', contactId }));
}

/**
 * The contact's primary address.
 *
 * @throws IntegrationError reason `contact-without-address`
 */
export function requireAddress({ contactId, email }: StoredContact): string {
  if (email !== null) return email;
  throw new IntegrationError(toFailure(call, 'rejected', { cause: 'contact-without-address', contactId }));
}
