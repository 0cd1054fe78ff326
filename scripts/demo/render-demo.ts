import type { SyncFormats } from '../../src/app/extensions/shared/copy/sync.en.ts';
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
  formats: SyncFormats,
): readonly string[] => [
  ...toSection('Set-up', renderSetup(setup)),
  ...toSection('Settings', [
    ...renderSettings(settings, formats),
    ...notes.map(({ given, became }) => `“${given}” was taken as ${became}.`),
  ]),
  ...toSection('Webinars', renderSync(summary, formats)),
  ...later.flatMap((step) => toSection(step.title, renderSync(step.summary, formats))),
];

const toSection = (title: string, lines: readonly string[]): readonly string[] => [
  title,
  '═'.repeat(title.length),
  ...lines,
  '',
];

/** Webinars, who was left out and why, every warning and what can be done, and the sums. */
const renderSync = (summary: SyncSummary, formats: SyncFormats): readonly string[] => [
  ...renderWebinars(summary, formats),
  ...renderWarnings(reportsOf(summary.webinars), formats),
  ...renderFailures(summary),
  ...(summary.sweeps ?? []).flatMap((sweep) => renderSweep(sweep, formats)),
  ...renderTotals(summary, formats),
];
