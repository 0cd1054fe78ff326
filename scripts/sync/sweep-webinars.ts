import type { RunSweepAnswer, SweepPhase, SweepProgress } from '../../src/app/extensions/contract/sweep.ts';
import { explainFailure } from '../../src/app/extensions/shared/explain/explain-failure.ts';
import { callFunction } from './call-function.ts';
import { driveSweep, type SweepRequest } from './drive-sweep.ts';
import { summariseSweep, type SyncSummary } from './sync-summary.ts';
import type { SyncTools } from './sync-tools.ts';
import { terminalWords } from './terminal-words.ts';

const phaseTexts: Readonly<Record<SweepPhase, string>> = {
  users: 'Looking for Zoom users',
  webinars: 'Looking for their webinars',
  history: 'Looking for past webinars and recordings',
  syncing: 'Syncing webinars',
  waiting: 'Waiting',
  done: 'Done',
};

/** Looks for the webinars of one Zoom account, and syncs those that are due or all of them. */
export async function sweepWebinars(request: SweepRequest, tools: SyncTools): Promise<SyncSummary> {
  const startedAtMs = tools.nowMs();
  const label = request.connection === null ? 'Zoom account' : `Zoom account ${request.connection}`;
  tools.progress.update(label, null, phaseTexts.users);
  const outcome = await driveSweep(request, {
    step: (parameters) => callFunction<RunSweepAnswer>(tools.runner, 'run_sweep', parameters, tools.progress.note),
    wait: tools.wait,
    onProgress: (progress, waitSeconds) =>
      tools.progress.update(label, toFraction(progress), describeProgress(progress, waitSeconds)),
    onRetry: (failure, waitSeconds) =>
      tools.progress.note(`${explainFailure(failure, terminalWords).title}. Trying again in ${waitSeconds} s.`),
  });
  tools.progress.end();
  return summariseSweep(outcome, tools.nowMs() - startedAtMs);
}

/** Looking is over quickly compared with syncing, so it moves no bar. */
const toFraction = ({ phase, doneCount, totalCount }: SweepProgress): number | null =>
  phase !== 'syncing' || totalCount === null || totalCount === 0 ? null : doneCount / totalCount;

function describeProgress({ phase, doneCount, totalCount }: SweepProgress, waitSeconds: number): string {
  const counts = totalCount === null ? `${doneCount}` : `${doneCount} of ${totalCount}`;
  const wait = waitSeconds > 0 ? `, goes on in ${waitSeconds} s` : '';
  return `${phaseTexts[phase]} ${counts}${wait}`;
}
