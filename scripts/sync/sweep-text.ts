import type { SweepReport } from '../../src/app/extensions/contract/sweep.ts';
import { explainFailure } from '../../src/app/extensions/shared/explain/explain-failure.ts';
import type { Words } from '../../src/app/extensions/shared/words/words.ts';
import { howToTurnOn } from './settings-text.ts';
import { wrapSentences } from './wrap-sentences.ts';

/** What a sweep found in one Zoom account. */
export function renderSweep(report: SweepReport, words: Words): readonly string[] {
  const { count } = words.formats;
  const name = `Zoom account ${report.connection}`;
  if (!report.isSyncOn) return [`${name}: Sync webinar data is off, so nothing was read or written.`, howToTurnOn];
  const some = (amount: number, one: string, many: string): string => `${count(amount)} ${amount === 1 ? one : many}`;
  const left = [
    report.failedCount === 0 ? null : `${count(report.failedCount)} failed`,
    report.offCount === 0 ? null : `${count(report.offCount)} switched off by the settings`,
    report.notSupportedCount === 0 ? null : `${count(report.notSupportedCount)} of a Zoom Event`,
    report.settledCount === 0 ? null : `${count(report.settledCount)} not due`,
  ].filter((part) => part !== null);
  const users = `${some(report.userCount, 'user', 'users')}, ${count(report.usersWithoutPlanCount)} of them without a webinar licence`;
  return [
    ...wrapSentences(
      `${name}: ${users}; ${some(report.webinarCount, 'webinar', 'webinars')}, ${count(report.newWebinarCount)} new; ${[`${count(report.syncedCount)} synced`, ...left].join(', ')}.`,
      0,
    ),
    ...(report.failedHosts ?? []).flatMap(({ name: host, failure }) => {
      const { title, whatToDo } = explainFailure(failure, words);
      return [`Webinars of ${host} could not be listed: ${title}.`, ...wrapSentences(whatToDo)];
    }),
  ];
}
