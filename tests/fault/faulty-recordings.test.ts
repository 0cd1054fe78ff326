import { describe, expect, it } from 'vitest';
import type { HubSpotSwitches } from '../../emulators/hubspot/index.ts';
import { failed, type WebinarWorld } from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';
import {
  createUndisturbedView,
  describeFaults,
  extentFor,
  recover,
  syncUntilFailure,
  type FaultException,
  type FaultScenario,
  type FaultyStep,
} from './fault-matrix.ts';
import { believedGone } from './fault-exceptions.ts';
import { openRecordedWorld, openWorldWithNewTranscript } from './fault-worlds.ts';
import { answer, endOfStep, limited, type Effect } from './faults.ts';
import { viewWhole, withTranscriptsOnce } from './whole-view.ts';

const extent = extentFor('telling');

const syncedAtLast = (name: string, open: FaultScenario['open']): FaultScenario => ({
  name,
  open,
  attempt: syncUntilFailure,
  async finish(world) {
    const { report } = await world.sync({ webinarId });
    expect(report).toMatchObject({ status: 'complete', eligible: 5 });
    expect(report.warnings.map(({ cause }) => cause)).toEqual(['guests-without-address']);
  },
});

const recorded = syncedAtLast('S28: a recording with a transcript of its own', () =>
  openRecordedWorld({ source: 'recording' }),
);
const openWithOtherTranscript = (): Promise<WebinarWorld> => openRecordedWorld({ source: 'ai-companion' });
const viewRecorded = createUndisturbedView(recorded);
const said = 'Good morning, and welcome. Let us begin.';

/** What comes is no transcript; that of a redirect does not matter. */
const notTheFile: FaultException = {
  faults: ['a page under status 200', 'a page under status 404', 'half an answer'],
  outcome: 'survives',
  reason: 'what comes is no transcript: a warning says so, and the next sync asks again',
};
const onlyRedirect: FaultException = {
  faults: ['half an answer'],
  outcome: 'impossible',
  reason: 'it is a redirect, of which the body does not matter',
};
const fileGone: FaultException = {
  faults: ['not found'],
  outcome: 'impossible',
  reason: 'Zoom is believed that the file is gone: the recording has no transcript',
};
const refusedByStorage: FaultException = {
  faults: [
    'a refusal',
    'a refused token',
    'a missing scope',
    'a missing permission',
    'not found',
    'a conflict',
    'a lock',
    'a daily limit',
    'a daily limit with a time',
  ],
  outcome: 'survives',
  reason: 'the storage knows no token, scope or day: what it refuses is the file',
};
const halfOfText: FaultException = {
  faults: ['half an answer'],
  outcome: 'impossible',
  reason: 'nothing shows that half of a text is a half',
};
const unconfirmed: FaultException = {
  faults: [
    'a page under status 404',
    'a refusal',
    'a missing permission',
    'not found',
    'a conflict',
    'half an answer',
    'no answer',
    'a connection cut after it happened',
    'an error after it happened',
    endOfStep,
  ],
  outcome: 'own-test',
  reason: 'the transcript may be there, or is kept in the text of the call',
};
/** Met when a step has got somewhere already. */
const long: FaultException = {
  faults: ['a rate limit for long'],
  outcome: 'own-test',
  reason: 'it ends a step that has got somewhere already, so that the next one has to meet it',
};
const callRefused: FaultException = {
  faults: ['a refusal', 'a missing permission', 'a conflict', 'refused rows'],
  outcome: 'survives',
  reason: 'a recording whose call HubSpot refuses is a warning',
};

const ofRecorded: readonly FaultyStep[] = [
  { name: 'the recording', system: 'zoom', operation: 'recordings.get', field: 'start_time' },
  {
    name: 'where the transcript is',
    system: 'zoom',
    operation: 'recordings.download',
    field: null,
    answers: 'file',
    exceptions: [onlyRedirect, fileGone, notTheFile, long],
  },
  {
    name: 'the transcript',
    system: 'zoom',
    operation: 'storage.get',
    field: null,
    answers: 'file',
    exceptions: [halfOfText, notTheFile, refusedByStorage, long],
  },
  {
    name: 'the call',
    system: 'hubspot',
    operation: 'calls.batch-upsert',
    field: 'results',
    isBatch: true,
    exceptions: [callRefused, long],
  },
  {
    name: 'attendees of the call',
    system: 'hubspot',
    operation: 'associations.batch-associate-default',
    field: 'results',
    isBatch: true,
    exceptions: [long],
  },
  {
    name: 'a custom event: recording available',
    system: 'hubspot',
    operation: 'events.send-batch',
    where: { body: 'recording_available' },
    field: null,
    answers: 'nothing',
    exceptions: [long],
  },
  {
    name: 'posting the transcript',
    system: 'hubspot',
    operation: 'transcripts.create',
    field: null,
    exceptions: [unconfirmed, long],
  },
];

