import { describe, expect, it, vi } from 'vitest';
import type { SyncWebinarAnswer } from '../../../src/app/extensions/contract/sync.ts';
import {
  driveSync,
  type SyncEvent,
  type SyncPlace,
} from '../../../src/app/extensions/settings-page/sync/drive-sync.ts';
import type { CallResult } from '../../../src/app/extensions/shared/call-function.ts';
import { aReport, aStep, theLastStep } from '../support/builders.ts';

const answered = (answer: SyncWebinarAnswer): CallResult<SyncWebinarAnswer> => ({ kind: 'answered', answer });
const unanswered: CallResult<SyncWebinarAnswer> = { kind: 'problem', problem: { kind: 'no-answer' } };

/** Answers the steps one after the other; one step too many is an error. */
function driveThrough(results: readonly CallResult<SyncWebinarAnswer>[], { runId = null as string | null } = {}) {
  const controller = new AbortController();
  const asked: SyncPlace[] = [];
  const events: SyncEvent[] = [];
  const pauses: number[] = [];
  const open = [...results];
  const driver = {
    step: vi.fn((place: SyncPlace) => {
      asked.push(place);
      const result = open.shift();
      return result === undefined ? Promise.reject(new Error('One step too many')) : Promise.resolve(result);
    }),
    pause: vi.fn((seconds: number) => {
      pauses.push(seconds);
      return Promise.resolve();
    }),
    onEvent: (event: SyncEvent) => events.push(event),
  };
  const run = () => driveSync(runId, driver, controller.signal);
  return { run, driver, controller, asked, events, pauses };
}

describe('driveSync', () => {
  it('calls until the sync is done, with the run ID of the first answer', async () => {
    const sync = driveThrough([answered(aStep({ runId: 'run-3' })), answered(theLastStep())]);

    await sync.run();

    expect(sync.asked).toEqual([{}, { runId: 'run-3' }]);
    expect(sync.events.map(({ kind }) => kind)).toEqual(['progressed', 'finished']);
    expect(sync.events.at(-1)).toEqual({ kind: 'finished', report: aReport() });
  });

  it('goes on with a run that was begun before', async () => {
    const sync = driveThrough([answered(theLastStep())], { runId: 'run-9' });

    await sync.run();

    expect(sync.asked).toEqual([{ runId: 'run-9' }]);
  });

  it('hands back what a step asked to be handed back', async () => {
    const sync = driveThrough([answered(aStep({ resume: 'place' })), answered(aStep()), answered(theLastStep())]);

    await sync.run();

    expect(sync.asked.map(({ resume }) => resume)).toEqual([undefined, 'place', undefined]);
  });

  it('waits only where a step asks for it', async () => {
    const sync = driveThrough([
      answered(aStep({ retryAfterSeconds: 0 })),
      answered(aStep({ retryAfterSeconds: 12 })),
      answered(theLastStep()),
    ]);

    await sync.run();

    expect(sync.pauses).toEqual([12]);
  });

  it('stops at a failure and keeps the run to go on with', async () => {
    const sync = driveThrough([answered(aStep({ runId: 'run-3' })), unanswered]);

    await sync.run();

    expect(sync.events.at(-1)).toEqual({ kind: 'failed', problem: { kind: 'no-answer' }, runId: 'run-3' });
  });

  it('has no run to go on with when the first step failed', async () => {
    const sync = driveThrough([unanswered]);

    await sync.run();

    expect(sync.events).toEqual([{ kind: 'failed', problem: { kind: 'no-answer' }, runId: null }]);
  });

  it('takes an end without a report for an answer that it cannot read', async () => {
    const sync = driveThrough([answered(aStep({ done: true, runId: 'run-3' }))]);

    await sync.run();

    expect(sync.events).toEqual([{ kind: 'failed', problem: { kind: 'unreadable-answer' }, runId: 'run-3' }]);
  });

  it('reports nothing and calls nothing after it was aborted during a step', async () => {
    const sync = driveThrough([answered(aStep()), answered(aStep())]);
    sync.driver.step.mockImplementationOnce(() => {
      sync.controller.abort();
      return Promise.resolve(answered(aStep()));
    });

    await sync.run();

    expect(sync.events).toEqual([]);
    expect(sync.driver.step).toHaveBeenCalledTimes(1);
  });

  it('calls nothing after it was aborted during a wait', async () => {
    const sync = driveThrough([answered(aStep({ retryAfterSeconds: 60 })), answered(aStep())]);
    sync.driver.pause.mockImplementationOnce(() => {
      sync.controller.abort();
      return Promise.resolve();
    });

    await sync.run();

    expect(sync.driver.step).toHaveBeenCalledTimes(1);
  });
});
