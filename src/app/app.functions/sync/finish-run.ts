import type { SessionReport, SyncReport } from '../../extensions/contract/sync.ts';
import type { Instant } from '../domain/instant.ts';
import { toStateRecord, type RunCheckpoint, type Tally } from './checkpoint.ts';
import { leaseKeptMs } from './lease.ts';
import { readNumbered } from './numbered-records.ts';
import { unpackOutcomes, type IndexedOutcome } from './outcomes.ts';
import { payloadCharactersMax } from './payload.ts';
import { formatMarks } from './people-marks.ts';
import type { StateRecord, StoredRecord } from './ports.ts';
import type { CollectedRows } from './read-source.ts';
import { balanceOutcomes, buildReport, collectWarnings } from './report.ts';
import { workingRecord } from './save-progress.ts';
import { addStep, elapsedMs, type Step } from './step.ts';
import { toNewMarks } from './to-new-marks.ts';
import type { PlannedWrites } from './write-people.ts';

/** HubSpot's batch size. */
const removalsPerCall = 100;

export interface AllOutcomes {
  readonly outcomes: readonly IndexedOutcome[];
  readonly records: readonly StoredRecord[];
}

/** The outcomes of all steps of the run. */
export async function collectOutcomes(
  { prepared, keys, state }: Step,
  run: RunCheckpoint,
  ofThisStep: readonly IndexedOutcome[],
): Promise<AllOutcomes> {
  const records = await readNumbered(prepared.store, run.outcomeRecordCount, (index) =>
    keys.outcomes(state.runNumber, index),
  );
  return { outcomes: [...records.flatMap(({ payload }) => unpackOutcomes(payload)), ...ofThisStep], records };
}

/**
 * Ends the run: remembers who is in HubSpot, writes the audit record, removes what was only of use to the run. The
 * report's own record counts the calls that are still to come when it is written.
 */
export async function finishRun(
  step: Step,
  run: RunCheckpoint,
  input: {
    readonly planned: PlannedWrites;
    readonly rows: CollectedRows;
    readonly rowRecordIds: readonly string[];
    readonly all: AllOutcomes;
    readonly sessions: readonly SessionReport[];
  },
): Promise<SyncReport> {
  const { parts, keys, prepared, state } = step;
  const { work, normalised, markRecordIds } = input.planned;
  const { sessions, all } = input;
  const balance = balanceOutcomes(work, all.outcomes);
  const warnings = collectWarnings({ run, rows: input.rows, normalised, work, balance, sessions });

  const hasNewMarks = work.items.length > 0;
  const peopleRecords = (hasNewMarks ? formatMarks(toNewMarks(work, all.outcomes), payloadCharactersMax) : []).map(
    (payload, index) => workingRecord(keys.people(state.runNumber, index), 'people', payload, parts.now()),
  );
  const people = hasNewMarks ? { runNumber: state.runNumber, recordCount: peopleRecords.length } : state.people;
  const isLeaseOld = ([, createdAt]: readonly [string, Instant]): boolean => parts.now() - createdAt > leaseKeptMs;
  const uselessIds = [
    ...state.leases.filter(isLeaseOld).map(([recordId]) => recordId),
    ...input.rowRecordIds,
    ...all.records.map(({ recordId }) => recordId),
    ...(hasNewMarks ? markRecordIds : []),
  ];
  const leases = state.leases.filter((lease) => !isLeaseOld(lease));

  const reportWith = (tally: Tally): SyncReport =>
    buildReport({
      run: { ...run, tally },
      connection: parts.connectionName,
      isDryRun: parts.isDryRun,
      balance,
      sessions,
      warnings,
      finishedAt: parts.now(),
    });
  const recordsWith = (report: SyncReport): readonly StateRecord[] => [
    ...peopleRecords,
    toAuditRecord(keys.audit(state.runNumber), step.runId, report, parts.now()),
    toStateRecord(
      keys,
      { ...state, run: null, people, leases, lastReport: report },
      describeReport(report),
      parts.now(),
    ),
  ];
  const lastCallCount =
    prepared.store.countWriteCalls(recordsWith(reportWith(run.tally))) + Math.ceil(uselessIds.length / removalsPerCall);
  const report = reportWith(addStep(step, run.tally, lastCallCount));
  await prepared.store.write(recordsWith(report));
  if (uselessIds.length > 0) await prepared.store.remove(uselessIds);
  return { ...report, elapsedMs: run.tally.elapsedMs + elapsedMs(step) };
}

function toAuditRecord(key: string, runId: string, report: SyncReport, now: Instant): StateRecord {
  return {
    key,
    kind: 'audit',
    payload: JSON.stringify({ runId, report }),
    version: 1,
    status: report.status,
    occurredAt: now,
    summary: describeReport(report),
  };
}

function describeReport({ topic, synced, unchanged, skipped }: SyncReport): string {
  const skippedCount = Object.values(skipped).reduce((sum, value) => sum + value, 0);
  return `${topic}: ${synced} synced, ${unchanged} unchanged, ${skippedCount} skipped`;
}
