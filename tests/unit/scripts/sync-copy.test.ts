import { describe, expect, it } from 'vitest';
import type { SyncWarning } from '../../../src/app/extensions/contract/sync.ts';
import {
  describeWarning,
  phaseTexts,
  skipReasonTexts,
  statusTexts,
} from '../../../src/app/extensions/shared/copy/sync.en.ts';

const formats = { count: (count: number) => String(count), dateAndTime: (instant: string) => `<${instant}>` };
const sent = { registered: 10, attended: 7, cancelled: 1, noShow: 3 };

const everyWarning: { readonly [Cause in SyncWarning['cause']]: Extract<SyncWarning, { cause: Cause }> } = {
  'guests-without-address': { cause: 'guests-without-address', personCount: 2 },
  'addresses-invalid': { cause: 'addresses-invalid', personCount: 2 },
  'addresses-secondary': { cause: 'addresses-secondary', personCount: 2 },
  'rows-quarantined': { cause: 'rows-quarantined', rowCount: 2, source: 'participants' },
  'attendance-not-ready': { cause: 'attendance-not-ready', sessionStartsAt: '2026-11-14T14:00:00Z' },
  'registrations-vanished': { cause: 'registrations-vanished', personCount: 2 },
  'list-unstable': { cause: 'list-unstable', source: 'registrants' },
  'registrations-unavailable': { cause: 'registrations-unavailable' },
  'rejected-by-hubspot': { cause: 'rejected-by-hubspot', personCount: 2, examples: ['Bad value', 'Too long'] },
  'participations-differ': {
    cause: 'participations-differ',
    sessionStartsAt: '2026-11-14T14:00:00Z',
    sent,
    shown: { ...sent, attended: 6 },
  },
};

describe('the words of a sync', () => {
  it.each(Object.values(everyWarning))('describes $cause in full sentences', (warning) => {
    const text = describeWarning(warning, formats);

    expect(text).toMatch(/^[\p{Lu}\d].*\.$/u);
    expect(text).not.toMatch(/undefined|\[object|\bcause\b/u);
  });

  it('speaks of one person in the singular', () => {
    expect(describeWarning({ cause: 'addresses-invalid', personCount: 1 }, formats)).toContain(
      '1 person gave an email address that is not valid and was not synced.',
    );
    expect(describeWarning({ cause: 'rows-quarantined', rowCount: 1, source: 'registrants' }, formats)).toBe(
      '1 row of Zoom’s list of registrants could not be used and was set aside.',
    );
  });

  it('quotes what HubSpot said when it said something', () => {
    expect(describeWarning(everyWarning['rejected-by-hubspot'], formats)).toContain('“Bad value”, “Too long”');
    expect(describeWarning({ ...everyWarning['rejected-by-hubspot'], examples: [] }, formats)).not.toContain('example');
  });

  it('puts both counts of a marketing event side by side', () => {
    const text = describeWarning(everyWarning['participations-differ'], formats);

    expect(text).toContain('<2026-11-14T14:00:00Z> shows 10 registered, 6 attended');
    expect(text).toContain('The app sent 10 registered, 7 attended');
  });

  it('has a label for every reason, status and phase, each different', () => {
    for (const texts of [skipReasonTexts, statusTexts, phaseTexts]) {
      const labels = Object.values(texts);
      expect(new Set(labels).size).toBe(labels.length);
      for (const label of labels) expect(label).toMatch(/^\p{Lu}.*[^.]$/u);
    }
  });
});
