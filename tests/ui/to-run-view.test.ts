import { describe, expect, it } from 'vitest';
import type { SyncReport } from '../../src/app/extensions/contract/sync.ts';
import { toRunView } from '../../src/app/extensions/settings-page/to-run-view.ts';
import { createFormats } from '../../src/app/extensions/shared/formats.ts';
import { aFailure, aReport } from './support/builders.ts';

const formats = createFormats({ user: { locale: 'en-GB' }, portal: { timezone: 'UTC' } });
const numbersOf = (report: SyncReport) => toRunView(report, formats).counts.map(({ number }) => Number(number));

describe('toRunView', () => {
  it('shows counts of which the parts add up to the whole', () => {
    const report = aReport({
      eligible: 100,
      synced: 60,
      unchanged: 30,
      skipped: { 'secondary-address': 7, denied: 3 },
    });

    const [people, synced, unchanged, skipped] = numbersOf(report);

    expect([people, synced, unchanged, skipped]).toEqual([100, 60, 30, 10]);
  });

  it('puts the most frequent reason first and leaves out reasons that nobody was skipped for', () => {
    const report = aReport({ skipped: { denied: 1, 'invalid-address': 0, 'awaiting-approval': 5 } });

    expect(toRunView(report, formats).skipped).toEqual([
      'Registration awaits approval in Zoom: 5',
      'Registration was denied in Zoom: 1',
    ]);
  });

  it('counts people who were skipped for a reason that this version does not know', () => {
    const skipped = JSON.parse('{"denied":1,"reason-of-tomorrow":4}') as SyncReport['skipped'];

    const view = toRunView(aReport({ skipped }), formats);

    expect(view.skipped).toEqual(['Another reason: 4', 'Registration was denied in Zoom: 1']);
    expect(view.counts[3]?.number).toBe('5');
  });

  it('says each warning in words, in the order of the report', () => {
    const report = aReport({
      status: 'partial',
      warnings: [
        { cause: 'attendance-not-ready', sessionStartsAt: '2026-11-03T14:00:00Z' },
        { cause: 'addresses-invalid', personCount: 1 },
      ],
    });

    const view = toRunView(report, formats);

    expect(view.status).toEqual({ label: 'With open ends', variant: 'warning' });
    expect(view.warnings).toEqual([
      { title: 'Zoom’s attendance report is not finished', text: expect.stringContaining('3 Nov 2026, 14:00') },
      {
        title: 'Email addresses that are not valid',
        text: '1 person gave an email address that is not valid and was not synced. Correct the address in Zoom and sync again.',
      },
    ]);
  });

  it.each([
    ['complete', 'Complete', 'success'],
    ['partial', 'With open ends', 'warning'],
    ['off', 'Switched off', 'info'],
    ['not-supported', 'Not supported', 'warning'],
    ['failed', 'Failed', 'danger'],
  ] as const)('a sync that is %s is shown as “%s”', (status, label, variant) => {
    expect(toRunView(aReport({ status }), formats).status).toEqual({ label, variant });
  });

  it('S32: says which setting keeps a webinar from being synced, and where to change it', () => {
    const report = aReport({
      status: 'off',
      warnings: [{ cause: 'settings-off', setting: 'host', hostName: 'Hanna Host' }],
    });

    const [warning] = toRunView(report, formats).warnings;

    expect(warning?.title).toBe('Webinars of Hanna Host are not synced');
    expect(warning?.text).toContain('switch on the webinars of Hanna Host');
  });

  it('puts what made a sync fail before its warnings', () => {
    const { failure } = aFailure({ system: 'hubspot', reason: { cause: 'hubspot-token-refused' } });
    const report = aReport({ status: 'failed', failure, warnings: [{ cause: 'registrations-unavailable' }] });

    expect(toRunView(report, formats).warnings.map(({ title }) => title)).toEqual([
      'HubSpot refuses the app’s access token',
      'Registrations are not available',
    ]);
  });
});
