import type { CallFailure } from '../../extensions/contract/failure.ts';
import type { ConnectionMemory, OverviewAnswer, ZoomEvents } from '../../extensions/contract/overview.ts';
import type { Settings } from '../../extensions/contract/settings.ts';
import { toIso } from '../domain/instant.ts';
import { isIntegrationError } from '../http/integration-error.ts';
import { readSettingsRecord, settingsKey } from '../settings/settings-store.ts';
import { parseSetupRecord, setupRecordKey } from '../setup/setup-record.ts';
import { emptyMemory, toConnectionMemory } from '../sweep/connection-memory.ts';
import { firstSweepKeys, loadMemory, type Records } from '../sweep/sweep-index.ts';
import type { StateStore } from '../sync/ports.ts';
import { doorsKey, emptyDoors, noEvents, parseDoors, type Doors } from '../webhooks/doors-record.ts';
import type { ZoomConnection } from '../zoom/zoom-connections.ts';
import { findStateStore } from './accounts.ts';
import type { Call } from './handle-call.ts';
import { noParameters, parseParameters } from './parameters.ts';
import type { Vendors } from './vendors.ts';

/**
 * Whether each Zoom account answers, and what the app knows of it. One account that fails does not hide the others.
 *
 * One HubSpot call for an account of usual size, one more for each Zoom account with more than some hundred webinars or
 * some thousand users, and one in a new process; Zoom is asked for a token where none is remembered.
 */
export async function getOverview({ vendors, parameters }: Call): Promise<OverviewAnswer> {
  parseParameters(noParameters, parameters);
  const connections = vendors.connections();
  const [healths, { isSetUp, isSyncOn, memories, doors }] = await Promise.all([
    Promise.all(connections.map(({ name }) => checkConnection(vendors, name))),
    readMemories(vendors, connections),
  ]);
  return {
    ok: true,
    connections: connections.map(({ name, accountId }, place) => ({
      name,
      isPrimary: place === 0,
      memory: memories[place] ?? emptyMemory,
      events: toEvents(doors, accountId),
      ...(healths[place] ?? connected),
    })),
    isSetUp,
    isSyncOn,
    refusedRequestCount: Object.values(doors.refusals).reduce((sum, count) => sum + count, 0),
  };
}

function toEvents({ accounts }: Doors, accountId: string): ZoomEvents {
  const { lastEventAt, lastValidationAt } = accounts[accountId] ?? noEvents;
  return {
    lastEventAt: lastEventAt === null ? null : toIso(lastEventAt),
    lastValidationAt: lastValidationAt === null ? null : toIso(lastValidationAt),
  };
}

type Health = { readonly state: 'connected' } | { readonly state: 'failing'; readonly failure: CallFailure['failure'] };

const connected: Health = { state: 'connected' };

async function checkConnection(vendors: Vendors, name: string): Promise<Health> {
  try {
    await vendors.zoom(name).tokens.readToken();
    return connected;
  } catch (error) {
    if (!isIntegrationError(error)) throw error;
    return { state: 'failing', failure: error.failure };
  }
}

interface Memories {
  readonly isSetUp: boolean;
  readonly isSyncOn: boolean;
  /** In the order of the connections; empty when the app has no memory. */
  readonly memories: readonly ConnectionMemory[];
  readonly doors: Doors;
}

async function readMemories({ hubspot }: Vendors, connections: readonly ZoomConnection[]): Promise<Memories> {
  const store = await findStateStore(hubspot);
  if (store === null) return { isSetUp: false, isSyncOn: false, memories: [], doors: emptyDoors };
  const first = await store.read([
    setupRecordKey,
    settingsKey,
    doorsKey,
    ...connections.flatMap(({ accountId }) => firstSweepKeys(accountId)),
  ]);
  const { settings } = readSettingsRecord(first.get(settingsKey));
  return {
    isSetUp: parseSetupRecord(first.get(setupRecordKey)) !== null,
    isSyncOn: settings.isSyncOn,
    memories: await Promise.all(connections.map(({ accountId }) => readMemory(store, accountId, settings, first))),
    doors: parseDoors(first.get(doorsKey)),
  };
}

async function readMemory(
  store: StateStore,
  accountId: string,
  settings: Settings,
  first: Records,
): Promise<ConnectionMemory> {
  const { memory } = await loadMemory(store, accountId, first);
  return toConnectionMemory(memory, { accountId, settings });
}
