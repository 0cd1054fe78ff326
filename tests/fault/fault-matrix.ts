import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulators/core/faults.ts';
import type { CallAnswer, CallFailure } from '../../src/app/extensions/contract/failure.ts';
import type { SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import type { AppProcess } from '../support/app-process.ts';
import { expectTrueHubSpot } from '../support/expect-true-hubspot.ts';
import { failed, hourMs, secondMs, succeeded, type WebinarWorld } from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';
import type { CellOutcome, Way } from './cell-record.ts';
import { recordCell, recordEnd } from './fault-cells.ts';
import {
  commonFaults,
  endOfStep,
  fieldFaults,
  harmlessFaults,
  refusedRows,
  type Asking,
  type Effect,
  type FaultColumn,
  type System,
} from './faults.ts';
import { startWatchedProcess, type CallPattern, type WatchedProcess } from './watched-process.ts';
import { viewWhole, type WholeView } from './whole-view.ts';

/** One thing that the app is asked to do, in a world of its own. */
export interface FaultScenario {
  /** As the published table calls it. */
  readonly name: string;
  /** The vendors take so long that a step may end before the last try. */
  readonly isSlow?: boolean;
  open(): Promise<WebinarWorld>;
  /** What is done while a vendor is ill, until it is done or has failed. */
  attempt(process: AppProcess, world: WebinarWorld): Promise<CallAnswer<{ readonly ok: true }>>;
  /** What is done when the vendors are well again; expects that it succeeds. */
  finish(world: WebinarWorld): Promise<void>;
}

/** What is different for one step under some faults, and why. The reasons are published. */
export interface FaultException {
  readonly faults: readonly string[];
  /**
   * `survives`: the run ends although the fault lasts, says what is missing, and the next one mends it. `overcome`: it ends
   * as if nothing had happened. `own-test`: it is tested elsewhere. `impossible`: it cannot happen here.
   */
  readonly outcome: 'survives' | 'overcome' | 'own-test' | 'impossible';
  readonly reason: string;
}

/** One call on the way of the data: a row of the matrix. */
export interface FaultyStep {
  /** As a person would call it: `page 2 of registrants`. */
  readonly name: string;
  readonly system: System;
  readonly operation: string;
  /** Tells calls of one operation apart. */
  readonly where?: Fault['where'];
  /** Of its answer, one that the app cannot do without. */
  readonly field: string | null;
  /** Several rows are sent at once, each of which may be refused. */
  readonly isBatch?: boolean;
  /** The vendor answers with a file, or with nothing: there is nothing to spoil. */
  readonly answers?: 'json' | 'file' | 'nothing';
  /** How often one request is sent at most, where it is not what the fault alone would make it. */
  readonly asking?: Readonly<Record<string, { readonly count: number; readonly reason: string }>>;
  readonly exceptions?: readonly FaultException[];
}

/** `telling` leaves out what happens to all operations alike, where another scenario shows it. */
export type Extent = 'every' | 'telling';

/** `npm run test:fault` wants every cell. */
export const extentFor = (inEveryRun: Extent): Extent =>
  process.env['FAULT_EXTENT'] === 'every' ? 'every' : inEveryRun;

const stepsMax = 40;

/** Steps until the sync is done or has failed. */
export async function syncUntilFailure(
  process: AppProcess,
  { time }: Pick<WebinarWorld, 'time'>,
): Promise<CallAnswer<SyncWebinarAnswer>> {
  let runId: string | undefined;
  for (let count = 0; count < stepsMax; count += 1) {
    const answered = await process.call<SyncWebinarAnswer>('sync_webinar', {
      webinarId,
      ...(runId === undefined ? {} : { runId }),
    });
    if (!answered.ok || answered.done) return answered;
    ({ runId } = answered);
    await time.sleep(answered.retryAfterSeconds * secondMs);
  }
  throw new Error(`the sync has neither ended nor failed after ${stepsMax} steps`);
}

const recoverMs = hourMs / 2;

/** Does the rest when the vendors are well again, later than any lease or limit lasts. */
export async function recover({ finish }: Pick<FaultScenario, 'finish'>, world: WebinarWorld): Promise<void> {
  for (const standIn of [world.two.zoom, world.two.hubspot]) standIn.faults.clear();
  world.time.advance(recoverMs);
  await finish(world);
  expectTrueHubSpot(world.two);
}

interface Undisturbed {
  readonly view: WholeView;
  /** What is said when everything went well. */
  readonly said: unknown;
  /** By operation: `METHOD /path` of its calls. */
  readonly paths: ReadonlyMap<string, ReadonlySet<string>>;
}

/** How HubSpot looks when nothing went wrong, and who was asked for it; found out once. */
export function createUndisturbed(scenario: FaultScenario): () => Promise<Undisturbed> {
  let known: Promise<Undisturbed> | null = null;
  const look = async (): Promise<Undisturbed> => {
    const world = await scenario.open();
    const answered = await scenario.attempt(await world.startProcess(), world);
    const paths = new Map<string, Set<string>>();
    for (const { operation, method, target } of [world.two.zoom, world.two.hubspot].flatMap((s) => s.requests.list())) {
      const [path = ''] = target.split('?');
      const pathsBefore = paths.get(operation ?? '') ?? new Set();
      paths.set(operation ?? '', pathsBefore.add(`${method} ${path}`));
    }
    await recover(scenario, world);
    return { view: viewWhole(world.two.hubspot.world()), said: toSaid(succeeded(answered)), paths };
  };
  return () => (known ??= look());
}

/** Of an answer, what tells somebody whether all went well: its report, without names of runs and counts of work. */
function toSaid(answered: object): unknown {
  const { report, ...rest } = answered as { readonly report?: Readonly<Record<string, unknown>> };
  const { status, warnings, failedCount, failedHosts } = report ?? {};
  return { status, warnings, failedCount, failedHosts, outcome: 'outcome' in rest ? rest.outcome : null };
}

export const createUndisturbedView = (scenario: FaultScenario): (() => Promise<WholeView>) => {
  const undisturbed = createUndisturbed(scenario);
  return async () => (await undisturbed()).view;
};

const triesMax = 3;

/** How often a request is sent that always fails alike. */
function lastingCount(asking: Asking, isIdempotent: boolean): number {
  if (asking === 'again') return triesMax;
  if (!isIdempotent) return 1;
  if (asking === 'again-if-harmless') return triesMax;
  // Each try takes five of the eight seconds of a step.
  return asking === 'again-if-time' ? 2 : 1;
}

/**
 * The rows of the matrix that one scenario needs: every fault, lasting and once. Each cell looks at HubSpot, at what the
 * app answers, at its log, and at how often the vendor was asked.
 */
export function describeFaults(
  scenario: FaultScenario,
  steps: readonly FaultyStep[],
  extent: Extent | ((step: FaultyStep) => Extent),
): void {
  const undisturbed = createUndisturbed(scenario);
  describe(scenario.name, () => {
    describe.each(steps)('$name', (step) =>
      describeStep(scenario, undisturbed, step, typeof extent === 'string' ? extent : extent(step)),
    );
  });
}

function describeStep(
  scenario: FaultScenario,
  undisturbed: () => Promise<Undisturbed>,
  step: FaultyStep,
  extent: Extent,
): void {
  const { system, operation, where = {}, field, answers = 'json' } = step;
  const row = { scenario: scenario.name, step: step.name };
  const exceptionFor = (fault: string): FaultException | undefined =>
    (step.exceptions ?? []).find(({ faults }) => faults.includes(fault));
  const cannot = (fault: string, reason: string): void =>
    recordCell({ kind: 'exempt', ...row, fault, outcome: 'impossible', reason });

  interface Trial {
    readonly world: WebinarWorld;
    readonly watched: WatchedProcess;
    readonly answered: CallAnswer<{ readonly ok: true }>;
    readonly usedCount: number;
  }

  async function attempt(effect: Effect | null, occurrence: 1 | 'every'): Promise<Trial> {
    const { paths } = await undisturbed();
    const world = await scenario.open();
    const pattern: CallPattern = {
      paths: paths.get(operation) ?? new Set(),
      target: where.target ?? '',
      body: where.body ?? '',
    };
    const isUnanswered = effect?.kind === 'silence';
    const watched = await startWatchedProcess(world, { pattern, isUnanswered, endsStep: effect === null });
    const faults = world.two[system].faults;
    const fault = effect ?? ({ kind: 'delay', ms: 0 } as const);
    faults.add([{ operation, where, occurrence, fault }]);
    const answered = await scenario.attempt(watched.process, world);
    const usedCount = faults.list()[0]?.usedCount ?? 0;
    return { world, watched, answered, usedCount };
  }

  async function expectMended({ world }: Trial): Promise<void> {
    const { view } = await undisturbed();
    expect(viewWhole(world.two.hubspot.world())).toEqual(view);
  }

  function expectAsked({ watched }: Trial, fault: string, asking: Asking, way: Way): void {
    const asked = watched.askedCounts();
    const fixed = step.asking?.[fault]?.count;
    const wanted = asked.map(({ isIdempotent }) => {
      const count = fixed ?? lastingCount(asking, isIdempotent);
      return way === 'once' ? Math.min(count, 2) : count;
    });
    const counts = asked.map(({ count }) => count);
    expect(counts.length).toBeGreaterThan(0);
    // The first that fails for good ends the step, and with it those that are under way.
    expect(counts.filter((count, index) => count > (wanted[index] ?? 0))).toEqual([]);
    if (asking !== 'again-if-time' && scenario.isSlow !== true) expect(Math.max(...counts)).toBe(Math.max(...wanted));
  }

  function addCell(fault: string, way: Way, outcome: CellOutcome, title: string, run: () => Promise<void>): void {
    const reason = exceptionFor(fault)?.reason ?? '';
    recordCell({ kind: 'planned', ...row, fault, way, outcome, reason });
    it(title, async () => {
      recordEnd({ ...row, fault, way });
      await run();
    });
  }

  function addLasting({ name, effect, causes, asking }: FaultColumn & { readonly effect: () => Effect }): void {
    const ending = exceptionFor(name)?.outcome;
    if (ending === 'survives' || ending === 'overcome') {
      const isSaid = ending === 'survives';
      addCell(
        name,
        'lasting',
        ending,
        `every time ${name}: the run ${isSaid ? 'ends and says what is missing, and the next one mends it' : 'overcomes it'}`,
        async () => {
          const trial = await attempt(effect(), 'every');
          expectQuietLog(trial.watched);
          expect(trial.usedCount).toBeGreaterThan(0);
          expectAsked(trial, name, asking, 'lasting');
          await recover(scenario, trial.world);

          const isAsEver = isDeepStrictEqual(toSaid(succeeded(trial.answered)), (await undisturbed()).said);
          expect(isAsEver).toBe(!isSaid);
          await expectMended(trial);
        },
      );
      return;
    }
    addCell(
      name,
      'lasting',
      'fails',
      `every time ${name}: the failure and the log say why, and the next run finds nothing to mend`,
      async () => {
        const trial = await attempt(effect(), 'every');
        const failure = failed(trial.answered);
        expectLogged(trial.watched, failure);
        expectAsked(trial, name, asking, 'lasting');
        await recover(scenario, trial.world);

        expect([system, 'app']).toContain(failure.system);
        expect(causes(system)).toContain(failure.reason.cause);
        await expectMended(trial);
      },
    );
  }

  function addOnce({ name, effect, asking }: FaultColumn & { readonly effect: () => Effect }): void {
    addCell(name, 'once', 'fails', `once ${name}: it is overcome at once, or by the next step`, async () => {
      const trial = await attempt(effect(), 1);
      if (trial.answered.ok) expectQuietLog(trial.watched);
      else expectLogged(trial.watched, trial.answered.failure);
      expect(trial.usedCount).toBe(1);
      expectAsked(trial, name, asking, 'once');
      await recover(scenario, trial.world);
      await expectMended(trial);
    });
  }

  /** @returns whether nothing is to be tested here */
  function isRecordedAsExempt(fault: string): boolean {
    const exception = exceptionFor(fault);
    if (!isExempt(exception)) return false;
    recordCell({ kind: 'exempt', ...row, fault, outcome: exception.outcome, reason: exception.reason });
    return true;
  }

  for (const column of [...commonFaults, refusedRows] as readonly FaultColumn[]) {
    const { name } = column;
    if (isRecordedAsExempt(name)) continue;
    const effect = column.effect(system);
    if (effect === null || (column === refusedRows && step.isBatch !== true)) {
      cannot(name, 'the call is no batch of rows');
    } else if (effect.kind === 'truncate' && answers === 'nothing') {
      cannot(name, 'the vendor answers with nothing');
    } else {
      const known = { ...column, effect: () => effect };
      const isWanted = (way: Way): boolean => extent === 'every' || (column.inEveryRun ?? []).includes(way);
      if (isWanted('lasting')) addLasting(known);
      if (column.isTellingOnce === true && isWanted('once')) addOnce(known);
    }
  }

  for (const { name, effect } of extent === 'every' ? fieldFaults : fieldFaults.slice(0, 1)) {
    if (isRecordedAsExempt(name)) continue;
    if (field === null) {
      cannot(name, 'nothing of the answer is needed');
    } else if (exceptionFor(name) !== undefined) {
      addLasting({ name, effect: () => effect(field), causes: () => [], asking: 'once' });
    } else {
      addCell(
        name,
        'lasting',
        'fails',
        `${name} (${field}) is not understood, and never means that there is nothing`,
        async () => {
          const trial = await attempt(effect(field), 'every');
          const failure = failed(trial.answered);
          expectLogged(trial.watched, failure);
          expectAsked(trial, name, 'once', 'lasting');
          await recover(scenario, trial.world);

          expect(failure).toMatchObject({ kind: 'unexpected-shape', system, reason: { cause: 'answer-malformed' } });
          await expectMended(trial);
        },
      );
    }
  }

  if (extent === 'every') {
    for (const { name, effect } of harmlessFaults) {
      if (answers !== 'json') {
        cannot(name, answers === 'file' ? 'the answer is a file' : 'the vendor answers with nothing');
        continue;
      }
      addCell(name, 'lasting', 'ignored', `every time ${name}: nothing is different`, async () => {
        const trial = await attempt(effect, 'every');
        expectQuietLog(trial.watched);
        expect(toSaid(succeeded(trial.answered))).toEqual((await undisturbed()).said);
        expect(trial.usedCount).toBeGreaterThan(0);
        expectAsked(trial, name, 'once', 'lasting');
        await recover(scenario, trial.world);
        await expectMended(trial);
      });
    }
    if (isRecordedAsExempt(endOfStep)) return;
    addCell(
      endOfStep,
      'once',
      'fails',
      `${endOfStep} when it is answered: nothing more is sent, and the next step goes on`,
      async () => {
        const trial = await attempt(null, 1);
        expect(trial.watched.lateCount()).toBe(0);
        if (trial.answered.ok) {
          expectQuietLog(trial.watched);
        } else {
          expectLogged(trial.watched, trial.answered.failure);
          expect(trial.answered.failure.reason.cause).toBe('out-of-time');
        }
        expect(trial.usedCount).toBe(1);
        expectAsked(trial, endOfStep, 'once', 'once');
        await recover(scenario, trial.world);
        await expectMended(trial);
      },
    );
  }
}

type Exempt = FaultException & { readonly outcome: 'own-test' | 'impossible' };

const isExempt = (exception: FaultException | undefined): exception is Exempt =>
  exception?.outcome === 'own-test' || exception?.outcome === 'impossible';

/** A failure is one line, by which it can be found again; the calls before it ended well. */
function expectLogged(watched: WatchedProcess, failure: CallFailure['failure']): void {
  const { kind, system, operation, reason, httpStatus, vendorCode, correlationId } = failure;
  const told = { kind, system, operation, cause: reason.cause, httpStatus, vendorCode, correlationId };
  expect(watched.log().filter(({ level }) => level !== 'info')).toEqual([
    expect.objectContaining({ level: 'error', msg: 'call.failed', ...told }),
  ]);
}

const expectQuietLog = (watched: WatchedProcess): void =>
  expect(watched.log().filter(({ level }) => level !== 'info')).toEqual([]);
