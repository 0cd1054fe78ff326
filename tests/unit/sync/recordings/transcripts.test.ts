import { describe, expect, it } from 'vitest';
import { syncRecordings } from '../../../../src/app/app.functions/sync/recordings/sync-recordings.ts';
import { dayMs, endsAt, hourMs } from '../../../support/builders.ts';
import {
  aDroppedSession,
  addTranscript,
  anInput,
  anUtterance,
  aRecordedWorld,
  aRecording,
  createRecordingWorld,
  onlyCall,
  peopleOnCall,
  restartedAt,
  runAgain,
  runRecordings,
  transcriptUrl,
  writesOf,
  type RecordingWorld,
} from './recordings-kit.ts';

const sessionStartsAt = '2026-11-20T10:00:00.000Z';
const notSynced = (problem: object) => ({ cause: 'transcript-not-synced', sessionStartsAt, problem });
const greeting = [anUtterance()];
const longer = [anUtterance(), anUtterance({ speaker: '', text: 'Good <b>morning</b> & hello.', startMs: 3_661_000 })];
const soon = endsAt + hourMs;

/** With the transcript in the recording. */
function aTranscribedWorld(): RecordingWorld {
  const world = aRecordedWorld();
  addTranscript(world, greeting);
  return world;
}

const foundLater = (world: RecordingWorld): void => {
  world.found.set('uuid-1', { kind: 'ready', downloadUrl: transcriptUrl });
  world.downloads.set(transcriptUrl, { kind: 'transcript', utterances: greeting });
};

const postedOn = (world: RecordingWorld) => [...world.transcripts.values()];

