import { expect, it } from 'vitest';
import type { SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import type { Transport } from '../../src/app/app.functions/http/transport.ts';
import { openWorld, succeeded } from '../support/webinar-world.ts';
import { aCrowd, aHeldWebinar, aJoin, anInstance, webinarId } from '../support/zoom-webinars.ts';

const zoomMs = 250;
const hubspotMs = 120;
/** More than one part of the people. */
const peopleCount = 2_100;
/** Pages of 300 rows come one after the other; token, webinar and report before them. */
const chainMs = (3 + peopleCount / 300) * zoomMs;

it('a sync spends its time on what limits and round trips demand, and writes few changes with few calls', async () => {
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
  const sync = async () => {
    const startedMs = time.monotonicMs();
    for (const { requests } of [two.zoom, two.hubspot]) requests.clear();
    let answer: SyncWebinarAnswer | null = null;
    while (answer?.done !== true) {
      const parameters: object = answer === null ? { webinarId } : { webinarId, runId: answer.runId };
      answer = succeeded(await process.call<SyncWebinarAnswer>('sync_webinar', parameters));
    }
    const hubspotCalls = two.hubspot.requests.list();
    const countOf = (operationId: string): number =>
      hubspotCalls.filter(({ operation }) => operation === operationId).length;
    return {
      report: answer.report,
      elapsedMs: time.monotonicMs() - startedMs,
      countedCalls: hubspotCalls.length - countOf('events.send-batch'),
      refused: [...two.zoom.requests.list(), ...hubspotCalls].filter(({ status }) => status === 429),
      countOf,
    };
  };

  const first = await sync();
  expect(first.report).toMatchObject({ status: 'complete', synced: peopleCount });
  expect(first.refused).toEqual([]);
  const windowMs = (first.countedCalls / 190) * 10_000;
  expect((chainMs + windowMs) / first.elapsedMs).toBeGreaterThan(0.8);

  const late = registrants.filter((_, index) => index % 100 === 1).map(({ email }) => aJoin(email, 0, 45));
  world.atZoom('add-participants', { uuid: anInstance().uuid, participants: late });
  const changed = await sync();
  expect(changed.report).toMatchObject({ synced: late.length, unchanged: peopleCount - late.length });
  // They lie in two parts.
  expect(['contacts.batch-read', 'contacts.batch-upsert'].map(changed.countOf)).toEqual([1, 1]);
}, 120_000);
