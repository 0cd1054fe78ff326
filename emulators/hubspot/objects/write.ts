import type { CrmRecord, HubSpotWorld, ObjectStore } from '../entities.ts';
import { problems } from '../errors.ts';
import { catalogueOf, contactTypeId } from '../object-types.ts';
import { checkValues } from '../properties/values.ts';
import {
  changeRecord,
  findArchivedByUniqueValue,
  findBySecondaryEmail,
  findByUniqueValue,
  forgetExpired,
  insertRecord,
  isUniqueProperty,
  secondaryEmailsOf,
} from './store.ts';

/** Unique values that earlier rows of the same request take: `property|value` → record id. */
export type Claims = Map<string, string>;

/** A write that passed every check and has not happened yet. */
export interface PlannedWrite {
  readonly id: string;
  readonly existing: CrmRecord | null;
  readonly values: Readonly<Record<string, string>>;
}

export interface WriteContext {
  readonly store: ObjectStore;
  readonly claims: Claims;
  /** 2026-09 paths enforce what an admin made required. */
  readonly isDated: boolean;
  readonly appId: number;
}

function refuseMissing(world: HubSpotWorld, context: WriteContext, values: Readonly<Record<string, string>>): void {
  const { type } = context.store;
  const isMissing = (name: string): boolean => (values[name] ?? '') === '';
  const missing = type.requiredProperties.filter(isMissing);
  if (missing.length > 0) throw problems.requiredPropertiesNotSet(type.messageName, missing);
  if (!context.isDated) return;
  const missingForAdmin = (world.requiredByAdmin.get(type.id) ?? []).filter(isMissing);
  if (missingForAdmin.length > 0) throw problems.requiredByAdmin(missingForAdmin);
}

function refuseTaken(
  world: HubSpotWorld,
  context: WriteContext,
  id: string,
  values: Readonly<Record<string, string>>,
): void {
  const { store, claims } = context;
  const isContact = store.type.id === contactTypeId;
  const claimed: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === '' || !isUniqueProperty(world, store.type, name)) continue;
    const isEmail = isContact && name === 'email';
    if (isEmail && world.blockedEmails.has(value)) throw problems.emailBlocked();
    const holder = claims.get(`${name}|${value}`) ?? findByUniqueValue(store, name, value)?.id;
    if (holder !== undefined && holder !== id && isEmail) throw problems.contactExists(holder);
    const held = !isEmail && world.switches.archivedUniqueValue === 'held';
    if (held) forgetExpired(world, store);
    const otherHolder = isEmail
      ? findBySecondaryEmail(store, value)?.id
      : (holder ?? (held ? findArchivedByUniqueValue(store, name, value)?.id : undefined));
    if (otherHolder !== undefined && otherHolder !== id) {
      const isCreation = !store.live.has(id);
      if (!isEmail && isCreation && world.switches.uniqueValueConflict === 'existing-id') {
        throw problems.recordExists(store.type.messageName, otherHolder);
      }
      throw problems.valueTaken({
        portalId: world.account.portalId,
        objectTypeId: store.type.id,
        property: name,
        value,
        newId: id,
        ownerId: otherHolder,
      });
    }
    claimed.push(`${name}|${value}`);
  }
  for (const claim of claimed) claims.set(claim, id);
}

/** A secondary address that becomes the primary one trades places with it. */
function withPromotedEmail(existing: CrmRecord, values: Record<string, string>): Record<string, string> {
  const email = values['email'];
  const secondaries = secondaryEmailsOf(existing.properties);
  if (email === undefined || !secondaries.includes(email)) return values;
  const former = existing.properties['email'] ?? '';
  const rest = secondaries.filter((address) => address !== email);
  return { ...values, hs_additional_emails: (former === '' ? rest : [...rest, former]).join(';') };
}

/**
 * Checks a new record completely.
 *
 * @throws Problem 400 for wrong or missing values and for values that another record holds (with the id that the new
 *         record would have had), 409 for a contact whose e-mail exists
 */
export function planCreate(
  world: HubSpotWorld,
  context: WriteContext,
  wanted: Readonly<Record<string, unknown>>,
): PlannedWrite {
  const { values, found } = checkValues(world, catalogueOf(world, context.store.type).properties, wanted, {});
  if (found.length > 0) throw problems.propertyValues(found);
  refuseMissing(world, context, values);
  const id = world.nextObjectId();
  refuseTaken(world, context, id, values);
  return { id, existing: null, values };
}

/** Checks a change completely. @throws Problem as {@link planCreate} */
export function planUpdate(
  world: HubSpotWorld,
  context: WriteContext,
  existing: CrmRecord,
  wanted: Readonly<Record<string, unknown>>,
): PlannedWrite {
  const definitions = catalogueOf(world, context.store.type).properties;
  const { values, found } = checkValues(world, definitions, wanted, existing.properties);
  if (found.length > 0) throw problems.propertyValues(found);
  refuseTaken(world, context, existing.id, values);
  const promoted = context.store.type.id === contactTypeId ? withPromotedEmail(existing, { ...values }) : values;
  return { id: existing.id, existing, values: promoted };
}

export function applyWrite(world: HubSpotWorld, context: WriteContext, planned: PlannedWrite): CrmRecord {
  const source = { at: world.clock.now(), sourceType: 'INTEGRATION', sourceId: String(context.appId) };
  if (planned.existing !== null) {
    changeRecord(world, context.store, planned.existing, planned.values, source);
    return planned.existing;
  }
  const isContact = context.store.type.id === contactTypeId;
  const values = isContact ? { lifecyclestage: 'lead', ...planned.values } : planned.values;
  return insertRecord(world, context.store, { id: planned.id, values, ...source });
}
