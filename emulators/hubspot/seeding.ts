import { SeedError } from '../core/operation.ts';
import { associate, definitionsBetween } from './associations.ts';
import { createEventDefinition } from './custom-events/definitions.ts';
import type { AttendanceEntry, HubSpotWorld, ObjectType } from './entities.ts';
import { createEvent } from './marketing/events.ts';
import {
  callTypeId,
  catalogueOf,
  contactStore,
  contactTypeId,
  marketingEventTypeId,
  resolveObjectType,
  storeOf,
  userTypeId,
} from './object-types.ts';
import { archiveRecord, insertRecord, isUniqueProperty, secondaryEmailsOf } from './objects/store.ts';
import { toNewProperty } from './properties/definitions.ts';
import { foldEmail } from './properties/values.ts';
import { createSchema } from './schemas.ts';
import type { ParsedSeed, SeedRecord } from './seed.ts';
import { createTranscript } from './transcripts.ts';
import { toUserProperties } from './users.ts';

/** What the seed does not date happened this long before the start. */
export const seededBeforeMs = 30 * 86_400_000;

/**
 * Puts what the seed describes into an empty world.
 *
 * @throws SeedError for values that two records cannot share, Problem for definitions that HubSpot would refuse
 */
export function fillWorld(world: HubSpotWorld, seed: ParsedSeed): void {
  for (const { objectTypeId, ...schema } of seed.schemas) {
    const properties = schema.properties.filter(({ name }) => !name.startsWith('hs_') && name !== 'hubspot_owner_id');
    const associatedObjects = schema.associatedObjects ?? ['CONTACT'];
    createSchema(world, { ...schema, properties, associatedObjects }, objectTypeId);
  }
  for (const [name, groups] of Object.entries(seed.propertyGroups)) {
    const catalogue = catalogueOf(world, resolveSeedType(world, name));
    for (const group of groups) catalogue.groups.set(group.name, { ...group, archived: false });
  }
  for (const [name, properties] of Object.entries(seed.properties)) {
    for (const property of properties) seedProperty(world, resolveSeedType(world, name), property);
  }
  for (const [name, properties] of Object.entries(seed.emulator.propertiesInUse)) {
    const { inUse } = catalogueOf(world, resolveSeedType(world, name));
    for (const property of properties) inUse.add(property);
  }
  for (const [name, properties] of Object.entries(seed.emulator.requiredOnCreate)) {
    world.requiredByAdmin.set(resolveSeedType(world, name).id, properties);
  }
  seedRecords(world, resolveSeedType(world, contactTypeId), 'contacts', seed.contacts);
  seedRecords(world, resolveSeedType(world, callTypeId), 'calls', seed.calls);
  for (const [name, records] of Object.entries(seed.objects)) {
    seedRecords(world, resolveSeedType(world, name), `objects.${name}`, records);
  }
  seedUsers(world);
  for (const definition of seed.eventDefinitions) createEventDefinition(world, definition);
  seedMarketingEvents(world, seed);
  seedAssociations(world, seed);
  for (const transcript of seed.transcripts) createTranscript(world, transcript);
}

function seedAssociations(world: HubSpotWorld, { associations }: ParsedSeed): void {
  for (const [position, { from, to }] of associations.entries()) {
    const wrong = (message: string): SeedError =>
      new SeedError(`The HubSpot seed is wrong at associations.${position}: ${message}.`);
    const [fromType, toType] = [resolveSeedType(world, from.objectType), resolveSeedType(world, to.objectType)];
    for (const [type, { id }] of [
      [fromType, from],
      [toType, to],
    ] as const) {
      if (!storeOf(world, type).live.has(id)) throw wrong(`there is no ${type.messageName} ${id}`);
    }
    const [definition] = definitionsBetween(world, fromType.id, toType.id);
    if (definition === undefined) throw wrong(`nothing connects ${from.objectType} with ${to.objectType}`);
    associate(world, definition, from.id, to.id);
  }
}

/** In a seed a custom object may also be called by its bare name. */
function resolveSeedType(world: HubSpotWorld, name: string): ObjectType {
  const schema = [...world.schemas.values()].find((candidate) => candidate.name === name);
  return resolveObjectType(world, schema?.objectTypeId ?? name);
}

function seedProperty(world: HubSpotWorld, type: ObjectType, create: ParsedSeed['properties'][string][number]): void {
  const catalogue = catalogueOf(world, type);
  if (catalogue.properties.get(create.name)?.hubspotDefined === true) return;
  if (!catalogue.groups.has(create.groupName)) {
    const group = { name: create.groupName, label: create.groupName, displayOrder: -1, archived: false };
    catalogue.groups.set(group.name, group);
  }
  const definition = toNewProperty(catalogue, create, {
    now: world.clock.now() - seededBeforeMs,
    mayBeUnique: type.id !== marketingEventTypeId,
    mayBeReserved: true,
  });
  catalogue.properties.set(definition.name, definition);
}

