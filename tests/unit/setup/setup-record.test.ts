import { describe, expect, it } from 'vitest';
import {
  definitionsVersion,
  parseSetupRecord,
  setupRecordKey,
  toSetupRecord,
} from '../../../src/app/app.functions/setup/setup-record.ts';

const eventNames = { registration: 'pe1_r', attendance: 'pe1_a', recording: 'pe1_v' };
const now = Date.parse('2026-11-20T12:00:00Z');

describe('the record of a set-up', () => {
  it('says what the events are called', () => {
    const record = toSetupRecord(eventNames, now);

    expect(record).toMatchObject({ key: setupRecordKey, kind: 'setup', occurredAt: now });
    expect(parseSetupRecord(record)).toEqual({ eventNames });
  });

  it.each([
    ['no record', undefined],
    ['no record either', null],
    ['a record of other definitions', { payload: JSON.stringify({ definitionsVersion: 'older', eventNames }) }],
    ['a record that is no JSON', { payload: '{"defin' }],
    ['an empty record', { payload: '' }],
    ['a record without a name', { payload: JSON.stringify({ definitionsVersion, eventNames: { registration: 'r' } }) }],
    [
      'a record of a version without recordings',
      { payload: JSON.stringify({ definitionsVersion, eventNames: { registration: 'r', attendance: 'a' } }) },
    ],
  ])('counts for nothing when there is %s', (_name, record) => {
    expect(parseSetupRecord(record)).toBeNull();
  });
});
