import type { AuditedRun } from '../../contract/overview.ts';
import type { SkipReason } from '../../contract/sync.ts';
import { skipReasons, skipReasonText } from '../../shared/explain/skip-reason-text.ts';
import type { Words } from '../../shared/words/words.ts';

export interface ReasonOption {
  readonly label: string;
  readonly value: SkipReason | '';
}

/**
 * Reasons to choose people by: with counts of the newest sync of the whole webinar where it is known, else every reason.
 * The empty value stands for all of them.
 */
export function toReasonOptions(runs: readonly AuditedRun[] | null, words: Words): readonly ReasonOption[] {
  const all: ReasonOption = { label: words.t('audit.people.all-reasons'), value: '' };
  const newest = runs?.find(({ report }) => report.trigger !== 'person' && report.failure === undefined);
  if (newest === undefined) {
    return [all, ...skipReasons.map((reason) => ({ label: skipReasonText(reason, words), value: reason }))];
  }
  const counted = skipReasons
    .map((reason) => ({ reason, count: newest.report.skipped[reason] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((left, right) => right.count - left.count);
  return [
    all,
    ...counted.map(({ reason, count }) => ({
      label: words.t('audit.people.reason-count', { reason: skipReasonText(reason, words), count }),
      value: reason,
    })),
  ];
}
