import * as z from 'zod/mini';
import type { Reply } from '../access/request.ts';
import type { Instant } from '../domain/instant.ts';
import { isIntegrationError, type Failure } from '../http/integration-error.ts';
import type { StateStore } from '../sync/ports.ts';
import { findStateStore } from './accounts.ts';
import { answerRung } from './answer-rung.ts';
import { writeDoorCounts } from './door-counts.ts';
import type { RequestCall } from './handle-request.ts';
import { kickSync, type Watch } from './kick-sync.ts';
import { sweepAccounts, type SweptAccounts } from './sweep-accounts.ts';
import { systemTime } from './system-time.ts';

/** A workflow gets so much of a call, whatever is still to be waited for. */
const callMs = 7_000;
/** A search of HubSpot shows what was written so long ago. */
const searchLagMs = 5_500;
/** Kept for what comes after the work. */
const endingMs = 700;
/** What is due later is not waited for. */
const aheadMs = 120_000;
/** A watch ends after so many calls, about ten minutes; the next event begins another. */
const hopsMax = 90;
/** The same of a sweep, which may find thousands of webinars; about an hour. */
const sweepHopsMax = 500;
/** Only one call at a time is on watch; it is killed after ten seconds at the latest. */
const shiftMs = 10_000;

const nothingSwept: SweptAccounts = { syncedCount: 0, failures: [], nextAt: null };

/**
 * Syncs what is due: webinars whose doorbells were rung, then a step of the sweep of each account.
 *
 * A workflow calls it, and gets what one call has come to. What is left is gone on with by calls that it makes to itself,
 * where the base URL is known; each such call is a watch. An event begins a watch as well, which sweeps nothing. A watch
 * waits until the next bell is due and then lets another call answer it, with a whole call's time; only one is on watch at
 * a time, so that waiting costs the account one function at most. It ends when nothing is due soon, and looks once more
 * before, without being on watch, so that whoever calls meanwhile begins another.
 */
export async function runZoomSync({ request, vendors, environment, callId }: RequestCall): Promise<Reply> {
  const startedMs = systemTime.monotonicMs();
  const watch = parseWatch(request.body);
  const store = await findStateStore(vendors.hubspot);
  if (store === null) return toOutputs(nothingToDo);
  const shift = watch === null ? null : await beginShift(store, callId);
  if (watch !== null && shift === null) return { status: 200, json: {} };
  if (watch === null) await writeDoorCounts(() => Promise.resolve(store));

  const restMs = (): number => Math.max(0, callMs - (systemTime.monotonicMs() - startedMs));
  let work: Work = nothingToDo;
  try {
    work = await doWork({ vendors: vendors.fork(endingMs), callId }, store, watch, startedMs - endingMs);
    if (watch !== null && isSoon(work.nextAt)) await sleepUntil(work.nextAt, restMs());
  } finally {
    if (shift !== null) await endShift(store, shift);
  }
  const hasMore = isSoon(work.nextAt) || (watch !== null && (await looksAgain(store, restMs())));
  const next: Watch = { hop: watch === null ? 0 : watch.hop + 1, isSweeping: work.isSweepLeft };
  if (hasMore && next.hop < (next.isSweeping ? sweepHopsMax : hopsMax)) await kickSync(environment, next);
  return watch === null ? toOutputs(work) : { status: 200, json: {} };
}

const sleepUntil = (at: Instant, msMax: number): Promise<void> =>
  systemTime.sleep(Math.min(msMax, Math.max(0, at - systemTime.now())));

interface Work {
  readonly syncedCount: number;
  readonly failure: Failure | null;
  /** When there is something to do again; null when nothing is left. */
  readonly nextAt: Instant | null;
  readonly isSweepLeft: boolean;
}

const nothingToDo: Work = { syncedCount: 0, failure: null, nextAt: null, isSweepLeft: false };

async function doWork(
  { vendors, callId }: Pick<RequestCall, 'vendors' | 'callId'>,
  store: StateStore,
  watch: Watch | null,
  startedMs: number,
): Promise<Work> {
  const rung = await answerRung({ vendors, callId, store, startedMs });
  const isSweeping = watch === null || watch.isSweeping;
  const swept = isSweeping ? await sweepAccounts(vendors, callId, store, startedMs) : nothingSwept;
  const times = [rung.nextAt, swept.nextAt].filter((at) => at !== null);
  return {
    syncedCount: rung.finished.length + swept.syncedCount,
    failure: [...swept.failures, ...rung.failed.map(({ failure }) => failure)][0] ?? null,
    nextAt: times.length === 0 ? null : Math.min(...times),
    isSweepLeft: swept.nextAt !== null,
  };
}

const isSoon = (at: Instant | null): at is Instant => at !== null && at <= systemTime.now() + aheadMs;

const watchShape = z.object({ watch: z.object({ hop: z.int().check(z.minimum(0)), isSweeping: z.boolean() }) });

/** @returns null for a call of a workflow */
function parseWatch(body: Readonly<Record<string, unknown>>): Watch | null {
  const parsed = z.safeParse(watchShape, body);
  return parsed.success ? parsed.data.watch : null;
}

/** The right to be on watch: a record that only one can create. One that was left behind is of no consequence soon. */
const beginShift = (store: StateStore, callId: string): Promise<string | null> =>
  store.create({
    key: `lease:doorbells:${Math.floor(systemTime.now() / shiftMs)}`,
    kind: 'lease',
    payload: JSON.stringify({ holder: callId }),
    version: 1,
    status: 'held',
    occurredAt: systemTime.now(),
    summary: 'Waiting for events from Zoom that are due soon',
  });

/** Where it fails, the record is in nobody's way some seconds later. */
async function endShift(store: StateStore, shift: string): Promise<void> {
  try {
    await store.remove([shift]);
  } catch (error) {
    if (!isIntegrationError(error)) throw error;
  }
}

/** What was rung just now is found a little later; by another call, if this one has no time left. */
async function looksAgain(store: StateStore, restMs: number): Promise<boolean> {
  if (restMs < searchLagMs) return true;
  await systemTime.sleep(searchLagMs);
  return (await store.listNewest('doorbell', 1, systemTime.now() + aheadMs)).length > 0;
}

/** Every account's failure is told; none stops the workflow. */
export function failZoomSync(failure: Failure): Reply {
  return passing.has(failure.kind)
    ? { status: 503, json: {} }
    : toOutputs({ syncedCount: 0, failure, nextAt: null, isSweepLeft: true });
}

/** HubSpot asks again. */
const passing: ReadonlySet<Failure['kind']> = new Set([
  'rate-limited',
  'unavailable',
  'timeout',
  'answer-lost',
  'deadline',
]);

const errorCodes: Readonly<Partial<Record<Failure['kind'], string>>> = {
  unauthorised: 'ACCOUNT_REFUSED',
  'missing-scope': 'SCOPE_MISSING',
  'quota-exhausted': 'DAILY_LIMIT',
};

/** What the workflow gets; every value of an output is a text. */
const toOutputs = ({ syncedCount, failure, nextAt, isSweepLeft }: Work): Reply => ({
  status: 200,
  json: {
    outputFields: {
      done: String(nextAt === null && !isSweepLeft),
      webinarsSynced: String(syncedCount),
      errorCode:
        failure === null ? '' : (errorCodes[failure.kind] ?? (passing.has(failure.kind) ? 'UNAVAILABLE' : 'FAILED')),
      hs_execution_state: 'SUCCESS',
    },
  },
});
