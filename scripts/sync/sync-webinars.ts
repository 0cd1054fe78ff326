import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import type { SyncProgress, SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import type { PastWebinarsAnswer } from '../../src/app/extensions/contract/webinars.ts';
import { explainFailure } from '../../src/app/extensions/shared/copy/failures.en.ts';
import { phaseTexts } from '../../src/app/extensions/shared/copy/sync.en.ts';
import type { FunctionRunner } from '../function-runner/function-runner.ts';
import type { ProgressDisplay } from '../terminal/progress.ts';
import { callFunction } from './call-function.ts';
import { driveWebinar } from './drive-webinar.ts';
import type { SyncArguments } from './sync-arguments.ts';
import { summariseSync, type DrivenWebinar, type SyncSummary } from './sync-summary.ts';

export interface SyncTools {
  readonly runner: FunctionRunner;
  readonly progress: ProgressDisplay;
  wait(seconds: number): Promise<void>;
  nowMs(): number;
}

type Request = Pick<SyncArguments, 'selection' | 'connection' | 'isDryRun'>;

/** Syncs the chosen webinars one after the other. A webinar that fails does not stop the others. */
export async function syncWebinars(request: Request, tools: SyncTools): Promise<SyncSummary> {
  const startedAtMs = tools.nowMs();
  const list = await listWebinars(request, tools);
  const driven: DrivenWebinar[] = [];
  for (const [index, { webinarId, topic }] of list.webinars.entries()) {
    const label = topic ?? webinarId;
    const place = list.webinars.length === 1 ? '' : ` (${index + 1} of ${list.webinars.length})`;
    /** Of all webinars; each has the same part of the bar. */
    const toOverall = (fraction: number | null): number | null =>
      fraction === null ? null : (index + fraction) / list.webinars.length;
    tools.progress.update(`${label}${place}`, toOverall(0), phaseTexts.reading);
    const outcome = await driveWebinar(
      { webinarId, connection: request.connection, isDryRun: request.isDryRun },
      {
        step: (parameters) =>
          callFunction<SyncWebinarAnswer>(tools.runner, 'sync_webinar', parameters, tools.progress.note),
        wait: tools.wait,
        onProgress: (progress, waitSeconds) =>
          tools.progress.update(
            `${label}${place}`,
            toOverall(toFraction(progress)),
            describeProgress(progress, waitSeconds),
          ),
        onRetry: (failure, waitSeconds) =>
          tools.progress.note(`${explainFailure(failure).title}. Trying again in ${waitSeconds} s.`),
      },
    );
    driven.push({ webinarId, topic, outcome });
  }
  tools.progress.end();
  return summariseSync({
    driven,
    listCalls: list.calls,
    listFailure: list.failure,
    elapsedMs: tools.nowMs() - startedAtMs,
  });
}

interface WebinarList {
  readonly webinars: readonly { readonly webinarId: string; readonly topic: string | null }[];
  readonly calls: PastWebinarsAnswer['calls'];
  readonly failure: Extract<CallAnswer<PastWebinarsAnswer>, { ok: false }>['failure'] | null;
}

async function listWebinars({ selection, connection }: Request, tools: SyncTools): Promise<WebinarList> {
  const noCalls = { zoom: 0, hubspot: 0 };
  if (selection.kind === 'webinars') {
    const webinars = selection.webinarIds.map((webinarId) => ({ webinarId, topic: null }));
    return { webinars, calls: noCalls, failure: null };
  }
  tools.progress.update('Past webinars', null, phaseTexts.reading);
  const answer = await callFunction<PastWebinarsAnswer>(
    tools.runner,
    'list_past_webinars',
    connection === null ? {} : { connection },
    tools.progress.note,
  );
  return answer.ok
    ? { webinars: answer.webinars, calls: answer.calls, failure: null }
    : { webinars: [], calls: noCalls, failure: answer.failure };
}

/** Reading and writing are half of the way each; a bar that runs twice from 0 to 1 would look like a fault. */
function toFraction({ phase, doneCount, totalCount }: SyncProgress): number | null {
  const share = totalCount === null || totalCount === 0 ? 0 : doneCount / totalCount;
  switch (phase) {
    case 'reading':
      return share / 2;
    case 'writing':
      return 0.5 + share / 2;
    case 'finishing':
    case 'done':
      return 1;
    case 'waiting':
      return null;
  }
}

function describeProgress({ phase, doneCount, totalCount }: SyncProgress, waitSeconds: number): string {
  const counts = totalCount === null ? `${doneCount}` : `${doneCount} of ${totalCount}`;
  const wait = waitSeconds > 0 ? `, goes on in ${waitSeconds} s` : '';
  return `${phaseTexts[phase]} ${counts}${wait}`;
}
