import { describe, expect, it } from 'vitest';
import { toIso } from '../../../../src/app/app.functions/domain/instant.ts';
import { judgeRecordings } from '../../../../src/app/app.functions/sync/recordings/judge-recordings.ts';
import {
  newRecordingState,
  type RecordingState,
} from '../../../../src/app/app.functions/sync/recordings/recording-state.ts';
import type {
  RecordedInstance,
  RecordedSession,
} from '../../../../src/app/app.functions/sync/recordings/recordings-input.ts';
import {
  openProgress,
  type RecordingsProgress,
  type SeenRecording,
} from '../../../../src/app/app.functions/sync/recordings/recordings-progress.ts';
import { dayMs, endsAt, hourMs, startsAt } from '../../../support/builders.ts';

const session = (changes: Partial<RecordedSession> = {}): RecordedSession =>
  ({
    key: 'main',
    startedAt: startsAt,
    endedAt: endsAt,
    isFinal: true,
    attendedCount: 2,
    ...changes,
  }) as RecordedSession;
const instance = (uuid = 'a', of: RecordedSession = session()): RecordedInstance =>
  ({ uuid, session: of }) as RecordedInstance;
const recording = (changes: Partial<SeenRecording> = {}): SeenRecording => ({
  kind: 'recording',
  ...{
    startedAt: startsAt,
    lengthSeconds: 3_600,
    url: 'https://zoom.us/rec',
    isProcessing: false,
    hasTranscript: true,
  },
  ...changes,
});
const written: RecordingState = {
  ...newRecordingState,
  callId: '7',
  contactCount: 2,
  audience: {} as RecordingState['audience'],
};
const seen = { startedAt: startsAt } as RecordingState['seen'];
const progress = (changes: Partial<RecordingsProgress> = {}): RecordingsProgress => ({
  ...openProgress(null, {}, 'hash'),
  ...changes,
});
const dayAfter = endsAt + dayMs;

const judge = (
  changes: Partial<RecordingsProgress>,
  now = dayAfter,
  sessions = [session()],
  instances = [instance()],
) => judgeRecordings(sessions, instances, progress(changes), now);
const warning = (cause: string) => ({
  cause: 'recording-not-synced',
  sessionStartsAt: toIso(startsAt),
  problem: { cause },
});
const transcriptWarning = (cause: string) => ({ ...warning(cause), cause: 'transcript-not-synced' });

