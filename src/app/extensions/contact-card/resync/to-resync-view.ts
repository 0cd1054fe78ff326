import type { Words } from '../../shared/words/words.ts';
import { explainNotSynced } from '../explain-not-synced.ts';
import type { ResyncState, ResyncTarget, WebinarOutcome } from './resync-state.ts';

export interface ResyncProgressView {
  readonly title: string;
  readonly doneCount: number;
  readonly totalCount: number;
  readonly webinar: string;
  readonly note: string | null;
}

export interface ResyncResultView {
  readonly title: string;
  readonly variant: 'success' | 'warning' | 'info';
  readonly sentences: readonly string[];
  readonly problems: readonly ResyncProblemView[];
}

export interface ResyncProblemView {
  readonly key: string;
  readonly topic: string;
  readonly title: string;
  readonly whatToDo: string | null;
  readonly reference: string | null;
}

export function toResyncProgressView(
  { targets, outcomes, step }: Extract<ResyncState, { kind: 'running' }>,
  { t }: Words,
): ResyncProgressView {
  const current = Math.min(outcomes.length + 1, targets.length);
  const topic = targets[current - 1]?.topic ?? '';
  return {
    title: t('card.resync.progress', { current, total: targets.length }),
    doneCount: outcomes.length,
    totalCount: targets.length,
    webinar: step === null ? topic : t('card.resync.webinar', { topic, phase: t(`sync.phase.${step.progress.phase}`) }),
    note:
      step === null || step.waitSeconds <= 0
        ? null
        : t('card.resync.continues-in', { seconds: Math.ceil(step.waitSeconds) }),
  };
}

export function toResyncResultView(
  { isStopped, outcomes, notTriedCount }: Extract<ResyncState, { kind: 'ended' }>,
  words: Words,
): ResyncResultView {
  const { t } = words;
  const problems = outcomes.flatMap((result) => toProblemViews(result, words));
  const counts = t('card.resync.counts', {
    changed: count(outcomes, 'changed'),
    unchanged: count(outcomes, 'unchanged'),
  });
  return {
    ...toHeadline(isStopped, problems.length, words),
    sentences: [counts, ...(notTriedCount > 0 ? [t('card.resync.not-tried', { count: notTriedCount })] : [])],
    problems,
  };
}

function toHeadline(isStopped: boolean, problemCount: number, { t }: Words) {
  if (problemCount > 0) {
    return {
      title: t('card.resync.finished-with-problems.title', { count: problemCount }),
      variant: 'warning',
    } as const;
  }
  return isStopped
    ? ({ title: t('card.resync.stopped.title'), variant: 'info' } as const)
    : ({ title: t('card.resync.finished.title'), variant: 'success' } as const);
}

const count = (outcomes: readonly WebinarOutcome[], kind: 'changed' | 'unchanged'): number =>
  outcomes.filter(({ outcome }) => outcome.kind === kind).length;

function toProblemViews({ target, outcome }: WebinarOutcome, words: Words): readonly ResyncProblemView[] {
  if (outcome.kind !== 'not-synced') return [];
  return [{ key: keyOf(target), topic: target.topic, ...explainNotSynced(outcome.because, words) }];
}

const keyOf = ({ connection, webinarId }: ResyncTarget): string => `${connection}/${webinarId}`;
