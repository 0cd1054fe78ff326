import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../emulators/core/random.ts';
import { ensureProjectBundles } from '../../scripts/bundling/project-bundles.ts';
import { startContainer, type CallOutcome, type Container } from '../../scripts/function-runner/container.ts';
import { functionLimits } from '../../scripts/function-runner/function-limits.ts';
import { functionsDistDir } from '../../scripts/project/paths.ts';
import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import { defaultSettings } from '../../src/app/extensions/contract/settings.ts';
import type { SyncReport, SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import { expectTrueHubSpot, expectTrueReport } from '../support/expect-true-hubspot.ts';
import { aZoomSeed, startTwoAccounts, type TwoAccounts, type WebinarSeed } from '../support/two-accounts.ts';
import { noon, openWorld, secondMs, succeeded } from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant } from '../support/zoom-webinars.ts';
import { viewWhole, withTranscriptsOnce, type WholeView } from './whole-view.ts';

const webinarCount = 12;
const seed = 20_261_120;
/** Slow enough for a process to be killed in the midst of its work. */
const latencyMs = 100;
/** About as long as one of the processes is at work. */
const killedWithinMs = 2_800;
const leaseMs = 12_000;

const webinarIds = Array.from({ length: webinarCount }, (_, index) => String(81_000_000_001 + index));

const webinars: readonly WebinarSeed[] = webinarIds.map((id, index) => {
  const own = (name: string): string => `${name}${index}@acme.example.com`;
  return aHeldWebinar({
    id,
    topic: `Webinar ${index}`,
    registrants: [
      ...['ann', 'ben', 'cleo'].map((name) => aRegistrant(own(name))),
      aRegistrant(own('dan'), { status: 'denied' }),
    ],
    instances: [
      anInstance([aJoin(own('ann'), 0, 60), aJoin(own('ben'), index, 30 + index)], {
        uuid: `uuid${index}==`,
        recording: {},
        transcript: {},
      }),
    ],
  });
});

beforeAll(() => ensureProjectBundles(), 60_000);

/** A process of its own, as HubSpot would start one. */
function startProcess({ environment }: TwoAccounts, uid = 'sync_webinar'): Container {
  const container = startContainer({ bundlePath: join(functionsDistDir, `${uid}.js`), env: environment });
  onTestFinished(() => container.stop());
  return container;
}

const callFunction = (
  container: Container,
  parameters: object,
  onLog: (text: string) => void = () => {},
): Promise<CallOutcome> =>
  container.call(
    { propertiesToSend: {}, parameters, event: {}, secrets: {} },
    { timeLimitMs: functionLimits.timeLimitMs, answerLimitBytes: functionLimits.payloadLimitBytes, onLog },
  );

/** As an admin does before the first sync. */
async function saveSettings(two: TwoAccounts): Promise<void> {
  const settings = { ...defaultSettings, isSyncOn: true, recordingUsers: 'all' };
  const outcome = await callFunction(startProcess(two, 'save_settings'), { settings, version: 0 });
  expect(outcome).toMatchObject({ kind: 'answered', body: expect.stringContaining('"outcome":"saved"') as unknown });
}

/** Begins a sync and kills its process so long after it got to work, unless it is done by then. */
async function beginAndKill(two: TwoAccounts, webinarId: string, delayMs: number): Promise<CallOutcome['kind']> {
  const container = startProcess(two);
  const outcome = await callFunction(container, { webinarId }, (text) => {
    expect(text).not.toContain('@');
    if (text.includes('call.started')) void sleep(delayMs).then(() => container.stop());
  });
  await container.stop();
  return outcome.kind;
}

/** On a busy machine a process may be ended because its time is over, as at HubSpot: that is one more kill. */
async function continueToEnd(two: TwoAccounts, webinarId: string): Promise<SyncReport | undefined> {
  let container = startProcess(two);
  for (;;) {
    const outcome = await callFunction(container, { webinarId });
    if (outcome.kind === 'answered') {
      const answer = succeeded(JSON.parse(outcome.body) as CallAnswer<SyncWebinarAnswer>);
      if (answer.done) return answer.report;
      await sleep(answer.retryAfterSeconds * secondMs);
    } else {
      expect(outcome.kind).toBe('timed-out');
      container = startProcess(two);
    }
  }
}

async function viewUndisturbed(): Promise<WholeView> {
  const world = await openWorld({ webinars, settings: { recordingUsers: 'all' } });
  for (const webinarId of webinarIds) await world.sync({ webinarId });
  return viewWhole(world.two.hubspot.world());
}

it('a dozen processes killed with SIGKILL at moments of chance leave nothing that others do not put right', async () => {
  const random = createRandom(seed);
  const undisturbed = await viewUndisturbed();
  const two = await startTwoAccounts({ zoom: aZoomSeed(webinars) }, { startAt: noon, latencyMs });
  onTestFinished(() => two.close());
  await saveSettings(two);

  const endings = await Promise.all(
    webinarIds.map((webinarId) => beginAndKill(two, webinarId, random.integer(0, killedWithinMs))),
  );
  const leftHalfDone = viewWhole(two.hubspot.world());
  await sleep(leaseMs);
  const reports = await Promise.all(webinarIds.map((webinarId) => continueToEnd(two, webinarId)));

  expect(endings.filter((kind) => kind === 'died').length, 'processes were killed').toBeGreaterThan(3);
  expect(leftHalfDone, 'they were in the midst of their work').not.toEqual(undisturbed);
  const truth = expectTrueHubSpot(two);
  for (const report of reports) expect(expectTrueReport(report, truth).status).toBe('complete');
  const view = viewWhole(two.hubspot.world());
  expect(withTranscriptsOnce(view)).toEqual(undisturbed);
  expect(Math.max(...view.calls.map(({ transcripts }) => transcripts.length))).toBeLessThanOrEqual(2);
}, 90_000);