/** A pasted record may carry properties that nobody described: they become text properties. */
function describeUnknownProperties(world: HubSpotWorld, type: ObjectType, names: Iterable<string>): void {
  const catalogue = catalogueOf(world, type);
  const [groupName = 'information'] = catalogue.groups.keys();
  for (const name of names) {
    if (catalogue.properties.has(name)) continue;
    const create = { name, label: name, type: 'string', fieldType: 'text', groupName };
    const context = { now: world.clock.now() - seededBeforeMs, mayBeUnique: false, mayBeReserved: true };
    catalogue.properties.set(name, toNewProperty(catalogue, create, context));
  }
}

function toSeedValues(type: ObjectType, record: SeedRecord): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(record.properties)) {
    if (value === null || value === '' || name === 'hs_object_id') continue;
    if (name === type.createdProperty || name === type.modifiedProperty) continue;
    const isAddress = type.id === contactTypeId && (name === 'email' || name === 'hs_additional_emails');
    values[name] = isAddress ? foldEmail(value) : value;
  }
  return values;
}

function seedRecords(world: HubSpotWorld, type: ObjectType, place: string, records: readonly SeedRecord[]): void {
  const store = storeOf(world, type);
  const names = new Set(records.flatMap((record) => Object.keys(record.properties)));
  describeUnknownProperties(world, type, names);
  const uniqueNames = [...names].filter((name) => isUniqueProperty(world, type, name));
  for (const [position, record] of records.entries()) {
    const id = record.id ?? record.properties['hs_object_id'] ?? world.nextObjectId();
    const wrong = (message: string): SeedError =>
      new SeedError(`The HubSpot seed is wrong at ${place}.${position}: ${message}.`);
    if (store.live.has(id) || store.archived.has(id)) throw wrong(`the id ${id} is there twice`);
    const values = toSeedValues(type, record);
    const isArchived = record.archived === true || record.archivedAt !== undefined;
    for (const name of isArchived ? [] : uniqueNames) {
      const value = values[name];
      if (value === undefined) continue;
      const isTaken =
        store.uniqueValues.get(name)?.has(value) === true || (name === 'email' && store.secondaryEmails.has(value));
      if (isTaken) throw wrong(`another record has the ${name} ${value}`);
    }
    const taken = secondaryEmailsOf(values).find(
      (email) => store.uniqueValues.get('email')?.has(email) === true || store.secondaryEmails.has(email),
    );
    if (taken !== undefined && !isArchived) throw wrong(`another contact has the address ${taken}`);
    const createdAt = record.createdAt ?? world.clock.now() - seededBeforeMs;
    const inserted = insertRecord(world, store, {
      id,
      values,
      createdAt,
      at: record.updatedAt ?? createdAt,
      sourceType: 'IMPORT',
    });
    // Seeded records have been in the search index for ever, whatever the clock is set to.
    inserted.versions = [{ writtenAt: Number.NEGATIVE_INFINITY, properties: inserted.properties }];
    if (isArchived) {
      const undated = Math.max(inserted.updatedAt, world.clock.now() - seededBeforeMs);
      archiveRecord(store, inserted, record.archivedAt ?? undated);
    }
    for (const mergedId of (values['hs_merged_object_ids'] ?? '').split(';')) {
      if (mergedId !== '') store.mergedInto.set(mergedId, id);
    }
  }
}

function seedUsers(world: HubSpotWorld): void {
  const type = resolveObjectType(world, userTypeId);
  seedRecords(
    world,
    type,
    'users',
    world.users.map((user) => ({ properties: toUserProperties(user) })),
  );
}

function seedMarketingEvents(world: HubSpotWorld, seed: ParsedSeed): void {
  for (const [position, { appId, attendance, ...create }] of seed.marketingEvents.entries()) {
    const event = createEvent(world, { appId: appId ?? seed.account.appId }, create);
    const byContact = new Map<string, AttendanceEntry[]>();
    world.attendance.set(event.objectId, byContact);
    for (const entry of attendance) {
      if (!contactStore(world).live.has(entry.contactId)) {
        throw new SeedError(
          `The HubSpot seed is wrong at marketingEvents.${position}.attendance: there is no contact ${entry.contactId}.`,
        );
      }
      byContact.set(entry.contactId, [
        ...(byContact.get(entry.contactId) ?? []),
        {
          sequence: world.nextSequence(),
          eventObjectId: event.objectId,
          contactId: entry.contactId,
          state: entry.state,
          interactionAt: entry.interactionDateTime,
          joinedAt: entry.joinedAt ?? null,
          leftAt: entry.leftAt ?? null,
          recordedAt: Number.NEGATIVE_INFINITY,
          onTimeline: true,
        },
      ]);
    }
  }
}
