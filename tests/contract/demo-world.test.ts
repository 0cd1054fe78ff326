import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactStore } from '../../emulators/hubspot/object-types.ts';
import type { HubSpotWorld } from '../../emulators/hubspot/index.ts';
import { ensureProjectBundles } from '../../scripts/bundling/project-bundles.ts';
import { createDemoWorld } from '../../scripts/demo/demo-world.ts';
import { demoConnections } from '../../scripts/demo/company.ts';
import { runDemo, type DemoOutcome } from '../../scripts/demo/run-demo.ts';
import { createFunctionRunner, type FunctionRunner } from '../../scripts/function-runner/function-runner.ts';
import { functionsDir, functionsDistDir } from '../../scripts/project/paths.ts';
import { startStandIns, type StandIns } from '../../scripts/stand-ins/start-stand-ins.ts';
import { useZoomLever } from '../../scripts/stand-ins/use-lever.ts';
import { sweepWebinars } from '../../scripts/sync/sweep-webinars.ts';
import { readSyncEnvironment } from '../../scripts/sync/sync-environment.ts';
import { mergeSummaries, reportsOf, type SyncSummary } from '../../scripts/sync/sync-summary.ts';
import { createSyncTools, type SyncTools } from '../../scripts/sync/sync-tools.ts';
import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import type { RegisterContactAnswer, RegistrationFormAnswer } from '../../src/app/extensions/contract/registration.ts';
import type { SkipReason, SyncReport, SyncWarning } from '../../src/app/extensions/contract/sync.ts';
import { expectTrueReport } from '../support/expect-true-hubspot.ts';
import { onboardingSeriesId } from '../../scripts/demo/webinars/onboarding-series.ts';
import { communityEveningId, tariffsId, winterTrainingId } from '../../scripts/demo/webinars/planned.ts';
import { subsidyClinicId } from '../../scripts/demo/webinars/subsidy-clinic.ts';
import { salesTrainingId, springReviewId } from '../../scripts/demo/webinars/left-out.ts';
import { viewHubSpot, type HubSpotView } from '../support/hubspot-view.ts';
import { aFreePort, hasRecordingProxy, startRecordingProxy, type RecordingProxy } from '../support/recording-proxy.ts';

/** Where in the demo something is to be seen; else where it is tested, because it takes more than a demo. */
type Place = 'sweep' | 'update-only' | 'deletion' | { readonly testedIn: string };

/** A new reason or warning of the contract is a type error here until somebody shows it. */
const everyReason: Readonly<Record<SkipReason, Place>> = {
  'guest-without-address': 'sweep',
  'invalid-address': 'sweep',
  'secondary-address': 'sweep',
  'account-user': 'sweep',
  'excluded-domain': 'sweep',
  'deleted-contact': 'sweep',
  'contact-unknown': 'update-only',
  'awaiting-approval': 'sweep',
  denied: 'sweep',
  'unusable-times': 'sweep',
  'never-admitted': 'sweep',
  'attendance-not-ready': 'sweep',
  'rejected-by-hubspot': 'sweep',
};

type ProblemOf<Cause extends 'recording-not-synced' | 'transcript-not-synced'> = Extract<
  SyncWarning,
  { cause: Cause }
>['problem']['cause'];
type WarningKind =
  | Exclude<SyncWarning['cause'], 'recording-not-synced' | 'transcript-not-synced'>
  | `recording ${ProblemOf<'recording-not-synced'>}`
  | `transcript ${ProblemOf<'transcript-not-synced'>}`;