describe('S28: a transcript', () => {
  it('is posted to the call of its recording, after the people', async () => {
    const world = aTranscribedWorld();

    const { reports, changes, warnings } = await runRecordings(world);

    expect(postedOn(world)).toEqual([{ callId: onlyCall(world).callId, utterances: greeting }]);
    expect(writesOf(world)).toEqual(['upsert Growing tomatoes', 'associate 101 102', 'send 3', 'create transcript']);
    expect(reports).toMatchObject([{ transcript: 'synced' }]);
    expect(changes.transcripts).toBe(1);
    expect(warnings).toEqual([]);
  });

  it('comes from the other source where the recording has none', async () => {
    const world = aRecordedWorld();
    foundLater(world);

    await runRecordings(world);

    expect(postedOn(world)).toHaveLength(1);
  });

  it('is not asked for again when it has settled', async () => {
    const world = aTranscribedWorld();
    const first = await runRecordings(world);

    const second = await runAgain(world, first);

    expect(world.log).toEqual(['read uuid-1']);
    expect(second.reports).toEqual(first.reports);
    expect(second.warnings).toEqual([]);
  });

  it('is read again within a day after the recording, and not posted again when it is the same', async () => {
    const world = aTranscribedWorld();
    const first = await runRecordings(world, { now: soon });

    await runAgain(world, first, { now: soon });

    expect(world.log).toEqual(['read uuid-1', 'download']);
    expect(postedOn(world)).toHaveLength(1);
  });

  it('that has changed takes the place of the one before', async () => {
    const world = aTranscribedWorld();
    const first = await runRecordings(world, { now: soon });
    addTranscript(world, longer);

    const { changes } = await runAgain(world, first, { now: soon });

    expect(writesOf(world)).toEqual(['delete transcript', 'create transcript']);
    expect(postedOn(world)).toEqual([{ callId: onlyCall(world).callId, utterances: longer }]);
    expect(changes).toEqual({ recordings: 0, transcripts: 1, associations: 0, events: 0 });
  });

  it('is read again when the recording was cut', async () => {
    const world = aTranscribedWorld();
    const first = await runRecordings(world);
    world.recordings.set('uuid-1', aRecording({ lengthSeconds: 1_800 }));
    addTranscript(world, longer);

    await runAgain(world, first);

    expect(postedOn(world)).toMatchObject([{ utterances: longer }]);
  });

  it('stays when the recording is deleted, and is not posted again when it comes back', async () => {
    const world = aTranscribedWorld();
    const first = await runRecordings(world);
    const recording = world.recordings.get('uuid-1') ?? aRecording();
    world.recordings.delete('uuid-1');
    const second = await runAgain(world, first);
    expect(second.reports).toMatchObject([{ state: 'deleted', transcript: 'synced' }]);
    world.recordings.set('uuid-1', recording);

    await runAgain(world, second);

    expect(postedOn(world)).toHaveLength(1);
  });

  it('stays when Zoom has it no more', async () => {
    const world = aTranscribedWorld();
    const first = await runRecordings(world);
    world.recordings.set('uuid-1', aRecording());

    const { warnings, reports } = await runAgain(world, first);

    expect(warnings).toEqual([]);
    expect(reports).toMatchObject([{ transcript: 'synced' }]);
    expect(writesOf(world)).toEqual([]);
  });

  it('goes on the new call when somebody deleted the one before in HubSpot', async () => {
    const world = aTranscribedWorld();
    const first = await runRecordings(world);
    world.calls.clear();
    world.transcripts.clear();
    const webinar = { ...anInput(world).webinar, topic: 'Growing more tomatoes' };

    await runAgain(world, first, { webinar });

    expect(postedOn(world)).toMatchObject([{ callId: onlyCall(world).callId }]);
  });

  it('is not looked for where there is no call', async () => {
    const world = aTranscribedWorld();
    world.refuseCall = () => 'no';

    const { warnings } = await runRecordings(world);

    expect(world.log).not.toContain('download');
    expect(warnings).toHaveLength(1);
  });

  it('that is posted is no reason to offer a call again that was refused', async () => {
    const world = aTranscribedWorld();
    const first = await runRecordings(world);
    world.refuseCall = () => 'no';
    const webinar = { ...anInput(world).webinar, topic: 'Growing more tomatoes' };

    await runAgain(world, first, { webinar });

    expect(writesOf(world)).toEqual(['upsert Growing more tomatoes']);
  });

  it('is saved before the next one is begun, because it cannot be found again', async () => {
    const world = aTranscribedWorld();
    world.recordings.set('uuid-2', aRecording({ instanceUuid: 'uuid-2', startedAt: restartedAt }));
    addTranscript(world, longer, 'uuid-2');
    const sessions = [aDroppedSession()];

    const first = await syncRecordings(anInput(world, { sessions }));
    expect(first.isComplete).toBe(false);
    expect(first.states['uuid-1']?.transcript).toMatchObject({ kind: 'posted' });
    expect(postedOn(world)).toHaveLength(1);
    const second = await syncRecordings(anInput(world, { sessions, progress: first.progress }));

    expect(second.isComplete).toBe(true);
    expect(postedOn(world).map(({ utterances }) => utterances)).toEqual([greeting, longer]);
  });

  it('is asked for anew by a later step, because its address is never written down', async () => {
    const world = aTranscribedWorld();
    let askedCount = 0;
    const first = await syncRecordings(anInput(world, { shouldStop: () => askedCount++ > 3 }));
    expect(first.isComplete).toBe(false);
    expect(JSON.stringify(first)).not.toContain(transcriptUrl);

    await runRecordings(world, { progress: first.progress });

    expect(world.log.filter((entry) => entry === 'read uuid-1')).toHaveLength(2);
    expect(postedOn(world)).toHaveLength(1);
  });

  it('whose recording vanished between two steps is waited for', async () => {
    const world = aTranscribedWorld();
    let askedCount = 0;
    const { progress } = await syncRecordings(anInput(world, { shouldStop: () => askedCount++ > 3, now: soon }));
    world.recordings.clear();

    const { warnings, isWaiting } = await runRecordings(world, { progress, now: soon });

    expect(warnings).toEqual([notSynced({ cause: 'processing' })]);
    expect(isWaiting).toBe(true);
  });
});

