import { describe, expect, it } from 'vitest';
import type { Transport } from '../../src/app/app.functions/http/transport.ts';
import { createGate } from '../support/gate.ts';
import { expectTrueHubSpot } from '../support/expect-true-hubspot.ts';
import { minuteMs } from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';
import { openRecordedWorld } from './fault-worlds.ts';
import { untilLeaseIsOverMs } from './kill-kit.ts';
import { viewWhole, withTranscriptsOnce, type WholeView } from './whole-view.ts';

/** A process whose call of this number is on its way for so long that HubSpot has ended the process meanwhile. */
function createSnail(callNumber: number) {
  const held = createGate();
  const released = createGate();
  const arrived = createGate();
  const never = new Promise<never>(() => {});
  let sentCount = 0;
  let operation: string | null = null;
  const wrap =
    (inner: Transport): Transport =>
    async (request, timeoutMs) => {
      sentCount += 1;
      if (sentCount < callNumber) return inner(request, timeoutMs);
      if (sentCount === callNumber) {
        ({ operation } = request);
        held.open();
        await released.passed;
        await inner(request, timeoutMs).catch(() => undefined);
        arrived.open();
      }
      return never;
    };
  return { wrap, held: held.passed, release: released.open, arrived: arrived.passed, operation: () => operation };
}

const completed = (view: WholeView): WholeView => ({
  ...view,
  events: Object.fromEntries(
    Object.entries(view.events).map(([id, event]) => [id, { ...event, isCompleted: true }] as const),
  ),
});

const calls = Array.from({ length: 36 }, (_, index) => index + 1);

describe('a holder of the lease who stalls, is passed over, and whose last call arrives when others have long ended', () => {
  it.each(calls.filter((call) => call % 4 === 0 || process.env['INTERLEAVINGS'] !== undefined))(
    'spoils nothing (call %i)',
    async (callNumber) => {
      const undisturbed = await openRecordedWorld({ source: 'recording' });
      await undisturbed.sync({ webinarId });
      const expected = viewWhole(undisturbed.two.hubspot.world());
      const world = await openRecordedWorld({ source: 'recording' });
      const snail = createSnail(callNumber);
      const slow = await world.startProcess({ wrapTransport: snail.wrap });
      const working = slow.call('sync_webinar', { webinarId });
      const isOver = await Promise.race([working.then(() => true), snail.held.then(() => false)]);
      if (isOver) return;

      world.time.advance(untilLeaseIsOverMs);
      await world.sync({ webinarId });
      snail.release();
      await snail.arrived;
      world.time.advance(minuteMs);

      const { report } = await world.sync({ webinarId });
      expect(report.status).toBe('complete');
      expectTrueHubSpot(world.two);
      const view = withTranscriptsOnce(viewWhole(world.two.hubspot.world()));
      // HubSpot takes the late description of an event for the newest: it is open again.
      const isReopened = snail.operation() === 'create or update marketing event';
      expect(isReopened ? completed(view) : view, snail.operation() ?? '').toEqual(expected);
      expect((await world.sync({ webinarId })).report).toMatchObject({ synced: 0 });
      expect(Object.keys(world.records())).not.toEqual(expect.arrayContaining(['rows']));
    },
    60_000,
  );
});
