import type { FailedWebinar } from '../../extensions/contract/sweep.ts';
import type { SyncReport } from '../../extensions/contract/sync.ts';
import { isIntegrationError, toFailure, type Failure } from '../http/integration-error.ts';
import { settingsKey } from '../settings/settings-store.ts';
import { factsRecordKey } from '../sync/account-facts.ts';
import { recordKeysOf } from '../sync/checkpoint.ts';
import { mapUntil } from '../sync/map-until.ts';
import type { BufferedStore } from './buffered-store.ts';
import { toKnownWebinar, type IndexEntry } from './index-entry.ts';
import { takeLeasesAhead } from './lease-ahead.ts';
import { orderDue } from './plan-sweep.ts';
import { createSyncBatch, type SyncBatch } from './sync-batch.ts';
import {
  secondsUntilPlace,
  shouldStopSyncing,
  toSyncTime,
  type OpenSweep,
  type PhaseResult,
  type SweepStep,
} from './sweep-step.ts';

/** Webinars whose records are read with one call. */
const webinarsPerRead = 48;
/** Webinars whose leases are taken with one call. */
const webinarsPerBlock = 8;
const webinarsAtOnce = 8;
/** A webinar of so many people has the step's memory to itself. */
const largeFromPeople = 500;
/** What is held back is written before it grows large. */
const heldCharactersMax = 1_500_000;

export interface SyncedStep extends PhaseResult {
  readonly finished: readonly SyncReport[];
  readonly failed: readonly FailedWebinar[];
  /** How long to wait until there is something to do again; 0 = not at all. */
  readonly retryAfterSeconds: number;
  /** Holds what is still to be written, together with the sweep's own records. */
  readonly store: BufferedStore;
}

/** Syncs what is due, as far as time allows. */
export async function syncDue(step: SweepStep, begun: OpenSweep): Promise<SyncedStep> {
  const { account, accountId, holder, now } = step.parts;
  const due = orderDue(begun.index, now());
  const batch = createSyncBatch(step, begun);
  const stop = createStopSign(step);
  const readIds = new Set<string>();
  const doubtful: { readonly entry: IndexEntry; readonly failure: Failure }[] = [];

  const sync = async (entry: IndexEntry): Promise<void> => {
    const { webinarId } = entry;
    const looksAgain = entry.mustLookAgain ?? false;
    const request = { webinarId, trigger: entry.due ?? 'sweep', known: toKnownWebinar(entry), looksAgain };
    const beganMs = step.parts.monotonicMs();
    try {
      const answer = await step.parts.syncOne(request, batch.placeOf(webinarId), toSyncTime(step));
      stop.addSyncMs(step.parts.monotonicMs() - beganMs);
      if (answer.report !== undefined && answer.done) batch.add(entry, { kind: 'finished', report: answer.report });
      else if (answer.progress.phase !== 'waiting') batch.add(entry, { kind: 'paused' });
      else batch.add(entry, { kind: 'busy', retryAfterSeconds: answer.retryAfterSeconds });
    } catch (error) {
      const failure = stop.judge(error);
      if (failure !== null && passing.has(failure.kind)) doubtful.push({ entry, failure });
      else batch.add(entry, failure === null ? { kind: 'stopped' } : { kind: 'failed', failure });
    }
  };

  for (let next = 0; next < due.length && !stop.isUp();) {
    const block = takeBlock(due, next);
    if (block.some(({ webinarId }) => !readIds.has(webinarId))) {
      const ahead = due.slice(next, next + webinarsPerRead).map(({ webinarId }) => webinarId);
      const stateKeys = ahead.map((webinarId) => recordKeysOf(accountId, webinarId).state);
      await batch.store.prefetch([account.setupKey, settingsKey, factsRecordKey, ...stateKeys]);
      for (const webinarId of ahead) readIds.add(webinarId);
    }
    const ids = block.map(({ webinarId }) => webinarId);
    await takeLeasesAhead(batch.store, accountId, ids, holder, now);
    await mapUntil(block, stop.isUp, sync, webinarsAtOnce);
    next += block.length;
    if (batch.store.heldCharacterCount() > heldCharactersMax) await writeHeld(batch);
  }
  const isVendorDown = doubtful.length >= passingFailuresMax && !batch.hasFinished();
  if (!isVendorDown) for (const { entry, failure } of doubtful) batch.add(entry, { kind: 'failed', failure });
  await batch.sendEvents();

  const { sweep, finished, failed, busySeconds } = await batch.result();
  const isDone = [...sweep.index.values()].every((entry) => entry.due === null);
  const hasWork = finished.length > 0 || failed.length > 0;
  return {
    sweep,
    isDone,
    error: stop.fatal() ?? (isVendorDown ? stop.lastError() : null),
    finished,
    failed,
    retryAfterSeconds: Math.max(stop.pauseSeconds(), hasWork ? 0 : busySeconds),
    store: batch.store,
  };
}