const everyWarning: Readonly<Record<WarningKind, Place>> = {
  'settings-off': 'sweep',
  'zoom-event': 'sweep',
  'webinar-deleted': 'deletion',
  'webinar-expired': 'sweep',
  'account-users': 'sweep',
  'addresses-excluded': 'sweep',
  'contacts-deleted': 'sweep',
  'contacts-unknown': 'update-only',
  'participants-untracked': 'sweep',
  'marketing-event-refused': { testedIn: 'a HubSpot that refuses the event' },
  'timeline-events-refused': { testedIn: 'a HubSpot that refuses the events' },
  'recording settings-off': 'sweep',
  'recording nobody-attended': 'sweep',
  'recording not-found': 'sweep',
  'recording deleted': { testedIn: 'a recording that was synced before' },
  'recording processing': 'sweep',
  'recording no-link': 'sweep',
  'recording call-refused': { testedIn: 'a HubSpot that refuses the call' },
  'transcript processing': 'sweep',
  'transcript not-found': 'sweep',
  'transcript unreadable': 'sweep',
  'guests-without-address': 'sweep',
  'addresses-invalid': 'sweep',
  'addresses-secondary': 'sweep',
  'rows-quarantined': 'sweep',
  'attendance-not-ready': 'sweep',
  'registrations-vanished': { testedIn: 'a list that is empty in the second sync' },
  'list-unstable': { testedIn: 'a list that moves while it is read' },
  'registrations-unavailable': { testedIn: 'a webinar whose registration is switched off' },
  'rejected-by-hubspot': 'sweep',
  'participations-differ': { testedIn: 'a HubSpot that counts late' },
};

const kindOf = (warning: SyncWarning): WarningKind => {
  switch (warning.cause) {
    case 'recording-not-synced':
      return `recording ${warning.problem.cause}`;
    case 'transcript-not-synced':
      return `transcript ${warning.problem.cause}`;
    default:
      return warning.cause;
  }
};

const shownAt = (all: Readonly<Record<string, Place>>, place: Place): readonly string[] =>
  Object.keys(all)
    .filter((name) => all[name] === place)
    .sort();
const reasonsOf = (reports: readonly SyncReport[]): readonly string[] =>
  [...new Set(reports.flatMap(({ skipped }) => Object.keys(skipped)))].sort();
const warningsOf = (reports: readonly SyncReport[]): readonly string[] =>
  [...new Set(reports.flatMap(({ warnings }) => warnings.map(kindOf)))].sort();

let standIns: StandIns;
let proxy: RecordingProxy | null = null;
let runner: FunctionRunner;
let demo: DemoOutcome;
let afterDemo: Seen;
let dueAgain: SyncSummary;
let afterDue: Seen;
let allAgain: SyncSummary;
let afterEverything: Seen;
let forms: readonly CallAnswer<RegistrationFormAnswer>[];
let registrations: readonly CallAnswer<RegisterContactAnswer>[];

const untouched = { contacts: 0, attendance: 0, events: 0, marketingEvents: 0 };

/** Everything that people see in HubSpot. */
interface Seen extends HubSpotView {
  readonly calls: readonly unknown[];
  readonly transcriptCount: number;
}

const look = (world: HubSpotWorld): Seen => ({
  ...viewHubSpot(world),
  calls: [...(world.stores.get('0-48')?.live.values() ?? [])].map(({ id, properties }) => ({ id, ...properties })),
  transcriptCount: world.transcripts.size,
});

async function sweepAll(mode: 'due' | 'all', tools: SyncTools): Promise<SyncSummary> {
  const summaries: SyncSummary[] = [];
  for (const connection of standIns.connectionNames) summaries.push(await sweepWebinars({ connection, mode }, tools));
  return mergeSummaries(summaries);
}

/** A contact whom no webinar knows, and four webinars to come; nothing of it changes what HubSpot shows. */
async function tryRegistrations(): Promise<void> {
  const contacts = [...contactStore(standIns.hubSpot.world()).live.values()];
  const contactId = contacts.find(
    ({ properties }) =>
      Boolean(properties['email']) && Boolean(properties['firstname']) && properties['zwh_history'] === undefined,
  )?.id;
  const [solarix, academy] = demoConnections.map(({ name }) => name);
  const inForm = [
    { webinarId: tariffsId, connection: solarix },
    { webinarId: onboardingSeriesId, connection: solarix },
    { webinarId: subsidyClinicId, connection: solarix },
    { webinarId: winterTrainingId, connection: academy },
  ];
  const ask = async <Answer extends { readonly ok: true }>(uid: string, parameters: object) =>
    (await runner.call<CallAnswer<Answer>>(uid, parameters)).answer;
  forms = await Promise.all(inForm.map((webinar) => ask<RegistrationFormAnswer>('get_registration_form', webinar)));
  registrations = await Promise.all(
    inForm.map((webinar) => ask<RegisterContactAnswer>('register_contact', { ...webinar, contactId })),
  );
}

