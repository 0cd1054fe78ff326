import { hashJson } from '../hashes.ts';
import type { DownloadedTranscript } from '../recording-ports.ts';
import type { Ledger } from './ledger.ts';
import type { TranscriptState } from './recording-state.ts';
import type { RecordedInstance, RecordingsStep } from './recordings-input.ts';
import type { SeenRecording, TranscriptVerdict } from './recordings-progress.ts';
import { isExpected, recordingEnd } from './recording-times.ts';
import { readyRecording } from './seen-recordings.ts';
import { toCallFacts, writeCall, type KeptTranscript } from './write-call.ts';

/**
 * Puts transcripts on the calls, one after the other, and says of each recording without one why. Because a transcript
 * that is posted cannot be found again, nothing more is begun until it is known to be saved.
 *
 * @returns false when time was up first, or something must be saved before the next one
 */
export async function writeTranscripts(step: RecordingsStep): Promise<boolean> {
  const { input, ledger } = step;
  let mustSave = false;
  for (const instance of step.instances) {
    const { uuid } = instance;
    const recording = readyRecording(ledger.progress(), uuid);
    if (uuid in ledger.progress().transcripts || recording === null || ledger.state(uuid).callId === null) continue;
    if (ledger.state(uuid).transcript?.kind === 'posted') await takeOutOfBody(step, instance);
    if (mayBeSettled(step, instance, recording)) {
      ledger.note('transcripts', uuid, { kind: settledVerdict(ledger.state(uuid).transcript) });
      continue;
    }
    if (mustSave || input.shouldStop()) return false;
    const before = ledger.state(uuid).transcript;
    ledger.note('transcripts', uuid, await syncTranscript(step, instance, recording));
    const after = ledger.state(uuid).transcript;
    mustSave = after?.kind === 'posted' && !(before?.kind === 'posted' && before.transcriptId === after.transcriptId);
  }
  return true;
}

const settledVerdict = (transcript: TranscriptState | null): 'settled' | 'not-found' =>
  transcript === null || transcript.kind === 'none' ? 'not-found' : 'settled';

/** Changes when the recording does, or when it gets a transcript of its own. */
const identify = ({ startedAt, lengthSeconds, hasTranscript }: SeenRecording): string =>
  hashJson([startedAt, lengthSeconds, hasTranscript]).slice(0, 8);

/** Whether Zoom need not be asked: it was, when it had had its time, and the recording is the same. */
function mayBeSettled(
  { input, ledger }: RecordingsStep,
  { uuid }: RecordedInstance,
  recording: SeenRecording,
): boolean {
  const { transcript } = ledger.state(uuid);
  const isPostponed = ledger.progress().calls[uuid]?.kind === 'postponed';
  return transcript?.of === identify(recording) && !isPostponed && !isExpected(recordingEnd(recording), input.now);
}

async function syncTranscript(
  step: RecordingsStep,
  instance: RecordedInstance,
  recording: SeenRecording,
): Promise<TranscriptVerdict> {
  const { input, ledger } = step;
  const { uuid } = instance;
  const of = identify(recording);
  const known = ledger.state(uuid).transcript;
  const found = await findTranscript(step, uuid, recording);
  const verdictWithout = isExpected(recordingEnd(recording), input.now) ? 'waiting' : 'not-found';
  if (input.isDryRun) return pretend(ledger, { found, known, of, verdictWithout });

  const transcript = found.kind === 'ready' ? await input.source.downloadTranscript(found.downloadUrl) : found;
  if (transcript.kind === 'unreadable') return transcript;
  if (transcript.kind === 'transcript' && transcript.utterances.length > 0) {
    await keepTranscript(step, instance, transcript, of);
    return { kind: 'settled' };
  }
  // What HubSpot has got stays, also when Zoom has nothing any more.
  if (known !== null && known.kind !== 'none') {
    ledger.changeState(uuid, { transcript: { ...known, of } });
    return { kind: 'settled' };
  }
  const isOutOfTime = verdictWithout === 'not-found';
  // Where Zoom is still at work it is asked again by the next run, whenever that is.
  if (isOutOfTime && transcript.kind !== 'waiting') ledger.changeState(uuid, { transcript: { kind: 'none', of } });
  return { kind: verdictWithout };
}

