import {
  defaultSettings,
  defaultUserSettings,
  type Settings,
  type UserSettings,
} from '../../../src/app/extensions/contract/settings.ts';
import type { StateRecord, StateStore, StoredRecord } from '../../../src/app/app.functions/sync/ports.ts';

export const someSettings = (changes: Partial<Settings> = {}): Settings => ({
  ...defaultSettings,
  isSyncOn: true,
  ...changes,
});

export const someUserSettings = (changes: Partial<UserSettings> = {}): UserSettings => ({
  ...defaultUserSettings,
  ...changes,
});

export class Killed extends Error {}

/** A state store in memory with unique keys. */
export interface MemoryStore {
  readonly store: StateStore;
  readonly records: Map<string, StoredRecord>;
  /** `read`, `create settings:1`, … in their order. */
  readonly calls: string[];
  put(record: StateRecord): void;
  /**
   * From now on only so many writes work; the next one throws.
   *
   * @param hasEffect - whether that one takes place all the same
   */
  killAtWrite(writesLeft: number, hasEffect: boolean): void;
  revive(): void;
  /** Runs before the next call of that name takes place. */
  before(call: string, happens: () => Promise<void> | void): void;
}

export function createMemoryStore(): MemoryStore {
  const records = new Map<string, StoredRecord>();
  const calls: string[] = [];
  const happenings = new Map<string, () => Promise<void> | void>();
  let writesLeft = Number.POSITIVE_INFINITY;
  let hasLastEffect = false;
  let recordCount = 0;

  async function enter(call: string): Promise<void> {
    const happens = happenings.get(call);
    happenings.delete(call);
    await happens?.();
    calls.push(call);
  }

  async function write<Result>(call: string, effect: () => Result): Promise<Result> {
    await enter(call);
    if (writesLeft === 0) {
      if (hasLastEffect) effect();
      throw new Killed(call);
    }
    writesLeft -= 1;
    return effect();
  }

  function put(record: StateRecord): string {
    const recordId = records.get(record.key)?.recordId ?? `id-${++recordCount}`;
    records.set(record.key, { ...record, recordId });
    return recordId;
  }

  const store: StateStore = {
    async read(keys) {
      await enter('read');
      return new Map([...records].filter(([key]) => keys.includes(key)));
    },
    create: (record) => write(`create ${record.key}`, () => (records.has(record.key) ? null : put(record))),
    createAll: () => Promise.reject(new Error('nobody should have asked')),
    write: (written) =>
      write(
        `write ${written.map(({ key }) => key).join(' ')}`,
        () => new Map(written.map((each) => [each.key, put(each)])),
      ),
    countWriteCalls: () => 1,
    remove: (recordIds) =>
      write('remove', () => {
        for (const { key, recordId } of [...records.values()]) if (recordIds.includes(recordId)) records.delete(key);
      }),
    async listNewest(kind, limit, before = Number.POSITIVE_INFINITY) {
      await enter('list');
      return [...records.values()]
        .filter((record) => record.kind === kind && (record.occurredAt ?? 0) < before)
        .sort((one, other) => (other.occurredAt ?? 0) - (one.occurredAt ?? 0))
        .slice(0, limit);
    },
    async listOld(ages, limit) {
      await enter('list');
      return [...records.values()]
        .filter(({ kind, occurredAt }) =>
          ages.some(({ kinds, before }) => kinds.includes(kind) && (occurredAt ?? before) < before),
        )
        .slice(0, limit);
    },
  };

  return {
    store,
    records,
    calls,
    put,
    killAtWrite(writes, hasEffect) {
      writesLeft = writes;
      hasLastEffect = hasEffect;
    },
    revive() {
      writesLeft = Number.POSITIVE_INFINITY;
    },
    before: (call, happens) => void happenings.set(call, happens),
  };
}

/** An ID like Zoom's: twenty-two characters that do not compress. */
export function denseId(number: number): string {
  let value = number + 1;
  return Array.from({ length: 22 }, () => {
    value = (value * 48_271) % 2_147_483_647;
    return 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.charAt(value % 64);
  }).join('');
}
