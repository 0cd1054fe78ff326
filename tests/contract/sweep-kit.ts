import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import { defaultUserSettings, type Settings, type UserSettings } from '../../src/app/extensions/contract/settings.ts';
import type { RunSweepAnswer, RunSweepParameters, SweepReport } from '../../src/app/extensions/contract/sweep.ts';
import type { ListWebinarsParameters, WebinarRow, WebinarsAnswer } from '../../src/app/extensions/contract/webinars.ts';
import type { SyncReport } from '../../src/app/extensions/contract/sync.ts';
import type { AppProcess } from '../support/app-process.ts';
import { zoomAccountId } from '../support/two-accounts.ts';
import { openWorld, secondMs, succeeded, type WebinarWorld, type WorldOptions } from '../support/webinar-world.ts';

/** A world whose settings are saved and whose webinars a sweep looks for. */
export interface SweepWorld extends WebinarWorld {
  readonly process: AppProcess;
  sweepStep(parameters?: RunSweepParameters): Promise<CallAnswer<RunSweepAnswer>>;
  /** Steps until the sweep is done. */
  sweep(parameters?: RunSweepParameters): Promise<FinishedSweep>;
  list(parameters?: ListWebinarsParameters): Promise<WebinarsAnswer>;
  /** One webinar as the list shows it. */
  row(webinarId: string): Promise<WebinarRow>;
  /** Reports of the audit log of a webinar, newest first. */
  audit(webinarId: string): Promise<readonly SyncReport[]>;
}

export interface FinishedSweep {
  readonly report: SweepReport;
  readonly answers: readonly RunSweepAnswer[];
  readonly finished: readonly SyncReport[];
  /** Operations since the sweep began, in order. */
  readonly zoomCalls: readonly string[];
  readonly hubspotCalls: readonly string[];
}

const stepsMax = 400;

export async function openSweepWorld(options: WorldOptions): Promise<SweepWorld> {
  const world = await openWorld(options);
  const process = await world.startProcess();
  const swept: SweepWorld = {
    ...world,
    process,
    sweepStep: (parameters = {}) => process.call<RunSweepAnswer>('run_sweep', parameters),
    sweep: (parameters = {}) => sweepToEnd(world, process, parameters),
    list: async (parameters = {}) => succeeded(await process.call<WebinarsAnswer>('list_webinars', parameters)),
    async row(webinarId) {
      const { webinars } = await swept.list({ query: webinarId });
      const [found] = webinars;
      if (found === undefined) throw new Error(`There is no webinar ${webinarId}.`);
      return found;
    },
    async audit(webinarId) {
      const answer = await process.call<{ ok: true; runs: readonly { report: SyncReport }[] }>('get_audit_log', {
        webinarId,
      });
      return succeeded(answer).runs.map(({ report }) => report);
    },
  };
  return swept;
}

/** Drives a sweep as a page does. */
export async function sweepToEnd(
  { two, time }: Pick<WebinarWorld, 'two' | 'time'>,
  process: AppProcess,
  parameters: RunSweepParameters = {},
): Promise<FinishedSweep> {
  const begin = { zoom: two.zoom.requests.list().length, hubspot: two.hubspot.requests.list().length };
  const operationsOf = (standIn: 'zoom' | 'hubspot'): readonly string[] =>
    two[standIn].requests
      .list()
      .slice(begin[standIn])
      .map(({ operation }) => operation ?? 'unexpected');
  const answers: RunSweepAnswer[] = [];
  let next = parameters;
  while (answers.length < stepsMax) {
    const answer = succeeded(await process.call<RunSweepAnswer>('run_sweep', next));
    answers.push(answer);
    if (answer.done && answer.report !== undefined) {
      return {
        report: answer.report,
        answers,
        finished: answers.flatMap(({ finished }) => finished),
        zoomCalls: operationsOf('zoom'),
        hubspotCalls: operationsOf('hubspot'),
      };
    }
    if (answer.retryAfterSeconds > 0) await time.sleep(answer.retryAfterSeconds * secondMs);
    next = { ...parameters, sweepId: answer.sweepId };
  }
  throw new Error(`not done after ${stepsMax} steps`);
}

/** Settings of single users, by user ID. */
export const usersOf = (users: Readonly<Record<string, Partial<UserSettings>>>): Settings['users'] =>
  Object.fromEntries(
    Object.entries(users).map(([userId, user]) => [`${zoomAccountId}:${userId}`, { ...defaultUserSettings, ...user }]),
  );
