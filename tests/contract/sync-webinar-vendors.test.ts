import { describe, expect, it } from 'vitest';
import type { HubSpotSwitches } from '../../emulators/hubspot/index.ts';
import type { HubSpotView } from '../support/hubspot-view.ts';
import { openMixedWorldWithChanges } from '../support/mixed-webinar.ts';
import type { Transport } from '../../src/app/app.functions/http/transport.ts';
import type { SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import { secondMs, succeeded, type WorldOptions } from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';

let knownView: HubSpotView | null = null;

/** Of vendors that do everything as the stand-ins do it by default. */
async function viewByDefault(): Promise<HubSpotView> {
  if (knownView !== null) return knownView;
  const world = await openMixedWorldWithChanges();
  await world.sync({ webinarId });
  knownView = world.view();
  return knownView;
}

/** What HubSpot does not document, other than by default. */
const hubspotSwitches: readonly Partial<HubSpotSwitches>[] = [
  { clearedValue: 'null' },
  { participationState: 'latest-arrival' },
  { upsertOmittedFlags: 'kept' },
  { attendanceOfUnknownContact: 'left-out' },
  { upsertBySecondaryEmail: 'refused' },
  { archivedUniqueValue: 'held' },
  { shuffleResults: false },
  { groupRowErrors: false },
  { readMergedId: 'survivor' },
  { marketingEventBatchUpsert: 'works' },
  { searchIndexLagMs: 3_600_000 },
  { eventProcessingLagMs: 3_600_000 },
];

const zoomSwitches: readonly WorldOptions['switches'][] = [
  { registrantOrder: 'newest-first' },
  { invalidatePreviousTokens: true },
  { tokenLifeSeconds: 61 },
  { sendRegistrationStatus: false },
  { heavyPageRows: 1 },
  { listOneRowPerOccurrence: false },
  { limitHeaders: 'category-only' },
];

describe('whatever the vendors leave open, the outcome is the same', () => {
  it.each(hubspotSwitches)('HubSpot: %j', async (switches) => {
    const world = await openMixedWorldWithChanges({ hubspot: { emulator: { switches } } });

    const { report } = await world.sync({ webinarId });
    const again = await world.sync({ webinarId });

    expect(report.status).toBe('complete');
    expect(again.report.synced).toBe(0);
    expect(world.view()).toEqual(await viewByDefault());
  });

  it.each(zoomSwitches)('Zoom: %j', async (switches) => {
    const world = await openMixedWorldWithChanges({ ...(switches === undefined ? {} : { switches }) });

    const { report } = await world.sync({ webinarId });
    const again = await world.sync({ webinarId });

    expect(report.status).toBe('complete');
    expect(again.report.synced).toBe(0);
    expect(world.view()).toEqual(await viewByDefault());
  });
});

describe('a Zoom that answers slowly', () => {
  it('is not read before the run begins that reports it: an event meanwhile is not taken for seen', async () => {
    const world = await openMixedWorldWithChanges();
    const slowly =
      (inner: Transport): Transport =>
      async (request, timeoutMs) => {
        const answer = await inner(request, timeoutMs);
        if (new URL(request.url).pathname.endsWith(`/webinars/${webinarId}`)) world.time.advance(2 * secondMs);
        return answer;
      };
    const process = await world.startProcess({ wrapTransport: slowly });
    const askedAt = world.time.now();

    let answer = succeeded(await process.call<SyncWebinarAnswer>('sync_webinar', { webinarId }));
    while (!answer.done) {
      answer = succeeded(await process.call<SyncWebinarAnswer>('sync_webinar', { webinarId, runId: answer.runId }));
    }

    expect(world.time.now()).toBeGreaterThan(askedAt + secondMs);
    expect(Date.parse(answer.report?.startedAt ?? '')).toBeLessThan(askedAt + 2 * secondMs);
  });
});
