import type { Instant } from '../domain/instant.ts';
import { isIntegrationError, type Failure } from '../http/integration-error.ts';
import type { StateStore } from '../sync/ports.ts';
import { findHead } from '../sweep/sweep-index.ts';
import { sweepKeysOf } from '../sweep/sweep-state.ts';
import { sweepAccount } from './sweep-account.ts';
import { systemTime } from './system-time.ts';
import type { Vendors } from './vendors.ts';

export interface SweptAccounts {
  readonly syncedCount: number;
  readonly failures: readonly Failure[];
  /** When there is something to do again; null when every account that works is done. */
  readonly nextAt: Instant | null;
}

/** An account whose last sweep is younger is left alone, so that calling again and again comes to an end. */
const sweptRecentlyMs = 10 * 60_000;
/** A step that begins later has too little of the eight seconds left. */
const lastBeginningMs = 3_500;
/** Calls one after the other find another account at the beginning. */
const turnMs = 7_000;

/** A step of the sweep of each account that is due, as far as time allows. One that fails does not stop the others. */
export async function sweepAccounts(
  vendors: Vendors,
  callId: string,
  store: StateStore,
  startedMs: number,
): Promise<SweptAccounts> {
  const { now, monotonicMs } = systemTime;
  const due = await findDue(vendors, store);
  const failures: Failure[] = [];
  let syncedCount = 0;
  let nextAt: Instant | null = null;
  for (const name of due) {
    if (monotonicMs() - startedMs > lastBeginningMs) {
      nextAt = now();
      break;
    }
    try {
      const answer = await sweepAccount(vendors, callId, name, { mode: 'due' }, startedMs);
      syncedCount += answer.finished.length;
      if (!answer.done) nextAt = Math.min(nextAt ?? Infinity, now() + answer.retryAfterSeconds * 1_000);
    } catch (error) {
      if (!isIntegrationError(error)) throw error;
      failures.push(error.failure);
    }
  }
  return { syncedCount, failures, nextAt };
}

/** Names of connections, in turn. */
async function findDue(vendors: Vendors, store: StateStore): Promise<readonly string[]> {
  const connections = vendors.connections();
  const heads = await store.read(connections.map(({ accountId }) => sweepKeysOf(accountId).head));
  const due = connections.filter(({ accountId }) => {
    const head = findHead(accountId, heads);
    return head?.lastSweepAt == null || head.cursor !== null || systemTime.now() - head.lastSweepAt > sweptRecentlyMs;
  });
  const first = Math.floor(systemTime.now() / turnMs) % Math.max(due.length, 1);
  return [...due.slice(first), ...due.slice(0, first)].map(({ name }) => name);
}
