import * as z from 'zod/mini';
import type { Instant } from '../domain/instant.ts';
import type { RecordKeys } from './checkpoint.ts';
import type { StateStore } from './ports.ts';

/**
 * Only one step of a webinar may run at a time. A step owns the webinar by having created the record with the next lease
 * number: keys are unique, so of several that try, one succeeds. A function lives ten seconds at most; a lease that is
 * older belongs to one that was killed, and the next number may be taken.
 */
export const leaseMs = 12_000;

/** Leases younger than this are not removed: somebody may still be about to create one of that number. */
export const leaseKeptMs = 60_000;

export type Lease =
  | { readonly kind: 'held'; readonly number: number; readonly recordId: string }
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number };

const leasePayload = z.object({ holder: z.string(), expiresAt: z.number() });
const attemptsMax = 5;
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
  for (let number = lastNumber + 1; number <= lastNumber + attemptsMax; number += 1) {
    const key = keys.lease(number);
    const expiresAt = now() + leaseMs;
    const recordId = await store.create({
      key,
      kind: 'lease',
      payload: JSON.stringify({ holder, expiresAt }),
      version: number,
      status: 'held',
      occurredAt: now(),
      summary: 'A step of a sync is at work on this webinar',
    });
    if (recordId !== null) return { kind: 'held', number, recordId };

    const existing = (await store.read([key])).get(key);
    const waitMs = existing === undefined ? 0 : readExpiry(existing.payload) - now();
    if (waitMs > 0) return { kind: 'busy', retryAfterSeconds: Math.min(Math.ceil(waitMs / 1000), askAgainSeconds) };
  }
  return { kind: 'busy', retryAfterSeconds: askAgainSeconds };
}

function readExpiry(payload: string): Instant {
  try {
    return leasePayload.parse(JSON.parse(payload)).expiresAt;
  } catch {
    return 0;
  }
}
