import type { Instant } from '../../../../src/app/app.functions/domain/instant.ts';
import type { BehaviouralEvent } from '../../../../src/app/app.functions/sync/ports.ts';
import type {
  DownloadedTranscript,
  FoundTranscript,
  Recording,
  RecordingCall,
  Utterance,
} from '../../../../src/app/app.functions/sync/recording-ports.ts';
import type {
  AudienceMember,
  RecordedSession,
  RecordingsInput,
  RecordingsResult,
} from '../../../../src/app/app.functions/sync/recordings/recordings-input.ts';
import { syncRecordings } from '../../../../src/app/app.functions/sync/recordings/sync-recordings.ts';
import { accountId, aStanding, endsAt, startsAt, webinarId, weekLater } from '../../../support/builders.ts';

export const recordingUrl = 'https://zoom.example.com/rec/share/tomatoes?pwd=secret';
export const transcriptUrl = 'https://zoom.example.com/rec/download/tomatoes.vtt';

export const aRecording = (changes: Partial<Recording> = {}): Recording => ({
  kind: 'recording',
  instanceUuid: 'uuid-1',
  startedAt: startsAt,
  lengthSeconds: 3_600,
  url: recordingUrl,
  isProcessing: false,
  transcriptUrl: null,
  ...changes,
});

export const anUtterance = (changes: Partial<Utterance> = {}): Utterance => ({
  speaker: 'Hanna Host',
  text: 'Good morning.',
  startMs: 0,
  endMs: 2_000,
  ...changes,
});

export const aRecordedSession = (changes: Partial<RecordedSession> = {}): RecordedSession => ({
  key: 'main',
  startedAt: startsAt,
  endedAt: endsAt,
  isFinal: true,
  instances: [{ uuid: 'uuid-1', startedAt: startsAt }],
  attendedCount: 2,
  ...changes,
});

export const aMember = (name: string, contactId: string, changes: Partial<AudienceMember> = {}): AudienceMember => ({
  contactId,
  address: `${name}@example.com`,
  sessions: [aStanding({ hasAttended: true })],
  ...changes,
});

export const jill = aMember('jill', '101');
export const jack = aMember('jack', '102');
/** Registered and did not come. */
export const noShow = aMember('joe', '103', { sessions: [aStanding()] });
/** Came without a registration. */
export const guest = aMember('jen', '104', { sessions: [aStanding({ registration: null, hasAttended: true })] });
/** Cancelled, and did not come. */
export const cancelled = aMember('jim', '105', { sessions: [aStanding({ registration: 'cancelled' })] });

export interface StoredCall extends RecordingCall {
  readonly callId: string;
}

export interface StoredTranscript {
  readonly callId: string;
  readonly utterances: readonly Utterance[];
}

/** Ends a process at one of its calls, counted from 1. */
export interface Kill {
  readonly callNumber: number;
  readonly moment: 'before' | 'after';
}

/** Both vendors in memory, with their own rules of what is a repeat. What is in it may be changed between runs. */
export interface RecordingWorld {
  readonly recordings: Map<string, Recording>;
  /** What Zoom's other source of transcripts says; `none` unless told otherwise. */
  readonly found: Map<string, FoundTranscript>;
  readonly downloads: Map<string, DownloadedTranscript>;
  readonly calls: Map<string, StoredCall>;
  /** Contact ids by call id. */
  readonly associations: Map<string, Set<string>>;
  readonly transcripts: Map<string, StoredTranscript>;
  readonly events: Map<string, BehaviouralEvent>;
  /** Every call to a vendor in its order, with what it was about. */
  readonly log: string[];
  refusesTranscripts: boolean;
  refuseCall(call: RecordingCall): string | null;
  kill: Kill | null;
  /** A call with its effect. */
  visit<Answer>(name: string, effect: () => Answer): Promise<Answer>;
  readonly ports: Pick<RecordingsInput, 'source' | 'calls' | 'events'>;
}

export class Killed extends Error {}

