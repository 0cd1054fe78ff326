import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactStore } from '../../emulators/hubspot/object-types.ts';
import { ensureProjectBundles } from '../../scripts/bundling/project-bundles.ts';
import { createDemoWorld } from '../../scripts/demo/demo-world.ts';
import { createFunctionRunner, type FunctionRunner } from '../../scripts/function-runner/function-runner.ts';
import { functionsDir, functionsDistDir } from '../../scripts/project/paths.ts';
import { startStandIns, type StandIns } from '../../scripts/stand-ins/start-stand-ins.ts';
import { readSyncEnvironment } from '../../scripts/sync/sync-environment.ts';
import { isFailed, mergeSummaries, type SyncSummary } from '../../scripts/sync/sync-summary.ts';
import { syncWebinars } from '../../scripts/sync/sync-webinars.ts';
import { skipReasonTexts } from '../../src/app/extensions/shared/copy/sync.en.ts';
import type { SyncReport } from '../../src/app/extensions/contract/sync.ts';
import { expectTrueReport } from '../support/expect-true-hubspot.ts';
import { viewHubSpot, type HubSpotView } from '../support/hubspot-view.ts';
import { aFreePort, hasRecordingProxy, startRecordingProxy, type RecordingProxy } from '../support/recording-proxy.ts';

let standIns: StandIns;
let proxy: RecordingProxy | null = null;
let runner: FunctionRunner;
let first: SyncSummary;
let afterFirst: HubSpotView;
let second: SyncSummary;

const untouched = { contacts: 0, attendance: 0, events: 0, marketingEvents: 0 };

/** All past webinars of both Zoom accounts, as `npm start` syncs them. */
async function syncAll(): Promise<SyncSummary> {
  const summaries: SyncSummary[] = [];
  for (const connection of standIns.connectionNames) {
    summaries.push(
      await syncWebinars(
        { selection: { kind: 'all' }, connection, isDryRun: false },
        {
          runner,
          progress: { update() {}, note() {}, end() {} },
          wait: (seconds) => sleep(seconds * 1000),
          nowMs: () => performance.now(),
        },
      ),
    );
  }
  return mergeSummaries(summaries);
}

const seed = createDemoWorld(Date.now());

const historyByWebinar = (seed.zoom.accounts ?? [])
  .flatMap((account) => account.webinars ?? [])
  .filter(({ instances = [] }) => instances.length > 0)
  .map(({ host_email = '', panelists = [], registrants = [], instances = [], settings }) => ({
    staff: new Set([host_email, ...panelists.map(({ email }) => email)]),
    isByOccurrence: settings?.registration_type === 2,
    registeredAtByEmail: new Map(
      registrants
        .filter(({ status }) => status === 'approved')
        .map(({ email, create_time = '' }) => [email.toLowerCase(), Date.parse(create_time)]),
    ),
    lastEnd: Math.max(...instances.map(({ end_time = '' }) => Date.parse(end_time))),
    attendees: new Set(
      instances
        .filter(({ standIn }) => standIn?.readiness === undefined)
        .flatMap(({ participants = [] }) => participants)
        .filter(({ status, join_time = '', leave_time = '' }) => status === undefined && leave_time > join_time)
        .map(({ user_email = '' }) => user_email.toLowerCase()),
    ),
  }));

const reportsOf = ({ webinars }: SyncSummary): readonly SyncReport[] =>
  webinars.filter((webinar) => !isFailed(webinar));

const throughProxy = ({ zoomUrl, hubSpotUrl }: RecordingProxy) => ({
  ZOOM_API_URL: `${zoomUrl}/v2`,
  ZOOM_OAUTH_URL: `${zoomUrl}/oauth/token`,
  HUBSPOT_API_URL: hubSpotUrl,
});

beforeAll(async () => {
  await ensureProjectBundles();
  const [zoomPort, hubSpotPort] = [await aFreePort(), await aFreePort()];
  const publicUrls = hasRecordingProxy
    ? { zoomPublicUrl: `http://127.0.0.1:${zoomPort}`, hubSpotPublicUrl: `http://127.0.0.1:${hubSpotPort}` }
    : {};
  standIns = await startStandIns({ seed, ...publicUrls });
  const { zoom, hubSpot } = standIns;
  if (hasRecordingProxy) {
    proxy = await startRecordingProxy({ zoomUrl: zoom.url, hubSpotUrl: hubSpot.url, zoomPort, hubSpotPort });
  }
  runner = createFunctionRunner({
    distDir: functionsDistDir,
    functionsDir,
    ...readSyncEnvironment({ ...standIns.env, ...(proxy === null ? {} : throughProxy(proxy)) }),
  });
  first = await syncAll();
  afterFirst = viewHubSpot(standIns.hubSpot.world());
  second = await syncAll();
}, 180_000);

