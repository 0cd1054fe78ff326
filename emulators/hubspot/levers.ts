import * as z from 'zod';
import type { CrmRecord, HubSpotWorld } from './entities.ts';
import { catalogueOf, contactStore, resolveObjectType, storeOf } from './object-types.ts';
import { gdprDelete, mergeRecords } from './objects/merge.ts';
import {
  archiveRecord,
  changeRecord,
  findBySecondaryEmail,
  findByUniqueValue,
  insertRecord,
  forgetExpired,
  restoreRecord,
  secondaryEmailsOf,
} from './objects/store.ts';
import { checkValues, foldEmail } from './properties/values.ts';
import { switchChangesSchema, type Switches } from './switches.ts';
import { addUser, removeUser, toSettingsUser, userSchema } from './users.ts';
import { workflowLevers } from './workflows/levers.ts';

const contactReference = z.union([z.strictObject({ id: z.string() }), z.strictObject({ email: z.string() })]);
type ContactReference = z.infer<typeof contactReference>;

const editSchema = z.strictObject({
  contact: contactReference,
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
const secondarySchema = z.strictObject({ contact: contactReference, address: z.string() });
const mergeSchema = z.strictObject({ primary: contactReference, merged: contactReference });
const createSchema = editSchema.pick({ properties: true });
const inUseSchema = z.strictObject({ objectType: z.string(), property: z.string(), inUse: z.boolean().default(true) });
const requiredSchema = z.strictObject({
  objectType: z.string(),
  property: z.string(),
  required: z.boolean().default(true),
});
const recordSchema = z.strictObject({ objectType: z.string(), id: z.string() });
const newUserSchema = userSchema.partial({ id: true }).strict();
const usageSchema = z.strictObject({ callsUsed: z.int().min(0) });

function findContact(world: HubSpotWorld, reference: ContactReference): CrmRecord {
  const store = contactStore(world);
  const found =
    'id' in reference
      ? store.live.get(reference.id)
      : (findByUniqueValue(store, 'email', reference.email) ?? findBySecondaryEmail(store, reference.email));
  if (found === undefined) throw new Error(`There is no live contact ${Object.values(reference).join('')}.`);
  return found;
}

/** What a person types in HubSpot passes the same checks as what an app sends. */
function userValues(world: HubSpotWorld, properties: z.infer<typeof editSchema>['properties'], contact?: CrmRecord) {
  const definitions = catalogueOf(world, contactStore(world).type).properties;
  const { values, found } = checkValues(world, definitions, properties, contact?.properties ?? {});
  const [wrong] = found;
  if (wrong !== undefined) throw new Error(wrong.message);
  const email = values['email'];
  if (email !== undefined && world.blockedEmails.has(email)) throw new Error(`The address ${email} is blocked.`);
  const holder = email === undefined || email === '' ? undefined : holderOf(world, email);
  if (holder !== undefined && holder !== contact) throw new Error(`The contact ${holder.id} has the address ${email}.`);
  return values;
}

function holderOf(world: HubSpotWorld, email: string): CrmRecord | undefined {
  const store = contactStore(world);
  return findByUniqueValue(store, 'email', email) ?? findBySecondaryEmail(store, email);
}

const byUser = (world: HubSpotWorld) => ({ at: world.clock.now(), sourceType: 'CRM_UI' });

/** What people do in HubSpot meanwhile, and the stand-in's own settings; by name below `/_control/`. */
export const levers: Readonly<Record<string, (world: HubSpotWorld, body: unknown) => unknown>> = {
  ...workflowLevers,
  'create-contact'(world, body) {
    const values = userValues(world, createSchema.parse(body).properties);
    const id = world.nextObjectId();
    insertRecord(world, contactStore(world), { id, values, ...byUser(world) });
    return { id };
  },
  'edit-contact'(world, body) {
    const { contact: reference, properties } = editSchema.parse(body);
    const contact = findContact(world, reference);
    changeRecord(world, contactStore(world), contact, userValues(world, properties, contact), byUser(world));
    return { id: contact.id };
  },
  'add-secondary-email'(world, body) {
    const { contact: reference, address } = secondarySchema.parse(body);
    const contact = findContact(world, reference);
    const email = foldEmail(address);
    const holder = holderOf(world, email);
    if (holder !== undefined) throw new Error(`The contact ${holder.id} has the address ${email}.`);
    const addresses = [...secondaryEmailsOf(contact.properties), email].join(';');
    changeRecord(world, contactStore(world), contact, { hs_additional_emails: addresses }, byUser(world));
    return { id: contact.id };
  },
  'archive-contact'(world, body) {
    const contact = findContact(world, contactReference.parse(body));
    archiveRecord(contactStore(world), contact, world.clock.now());
    return { id: contact.id };
  },
  'restore-contact'(world, body) {
    const { id } = z.strictObject({ id: z.string() }).parse(body);
    const store = contactStore(world);
    forgetExpired(world, store);
    const contact = store.archived.get(id);
    if (contact === undefined) throw new Error(`There is no archived contact ${id}.`);
    const addresses = [contact.properties['email'] ?? '', ...secondaryEmailsOf(contact.properties)];
    const taken = addresses.find((address) => address !== '' && holderOf(world, address) !== undefined);
    if (taken !== undefined) throw new Error(`Another contact has the address ${taken} by now.`);
    restoreRecord(world, store, contact, world.clock.now());
    return { id };
  },
  'merge-contacts'(world, body) {
    const { primary, merged } = mergeSchema.parse(body);
    const survivor = mergeRecords(world, contactStore(world), {
      primaryObjectId: findContact(world, primary).id,
      objectIdToMerge: findContact(world, merged).id,
    });
    return { id: survivor.id };
  },
  'gdpr-delete-contact'(world, body) {
    const reference = contactReference.parse(body);
    const target = 'id' in reference ? { objectId: reference.id } : { objectId: reference.email, idProperty: 'email' };
    gdprDelete(world, contactStore(world), target);
    return { ok: true };
  },
  'archive-record'(world, body) {
    const { objectType, id } = recordSchema.parse(body);
    const store = storeOf(world, resolveObjectType(world, objectType));
    const record = store.live.get(id);
    if (record === undefined) throw new Error(`There is no live record ${id} of ${objectType}.`);
    archiveRecord(store, record, world.clock.now());
    return { id };
  },
  'add-user'(world, body) {
    const user = newUserSchema.parse(body);
    const id = user.id ?? String(Math.max(0, ...world.users.map((other) => Number(other.id))) + 1);
    addUser(world, toSettingsUser({ ...user, id }));
    return { id };
  },
  'remove-user'(world, body) {
    const reference = contactReference.parse(body);
    const email = 'email' in reference ? foldEmail(reference.email) : null;
    const user = world.users.find((other) =>
      'id' in reference ? other.id === reference.id : other.email.toLowerCase() === email,
    );
    if (user === undefined) throw new Error(`There is no user ${Object.values(reference).join('')}.`);
    removeUser(world, user.id);
    return { id: user.id };
  },
  'require-property'(world, body) {
    const { objectType, property, required } = requiredSchema.parse(body);
    const type = resolveObjectType(world, objectType);
    if (!catalogueOf(world, type).properties.has(property)) throw new Error(`There is no property ${property}.`);
    const others = (world.requiredByAdmin.get(type.id) ?? []).filter((name) => name !== property);
    world.requiredByAdmin.set(type.id, required ? [...others, property] : others);
    return { requiredOnCreate: world.requiredByAdmin.get(type.id) };
  },
  'mark-property'(world, body) {
    const { objectType, property, inUse } = inUseSchema.parse(body);
    const catalogue = catalogueOf(world, resolveObjectType(world, objectType));
    if (!catalogue.properties.has(property)) throw new Error(`There is no property ${property}.`);
    if (inUse) catalogue.inUse.add(property);
    else catalogue.inUse.delete(property);
    return { ok: true };
  },
  'daily-usage'(world, body) {
    world.limits.dailyCount = usageSchema.parse(body).callsUsed;
    return { dailyCallsUsed: world.limits.dailyCount };
  },
  switches(world, body) {
    const changes = Object.entries(switchChangesSchema.parse(body)).filter(([, value]) => value !== undefined);
    world.switches = { ...world.switches, ...(Object.fromEntries(changes) as Partial<Switches>) };
    return world.switches;
  },
};
