import type { SyncWebinarAnswer } from '../../extensions/contract/sync.ts';
import { isFailureOfKind } from '../http/integration-error.ts';
import { toPeopleRules } from '../settings/people-rules.ts';
import { removeAbandonedRun } from './abandoned-run.ts';
import { createAccountFactsReader, type AccountFacts } from './account-facts.ts';
import { doneAnswer, pausedAnswer, waitingAnswer } from './answers.ts';
import { recordKeysOf, type RecordKeys, type RunCheckpoint } from './checkpoint.ts';
import { continueReading, type ReadResult } from './continue-reading.ts';
import { finishRun } from './finish-run.ts';
import { leaseIdsOf, periodsOfKilled, takeLease } from './lease.ts';
import { verifyParticipations } from './marketing-events.ts';
import { createPartitionLoader, type PartitionLoader } from './partition-loader.ts';
import { recordFailure } from './record-failure.ts';
import { findObstacle, refuseRun } from './refuse-run.ts';
import {
  answerFinished,
  beginRun,
  findState,
  onlyKeyHashOf,
  openRun,
  toRunId,
  type FoundState,
  type SyncRequest,
} from './open-run.ts';
import { syncRunRecordings } from './run-recordings.ts';
import { reportSessions } from './report.ts';
import { giveUpOnPerson, saveFailure, saveProgress } from './save-progress.ts';
import { shouldStopReading, shouldStopWriting, type RunRules, type Step, type SyncParts } from './step.ts';
import { countWritten, writePeople } from './write-people.ts';
import { createWriteWatch } from './write-periods.ts';

/**
 * Does one step of a webinar's sync: begins a run, or goes on with the one that is open, whoever began it. Killed
 * anywhere, the next step goes on from what was saved last.
 *
 * @throws IntegrationError; what was read until then is saved where possible
 */
export async function runSyncStep(parts: SyncParts, request: SyncRequest): Promise<SyncWebinarAnswer> {
  const startedMs = parts.startedMs ?? parts.monotonicMs();
  const { webinarId } = request;
  const keys = recordKeysOf(parts.accountId, webinarId);

  const found = await findState(parts.account, keys);
  parts.useZoomShare(found.settings.settings.zoomSharePercent);
  const finished = answerFinished(found.state, webinarId, request.runId);
  if (finished !== null && isAnswerTo(request, finished)) return finished;
  try {
    return await takeStep(parts, request, keys, found, startedMs);
  } catch (error) {
    await recordFailure(parts, request, keys, found, error);
    throw error;
  }
}

/** The newest report may be that of somebody else's run, which says nothing about this one. */
const isAnswerTo = ({ onlyAddress }: SyncRequest, { report }: SyncWebinarAnswer): boolean =>
  (onlyAddress !== undefined) === (report?.trigger === 'person');

async function takeStep(
  parts: SyncParts,
  request: SyncRequest,
  keys: RecordKeys,
  found: FoundState,
  startedMs: number,
): Promise<SyncWebinarAnswer> {
  const { webinarId } = request;
  const { state, settings, factsRecord } = found;
  // A dry run shows everybody, so it does not begin in the middle of somebody else's run.
  const isNewDryRun = parts.isDryRun && request.runId === undefined;
  const open = isNewDryRun ? null : openRun(state, parts.now());
  const run = open ?? (await beginRun(parts, request, state, settings));
  const obstacle = await findObstacle(parts, request, found, run);
  if (obstacle !== null && !found.isSetUp) return refuseRun(null, parts, run, obstacle, toRunId(webinarId, 1));

  const prepared = await parts.account.prepare(found.setup);
  const runNumber = open === null ? state.runNumber + 1 : state.runNumber;
  const ownRunId = toRunId(webinarId, runNumber);
  // The lease is asked for first: a limit that the records run into must not keep it waiting.
  const leasing = takeLease(prepared.store, keys, state.leaseNumber, parts.holder, parts.now);
  const loader = open === null ? null : loadEarly({ keys, prepared, state }, open);
  const lease = await leasing;
  if (lease.kind === 'busy') return waitingAnswer(ownRunId, lease.retryAfterSeconds);

  const newLeases = leaseIdsOf(lease).map((recordId) => [recordId, parts.now()] as const);
  const leases = [...state.leases, ...newLeases];
  const { hostId, createdAt } = run.webinar;
  const owned = {
    ...state,
    run: open,
    runNumber,
    leaseNumber: lease.number,
    leases,
    host: { hostId, createdAt, hostName: run.hostName },
    lastFailure: null,
  };
  if (state.run !== null && open === null) await removeAbandonedRun(prepared.store, keys, state.runNumber, state.run);
  const createFacts = () => createAccountFactsReader({ ...prepared, record: factsRecord, now: parts.now });
  const facts = parts.shareFacts?.(createFacts) ?? createFacts();
  const writeWatch = createWriteWatch(parts.now, periodsOfKilled(lease), parts.onContactsWritten);
  const step: Step = { parts, keys, prepared, state: owned, runId: ownRunId, startedMs, facts, writeWatch };
  if (obstacle !== null) return refuseRun(step, parts, run, obstacle, ownRunId);
  const answer = await continueRun(step, run, loader);
  // A run about somebody else is ended first; the next call begins the one that was asked for.
  const isAsked =
    run.onlyKeyHash === onlyKeyHashOf(parts.accountId, request) &&
    (run.looksAgain === true || request.looksAgain !== true);
  return answer.done && !isAsked ? { ...pausedAnswer(toRunId(webinarId, runNumber + 1), run), done: false } : answer;
}

