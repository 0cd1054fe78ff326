import { addRun, formatActivity, parseActivity, type ActivitySlot } from '../audit/activity.ts';
import { parseInstant, type Instant } from '../domain/instant.ts';
import type { WebinarState } from './checkpoint.ts';
import { sumSkipped } from './describe-report.ts';
import type { PeopleTally } from './people-tally.ts';

/** The webinar's activity with a run that ends now. */
export function addToActivity(
  state: Pick<WebinarState, 'activity' | 'lastReport'>,
  { synced, skipped }: Pick<PeopleTally, 'synced' | 'skipped'>,
  endedAt: Instant,
): string {
  const known = state.activity === '' ? startFrom(state.lastReport) : (parseActivity(state.activity) ?? []);
  return formatActivity(addRun(known, { endedAt, synced, skipped: sumSkipped(skipped) }));
}

/** Of a webinar that was synced before its activity was kept, the last run is known. */
function startFrom(report: WebinarState['lastReport']): readonly ActivitySlot[] {
  const endedAt = parseInstant(report?.finishedAt);
  const wasSynced = report?.status === 'complete' || report?.status === 'partial';
  if (!wasSynced || endedAt === null) return [];
  return addRun([], { endedAt, synced: report.synced, skipped: sumSkipped(report.skipped) });
}
