import type { SyncReport } from '../../extensions/contract/sync.ts';
import { formatAuditedRun } from '../audit/audited-run.ts';
import { emptyNotSynced } from '../audit/not-synced-list.ts';
import type { Instant } from '../domain/instant.ts';
import { toStateRecord, type RunCheckpoint, type Tally, type WebinarState } from './checkpoint.ts';
import { leaseKeptMs } from './lease.ts';
import type { StateRecord } from './ports.ts';
import { keepWrites } from './keep-writes.ts';
import { addToActivity } from './add-to-activity.ts';
import { describeReport } from './describe-report.ts';
import { relistPerson } from './relist-person.ts';
import { buildReport } from './report.ts';
import { rememberNames } from './session-names.ts';
import { addStep, elapsedMs, type Step } from './step.ts';
import { workingRecord } from './working-record.ts';

/** HubSpot's batch size. */
const removalsPerCall = 100;

/**
 * Ends the run: remembers who is in HubSpot, writes the audit record, removes what was only of use to the run. The
 * report's own record counts the calls that are still to come when it is written.
 */
export async function finishRun(step: Step, run: RunCheckpoint, records: readonly StateRecord[]): Promise<SyncReport> {
  const { parts, keys, prepared, state } = step;
  const isLeaseOld = ([, createdAt]: readonly [string, Instant]): boolean => parts.now() - createdAt > leaseKeptMs;
  const oldLeaseIds = state.leases.filter(isLeaseOld).map(([recordId]) => recordId);
  const leases = state.leases.filter((lease) => !isLeaseOld(lease));
  const uselessRecordIds = [...run.uselessRecordIds, ...(await findLateRows(step, run))];
  const removedIds = [...new Set([...state.uselessRecordIds, ...oldLeaseIds, ...uselessRecordIds])];
  const isAboutAll = run.onlyKeyHash === null;
  const relisted = isAboutAll
    ? { skippedParts: run.newSkipped, records: emptySurplusLists(step, run.newSkipped.length) }
    : await relistPerson(step, run);
  const { contactWrites, records: writesRecords } = keepWrites(step);
  const ended: WebinarState = {
    ...state,
    contactWrites,
    run: null,
    marks: run.newMarks,
    skippedParts: relisted.skippedParts,
    source: { webinar: run.webinar, instances: run.instances, panelists: run.panelists },
    sessionNames: rememberNames(state.sessionNames, run.sessions),
    activity: addToActivity(state, run.people, parts.now()),
    leases,
    // Were this step killed now, the next run would remove them. Of more than a call's worth, leftovers are found some hours later.
    uselessRecordIds: uselessRecordIds.slice(0, removalsPerCall),
  };
  const factRecords = step.facts.takeRecords();

  const reportWith = (tally: Tally): SyncReport =>
    buildReport(
      { ...run, tally },
      { connection: parts.connectionName, isDryRun: parts.isDryRun, finishedAt: parts.now() },
    );
  const recordsWith = (report: SyncReport): readonly StateRecord[] => [
    ...records,
    ...factRecords,
    ...writesRecords,
    ...relisted.records,
    toAuditRecord(keys.audit(state.runNumber), step.runId, report, parts.now()),
    toStateRecord(keys, { ...ended, lastReport: report }, describeReport(report), parts.now()),
  ];
  const lastCallCount =
    prepared.store.countWriteCalls(recordsWith(reportWith(run.tally))) +
    (parts.isDryRun ? 0 : Math.ceil(removedIds.length / removalsPerCall));
  const report = reportWith(addStep(step, run.tally, lastCallCount));
  await prepared.store.write(recordsWith(report));
  try {
    if (removedIds.length > 0) await prepared.store.remove(removedIds);
  } catch {
    // The run is over all the same; the next one removes what is left.
  }
  return { ...report, elapsedMs: run.tally.elapsedMs + elapsedMs(step) };
}

async function findLateRows({ prepared }: Step, { lateRowKeys = [] }: RunCheckpoint): Promise<readonly string[]> {
  if (lateRowKeys.length === 0) return [];
  return [...(await prepared.store.read(lateRowKeys)).values()].map(({ recordId }) => recordId);
}

/** The people of a webinar that has become small lie in fewer parts: the other parts' lists keep nobody's address. */
const emptySurplusLists = ({ parts, keys, state }: Step, partitionCount: number): readonly StateRecord[] =>
  state.skippedParts.flatMap(({ recordCount }, partition) =>
    Array.from({ length: partition < partitionCount ? 0 : recordCount }, (_, index) =>
      workingRecord(keys.skipped(partition, index), 'skipped', emptyNotSynced, parts.now()),
    ),
  );

export function toAuditRecord(key: string, runId: string, report: SyncReport, now: Instant): StateRecord {
  return {
    key,
    kind: 'audit',
    payload: formatAuditedRun({ runId, report }),
    version: 1,
    status: report.status,
    occurredAt: now,
    summary: describeReport(report),
  };
}
