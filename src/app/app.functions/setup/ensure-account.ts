import type { Instant } from '../domain/instant.ts';
import type { HubSpotApi } from '../hubspot/hubspot-api.ts';
import { stateObject } from '../hubspot/definitions.ts';
import { readStateObject, stateObjectIdsOfThisProcess, type StateObjectCache } from '../hubspot/state-object.ts';
import { createStateStore } from '../hubspot/state-store.ts';
import type { StoredRecord } from '../sync/ports.ts';
import { ensureCallProperties } from './ensure-call-properties.ts';
import { ensureContactProperties } from './ensure-contact-properties.ts';
import { ensureEventDefinitions } from './ensure-event-definitions.ts';
import { ensureStateObject } from './ensure-state-object.ts';
import { parseSetupRecord, setupRecordKey, toSetupRecord, type EventNames } from './setup-record.ts';

/** What the rest of the app needs to know about an account that is set up. */
export interface AccountSetup {
  readonly objectTypeId: string;
  readonly eventNames: EventNames;
}

export interface EnsuredAccount extends AccountSetup {
  /** Names of the properties, event definitions and objects that were created or completed just now. */
  readonly created: readonly string[];
}

export interface EnsureAccountRequest {
  readonly api: HubSpotApi;
  readonly now: Instant;
  /**
   * The record under {@link setupRecordKey}, if the caller has looked: null = there is none. Whoever passes null has
   * everything looked at, even where the record says that it is there.
   */
  readonly setupRecord?: StoredRecord | null;
  readonly stateObjectCache?: StateObjectCache;
}

/**
 * Creates what the account lacks of the app's state object, properties and event definitions, and remembers that it did. What a person or a parallel call has created is left as it is; archived properties come back.
 *
 * An account that is set up costs at most two calls and no write, none when the caller brings the record and this process
 * knows the object; the first time costs twelve. May be repeated and may run in parallel.
 *
 * @throws IntegrationError kind `missing-scope` with the names of the scopes, `conflict` when something of the app's name
 *         but another kind is in the way, and every kind that a call can have
 */
export async function ensureAccount({
  api,
  now,
  setupRecord,
  stateObjectCache: cache = stateObjectIdsOfThisProcess,
}: EnsureAccountRequest): Promise<EnsuredAccount> {
  const mayBeReady = setupRecord === undefined || parseSetupRecord(setupRecord) !== null;
  const cachedTypeId = mayBeReady ? cache.get(api.accountKey) : undefined;
  const listed = cachedTypeId === undefined ? await readStateObject(api, cache) : undefined;

  const objectTypeId = cachedTypeId ?? listed?.objectTypeId;
  if (objectTypeId !== undefined) {
    const known = parseSetupRecord(setupRecord === undefined ? await readSetupRecord(api, objectTypeId) : setupRecord);
    if (known !== null) return { objectTypeId, eventNames: known.eventNames, created: [] };
  }

  const object = listed === undefined ? await readStateObject(api, cache) : listed;
  const ensured = await ensureStateObject(api, object, cache);
  const ofContacts = await ensureContactProperties(api);
  const ofCalls = await ensureCallProperties(api);
  const { eventNames, created: events } = await ensureEventDefinitions(api, { isFirstTime: ensured.isNew });
  await createStateStore(api, ensured.objectTypeId).write([toSetupRecord(eventNames, now)]);
  const objects = ensured.isChanged ? [stateObject.name] : [];
  return {
    objectTypeId: ensured.objectTypeId,
    eventNames,
    created: [...objects, ...ofContacts, ...ofCalls, ...events],
  };
}

async function readSetupRecord(api: HubSpotApi, objectTypeId: string): Promise<StoredRecord | undefined> {
  return (await createStateStore(api, objectTypeId).read([setupRecordKey])).get(setupRecordKey);
}
