import type { EpochMs } from '../../core/clock.ts';
import type { CrmRecord, HubSpotWorld, ObjectStore, ObjectType } from '../entities.ts';
import { contactTypeId, catalogueOf } from '../object-types.ts';
import { foldEmail } from '../properties/values.ts';
import { toVendorTime } from '../time.ts';

const changesKept = 20;

export function createStore(type: ObjectType): ObjectStore {
  return {
    type,
    live: new Map(),
    archived: new Map(),
    uniqueValues: new Map(),
    secondaryEmails: new Map(),
    mergedInto: new Map(),
    sortedLiveIds: null,
    sortedArchivedIds: null,
  };
}

/** Whether records can be told apart by a property. */
export function isUniqueProperty(world: HubSpotWorld, type: ObjectType, name: string): boolean {
  if (type.id === contactTypeId && name === 'email') return true;
  const property = catalogueOf(world, type).properties.get(name);
  return property?.hasUniqueValue === true && property.archivedAt === null;
}

/** The secondary addresses of a contact. */
export const secondaryEmailsOf = (properties: Readonly<Record<string, string>>): readonly string[] =>
  (properties['hs_additional_emails'] ?? '').split(';').filter((email) => email !== '');

const foldUnique = (name: string, value: string): string => (name === 'email' ? foldEmail(value) : value);

/** The live record that holds a unique value; secondary addresses are another matter. */
export function findByUniqueValue(store: ObjectStore, name: string, value: string): CrmRecord | undefined {
  const id = store.uniqueValues.get(name)?.get(foldUnique(name, value));
  return id === undefined ? undefined : store.live.get(id);
}

export function findBySecondaryEmail(store: ObjectStore, email: string): CrmRecord | undefined {
  const id = store.secondaryEmails.get(foldEmail(email));
  return id === undefined ? undefined : store.live.get(id);
}

/** The archived record that holds a unique value; the latest one if several do. */
export function findArchivedByUniqueValue(store: ObjectStore, name: string, value: string): CrmRecord | undefined {
  const folded = foldUnique(name, value);
  return [...store.archived.values()].findLast((record) => record.properties[name] === folded);
}

function index(world: HubSpotWorld, store: ObjectStore, record: CrmRecord): void {
  for (const [name, value] of Object.entries(record.properties)) {
    if (value === '' || !isUniqueProperty(world, store.type, name)) continue;
    let ids = store.uniqueValues.get(name);
    if (ids === undefined) {
      ids = new Map();
      store.uniqueValues.set(name, ids);
    }
    ids.set(value, record.id);
  }
  for (const email of secondaryEmailsOf(record.properties)) store.secondaryEmails.set(email, record.id);
}

function unindex(store: ObjectStore, record: CrmRecord): void {
  for (const [name, ids] of store.uniqueValues) {
    const value = record.properties[name];
    if (value !== undefined && ids.get(value) === record.id) ids.delete(value);
  }
  for (const email of secondaryEmailsOf(record.properties)) {
    if (store.secondaryEmails.get(email) === record.id) store.secondaryEmails.delete(email);
  }
}

function derive(type: ObjectType, id: string, properties: Record<string, string>): void {
  if (type.id !== contactTypeId) return;
  const email = properties['email'] ?? '';
  if (email === '') delete properties['hs_email_domain'];
  else properties['hs_email_domain'] = email.slice(email.lastIndexOf('@') + 1);
  properties['hs_all_contact_vids'] ??= id;
}

interface Source {
  readonly at: EpochMs;
  readonly sourceType?: string;
  readonly sourceId?: string;
}