type Found = { readonly kind: 'ready'; readonly downloadUrl: string } | { readonly kind: 'waiting' | 'none' };

async function findTranscript(
  { input, transcriptUrls }: RecordingsStep,
  uuid: string,
  { hasTranscript }: SeenRecording,
): Promise<Found> {
  if (!hasTranscript) return input.source.findTranscript(uuid);
  let downloadUrl = transcriptUrls.get(uuid) ?? null;
  if (downloadUrl === null) {
    const again = await input.source.readRecording(uuid);
    downloadUrl = again.kind === 'recording' ? again.transcriptUrl : null;
    transcriptUrls.set(uuid, downloadUrl);
  }
  return downloadUrl === null ? { kind: 'waiting' } : { kind: 'ready', downloadUrl };
}

interface Pretence {
  readonly found: Found;
  readonly known: TranscriptState | null;
  readonly of: string;
  readonly verdictWithout: 'waiting' | 'not-found';
}

/** A dry run downloads nothing, so it cannot know whether the text has changed. */
function pretend(ledger: Ledger, { found, known, of, verdictWithout }: Pretence): TranscriptVerdict {
  const isKept = known !== null && known.kind !== 'none';
  if (found.kind === 'ready' && !(isKept && known.of === of)) ledger.count('transcripts', 1);
  return { kind: found.kind === 'ready' || isKept ? 'settled' : verdictWithout };
}

async function keepTranscript(
  step: RecordingsStep,
  instance: RecordedInstance,
  { utterances }: Extract<DownloadedTranscript, { kind: 'transcript' }>,
  of: string,
): Promise<void> {
  const { input, ledger } = step;
  const { uuid } = instance;
  const { callId, transcript: known } = ledger.state(uuid);
  const hash = hashJson(utterances);
  const isSame = known !== null && known.kind !== 'none' && known.hash === hash;
  if (callId === null) return;
  if (isSame && known.kind === 'posted') {
    ledger.changeState(uuid, { transcript: { ...known, of } });
    return;
  }
  if (isSame) {
    await rewriteCall(step, instance, { utterances, hash });
    ledger.changeState(uuid, { transcript: { kind: 'in-body', hash, of } });
    return;
  }
  if (known?.kind === 'posted') await input.calls.deleteTranscript(known.transcriptId);
  const created = await input.calls.createTranscript(callId, utterances);
  if (created.kind === 'created') {
    ledger.changeState(uuid, { transcript: { kind: 'posted', transcriptId: created.transcriptId, hash, of } });
    await takeOutOfBody(step, instance);
  } else if (await rewriteCall(step, instance, { utterances, hash })) {
    ledger.changeState(uuid, { transcript: { kind: 'in-body', hash, of } });
  } else {
    ledger.changeState(uuid, { transcript: null });
    return;
  }
  ledger.count('transcripts', 1);
}

/** A transcript that is posted need not be in the call's text as well, where an earlier one may have been. */
async function takeOutOfBody(step: RecordingsStep, instance: RecordedInstance): Promise<void> {
  if (step.ledger.progress().calls[instance.uuid]?.kind !== 'refused') await rewriteCall(step, instance, null);
}

/** @returns false when HubSpot refused it */
async function rewriteCall(
  step: RecordingsStep,
  instance: RecordedInstance,
  kept: KeptTranscript | null,
): Promise<boolean> {
  const { ledger } = step;
  const facts = toCallFacts(step, instance);
  if (facts === null) return false;
  const isPostponed = ledger.progress().calls[instance.uuid]?.kind === 'postponed';
  const verdict = await writeCall(step, facts, kept);
  if (isPostponed && verdict.kind === 'written') ledger.count('recordings', 1);
  if (isPostponed || verdict.kind === 'refused') ledger.note('calls', instance.uuid, verdict);
  return verdict.kind !== 'refused';
}
