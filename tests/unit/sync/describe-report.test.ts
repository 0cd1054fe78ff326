import { describe, expect, it } from 'vitest';
import type { SyncReport } from '../../../src/app/extensions/contract/sync.ts';
import { describeReport, parseDescription, sumSkipped } from '../../../src/app/app.functions/sync/describe-report.ts';

const report = (changes: Partial<SyncReport> = {}): SyncReport =>
  ({
    topic: 'Tomatoes: 3 synced',
    status: 'complete',
    synced: 12,
    unchanged: 4,
    skipped: { denied: 2, 'account-user': 3 },
    ...changes,
  }) as SyncReport;

describe('a report in one line', () => {
  it.each([
    ['complete', 'Tomatoes: 3 synced: 12 synced, 4 unchanged, 5 skipped'],
    ['partial', 'Tomatoes: 3 synced: 12 synced, 4 unchanged, 5 skipped'],
    ['off', 'Tomatoes: 3 synced: not synced, the settings keep it out'],
    ['failed', 'Tomatoes: 3 synced: the sync failed'],
    ['not-supported', 'Tomatoes: 3 synced: not synced, it belongs to a Zoom Event'],
  ] as const)('says what came of it: %s', (status, line) => {
    expect(describeReport(report({ status }))).toBe(line);
  });

  it('tells its counts to whoever reads it', () => {
    expect(parseDescription(describeReport(report()))).toEqual({ synced: 12, skipped: 5 });
    expect(parseDescription(describeReport(report({ unchanged: 1_234, skipped: { denied: 5_678 } })))).toEqual({
      synced: 12,
      skipped: 5_678,
    });
    expect(parseDescription(describeReport(report({ synced: 123_456_789, unchanged: 0, skipped: {} })))).toEqual({
      synced: 123_456_789,
      skipped: 0,
    });
  });

  it.each([
    'Tomatoes: the sync failed',
    '12 synced, 4 unchanged, 5 skipped',
    ': 12 synced, 4 unchanged, 5 skipped!',
    ': 1234567890 synced, 4 unchanged, 5 skipped',
    ': 12 synced, 4 unchanged, 1234567890 skipped',
    ': 12 synced, many unchanged, 5 skipped',
    '',
  ])('tells nothing, where there are none: %s', (line) => {
    expect(parseDescription(line)).toBeNull();
  });
});

describe('the number of the people who were skipped', () => {
  it('is that of all reasons together', () => {
    expect(sumSkipped({})).toBe(0);
    expect(sumSkipped({ denied: 2, 'account-user': 3 })).toBe(5);
  });
});
