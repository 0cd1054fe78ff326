import type { SyncProgress } from '../contract/sync.ts';
import { settingsPageCopy } from '../shared/copy/settings-page.en.ts';
import { phaseTexts } from '../shared/copy/sync.en.ts';
import type { Formats } from '../shared/formats.ts';

const copy = settingsPageCopy.progress;

export interface ProgressView {
  readonly label: string;
  /** Null while nobody knows how much there is to do. */
  readonly bar: { readonly value: number; readonly maxValue: number; readonly text: string } | null;
  readonly note: string | null;
}

/** @param progress - null before the first step has answered */
export function toProgressView(progress: SyncProgress | null, waitSeconds: number, formats: Formats): ProgressView {
  const note = waitSeconds > 0 ? copy.continuesIn(formats.count(Math.ceil(waitSeconds))) : null;
  if (progress === null) return { label: copy.starting, bar: null, note };
  const phase = phaseTexts[progress.phase];
  const { doneCount, totalCount } = progress;
  if (totalCount === null || totalCount === 0) {
    const label = doneCount > 0 ? copy.soFar(phase, formats.count(doneCount)) : phase;
    return { label, bar: null, note };
  }
  const text = copy.countOf(formats.count(doneCount), formats.count(totalCount));
  return { label: phase, bar: { value: Math.min(doneCount, totalCount), maxValue: totalCount, text }, note };
}
