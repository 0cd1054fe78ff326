import { runSyncStep } from '../sync/run-sync.ts';
import type { StateStore } from '../sync/ports.ts';
import { answerDoorbells, type AnsweredDoorbells } from '../webhooks/answer-doorbells.ts';
import { createAccount } from './accounts.ts';
import { createSyncParts } from './sync-parts.ts';
import { systemTime } from './system-time.ts';
import type { Vendors } from './vendors.ts';

/** A step of a sync that begins later has too little of the eight seconds left. */
const lastBeginningMs = 4_000;
/** Kept for what is to be written when the syncs have ended. */
const savingMs = 700;

export interface Rung {
  readonly vendors: Vendors;
  readonly callId: string;
  readonly store: StateStore;
  /** The monotonic moment that the call's eight seconds count from. */
  readonly startedMs: number;
  /** Of one Zoom account only. */
  readonly accountId?: string;
}

/** Syncs the webinars whose doorbells are due, as far as a call's time allows. */
export function answerRung({ vendors, callId, store, startedMs, accountId }: Rung): Promise<AnsweredDoorbells> {
  const { now, monotonicMs } = systemTime;
  const connections = vendors.connections();
  return answerDoorbells({
    store,
    accountIds: accountId === undefined ? connections.map((connection) => connection.accountId) : [accountId],
    isAllAccounts: accountId === undefined,
    shouldStop: () => monotonicMs() - startedMs > lastBeginningMs,
    syncOne(rungAccountId, webinarId) {
      const fork = vendors.fork(savingMs);
      const zoom = fork.zoom(connections.find((connection) => connection.accountId === rungAccountId)?.name);
      const account = createAccount(fork.hubspot, rungAccountId, now);
      const parts = createSyncParts(fork, zoom, callId);
      return runSyncStep(
        { ...parts, isDryRun: false, account, startedMs: startedMs - savingMs },
        { webinarId, trigger: 'webhook' },
      );
    },
    now,
  });
}