const laterStep = (place: 'update-only' | 'deletion'): SyncSummary => {
  const summary = demo.later[place === 'update-only' ? 0 : 1]?.summary;
  if (summary === undefined) throw new Error(`the demo has no step ${place}`);
  return summary;
};

const seed = createDemoWorld(Date.now());

/** Webinars that are synced in the demo, with what Zoom knows of them. */
const history = (seed.zoom.accounts ?? [])
  .flatMap((account) => account.webinars ?? [])
  .filter(({ id, is_events_webinar }) => is_events_webinar !== true && id !== salesTrainingId)
  .map(({ id, host_email = '', panelists = [], registrants = [], instances = [], settings }) => ({
    staff: new Set([host_email, ...panelists.map(({ email }) => email)]),
    isHeld: instances.length > 0,
    isByOccurrence: settings?.registration_type === 2,
    registeredAtByEmail: new Map(
      (id === communityEveningId || id === springReviewId ? [] : registrants)
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
  const { zoom, hubSpot, connectionNames } = standIns;
  if (hasRecordingProxy) {
    proxy = await startRecordingProxy({ zoomUrl: zoom.url, hubSpotUrl: hubSpot.url, zoomPort, hubSpotPort });
  }
  runner = createFunctionRunner({
    distDir: functionsDistDir,
    functionsDir,
    ...readSyncEnvironment({ ...standIns.env, ...(proxy === null ? {} : throughProxy(proxy)) }),
  });
  const tools = { ...createSyncTools(runner), progress: { update() {}, note() {}, end() {} } };
  demo = await runDemo({
    ...tools,
    connectionNames,
    deleteWebinar: (webinarId) => useZoomLever(standIns, 'delete-webinar', { webinar_id: webinarId }),
    note() {},
  });
  afterDemo = look(hubSpot.world());
  dueAgain = await sweepAll('due', tools);
  afterDue = look(hubSpot.world());
  allAgain = await sweepAll('all', tools);
  afterEverything = look(hubSpot.world());
  await tryRegistrations();
}, 300_000);

afterAll(async () => {
  await runner.close();
  await proxy?.close();
  await standIns.close();
});

it.skipIf(!hasRecordingProxy)(
  'violates no vendor’s specification on either side, over the demo and two more sweeps (skipped where ../shared is absent)',
  async () => {
    const report = await proxy?.readReport();

    const violated = Object.entries(report?.operations ?? {}).flatMap(([operation, found]) =>
      [found.requestViolations, found.responseViolations].flat().map((violation) => ({ operation, violation })),
    );
    expect({ violated, verdict: report?.verdict }).toEqual({ violated: [], verdict: 'clean' });
    expect(report).toMatchObject({ secretsInUrls: [], emailsInUrls: [] });
    expect(report?.totals).toMatchObject({ requestViolations: 0, responseViolations: 0 });
    expect(report?.totals.exchanges).toBeGreaterThan(500);
  },
);

describe('B16: webinars of the demo that are to come', () => {
  it('have the forms that a card meets', () => {
    expect(forms).toMatchObject([
      { obstacle: null, approval: 'automatic', occurrences: [] },
      { obstacle: null, approval: 'manual', questions: [], occurrences: [] },
      { obstacle: null, approval: 'automatic', occurrences: [{ lengthMinutes: 30 }, { lengthMinutes: 30 }] },
      { obstacle: null, approval: 'automatic', questions: [] },
    ]);
    const [tariffs] = forms;
    expect(tariffs?.ok === true ? tariffs.questions.map(({ answer, isRequired }) => [answer, isRequired]) : []).toEqual(
      [
        ['text', true],
        ['choice', false],
        ['choice', false],
        ['choice', true],
        ['choices', true],
        ['text', false],
      ],
    );
  });

  it('answer a registration each in its own way', () => {
    expect(registrations).toMatchObject([
      {
        outcome: 'refused',
        refusal: {
          cause: 'answers-missing',
          questions: ['org', 'Do you have a smart meter?', 'What do you want to hear about?'],
        },
      },
      { outcome: 'awaiting-approval', joinUrl: null },
      { outcome: 'refused', refusal: { cause: 'occurrence-missing' } },
      { outcome: 'refused', refusal: { cause: 'capacity-reached' } },
    ]);
  });
});

describe('the demo company in HubSpot', () => {
  it('B1: is set up, and nothing is left to do but to turn the sync on', () => {
    expect(demo.setup.isReady).toBe(true);
    expect(demo.setup.checks.filter(({ state }) => state === 'to-do').map(({ check }) => check)).toEqual([
      'sync-switch',
    ]);
  });

  it('S3–S9: is swept without a failure, every webinar of both Zoom accounts', () => {
    const statuses = demo.summary.webinars.map(({ status }) => status);

    expect(demo.summary.ok).toBe(true);
    expect(statuses).toHaveLength(26);
    expect(statuses.filter((status) => status === 'off')).toHaveLength(2);
    expect(statuses.filter((status) => status === 'not-supported')).toHaveLength(1);
    expect(demo.summary.sweeps?.map(({ connection, webinarCount }) => [connection, webinarCount])).toEqual([
      ['Solarix', 22],
      ['Solarix Academy', 4],
    ]);
  });

  it('S3: has Zoom users without a webinar licence, of whom nothing is asked', () => {
    expect(demo.summary.sweeps?.[0]?.usersWithoutPlanCount).toBeGreaterThanOrEqual(20);
    expect(demo.summary.sweeps?.flatMap(({ failedHosts = [] }) => failedHosts)).toEqual([]);
  });

  it('B12: has everybody of each webinar synced, unchanged or skipped, and shows what the report says', () => {
    const latest = new Map(
      [demo.summary, laterStep('update-only'), laterStep('deletion')]
        .flatMap(({ webinars }) => reportsOf(webinars))
        .map((report) => [report.id, report]),
    );

    for (const report of latest.values()) expectTrueReport(report, afterDemo);
  });

  it('S12–S16, B2: skips people for every reason that there is', () => {
    const { webinars } = demo.summary;

    expect(reasonsOf(reportsOf(webinars))).toEqual(shownAt(everyReason, 'sweep'));
    expect(reasonsOf(reportsOf(laterStep('update-only').webinars))).toEqual(
      expect.arrayContaining([...shownAt(everyReason, 'update-only')]),
    );
  });

  it('S32–S37: warns of everything that a sweep without faults can show', () => {
    expect(warningsOf(reportsOf(demo.summary.webinars))).toEqual(shownAt(everyWarning, 'sweep'));
    for (const place of ['update-only', 'deletion'] as const) {
      expect(warningsOf(reportsOf(laterStep(place).webinars))).toEqual(
        expect.arrayContaining([...shownAt(everyWarning, place)]),
      );
    }
  });

  it('S6: leaves out an excluded domain, what is below it, and its name with an umlaut', () => {
    const domains = reportsOf(demo.summary.webinars).flatMap(({ warnings }) =>
      warnings.flatMap((warning) => (warning.cause === 'addresses-excluded' ? warning.domains : [])),
    );

    expect(domains).toEqual(
      expect.arrayContaining([
        { domain: 'voltwerk.example.org', personCount: 2 },
        { domain: 'xn--wrmewerk-0za.example.org', personCount: 1 },
      ]),
    );
    const addresses = Object.keys(afterDemo.contacts);
    expect(addresses.filter((address) => /voltwerk|xn--/u.test(address))).toEqual([]);
  });

  it('S28: has a call with its transcript for recordings, and none for those that are left out', () => {
    const recordings = reportsOf(demo.summary.webinars).flatMap((report) => report.recordings);
    const synced = recordings.filter(({ state }) => state === 'synced');

    expect(synced.length).toBeGreaterThanOrEqual(8);
    expect(afterDemo.calls).toHaveLength(synced.length);
    expect(afterDemo.transcriptCount).toBe(synced.filter(({ transcript }) => transcript === 'synced').length);
    expect(afterDemo.transcriptCount).toBeGreaterThanOrEqual(5);
  });

  it('B8: shows planned webinars, whose people are neither attendees nor no-shows yet', () => {
    const planned = reportsOf(demo.summary.webinars).flatMap(({ sessions }) =>
      sessions.filter(({ isHeld }) => !isHeld),
    );

    expect(planned.length).toBeGreaterThanOrEqual(5);
    expect(planned.filter(({ attended, noShow }) => attended > 0 || noShow > 0)).toEqual([]);
    expect(planned.some(({ registered }) => registered > 100)).toBe(true);
  });

  it('shows a planned webinar that is deleted in Zoom as cancelled for everybody', () => {
    const [report] = reportsOf(laterStep('deletion').webinars);

    expect(report).toMatchObject({ id: String(communityEveningId), sessions: [{ registered: 0, attended: 0 }] });
    expect(report?.changes.cancellations).toBeGreaterThan(15);
  });

  it('counts the session of a dropped host once and leaves out the rehearsal', () => {
    const lengths = new Map(
      reportsOf(demo.summary.webinars).map(({ id, sessions }) => [
        id,
        sessions.filter(({ isHeld }) => isHeld).map((each) => each.lengthSeconds),
      ]),
    );

    expect(lengths.get('81234567801')).toEqual([(34 + 28) * 60]);
    expect(lengths.get('81234567807')).toEqual([63 * 60]);
    expect(lengths.get('81234567806')).toEqual([36 * 60, (12 + 31) * 60, 44 * 60]);
  });

  it('B25: has nothing due in a second sweep', () => {
    expect(dueAgain).toMatchObject({ ok: true, webinars: [], writes: untouched });
    expect(afterDue).toEqual(afterDemo);
  });

  it('B13: is left as it is by a sweep of everything', () => {
    expect(allAgain.ok).toBe(true);
    expect(allAgain.webinars.length).toBeGreaterThanOrEqual(22);
    for (const { topic, writes, synced } of reportsOf(allAgain.webinars)) {
      expect({ topic, synced, ...writes }).toMatchObject({ topic, synced: 0, ...untouched });
    }
    expect(afterEverything).toEqual(afterDemo);
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

  it('has nothing twice on a timeline', () => {
    const timelines = Object.entries(viewHubSpot(standIns.hubSpot.world()).timelines);

    expect(timelines.length).toBeGreaterThan(1_700);
    for (const [email, lines] of timelines) expect([email, ...lines]).toEqual([email, ...new Set(lines)]);
  });

  it('B13: was never sent an event that HubSpot cannot use or has got already', () => {
    const reasons = standIns.hubSpot.world().droppedEvents.map(({ eventName, reason }) => `${eventName}: ${reason}`);

    expect([...new Set(reasons)]).toEqual([]);
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
  const known = history.filter(({ staff }) => !staff.has(email));
  return {
    attended: known.filter(({ attendees }) => attendees.has(email)).length,
    registered: known.filter(({ registeredAtByEmail }) => registeredAtByEmail.has(email)).length,
    registeredForHeld: known.filter(
      ({ registeredAtByEmail, lastEnd, isByOccurrence, isHeld }) =>
        isHeld && !isByOccurrence && (registeredAtByEmail.get(email) ?? Infinity) <= lastEnd,
    ).length,
  };
}