describe('S28: a transcript that HubSpot refuses', () => {
  function aRefusingWorld(): RecordingWorld {
    const world = aTranscribedWorld();
    addTranscript(world, longer);
    world.refusesTranscripts = true;
    return world;
  }

  it('is kept in the text of the call', async () => {
    const world = aRefusingWorld();

    const { reports, changes, warnings } = await runRecordings(world);

    expect(onlyCall(world).body).toMatch(
      /<br><br>\[0:00:00\] Hanna Host: Good morning\.<br>\[1:01:01\] Good &lt;b&gt;morning&lt;\/b&gt; &amp; hello\.$/,
    );
    expect(reports).toMatchObject([{ transcript: 'in-body' }]);
    expect(changes).toMatchObject({ recordings: 1, transcripts: 1 });
    expect(warnings).toEqual([]);
  });

  it('is left alone by the next run', async () => {
    const world = aRefusingWorld();
    const first = await runRecordings(world);

    const second = await runAgain(world, first);

    expect(world.log).toEqual(['read uuid-1']);
    expect(second.reports).toEqual(first.reports);
  });

  it('is not offered again while it is the same', async () => {
    const world = aRefusingWorld();
    const first = await runRecordings(world, { now: soon });

    await runAgain(world, first, { now: soon });

    expect(writesOf(world)).toEqual([]);
  });

  it('is fetched again when the call has to be written for another reason', async () => {
    const world = aRefusingWorld();
    const first = await runRecordings(world);
    const webinar = { ...anInput(world).webinar, topic: 'Growing more tomatoes' };

    const { changes } = await runAgain(world, first, { webinar });

    expect(onlyCall(world).title).toBe('Growing more tomatoes');
    expect(onlyCall(world).body).toContain('Good morning.');
    expect(changes).toEqual({ recordings: 1, transcripts: 0, associations: 0, events: 0 });
    expect(writesOf(world)).toEqual(['upsert Growing more tomatoes']);
  });

  it('leaves the text when a changed one is taken', async () => {
    const world = aRefusingWorld();
    const first = await runRecordings(world, { now: soon });
    world.refusesTranscripts = false;
    addTranscript(world, greeting);

    const { reports } = await runAgain(world, first, { now: soon });

    expect(onlyCall(world).body).not.toContain('Good morning.');
    expect(postedOn(world)).toHaveLength(1);
    expect(reports).toMatchObject([{ transcript: 'synced' }]);
  });

  it('leaves the text in the next step when the first could not write it any more', async () => {
    const world = aRefusingWorld();
    const first = await runRecordings(world, { now: soon });
    world.refusesTranscripts = false;
    addTranscript(world, greeting);
    world.log.length = 0;
    world.kill = { callNumber: 4, moment: 'before' };
    const options = { now: soon, known: first.states, hasPeopleChanged: false };
    const { progress, isComplete } = await syncRecordings(anInput(world, options));
    expect(isComplete).toBe(false);
    expect(onlyCall(world).body).toContain('Good morning.');
    world.kill = null;

    await runRecordings(world, { ...options, progress });

    expect(onlyCall(world).body).not.toContain('Good morning.');
    expect(postedOn(world)).toHaveLength(1);
  });

  it('makes a new call where somebody deleted the one before, and its people follow with the next run', async () => {
    const world = aTranscribedWorld();
    const first = await runRecordings(world, { now: soon });
    world.calls.clear();
    world.refusesTranscripts = true;
    addTranscript(world, longer);
    const second = await runAgain(world, first, { now: soon });
    expect(second.isWaiting).toBe(true);
    expect(peopleOnCall(world)).toEqual([]);

    const third = await runAgain(world, second, { now: soon });

    expect(peopleOnCall(world)).toEqual(['101', '102']);
    expect(third.isWaiting).toBe(false);
  });

  it('takes the place of one that was posted', async () => {
    const world = aTranscribedWorld();
    const first = await runRecordings(world, { now: soon });
    world.refusesTranscripts = true;
    addTranscript(world, longer);

    await runAgain(world, first, { now: soon });

    expect(postedOn(world)).toEqual([]);
    expect(onlyCall(world).body).toContain('hello');
  });

  it('leaves the text with the recording, and comes back with it', async () => {
    const world = aRefusingWorld();
    const first = await runRecordings(world);
    const recording = world.recordings.get('uuid-1') ?? aRecording();
    world.recordings.delete('uuid-1');
    const second = await runAgain(world, first);
    expect(onlyCall(world).body).not.toContain('Good morning.');
    expect(second.reports).toMatchObject([{ state: 'deleted', transcript: 'none' }]);
    world.recordings.set('uuid-1', recording);

    await runAgain(world, second);

    expect(onlyCall(world).body).toContain('Good morning.');
  });

  it('is given up with a warning when the call is refused with it, too', async () => {
    const world = aRefusingWorld();
    world.refuseCall = ({ body }) => (body.includes('Good') ? 'too much' : null);

    const { warnings, reports } = await runRecordings(world);

    expect(warnings).toEqual([
      { cause: 'recording-not-synced', sessionStartsAt, problem: { cause: 'call-refused', problem: 'too much' } },
    ]);
    expect(reports).toMatchObject([{ transcript: 'none' }]);
    expect(peopleOnCall(world)).toEqual(['101', '102']);
  });
});