export function createRecordingWorld(): RecordingWorld {
  let nextId = 9_001;
  const newId = (): string => String(nextId++);

  const visit = async <Answer>(name: string, effect: () => Answer): Promise<Answer> => {
    world.log.push(name);
    const isFatal = world.kill?.callNumber === world.log.length;
    if (isFatal && world.kill?.moment === 'before') throw new Killed(name);
    const answer = effect();
    if (isFatal) throw new Killed(name);
    return answer;
  };
  const peopleOf = (callId: string): Set<string> => {
    const people = world.associations.get(callId) ?? new Set<string>();
    world.associations.set(callId, people);
    return people;
  };

  const world: RecordingWorld = {
    recordings: new Map(),
    found: new Map(),
    downloads: new Map(),
    calls: new Map(),
    associations: new Map(),
    transcripts: new Map(),
    events: new Map(),
    log: [],
    refusesTranscripts: false,
    refuseCall: () => null,
    kill: null,
    visit,
    ports: {
      source: {
        readRecording: (uuid) =>
          visit(`read ${uuid}`, () => world.recordings.get(uuid) ?? { kind: 'no-recording' as const }),
        findTranscript: (uuid) => visit(`find ${uuid}`, () => world.found.get(uuid) ?? { kind: 'none' as const }),
        downloadTranscript: (url) =>
          visit('download', () => world.downloads.get(url) ?? { kind: 'unreadable' as const, problem: 'no such file' }),
      },
      calls: {
        upsert: (call) =>
          visit(`upsert ${call.title}`, () => {
            const problem = world.refuseCall(call);
            if (problem !== null) return { kind: 'refused' as const, problem };
            const callId = world.calls.get(call.key)?.callId ?? newId();
            world.calls.set(call.key, { ...call, callId });
            return { kind: 'written' as const, callId };
          }),
        associate: (callId, contactIds) =>
          visit(`associate ${contactIds.join(' ')}`, () => {
            for (const contactId of contactIds) peopleOf(callId).add(contactId);
          }),
        dissociate: (callId, contactIds) =>
          visit(`dissociate ${contactIds.join(' ')}`, () => {
            for (const contactId of contactIds) peopleOf(callId).delete(contactId);
          }),
        createTranscript: (callId, utterances) =>
          visit('create transcript', () => {
            if (world.refusesTranscripts) return { kind: 'refused' as const, problem: 'not in this account' };
            const transcriptId = newId();
            world.transcripts.set(transcriptId, { callId, utterances });
            return { kind: 'created' as const, transcriptId };
          }),
        deleteTranscript: (transcriptId) =>
          visit('delete transcript', () => {
            world.transcripts.delete(transcriptId);
          }),
      },
      events: {
        send: (events) =>
          visit(`send ${events.length}`, () => {
            for (const event of events) if (!world.events.has(event.uuid)) world.events.set(event.uuid, event);
          }),
      },
    },
  };
  return world;
}

/** The members are one part of the people each. */
export interface RunOptions extends Partial<Omit<RecordingsInput, 'source' | 'calls' | 'events' | 'loadAudience'>> {
  readonly parts?: readonly (readonly AudienceMember[])[];
}

/** One step that has all the time it wants, a week after the webinar. */
export function anInput(world: RecordingWorld, options: RunOptions = {}): RecordingsInput {
  const { parts = [[jill, jack, noShow]], ...changes } = options;
  return {
    ...world.ports,
    webinar: { accountId, webinarId, topic: 'Growing tomatoes', hostName: 'Hanna Host' },
    sessions: [aRecordedSession()],
    decision: { isOn: true },
    isExcluded: () => false,
    exclusionsHash: 'nobody',
    hasPeopleChanged: true,
    partitionCount: parts.length,
    loadAudience: (partition) => world.visit(`load ${partition}`, () => parts[partition] ?? []),
    known: {},
    progress: null,
    isDryRun: false,
    now: weekLater,
    shouldStop: () => false,
    ...changes,
  };
}

/** Steps until the run is complete; what crosses from one to the next is text, as in a record. */
export async function runRecordings(world: RecordingWorld, options: RunOptions = {}): Promise<RecordingsResult> {
  let result = await syncRecordings(anInput(world, options));
  for (let stepCount = 1; !result.isComplete; stepCount += 1) {
    if (stepCount > 500) throw new Error('the run does not end');
    const progress = JSON.parse(JSON.stringify(result.progress)) as RecordingsResult['progress'];
    result = await syncRecordings(anInput(world, { ...options, progress }));
  }
  return result;
}

/** A later run in which nothing happened to the people. */
export const runAgain = (
  world: RecordingWorld,
  before: RecordingsResult,
  options: RunOptions = {},
): Promise<RecordingsResult> => {
  world.log.length = 0;
  return runRecordings(world, { known: before.states, hasPeopleChanged: false, ...options });
};

/** Everything sent to HubSpot since the log was emptied. */
export const writesOf = ({ log }: RecordingWorld): readonly string[] =>
  log.filter((entry) => !/^(read|find|download|load)\b/.test(entry));

export const onlyCall = ({ calls }: RecordingWorld): StoredCall => {
  const [call, ...others] = [...calls.values()];
  if (call === undefined || others.length > 0) throw new Error(`${calls.size} calls`);
  return call;
};

/** Contact ids that are associated with the only call. */
export const peopleOnCall = (world: RecordingWorld): readonly string[] =>
  [...(world.associations.get(onlyCall(world).callId) ?? [])].sort();

/** A transcript in the recording itself. */
export function addTranscript(world: RecordingWorld, utterances: readonly Utterance[], uuid = 'uuid-1'): void {
  const recording = world.recordings.get(uuid);
  if (recording === undefined) throw new Error(`no recording ${uuid}`);
  world.recordings.set(uuid, { ...recording, transcriptUrl: `${transcriptUrl}?${uuid}` });
  world.downloads.set(`${transcriptUrl}?${uuid}`, { kind: 'transcript', utterances });
}

/** Zoom with one recording. */
export function aRecordedWorld(changes: Partial<Recording> = {}): RecordingWorld {
  const world = createRecordingWorld();
  const recording = aRecording(changes);
  world.recordings.set(recording.instanceUuid, recording);
  return world;
}

/** Two instances of one session, because the host dropped. */
export const aDroppedSession = (): RecordedSession =>
  aRecordedSession({
    instances: [
      { uuid: 'uuid-2', startedAt: restartedAt },
      { uuid: 'uuid-1', startedAt: startsAt },
    ],
  });
export const restartedAt: Instant = startsAt + 1_800_000;
