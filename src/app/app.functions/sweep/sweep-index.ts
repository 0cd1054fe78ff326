import * as z from 'zod/mini';
import type { Instant } from '../domain/instant.ts';
import { formatSealed, packItems, readSealedOrOlder } from '../sync/payload.ts';
import type { StateRecord, StateStore, StoredRecord } from '../sync/ports.ts';
import type { IndexEntry, WebinarIndex } from './index-entry.ts';
import { newSweepHead, parseSweepHead, sweepKeysOf, type SweepHead } from './sweep-state.ts';
import type { SweepUser, SweepUsers } from './sweep-users.ts';

/** Everything that sweeps of one Zoom account remember. */
export interface SweepMemory {
  readonly head: SweepHead;
  readonly index: WebinarIndex;
  readonly users: SweepUsers;
}

export type Records = ReadonlyMap<string, StoredRecord>;

/** Records of an account of moderate size, so that it is read with one call. */
const recordsGuessed = 4;

/** The keys to begin with, worth reading along with others. */
export function firstSweepKeys(accountId: string): readonly string[] {
  const keys = sweepKeysOf(accountId);
  return [keys.head, ...numbered(recordsGuessed, keys.index), ...numbered(recordsGuessed, keys.users)];
}

export function findHead(accountId: string, records: Records): SweepHead | null {
  const record = records.get(sweepKeysOf(accountId).head);
  return record === undefined ? null : parseSweepHead(record.payload);
}

/**
 * Reads what is missing of the memory. Where records are gone or damaged, the period behind counts as never looked at,
 * so that the next sweep finds everything again.
 *
 * @param first - the records of {@link firstSweepKeys}
 * @returns with all records that belong to it
 */
export async function loadMemory(
  store: StateStore,
  accountId: string,
  first: Records,
): Promise<{ readonly memory: SweepMemory; readonly records: Records }> {
  const keys = sweepKeysOf(accountId);
  const head = findHead(accountId, first) ?? newSweepHead;
  const indexKeys = numbered(head.indexRecordCount, keys.index);
  const userKeys = numbered(head.userRecordCount, keys.users);
  const guessed = new Set(firstSweepKeys(accountId));
  const missing = [...indexKeys, ...userKeys].filter((key) => !guessed.has(key));
  const more: Records = missing.length === 0 ? new Map() : await store.read(missing);
  const records = new Map([...first, ...more]);
  const payloads = (wanted: readonly string[]): readonly string[] =>
    wanted.flatMap((key) => records.get(key)?.payload ?? []);
  const entries = payloads(indexKeys).flatMap((payload) => parseItems<IndexEntry>(payload, entryShape));
  const index = new Map(entries.map((entry) => [entry.webinarId, entry]));
  const listed = payloads(userKeys).flatMap((payload) => parseItems<SweepUser>(payload, userShape));
  const users = new Map(listed.map((user) => [user.userId, user]));
  const covered = index.size < head.webinarCount ? null : head.covered;
  const usersReadAt = users.size < head.userCount ? null : head.usersReadAt;
  return { memory: { head: { ...head, covered, usersReadAt }, index, users }, records };
}

/**
 * The records to write so that the memory is kept: those that differ from the stored ones.
 *
 * @returns also the head that belongs to them
 */
export function toMemoryRecords(
  accountId: string,
  memory: SweepMemory,
  stored: Records,
  now: Instant,
): { readonly head: SweepHead; readonly records: readonly StateRecord[]; readonly uselessIds: readonly string[] } {
  const keys = sweepKeysOf(accountId);
  const byId = <Item>(items: ReadonlyMap<string, Item>): readonly Item[] =>
    [...items].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  const indexPayloads = packItems(byId(memory.index), formatSealed);
  const userPayloads = packItems(byId(memory.users), formatSealed);
  const records = [
    ...indexPayloads.map((payload, number) => toRecord(keys.index(number), payload, 'Webinars that are known', now)),
    ...userPayloads.map((payload, number) => toRecord(keys.users(number), payload, 'Users of the Zoom account', now)),
  ];
  const head: SweepHead = {
    ...memory.head,
    indexRecordCount: indexPayloads.length,
    userRecordCount: userPayloads.length,
    webinarCount: memory.index.size,
    userCount: memory.users.size,
  };
  const used = new Set([keys.head, ...records.map(({ key }) => key)]);
  const isOwn = (key: string): boolean => key.startsWith(`${keys.head}:`);
  const useless = [...stored.values()].filter(({ key }) => isOwn(key) && !used.has(key));
  return {
    head,
    records: records.filter(({ key, payload }) => stored.get(key)?.payload !== payload),
    uselessIds: useless.map(({ recordId }) => recordId),
  };
}

/** Who has a webinar plan, as far as sweeps have asked; null when none has looked. */
export async function readUserPlans(
  store: StateStore,
  accountId: string,
): Promise<ReadonlyMap<string, SweepUser['plan']> | null> {
  const first = await store.read(firstSweepKeys(accountId));
  if (findHead(accountId, first) === null) return null;
  const { memory } = await loadMemory(store, accountId, first);
  return new Map([...memory.users.values()].map(({ userId, plan }) => [userId, plan]));
}

const entryShape = z.array(
  z.looseObject({
    webinarId: z.string(),
    topic: z.string(),
    hostId: z.nullable(z.string()),
    dates: z.array(z.object({ startsAt: z.number(), lengthMinutes: z.number() })),
    instances: z.array(z.looseObject({ uuid: z.string(), startedAt: z.number() })),
    recordings: z.record(z.string(), z.string()),
    sync: z.nullable(z.looseObject({ at: z.number(), knownHash: z.string() })),
  }),
);
const userShape = z.array(
  z.looseObject({ userId: z.string(), email: z.string(), plan: z.enum(['unknown', 'yes', 'no', 'gone']) }),
);

function parseItems<Item>(payload: string, shape: z.ZodMiniType): readonly Item[] {
  const read = readSealedOrOlder(payload);
  return z.safeParse(shape, read).success ? (read as readonly Item[]) : [];
}

function toRecord(key: string, payload: string, summary: string, now: Instant): StateRecord {
  return { key, kind: 'sweep', payload, version: 1, status: 'stored', occurredAt: now, summary };
}

const numbered = (count: number, keyOf: (number: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, number) => keyOf(number));
