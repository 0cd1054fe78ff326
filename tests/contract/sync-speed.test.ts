import { expect, it } from 'vitest';
import type { SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import type { Transport } from '../../src/app/app.functions/http/transport.ts';
import { openWorld, succeeded } from '../support/webinar-world.ts';
import { aCrowd, aHeldWebinar, anInstance, webinarId } from '../support/zoom-webinars.ts';

const zoomMs = 250;
const hubspotMs = 120;
const peopleCount = 1_500;
/** Pages of 300 rows come one after the other; token, webinar and report before them. */
const chainMs = (3 + peopleCount / 300) * zoomMs;

it(
  'spends its time on what the limits and the round trips demand, and is never refused',
  { timeout: 60_000 },
  async () => {
    const { registrants, joins } = aCrowd(peopleCount);
    const world = await openWorld({
      webinars: [aHeldWebinar({ registrants, instances: [anInstance(joins)] })],
      account: { plan: 'pro' },
      hubspot: { account: { tier: 'enterprise' } },
    });
    const { time, two } = world;
    const wrapTransport =
      (inner: Transport): Transport =>
      async (request, timeoutMs) => {
        await time.sleep(request.system === 'zoom' ? zoomMs : hubspotMs);
        return inner(request, timeoutMs);
      };
    const process = await world.startProcess({ wrapTransport });
    const startedMs = time.monotonicMs();

    let answer: SyncWebinarAnswer | null = null;
    while (answer?.done !== true) {
      const parameters: object = answer === null ? { webinarId } : { webinarId, runId: answer.runId };
      answer = succeeded(await process.call<SyncWebinarAnswer>('sync_webinar', parameters));
    }
    const elapsedMs = time.monotonicMs() - startedMs;

    const calls = [...two.zoom.requests.list(), ...two.hubspot.requests.list()];
    const countedCalls = two.hubspot.requests.list().filter(({ operation }) => operation !== 'events.send-batch');
    const windowMs = (countedCalls.length / 190) * 10_000;
    expect(calls.filter(({ status }) => status === 429)).toEqual([]);
    expect(answer.report).toMatchObject({ status: 'complete', synced: peopleCount });
    expect((chainMs + windowMs) / elapsedMs).toBeGreaterThan(0.8);
  },
);