/** Adds a record; its values are taken as they are. */
export function insertRecord(
  world: HubSpotWorld,
  store: ObjectStore,
  record: {
    readonly id: string;
    readonly values: Readonly<Record<string, string>>;
    readonly createdAt?: EpochMs;
  } & Source,
): CrmRecord {
  const createdAt = record.createdAt ?? record.at;
  const properties = Object.fromEntries(Object.entries(record.values).filter(([, value]) => value !== ''));
  derive(store.type, record.id, properties);
  properties['hs_object_id'] = record.id;
  properties[store.type.createdProperty] = toVendorTime(createdAt);
  properties[store.type.modifiedProperty] = toVendorTime(record.at);
  const inserted: CrmRecord = {
    id: record.id,
    createdAt,
    updatedAt: record.at,
    archivedAt: null,
    properties,
    versions: [{ writtenAt: record.at, properties }],
    changes: [
      {
        at: record.at,
        sourceType: record.sourceType ?? 'INTEGRATION',
        sourceId: record.sourceId ?? '',
        values: properties,
      },
    ],
  };
  store.live.set(inserted.id, inserted);
  store.sortedLiveIds = null;
  index(world, store, inserted);
  return inserted;
}

/** Changes a live record; '' clears a value. Nothing happens when every value is there already. */
export function changeRecord(
  world: HubSpotWorld,
  store: ObjectStore,
  record: CrmRecord,
  values: Readonly<Record<string, string>>,
  source: Source,
): void {
  const changed = Object.fromEntries(
    Object.entries(values).filter(([name, value]) => (record.properties[name] ?? '') !== value),
  );
  if (Object.keys(changed).length === 0) return;
  unindex(store, record);
  const properties: Record<string, string> = { ...record.properties, ...changed };
  derive(store.type, record.id, properties);
  properties[store.type.modifiedProperty] = toVendorTime(source.at);
  record.properties = properties;
  record.updatedAt = source.at;
  const earlier = settledVersions(world, record, source.at).filter(({ writtenAt }) => writtenAt < source.at);
  record.versions = [...earlier, { writtenAt: source.at, properties }];
  record.changes = [
    {
      at: source.at,
      sourceType: source.sourceType ?? 'INTEGRATION',
      sourceId: source.sourceId ?? '',
      values: changed,
    },
    ...record.changes.slice(0, changesKept - 1),
  ];
  index(world, store, record);
}

/** Leaves out the versions that the search index has left behind. */
function settledVersions(world: HubSpotWorld, record: CrmRecord, now: EpochMs): CrmRecord['versions'] {
  const newestSettled = record.versions.findLastIndex(
    ({ writtenAt }) => writtenAt + world.switches.searchIndexLagMs <= now,
  );
  return newestSettled <= 0 ? record.versions : record.versions.slice(newestSettled);
}

export function archiveRecord(store: ObjectStore, record: CrmRecord, at: EpochMs): void {
  unindex(store, record);
  store.live.delete(record.id);
  store.archived.set(record.id, record);
  record.archivedAt = at;
  record.updatedAt = at;
  store.sortedLiveIds = null;
  store.sortedArchivedIds = null;
}

export function restoreRecord(world: HubSpotWorld, store: ObjectStore, record: CrmRecord, at: EpochMs): void {
  store.archived.delete(record.id);
  store.live.set(record.id, record);
  record.archivedAt = null;
  record.updatedAt = at;
  store.sortedLiveIds = null;
  store.sortedArchivedIds = null;
  index(world, store, record);
}

/** Removes a record for good, live or archived. */
export function purgeRecord(store: ObjectStore, record: CrmRecord): void {
  unindex(store, record);
  store.live.delete(record.id);
  store.archived.delete(record.id);
  store.sortedLiveIds = null;
  store.sortedArchivedIds = null;
}

const dayMs = 86_400_000;

/** Removes for good what was archived longer ago than archived records are kept. */
export function forgetExpired(world: HubSpotWorld, store: ObjectStore): void {
  const { archivedKeptDays } = world.switches;
  if (archivedKeptDays === null) return;
  const keptSince = world.clock.now() - archivedKeptDays * dayMs;
  for (const record of store.archived.values()) {
    if ((record.archivedAt ?? keptSince) < keptSince) purgeRecord(store, record);
  }
}

/** Ids in ascending numeric order. */
export function sortedIds(store: ObjectStore, archived: boolean): readonly string[] {
  const sort = (records: ReadonlyMap<string, CrmRecord>): readonly string[] =>
    [...records.keys()].sort((left, right) => Number(left) - Number(right));
  if (archived) return (store.sortedArchivedIds ??= sort(store.archived));
  return (store.sortedLiveIds ??= sort(store.live));
}
