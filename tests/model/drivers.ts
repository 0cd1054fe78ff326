import { runDueWebhooks } from '../../emulators/zoom/webhooks/run.ts';
import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import type { RunSweepAnswer } from '../../src/app/extensions/contract/sweep.ts';
import type { SyncReport, SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import type { AppProcess } from '../support/app-process.ts';
import { createGuillotine } from '../support/guillotine.ts';
import { secondMs } from '../support/webinar-world.ts';
import { endpointToken, runAction } from '../support/zoom-doors.ts';
import { actAtZoom } from './acts.ts';
import { memberAt } from './cast.ts';
import type { Driver } from './schedule.ts';
import { connectionOf, connections, type Stage } from './stage.ts';

/** How a driver's work ended; reports are in the memory. */
export type Ending = 'done' | 'failed' | 'killed' | 'given up';

export interface Counters {
  kills: number;
  syncs: number;
  sweeps: number;
  webhooks: number;
}

const stepsMax = 60;

/** Lets a driver work until it is done, fails or dies. */
export async function drive(stage: Stage, driver: Driver, counters: Counters): Promise<Ending> {
  const { time, memory } = stage;
  const startedAt = time.now();
  const { meanwhile } = driver;
  if (meanwhile !== null) {
    time.beforeCall(meanwhile.call, () => void actAtZoom(stage, meanwhile.act));
  }
  const ending = await runOnce(stage, driver, counters);
  if (ending === 'killed') counters.kills += 1;
  if (ending !== 'done') for (const id of webinarsOf(stage, driver)) memory.interrupt(id, startedAt);
  return ending;
}

function webinarsOf(stage: Stage, driver: Driver): readonly string[] {
  if (driver.do === 'deliver') return [];
  const isAboutOne = driver.do === 'sync' || driver.do === 'person';
  const all = stage.plan.webinars.map((_, index) => String(stage.webinarAt(index).id));
  return isAboutOne ? [String(stage.webinarAt(driver.webinar).id)] : all;
}

async function runOnce(stage: Stage, driver: Driver, counters: Counters): Promise<Ending> {
  if (driver.kill === null) {
    const process = driver.isWarm ? stage.warm : await stage.startProcess();
    return work(stage, process, driver, counters);
  }
  const guillotine = createGuillotine(driver.kill.call, driver.kill.moment);
  const process = await stage.startProcess(guillotine.wrap);
  return Promise.race([work(stage, process, driver, counters), guillotine.fallen.then((): Ending => 'killed')]);
}

function work(stage: Stage, process: AppProcess, driver: Driver, counters: Counters): Promise<Ending> {
  switch (driver.do) {
    case 'sync':
      return syncToEnd(stage, process, 'sync_webinar', parametersOf(stage, driver), counters);
    case 'person': {
      const { address } = memberAt(driver.who);
      if (address === '') return Promise.resolve('done');
      return syncToEnd(stage, process, 'sync_person', { ...parametersOf(stage, driver), address }, counters);
    }
    case 'sweep':
      return sweepToEnd(stage, process, connections[driver.webinar % connections.length] ?? 'main', counters);
    case 'workflow':
      return runAction(process).then(
        ({ errorCode }) => (errorCode === '' ? 'done' : 'failed'),
        () => 'failed',
      );
    case 'deliver':
      return deliverEvents(stage, process, counters).then(() => 'done');
  }
}

function parametersOf(stage: Stage, { webinar }: Driver) {
  const own = stage.webinarAt(webinar);
  return { webinarId: String(own.id), connection: connectionOf(own) };
}

interface SyncParameters {
  readonly webinarId: string;
  readonly connection: string;
  readonly address?: string;
}

export async function syncToEnd(
  stage: Stage,
  process: AppProcess,
  uid: 'sync_webinar' | 'sync_person',
  parameters: SyncParameters,
  counters: Counters,
): Promise<Ending> {
  counters.syncs += 1;
  let next: SyncParameters & { readonly runId?: string } = parameters;
  for (let step = 0; step < stepsMax; step += 1) {
    const answer = await process.call<SyncWebinarAnswer>(uid, next);
    if (!answer.ok) return settleFailure(stage, answer);
    if (answer.done) {
      if (answer.report === undefined) stage.memory.problems.push('G7: a sync is done and has no report');
      else noteReport(stage, answer.report);
      return 'done';
    }
    if (answer.report !== undefined) stage.memory.problems.push('G7: a sync has a report and is not done');
    if (answer.retryAfterSeconds > 0) await stage.time.sleep(answer.retryAfterSeconds * secondMs);
    next = { ...parameters, runId: answer.runId };
  }
  return 'given up';
}

/** A failure says what it is; a mistake of ours is never an answer to what others do. */
function settleFailure({ memory }: Stage, answer: Extract<CallAnswer<{ ok: true }>, { ok: false }>): Ending {
  const { kind, reason, operation } = answer.failure;
  memory.lastFailure = `${operation}: ${kind} ${JSON.stringify(reason)}`;
  if (kind === 'bug' || reason.cause === 'internal')
    memory.problems.push(`G7: ${operation} failed by a mistake of ours`);
  return reason.cause === 'person-not-listed' ? 'done' : 'failed';
}

export function noteReport(stage: Stage, report: SyncReport): void {
  const isAboutAll = report.people === undefined;
  stage.memory.reports.push({ report, isAboutAll });
  const isFinished = report.status === 'complete' || report.status === 'partial';
  if (isAboutAll && isFinished) stage.memory.heal(report.id, stage.time.now());
}

export async function sweepToEnd(
  stage: Stage,
  process: AppProcess,
  connection: string,
  counters: Counters,
): Promise<Ending> {
  counters.sweeps += 1;
  let next: { readonly connection: string; readonly sweepId?: string } = { connection };
  let ending: Ending = 'done';
  for (let step = 0; step < stepsMax; step += 1) {
    const answer = await process.call<RunSweepAnswer>('run_sweep', next);
    if (!answer.ok) return settleFailure(stage, answer);
    for (const report of answer.finished) noteReport(stage, report);
    for (const { failure } of answer.failed) ending = settleFailure(stage, { ok: false, failure });
    if (answer.done) return ending;
    if (answer.retryAfterSeconds > 0) await stage.time.sleep(answer.retryAfterSeconds * secondMs);
    next = { connection, sweepId: answer.sweepId };
  }
  return 'given up';
}

/** Hands over what Zoom has to tell by now; a process that dies lets the rest wait for Zoom's next try. */
export async function deliverEvents(stage: Stage, process: AppProcess, counters: Counters): Promise<void> {
  await runDueWebhooks(stage.two.zoom.world(), async ({ headers, body }) => {
    counters.webhooks += 1;
    const answer = await process.request('zoom_events', {
      method: 'POST',
      params: { t: [endpointToken] },
      headers,
      body,
    });
    return { status: answer.statusCode, headers: answer.headers, body: answer.body };
  });
}
