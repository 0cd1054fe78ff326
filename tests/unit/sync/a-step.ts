import {
  defaultSettings,
  type Settings,
  type VersionedSettings,
} from '../../../src/app/extensions/contract/settings.ts';
import type { Instant } from '../../../src/app/app.functions/domain/instant.ts';
import { newWebinarState, recordKeysOf, type WebinarState } from '../../../src/app/app.functions/sync/checkpoint.ts';
import type { StateRecord, StateStore, StoredRecord } from '../../../src/app/app.functions/sync/ports.ts';
import type { Step, SyncParts } from '../../../src/app/app.functions/sync/step.ts';
import { createWriteWatch } from '../../../src/app/app.functions/sync/write-periods.ts';
import { accountId, webinarId, weekLater } from '../../support/builders.ts';

export const keys = recordKeysOf(accountId, webinarId);

export const savedSettings = (changes: Partial<Settings> = {}): VersionedSettings => ({
  settings: { ...defaultSettings, isSyncOn: true, ...changes },
  version: 3,
  savedAt: '2026-11-01T00:00:00.000Z',
});

/** Records that can be written, read and removed. */
export function aRecordStore(stored: readonly StateRecord[] = []) {
  const records = new Map<string, StoredRecord>(
    stored.map((record) => [record.key, { ...record, recordId: `id of ${record.key}` }]),
  );
  const store: Pick<StateStore, 'read' | 'write' | 'remove'> = {
    read: async (wanted) => new Map([...records].filter(([key]) => wanted.includes(key))),
    async write(given) {
      for (const record of given) records.set(record.key, { ...record, recordId: `id of ${record.key}` });
      return new Map(given.map(({ key }) => [key, `id of ${key}`]));
    },
    async remove(recordIds) {
      for (const [key, { recordId }] of records) if (recordIds.includes(recordId)) records.delete(key);
    },
  };
  return { records, store };
}

/** What of a step's parts the ends of a run need. */
export const someParts = (changes: Partial<SyncParts> = {}): SyncParts =>
  ({
    accountId,
    connectionName: 'main',
    isDryRun: false,
    meter: { zoomCallCount: () => 2, hubspotCallCount: () => 3, meanCallMs: () => 0 },
    isZoomEvent: () => Promise.reject(new Error('nobody should have asked')),
    now: (): Instant => weekLater,
    monotonicMs: () => 250,
    ...changes,
  }) as SyncParts;

export const aState = (changes: Partial<WebinarState> = {}): WebinarState => ({
  ...newWebinarState,
  runNumber: 4,
  ...changes,
});

/** A step of the fourth run that is a quarter of a second old. */
export const aStep = (
  state: WebinarState,
  store: Partial<StateStore> = aRecordStore().store,
  parts: SyncParts = someParts(),
): Step =>
  ({
    parts,
    keys,
    prepared: { store },
    state,
    runId: `${webinarId}-4`,
    startedMs: 0,
    writeWatch: createWriteWatch(parts.now),
  }) as unknown as Step;
