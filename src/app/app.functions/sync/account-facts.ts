import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Instant } from '../domain/instant.ts';
import type { AccountUserGateway, AddressPage, DeletedContactGateway } from './account-ports.ts';
import { hashJson } from './hashes.ts';
import type { StateRecord, StateStore, StoredRecord } from './ports.ts';

/** What is known of a whole HubSpot account and decides who may be synced. Addresses are in lower case. */
export interface AccountFacts {
  isAccountUser(address: string): boolean;
  /** Which of the addresses, which no contact has, a deleted contact had. At most a hundred. */
  findDeleted(addresses: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Key of the record with what was read last; worth reading along with a step's own keys. */
export const factsRecordKey = 'facts';

/** Reads the facts, over several steps where there is much to read. */
export interface AccountFactsReader {
  /**
   * @param shouldStop - asked before each call
   * @returns null when time was up first
   * @throws IntegrationError; without the facts nobody may be synced
   */
  read(shouldStop: () => boolean): Promise<AccountFacts | null>;
  /** What the next step needs and is in no record yet. Each is given once. */
  takeRecords(): readonly StateRecord[];
}

const minuteMs = 60_000;
/** A new colleague or a deletion is noticed after so long at the latest. */
const usersFreshMs = 10 * minuteMs;
const deletedFreshMs = 5 * minuteMs;
/** That HubSpot finds deleted contacts by address will not change often. */
const lookupFreshMs = 24 * 60 * minuteMs;
/** Where so many pages were not the end of the deleted contacts, asking for addresses is worth a try. */
const pagesBeforeLookup = 5;
/** Hashes that stay in the head record; more go into records of their own. */
const inlineHashesMax = 2_000;
const hashLength = 8;

const listShape = z.object({
  startedAt: z.number(),
  generation: z.number(),
  after: z.nullable(z.string()),
  isDone: z.boolean(),
  pageCount: z.number(),
  /** Hashes of addresses, without separators. */
  inline: z.string(),
  /** Of the records with more hashes: two syncs that read the list at the same time write records of one name. */
  digests: z.array(z.string()),
});
const headShape = z.object({
  v: z.literal(1),
  users: listShape,
  deleted: listShape,
  /** Since when lookups of deleted contacts by address are known to work; null when they are not. */
  lookupSince: z.nullable(z.number()),
});

type ListName = 'users' | 'deleted';
type ListState = z.infer<typeof listShape>;
type Head = z.infer<typeof headShape>;

const emptyList: ListState = {
  startedAt: 0,
  generation: 0,
  after: null,
  isDone: false,
  pageCount: 0,
  inline: '',
  digests: [],
};
const emptyHead: Head = { v: 1, users: emptyList, deleted: emptyList, lookupSince: null };

/**
 * Users of the account and addresses of deleted contacts, as hashes. Deleted contacts are listed; where there are too
 * many, HubSpot is asked for single addresses, if it was seen to find any that way, because no page says that it does.
 */
export function createAccountFactsReader(parts: {
  readonly store: Pick<StateStore, 'read'>;
  readonly users: AccountUserGateway;
  readonly deletedContacts: DeletedContactGateway;
  /** The record under {@link factsRecordKey} as just read. */
  readonly record: StoredRecord | undefined;
  now(): Instant;
}): AccountFactsReader {
  const { store, users, deletedContacts, now } = parts;
  let head = parseHead(parts.record?.payload);
  const unsaved = new Map<string, StateRecord>();
  /** Hashes by the key of their record, so that what was just read is not read again. */
  const atHand = new Map<string, string>();
  let reading: Promise<AccountFacts | null> | null = null;

  const keep = (key: string, payload: string): void => {
    const summary = 'Users and deleted contacts of this account, as hashes';
    unsaved.set(key, { key, kind: 'facts', payload, version: 1, status: 'kept', occurredAt: now(), summary });
  };

  const change = (name: ListName, by: Partial<ListState>): void => {
    head = { ...head, [name]: { ...head[name], ...by } };
  };

  async function readList(
    name: ListName,
    readPage: (after: string | null) => Promise<AddressPage>,
    shouldStop: () => boolean,
    mayEndEarly: (page: AddressPage) => Promise<boolean>,
  ): Promise<void> {
    while (!head[name].isDone && !shouldStop()) {
      const page = await readPage(head[name].after);
      const inline = head[name].inline + page.addresses.map(hashAddress).join('');
      change(name, { inline, after: page.after, isDone: page.after === null, pageCount: head[name].pageCount + 1 });
      if (!head[name].isDone && (await mayEndEarly(page))) change(name, { isDone: true, inline: '', digests: [] });
    }
    if (head[name].inline.length > inlineHashesMax * hashLength) {
      const { generation, digests, inline } = head[name];
      const pieces = cut(inline);
      for (const [index, piece] of pieces.entries()) {
        const key = hashesKey(name, generation, digests.length + index);
        atHand.set(key, piece);
        keep(key, piece);
      }
      change(name, { inline: '', digests: [...digests, ...pieces.map(hashJson)] });
    }
  }

  const restart = (name: ListName): void =>
    change(name, { ...emptyList, startedAt: now(), generation: (head[name].generation + 1) % 2 });
  const isOlderThan = (ms: number, startedAt: Instant): boolean => now() - startedAt > ms;

  /** @returns null when HubSpot does not give all records back as they were: the list is read anew then, by the next step */
  async function loadHashes(name: ListName): Promise<ReadonlySet<string> | null> {
    const { generation, digests, inline } = head[name];
    const keys = digests.map((_, index) => hashesKey(name, generation, index));
    const missing = keys.filter((key) => !atHand.has(key));
    const records = missing.length === 0 ? new Map<string, StoredRecord>() : await store.read(missing);
    const pieces = keys.map((key) => atHand.get(key) ?? records.get(key)?.payload ?? '');
    if (pieces.some((piece, index) => hashJson(piece) !== digests[index])) {
      restart(name);
      keep(factsRecordKey, JSON.stringify(head));
      return null;
    }
    return new Set([inline, ...pieces].flatMap(splitHashes));
  }

  async function readAll(shouldStop: () => boolean): Promise<AccountFacts | null> {
    const before = JSON.stringify(head);
    if (isOlderThan(usersFreshMs, head.users.startedAt)) restart('users');
    const isLookupFresh = head.lookupSince !== null && !isOlderThan(lookupFreshMs, head.lookupSince);
    if (!isLookupFresh) {
      head = { ...head, lookupSince: null };
      if (isOlderThan(deletedFreshMs, head.deleted.startedAt)) restart('deleted');
    }
    await readList(
      'users',
      (after) => users.listUserAddresses(after),
      shouldStop,
      () => Promise.resolve(false),
    );
    if (!isLookupFresh) {
      await readList(
        'deleted',
        (after) => deletedContacts.listDeletedAddresses(after),
        shouldStop,
        async ({ addresses }) => {
          if (head.deleted.pageCount !== pagesBeforeLookup) return false;
          const found = await deletedContacts.findDeletedAddresses([...new Set(addresses)].slice(0, 100));
          if (found.length > 0) head = { ...head, lookupSince: now() };
          return found.length > 0;
        },
      );
    }
    if (JSON.stringify(head) !== before) keep(factsRecordKey, JSON.stringify(head));
    if (!head.users.isDone || !head.deleted.isDone) return null;

    const userHashes = await loadHashes('users');
    const mayAsk = head.lookupSince !== null;
    const deletedHashes = mayAsk ? new Set<string>() : await loadHashes('deleted');
    if (userHashes === null || deletedHashes === null) return null;
    return {
      isAccountUser: (address) => userHashes.has(hashAddress(address)),
      findDeleted: async (addresses) =>
        new Set(
          mayAsk
            ? await deletedContacts.findDeletedAddresses(addresses)
            : addresses.filter((address) => deletedHashes.has(hashAddress(address))),
        ),
    };
  }

  return {
    read(shouldStop) {
      reading ??= readAll(shouldStop);
      return reading;
    },
    takeRecords() {
      const records = [...unsaved.values()];
      unsaved.clear();
      return records;
    },
  };
}

const hashesKey = (name: ListName, generation: number, index: number): string =>
  `${factsRecordKey}:${name}:${generation}:${index}`;

const hashAddress = (address: string): string =>
  createHash('sha256').update(`address\n${address}`).digest('base64url').slice(0, hashLength);

const hashesPerRecord = 7_000;

const cut = (hashes: string): readonly string[] =>
  Array.from({ length: Math.ceil(hashes.length / (hashesPerRecord * hashLength)) }, (_, index) =>
    hashes.slice(index * hashesPerRecord * hashLength, (index + 1) * hashesPerRecord * hashLength),
  );

const splitHashes = (text: string): readonly string[] =>
  Array.from({ length: Math.floor(text.length / hashLength) }, (_, index) =>
    text.slice(index * hashLength, (index + 1) * hashLength),
  );

function parseHead(payload: string | undefined): Head {
  if (payload === undefined) return emptyHead;
  try {
    const parsed = z.safeParse(headShape, JSON.parse(payload));
    return parsed.success ? parsed.data : emptyHead;
  } catch {
    return emptyHead;
  }
}
