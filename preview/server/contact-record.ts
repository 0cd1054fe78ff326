import * as z from 'zod';
import type { ContactProperty, ContactRecord, ContactValues } from '../protocol/preview-api.ts';
import { crmRecord, nameOf, textOf, type CrmRecord } from './contact-summary.ts';
import type { HubSpotReader } from './hubspot-reader.ts';

const definitionsSchema = z.object({
  results: z.array(z.object({ name: z.string(), label: z.string(), type: z.string(), groupName: z.string() })),
});
type Definition = z.infer<typeof definitionsSchema>['results'][number];

const aboutNames = ['email', 'hs_additional_emails', 'jobtitle', 'company', 'country', 'createdate'];

const pathOf = (contactId: string): string => `/crm/v3/objects/contacts/${encodeURIComponent(contactId)}`;

/** @throws HubSpotReadError status 404 when there is no such contact (any more) */
export async function readContactRecord(hubSpot: HubSpotReader, contactId: string): Promise<ContactRecord> {
  const definitions = await readDefinitions(hubSpot);
  const own = definitions.filter(({ groupName }) => groupName === 'zoom_webinars_app').map(({ name }) => name);
  const wanted = ['firstname', 'lastname', ...aboutNames, ...own];
  const contact = await readContact(hubSpot, contactId, wanted);
  const toProperties = (names: readonly string[]): readonly ContactProperty[] =>
    names.flatMap((name) => {
      const definition = definitions.find((candidate) => candidate.name === name);
      return definition === undefined ? [] : [toProperty(definition, contact)];
    });
  return {
    id: contact.id,
    name: nameOf(contact),
    email: textOf(contact, 'email'),
    jobTitle: textOf(contact, 'jobtitle'),
    company: textOf(contact, 'company'),
    sections: [
      { title: 'About this contact', properties: toProperties(aboutNames) },
      { title: 'Zoom webinars', properties: toProperties(own) },
    ].filter(({ properties }) => properties.length > 0),
  };
}

const toProperty = ({ name, label, type }: Definition, contact: CrmRecord): ContactProperty => ({
  name,
  label,
  type,
  value: textOf(contact, name),
});

async function readDefinitions(hubSpot: HubSpotReader): Promise<readonly Definition[]> {
  return definitionsSchema.parse(await hubSpot.get('/crm/v3/properties/contacts')).results;
}

async function readContact(hubSpot: HubSpotReader, contactId: string, names: readonly string[]): Promise<CrmRecord> {
  return crmRecord.parse(await hubSpot.get(pathOf(contactId), { properties: names.join(',') }));
}

/** The values of these properties; null where one is empty or does not exist. */
export async function readContactValues(
  hubSpot: HubSpotReader,
  contactId: string,
  names: readonly string[],
): Promise<ContactValues> {
  const contact = await readContact(hubSpot, contactId, names);
  return Object.fromEntries(names.map((name) => [name, contact.properties[name] ?? null]));
}

/** Every property of the contact that has a value. */
export async function readAllContactValues(hubSpot: HubSpotReader, contactId: string): Promise<ContactValues> {
  const names = (await readDefinitions(hubSpot)).map(({ name }) => name);
  const { properties } = await readContact(hubSpot, contactId, names);
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && value !== ''));
}
