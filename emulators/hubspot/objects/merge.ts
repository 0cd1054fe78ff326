import { moveAssociations } from '../associations.ts';
import type { CrmRecord, HubSpotWorld, ObjectStore } from '../entities.ts';
import { problems } from '../errors.ts';
import { catalogueOf, contactTypeId } from '../object-types.ts';
import { foldEmail } from '../properties/values.ts';
import { changeRecord, purgeRecord, secondaryEmailsOf } from './store.ts';

const join = (...lists: readonly (readonly string[])[]): string =>
  [...new Set(lists.flat())].filter((item) => item !== '').join(';');

function handOverTimeline(world: HubSpotWorld, formerId: string, newId: string): void {
  for (const byContact of world.attendance.values()) {
    const entries = byContact.get(formerId);
    if (entries === undefined) continue;
    byContact.delete(formerId);
    if (world.switches.mergedParticipations === 'lost') continue;
    const all = [...(byContact.get(newId) ?? []), ...entries.map((entry) => ({ ...entry, contactId: newId }))];
    byContact.set(
      newId,
      all.sort((left, right) => left.sequence - right.sequence),
    );
  }
  for (const [position, occurrence] of world.eventOccurrences.entries()) {
    if (occurrence.contactId === formerId) world.eventOccurrences[position] = { ...occurrence, contactId: newId };
  }
}

/**
 * Merges one record into another. The survivor keeps its values, gains those it lacked, the other's addresses as
 * secondary ones, its timeline and its associations; the other id is gone without being archived.
 *
 * @throws Problem 404 when one of them is not live, 400 when they are the same
 */
export function mergeRecords(
  world: HubSpotWorld,
  store: ObjectStore,
  ids: { readonly primaryObjectId: string; readonly objectIdToMerge: string },
): CrmRecord {
  const primary = store.live.get(ids.primaryObjectId);
  const merged = store.live.get(ids.objectIdToMerge);
  if (primary === undefined) throw problems.objectNotFound(ids.primaryObjectId);
  if (merged === undefined) throw problems.objectNotFound(ids.objectIdToMerge);
  if (primary === merged) throw problems.validation('A record cannot be merged with itself.');

  const definitions = catalogueOf(world, store.type).properties;
  const gained = Object.fromEntries(
    Object.entries(merged.properties).filter(
      ([name]) => (primary.properties[name] ?? '') === '' && definitions.get(name)?.calculated !== true,
    ),
  );
  const former = primary.properties['hs_merged_object_ids'] ?? '';
  const values: Record<string, string> = {
    ...gained,
    hs_merged_object_ids: join(former.split(';'), (merged.properties['hs_merged_object_ids'] ?? '').split(';'), [
      merged.id,
    ]),
  };
  if (store.type.id === contactTypeId) {
    const email = primary.properties['email'] ?? gained['email'] ?? '';
    const others = [
      ...secondaryEmailsOf(primary.properties),
      ...secondaryEmailsOf(merged.properties),
      merged.properties['email'] ?? '',
    ];
    values['hs_additional_emails'] = join(others.filter((address) => address !== email));
    values['hs_all_contact_vids'] = join(
      (primary.properties['hs_all_contact_vids'] ?? primary.id).split(';'),
      (merged.properties['hs_all_contact_vids'] ?? merged.id).split(';'),
    );
  }
  purgeRecord(store, merged);
  store.mergedInto.set(merged.id, primary.id);
  if (store.type.id === contactTypeId) handOverTimeline(world, merged.id, primary.id);
  moveAssociations(world, store.type.id, merged.id, primary.id);
  changeRecord(world, store, primary, values, { at: world.clock.now(), sourceType: 'MERGE_OBJECTS' });
  return primary;
}

/** Deletes a contact for privacy and blocks its addresses. @throws Problem 404 for an unknown id */
export function gdprDelete(
  world: HubSpotWorld,
  store: ObjectStore,
  target: { readonly objectId: string; readonly idProperty?: string | null | undefined },
): void {
  const byEmail = target.idProperty === 'email';
  const email = foldEmail(target.objectId);
  const id = byEmail
    ? (store.uniqueValues.get('email')?.get(email) ?? store.secondaryEmails.get(email))
    : target.objectId;
  const record = id === undefined ? undefined : (store.live.get(id) ?? store.archived.get(id));
  if (record === undefined) {
    if (!byEmail) throw problems.objectNotFound(target.objectId);
    world.blockedEmails.add(email);
    return;
  }
  if (world.switches.gdprDeletedEmail === 'blocked') {
    const addresses = [record.properties['email'] ?? '', ...secondaryEmailsOf(record.properties)];
    for (const address of addresses) if (address !== '') world.blockedEmails.add(address);
  }
  purgeRecord(store, record);
  for (const byContact of world.attendance.values()) byContact.delete(record.id);
  const kept = world.eventOccurrences.filter(({ contactId }) => contactId !== record.id);
  world.eventOccurrences.length = 0;
  for (const occurrence of kept) world.eventOccurrences.push(occurrence);
}
