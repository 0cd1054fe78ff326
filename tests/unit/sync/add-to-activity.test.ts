import { describe, expect, it } from 'vitest';
import type { SyncReport } from '../../../src/app/extensions/contract/sync.ts';
import { parseActivity } from '../../../src/app/app.functions/audit/activity.ts';
import { toIso } from '../../../src/app/app.functions/domain/instant.ts';
import { addToActivity } from '../../../src/app/app.functions/sync/add-to-activity.ts';
import { dayMs, startsAt } from '../../support/builders.ts';

const tally = { synced: 3, skipped: { denied: 1, 'account-user': 1 } };
const slot = { startsAt, synced: 3, skipped: 2, runs: 1 };
const lastReport = (changes: Partial<SyncReport> = {}): SyncReport =>
  ({
    status: 'complete',
    finishedAt: toIso(startsAt - dayMs),
    synced: 7,
    skipped: { denied: 4 },
    ...changes,
  }) as SyncReport;
const activityOf = (...given: Parameters<typeof addToActivity>) => parseActivity(addToActivity(...given));

describe('the activity of a webinar', () => {
  it('has the run that ends now', () => {
    expect(activityOf({ activity: '[]', lastReport: null }, tally, startsAt)).toEqual([slot]);
  });

  it('goes on from what was kept, whatever the last report says', () => {
    const activity = addToActivity({ activity: '[]', lastReport: null }, tally, startsAt - dayMs);

    expect(activityOf({ activity, lastReport: lastReport() }, tally, startsAt)).toEqual([
      { ...slot, startsAt: startsAt - dayMs },
      slot,
    ]);
  });

  it.each(['complete', 'partial'] as const)('begins with the last run, where none was kept before: %s', (status) => {
    expect(activityOf({ activity: '', lastReport: lastReport({ status }) }, tally, startsAt)).toEqual([
      { startsAt: startsAt - dayMs, synced: 7, skipped: 4, runs: 1 },
      slot,
    ]);
  });

  it.each([
    ['there was none', null],
    ['it failed', lastReport({ status: 'failed' })],
    ['it was off', lastReport({ status: 'off' })],
    ['nobody knows when it ended', lastReport({ finishedAt: 'yesterday' })],
  ])('begins with this run, when of the last run %s', (_, report) => {
    expect(activityOf({ activity: '', lastReport: report }, tally, startsAt)).toEqual([slot]);
  });

  it('begins anew where it cannot be read', () => {
    expect(activityOf({ activity: 'x', lastReport: lastReport() }, tally, startsAt)).toEqual([slot]);
  });
});
