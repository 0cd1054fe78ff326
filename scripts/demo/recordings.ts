import type { SeedInstance, SeedWebinar } from './seed-types.ts';

/** What Zoom has of a webinar that was recorded; where nothing is said, nobody pressed the button. */
type Recorded = Pick<SeedInstance, 'recording' | 'transcript'>;

const withTranscript: Recorded = { recording: {}, transcript: { source: 'recording' } };
const withoutTranscript: Recorded = { recording: {} };

/** By webinar; what goes wrong is what goes wrong in real accounts. */
const recordedByWebinar: ReadonlyMap<number, Recorded> = new Map([
  [81_234_567_801, withTranscript],
  [81_234_567_803, withTranscript],
  [81_234_567_804, withTranscript],
  [81_234_567_813, withTranscript],
  [91_234_567_806, withTranscript],
  // The host's recordings are switched off in the settings.
  [81_234_567_809, withTranscript],
  // Nobody had switched transcripts on.
  [81_234_567_802, withoutTranscript],
  // Zoom answers with a page instead of the transcript.
  [81_234_567_807, { recording: {}, transcript: { source: 'recording', damage: 'html' } }],
  // Sharing is off, and without it there is no link.
  [81_234_567_810, withoutLink()],
  // Somebody threw the recording away.
  [91_234_567_808, { recording: { standIn: { state: 'trashed' } } }],
]);

function withoutLink(): Recorded {
  return { recording: { share_url: null, recording_files: [{ file_type: 'MP4', play_url: '' }] } };
}

/** The webinar with what was recorded of it. */
export function withRecordings(webinar: SeedWebinar): SeedWebinar {
  const recorded = recordedByWebinar.get(Number(webinar.id));
  const { instances } = webinar;
  if (recorded === undefined || instances === undefined) return webinar;
  return { ...webinar, instances: instances.map((instance) => ({ ...instance, ...recorded })) };
}