describeFaults(recorded, ofRecorded, extent);

const ofOtherTranscript: readonly FaultyStep[] = [
  { name: 'Zoom’s other transcript', system: 'zoom', operation: 'transcript.get', field: null, exceptions: [long] },
  {
    name: 'its text',
    system: 'zoom',
    operation: 'transcript.download',
    field: null,
    answers: 'file',
    exceptions: [onlyRedirect, fileGone, notTheFile, long],
  },
];

const withOtherTranscript = syncedAtLast(
  'S28: a recording whose transcript Zoom’s other source has',
  openWithOtherTranscript,
);
describeFaults(withOtherTranscript, ofOtherTranscript, extent);

const ofChanges: readonly FaultyStep[] = [
  {
    name: 'who may not see the call any more',
    system: 'hubspot',
    operation: 'associations.batch-archive',
    field: null,
    answers: 'nothing',
    exceptions: [believedGone('nobody is to be taken off'), long],
  },
  {
    name: 'removing the transcript before',
    system: 'hubspot',
    operation: 'transcripts.delete',
    field: null,
    answers: 'nothing',
    exceptions: [believedGone('nothing is to be removed'), long],
  },
  {
    name: 'posting the new transcript',
    system: 'hubspot',
    operation: 'transcripts.create',
    field: null,
    exceptions: [unconfirmed, long],
  },
];

const withNewTranscript = syncedAtLast(
  'S5, S28: a recording with another transcript and another audience than before',
  openWorldWithNewTranscript,
);
describeFaults(withNewTranscript, ofChanges, extent);

const isRepeated = (transcripts: readonly string[]): boolean => new Set(transcripts).size === 1;

describe('S28: a transcript whose creation HubSpot does not confirm', () => {
  const open = (switches: Partial<HubSpotSwitches> = {}): Promise<WebinarWorld> =>
    openRecordedWorld({ source: 'recording' }, { hubspot: { emulator: { switches } } });
  const operation = 'transcripts.create';

  const lost: readonly (readonly [string, Effect])[] = [
    ['half an answer', { kind: 'truncate' }],
    ['a connection cut after it happened', { kind: 'cut', when: 'after' }],
    ['an error after it happened', answer(503, {}, { when: 'after' })],
    ['an answer without its id', { kind: 'omit-field', path: 'id' }],
    ['an answer with another id than expected', { kind: 'set-field', path: 'id', value: { more: 1 } }],
  ];

  it.each(lost)('(%s, once) is posted once more, and never again', async (_, fault) => {
    const world = await open();
    world.two.hubspot.faults.add([{ operation, fault }]);

    await syncUntilFailure(await world.startProcess(), world);
    await recover(recorded, world);
    await world.sync({ webinarId });

    const { calls } = viewWhole(world.two.hubspot.world());
    expect(calls.map(({ transcripts }) => [transcripts.length, isRepeated(transcripts)])).toEqual([[2, true]]);
    expect(withTranscriptsOnce(viewWhole(world.two.hubspot.world()))).toEqual(await viewRecorded());
  });

  it('is there once where HubSpot lets the second one replace the first', async () => {
    const world = await open({ secondTranscript: 'replaces' });
    world.two.hubspot.faults.add([{ operation, fault: { kind: 'cut', when: 'after' } }]);

    await syncUntilFailure(await world.startProcess(), world);
    await recover(recorded, world);

    expect(viewWhole(world.two.hubspot.world())).toEqual(await viewRecorded());
  });

  it('is there once, and in the text of the call, where HubSpot refuses a second one', async () => {
    const world = await open({ secondTranscript: 'refused' });
    world.two.hubspot.faults.add([{ operation, fault: { kind: 'cut', when: 'after' } }]);

    await syncUntilFailure(await world.startProcess(), world);
    await recover(recorded, world);

    const [call] = viewWhole(world.two.hubspot.world()).calls;
    expect(call?.transcripts).toEqual([said]);
    expect(call?.body).toContain('Let us begin.');
  });

  const refusals: readonly (readonly [string, Effect])[] = [
    ['a refusal', answer(400, { status: 'error', category: 'VALIDATION_ERROR', message: 'Not like this.' })],
    ['a page under status 404', { kind: 'html', status: 404 }],
    ['a page under status 413', { kind: 'html', status: 413 }],
  ];

  it.each(refusals)('(%s) stands in the text of the call, and stays there', async (_, fault) => {
    const world = await open();
    world.two.hubspot.faults.add([{ operation, occurrence: 'every', fault }]);

    const { report } = await world.sync({ webinarId });
    const [before] = viewWhole(world.two.hubspot.world()).calls;
    await recover(recorded, world);

    expect(report).toMatchObject({ status: 'complete', changes: { recordings: 1, transcripts: 1 } });
    expect(before).toMatchObject({ transcripts: [], body: expect.stringContaining('Let us begin.') as unknown });
    expect(viewWhole(world.two.hubspot.world()).calls).toEqual([before]);
  });
});

