import type { RunSweepAnswer } from '../../extensions/contract/sweep.ts';
import type { VersionedSettings } from '../../extensions/contract/settings.ts';
import { peopleRulesHash } from '../settings/people-rules.ts';
import { readSettingsRecord, settingsKey } from '../settings/settings-store.ts';
import { recordKeysOf } from '../sync/checkpoint.ts';
import { isFailureOfKind } from '../http/integration-error.ts';
import { leaseIdsOf, periodsOfKilled, takeLease } from '../sync/lease.ts';
import type { StateStore } from '../sync/ports.ts';
import { addPeriod, type WritePeriod } from '../sync/write-periods.ts';
import { createBufferedStore } from './buffered-store.ts';
import type { WebinarIndex } from './index-entry.ts';
import { lookAtHistory } from './look-at-history.ts';
import { lookAtRecordings } from './look-at-recordings.ts';
import { lookForUsers } from './look-for-users.ts';
import { lookForWebinars } from './look-for-webinars.ts';
import { lookForWrites, writesKeys } from './look-for-writes.ts';
import { answerFinished, doneAnswer, openSweep, toSweepId, waitingAnswer, type SweepRequest } from './open-sweep.ts';
import { planSweep, withoutMarks } from './plan-sweep.ts';
import { recordOff } from './record-off.ts';
import { leftoversEveryMs, removeLeftovers } from './remove-leftovers.ts';
import { saveOff, saveSweep } from './save-sweep.ts';
import { findHead, firstSweepKeys, loadMemory, type Records, type SweepMemory } from './sweep-index.ts';
import type { SweepParts } from './sweep-parts.ts';
import { buildOffReport, toSweepProgress } from './sweep-report.ts';
import { newSweepHead } from './sweep-state.ts';
import {
  changeCursor,
  secondsUntilPlace,
  shouldStopLooking,
  type OpenSweep,
  type PhaseResult,
  type SweepStep,
} from './sweep-step.ts';
import { syncDue, type SyncedStep } from './sync-due.ts';

/**
 * Does one step of the sweep of a Zoom account: begins one, or goes on with the one that is open, whoever began it.
 * Killed anywhere, the next step goes on from what was saved last.
 *
 * @throws IntegrationError; what was found until then is saved where possible
 */
export async function runSweepStep(parts: SweepParts, request: SweepRequest): Promise<RunSweepAnswer> {
  const startedMs = parts.startedMs ?? parts.monotonicMs();
  const { account, accountId } = parts;
  const store = await account.findStore();
  const keys = [account.setupKey, settingsKey, ...firstSweepKeys(accountId), ...writesKeys(parts.otherAccountIds)];
  const first: Records = store === null ? new Map() : await store.read(keys);
  const saved = readSettingsRecord(first.get(settingsKey));
  const head = findHead(accountId, first) ?? newSweepHead;
  const finished = answerFinished(head, request.sweepId);
  if (finished !== null) return finished;

  const sweepId = toSweepId(head.cursor === null ? head.sweepNumber + 1 : head.sweepNumber);
  // Nobody can have turned the sync on where nothing can be stored.
  if (store === null) return doneAnswer(sweepId, buildOffReport(parts, nothingKnown, saved.settings, parts.now()));
  const { memory, records } = await loadMemory(store, accountId, first);
  const isOff = !saved.settings.isSyncOn;
  if (isOff && planOff(parts, memory, saved).off.length === 0) {
    return doneAnswer(sweepId, buildOffReport(parts, memory, saved.settings, parts.now()));
  }

  const leaseKeys = recordKeysOf(accountId, 'sweep');
  const lease = await takeLease(store, leaseKeys, head.leaseNumber, parts.holder, parts.now);
  if (lease.kind === 'busy') return waitingAnswer(sweepId, lease.retryAfterSeconds);
  const newLeases = leaseIdsOf(lease).map((recordId) => [recordId, parts.now()] as const);
  const leases = [...memory.head.leases, ...newLeases];
  const owned = {
    ...memory,
    head: { ...memory.head, leaseNumber: lease.number, leases },
    index: periodsOfKilled(lease).reduce(addKilledStep, memory.index),
  };
  if (isOff) return turnOff({ parts, startedMs }, store, owned, records, saved, sweepId);

  parts.useZoomShare(saved.settings.zoomSharePercent);
  const callsBefore = parts.meter.hubspotCallCount();
  const prepared = await account.prepare(first.get(account.setupKey));
  // Whoever prepares the account after this must find what was set up just now.
  const setUp = parts.meter.hubspotCallCount() > callsBefore ? await prepared.store.read([account.setupKey]) : first;
  const step: SweepStep = {
    parts,
    prepared,
    setup: setUp.get(account.setupKey),
    writes: first,
    saved,
    settings: saved.settings,
    peopleRulesHash: peopleRulesHash(saved.settings),
    startedMs,
  };
  return continueSweep(step, openSweep(owned, request, saved.version, parts.now()), records);
}

/** A step that was killed may have written contacts of any webinar that it still had to sync. */
const addKilledStep = (index: WebinarIndex, period: WritePeriod): WebinarIndex =>
  new Map(
    [...index].map(([id, entry]) => [
      id,
      entry.due === null ? entry : { ...entry, contactWrites: addPeriod(entry.contactWrites ?? [], period) },
    ]),
  );

const nothingKnown = { index: new Map(), users: new Map() } as const;

