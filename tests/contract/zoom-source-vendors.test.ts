import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openVendors, type Vendors } from '../../src/app/app.functions/runtime/vendors.ts';
import type { FoundTranscript } from '../../src/app/app.functions/sync/recording-ports.ts';
import { anAccount, aPastWebinar, at, aWebinar, dayMs, hourMs, startZoom } from './zoom-emulator-kit.ts';
import { aConnection, id } from './zoom-source-kit.ts';

const uuid = 'gm8s9L+PTEC+FG3sFbd1Cw==';

/** Both vendors as a function opens them; only Zoom is there. */
async function open() {
  const instances = [{ uuid, start_time: at(-dayMs), end_time: at(-dayMs + hourMs), recording: {}, transcript: {} }];
  const emulator = await startZoom({
    accounts: [anAccount({ webinars: [aWebinar(), aPastWebinar({ id: 90_000_000_001, instances })] })],
  });
  const vendors = openVendors({
    hubspotToken: 'unused',
    hubspotBaseUrl: 'http://127.0.0.1:9',
    zoomConnections: JSON.stringify([aConnection]),
    zoomBaseUrl: `${emulator.url}/v2`,
    zoomTokenUrl: `${emulator.url}/oauth/token`,
  });
  onTestFinished(vendors.close);
  return { emulator, vendors };
}

const read = (vendors: Vendors) => vendors.zoom(undefined).source.readWebinar(id);

async function msFor(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/** At one call a second, this lies between the beginnings of two calls. */
const slowMs = 1_000;

describe('the vendors of a call', () => {
  it("read everything of Zoom's: webinars, lists, recordings and transcripts", async () => {
    const { vendors } = await open();
    const { source } = vendors.zoom('Brand');

    expect(await source.readWebinar(id)).toMatchObject({ webinarId: id });
    expect(await source.listUsers(null)).toMatchObject({ rows: [{ userId: 'host-1' }] });
    expect(await source.readRecording(uuid)).toMatchObject({ kind: 'recording' });
    const found = await source.findTranscript(uuid);
    expect(found).toMatchObject({ kind: 'ready' });
    const { downloadUrl } = found as Extract<FoundTranscript, { kind: 'ready' }>;
    expect(await source.downloadTranscript(downloadUrl)).toMatchObject({ kind: 'transcript' });
  });
});

describe('B6: the share of the rate limits', () => {
  it('holds for an account that is open already', async () => {
    const { vendors } = await open();

    const takenMs = await msFor(async () => {
      await read(vendors);
      vendors.useZoomShare(1);
      await read(vendors);
    });

    expect(takenMs).toBeGreaterThanOrEqual(slowMs);
  });

  it('holds for an account that is opened later, and for forks', async () => {
    const { vendors } = await open();

    vendors.useZoomShare(1);
    const takenMs = await msFor(async () => {
      await read(vendors.fork());
      await read(vendors);
    });

    expect(takenMs).toBeGreaterThanOrEqual(slowMs);
  });

  it('can be said by a fork, and be raised again', async () => {
    const { vendors } = await open();
    vendors.useZoomShare(1);
    await read(vendors);

    vendors.fork().useZoomShare(100);
    const takenMs = await msFor(() => read(vendors));

    expect(takenMs).toBeLessThan(slowMs / 2);
  });
});

describe('a fork', () => {
  it('counts its own calls, and the original counts them too', async () => {
    const { vendors } = await open();
    await read(vendors);
    const [first, second] = [vendors.fork(), vendors.fork()];

    await Promise.all([read(first), read(second), read(second)]);

    expect(first.meter.zoomCallCount()).toBe(1);
    expect(second.meter.zoomCallCount()).toBe(2);
    // The token is the fifth.
    expect(vendors.meter.zoomCallCount()).toBe(5);
    expect(second.fork().meter.zoomCallCount()).toBe(0);
  });

  it('uses the token of the original', async () => {
    const { vendors, emulator } = await open();
    await read(vendors);

    await read(vendors.fork());

    expect(emulator.requests.counts()).toEqual({ 'oauth.token': 1, 'webinars.get': 2 });
  });

  it('closes nothing', async () => {
    const { vendors, emulator } = await open();
    const fork = vendors.fork();
    await read(fork);
    emulator.setLatency(100);

    const reading = read(vendors);
    await vi.waitUntil(() => vendors.meter.zoomCallCount() === 3);
    fork.close();
    await reading;

    // A call that is cut off would have been repeated.
    expect(vendors.meter.zoomCallCount()).toBe(3);
    expect(fork.deadline.remainingMs() - vendors.deadline.remainingMs()).toBeLessThanOrEqual(1);
    expect(vendors.fork(500).deadline.remainingMs()).toBeLessThan(vendors.deadline.remainingMs() - 490);
  });
});
