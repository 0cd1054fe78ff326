import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod/mini';
import type { Instant } from '../domain/instant.ts';
import { IntegrationError, toFailure } from '../http/integration-error.ts';
import { tryParseJson } from '../http/json.ts';
import type { RecordKind, StateRecord, StateStore, StoredRecord } from '../sync/ports.ts';
import { isRecordKind } from './definitions.ts';

/** A state store that can be taken along. */
export interface OverlayStateStore extends StateStore {
  /** Everything kept so far, as a text for {@link createOverlayStateStore}. */
  carry(): string;
}

const keptRecord = z.object({
  key: z.string(),
  kind: z.custom<RecordKind>((value) => typeof value === 'string' && isRecordKind(value)),
  payload: z.string(),
  version: z.number(),
  status: z.string(),
  occurredAt: z.nullable(z.number()),
  summary: z.string(),
  activity: z.exactOptional(z.string()),
});
const carriedState = z.object({
  records: z.array(keptRecord),
  removedKeys: z.array(z.string()),
  removedIds: z.array(z.string()),
});

const nothingKept: z.infer<typeof carriedState> = { records: [], removedKeys: [], removedIds: [] };

/** What a caller sends back is not trusted to unpack to a sensible size. */
const unpackedBytesMax = 32 * 1024 * 1024;

const idPrefix = 'overlay:';

/**
 * A state store for dry runs: reads through to `base` and keeps every change to itself, so that nothing is written.
 *
 * @param base - null while the account has no state object yet
 * @param carried - what `carry` of the step before gave; absent at the first step
 * @throws IntegrationError kind `rejected` when `carried` is not such a text
 */
export function createOverlayStateStore(base: StateStore | null, carried: string | undefined): OverlayStateStore {
  const start = carried === undefined ? nothingKept : unpack(carried);
  const kept = new Map<string, StateRecord>(start.records.map((record) => [record.key, record]));
  const removedKeys = new Set<string>(start.removedKeys);
  const removedIds = new Set<string>(start.removedIds);

  const isVisible = ({ key, recordId }: StoredRecord): boolean =>
    !kept.has(key) && !removedKeys.has(key) && !removedIds.has(recordId);

  function keep(record: StateRecord): string {
    kept.set(record.key, record);
    removedKeys.delete(record.key);
    return toId(record);
  }

  async function read(keys: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>> {
    const found = new Map<string, StoredRecord>();
    const elsewhere: string[] = [];
    for (const key of keys) {
      const record = kept.get(key);
      if (record !== undefined) found.set(key, { ...record, recordId: toId(record) });
      else if (!removedKeys.has(key)) elsewhere.push(key);
    }
    const stored = base === null || elsewhere.length === 0 ? [] : (await base.read(elsewhere)).values();
    for (const record of stored) if (isVisible(record)) found.set(record.key, record);
    return found;
  }

  /** So many of the base's records may have to be left out. */
  const hiddenCount = (): number => kept.size + removedKeys.size + removedIds.size;

  function newest(
    stored: readonly StoredRecord[],
    isWanted: (record: StateRecord) => boolean,
    limit: number,
  ): readonly StoredRecord[] {
    const own = [...kept.values()].filter(isWanted).map((record) => ({ ...record, recordId: toId(record) }));
    return [...own, ...stored.filter(isVisible)]
      .sort(
        (one, other) =>
          (other.occurredAt ?? Number.NEGATIVE_INFINITY) - (one.occurredAt ?? Number.NEGATIVE_INFINITY) ||
          compare(one.key, other.key),
      )
      .slice(0, limit);
  }

  return {
    read,

    async create(record) {
      return (await read([record.key])).has(record.key) ? null : keep(record);
    },

    async createAll(records) {
      const taken = await read(records.map(({ key }) => key));
      const free = records.filter(({ key }) => !taken.has(key));
      return new Map(free.map((record) => [record.key, keep(record)]));
    },

    countWriteCalls: () => 0,

    async write(records) {
      return new Map(records.map((record) => [record.key, keep(record)]));
    },

    async remove(recordIds) {
      for (const recordId of recordIds) {
        if (!recordId.startsWith(idPrefix)) {
          removedIds.add(recordId);
          continue;
        }
        // The record may cover one of the base, which must not come to light.
        const key = recordId.slice(idPrefix.length);
        kept.delete(key);
        removedKeys.add(key);
      }
    },

    async listNewest(kind, limit, before) {
      const stored = base === null ? [] : await base.listNewest(kind, limit + hiddenCount(), before);
      return newest(
        stored,
        (record) => record.kind === kind && (before === undefined || isOlder(record, before)),
        limit,
      );
    },

    async listOld(ages, limit) {
      const stored = base === null ? [] : await base.listOld(ages, limit + hiddenCount());
      const isWanted = (record: StateRecord): boolean =>
        ages.some(({ kinds, before }) => kinds.includes(record.kind) && isOlder(record, before));
      return newest(stored, isWanted, limit);
    },

    carry() {
      const state = { records: [...kept.values()], removedKeys: [...removedKeys], removedIds: [...removedIds] };
      return deflateRawSync(JSON.stringify(state)).toString('base64');
    },
  };
}

const isOlder = ({ occurredAt }: StateRecord, before: Instant): boolean => (occurredAt ?? before) < before;
const toId = ({ key }: StateRecord): string => `${idPrefix}${key}`;
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function unpack(carried: string): z.infer<typeof carriedState> {
  const parsed = z.safeParse(carriedState, tryParseJson(inflate(carried)));
  if (!parsed.success) throw malformed();
  return parsed.data;
}

function inflate(carried: string): string {
  try {
    return inflateRawSync(Buffer.from(carried, 'base64'), { maxOutputLength: unpackedBytesMax }).toString('utf8');
  } catch (cause) {
    throw malformed(cause);
  }
}

function malformed(cause?: unknown): IntegrationError {
  return new IntegrationError(
    toFailure({ system: 'app', operation: 'resume dry run' }, 'rejected', {
      cause: 'parameter-invalid',
      name: 'resume',
      problem: 'not what the step before answered',
    }),
    { cause },
  );
}
