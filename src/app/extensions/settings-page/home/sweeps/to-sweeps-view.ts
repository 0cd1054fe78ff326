import type { OverviewAnswer } from '../../../contract/overview.ts';
import type { SweepReport } from '../../../contract/sweep.ts';
import type { SyncStatus } from '../../../contract/sync.ts';
import type { CallProblem } from '../../../shared/call-function.ts';
import { explainProblem } from '../../../shared/explain/explain-problem.ts';
import type { Words } from '../../../shared/words/words.ts';
import { syncStatusVariants, type TagVariant } from '../../sync/status-variants.ts';
import { toCountedView, toWaitNote, type ProgressView } from '../../sync/to-progress-view.ts';
import type { SweepOrder } from './drive-sweeps.ts';
import type { AccountSweep, SweepsState, WorkingPhase } from './sweeps-state.ts';

/** In their order; the last one is where people are synced. */
const phases = ['users', 'webinars', 'history', 'syncing'] as const satisfies readonly WorkingPhase[];

export interface AccountSweepView {
  readonly connection: string;
  readonly tag: { readonly label: string; readonly variant: TagVariant };
  /** Null unless it is under way. */
  readonly course: {
    readonly stepNames: readonly string[];
    readonly currentStep: number;
    readonly progress: ProgressView;
    /** What the last step ran into, while it is tried again. */
    readonly retrying: string | null;
  } | null;
  readonly problem: CallProblem | null;
  readonly summary: SweepSummaryView | null;
}

export interface SweepSummaryView {
  readonly isSyncOn: boolean;
  /** What is in the account. */
  readonly known: string;
  readonly counts: readonly { readonly id: string; readonly label: string; readonly number: string }[];
  /** Users whose webinars Zoom would not list. */
  readonly failedHosts: readonly { readonly title: string; readonly whatToDo: string }[];
}

export interface SyncedWebinarView {
  readonly key: string;
  readonly topic: string;
  readonly status: { readonly label: string; readonly variant: TagVariant };
  readonly people: string;
}

/** @param isPaused - nothing is driven at the moment */
export function toAccountSweepView(account: AccountSweep, isPaused: boolean, words: Words): AccountSweepView {
  const { connection, stage } = account;
  const empty = { connection, course: null, problem: null, summary: null };
  switch (stage.kind) {
    case 'queued':
      return { ...empty, tag: { label: words.t('backfill.stage.queued'), variant: 'default' } };
    case 'running':
      return {
        ...empty,
        tag: isPaused
          ? { label: words.t('backfill.stage.paused'), variant: 'warning' }
          : { label: words.t('backfill.stage.running'), variant: 'info' },
        course: {
          stepNames: phases.map((phase) => words.t(`backfill.phase.${phase}`)),
          currentStep: stage.phase === null ? 0 : phases.indexOf(stage.phase),
          progress: toProgress(stage, isPaused, words),
          retrying: stage.retrying === null ? null : explainProblem(stage.retrying, words).title,
        },
      };
    case 'failed':
      return {
        ...empty,
        tag: { label: words.t('backfill.stage.failed'), variant: 'danger' },
        problem: stage.problem,
      };
    case 'done':
      return {
        ...empty,
        tag: { label: words.t('backfill.stage.done'), variant: 'success' },
        summary: toSummary(stage.report, words),
      };
  }
}

function toProgress(
  { progress, phase, waitSeconds }: Extract<AccountSweep['stage'], { readonly kind: 'running' }>,
  isPaused: boolean,
  words: Words,
): ProgressView {
  const note = isPaused ? null : toWaitNote(waitSeconds, words);
  if (progress === null) return { label: words.t('home.progress.starting'), bar: null, note };
  const label =
    progress.phase === 'waiting' ? words.t('sync.phase.waiting') : words.t(`backfill.doing.${phase ?? 'users'}`);
  return toCountedView(label, progress, note, words);
}

function toSummary(report: SweepReport, words: Words): SweepSummaryView {
  const { count } = words.formats;
  const { webinarCount, newWebinarCount, userCount, usersWithoutPlanCount } = report;
  const counts = [
    { id: 'synced', label: words.t('backfill.count.synced'), number: report.syncedCount },
    { id: 'failed', label: words.t('backfill.count.failed'), number: report.failedCount },
    { id: 'off', label: words.t('backfill.count.off'), number: report.offCount },
    { id: 'not-supported', label: words.t('backfill.count.not-supported'), number: report.notSupportedCount },
    { id: 'settled', label: words.t('backfill.count.settled'), number: report.settledCount },
  ];
  return {
    isSyncOn: report.isSyncOn,
    known: words.t('backfill.known', { webinarCount, newWebinarCount, userCount, usersWithoutPlanCount }),
    counts: counts.map(({ number, ...rest }) => ({ ...rest, number: count(number) })),
    failedHosts: (report.failedHosts ?? []).map(({ name, failure }) => ({
      title: words.t('backfill.failed-host', { name }),
      whatToDo: explainProblem({ kind: 'failure', failure }, words).whatToDo,
    })),
  };
}

/** Webinars whose sync has ended, newest first. */
export function toSyncedWebinarViews(state: SweepsState, words: Words): readonly SyncedWebinarView[] {
  if (state.kind === 'idle') return [];
  return state.finished.map((report, index) => ({
    key: `${state.finished.length - index}`,
    topic: report.topic,
    status: { label: toStatusLabel(report.status, words), variant: syncStatusVariants[report.status] },
    people: words.t('backfill.synced-people', { syncedCount: report.synced, unchangedCount: report.unchanged }),
  }));
}

const toStatusLabel = (status: SyncStatus, words: Words): string => words.t(`sync.status.${status}`);

/** Sweeps that somebody began and nobody has finished. */
export function toOpenSweeps(overview: OverviewAnswer): readonly (SweepOrder & { readonly startedAt: string })[] {
  return overview.connections.flatMap(({ name, memory: { openSweep } }) =>
    openSweep === null
      ? []
      : [{ connection: name, mode: openSweep.mode, sweepId: openSweep.sweepId, startedAt: openSweep.startedAt }],
  );
}
