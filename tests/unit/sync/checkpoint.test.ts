import { describe, expect, it } from 'vitest';
import {
  auditedRunsKept,
  newWebinarState,
  parseWebinarState,
  recordKeysOf,
  toStateRecord,
  type WebinarState,
} from '../../../src/app/app.functions/sync/checkpoint.ts';
import { aListCursor, aPanelist, aRun, aSourceInstance, at, aWebinar, registrantList } from '../../support/builders.ts';

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
    ['null', 'null'],
  ])('is as if for the first time when it cannot be read: %s', (_, payload) => {
    expect(parseWebinarState(payload)).toBeNull();
  });

  it('of the first version is read, with what that did not know as if nothing had happened yet', () => {
    const first = {
      v: 1,
      runNumber: 3,
      leaseNumber: 17,
      leases: [['501', now]],
      run: null,
      marks: [{ runNumber: 2, recordCount: 1 }],
      marketingEvents: { main: { hash: 'abc', isCompleted: true } },
      uselessRecordIds: ['502'],
      lastReport: null,
      lastFailure: null,
    };

    expect(parseWebinarState(JSON.stringify(first))).toEqual({
      ...first,
      skippedParts: [],
      recordings: {},
      isAudienceDue: false,
      contactWrites: [],
      source: null,
      host: null,
      sessionNames: {},
      isZoomEvent: false,
      activity: '',
    });
  });

  it.each([
    ['of another shape', { phase: 'reading' }],
    ['of the first version', { ...aRun(), settings: undefined }],
    ['without its lists of skipped people', { ...aRun(), newSkipped: undefined }],
    ['in a phase that nobody knows', { ...aRun(), phase: 'dreaming' }],
    ['that is no object', 'running'],
  ])('keeps everything but a run that is not whole: %s', (_, run) => {
    expect(parseWebinarState(JSON.stringify({ ...state, run }))).toEqual({ ...state, run: null });
  });

  it('comes back with all that later versions know', () => {
    const whole: WebinarState = {
      ...state,
      skippedParts: [{ recordCount: 2, hash: 'hash' }],
      recordings: {},
      isAudienceDue: true,
      source: { webinar: aWebinar(), instances: [aSourceInstance({ endedAt: null })], panelists: [aPanelist()] },
      host: { hostId: 'host-1', hostName: 'Hanna Host', createdAt: null },
      isZoomEvent: true,
    };

    expect(parseWebinarState(toStateRecord(keys, whole, '', now).payload)).toEqual(whole);
  });

  it('shows an admin how the webinar is', () => {
    const failure = { kind: 'unavailable' } as unknown as NonNullable<WebinarState['lastFailure']>;
    const statusOf = (changes: Partial<WebinarState>) =>
      toStateRecord(keys, { ...state, ...changes }, 'a summary', now);

    expect(statusOf({ activity: 'what the last syncs did' })).toEqual({
      key: 'webinar:acc-1:900100200',
      kind: 'webinar',
      payload: expect.stringContaining('"seal"'),
      version: 3,
      status: 'running',
      occurredAt: now,
      summary: 'a summary',
      activity: 'what the last syncs did',
    });
    expect(statusOf({ run: null })).toMatchObject({ status: 'idle' });
    expect(statusOf({ lastFailure: failure })).toMatchObject({ status: 'failed' });
  });
});

describe('the keys of a webinar’s records', () => {
  it('stay as they are, since records of earlier versions are found by them', () => {
    const kept = recordKeysOf('acc-1', '900100200');

    expect({
      state: kept.state,
      lease: kept.lease(4),
      rows: kept.rows(1, 2, 3),
      outcomes: kept.outcomes(1, 2, 3),
      marks: kept.marks(1, 2, 3),
      skipped: kept.skipped(2, 3),
      audit: kept.audit(47),
    }).toEqual({
      state: 'webinar:acc-1:900100200',
      lease: 'lease:acc-1:900100200:4',
      rows: 'rows:acc-1:900100200:1:2:3',
      outcomes: 'outcomes:acc-1:900100200:1:2:3',
      marks: 'people:acc-1:900100200:1:2:3',
      skipped: 'skipped:acc-1:900100200:2:3',
      audit: 'audit:acc-1:900100200:7',
    });
    expect(kept.webinarId).toBe('900100200');
  });

  it('are all different', () => {
    const all = [
      keys.state,
      keys.lease(1),
      keys.rows(1, 2, 3),
      keys.rows(1, 23, 3),
      keys.rows(12, 3, 3),
      keys.outcomes(1, 2, 3),
      keys.marks(1, 2, 3),
      keys.skipped(2, 3),
      keys.skipped(23, 3),
      keys.audit(1),
    ];

    expect(new Set(all).size).toBe(all.length);
  });

  it('S30: keep the newest twenty runs in the audit log', () => {
    const newest = Array.from({ length: auditedRunsKept }, (_, index) => keys.audit(101 + index));

    expect(auditedRunsKept).toBe(20);
    expect(new Set(newest).size).toBe(20);
    expect(newest).toContain(keys.audit(100));
  });

  it('S9: are different in another Zoom account', () => {
    expect(recordKeysOf('acc-2', '900100200').state).not.toBe(keys.state);
  });
});
