import * as z from 'zod/mini';
import type { Instant } from '../domain/instant.ts';
import type { StateRecord, StoredRecord } from '../sync/ports.ts';

/** What came to one Zoom account's door. */
export interface AccountEvents {
  readonly lastEventAt: Instant | null;
  /** When Zoom last asked whether the URL is ours; it does every three days. */
  readonly lastValidationAt: Instant | null;
  readonly eventCount: number;
  /** Of those, the ones that changed nothing here. */
  readonly ignoredCount: number;
}

/** What came to all doors. Counts of processes that ended before they wrote them down are lost. */
export interface Doors {
  readonly accounts: Readonly<Record<string, AccountEvents>>;
  /** Requests that were not let in, by cause. */
  readonly refusals: Readonly<Record<string, number>>;
}

export const doorsKey = 'doors';
export const noEvents: AccountEvents = { lastEventAt: null, lastValidationAt: null, eventCount: 0, ignoredCount: 0 };
export const emptyDoors: Doors = { accounts: {}, refusals: {} };

const nullableNumber = z.nullable(z.number());
const shape = z.object({
  v: z.literal(1),
  accounts: z.record(
    z.string(),
    z.object({
      lastEventAt: nullableNumber,
      lastValidationAt: nullableNumber,
      eventCount: z.number(),
      ignoredCount: z.number(),
    }),
  ),
  refusals: z.record(z.string(), z.number()),
});

/** What cannot be read counts as nothing: it is only told, never relied on. */
export function parseDoors(record: StoredRecord | undefined): Doors {
  if (record === undefined) return emptyDoors;
  try {
    const { accounts, refusals } = shape.parse(JSON.parse(record.payload));
    return { accounts, refusals };
  } catch {
    return emptyDoors;
  }
}

export function addDoors(one: Doors, other: Doors): Doors {
  const accountIds = new Set([...Object.keys(one.accounts), ...Object.keys(other.accounts)]);
  const causes = new Set([...Object.keys(one.refusals), ...Object.keys(other.refusals)]);
  const refusalCount = ({ refusals }: Doors, cause: string): number => refusals[cause] ?? 0;
  return {
    accounts: Object.fromEntries(
      [...accountIds].map((id) => [id, addEvents(one.accounts[id] ?? noEvents, other.accounts[id] ?? noEvents)]),
    ),
    refusals: Object.fromEntries(
      [...causes].map((cause) => [cause, refusalCount(one, cause) + refusalCount(other, cause)]),
    ),
  };
}

const addEvents = (one: AccountEvents, other: AccountEvents): AccountEvents => ({
  lastEventAt: latest(one.lastEventAt, other.lastEventAt),
  lastValidationAt: latest(one.lastValidationAt, other.lastValidationAt),
  eventCount: one.eventCount + other.eventCount,
  ignoredCount: one.ignoredCount + other.ignoredCount,
});

const latest = (one: Instant | null, other: Instant | null): Instant | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

export function toDoorsRecord(doors: Doors, now: Instant): StateRecord {
  const eventCount = Object.values(doors.accounts).reduce((sum, account) => sum + account.eventCount, 0);
  const refusalCount = Object.values(doors.refusals).reduce((sum, count) => sum + count, 0);
  return {
    key: doorsKey,
    kind: 'doors',
    payload: JSON.stringify({ v: 1, ...doors }),
    version: eventCount + refusalCount,
    status: 'counted',
    occurredAt: now,
    summary: `${eventCount} events from Zoom; ${refusalCount} requests refused`,
  };
}
