import type { CrmRecord, HubSpotWorld, ObjectStore, PropertyCatalogue } from '../entities.ts';
import { catalogueOf, contactTypeId } from '../object-types.ts';
import { toVendorTime } from '../time.ts';

export interface Requested {
  readonly properties: readonly string[];
  readonly withHistory: readonly string[];
}

/** Names that every answer about a record carries. */
const alwaysReturned = (store: ObjectStore): readonly string[] => [
  store.type.createdProperty,
  'hs_object_id',
  store.type.modifiedProperty,
];

function pick(
  world: HubSpotWorld,
  catalogue: PropertyCatalogue,
  properties: Readonly<Record<string, string>>,
  names: Iterable<string>,
): Record<string, string | null> {
  const picked: Record<string, string | null> = {};
  for (const name of [...new Set(names)].sort()) {
    const definition = catalogue.properties.get(name);
    if (definition?.archivedAt !== null) continue;
    const value = properties[name] ?? null;
    picked[name] = value === '' && world.switches.clearedValue === 'null' ? null : value;
  }
  return picked;
}

function history(record: CrmRecord, names: readonly string[]): Record<string, object[]> {
  return Object.fromEntries(
    names.map((name) => [
      name,
      record.changes
        .filter(({ values }) => values[name] !== undefined)
        .map(({ at, sourceType, sourceId, values }) => ({
          value: values[name],
          timestamp: toVendorTime(at),
          sourceType,
          ...(sourceId === '' ? {} : { sourceId }),
        })),
    ]),
  );
}

function envelope(record: CrmRecord): object {
  return {
    createdAt: toVendorTime(record.createdAt),
    updatedAt: toVendorTime(record.updatedAt),
    archived: record.archivedAt !== null,
    ...(record.archivedAt === null ? {} : { archivedAt: toVendorTime(record.archivedAt) }),
  };
}

/** What a read answers: the requested properties (null without a value), or the type's default ones, and three more. */
export function presentRead(
  world: HubSpotWorld,
  store: ObjectStore,
  record: CrmRecord,
  requested: Requested,
  properties: Readonly<Record<string, string>> = record.properties,
): object {
  const names =
    requested.properties.length > 0 || requested.withHistory.length > 0
      ? [...requested.properties, ...requested.withHistory]
      : store.type.defaultProperties;
  return {
    id: record.id,
    properties: pick(world, catalogueOf(world, store.type), properties, [...alwaysReturned(store), ...names]),
    ...(requested.withHistory.length === 0 ? {} : { propertiesWithHistory: history(record, requested.withHistory) }),
    ...envelope(record),
  };
}

/** What a write answers: what was written and three more, values only. */
export function presentWritten(
  world: HubSpotWorld,
  store: ObjectStore,
  record: CrmRecord,
  written: readonly string[],
  extra: { readonly new?: boolean; readonly objectWriteTraceId?: string | undefined } = {},
): object {
  const derived = store.type.id === contactTypeId && written.includes('email') ? ['hs_email_domain'] : [];
  const picked = pick(world, catalogueOf(world, store.type), record.properties, [
    ...alwaysReturned(store),
    ...written,
    ...derived,
  ]);
  return {
    id: record.id,
    properties: Object.fromEntries(Object.entries(picked).filter(([, value]) => value !== null)),
    ...envelope(record),
    ...(extra.new === undefined ? {} : { new: extra.new }),
    ...(extra.objectWriteTraceId === undefined ? {} : { objectWriteTraceId: extra.objectWriteTraceId }),
  };
}
