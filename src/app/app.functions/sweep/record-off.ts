import type { VersionedSettings } from '../../extensions/contract/settings.ts';
import type { SyncReport } from '../../extensions/contract/sync.ts';
import { removeAbandonedRun } from '../sync/abandoned-run.ts';
import {
  newWebinarState,
  parseWebinarState,
  recordKeysOf,
  toStateRecord,
  type WebinarState,
} from '../sync/checkpoint.ts';
import { onlyAudit, toBareReport } from '../sync/bare-report.ts';
import { describeReport } from '../sync/describe-report.ts';
import { toAuditRecord } from '../sync/finish-run.ts';
import { leaseIdsOf, takeLease } from '../sync/lease.ts';
import { toRunId } from '../sync/open-run.ts';
import type { StateStore } from '../sync/ports.ts';
import { createBufferedStore, type BufferedStore } from './buffered-store.ts';
import { takeLeasesAhead } from './lease-ahead.ts';
import type { OffWebinar } from './plan-sweep.ts';
import type { SweepParts } from './sweep-parts.ts';

export interface RecordOffParts {
  readonly parts: Pick<SweepParts, 'accountId' | 'connectionName' | 'holder' | 'now'>;
  readonly store: StateStore;
  readonly settings: VersionedSettings;
}

/** Each takes two records and the lease; so many fit two calls. */
const webinarsPerBlock = 48;

/**
 * Says in each webinar's audit log why it is not synced; nothing is read from Zoom. A webinar that somebody else is at
 * work on is left to them: their sync meets the same setting. May be repeated.
 *
 * @returns the IDs of those that are settled, all of them unless time was up first
 */
export async function recordOff(
  given: RecordOffParts,
  off: readonly OffWebinar[],
  shouldStop: () => boolean,
): Promise<ReadonlySet<string>> {
  const { accountId, holder, now } = given.parts;
  const store = createBufferedStore(given.store);
  const settledIds = new Set<string>();
  for (let next = 0; next < off.length && !shouldStop(); next += webinarsPerBlock) {
    const block = off.slice(next, next + webinarsPerBlock);
    const ids = block.map(({ entry }) => entry.webinarId);
    await store.prefetch(ids.map((webinarId) => recordKeysOf(accountId, webinarId).state));
    await takeLeasesAhead(store, accountId, ids, holder, now);
    for (const webinar of block) await recordOne(given, store, webinar);
    await store.flush([]);
    for (const webinarId of ids) settledIds.add(webinarId);
  }
  return settledIds;
}

async function recordOne(given: RecordOffParts, store: BufferedStore, webinar: OffWebinar): Promise<void> {
  const { accountId, holder, now } = given.parts;
  const { webinarId, hostId, hostName, createdAt } = webinar.entry;
  const keys = recordKeysOf(accountId, webinarId);
  const stored = (await store.read([keys.state])).get(keys.state);
  const state = (stored === undefined ? null : parseWebinarState(stored.payload)) ?? newWebinarState;
  const lease = await takeLease(store, keys, state.leaseNumber, holder, now);
  if (lease.kind === 'busy') return;

  if (state.run !== null) await removeAbandonedRun(store, keys, state.runNumber, state.run);
  const runNumber = state.runNumber + 1;
  const report = toOffReport(given, webinar, state);
  const leases = leaseIdsOf(lease).map((recordId) => [recordId, now()] as const);
  const host = hostId === null ? state.host : { hostId, hostName, createdAt };
  const ended: WebinarState = {
    ...state,
    run: null,
    runNumber,
    leaseNumber: lease.number,
    leases: [...state.leases, ...leases],
    host,
    lastReport: report,
    lastFailure: null,
  };
  await store.write([
    toAuditRecord(keys.audit(runNumber), toRunId(webinarId, runNumber), report, now()),
    toStateRecord(keys, ended, describeReport(report), now()),
  ]);
}

function toOffReport(
  { parts, settings: { settings, version } }: RecordOffParts,
  { entry, setting }: OffWebinar,
  state: WebinarState,
): SyncReport {
  const { contactPolicy, contactExclusions, recordingExclusions } = settings;
  // What it took is shared by many webinars, and counted by the sweep.
  return toBareReport(
    {
      id: entry.webinarId,
      uuid: entry.instances.at(-1)?.uuid ?? state.source?.webinar.uuid ?? '',
      topic: entry.topic,
      connection: parts.connectionName,
      status: 'off',
      trigger: 'sweep',
      settings: { version, contactPolicy, contactExclusions, recordingExclusions, syncsRecordings: false },
      warnings: [{ cause: 'settings-off', setting, hostName: entry.hostName }],
      writes: onlyAudit,
    },
    parts.now(),
  );
}
