import * as z from 'zod/mini';
import { isFailureOfKind } from '../http/integration-error.ts';
import { parseJsonBody } from '../http/json.ts';
import type { DeletedContactGateway } from '../sync/account-ports.ts';
import { batchAnswer, hubSpotObject, readFound } from './batch-answer.ts';
import { addressProperties, readContactAddresses } from './contact-addresses.ts';
import type { HubSpotApi } from './hubspot-api.ts';
import { bug, type CallFacts } from './hubspot-call.ts';
import { objectBatchSizeMax, objectPageSize } from './hubspot-limits.ts';
import { paging, readNextPage } from './paging.ts';

const objectType = 'contacts';
const general = { isIdempotent: true, rateClass: 'hubspot.general' } as const;
const listFacts: CallFacts = { operation: 'list deleted contacts', ...general };
const findFacts: CallFacts = { operation: 'find deleted contacts by address', ...general };

const archivableContact = z.extend(hubSpotObject, { archived: z.optional(z.boolean()) });
type ArchivableContact = z.infer<typeof archivableContact>;
const contactPage = z.object({ results: z.array(archivableContact), paging });
const foundContacts = z.extend(batchAnswer, { results: z.array(archivableContact) });

/**
 * Contacts that were deleted in HubSpot, which keeps them for ninety days. That they can be listed is documented; that
 * they can be found by address is not, so a refusal of that question as such counts as no answer, and a contact only
 * counts if HubSpot itself says that it is archived: to skip a living one would be worse.
 *
 * @throws IntegrationError of every kind that a call can have; `bug` for more than 100 addresses
 * @see https://developers.hubspot.com/docs/api-reference/legacy/crm/objects/contacts/get-contacts (read 2026-11-20)
 */
export function createDeletedContactGateway(api: HubSpotApi): DeletedContactGateway {
  return {
    async listDeletedAddresses(after) {
      const answer = await api.call(
        listFacts,
        api.objects.getPage(
          objectType,
          objectPageSize,
          after ?? undefined,
          [...addressProperties],
          undefined,
          undefined,
          true,
        ),
      );
      const page = parseJsonBody({ system: 'hubspot', ...listFacts }, answer, contactPage);
      const deleted = page.results.filter(({ archived }) => archived !== false);
      return { addresses: collectAddresses(deleted), after: readNextPage(listFacts, answer, page, after) };
    },

    async findDeletedAddresses(addresses) {
      if (addresses.length === 0) return [];
      if (addresses.length > objectBatchSizeMax) throw bug(findFacts.operation, `${addresses.length} addresses`);
      const answer = await api
        .call(
          findFacts,
          api.objectBatches.read(
            objectType,
            {
              idProperty: 'email',
              inputs: addresses.map((id) => ({ id })),
              properties: [...addressProperties],
              propertiesWithHistory: [],
            },
            true,
          ),
        )
        .catch((error: unknown) => {
          if (isFailureOfKind(error, 'rejected', 'conflict') && error.failure.httpStatus === 400) return null;
          throw error;
        });
      if (answer === null) return [];
      const batch = parseJsonBody({ system: 'hubspot', ...findFacts }, answer, foundContacts);
      readFound(findFacts, batch);
      const deleted = new Set(collectAddresses(batch.results.filter(({ archived }) => archived === true)));
      return addresses.filter((address) => deleted.has(address));
    },
  };
}

function collectAddresses(contacts: readonly ArchivableContact[]): readonly string[] {
  const addresses = contacts.flatMap(({ properties }) => {
    const { primary, additional } = readContactAddresses(properties);
    return primary === null ? additional : [primary, ...additional];
  });
  return [...new Set(addresses)];
}
