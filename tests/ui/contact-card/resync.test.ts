import { afterEach, describe, expect, it, vi } from 'vitest';
import { driveResync } from '../../../src/app/extensions/contact-card/resync/drive-resync.ts';
import {
  idleResync,
  reduceResync,
  type ResyncAction,
  type ResyncState,
  type ResyncTarget,
} from '../../../src/app/extensions/contact-card/resync/resync-state.ts';
import { toResyncTargets } from '../../../src/app/extensions/contact-card/resync/to-resync-targets.ts';
import {
  toResyncProgressView,
  toResyncResultView,
} from '../../../src/app/extensions/contact-card/resync/to-resync-view.ts';
import { toSyncOutcome } from '../../../src/app/extensions/contact-card/sync-outcome.ts';
import type { FailureReason } from '../../../src/app/extensions/contract/failure.ts';
import type { SyncReport, SyncWebinarAnswer } from '../../../src/app/extensions/contract/sync.ts';
import type { StepsResult } from '../../../src/app/extensions/contact-card/drive-steps.ts';
import {
  aContactWebinar,
  aFailure,
  anUpcomingSession,
  aPersonReport,
  aStep,
  theLastStep,
} from '../support/builders.ts';
import { captureLog } from '../support/functions-double.ts';
import { words } from '../support/words.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

type Result = StepsResult<SyncWebinarAnswer>;

const reported = (report: SyncReport) => ({ kind: 'done', answer: theLastStep(report) }) as const;
const failed = (reason: FailureReason, system: 'app' | 'hubspot' | 'zoom' = 'app') =>
  ({
    kind: 'problem',
    problem: { kind: 'failure', failure: aFailure({ reason, system }).failure },
    last: null,
  }) as const;

const target = (webinarId: string): ResyncTarget => ({ webinarId, connection: 'main', topic: `Topic ${webinarId}` });
const targets = ['1', '2', '3'].map(target);

/** Drives through the targets with these results, and reduces what happens. */
async function resync(results: readonly Result[]) {
  let state: ResyncState = reduceResync(idleResync, { kind: 'started', targets });
  const synced: string[] = [];
  await driveResync(
    targets,
    {
      sync: ({ webinarId }, onProgress) => {
        const result = results[synced.length] ?? { kind: 'aborted' };
        synced.push(webinarId);
        onProgress({ progress: aStep().progress, waitSeconds: 0 });
        return Promise.resolve(result);
      },
      onEvent: (event) => {
        state = reduceResync(state, event);
      },
    },
    new AbortController().signal,
  );
  return { state: () => state, synced };
}

const ended = (state: ResyncState) => {
  expect(state.kind).toBe('ended');
  return state as Extract<ResyncState, { kind: 'ended' }>;
};

describe('what is synced again', () => {
  it('are the webinars whose Zoom account is connected, in the order of the card', () => {
    const webinars = [
      aContactWebinar({ webinarId: 'past' }),
      aContactWebinar({ webinarId: 'disconnected', connection: null }),
      aContactWebinar({ webinarId: 'to-come', sessions: [anUpcomingSession()] }),
    ];

    expect(toResyncTargets(webinars).map(({ webinarId }) => webinarId)).toEqual(['to-come', 'past']);
  });
});

describe('driveResync', () => {
  it('syncs one webinar after the other and counts what changed', async () => {
    const { state, synced } = await resync([
      reported(aPersonReport({ contactsUpdated: 1 })),
      reported(aPersonReport()),
      reported(aPersonReport()),
    ]);

    expect(synced).toEqual(['1', '2', '3']);
    expect(toResyncResultView(ended(state()), words)).toEqual({
      title: 'This contact is up to date',
      variant: 'success',
      sentences: ['1 webinar changed, 2 unchanged.'],
      problems: [],
    });
  });

  it('goes on after a webinar that could not be synced, and says why', async () => {
    const { state, synced } = await resync([
      failed({ cause: 'person-not-listed', webinarId: '1' }, 'zoom'),
      reported(aPersonReport({}, { synced: 0, skipped: { 'excluded-domain': 1 } })),
      reported(aPersonReport()),
    ]);

    expect(synced).toEqual(['1', '2', '3']);
    expect(toResyncResultView(ended(state()), words)).toMatchObject({
      title: '2 webinars could not be synced',
      variant: 'warning',
      sentences: ['0 webinars changed, 1 unchanged.'],
      problems: [
        { topic: 'Topic 1', title: 'Zoom does not list this person for webinar 1', reference: 'ref-4711' },
        { topic: 'Topic 2', title: 'Email address of an excluded domain', whatToDo: null },
      ],
    });
  });

  it.each([
    [{ cause: 'contact-without-address', contactId: '7' }, 'app'],
    [{ cause: 'hubspot-token-refused' }, 'hubspot'],
    [{ cause: 'limit-reached', limit: 'day' }, 'hubspot'],
  ] as const)('does not try the others when they would fail of the same: %o', async (reason, system) => {
    const { state, synced } = await resync([failed(reason, system)]);

    expect(synced).toEqual(['1']);
    expect(toResyncResultView(ended(state()), words).sentences).toContain('2 webinars were not synced.');
  });

  it('tries the others when only one Zoom account has used up its limit', async () => {
    const { synced } = await resync([
      failed({ cause: 'limit-reached', limit: 'day' }, 'zoom'),
      reported(aPersonReport()),
      reported(aPersonReport()),
    ]);

    expect(synced).toHaveLength(3);
  });
});

