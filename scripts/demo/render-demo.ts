import type { Words } from '../../src/app/extensions/shared/words/words.ts';
import { renderSettings } from '../sync/settings-text.ts';
import { renderSetup } from '../sync/setup-command.ts';
import { renderSweep } from '../sync/sweep-text.ts';
import { reportsOf, type SyncSummary } from '../sync/sync-summary.ts';
import { renderFailures, renderTotals, renderWebinars } from '../sync/sync-table.ts';
import { renderWarnings } from '../sync/warning-list.ts';
import type { DemoOutcome } from './run-demo.ts';

/** What happened in the demo company, as a person reads it. */
export const renderDemo = (
  { setup, settings, notes, summary, later }: DemoOutcome,
  words: Words,
): readonly string[] => [
  ...toSection('Set-up', renderSetup(setup, words)),
  ...toSection('Settings', [
    ...renderSettings(settings, words),
    ...notes.map(({ given, became }) => `“${given}” was taken as ${became}.`),
  ]),
  ...toSection('Webinars', renderSync(summary, words)),
  ...later.flatMap((step) => toSection(step.title, renderSync(step.summary, words))),
];

const toSection = (title: string, lines: readonly string[]): readonly string[] => [
  title,
  '═'.repeat(title.length),
  ...lines,
  '',
];

/** Webinars, who was left out and why, every warning and what can be done, and the sums. */
const renderSync = (summary: SyncSummary, words: Words): readonly string[] => [
  ...renderWebinars(summary, words),
  ...renderWarnings(reportsOf(summary.webinars), words),
  ...renderFailures(summary, words),
  ...(summary.sweeps ?? []).flatMap((sweep) => renderSweep(sweep, words)),
  ...renderTotals(summary, words),
];
