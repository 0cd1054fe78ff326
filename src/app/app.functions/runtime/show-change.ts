import type { StateStore } from '../sync/ports.ts';
import { toDoorbell } from '../webhooks/doorbell.ts';
import { createRing } from '../webhooks/ring.ts';
import type { RequestCall } from './handle-request.ts';
import { kickSync } from './kick-sync.ts';
import { writeBack, type WriteBack } from './register-at-zoom.ts';
import { systemTime } from './system-time.ts';
import type { ZoomAccount } from './vendors.ts';

/** These live as long as the process. */
const ring = createRing(systemTime.now);
let kickedMs = -Infinity;

/** Whoever was called first is still there to hear of what comes meanwhile. */
const kickedEveryMs = 5_000;

/**
 * Brings what was changed at Zoom to the contact. A workflow sends contacts by the thousand, so the webinar is only rung,
 * as by an event of Zoom: one sync shows all who came in a span of some seconds. Where the app does not know its own URL,
 * nobody would answer the bell soon; the person is then synced at once, which takes two seconds more, and the webinar is
 * rung only where that does not work.
 */
export async function showChange(
  { vendors, environment }: Pick<RequestCall, 'vendors' | 'environment'>,
  store: StateStore,
  zoom: ZoomAccount,
  person: WriteBack,
): Promise<void> {
  const isCalledSoon = environment.endpointBaseUrl !== null;
  if (!isCalledSoon && (await writeBack(vendors, zoom, person))) return;
  const { accountId } = zoom.connection;
  const doorbell = toDoorbell({ accountId, webinarId: person.webinarId, bell: 'change' }, null, systemTime.now());
  await ring(doorbell, async (record) => {
    await store.write([record]);
  });
  const nowMs = systemTime.monotonicMs();
  if (nowMs - kickedMs < kickedEveryMs) return;
  kickedMs = nowMs;
  await kickSync(environment, { hop: 0, isSweeping: false });
}