describe('what is said of the recordings of a session', () => {
  it('is nothing while its attendance is not final: it is looked at again', () => {
    expect(judge({}, dayAfter, [session({ isFinal: false })])).toEqual({ reports: [], warnings: [], isWaiting: true });
  });

  it('is that nobody attended, where nobody did', () => {
    expect(judge({}, dayAfter, [session({ attendedCount: 0 })])).toEqual({
      reports: [],
      warnings: [warning('nobody-attended')],
      isWaiting: false,
    });
  });

  it('is that none was found, a day after its end; until then one is waited for', () => {
    expect(judge({}, dayAfter)).toEqual({ reports: [], warnings: [warning('not-found')], isWaiting: false });
    expect(judge({}, dayAfter - 1)).toEqual({ reports: [], warnings: [warning('processing')], isWaiting: true });
    expect(judge({ sightings: { a: { kind: 'no-recording' } } })).toMatchObject({ warnings: [warning('not-found')] });
  });

  it('is nothing of an instance without one, where another instance had one', () => {
    const judged = judge(
      { states: { b: { ...written, seen } }, sightings: { b: recording() } },
      dayAfter,
      [session()],
      [instance('a'), instance('b')],
    );

    expect(judged).toMatchObject({ reports: [{ state: 'synced' }], warnings: [], isWaiting: false });
  });

  it('is not all while one recording of several is waited for', () => {
    const both = { a: recording(), b: recording({ isProcessing: true }) };
    const written2 = { a: { ...written, seen } };
    const second = session({ key: 'second' });

    expect(
      judge({ sightings: both, states: written2 }, dayAfter, [session()], [instance('a'), instance('b')]),
    ).toMatchObject({
      isWaiting: true,
    });
    expect(
      judge(
        { sightings: both, states: written2 },
        dayAfter,
        [session(), second],
        [instance('a'), instance('b', second)],
      ),
    ).toMatchObject({ isWaiting: true });
  });

  it('is that it was deleted, where it was seen before', () => {
    expect(judge({ states: { a: { ...written, seen } } }, endsAt)).toEqual({
      reports: [{ startedAt: toIso(startsAt), url: null, state: 'deleted', transcript: 'none', contactCount: 2 }],
      warnings: [warning('deleted')],
      isWaiting: false,
    });
  });

  it('is that Zoom is still at work on it', () => {
    expect(judge({ sightings: { a: recording({ isProcessing: true }) } }, dayAfter + dayMs)).toEqual({
      reports: [{ startedAt: toIso(startsAt), url: null, state: 'processing', transcript: 'waiting', contactCount: 0 }],
      warnings: [warning('processing')],
      isWaiting: true,
    });
  });

  it('is that it has no link; one is waited for while it is young', () => {
    const noLink = { sightings: { a: recording({ url: null }) } };

    expect(judge(noLink)).toMatchObject({
      reports: [{ state: 'refused', url: null }],
      warnings: [warning('no-link')],
      isWaiting: false,
    });
    expect(judge(noLink, dayAfter - 1)).toMatchObject({ warnings: [warning('no-link')], isWaiting: true });
  });

  it('is what HubSpot said when it refused the call', () => {
    const calls = { a: { kind: 'refused', problem: 'too long' } } as const;

    expect(judge({ sightings: { a: recording() }, calls })).toMatchObject({
      reports: [{ state: 'refused', url: 'https://zoom.us/rec' }],
      warnings: [{ ...warning(''), problem: { cause: 'call-refused', problem: 'too long' } }],
      isWaiting: false,
    });
  });

  it('is that nobody attended, where there is no call or nobody is on it', () => {
    const sightings = { a: recording() };

    expect(judge({ sightings })).toMatchObject({
      reports: [],
      warnings: [warning('nobody-attended')],
      isWaiting: false,
    });
    expect(judge({ sightings, states: { a: { ...written, contactCount: 0 } } })).toMatchObject({
      reports: [{ state: 'synced', contactCount: 0 }],
      warnings: [warning('nobody-attended')],
    });
  });

  it('is its link and its people when all went well; a call whose people are not gone through yet is waited for', () => {
    const sightings = { a: recording() };

    expect(judge({ sightings, states: { a: written } })).toEqual({
      reports: [
        {
          startedAt: toIso(startsAt),
          url: 'https://zoom.us/rec',
          state: 'synced',
          transcript: 'none',
          contactCount: 2,
        },
      ],
      warnings: [],
      isWaiting: false,
    });
    expect(judge({ sightings, states: { a: { ...written, audience: null } } })).toMatchObject({ isWaiting: true });
  });

  it.each([
    ['waiting', { kind: 'waiting' }, { cause: 'processing' }],
    ['not found', { kind: 'not-found' }, { cause: 'not-found' }],
    ['unreadable', { kind: 'unreadable', problem: 'a page' }, { cause: 'unreadable', problem: 'a page' }],
  ] as const)('is of its transcript that it is %s: waited for while it is young', (_, verdict, problem) => {
    const changes = { sightings: { a: recording() }, states: { a: written }, transcripts: { a: verdict } };
    const warnings = [{ ...transcriptWarning(''), problem }];

    expect(judge(changes)).toMatchObject({ reports: [{ transcript: 'none' }], warnings, isWaiting: false });
    expect(judge(changes, dayAfter - hourMs)).toMatchObject({
      reports: [{ transcript: 'waiting' }],
      warnings,
      isWaiting: true,
    });
    const refused = { ...changes, calls: { a: { kind: 'refused', problem: 'x' } as const } };
    expect(judge(refused, dayAfter - hourMs)).toMatchObject({ isWaiting: true });
  });

  it.each([
    ['posted', 'synced'],
    ['in-body', 'in-body'],
  ] as const)('is of its transcript where it is, once it is settled: %s', (kind, transcript) => {
    const states = { a: { ...written, transcript: { kind } as RecordingState['transcript'] } };

    expect(judge({ sightings: { a: recording() }, states, transcripts: { a: { kind: 'settled' } } })).toMatchObject({
      reports: [{ transcript }],
      warnings: [],
    });
  });

  it('is said once, recordings first, session by session', () => {
    const second = session({ key: 'second', startedAt: startsAt + dayMs, endedAt: endsAt + dayMs });
    const of = {
      sightings: { c: recording({ startedAt: startsAt + dayMs }) },
      states: { c: written },
      transcripts: { c: { kind: 'not-found' } as const },
    };
    const judged = judge(
      of,
      dayAfter + 2 * dayMs,
      [session(), second],
      [instance('a'), instance('b'), instance('c', second)],
    );

    expect(judged.warnings).toEqual([
      warning('not-found'),
      { ...transcriptWarning('not-found'), sessionStartsAt: toIso(startsAt + dayMs) },
    ]);
    expect(judged.reports.map(({ startedAt }) => startedAt)).toEqual([toIso(startsAt + dayMs)]);
  });
});
