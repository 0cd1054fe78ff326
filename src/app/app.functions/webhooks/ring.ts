import type { Instant } from '../domain/instant.ts';
import type { StateRecord } from '../sync/ports.ts';
import { keyOfDoorbell, toDoorbellRecord, type Doorbell } from './doorbell.ts';

/** @returns whether anything was written */
export type Ring = (doorbell: Doorbell, write: (record: StateRecord) => Promise<void>) => Promise<boolean>;

/**
 * Rings doorbells, each once in a process: what a second ring would write is on record already, and will not be answered
 * before its span of time is over. Whoever rings while the first is still writing waits for it, because an event may only
 * be acknowledged when it is on record; if that fails, the next one writes.
 */
export function createRing(now: () => Instant): Ring {
  const rung = new Map<string, { readonly dueAt: Instant; readonly written: Promise<void> }>();
  return async (doorbell, write) => {
    for (const [key, { dueAt }] of rung) if (dueAt < now()) rung.delete(key);
    const key = keyOfDoorbell(doorbell);
    const before = rung.get(key);
    if (before !== undefined) {
      await before.written;
      return false;
    }
    const written = write(toDoorbellRecord(doorbell));
    rung.set(key, { dueAt: doorbell.dueAt, written });
    try {
      await written;
      return true;
    } catch (error) {
      rung.delete(key);
      throw error;
    }
  };
}
