import type { FailedWebinar } from '../../extensions/contract/sweep.ts';
import type { SyncReport } from '../../extensions/contract/sync.ts';
import { isFailureOfKind } from '../http/integration-error.ts';
import { addPeriod, toWritesRecord, type WritePeriod } from '../sync/write-periods.ts';
import { createBufferedEvents } from './buffered-events.ts';
import { createBufferedStore, type BufferedStore } from './buffered-store.ts';
import type { IndexEntry } from './index-entry.ts';
import type { SyncPlace } from './sweep-parts.ts';
import { applyOutcome, type SyncOutcome } from './sync-outcome.ts';
import { changeCursor, type OpenSweep, type SweepStep } from './sweep-step.ts';

/** Webinars that are synced together, and what became of them. */
export interface SyncBatch {
  readonly store: BufferedStore;
  placeOf(webinarId: string): SyncPlace;
  add(entry: IndexEntry, outcome: SyncOutcome): void;
  /** Whether any webinar has got so far. */
  hasFinished(): boolean;
  /**
   * Sends the events that are held; what then stands in the store may be written.
   *
   * @throws IntegrationError when HubSpot could not be reached: nothing of the webinars counts then
   */
  sendEvents(): Promise<void>;
  /** To be asked once, at the end. */
  result(): Promise<{
    readonly sweep: OpenSweep;
    readonly finished: readonly SyncReport[];
    readonly failed: readonly FailedWebinar[];
    /** The longest of those that somebody else is at work on; 0 when there is none. */
    readonly busySeconds: number;
  }>;
}

const nothing: readonly WritePeriod[] = [];

export function createSyncBatch(step: SweepStep, begun: OpenSweep): SyncBatch {
  const { parts, prepared, setup, peopleRulesHash } = step;
  const store = createBufferedStore(prepared.store);
  const events = createBufferedEvents(prepared.behaviouralEvents);
  const index = new Map(begun.index);
  const finished: SyncReport[] = [];
  const failed: FailedWebinar[] = [];
  let singles = begun.cursor.singles;
  let waiting: { readonly entry: IndexEntry; readonly outcome: SyncOutcome }[] = [];
  let busySeconds = 0;
  const written: { readonly webinarId: string; readonly period: WritePeriod }[] = [];

  const settle = (entry: IndexEntry, outcome: SyncOutcome): void => {
    index.set(entry.webinarId, applyOutcome(entry, outcome, { peopleRulesHash, now: parts.now() }));
    if (outcome.kind === 'busy') busySeconds = Math.max(busySeconds, outcome.retryAfterSeconds);
    if (outcome.kind === 'finished') finished.push(outcome.report);
    if (outcome.kind === 'failed') {
      failed.push({ webinarId: entry.webinarId, topic: entry.topic, failure: outcome.failure });
    }
  };

  return {
    store,
    placeOf: (webinarId) => ({
      wrapAccount: (account) => ({
        setupKey: account.setupKey,
        findStore: async () => store,
        async prepare() {
          const own = await account.prepare(setup);
          return {
            ...own,
            store,
            behaviouralEvents: singles.includes(webinarId) ? own.behaviouralEvents : events.gateway,
          };
        },
      }),
      onContactsWritten: (period) => void written.push({ webinarId, period }),
    }),
    add: (entry, outcome) => void waiting.push({ entry, outcome }),
    hasFinished: () => finished.length > 0 || waiting.some(({ outcome }) => outcome.kind === 'finished'),
    async sendEvents() {
      const settled = waiting;
      waiting = [];
      try {
        await events.flush();
      } catch (error) {
        await store.drop();
        if (!isFailureOfKind(error, 'rejected')) throw error;
        // Sent by itself, the webinar whose events are refused can say so, and the others are none the worse.
        singles = [...new Set([...singles, ...settled.map(({ entry }) => entry.webinarId)])];
        return;
      }
      for (const { entry, outcome } of settled) settle(entry, outcome);
    },
    async result() {
      for (const { webinarId, period } of written) {
        const entry = index.get(webinarId);
        if (entry === undefined) continue;
        index.set(webinarId, { ...entry, contactWrites: addPeriod(entry.contactWrites ?? [], period) });
      }
      if (written.length > 0) {
        const periods = [...index.values()]
          .flatMap(({ contactWrites = [] }) => contactWrites)
          .reduce(addPeriod, nothing);
        const { accountId, now } = parts;
        await store.write([toWritesRecord({ accountId, webinarId: null, periods }, now())]);
      }
      const { cursor } = begun;
      const isSynced = ({ status }: SyncReport): boolean => status === 'complete' || status === 'partial';
      const sweep = changeCursor(
        { ...begun, index },
        {
          singles,
          syncedCount: cursor.syncedCount + finished.filter(isSynced).length,
          failedCount: cursor.failedCount + failed.length,
        },
      );
      return { sweep, finished, failed, busySeconds };
    },
  };
}
