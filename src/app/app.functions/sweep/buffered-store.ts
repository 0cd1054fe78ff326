import type { StateRecord, StateStore, StoredRecord } from '../sync/ports.ts';

/**
 * A state store for webinars that are synced together: what each would read, write or remove by itself goes to HubSpot
 * with one call for all. What was written is seen by whoever reads, and lost with the process: then the webinars are
 * simply synced again.
 */
export interface BufferedStore extends StateStore {
  /** Reads keys ahead, so that reading them costs nothing. */
  prefetch(keys: readonly string[]): Promise<void>;
  /** Creates records ahead; `create` then answers what came of it, once. */
  primeCreate(records: readonly StateRecord[]): Promise<void>;
  held(): readonly StateRecord[];
  heldCharacterCount(): number;
  /** Records that go with the flush. */
  uselessCount(): number;
  /**
   * Writes what is held, then `more`, then removes what is of no use.
   *
   * @throws whatever writing throws; removing is tried and not insisted on
   */
  flush(more: readonly StateRecord[], uselessIds?: readonly string[]): Promise<void>;
  /** Gives up what is held, and takes back what was created for it. */
  drop(): Promise<void>;
}

/** Of the whole account rather than of a webinar: they do not change within a step, or nobody minds. */
const sharedKey = /^(setup|settings|facts)(:|$)/;
const heldIdPrefix = 'held:';

export function createBufferedStore(base: StateStore): BufferedStore {
  /** Undefined: HubSpot has no such record. */
  const known = new Map<string, StoredRecord | undefined>();
  const held = new Map<string, StateRecord>();
  const removedIds = new Set<string>();
  const primed = new Map<string, string | null>();
  const usedIds = new Set<string>();

  const readBase = async (keys: readonly string[], isWorthKnowing: (key: string) => boolean) => {
    if (keys.length === 0) return;
    const found = await base.read(keys);
    for (const key of keys) if (isWorthKnowing(key)) known.set(key, found.get(key));
    return found;
  };

  const removeUnused = (): readonly string[] => {
    const ids = [...primed.values()].filter((id) => id !== null);
    primed.clear();
    return ids;
  };

  return {
    async prefetch(keys) {
      await readBase(
        keys.filter((key) => !known.has(key) && !held.has(key)),
        () => true,
      );
    },
    async primeCreate(records) {
      if (records.length === 0) return;
      const created = await base.createAll(records);
      for (const { key } of records) primed.set(key, created.get(key) ?? null);
    },
    held: () => [...held.values()],
    uselessCount: () => removedIds.size + [...primed.values()].filter((id) => id !== null).length,
    heldCharacterCount: () => [...held.values()].reduce((sum, { payload }) => sum + payload.length, 0),

    async read(keys) {
      const elsewhere = keys.filter((key) => !held.has(key) && !known.has(key));
      const fresh = await readBase(elsewhere, (key) => sharedKey.test(key));
      const entries = keys.flatMap((key): (readonly [string, StoredRecord])[] => {
        const own = held.get(key);
        if (own !== undefined) return [[key, { ...own, recordId: `${heldIdPrefix}${key}` }]];
        const record = known.get(key) ?? fresh?.get(key);
        return record === undefined || removedIds.has(record.recordId) ? [] : [[key, record]];
      });
      return new Map(entries);
    },
    async create(record) {
      const id = primed.get(record.key);
      if (id === undefined) {
        known.delete(record.key);
        const created = await base.create(record);
        if (created !== null) usedIds.add(created);
        return created;
      }
      primed.delete(record.key);
      if (id !== null) usedIds.add(id);
      return id;
    },
    createAll: (records) => base.createAll(records),
    async write(records) {
      for (const record of records) held.set(record.key, record);
      return new Map(records.map(({ key }) => [key, `${heldIdPrefix}${key}`]));
    },
    // Their calls are shared by many webinars, and counted by the sweep.
    countWriteCalls: () => 0,
    async remove(recordIds) {
      for (const recordId of recordIds) {
        if (recordId.startsWith(heldIdPrefix)) held.delete(recordId.slice(heldIdPrefix.length));
        else removedIds.add(recordId);
      }
    },
    listNewest: (kind, limit, before) => base.listNewest(kind, limit, before),
    listOld: (ages, limit) => base.listOld(ages, limit),

    async flush(more, uselessIds = []) {
      const records = [...held.values(), ...more];
      if (records.length > 0) await base.write(records);
      const ids = [...new Set([...removedIds, ...removeUnused(), ...uselessIds])];
      const written = new Set(records.map(({ key }) => key));
      for (const [key, record] of [...known]) {
        // A written record is read anew, because its id is not known; a removed one is gone.
        if (written.has(key) || (record !== undefined && removedIds.has(record.recordId))) known.delete(key);
      }
      held.clear();
      removedIds.clear();
      usedIds.clear();
      try {
        if (ids.length > 0) await base.remove(ids);
      } catch {
        // They are in nobody's way; leases run out by themselves.
      }
    },
    async drop() {
      const ids = [...usedIds, ...removeUnused()];
      held.clear();
      removedIds.clear();
      usedIds.clear();
      known.clear();
      if (ids.length > 0) await base.remove(ids);
    },
  };
}
