import type { SyncTrigger, SyncWebinarAnswer } from '../../extensions/contract/sync.ts';
import type { SyncDecision, VersionedSettings } from '../../extensions/contract/settings.ts';
import type { Instant } from '../domain/instant.ts';
import type { Webinar } from '../domain/webinar.ts';
import { IntegrationError, toFailure } from '../http/integration-error.ts';
import { decideRecordings, decideWebinar } from '../settings/decide.ts';
import { readSettingsRecord, settingsKey } from '../settings/settings-store.ts';
import { factsRecordKey } from './account-facts.ts';
import { doneAnswer } from './answers.ts';
import {
  emptyTally,
  newWebinarState,
  parseWebinarState,
  type RecordKeys,
  type RunCheckpoint,
  type WebinarState,
} from './checkpoint.ts';
import { hashPersonKey } from './hashes.ts';
import { toRememberedSource, type KnownWebinar } from './known-webinar.ts';
import { emptyPeopleTally } from './people-tally.ts';
import type { Account, StoredRecord } from './ports.ts';
import { readSourceHead } from './read-source.ts';
import type { SyncParts } from './step.ts';

/** A run that has waited this long begins anew: what it read is not the truth any more. */
const runTooOldMs = { reading: 10 * 60_000, sorting: 60 * 60_000, writing: 60 * 60_000 } as const;

export interface SyncRequest {
  readonly webinarId: string;
  /** Of the run to go on with, if the driver knows it. */
  readonly runId?: string;
  readonly trigger: SyncTrigger;
  /** In lower case: only this person is written, changed or not. */
  readonly onlyAddress?: string;
  /** Contacts are read although nothing has changed. */
  readonly looksAgain?: boolean;
  /** What a sweep knows of the webinar. */
  readonly known?: KnownWebinar;
}

export interface FoundState {
  readonly state: WebinarState;
  readonly settings: VersionedSettings;
  readonly setup: StoredRecord | undefined;
  readonly factsRecord: StoredRecord | undefined;
  /** Whether the app has a memory in this account. */
  readonly isSetUp: boolean;
}

/** What is remembered of the webinar; that of a new one where nothing is, or where it cannot be read any more. */
export async function findState(account: Account, keys: RecordKeys): Promise<FoundState> {
  const store = await account.findStore();
  const wanted = [account.setupKey, settingsKey, factsRecordKey, keys.state];
  const records = store === null ? new Map<string, StoredRecord>() : await store.read(wanted);
  const stored = records.get(keys.state);
  return {
    state: (stored === undefined ? null : parseWebinarState(stored.payload)) ?? newWebinarState,
    settings: readSettingsRecord(records.get(settingsKey)),
    setup: records.get(account.setupKey),
    factsRecord: records.get(factsRecordKey),
    isSetUp: store !== null,
  };
}

/** The run to go on with, if one is open. */
export function openRun(state: WebinarState, now: Instant): RunCheckpoint | null {
  const { run } = state;
  return run !== null && now - run.readAt <= runTooOldMs[run.phase] ? run : null;
}

/** Who a request is about; null for everybody. */
export const onlyKeyHashOf = (accountId: string, { onlyAddress }: SyncRequest): string | null =>
  onlyAddress === undefined ? null : hashPersonKey(accountId, onlyAddress);

/** Writes nothing, so that a webinar that cannot be synced leaves no trace. */
export async function beginRun(
  parts: SyncParts,
  request: SyncRequest,
  state: WebinarState,
  settings: VersionedSettings,
): Promise<RunCheckpoint> {
  const { webinarId, known, trigger } = request;
  const remembered = toRememberedSource(webinarId, known, state.source);
  // Whoever asks whether a run has seen something compares with its beginning: nothing may be read before.
  const now = parts.now();
  const head = await readSourceHead(parts.zoom, webinarId, remembered, now);
  const onlyKeyHash = onlyKeyHashOf(parts.accountId, request);
  return {
    ...head,
    sessionNames: state.sessionNames,
    startedAt: now,
    readAt: now,
    trigger,
    ...followSettings(parts, settings, head.webinar),
    hostName: known?.hostName ?? state.host?.hostName ?? head.webinar.hostEmail ?? '',
    onlyKeyHash,
    looksAgain: request.looksAgain ?? false,
    phase: 'reading',
    partitionCount: null,
    rowRecordCounts: [],
    rowCharacterCount: 0,
    sessions: [],
    unstable: [],
    untracked: [],
    position: { partition: 0, index: 0 },
    outcomeRecordCount: 0,
    newMarks: [],
    newSkipped: [],
    people: emptyPeopleTally,
    attendanceProblems: [],
    refusedEvents: {},
    refusedTimeline: null,
    previews: [],
    recordings: null,
    verified: {},
    tally: emptyTally,
    uselessRecordIds: [],
  };
}

/** A dry run shows what a sync would do, so it looks past the switches. */
function followSettings(
  parts: SyncParts,
  { settings: saved, version }: VersionedSettings,
  webinar: Webinar,
): Pick<RunCheckpoint, 'settings' | 'decision' | 'recordingDecision'> {
  const settings = parts.isDryRun ? { ...saved, isSyncOn: true } : saved;
  const recordingDecision = decideRecordings(settings, { accountId: parts.accountId, ...webinar });
  const { contactPolicy, contactExclusions, recordingExclusions } = settings;
  return {
    decision: decideWebinar(saved, { accountId: parts.accountId, ...webinar }),
    recordingDecision,
    settings: {
      version,
      contactPolicy,
      contactExclusions,
      recordingExclusions,
      syncsRecordings: recordingDecision.isOn,
    },
  };
}

export const decideRun = (
  { accountId }: Pick<SyncParts, 'accountId'>,
  { settings }: VersionedSettings,
  webinar: Webinar,
): SyncDecision => decideWebinar(settings, { accountId, ...webinar });

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
