import type { SyncWarning } from '../../contract/sync.ts';
import { explainOffSetting } from './off-settings.en.ts';
import { asSentence, type SyncFormats } from './sentences.en.ts';

type RecordingWarning = Extract<SyncWarning, { cause: 'recording-not-synced' }>;
type TranscriptWarning = Extract<SyncWarning, { cause: 'transcript-not-synced' }>;

interface Words {
  readonly title: string;
  readonly meaning: string;
  readonly fix: string;
}

/** Why a recording did not become a call record. */
export function explainRecordingProblem({ problem, sessionStartsAt }: RecordingWarning, formats: SyncFormats): Words {
  const recording = `The recording of ${formats.dateAndTime(sessionStartsAt)}`;
  switch (problem.cause) {
    case 'settings-off': {
      const off = explainOffSetting(problem.setting, problem.hostName);
      return {
        title: `Recording not synced: ${startLower(off.title)}`,
        meaning: `${recording} was not synced. ${off.meaning}`,
        fix: off.fix,
      };
    }
    case 'nobody-attended':
      return {
        title: 'Recording not synced: nobody took part',
        meaning: `${recording} was not synced because no contact attended, so there is nobody to associate it with.`,
        fix: 'There is nothing to do. If people attended, look at the other warnings for why they are no contacts.',
      };
    case 'not-found':
      return {
        title: 'Recording not found',
        meaning: `${recording} was not found in the connected Zoom account. It may not have been recorded in the cloud.`,
        fix: 'If there is a cloud recording in Zoom, check that it belongs to this Zoom account, then sync again.',
      };
    case 'deleted':
      return {
        title: 'The recording was deleted in Zoom',
        meaning: `${recording} is no longer in Zoom. If it had been synced, its link was taken off the call record.`,
        fix: 'Zoom keeps deleted recordings in the trash for 30 days. Restore it there and sync again, or leave it.',
      };
    case 'processing':
      return {
        title: 'Zoom is still processing the recording',
        meaning: `${recording} is not ready yet. Zoom may need some hours.`,
        fix: 'There is nothing to do: the app tries again by itself.',
      };
    case 'no-link':
      return {
        title: 'The recording has no usable link',
        meaning: `${recording} is there, but Zoom gives no secure link for it that HubSpot would take.`,
        fix: 'Check in Zoom that sharing is switched on for this recording, then sync again.',
      };
    case 'call-refused':
      return {
        title: 'HubSpot did not accept the recording',
        meaning: `${recording} could not be saved as a call record. HubSpot’s reason: ${asSentence(problem.problem)}`,
        fix: 'Correct what HubSpot names. The next sync tries again.',
      };
  }
}

/** Why a recording came without its transcript. */
export function explainTranscriptProblem({ problem, sessionStartsAt }: TranscriptWarning, formats: SyncFormats): Words {
  const transcript = `The transcript of ${formats.dateAndTime(sessionStartsAt)}`;
  switch (problem.cause) {
    case 'processing':
      return {
        title: 'Zoom is still processing the transcript',
        meaning: `${transcript} is not ready yet. The recording was synced without it.`,
        fix: 'There is nothing to do: the app tries again by itself.',
      };
    case 'not-found':
      return {
        title: 'Transcript not found',
        meaning: `${transcript} was not found in Zoom. The recording was synced without it.`,
        fix: 'To have transcripts, switch on the audio transcript for cloud recordings in Zoom. It counts for later webinars.',
      };
    case 'unreadable':
      return {
        title: 'The transcript cannot be read',
        meaning: `${transcript} is not in the form that Zoom documents, so the recording was synced without it: ${asSentence(problem.problem)}`,
        fix: 'Sync again later. If it happens again, tell the app’s developer.',
      };
  }
}

/** For the middle of a sentence; names and quotations keep their form. */
function startLower(title: string): string {
  return /^(?:Webinars|New|This|Recordings)\b/u.test(title)
    ? `${title.charAt(0).toLowerCase()}${title.slice(1)}`
    : title;
}