afterAll(async () => {
  await runner.close();
  await proxy?.close();
  await standIns.close();
});

it.skipIf(!hasRecordingProxy)(
  'violates no vendor’s specification on either side, over a sync of everything and another one (skipped where ../shared is absent)',
  async () => {
    const report = await proxy?.readReport();

    expect(report).toMatchObject({ verdict: 'clean', secretsInUrls: [], emailsInUrls: [] });
    expect(report?.totals).toMatchObject({ requestViolations: 0, responseViolations: 0 });
    expect(report?.totals.exchanges).toBeGreaterThan(500);
  },
);

describe('the demo company in HubSpot', () => {
  it('is synced without a failure, every webinar of both Zoom accounts', () => {
    expect(first.ok).toBe(true);
    expect(reportsOf(first)).toHaveLength(14);
  });

  it('has everybody of each webinar synced, unchanged or skipped, and shows what the report says', () => {
    for (const report of reportsOf(first)) expectTrueReport(report, afterFirst);
  });

  it('skips people for every reason that there is', () => {
    const reasons = new Set(reportsOf(first).flatMap(({ skipped }) => Object.keys(skipped)));

    expect([...reasons].sort()).toEqual(Object.keys(skipReasonTexts).sort());
  });

  it('counts the session of a dropped host once and leaves out the rehearsal', () => {
    const lengths = new Map(
      reportsOf(first).map(({ id, sessions }) => [id, sessions.map((each) => each.lengthSeconds)]),
    );

    expect(lengths.get('81234567801')).toEqual([(34 + 28) * 60]);
    expect(lengths.get('81234567807')).toEqual([63 * 60]);
    expect(lengths.get('81234567806')).toEqual([36 * 60, (12 + 31) * 60, 44 * 60]);
  });

  it('is left as it is by a second sync', () => {
    expect(second.ok).toBe(true);
    for (const { topic, writes, synced } of reportsOf(second)) {
      expect({ topic, synced, ...writes }).toMatchObject({ topic, synced: 0, ...untouched });
    }
    expect(viewHubSpot(standIns.hubSpot.world())).toEqual(afterFirst);
  });

  it('has counters that agree with what happened at Zoom', () => {
    const { live } = contactStore(standIns.hubSpot.world());
    const synced = [...live.values()].filter(({ properties }) => properties['zwh_history'] !== undefined);

    expect(synced.length).toBeGreaterThan(1_700);
    for (const { properties } of synced) {
      const email = properties['email'] ?? '';
      const { attended, registered, registeredForHeld } = whatHappened(email);
      const registrationCount = Number(properties['zwh_registration_count']);
      expect({ email, attended: Number(properties['zwh_attended_webinar_count']) }).toEqual({ email, attended });
      expect(registrationCount, email).toBeGreaterThanOrEqual(registeredForHeld);
      expect(registrationCount, email).toBeLessThanOrEqual(registered);
    }
  });

  it('has nothing twice on a timeline, and no event was lost', () => {
    const timelines = Object.entries(viewHubSpot(standIns.hubSpot.world()).timelines);

    expect(timelines.length).toBeGreaterThan(1_700);
    for (const [email, lines] of timelines) expect([email, ...lines]).toEqual([email, ...new Set(lines)]);
    expect(standIns.hubSpot.world().droppedEvents).toEqual([]);
  });
});

interface History {
  readonly attended: number;
  readonly registered: number;
  /** Without registrations that were made when the last session was over. */
  readonly registeredForHeld: number;
}

/** Counted from what the emulator of Zoom began with. Of a webinar whose report is not finished nobody has attended yet. */
function whatHappened(email: string): History {
  const held = historyByWebinar.filter(({ staff }) => !staff.has(email));
  return {
    attended: held.filter(({ attendees }) => attendees.has(email)).length,
    registered: held.filter(({ registeredAtByEmail }) => registeredAtByEmail.has(email)).length,
    registeredForHeld: held.filter(
      ({ registeredAtByEmail, lastEnd, isByOccurrence }) =>
        !isByOccurrence && (registeredAtByEmail.get(email) ?? Infinity) <= lastEnd,
    ).length,
  };
}
