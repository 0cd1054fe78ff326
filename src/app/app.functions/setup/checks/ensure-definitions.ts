import type { Instant } from '../../domain/instant.ts';
import { stateObject } from '../../hubspot/definitions.ts';
import type { HubSpotApi } from '../../hubspot/hubspot-api.ts';
import { readStateObject, stateObjectIdsOfThisProcess, type StoredStateObject } from '../../hubspot/state-object.ts';
import { createStateStore } from '../../hubspot/state-store.ts';
import { ensureAccount } from '../ensure-account.ts';
import { ensureCallProperties } from '../ensure-call-properties.ts';
import { ensureContactProperties } from '../ensure-contact-properties.ts';
import { ensureEventDefinitions } from '../ensure-event-definitions.ts';
import { ensureStateObject } from '../ensure-state-object.ts';
import { parseSetupRecord, setupRecordKey, toSetupRecord } from '../setup-record.ts';

/**
 * Creates what the account lacks of the app's own things. Looks at each of them: what a finished set-up has created, a
 * person may have deleted since. Writes nothing when nothing is missing.
 *
 * @returns the names of what was created or completed just now
 * @throws IntegrationError as {@link ensureAccount} does
 */
export async function ensureDefinitions(api: HubSpotApi, now: Instant): Promise<readonly string[]> {
  const object = await readStateObject(api);
  const isDone = object !== null && (await hasSetupRecord(api, object));
  return isDone ? completeAccount(api, object, now) : (await ensureAccount({ api, now, setupRecord: null })).created;
}

async function hasSetupRecord(api: HubSpotApi, { objectTypeId }: StoredStateObject): Promise<boolean> {
  const found = await createStateStore(api, objectTypeId).read([setupRecordKey]);
  return parseSetupRecord(found.get(setupRecordKey)) !== null;
}

async function completeAccount(api: HubSpotApi, object: StoredStateObject, now: Instant): Promise<readonly string[]> {
  const { objectTypeId, isChanged } = await ensureStateObject(api, object, stateObjectIdsOfThisProcess);
  const [ofContacts, ofCalls, events] = await Promise.all([
    ensureContactProperties(api),
    ensureCallProperties(api),
    ensureEventDefinitions(api, { isFirstTime: false }),
  ]);
  const created = [...(isChanged ? [stateObject.name] : []), ...ofContacts, ...ofCalls, ...events.created];
  // A definition that was made again may have another full name.
  if (created.length > 0) await createStateStore(api, objectTypeId).write([toSetupRecord(events.eventNames, now)]);
  return created;
}
