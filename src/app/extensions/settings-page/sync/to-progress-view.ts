import type { SyncProgress } from '../../contract/sync.ts';
import type { Words } from '../../shared/words/words.ts';

export interface ProgressView {
  readonly label: string;
  /** Null while nobody knows how much there is to do. */
  readonly bar: { readonly value: number; readonly maxValue: number; readonly text: string } | null;
  readonly note: string | null;
}

/** @param progress - null before the first step has answered */
export function toProgressView(progress: SyncProgress | null, waitSeconds: number, words: Words): ProgressView {
  const note = toWaitNote(waitSeconds, words);
  if (progress === null) return { label: words.t('home.progress.starting'), bar: null, note };
  return toCountedView(words.t(`sync.phase.${progress.phase}`), progress, note, words);
}

/** A phase with as much of a bar as its counts allow. */
export function toCountedView(
  phase: string,
  { doneCount, totalCount }: Pick<SyncProgress, 'doneCount' | 'totalCount'>,
  note: string | null,
  words: Words,
): ProgressView {
  if (totalCount === null || totalCount === 0) {
    const label = doneCount > 0 ? words.t('home.progress.so-far', { phase, count: doneCount }) : phase;
    return { label, bar: null, note };
  }
  const text = words.t('home.progress.count-of', { done: doneCount, total: totalCount });
  return { label: phase, bar: { value: Math.min(doneCount, totalCount), maxValue: totalCount, text }, note };
}

export const toWaitNote = (waitSeconds: number, words: Words): string | null =>
  waitSeconds > 0 ? words.t('home.progress.continues-in', { seconds: Math.ceil(waitSeconds) }) : null;
