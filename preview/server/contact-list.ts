import * as z from 'zod';
import type { ContactsPage, ContactSummary } from '../protocol/preview-api.ts';
import { crmRecord, nameOf, textOf, type CrmRecord } from './contact-summary.ts';
import { HubSpotReadError, type HubSpotReader } from './hubspot-reader.ts';
import { nextAfter, paging } from './paging.ts';

const attendedCount = 'zwh_attended_webinar_count';
const pageSize = 25;

const searchSchema = z.object({ total: z.int(), results: z.array(crmRecord), paging });

/** Contacts that the words lead to; those who attended most come first. */
export async function readContacts(
  hubSpot: HubSpotReader,
  { query, after }: { readonly query: string; readonly after: string | null },
): Promise<ContactsPage> {
  const search = async (sortedBy: string): Promise<unknown> =>
    hubSpot.post('/crm/v3/objects/contacts/search', {
      ...(query === '' ? {} : { query }),
      ...(after === null ? {} : { after }),
      limit: pageSize,
      properties: ['email', 'firstname', 'lastname', 'company', attendedCount],
      sorts: [{ propertyName: sortedBy, direction: 'DESCENDING' }],
    });
  const page = searchSchema.parse(
    await search(attendedCount).catch((error: unknown) => {
      // Before the app is set up, the account does not have its properties.
      if (error instanceof HubSpotReadError && error.status === 400) return search('createdate');
      throw error;
    }),
  );
  return { total: page.total, contacts: page.results.map(toSummary), after: nextAfter(page) };
}

function toSummary(contact: CrmRecord): ContactSummary {
  const count = textOf(contact, attendedCount);
  return {
    id: contact.id,
    name: nameOf(contact),
    email: textOf(contact, 'email'),
    company: textOf(contact, 'company'),
    attendedWebinarCount: count === '' ? null : Number(count),
  };
}