/** The sync was turned off: every webinar's log says so once, and nothing is read from Zoom. */
async function turnOff(
  { parts, startedMs }: Pick<SweepStep, 'parts' | 'startedMs'>,
  store: StateStore,
  memory: SweepMemory,
  records: Records,
  saved: VersionedSettings,
  sweepId: string,
): Promise<RunSweepAnswer> {
  const { index, off } = planOff(parts, memory, saved);
  const shouldStop = (): boolean => shouldStopLooking({ parts, startedMs });
  const settledIds = await recordOff({ parts, store, settings: saved }, off, shouldStop);
  const marked = { ...memory, index: withoutMarks(index, memory.index, off, settledIds) };
  const report = buildOffReport(parts, marked, saved.settings, parts.now());
  await saveOff(parts, store, marked, records, report);
  if (settledIds.size === off.length) return doneAnswer(sweepId, report);
  const progress = { phase: 'history', doneCount: settledIds.size, totalCount: off.length } as const;
  return { ok: true, done: false, sweepId, progress, retryAfterSeconds: 0, finished: [], failed: [] };
}

const planOff = ({ accountId, now }: SweepParts, { index }: SweepMemory, { settings }: VersionedSettings) =>
  planSweep(index, { accountId, settings, peopleRulesHash: '', mode: 'due', now: now() });

/** Once a day, at the end of a sweep, if there is time. */
async function tidyUp(step: SweepStep, sweep: OpenSweep): Promise<OpenSweep> {
  const now = step.parts.now();
  const { tidiedAt } = sweep.head;
  const isTidy = tidiedAt !== null && now - tidiedAt < leftoversEveryMs;
  if (isTidy || shouldStopLooking(step)) return sweep;
  try {
    await removeLeftovers(step.prepared.store, now, () => shouldStopLooking(step));
    return { ...sweep, head: { ...sweep.head, tidiedAt: now } };
  } catch {
    // Nobody waits for it; the next sweep tries again.
    return sweep;
  }
}

const looks = [
  { phase: 'users', next: 'webinars', run: lookForUsers },
  { phase: 'webinars', next: 'history', run: lookForWebinars },
  { phase: 'history', next: 'recordings', run: lookAtHistory },
  { phase: 'recordings', next: 'planning', run: lookAtRecordings },
  { phase: 'planning', next: 'syncing', run: planSyncs },
] as const;

async function continueSweep(step: SweepStep, begun: OpenSweep, records: Records): Promise<RunSweepAnswer> {
  const looked = await look(step, begun);
  const synced = looked.isDone ? await syncDue(step, looked.sweep) : notYetSynced(step, looked);
  const isDone = synced.isDone && synced.error === null;
  const tidied = isDone ? await tidyUp(step, synced.sweep) : synced.sweep;
  const saving = saveSweep(step, tidied, records, synced.store, isDone);
  if (synced.error !== null) {
    // What went wrong first is what has to be known.
    await saving.catch(() => undefined);
    throw synced.error as Error;
  }
  const sweep = await saving;

  const { finished, failed, retryAfterSeconds } = synced;
  const sweepId = toSweepId(sweep.head.sweepNumber);
  if (isDone && sweep.head.lastReport !== null) {
    return { ...doneAnswer(sweepId, sweep.head.lastReport), finished, failed };
  }
  const progress = toSweepProgress(sweep);
  const isWaiting = retryAfterSeconds > 0;
  return {
    ok: true,
    done: false,
    sweepId,
    progress: isWaiting ? { ...progress, phase: 'waiting' } : progress,
    retryAfterSeconds,
    finished,
    failed,
  };
}

/** Looks for what is due, as far as time allows. */
async function look(step: SweepStep, begun: OpenSweep): Promise<LookResult> {
  let sweep = begun;
  for (const { phase, next, run } of looks) {
    if (sweep.cursor.phase !== phase) continue;
    const before = sweep;
    const result = await run(step, before).catch((error: unknown) => ({ sweep: before, isDone: false, error }));
    if (!result.isDone || result.error !== null) return stopped(result);
    sweep = changeCursor(result.sweep, { phase: next });
  }
  return { sweep, isDone: true, error: null, retryAfterSeconds: 0 };
}

interface LookResult extends PhaseResult {
  readonly retryAfterSeconds: number;
}

/** Whoever waited for a place at the rate gate until time was up has not failed. */
const stopped = ({ sweep, error }: PhaseResult): LookResult => ({
  sweep,
  isDone: false,
  error: isFailureOfKind(error, 'deadline') ? null : error,
  retryAfterSeconds: secondsUntilPlace(error),
});

/** Decides what is due, and says in the logs of the others why they are not synced. */
async function planSyncs(step: SweepStep, looked: OpenSweep): Promise<PhaseResult> {
  const sweep = await lookForWrites(step, looked);
  const { parts, saved, settings, prepared } = step;
  const { accountId, now } = parts;
  const terms = { accountId, settings, peopleRulesHash: step.peopleRulesHash, mode: sweep.cursor.mode, now: now() };
  const { index: planned, off } = planSweep(sweep.index, terms);
  const shouldStop = (): boolean => shouldStopLooking(step);
  const settledIds = await recordOff({ parts, store: prepared.store, settings: saved }, off, shouldStop);
  const index = withoutMarks(planned, sweep.index, off, settledIds);
  const entries = [...index.values()];
  const dueCount = entries.filter(({ due }) => due !== null).length;
  const settledCount = entries.filter((entry) => entry.due === null && entry.off === null && !entry.isZoomEvent).length;
  const { syncedCount, failedCount } = sweep.cursor;
  const isDone = settledIds.size === off.length;
  const counts = { dueCount: syncedCount + failedCount + dueCount, settledCount };
  return { sweep: changeCursor({ ...sweep, index }, counts), isDone, error: null };
}

/** For a step that had no time to sync. */
function notYetSynced(step: SweepStep, looked: LookResult): SyncedStep {
  const store = createBufferedStore(step.prepared.store);
  return { ...looked, finished: [], failed: [], store };
}
