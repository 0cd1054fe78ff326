import type { Settings, VersionedSettings } from '../../extensions/contract/settings.ts';
import { toIso, type Instant } from '../domain/instant.ts';
import { IntegrationError, isIntegrationError, toFailure } from '../http/integration-error.ts';
import type { StateRecord, StateStore, StoredRecord } from '../sync/ports.ts';
import { formatSettings, isTooLarge, parseSettings } from './parse-settings.ts';
import { settingsOfNobody } from './stored-settings.ts';

/*
 * Every save makes a record `settings:<version>`; since keys are unique, of several who save the same version one
 * does. The record `settings`, the head, is a copy of the newest version, so that a sync finds it with the other records
 * that it reads. A saver who is killed in between leaves the head behind; whoever reads the newest settings brings it up.
 */

/** Key of the record that a sync reads along with its own. */
export const settingsKey = 'settings';

/** Older ones are removed. */
export const versionsKept = 20;

const versionPrefix = 'settings:';
const toVersionKey = (version: number): string => `${versionPrefix}${version}`;

/** How many versions one look reaches. */
const versionsPerRead = 10;

/**
 * The settings of the head that was read along with other records, possibly one save behind.
 *
 * @returns what is in force when nothing was saved, also for a damaged record: nothing is synced
 * @throws IntegrationError reason `settings-too-new`
 */
export function readSettingsRecord(record: StateRecord | undefined): VersionedSettings {
  if (record === undefined) return { settings: settingsOfNobody, version: 0, savedAt: null };
  const parsed = parseSettings(record.payload);
  if (parsed.kind === 'too-new') throw tooNew();
  return {
    settings: parsed.kind === 'settings' ? parsed.settings : settingsOfNobody,
    version: toVersion(record.version),
    savedAt: record.occurredAt === null ? null : toIso(record.occurredAt),
  };
}

const toVersion = (version: number): number => (Number.isSafeInteger(version) && version > 0 ? version : 0);

function tooNew(): IntegrationError {
  const call = { system: 'app', operation: 'read the settings' } as const;
  return new IntegrationError(toFailure(call, 'rejected', { cause: 'settings-too-new' }));
}

/**
 * The settings that were saved last. Brings the head up where it is behind, gone or damaged. Two calls where it is not.
 *
 * @throws IntegrationError reason `settings-too-new`, and whatever the store throws
 */
export async function readNewestSettings(store: StateStore): Promise<VersionedSettings> {
  const head = (await store.read([settingsKey])).get(settingsKey);
  const isSound = head !== undefined && parseSettings(head.payload).kind !== 'damaged' && toVersion(head.version) > 0;
  const newest = isSound ? await findNewer(store, head.version) : await findWithoutHead(store, head);
  return readSettingsRecord(newest === null ? head : await settleHead(store, newest));
}

/** @returns the last of the next few versions, or null when no later version than this one was saved */
async function findNewer(store: StateStore, version: number): Promise<StoredRecord | null> {
  const keys = Array.from({ length: versionsPerRead }, (_, index) => toVersionKey(version + 1 + index));
  const found = await store.read(keys);
  const end = keys.findIndex((key) => !found.has(key));
  const last = keys[(end === -1 ? keys.length : end) - 1];
  return last === undefined ? null : (found.get(last) ?? null);
}

/** The list of records may lag some seconds behind, hence the look at what is newer than its newest. */
async function findWithoutHead(store: StateStore, head: StoredRecord | undefined): Promise<StoredRecord | null> {
  const listed = (await store.listNewest('settings', versionsKept + 1)).filter(({ key }) => key !== settingsKey);
  const versions = [toVersion(head?.version ?? 0), ...listed.map(({ key }) => readVersion(key))];
  const known = Math.max(...versions);
  const record = known === 0 ? undefined : (await store.read([toVersionKey(known)])).get(toVersionKey(known));
  return (await findNewer(store, known)) ?? record ?? null;
}

const readVersion = (key: string): number =>
  key.startsWith(versionPrefix) ? toVersion(Number(key.slice(versionPrefix.length))) : 0;

/**
 * Makes the head a copy of the newest version. There may be more than one look has found, and a save that came meanwhile
 * may have written the head before this one did; so whoever writes it looks again.
 *
 * @returns the version that the head is now
 */
async function settleHead(store: StateStore, newest: StateRecord): Promise<StateRecord> {
  let latest: StateRecord | null = newest;
  let settled = newest;
  while (latest !== null) {
    settled = latest;
    const { kind, payload, version, status, occurredAt, summary } = settled;
    await store.write([{ key: settingsKey, kind, payload, version, status, occurredAt, summary }]);
    latest = await findNewer(store, version);
  }
  return settled;
}

export type WrittenSettings =
  | { readonly kind: 'written'; readonly saved: VersionedSettings }
  /** Somebody else has saved this version. */
  | { readonly kind: 'taken' }
  /** A record does not hold so much. */
  | { readonly kind: 'too-large' };

/**
 * Saves settings as the version after `baseVersion`. When this throws, they may be saved or not.
 *
 * @param baseVersion - the newest version, as just read
 * @throws IntegrationError whatever the store throws
 */
export async function writeSettings(
  store: StateStore,
  settings: Settings,
  baseVersion: number,
  now: Instant,
): Promise<WrittenSettings> {
  const record = toSettingsRecord(settings, baseVersion + 1, now);
  if (isTooLarge(settings)) return { kind: 'too-large' };
  if ((await store.create(record)) === null) return { kind: 'taken' };
  await settleHead(store, record);
  await removeOld(store, record.version);
  return { kind: 'written', saved: { settings, version: record.version, savedAt: toIso(now) } };
}

function toSettingsRecord(settings: Settings, version: number, now: Instant): StateRecord {
  const users = Object.keys(settings.users).length;
  return {
    key: toVersionKey(version),
    kind: 'settings',
    payload: formatSettings(settings),
    version,
    status: settings.isSyncOn ? 'on' : 'off',
    occurredAt: now,
    summary: `Sync is ${settings.isSyncOn ? 'on' : 'off'}. Settings of single users: ${users}.`,
  };
}

async function removeOld(store: StateStore, version: number): Promise<void> {
  // More than one at a time, because a saver may be killed before it has removed its own.
  const firstKept = version - versionsKept + 1;
  const keys = Array.from({ length: versionsPerRead }, (_, index) => firstKept - 1 - index)
    .filter((old) => old > 0)
    .map(toVersionKey);
  if (keys.length === 0) return;
  try {
    const old = await store.read(keys);
    if (old.size > 0) await store.remove([...old.values()].map(({ recordId }) => recordId));
  } catch (error) {
    // The settings are saved; the next save cleans up.
    if (!isIntegrationError(error)) throw error;
  }
}