describe('S33, S37: why a transcript is not synced', () => {
  it.each([
    { says: 'waiting', after: 'within a day', now: endsAt + dayMs - 1, cause: 'processing', isWaiting: true },
    { says: 'none', after: 'within a day', now: endsAt + dayMs - 1, cause: 'processing', isWaiting: true },
    { says: 'waiting', after: 'later', now: endsAt + dayMs, cause: 'not-found', isWaiting: false },
    { says: 'none', after: 'later', now: endsAt + dayMs, cause: 'not-found', isWaiting: false },
  ] as const)('Zoom says “$says” $after: $cause', async ({ says, now, cause, isWaiting }) => {
    const world = aRecordedWorld();
    world.found.set('uuid-1', { kind: says });

    const result = await runRecordings(world, { now });

    expect(result.warnings).toEqual([notSynced({ cause })]);
    expect(result.isWaiting).toBe(isWaiting);
    expect(result.reports).toMatchObject([{ state: 'synced', transcript: isWaiting ? 'waiting' : 'none' }]);
  });

  it('one that never came is not asked for again, but still missed', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world);

    const second = await runAgain(world, first);

    expect(world.log).toEqual(['read uuid-1']);
    expect(second.warnings).toEqual(first.warnings);
  });

  it('one that was not there within a day is asked for later', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world, { now: soon });
    foundLater(world);

    await runAgain(world, first);

    expect(postedOn(world)).toHaveLength(1);
  });

  it('one that never came is asked for when the recording has got one', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world);
    addTranscript(world, greeting);

    const { warnings } = await runAgain(world, first);

    expect(warnings).toEqual([]);
    expect(postedOn(world)).toHaveLength(1);
  });

  it('one that Zoom is long at work on is asked for by each run', async () => {
    const world = aRecordedWorld();
    world.found.set('uuid-1', { kind: 'waiting' });
    const first = await runRecordings(world);
    foundLater(world);

    await runAgain(world, first);

    expect(postedOn(world)).toHaveLength(1);
  });

  it('one in which nobody says anything counts as none', async () => {
    const world = aRecordedWorld();
    addTranscript(world, []);

    const { warnings } = await runRecordings(world);

    expect(warnings).toEqual([notSynced({ cause: 'not-found' })]);
    expect(postedOn(world)).toEqual([]);
  });

  it.each([
    { after: 'within a day', now: endsAt + dayMs - 1, isWaiting: true, transcript: 'waiting' },
    { after: 'later', now: endsAt + dayMs, isWaiting: false, transcript: 'none' },
  ])('an HTML page is no transcript, $after', async ({ now, isWaiting, transcript }) => {
    const world = aTranscribedWorld();
    world.downloads.set(`${transcriptUrl}?uuid-1`, { kind: 'unreadable', problem: 'an HTML page' });

    const result = await runRecordings(world, { now });

    expect(postedOn(world)).toEqual([]);
    expect(result.warnings).toEqual([notSynced({ cause: 'unreadable', problem: 'an HTML page' })]);
    expect(result.isWaiting).toBe(isWaiting);
    expect(result.reports).toMatchObject([{ state: 'synced', transcript }]);
  });

  it('an HTML page is no reason to give up what HubSpot has, and the transcript is asked for again', async () => {
    const world = aTranscribedWorld();
    const first = await runRecordings(world, { now: soon });
    world.downloads.set(`${transcriptUrl}?uuid-1`, { kind: 'unreadable', problem: 'an HTML page' });
    const second = await runAgain(world, first, { now: soon });
    expect(second.reports).toMatchObject([{ transcript: 'synced' }]);
    addTranscript(world, longer);

    await runAgain(world, second, { now: soon });

    expect(postedOn(world)).toMatchObject([{ utterances: longer }]);
  });
});

describe('B3: a dry run and transcripts', () => {
  const dryRun = (world: RecordingWorld, changes = {}) => {
    const { calls, events } = createRecordingWorld().ports;
    return syncRecordings({ ...anInput(world, { isDryRun: true, ...changes }), calls, events });
  };

  it('counts one that would be posted, and downloads nothing', async () => {
    const world = aTranscribedWorld();

    const { changes, states } = await dryRun(world);

    expect(changes.transcripts).toBe(1);
    expect(world.log).not.toContain('download');
    expect(states['uuid-1']?.transcript).toBeNull();
  });

  it('counts none that is posted already', async () => {
    const world = aTranscribedWorld();
    const { states } = await runRecordings(world, { now: soon });

    const { changes, warnings } = await dryRun(world, { known: states, now: soon });

    expect(changes.transcripts).toBe(0);
    expect(warnings).toEqual([]);
  });

  it('misses none that HubSpot has, although Zoom has it no more', async () => {
    const world = aTranscribedWorld();
    const { states } = await runRecordings(world, { now: soon });
    world.recordings.set('uuid-1', aRecording());

    const { changes, warnings } = await dryRun(world, { known: states, now: soon });

    expect(changes.transcripts).toBe(0);
    expect(warnings).toEqual([]);
  });

  it('says what is missing', async () => {
    const { warnings, isWaiting } = await dryRun(aRecordedWorld(), { now: soon });

    expect(warnings).toEqual([notSynced({ cause: 'processing' })]);
    expect(isWaiting).toBe(true);
  });
});
