import type { SyncWebinarAnswer } from '../../extensions/contract/sync.ts';
import type { Instant } from '../domain/instant.ts';
import { IntegrationError, toFailure } from '../http/integration-error.ts';
import { doneAnswer } from './answers.ts';
import {
  emptyTally,
  newWebinarState,
  parseWebinarState,
  type RecordKeys,
  type RunCheckpoint,
  type WebinarState,
} from './checkpoint.ts';
import { emptyPeopleTally } from './people-tally.ts';
import type { Account, StoredRecord } from './ports.ts';
import { readSourceHead } from './read-source.ts';
import type { SyncParts } from './step.ts';

/** A run that has waited this long begins anew: what it read is not the truth any more. */
const runTooOldMs = { reading: 10 * 60_000, sorting: 60 * 60_000, writing: 60 * 60_000 } as const;

export interface FoundState {
  readonly state: WebinarState;
  readonly setup: StoredRecord | undefined;
}

/** What is remembered of the webinar; that of a new one where nothing is, or where it cannot be read any more. */
export async function findState(account: Account, keys: RecordKeys): Promise<FoundState> {
  const store = await account.findStore();
  if (store === null) return { state: newWebinarState, setup: undefined };
  const records = await store.read([account.setupKey, keys.state]);
  const stored = records.get(keys.state);
  return {
    state: (stored === undefined ? null : parseWebinarState(stored.payload)) ?? newWebinarState,
    setup: records.get(account.setupKey),
  };
}

/** The run to go on with, if one is open. */
export function openRun(state: WebinarState, now: Instant): RunCheckpoint | null {
  const { run } = state;
  return run !== null && now - run.readAt <= runTooOldMs[run.phase] ? run : null;
}

/** Writes nothing, so that a webinar that cannot be synced leaves no trace. */
export async function beginRun(parts: SyncParts, webinarId: string): Promise<RunCheckpoint> {
  const head = await readSourceHead(parts.zoom, webinarId);
  const now = parts.now();
  return {
    ...head,
    startedAt: now,
    readAt: now,
    phase: 'reading',
    partitionCount: null,
    rowRecordCounts: [],
    sessions: [],
    unstable: [],
    position: { partition: 0, index: 0 },
    outcomeRecordCount: 0,
    newMarks: [],
    people: emptyPeopleTally,
    writtenItemCount: 0,
    attendanceProblems: [],
    verified: {},
    tally: emptyTally,
    uselessRecordIds: [],
  };
}

export const toRunId = (webinarId: string, runNumber: number): string => `${webinarId}-${runNumber}`;

/**
 * The answer for a driver that asks after a run which has ended, because the last answer did not reach it.
 *
 * @returns null when there is a step to do
 * @throws IntegrationError reason `run-unknown`
 */
export function answerFinished(
  state: WebinarState,
  webinarId: string,
  runId: string | undefined,
): SyncWebinarAnswer | null {
  if (runId === undefined) return null;
  const runNumber = Number(runId.slice(webinarId.length + 1));
  // The next number belongs to a run whose first step, somebody else's, has not saved anything yet.
  const isKnown = runId === toRunId(webinarId, runNumber) && runNumber >= 1 && runNumber <= state.runNumber + 1;
  if (!isKnown) {
    throw new IntegrationError(
      toFailure({ system: 'app', operation: 'continue a sync' }, 'not-found', { cause: 'run-unknown', runId }),
    );
  }
  const isOpen = runNumber > state.runNumber || (state.run !== null && runNumber === state.runNumber);
  return isOpen || state.lastReport === null ? null : doneAnswer(toRunId(webinarId, state.runNumber), state.lastReport);
}
