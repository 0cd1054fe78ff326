import type { Instant } from '../domain/instant.ts';
import { parseWebinarState, recordKeysOf } from '../sync/checkpoint.ts';
import { takeLease } from '../sync/lease.ts';
import type { StateRecord } from '../sync/ports.ts';
import type { BufferedStore } from './buffered-store.ts';

/** The lease that a sync of the webinar would take next, by what is known of the webinar. */
async function toLeaseRecord(
  store: BufferedStore,
  accountId: string,
  webinarId: string,
  holder: string,
  now: () => Instant,
): Promise<StateRecord | null> {
  const keys = recordKeysOf(accountId, webinarId);
  const stored = (await store.read([keys.state])).get(keys.state);
  const lastNumber = (stored === undefined ? null : parseWebinarState(stored.payload))?.leaseNumber ?? 0;
  let wanted: StateRecord | null = null;
  const catching = {
    ...store,
    create: async (record: StateRecord) => {
      wanted = record;
      return 'caught';
    },
  };
  await takeLease(catching, keys, lastNumber, holder, now);
  return wanted;
}

/** Takes the leases of some webinars with one call. What is known of the webinars must have been read. */
export async function takeLeasesAhead(
  store: BufferedStore,
  accountId: string,
  webinarIds: readonly string[],
  holder: string,
  now: () => Instant,
): Promise<void> {
  const records = await Promise.all(
    webinarIds.map((webinarId) => toLeaseRecord(store, accountId, webinarId, holder, now)),
  );
  await store.primeCreate(records.filter((record) => record !== null));
}
