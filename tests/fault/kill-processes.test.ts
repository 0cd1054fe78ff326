import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../emulators/core/random.ts';
import { ensureProjectBundles } from '../../scripts/bundling/project-bundles.ts';
import { startContainer, type CallOutcome, type Container } from '../../scripts/function-runner/container.ts';
import { functionLimits } from '../../scripts/function-runner/function-limits.ts';
import { functionsDistDir } from '../../scripts/project/paths.ts';
import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import type { SyncReport, SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import { expectTrueHubSpot, expectTrueReport } from '../support/expect-true-hubspot.ts';
import { viewHubSpot, type HubSpotView } from '../support/hubspot-view.ts';
import { aZoomSeed, startTwoAccounts, type TwoAccounts, type WebinarSeed } from '../support/two-accounts.ts';
import { noon, openWorld, secondMs, succeeded } from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant } from '../support/zoom-webinars.ts';

const webinarCount = 20;
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
      anInstance([aJoin(own('ann'), 0, 60), aJoin(own('ben'), index, 30 + index)], { uuid: `uuid${index}==` }),
    ],
  });
});

beforeAll(() => ensureProjectBundles(), 60_000);

/** A process of its own, as HubSpot would start one. */
function startProcess({ environment }: TwoAccounts): Container {
  const container = startContainer({ bundlePath: join(functionsDistDir, 'sync_webinar.js'), env: environment });
  onTestFinished(() => container.stop());
  return container;
}

const callSync = (
  container: Container,
  parameters: { readonly webinarId: string },
  onLog: (text: string) => void = () => {},
): Promise<CallOutcome> =>
  container.call(
    { propertiesToSend: {}, parameters, event: {}, secrets: {} },
    { timeLimitMs: functionLimits.timeLimitMs, answerLimitBytes: functionLimits.payloadLimitBytes, onLog },
  );

/** Begins a sync and kills its process so long after it got to work, unless it is done by then. */
async function beginAndKill(two: TwoAccounts, webinarId: string, delayMs: number): Promise<CallOutcome['kind']> {
  const container = startProcess(two);
  const outcome = await callSync(container, { webinarId }, (text) => {
    expect(text).not.toContain('@');
    if (text.includes('call.started')) void sleep(delayMs).then(() => container.stop());
  });
  await container.stop();
  return outcome.kind;
}

async function continueToEnd(two: TwoAccounts, webinarId: string): Promise<SyncReport | undefined> {
  const container = startProcess(two);
  for (;;) {
    const outcome = await callSync(container, { webinarId });
    if (outcome.kind !== 'answered') throw new Error(`the process of ${webinarId} has not answered: ${outcome.kind}`);
    const answer = succeeded(JSON.parse(outcome.body) as CallAnswer<SyncWebinarAnswer>);
    if (answer.done) return answer.report;
    await sleep(answer.retryAfterSeconds * secondMs);
  }
}

async function viewUndisturbed(): Promise<HubSpotView> {
  const world = await openWorld({ webinars });
  for (const webinarId of webinarIds) await world.sync({ webinarId });
  return world.view();
}

it('twenty processes killed with SIGKILL at moments of chance leave nothing that others do not put right', async () => {
  const random = createRandom(seed);
  const undisturbed = await viewUndisturbed();
  const two = await startTwoAccounts({ zoom: aZoomSeed(webinars) }, { startAt: noon, latencyMs });
  onTestFinished(() => two.close());

  const endings = await Promise.all(
    webinarIds.map((webinarId) => beginAndKill(two, webinarId, random.integer(0, killedWithinMs))),
  );
  const leftHalfDone = viewHubSpot(two.hubspot.world());
  await sleep(leaseMs);
  const reports = await Promise.all(webinarIds.map((webinarId) => continueToEnd(two, webinarId)));

  expect(endings.filter((kind) => kind === 'died').length, 'processes were killed').toBeGreaterThan(5);
  expect(leftHalfDone, 'they were in the midst of their work').not.toEqual(undisturbed);
  const view = expectTrueHubSpot(two);
  for (const report of reports) expect(expectTrueReport(report, view).status).toBe('complete');
  expect(view).toEqual(undisturbed);
}, 90_000);
