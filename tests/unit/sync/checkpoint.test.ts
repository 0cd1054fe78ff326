import { describe, expect, it } from 'vitest';
import {
  newWebinarState,
  parseWebinarState,
  recordKeysOf,
  toStateRecord,
  type WebinarState,
} from '../../../src/app/app.functions/sync/checkpoint.ts';
import { aListCursor, aRun, at, registrantList } from '../../support/builders.ts';

const keys = recordKeysOf('acc-1', '900100200');
const now = at('12:00');
const state: WebinarState = {
  ...newWebinarState,
  runNumber: 3,
  leaseNumber: 17,
  leases: [['501', now]],
  run: aRun({ lists: [aListCursor({ nextPageToken: 'two', isDone: false })] }),
  marks: [{ runNumber: 2, recordCount: 1 }],
  marketingEvents: { main: { hash: 'abc', isCompleted: true } },
  uselessRecordIds: ['502'],
};

describe('the state of a webinar', () => {
  it('comes back from its record as it was', () => {
    expect(parseWebinarState(toStateRecord(keys, state, '', now).payload)).toEqual(state);
    expect(parseWebinarState(toStateRecord(keys, newWebinarState, '', now).payload)).toEqual(newWebinarState);
  });

  it('comes back also when it is long', () => {
    const lists = Array.from({ length: 200 }, (_, index) =>
      aListCursor({ list: registrantList('approved', String(index)) }),
    );
    const long = { ...state, run: aRun({ lists }) };
    const { payload } = toStateRecord(keys, long, '', now);

    expect(payload.length).toBeLessThan(10_000);
    expect(parseWebinarState(payload)).toEqual(long);
  });

  it.each([
    ['nothing', ''],
    ['words', 'somebody’s notes'],
    ['a damaged text', 'deflated:AAAA'],
    ['another version', JSON.stringify({ ...newWebinarState, v: 2 })],
    ['half a state', JSON.stringify({ v: 1, runNumber: 1 })],
    ['a run of another shape', JSON.stringify({ ...newWebinarState, run: { phase: 'reading' } })],
    ['null', 'null'],
  ])('is as if for the first time when it cannot be read: %s', (_, payload) => {
    expect(parseWebinarState(payload)).toBeNull();
  });

  it('shows an admin how the webinar is', () => {
    const failure = { kind: 'unavailable' } as unknown as NonNullable<WebinarState['lastFailure']>;
    const statusOf = (changes: Partial<WebinarState>) =>
      toStateRecord(keys, { ...state, ...changes }, 'a summary', now);

    expect(statusOf({})).toMatchObject({
      key: 'webinar:acc-1:900100200',
      kind: 'webinar',
      version: 3,
      status: 'running',
      occurredAt: now,
      summary: 'a summary',
    });
    expect(statusOf({ run: null })).toMatchObject({ status: 'idle' });
    expect(statusOf({ lastFailure: failure })).toMatchObject({ status: 'failed' });
  });
});

describe('the keys of a webinar’s records', () => {
  it('are all different', () => {
    const all = [
      keys.state,
      keys.lease(1),
      keys.rows(1, 2, 3),
      keys.rows(1, 23, 3),
      keys.rows(12, 3, 3),
      keys.outcomes(1, 2, 3),
      keys.marks(1, 2, 3),
      keys.audit(1),
    ];

    expect(new Set(all).size).toBe(all.length);
  });

  it('S9: are different in another Zoom account', () => {
    expect(recordKeysOf('acc-2', '900100200').state).not.toBe(keys.state);
  });
});
