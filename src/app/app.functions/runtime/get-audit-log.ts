import type { AuditedRun } from '../../extensions/contract/overview.ts';
import type { AuditLogAnswer, NotSyncedPerson } from '../../extensions/contract/audit-log.ts';
import type { SyncDecision } from '../../extensions/contract/settings.ts';
import { parseAuditedRun } from '../audit/audited-run.ts';
import { findNotSynced } from '../audit/find-not-synced.ts';
import { toNotSyncedCsv } from '../audit/not-synced-csv.ts';
import { parseNotSynced } from '../audit/not-synced-list.ts';
import { decideWebinar } from '../settings/decide.ts';
import { readSettingsRecord, settingsKey } from '../settings/settings-store.ts';
import {
  auditedRunsKept,
  parseWebinarState,
  recordKeysOf,
  type RecordKeys,
  type WebinarState,
} from '../sync/checkpoint.ts';
import type { StateStore, StoredRecord } from '../sync/ports.ts';
import { findStateStore } from './accounts.ts';
import { takeFitting } from './answer-size.ts';
import { auditLogParameters } from './audit-parameters.ts';
import type { Call } from './handle-call.ts';
import { parseParameters, parseWebinarId } from './parameters.ts';

/** An answer stays below a megabyte. */
const runsBytesMax = 950_000;

interface Subject {
  readonly accountId: string;
  readonly webinarId: string;
  readonly keys: RecordKeys;
  /** Null when this app has never written anything into the account. */
  readonly store: StateStore | null;
}

/** What was done with one webinar, or who of it is not in HubSpot. Asks HubSpot alone: three calls at most for a list of usual size. */
export async function getAuditLog({ vendors, parameters }: Call): Promise<AuditLogAnswer> {
  const { view, connection: wanted, ...request } = parseParameters(auditLogParameters, parameters);
  const webinarId = parseWebinarId(request.webinarId);
  const { accountId, name: connection } = vendors.zoom(wanted).connection;
  const store = await findStateStore(vendors.hubspot);
  const subject: Subject = { accountId, webinarId, keys: recordKeysOf(accountId, webinarId), store };
  const head = { ok: true, webinarId, connection } as const;
  if (view === 'runs') return { ...head, view, ...(await readRuns(subject)) };

  const { listed, skippedCount } = await readNotSynced(subject);
  const people = findNotSynced(listed, { text: request.query ?? null, reason: request.reason ?? null });
  if (view === 'csv') {
    return {
      ...head,
      view,
      fileName: `zoom-webinar-${webinarId}-not-synced.csv`,
      ...toNotSyncedCsv(people, request.csvWords),
    };
  }
  const start = Number(request.after ?? '0');
  const end = start + request.limit;
  return {
    ...head,
    view,
    people: people.slice(start, end),
    totalCount: people.length,
    skippedCount,
    after: end < people.length ? String(end) : null,
  };
}

/** State, settings and all kept runs in one call. */
async function readRuns(
  subject: Subject,
): Promise<{ readonly runs: readonly AuditedRun[]; readonly decision: SyncDecision | null }> {
  const { store, keys } = subject;
  if (store === null) return { runs: [], decision: null };
  const runKeys = Array.from({ length: auditedRunsKept }, (_, runNumber) => keys.audit(runNumber));
  const found = await store.read([keys.state, settingsKey, ...runKeys]);
  const newestFirst = runKeys
    .flatMap((key) => found.get(key) ?? [])
    .flatMap((record) => toDatedRun(record) ?? [])
    .toSorted((a, b) => b.at - a.at || b.runNumber - a.runNumber);
  return {
    runs: takeFitting(
      newestFirst.map(({ run }) => run),
      runsBytesMax,
    ),
    decision: decide(subject, readState(found.get(keys.state)), found.get(settingsKey)),
  };
}

interface DatedRun {
  readonly run: AuditedRun;
  readonly at: number;
  readonly runNumber: number;
}

/** Runs that end within one millisecond go by their numbers, which are at the end of their ids. */
function toDatedRun({ payload, occurredAt }: StoredRecord): DatedRun | null {
  const run = parseAuditedRun(payload);
  if (run === null) return null;
  const runNumber = Number(run.runId.split('-').at(-1));
  return { run, at: occurredAt ?? 0, runNumber: Number.isNaN(runNumber) ? 0 : runNumber };
}

function decide(
  { accountId, webinarId }: Subject,
  state: WebinarState | null,
  settings: StoredRecord | undefined,
): SyncDecision | null {
  const host = state?.host ?? null;
  if (host === null) return null;
  const { hostId, createdAt } = host;
  return decideWebinar(readSettingsRecord(settings).settings, { accountId, hostId, webinarId, createdAt });
}

async function readNotSynced({
  store,
  keys,
}: Subject): Promise<{ readonly listed: readonly NotSyncedPerson[]; readonly skippedCount: number }> {
  const state = store === null ? null : readState((await store.read([keys.state])).get(keys.state));
  if (store === null || state === null) return { listed: [], skippedCount: 0 };
  const listKeys = state.skippedParts.flatMap(({ recordCount }, partition) =>
    Array.from({ length: recordCount }, (_, index) => keys.skipped(partition, index)),
  );
  const found = listKeys.length === 0 ? new Map<string, StoredRecord>() : await store.read(listKeys);
  const listed = listKeys.flatMap((key) => parseNotSynced(found.get(key)?.payload ?? '') ?? []);
  const counted = Object.values(state.lastReport?.skipped ?? {}).reduce((sum, personCount) => sum + personCount, 0);
  return { listed, skippedCount: Math.max(counted, listed.length) };
}

const readState = (record: StoredRecord | undefined): WebinarState | null =>
  record === undefined ? null : parseWebinarState(record.payload);
