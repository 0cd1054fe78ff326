import type { HubSpotWorld, ObjectSchema, ObjectStore, ObjectType, PropertyCatalogue } from './entities.ts';
import { problems } from './errors.ts';

export const contactTypeId = '0-1';
export const callTypeId = '0-48';
export const marketingEventTypeId = '0-54';
export const userTypeId = '0-115';

const contactDefinitionReads = [
  'crm.schemas.contacts.read',
  'crm.objects.contacts.read',
  'crm.objects.contacts.write',
] as const;

/** HubSpot's own object types, as far as the stand-in knows them. */
export const standardObjectTypes: readonly ObjectType[] = [
  {
    id: contactTypeId,
    pathNames: ['contacts'],
    messageName: 'CONTACT',
    createdProperty: 'createdate',
    modifiedProperty: 'lastmodifieddate',
    defaultProperties: ['email', 'firstname', 'lastname'],
    requiredProperties: [],
    searchableProperties: ['firstname', 'lastname', 'email', 'phone', 'hs_additional_emails', 'company', 'mobilephone'],
    scopes: {
      read: ['crm.objects.contacts.read'],
      write: ['crm.objects.contacts.write'],
      readDefinitions: contactDefinitionReads,
      writeDefinitions: ['crm.schemas.contacts.write'],
    },
  },
  {
    id: callTypeId,
    pathNames: ['calls'],
    messageName: 'CALL',
    createdProperty: 'hs_createdate',
    modifiedProperty: 'hs_lastmodifieddate',
    defaultProperties: [],
    requiredProperties: ['hs_timestamp'],
    searchableProperties: ['hs_call_title', 'hs_body_preview'],
    scopes: {
      read: ['crm.objects.contacts.read'],
      write: ['crm.objects.contacts.write'],
      readDefinitions: contactDefinitionReads,
      writeDefinitions: ['crm.schemas.contacts.write'],
    },
  },
  {
    id: userTypeId,
    pathNames: ['users'],
    messageName: 'USER',
    createdProperty: 'hs_createdate',
    modifiedProperty: 'hs_lastmodifieddate',
    defaultProperties: [],
    requiredProperties: [],
    searchableProperties: ['hs_email', 'hs_given_name', 'hs_family_name'],
    scopes: {
      read: ['crm.objects.users.read'],
      write: ['crm.objects.users.write'],
      readDefinitions: ['crm.objects.users.read', 'crm.objects.users.write'],
      writeDefinitions: ['crm.objects.users.write'],
    },
  },
  {
    id: marketingEventTypeId,
    pathNames: ['marketing_event', 'marketing_events'],
    messageName: 'MARKETING_EVENT',
    createdProperty: 'hs_createdate',
    modifiedProperty: 'hs_lastmodifieddate',
    defaultProperties: [],
    requiredProperties: [],
    searchableProperties: [],
    scopes: {
      read: ['crm.objects.marketing_events.read'],
      write: ['crm.objects.marketing_events.write'],
      readDefinitions: ['crm.objects.marketing_events.read', 'crm.objects.marketing_events.write'],
      // The specification lists no marketing-event scope for writing definitions; any scope it lists is let through.
      writeDefinitions: ['crm.schemas.contacts.write', 'crm.schemas.custom.write'],
    },
  },
];

/** The object type behind a schema. */
export function toObjectType(schema: ObjectSchema): ObjectType {
  return {
    id: schema.objectTypeId,
    pathNames: [schema.fullyQualifiedName, `p_${schema.name}`],
    messageName: schema.objectTypeId,
    createdProperty: 'hs_createdate',
    modifiedProperty: 'hs_lastmodifieddate',
    defaultProperties: [],
    requiredProperties: schema.requiredProperties,
    searchableProperties: schema.searchableProperties,
    scopes: {
      read: ['crm.objects.custom.read'],
      write: ['crm.objects.custom.write'],
      readDefinitions: ['crm.schemas.custom.read', 'crm.objects.custom.read', 'crm.objects.custom.write'],
      writeDefinitions: ['crm.schemas.custom.write'],
    },
  };
}

export const isCustomTypeId = (id: string): boolean => id.startsWith('2-');

/**
 * Finds the type that a path means: by id, by a standard name, or by a custom object's fully qualified name, with or
 * without the account's number in it. The bare name of a custom object does not count.
 *
 * @throws Problem 400 when there is none
 */
export function resolveObjectType(world: HubSpotWorld, name: string): ObjectType {
  const byId = world.objectTypes.get(name);
  if (byId !== undefined) return byId;
  for (const type of world.objectTypes.values()) if (type.pathNames.includes(name)) return type;
  throw problems.unknownObjectType(name);
}

export function storeOf(world: HubSpotWorld, type: ObjectType): ObjectStore {
  const store = world.stores.get(type.id);
  if (store === undefined) throw problems.unknownObjectType(type.id);
  return store;
}

export function catalogueOf(world: HubSpotWorld, type: ObjectType): PropertyCatalogue {
  const catalogue = world.catalogues.get(type.id);
  if (catalogue === undefined) throw problems.unknownObjectType(type.id);
  return catalogue;
}

/** The contact store, which every account has. */
export function contactStore(world: HubSpotWorld): ObjectStore {
  const store = world.stores.get(contactTypeId);
  if (store === undefined) throw new Error('a world without contacts');
  return store;
}