/** Records can be read before it is known whose turn it is: what they hold does not change. */
function loadEarly(step: Pick<Step, 'keys' | 'prepared' | 'state'>, run: RunCheckpoint): PartitionLoader | null {
  if (run.phase === 'reading') return null;
  const loader = createPartitionLoader(step, run);
  loader.readAhead(run.position.partition);
  return loader;
}

async function continueRun(
  step: Step,
  begun: RunCheckpoint,
  loader: PartitionLoader | null,
): Promise<SyncWebinarAnswer> {
  const [facts, read] = await Promise.all([readFacts(step), continueReading(step, begun, loader)]);
  const unsaved = { rows: read.rows.unsaved(), partitionCount: read.rows.partitionCount };
  try {
    if (read.error !== null) throw read.error as Error;
    if (facts.kind === 'failed') throw facts.error as Error;
    if (read.run.phase !== 'writing' || facts.kind === 'unfinished') {
      await saveProgress(step, read.run, { ...unsaved, records: [], outcomes: null });
      return pausedAnswer(step.runId, read.run);
    }

    const rules = toRules(read.run, facts.facts);
    let verification: Verification | null = null;
    const verify = async (run: RunCheckpoint): Promise<void> => {
      verification = await verifySessions(step, run);
    };
    const written = await writePeople(step, read.run, read, rules, verify);
    const { run, state, isComplete } = await followPeople(step, written, verification, read, rules);
    const writtenStep = { ...step, state };
    if (!isComplete) {
      const { records, openOutcomes: outcomes } = written;
      await saveProgress(writtenStep, run, { ...unsaved, records, outcomes });
      return pausedAnswer(step.runId, run);
    }
    if (run.onlyKeyHash !== null && run.people.eligible === 0) return await giveUpOnPerson(writtenStep, run);
    return doneAnswer(step.runId, await finishRun(writtenStep, run, written.records));
  } catch (error) {
    if (isFailureOfKind(error, 'not-found') && error.failure.reason.cause === 'person-not-listed') throw error;
    await saveFailure(step, read.run, unsaved, error);
    throw error;
  }
}

type FactsRead =
  | { readonly kind: 'read'; readonly facts: AccountFacts }
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'failed'; readonly error: unknown };

async function readFacts(step: Step): Promise<FactsRead> {
  try {
    const facts = await step.facts.read(() => shouldStopReading(step));
    return facts === null ? { kind: 'unfinished' } : { kind: 'read', facts };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

function toRules(run: RunCheckpoint, { isAccountUser, findDeleted }: AccountFacts): RunRules {
  return { ...toPeopleRules(run.settings), isAccountUser, findDeleted };
}

/** What comes when everybody is written: HubSpot's own counts, then the recordings. */
async function followPeople(
  step: Step,
  written: Awaited<ReturnType<typeof writePeople>>,
  early: Verification | null,
  read: ReadResult,
  rules: RunRules,
): Promise<Pick<Awaited<ReturnType<typeof writePeople>>, 'run' | 'state' | 'isComplete'>> {
  if (!written.isComplete) return written;
  const { verified, isComplete } = early ?? (await verifySessions(step, written.run));
  const run = { ...written.run, verified };
  return isComplete ? syncRunRecordings(step, { ...written, run }, read, rules) : { ...written, run, isComplete };
}

interface Verification {
  readonly verified: RunCheckpoint['verified'];
  readonly isComplete: boolean;
}

/** Compares with HubSpot's own counts after a run that wrote something. */
async function verifySessions(step: Step, run: RunCheckpoint): Promise<Verification> {
  const hasWritten = countWritten(run) > 0 || run.tally.marketingEvents > 0;
  if (!hasWritten || step.parts.isDryRun) return { verified: run.verified, isComplete: true };
  const sessions = reportSessions(run).filter(({ key }) => !(key in run.refusedEvents));
  const { marketingEvents } = step.prepared;
  const { webinarId } = run.webinar;
  const verified = await verifyParticipations(marketingEvents, webinarId, sessions, run.verified, () =>
    shouldStopWriting(step),
  );
  return { verified, isComplete: sessions.every(({ key }) => key in verified) };
}
