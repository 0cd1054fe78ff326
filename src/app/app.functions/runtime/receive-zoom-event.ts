import type { Reply } from '../access/request.ts';
import { answerUrlValidation } from '../access/zoom-signature.ts';
import { IntegrationError, toFailure, type Failure } from '../http/integration-error.ts';
import type { StateStore } from '../sync/ports.ts';
import { toDoorbell } from '../webhooks/doorbell.ts';
import { parseEvent, type ZoomEvent } from '../webhooks/parse-event.ts';
import { createRing } from '../webhooks/ring.ts';
import { findStateStore } from './accounts.ts';
import { countAtDoors, readDoorCounts, writeDoorCounts } from './door-counts.ts';
import type { EndpointEnvironment } from './environment.ts';
import type { RequestCall } from './handle-request.ts';
import { kickSync } from './kick-sync.ts';
import { systemTime } from './system-time.ts';

/** These live as long as the process. */
const ring = createRing(systemTime.now);
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
      countAtDoors(accountId, 'validated');
      // Zoom switches off a URL that does not answer; whether HubSpot does has nothing to do with it.
      await writeDoorCounts(() => findStateStore(hubspot));
      return { status: 200, json: answer };
    }
    case 'ignored':
      countAtDoors(accountId, 'ignored');
      await writeDoorCounts(() => findStateStore(hubspot));
      return { status: 200, json: {} };
    case 'ring': {
      countAtDoors(accountId, 'rung');
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
    const counts = await readDoorCounts(store);
    try {
      await store.write(counts === null ? [record] : [record, counts.record]);
    } catch (error) {
      counts?.putBack();
      throw error;
    }
  });
  if (!isWritten) await writeDoorCounts(() => Promise.resolve(store));
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