async function writeHeld(batch: SyncBatch): Promise<void> {
  await batch.sendEvents();
  await batch.store.flush([]);
}

/** The next webinars: some small ones, or a large one alone. */
function takeBlock(due: readonly IndexEntry[], next: number): readonly IndexEntry[] {
  const [first, ...others] = due.slice(next, next + webinarsPerBlock);
  if (first === undefined) return [];
  if (isLarge(first)) return [first];
  const firstLarge = others.findIndex(isLarge);
  return [first, ...(firstLarge === -1 ? others : others.slice(0, firstLarge))];
}

function isLarge({ instances, sync }: IndexEntry): boolean {
  const participantCount = instances.reduce((sum, instance) => sum + instance.participantCount, 0);
  return participantCount + (sync?.counts?.registered ?? 0) >= largeFromPeople;
}

/** So many in a row, and it is not the webinars: the vendor is down. */
const passingFailuresMax = 4;
const accountWide: ReadonlySet<Failure['kind']> = new Set(['unauthorised', 'missing-scope', 'quota-exhausted']);
const passing: ReadonlySet<Failure['kind']> = new Set(['unavailable', 'timeout', 'answer-lost']);

/** Decides which failures are a webinar's own, and which end the step. */
function createStopSign(step: SweepStep) {
  let fatal: unknown = null;
  let lastError: unknown = null;
  let passingCount = 0;
  let pauseSeconds = 0;
  let isStopped = false;
  let longestSyncMs = 0;
  return {
    isUp: (): boolean => isStopped || shouldStopSyncing(step, longestSyncMs),
    addSyncMs(ms: number): void {
      longestSyncMs = Math.max(longestSyncMs, ms);
    },
    /** @returns the webinar's own failure, or null when it is not to blame */
    judge(error: unknown): Failure | null {
      if (!isIntegrationError(error)) {
        return toFailure({ system: 'app', operation: 'sync webinar' }, 'bug', { cause: 'internal' });
      }
      const { failure } = error;
      const isAccountWide = accountWide.has(failure.kind);
      const isOver = failure.kind === 'deadline' || failure.reason.cause === 'out-of-time';
      const isPause = isOver || failure.kind === 'rate-limited';
      lastError = error;
      if (isAccountWide) fatal ??= error;
      if (failure.kind === 'rate-limited') pauseSeconds = Math.max(pauseSeconds, failure.retryAfterSeconds ?? 1);
      if (passing.has(failure.kind) && !isOver) passingCount += 1;
      pauseSeconds = Math.max(pauseSeconds, secondsUntilPlace(error));
      isStopped ||= isAccountWide || isPause || passingCount >= passingFailuresMax;
      return isAccountWide || isPause ? null : failure;
    },
    pauseSeconds: () => pauseSeconds,
    fatal: () => fatal,
    lastError: () => lastError,
  };
}
