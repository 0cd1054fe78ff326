import type { NotSyncedPerson } from '../../extensions/contract/audit-log.ts';
import { emptyNotSynced, formatNotSynced, parseNotSynced } from '../audit/not-synced-list.ts';
import type { RunCheckpoint, SkippedPart } from './checkpoint.ts';
import { hashJson } from './hashes.ts';
import { partitionOfKeyHash } from './partitions.ts';
import { payloadCharactersMax } from './payload.ts';
import type { StateRecord } from './ports.ts';
import type { Step } from './step.ts';
import { workingRecord } from './working-record.ts';

export interface Relisted {
  readonly skippedParts: readonly SkippedPart[];
  readonly records: readonly StateRecord[];
}

/**
 * After a run about one person: takes the person off the list of those who are not in HubSpot, or puts them on it, and
 * leaves everybody else where they are. One call.
 */
export async function relistPerson(step: Step, { onlyKeyHash, previews }: RunCheckpoint): Promise<Relisted> {
  const { state, keys, parts, prepared } = step;
  const { skippedParts } = state;
  // Of somebody whom Zoom has removed only the contact is known; such people are on no list.
  const preview = previews.find(({ address }) => address !== null);
  const partition = partitionOfKeyHash(onlyKeyHash ?? '', skippedParts.length);
  const part = skippedParts[partition];
  if (onlyKeyHash === null || preview === undefined || part === undefined) return { skippedParts, records: [] };

  const recordKeys = Array.from({ length: part.recordCount }, (_, index) => keys.skipped(partition, index));
  const stored = recordKeys.length === 0 ? new Map<string, StateRecord>() : await prepared.store.read(recordKeys);
  const texts = recordKeys.map((key) => stored.get(key)?.payload);
  const lists = texts.map((text) => (text === undefined ? null : parseNotSynced(text)));
  // Of a list that is not whole nothing is taken away: the webinar's next sync makes it anew.
  if (lists.includes(null)) return { skippedParts, records: [] };

  const { address, name, reason } = preview;
  const others = lists.flatMap((people) => people ?? []).filter((person) => person.address !== address);
  const skipped: readonly NotSyncedPerson[] = reason === null ? [] : [{ address, name, reason, detail: null }];
  const relisted = formatNotSynced([...others, ...skipped], payloadCharactersMax);
  const surplusCount = Math.max(0, part.recordCount - relisted.length);
  const payloads = [...relisted, ...Array.from({ length: surplusCount }, () => emptyNotSynced)];
  return {
    skippedParts: skippedParts.with(partition, { recordCount: relisted.length, hash: hashJson(relisted) }),
    records: payloads.map((payload, index) =>
      workingRecord(keys.skipped(partition, index), 'skipped', payload, parts.now()),
    ),
  };
}
