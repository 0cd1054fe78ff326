import type { SyncProgress, SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import { explainFailure } from '../../src/app/extensions/shared/explain/explain-failure.ts';
import { callFunction } from './call-function.ts';
import { driveWebinar } from './drive-webinar.ts';
import { summariseSync, type DrivenWebinar, type SyncSummary } from './sync-summary.ts';
import type { SyncTools } from './sync-tools.ts';
import { terminalWords } from './terminal-words.ts';

/** What was asked for by its number. */
export type WebinarSelection =
  | { readonly kind: 'webinars'; readonly webinarIds: readonly string[] }
  /** One person of one webinar. */
  | { readonly kind: 'person'; readonly webinarId: string; readonly address: string };

export interface WebinarsRequest {
  readonly selection: WebinarSelection;
  readonly connection: string | null;
  readonly isDryRun: boolean;
}

/** Syncs the webinars one after the other. One that fails does not stop the others. */
export async function syncWebinars(request: WebinarsRequest, tools: SyncTools): Promise<SyncSummary> {
  const startedAtMs = tools.nowMs();
  const { selection, connection, isDryRun } = request;
  const webinarIds = selection.kind === 'person' ? [selection.webinarId] : selection.webinarIds;
  const driven: DrivenWebinar[] = [];
  for (const [index, webinarId] of webinarIds.entries()) {
    const place = webinarIds.length === 1 ? '' : ` (${index + 1} of ${webinarIds.length})`;
    const label = `${webinarId}${place}`;
    /** Of all webinars; each has the same part of the bar. */
    const toOverall = (fraction: number | null): number | null =>
      fraction === null ? null : (index + fraction) / webinarIds.length;
    tools.progress.update(label, toOverall(0), terminalWords.t('sync.phase.reading'));
    const outcome = await driveWebinar(
      { webinarId, connection, isDryRun, ...(selection.kind === 'person' ? { address: selection.address } : {}) },
      {
        step: (parameters) =>
          callFunction<SyncWebinarAnswer>(
            tools.runner,
            selection.kind === 'person' ? 'sync_person' : 'sync_webinar',
            parameters,
            tools.progress.note,
          ),
        wait: tools.wait,
        onProgress: (progress, waitSeconds) =>
          tools.progress.update(label, toOverall(toFraction(progress)), describeProgress(progress, waitSeconds)),
        onRetry: (failure, waitSeconds) =>
          tools.progress.note(`${explainFailure(failure, terminalWords).title}. Trying again in ${waitSeconds} s.`),
      },
    );
    driven.push({ webinarId, outcome });
  }
  tools.progress.end();
  return summariseSync({ driven, elapsedMs: tools.nowMs() - startedAtMs });
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
  return `${terminalWords.t(`sync.phase.${phase}`)} ${counts}${wait}`;
}