describe('what came of one webinar', () => {
  it.each([
    [aPersonReport({}, { status: 'off' }), 'The settings of the app keep this webinar from being synced'],
    [aPersonReport({}, { status: 'not-supported' }), 'The webinar belongs to a Zoom Event'],
    [aPersonReport({}, { status: 'failed', failure: aFailure().failure }), 'Something went wrong in the app'],
    [aPersonReport({}, { status: 'failed' }), 'The Zoom app was updated'],
  ])('is explained when the sync did not take place', async (report, title) => {
    const { state } = await resync([reported(report), reported(aPersonReport()), reported(aPersonReport())]);

    expect(toResyncResultView(ended(state()), words).problems).toMatchObject([{ topic: 'Topic 1', title }]);
  });

  it('is a problem when the report is missing or of another version', () => {
    captureLog();
    const { report: _, ...withoutReport } = theLastStep();
    const nonsense = { status: 'complete' } as SyncReport;

    for (const result of [{ kind: 'done', answer: withoutReport } as const, reported(nonsense)]) {
      expect(toSyncOutcome(result)).toEqual({
        kind: 'not-synced',
        because: { kind: 'call', problem: { kind: 'unreadable-answer' } },
      });
    }
  });
});

describe('while it runs', () => {
  const running = (...actions: readonly ResyncAction[]) =>
    [{ kind: 'started', targets } as const, ...actions].reduce<ResyncState>(reduceResync, idleResync) as Extract<
      ResyncState,
      { kind: 'running' }
    >;

  it('says which webinar is being synced, and how far it is', () => {
    const state = running(
      { kind: 'judged', result: { target: target('1'), outcome: { kind: 'changed' } } },
      { kind: 'progressed', step: { progress: aStep().progress, waitSeconds: 0 } },
    );

    expect(toResyncProgressView(state, words)).toEqual({
      title: 'Syncing webinar 2 of 3',
      doneCount: 1,
      totalCount: 3,
      webinar: 'Topic 2: Writing to HubSpot',
      note: null,
    });
  });

  it('says how long it waits', () => {
    const progress = { phase: 'waiting', doneCount: 0, totalCount: null } as const;
    const state = running({ kind: 'progressed', step: { progress, waitSeconds: 19.2 } });

    expect(toResyncProgressView(state, words).note).toBe('Continues in 20 seconds. Keep this page open.');
  });

  it('names the webinar alone before there is an answer', () => {
    expect(toResyncProgressView(running(), words).webinar).toBe('Topic 1');
  });
});

describe('a sync that was stopped', () => {
  const stopped = [
    { kind: 'started', targets },
    { kind: 'judged', result: { target: target('1'), outcome: { kind: 'changed' } } },
    { kind: 'stopped' },
  ] as const;

  it('says what was done and what was not', () => {
    const state = ended(stopped.reduce<ResyncState>(reduceResync, idleResync));

    expect(toResyncResultView(state, words)).toMatchObject({
      title: 'The sync was stopped',
      variant: 'info',
      sentences: ['1 webinar changed, 0 unchanged.', '2 webinars were not synced.'],
    });
  });

  it('is not changed by what arrives late', () => {
    const state = stopped.reduce<ResyncState>(reduceResync, idleResync);

    expect(reduceResync(state, { kind: 'ended' })).toBe(state);
  });
});
