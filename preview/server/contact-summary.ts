import * as z from 'zod';

/** A record as HubSpot's object API gives it. */
export const crmRecord = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.string().nullable()),
});
export type CrmRecord = z.infer<typeof crmRecord>;

/** A property's value, empty when there is none. */
export const textOf = ({ properties }: CrmRecord, name: string): string => properties[name] ?? '';

/** As HubSpot names a contact: by name, else by address. */
export function nameOf(contact: CrmRecord): string {
  const name = [textOf(contact, 'firstname'), textOf(contact, 'lastname')].filter((part) => part !== '').join(' ');
  return name === '' ? textOf(contact, 'email') || `Contact ${contact.id}` : name;
}
