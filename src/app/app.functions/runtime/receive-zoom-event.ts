import { takeRefusalCounts } from '../access/refusal-count.ts';
import type { Reply } from '../access/request.ts';
import { answerUrlValidation } from '../access/zoom-signature.ts';
import type { Failure } from '../http/integration-error.ts';
import { IntegrationError, toFailure } from '../http/integration-error.ts';
import type { StateRecord, StateStore } from '../sync/ports.ts';
import { toDoorbell } from '../webhooks/doorbell.ts';
import { createDoorsCount } from '../webhooks/doors-count.ts';
import { parseEvent, type ZoomEvent } from '../webhooks/parse-event.ts';
import { createRing } from '../webhooks/ring.ts';
import { findStateStore } from './accounts.ts';
import type { EndpointEnvironment } from './environment.ts';
import type { RequestCall } from './handle-request.ts';
import { kickSync } from './kick-sync.ts';
import { systemTime } from './system-time.ts';

/** These live as long as the process. */
const ring = createRing(systemTime.now);
const doors = createDoorsCount(systemTime.now, takeRefusalCounts);
let kickedMs = -Infinity;

/** Whoever was called first is still there to hear of what comes meanwhile. */
const kickedEveryMs = 5_000;
/** Zoom waits three seconds, then it sends the event again some minutes later. */
const unusedMs = 5_500;

/** Zoom sends again what is answered with 5xx, and nothing else. */
export const refuseZoomEvent = (_failure: Failure): Reply => ({ status: 503, json: {} });

/**
 * Takes an event of Zoom: remembers that the webinar was rung, and answers. An event that comes twice, late or in another
 * order only asks once more for a look, so nobody has to know whether it was here before.
 */
export async function receiveZoomEvent(call: RequestCall): Promise<Reply> {
  const { request, environment, zoomConnection } = call;
  if (zoomConnection === null) throw bug('receive an event of no account');
  const { accountId, webhookSecretToken } = zoomConnection;
  const event = parseEvent(request.body);
  const hubspot = call.vendors.fork(unusedMs).hubspot;
  switch (event.kind) {
    case 'url-validation': {
      const answer = webhookSecretToken === null ? null : answerUrlValidation(event.plainToken, webhookSecretToken);
      if (answer === null) return { status: 422, json: {} };
      doors.count(accountId, 'validated');
      // Zoom switches off a URL that does not answer; whether HubSpot does has nothing to do with it.
      await writeDoors(() => findStateStore(hubspot));
      return { status: 200, json: answer };
    }
    case 'ignored':
      doors.count(accountId, 'ignored');
      await writeDoors(() => findStateStore(hubspot));
      return { status: 200, json: {} };
    case 'ring': {
      doors.count(accountId, 'rung');
      const store = await findStateStore(hubspot);
      // Nobody can have turned the sync on where nothing can be stored.
      if (store === null) return { status: 200, json: {} };
      await Promise.all([ringOnce(store, accountId, event), kick(environment, event)]);
      return { status: 200, json: {} };
    }
  }
}

type Rung = Extract<ZoomEvent, { kind: 'ring' }>;

async function ringOnce(store: StateStore, accountId: string, { webinarId, bell, plannedEndAt }: Rung): Promise<void> {
  const doorbell = toDoorbell({ accountId, webinarId, bell }, plannedEndAt, systemTime.now());
  const isWritten = await ring(doorbell, async (record) => {
    const counted = await countDoors(store);
    try {
      await store.write(counted === null ? [record] : [record, counted]);
    } catch (error) {
      if (counted !== null) doors.putBack();
      throw error;
    }
  });
  if (!isWritten) await writeDoors(() => Promise.resolve(store));
}

async function countDoors(store: StateStore): Promise<StateRecord | null> {
  try {
    return await doors.toRecord(store);
  } catch {
    doors.putBack();
    return null;
  }
}

/** What was counted is told when it can be. */
async function writeDoors(find: () => Promise<StateStore | null>): Promise<void> {
  try {
    const store = await find();
    const counted = store === null ? null : await doors.toRecord(store);
    if (store !== null && counted !== null) await store.write([counted]);
  } catch {
    doors.putBack();
  }
}

/** Other bells are due so much later that nobody can wait for them. */
async function kick(environment: EndpointEnvironment, { bell }: Rung): Promise<void> {
  const nowMs = systemTime.monotonicMs();
  if (bell !== 'change' || nowMs - kickedMs < kickedEveryMs) return;
  kickedMs = nowMs;
  await kickSync(environment, { hop: 0, isSweeping: false });
}

const bug = (operation: string): IntegrationError =>
  new IntegrationError(toFailure({ system: 'app', operation }, 'bug', { cause: 'internal' }));