describe('S33: what is missing of a recording', () => {
  it.each(['recordings.download', 'storage.get'])(
    'is said when %s brings a page instead of a text',
    async (operation) => {
      const world = await openRecordedWorld({ source: 'recording' });
      world.two.zoom.faults.add([{ operation, occurrence: 'every', fault: { kind: 'html', status: 404 } }]);

      const { report } = await world.sync({ webinarId });

      expect(report.changes).toMatchObject({ recordings: 1, transcripts: 0 });
      expect(report.warnings).toContainEqual(
        expect.objectContaining({
          cause: 'transcript-not-synced',
          problem: expect.objectContaining({ cause: 'unreadable' }) as unknown,
        }),
      );
    },
  );

  it('is said when HubSpot refuses the call, and everybody is synced all the same', async () => {
    const world = await openRecordedWorld({ source: 'recording' });
    const fault = answer(400, { status: 'error', category: 'VALIDATION_ERROR', message: 'Not like this.' });
    world.two.hubspot.faults.add([{ operation: 'calls.batch-upsert', occurrence: 'every', fault }]);

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ synced: 4, changes: { recordings: 0, transcripts: 0 } });
    expect(report.warnings).toContainEqual(
      expect.objectContaining({
        cause: 'recording-not-synced',
        problem: expect.objectContaining({ cause: 'call-refused' }) as unknown,
      }),
    );
  });
});

describe('a limit for long that is met after a part of the work', () => {
  const limit = answer(429, limited, { headers: { 'Retry-After': '600' } });

  it.each([
    ['zoom', 'recordings.download'],
    ['zoom', 'storage.get'],
    ['hubspot', 'calls.batch-upsert'],
    ['hubspot', 'associations.batch-associate-default'],
    ['hubspot', 'transcripts.create'],
  ] as const)('(%s %s) ends the run’s step and says for how long', async (system, operation) => {
    const world = await openRecordedWorld({ source: 'recording' });
    world.two[system].faults.add([{ operation, occurrence: 'every', fault: limit }]);

    const failure = failed(await syncUntilFailure(await world.startProcess(), world));
    await recover(recorded, world);

    expect(failure.retryAfterSeconds).toBe(600);
    expect(viewWhole(world.two.hubspot.world())).toEqual(await viewRecorded());
  });

  it.each([
    ['transcript.get', openWithOtherTranscript],
    ['transcript.download', openWithOtherTranscript],
    ['associations.batch-archive', openWorldWithNewTranscript],
    ['transcripts.delete', openWorldWithNewTranscript],
  ])('(%s) is waited for by the next step', async (operation, open) => {
    const world = await open();
    const system = operation.startsWith('transcript.') ? 'zoom' : 'hubspot';
    world.two[system].faults.add([{ operation, occurrence: 'every', fault: limit }]);

    const failure = failed(await syncUntilFailure(await world.startProcess(), world));
    const scenario = syncedAtLast(operation, open);
    await recover(scenario, world);

    expect(failure.retryAfterSeconds).toBe(600);
    expect(viewWhole(world.two.hubspot.world())).toEqual(await createUndisturbedView(scenario)());
  });
});
