import { describe, expect, it } from 'vitest';
import { workingRecord } from '../../../src/app/app.functions/sync/working-record.ts';
import { at } from '../../support/builders.ts';

const now = at('12:00');

describe('a record that only the app reads', () => {
  it('holds what it was given', () => {
    expect(workingRecord('rows:1', 'rows', 'payload', now)).toMatchObject({
      key: 'rows:1',
      kind: 'rows',
      payload: 'payload',
      version: 1,
      status: 'stored',
      occurredAt: now,
    });
  });

  it('tells an admin who finds it what it is for, and whether it stays', () => {
    const summaryOf = (kind: 'rows' | 'people' | 'outcomes') => workingRecord('key', kind, '', now).summary;

    expect(summaryOf('people')).toBe('Who is in HubSpot for this webinar');
    expect(summaryOf('rows')).toBe('Working data of a sync; removed at its end');
    expect(summaryOf('outcomes')).toBe(summaryOf('rows'));
  });
});
