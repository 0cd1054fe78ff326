import type { Instant } from '../domain/instant.ts';
import type { StateRecord, StateStore } from '../sync/ports.ts';
import { addDoors, doorsKey, emptyDoors, noEvents, parseDoors, toDoorsRecord, type Doors } from './doors-record.ts';

/** What a process has counted at its doors and not yet written down. */
export interface DoorsCount {
  count(accountId: string, what: 'rung' | 'ignored' | 'validated'): void;
  /**
   * The record to be written, of which a process makes one a minute at most; null when it is not yet time, or there is
   * nothing to tell. One call.
   */
  toRecord(store: Pick<StateStore, 'read'>): Promise<StateRecord | null>;
  /** Puts back what could not be written. */
  putBack(): void;
}

const writtenEveryMs = 60_000;

/** @param takeRefusals - what was refused in this process since it was asked last */
export function createDoorsCount(now: () => Instant, takeRefusals: () => Doors['refusals']): DoorsCount {
  let counted: Doors = emptyDoors;
  let taken: Doors = emptyDoors;
  let writtenAt = -Infinity;
  return {
    count(accountId, what) {
      const at = now();
      const isEvent = what !== 'validated';
      const events = {
        ...noEvents,
        ...(isEvent ? { lastEventAt: at, eventCount: 1 } : { lastValidationAt: at }),
        ignoredCount: what === 'ignored' ? 1 : 0,
      };
      counted = addDoors(counted, { accounts: { [accountId]: events }, refusals: {} });
    },
    async toRecord(store) {
      if (now() - writtenAt < writtenEveryMs) return null;
      taken = addDoors(counted, { accounts: {}, refusals: takeRefusals() });
      counted = emptyDoors;
      if (Object.keys(taken.accounts).length + Object.keys(taken.refusals).length === 0) return null;
      writtenAt = now();
      const stored = (await store.read([doorsKey])).get(doorsKey);
      return toDoorsRecord(addDoors(parseDoors(stored), taken), now());
    },
    putBack() {
      counted = addDoors(taken, counted);
      taken = emptyDoors;
      writtenAt = -Infinity;
    },
  };
}
