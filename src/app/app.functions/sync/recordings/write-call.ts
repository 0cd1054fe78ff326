import type { Utterance } from '../recording-ports.ts';
import type { RecordedInstance, RecordingsStep } from './recordings-input.ts';
import type { CallVerdict } from './recordings-progress.ts';
import { readyRecording } from './seen-recordings.ts';
import { hashCall, toCall, type CallFacts } from './to-call.ts';

/** A transcript that is kept in the text of its call. */
export interface KeptTranscript {
  readonly utterances: readonly Utterance[];
  readonly hash: string;
}

/**
 * What the call of an instance is made of in this run; null when there is nothing new to say, or nothing to make a
 * first call of.
 */
export function toCallFacts({ input, ledger }: RecordingsStep, instance: RecordedInstance): CallFacts | null {
  const { uuid, session, partNumber } = instance;
  const { accountId, topic } = input.webinar;
  const { callId, seen } = ledger.state(uuid);
  const common = { accountId, instanceUuid: uuid, topic, partNumber };
  const progress = ledger.progress();
  if (progress.sightings[uuid]?.kind === 'no-recording') {
    return callId === null || seen === null ? null : { ...common, ...seen, url: null, isDeleted: true };
  }
  const recording = readyRecording(progress, uuid);
  if (recording === null) return null;
  const { startedAt, lengthSeconds, url } = recording;
  const mayBegin = url !== null && progress.survey.attendedKeys.includes(session.key);
  if (callId === null && !mayBegin) return null;
  return { ...common, startedAt, lengthSeconds, url, isDeleted: false };
}

/** Writes a call that differs from what was last written. */
export async function writeCall(
  { input, ledger }: RecordingsStep,
  facts: CallFacts,
  transcript: KeptTranscript | null,
): Promise<CallVerdict> {
  const uuid = facts.instanceUuid;
  const before = ledger.state(uuid);
  const callHash = hashCall(facts, transcript?.hash ?? null);
  if (before.callId !== null && before.callHash === callHash) return { kind: 'unchanged' };
  const answer = await input.calls.upsert(toCall(facts, transcript?.utterances ?? null));
  if (answer.kind === 'refused') return answer;
  const callId = input.isDryRun ? (before.callId ?? answer.callId) : answer.callId;
  const isAnother = before.callId !== null && before.callId !== callId;
  // Somebody deleted the call in HubSpot, and with it everything that hung on it.
  ledger.changeState(uuid, { callId, callHash, ...(isAnother ? { audience: null, transcript: null } : {}) });
  return { kind: 'written' };
}
