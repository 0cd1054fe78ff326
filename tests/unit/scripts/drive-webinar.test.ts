import { describe, expect, it } from 'vitest';
import type { CallAnswer } from '../../../src/app/extensions/contract/failure.ts';
import type { SyncWebinarAnswer } from '../../../src/app/extensions/contract/sync.ts';
import { stalledStepsMaximum, waitMaximumSeconds, type Failure } from '../../../scripts/sync/drive-steps.ts';
import { driveWebinar, type WebinarDriver, type WebinarStepParameters } from '../../../scripts/sync/drive-webinar.ts';
import { aFailure, aReport, aStep } from './builders.ts';

type Answer = CallAnswer<SyncWebinarAnswer>;

const request = { webinarId: '81234567801', connection: null, isDryRun: false };
const failed = (changes: Partial<Failure> = {}): Answer => ({ ok: false, failure: aFailure(changes) });
const finished = (): Answer => aStep({ done: true, report: aReport() });
const reading = (doneCount: number, changes: Partial<SyncWebinarAnswer> = {}): Answer =>
  aStep({ progress: { phase: 'reading', doneCount, totalCount: 10 }, ...changes });

/** Answers one after the other; the last one for ever. */
function aDriver(answers: readonly Answer[]) {
  const calls: WebinarStepParameters[] = [];
  const waits: number[] = [];
  const driver: WebinarDriver = {
    step(parameters) {
      calls.push(parameters);
      const answer = answers[Math.min(calls.length, answers.length) - 1];
      if (answer === undefined) throw new Error('no answer was prepared');
      return Promise.resolve(answer);
    },
    wait(seconds) {
      waits.push(seconds);
      return Promise.resolve();
    },
    onProgress() {},
    onRetry() {},
  };
  return { driver, calls, waits };
}

describe('driving one webinar', () => {
  it('calls step after step, passing back the run and what the step before carried, until it is done', async () => {
    const { driver, calls } = aDriver([reading(1, { resume: 'a' }), reading(2, { resume: 'b' }), finished()]);

    const outcome = await driveWebinar({ ...request, connection: 'Academy', isDryRun: true }, driver);

    expect(outcome).toEqual({ kind: 'finished', report: aReport(), stepCount: 3 });
    const constant = { webinarId: '81234567801', connection: 'Academy', trigger: 'terminal', dryRun: true };
    expect(calls).toEqual([
      constant,
      { ...constant, runId: 'run-1', resume: 'a' },
      { ...constant, runId: 'run-1', resume: 'b' },
    ]);
  });

  it('does not carry on what a later step no longer carries', async () => {
    const { driver, calls } = aDriver([reading(1, { resume: 'a' }), reading(2), finished()]);

    await driveWebinar(request, driver);

    expect(calls[2]).toEqual({ webinarId: '81234567801', trigger: 'terminal', runId: 'run-1' });
  });

  it('B19: names the person instead of the trigger when only one is to be synced', async () => {
    const { driver, calls } = aDriver([reading(1), finished()]);

    await driveWebinar({ ...request, address: 'ann@acme.example.com' }, driver);

    const constant = { webinarId: '81234567801', address: 'ann@acme.example.com' };
    expect(calls).toEqual([constant, { ...constant, runId: 'run-1' }]);
  });

  it('waits as long as a step asks for', async () => {
    const { driver, waits } = aDriver([reading(1, { retryAfterSeconds: 7 }), reading(2), finished()]);

    await driveWebinar(request, driver);

    expect(waits).toEqual([7]);
  });

  it('tries a failure that passes by itself again, in the same run, and waits as asked or longer each time', async () => {
    const { driver, calls, waits } = aDriver([
      reading(1),
      failed({ kind: 'unavailable', reason: { cause: 'vendor-unavailable' } }),
      failed({ kind: 'rate-limited', retryAfterSeconds: 9 }),
      finished(),
    ]);

    const outcome = await driveWebinar(request, driver);

    expect(outcome.kind).toBe('finished');
    expect(waits).toEqual([2, 9]);
    expect(calls[3]).toMatchObject({ runId: 'run-1' });
  });

  it('gives up after three tries of one step', async () => {
    const { driver, calls } = aDriver([failed({ kind: 'unavailable' })]);

    const outcome = await driveWebinar(request, driver);

    expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'unavailable' }, stepCount: 3 });
    expect(calls).toHaveLength(3);
  });

  it('counts the tries of each step apart', async () => {
    const { driver } = aDriver([
      failed({ kind: 'timeout' }),
      failed({ kind: 'timeout' }),
      reading(1),
      failed({ kind: 'timeout' }),
      failed({ kind: 'timeout' }),
      finished(),
    ]);

    expect((await driveWebinar(request, driver)).kind).toBe('finished');
  });

  it.each(['not-found', 'missing-scope', 'quota-exhausted', 'unexpected-shape', 'bug', 'unauthorised'] as const)(
    'does not try %s again',
    async (kind) => {
      const { driver, calls } = aDriver([failed({ kind })]);

      expect((await driveWebinar(request, driver)).kind).toBe('failed');
      expect(calls).toHaveLength(1);
    },
  );

  it('leaves a webinar for later when the vendor wants a longer pause than anybody would watch', async () => {
    const { driver, waits } = aDriver([failed({ kind: 'rate-limited', retryAfterSeconds: waitMaximumSeconds + 1 })]);

    expect((await driveWebinar(request, driver)).kind).toBe('failed');
    expect(waits).toEqual([]);
  });

  it('gives up when steps stop making progress', async () => {
    const { driver, calls } = aDriver([reading(1)]);

    const outcome = await driveWebinar(request, driver);

    expect(outcome).toMatchObject({ kind: 'failed', failure: { reason: { cause: 'out-of-time' } } });
    expect(calls).toHaveLength(stalledStepsMaximum + 1);
  });

  it('goes on for as many steps as it takes while each makes progress', async () => {
    const steps = Array.from({ length: 3 * stalledStepsMaximum }, (_, index) => reading(index));
    const { driver } = aDriver([...steps, finished()]);

    expect(await driveWebinar(request, driver)).toMatchObject({ kind: 'finished', stepCount: steps.length + 1 });
  });

  it('takes a last step without a report for what it is', async () => {
    const { driver } = aDriver([aStep({ done: true })]);

    expect(await driveWebinar(request, driver)).toMatchObject({
      kind: 'failed',
      failure: { kind: 'unexpected-shape', reason: { cause: 'answer-malformed' } },
    });
  });
});
