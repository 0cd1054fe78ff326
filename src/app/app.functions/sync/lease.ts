import * as z from 'zod/mini';
import type { Instant } from '../domain/instant.ts';
import type { RecordKeys } from './checkpoint.ts';
import type { StateStore, StoredRecord } from './ports.ts';
import type { WritePeriod } from './write-periods.ts';

/**
 * Only one step of a webinar may run at a time. A step owns the webinar by having created the record with the next lease
 * number: keys are unique, so of several that try, one succeeds. A function lives ten seconds at most; a lease that is
 * older belongs to one that was killed, and the next number may be taken.
 */
export const leaseMs = 12_000;

/** Leases younger than this are not removed: somebody may still be about to create one of that number. */
export const leaseKeptMs = 60_000;

export type Lease =
  | {
      readonly kind: 'held';
      readonly number: number;
      readonly recordId: string;
      /** Leases that ran out, to be removed some day: somebody was killed, at the latest when it ran out. */
      readonly passedOver: readonly { readonly recordId: string; readonly expiredAt: Instant }[];
    }
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number };

const leasePayload = z.object({ holder: z.string(), expiresAt: z.number() });
/** As many as one call reads. */
const leasesPerRead = 100;
/** A step mostly ends long before its lease runs out. */
const askAgainSeconds = 2;

/**
 * Takes the lease after `lastNumber`, or after the last one of those that ran out.
 *
 * @param holder - unique for this step
 */
export async function takeLease(
  store: StateStore,
  keys: RecordKeys,
  lastNumber: number,
  holder: string,
  now: () => Instant,
): Promise<Lease> {
  const create = (number: number): Promise<string | null> =>
    store.create({
      key: keys.lease(number),
      kind: 'lease',
      payload: JSON.stringify({ holder, expiresAt: now() + leaseMs }),
      version: number,
      status: 'held',
      occurredAt: now(),
      summary: 'A step of a sync is at work on this webinar',
    });

  const next = await create(lastNumber + 1);
  if (next !== null) return { kind: 'held', number: lastNumber + 1, recordId: next, passedOver: [] };

  const taken = await readLeasesFrom(store, keys, lastNumber + 1);
  const waitMs = Math.max(0, ...taken.map(({ payload }) => readExpiry(payload) - now()));
  if (waitMs > 0) return { kind: 'busy', retryAfterSeconds: Math.min(Math.ceil(waitMs / 1000), askAgainSeconds) };
  const number = lastNumber + taken.length + 1;
  const recordId = await create(number);
  if (recordId === null) return { kind: 'busy', retryAfterSeconds: askAgainSeconds };
  const passedOver = taken.map(({ recordId: id, payload }) => ({ recordId: id, expiredAt: readExpiry(payload) }));
  return { kind: 'held', number, recordId, passedOver };
}

/** However many steps were killed one after the other: each has left a lease. */
async function readLeasesFrom(store: StateStore, keys: RecordKeys, first: number): Promise<readonly StoredRecord[]> {
  const wanted = Array.from({ length: leasesPerRead }, (_, index) => keys.lease(first + index));
  const found = await store.read(wanted);
  const leases = wanted.flatMap((key) => found.get(key) ?? []);
  return leases.length < leasesPerRead
    ? leases
    : [...leases, ...(await readLeasesFrom(store, keys, first + leasesPerRead))];
}

/** Ids of the leases that are on record now. */
export const leaseIdsOf = ({ passedOver, recordId }: Extract<Lease, { kind: 'held' }>): readonly string[] => [
  ...passedOver.map((lease) => lease.recordId),
  recordId,
];

/** When those may have been at work who were killed. */
export const periodsOfKilled = ({ passedOver }: Extract<Lease, { kind: 'held' }>): readonly WritePeriod[] =>
  passedOver.map(({ expiredAt }) => ({ from: expiredAt - leaseMs, to: expiredAt }));

function readExpiry(payload: string): Instant {
  try {
    return leasePayload.parse(JSON.parse(payload)).expiresAt;
  } catch {
    return 0;
  }
}
