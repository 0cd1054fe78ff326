import type { SyncReport } from '../../contract/sync.ts';
import type { Words } from '../../shared/words/words.ts';

/** What a sync did, in one sentence of which the numbers add up. */
export function toReportLine(report: SyncReport, words: Words): string {
  const skippedCount = Object.values(report.skipped).reduce((sum, personCount) => sum + personCount, 0);
  return words.t('home.job.report', {
    eligibleCount: report.eligible,
    syncedCount: report.synced,
    unchangedCount: report.unchanged,
    skippedCount,
  });
}
