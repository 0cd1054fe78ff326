import type { SkipReason, SyncReport, SyncStatus } from '../contract/sync.ts';
import { settingsPageCopy } from '../shared/copy/settings-page.en.ts';
import { explainFailure } from '../shared/copy/failures.en.ts';
import { skipReasonTexts, statusTexts } from '../shared/copy/sync.en.ts';
import { explainWarning } from '../shared/copy/warnings.en.ts';
import type { Formats } from '../shared/formats.ts';

const copy = settingsPageCopy.run;

/** One sync, ready to be shown. */
export interface RunView {
  readonly topic: string;
  readonly when: string;
  readonly status: { readonly label: string; readonly variant: 'success' | 'warning' | 'info' | 'danger' };
  readonly isDryRun: boolean;
  readonly counts: readonly { readonly label: string; readonly number: string }[];
  /** The most frequent reason first. */
  readonly skipped: readonly string[];
  /** What made it fail, then what is open or was refused, in the order of the report. */
  readonly warnings: readonly WarningView[];
}

export interface WarningView {
  readonly title: string;
  /** What happened and what to do. */
  readonly text: string;
}

const statusVariants: Readonly<Record<SyncStatus, RunView['status']['variant']>> = {
  complete: 'success',
  partial: 'warning',
  off: 'info',
  'not-supported': 'warning',
  failed: 'danger',
};

export function toRunView(report: SyncReport, formats: Formats): RunView {
  const skipped = Object.entries(report.skipped).filter(([, personCount]) => personCount > 0);
  const skippedCount = skipped.reduce((sum, [, personCount]) => sum + personCount, 0);
  return {
    topic: report.topic,
    when: formats.dateAndTime(report.finishedAt),
    status: { label: statusTexts[report.status], variant: statusVariants[report.status] },
    isDryRun: report.isDryRun,
    counts: [
      { label: copy.people, number: formats.count(report.eligible) },
      { label: copy.synced, number: formats.count(report.synced) },
      { label: copy.unchanged, number: formats.count(report.unchanged) },
      { label: copy.skipped, number: formats.count(skippedCount) },
    ],
    skipped: skipped
      .toSorted(([, left], [, right]) => right - left)
      .map(([reason, personCount]) => copy.skippedLine(toReasonText(reason), formats.count(personCount))),
    warnings: toWarningViews(report, formats),
  };
}

function toWarningViews({ failure, warnings }: SyncReport, formats: Formats): readonly WarningView[] {
  const views = warnings.map((warning) => {
    const { title, meaning, fix } = explainWarning(warning, formats);
    return { title, text: `${meaning} ${fix}` };
  });
  if (failure === undefined) return views;
  const { title, whatToDo } = explainFailure(failure);
  return [{ title, text: whatToDo }, ...views];
}

/** The audit log outlives versions, so it may hold a reason that this page does not know. */
function toReasonText(reason: string): string {
  return isSkipReason(reason) ? skipReasonTexts[reason] : copy.otherReason;
}

function isSkipReason(reason: string): reason is SkipReason {
  return Object.hasOwn(skipReasonTexts, reason);
}
