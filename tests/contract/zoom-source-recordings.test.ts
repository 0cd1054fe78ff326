import { describe, expect, it } from 'vitest';
import { failureOf } from '../unit/http/http-kit.ts';
import { aPastWebinar, at, control, dayMs, hourMs, minuteMs, noon, type WebinarInput } from './zoom-emulator-kit.ts';
import { connect, type Setting } from './zoom-source-kit.ts';

const uuid = '/kRTQ//Xx+b==';

type InstanceInput = NonNullable<WebinarInput['instances']>[number];

/** A webinar of an hour, recorded, with a transcript that is ready. */
const connectRecorded = (more: Partial<InstanceInput> = {}, setting: Setting = {}) =>
  connect(
    [
      aPastWebinar({
        instances: [
          { uuid, start_time: at(-dayMs), end_time: at(-dayMs + hourMs), recording: {}, transcript: {}, ...more },
        ],
      }),
    ],
    setting,
  );

const cues = [
  { speaker: 'Hanna Host', text: 'Good morning & welcome.', startMs: 1_000, endMs: 3_500 },
  { speaker: '', text: 'Is it < 3?', startMs: 3_000, endMs: 4_250 },
  { speaker: 'Zoë 🍅', text: 'It is: yes.', startMs: 3_600_000, endMs: 3_601_001 },
];

async function recordingOf(connected: Awaited<ReturnType<typeof connect>>) {
  const recording = await connected.source.readRecording(uuid);
  if (recording.kind !== 'recording') expect.fail('a recording was expected');
  return recording;
}

async function transcriptUrlOf(connected: Awaited<ReturnType<typeof connect>>): Promise<string> {
  const { transcriptUrl } = await recordingOf(connected);
  if (transcriptUrl === null) expect.fail('a transcript was expected');
  return transcriptUrl;
}

async function foundUrlOf({ source }: Awaited<ReturnType<typeof connect>>): Promise<string> {
  const found = await source.findTranscript(uuid);
  if (found.kind !== 'ready') expect.fail(`a transcript was expected, not ${found.kind}`);
  return found.downloadUrl;
}

describe('S28: the recording of an instance', () => {
  it('is read with its page, its length and its transcript', async () => {
    const connected = await connectRecorded({
      recording: { share_url: 'https://us02web.zoom.us/rec/share/abc?x=1', recording_play_passcode: 'a+b/c=' },
    });

    await expect(connected.source.readRecording(uuid)).resolves.toEqual({
      kind: 'recording',
      instanceUuid: uuid,
      startedAt: noon - dayMs,
      lengthSeconds: 3_600,
      url: 'https://us02web.zoom.us/rec/share/abc?x=1&pwd=a%2Bb%2Fc%3D',
      isProcessing: false,
      transcriptUrl: expect.stringContaining('/rec/download/') as unknown,
    });
    expect(connected.calls()).toEqual({ 'oauth.token': 1, 'recordings.get': 1 });
  });

  it('has the page of its video where Zoom names no shared one', async () => {
    const connected = await connectRecorded({}, { switches: { sendShareUrl: false } });

    expect((await recordingOf(connected)).url).toMatch(/^https:\/\/us02web\.zoom\.us\/rec\/play\//);
  });

  it.each(['listed', 'hidden'] as const)(
    'S33: is not finished, or not there yet, while Zoom works on it (%s)',
    async (processingRecording) => {
      const { source } = await connectRecorded(
        { recording: { standIn: { processingMs: null } } },
        { switches: { processingRecording } },
      );
      const expected = {
        listed: { kind: 'recording', isProcessing: true, transcriptUrl: null },
        hidden: { kind: 'no-recording' },
      };

      expect(await source.readRecording(uuid)).toMatchObject(expected[processingRecording]);
    },
  );

  it.each(['absent', 'processing'] as const)(
    'is finished before its transcript is (%s)',
    async (unfinishedTranscript) => {
      const { source } = await connectRecorded(
        { transcript: { availableAfterMs: null } },
        { switches: { unfinishedTranscript } },
      );

      expect(await source.readRecording(uuid)).toMatchObject({ isProcessing: false, transcriptUrl: null });
    },
  );

  it.each(['trashed', 'deleted'] as const)('S33: is none any more when it is %s', async (state) => {
    const { source } = await connectRecorded({ recording: { standIn: { state } } });

    await expect(source.readRecording(uuid)).resolves.toEqual({ kind: 'no-recording' });
  });

  it('S33: is none where nobody recorded', async () => {
    const { source } = await connect([
      aPastWebinar({ instances: [{ uuid, start_time: at(-dayMs), end_time: at(-dayMs + hourMs) }] }),
    ]);

    await expect(source.readRecording(uuid)).resolves.toEqual({ kind: 'no-recording' });
  });

  it.each([200, 400] as const)('is refused rather than none without the permission (status %i)', async (status) => {
    const { source } = await connectRecorded(
      {},
      {
        account: { standIn: { missingPermissions: ['Recording:Read'] } },
        switches: { recordingPermissionStatus: status },
      },
    );

    expect(await failureOf(source.readRecording(uuid))).toMatchObject({
      kind: 'missing-scope',
      httpStatus: status,
      vendorCode: '200',
      reason: { cause: 'zoom-permission-missing', vendorMessage: 'You do not have the right permissions.' },
    });
  });

  it('B1: names the scopes that are missing', async () => {
    const { source } = await connectRecorded({}, { account: { scopes: ['webinar:read:webinar:admin'] } });

    expect((await failureOf(source.readRecording(uuid))).reason).toEqual({
      cause: 'scopes-missing',
      scopes: ['cloud_recording:read:list_recording_files', 'cloud_recording:read:list_recording_files:admin'],
    });
    expect((await failureOf(source.findTranscript(uuid))).reason).toEqual({
      cause: 'scopes-missing',
      scopes: ['cloud_recording:read:meeting_transcript', 'cloud_recording:read:meeting_transcript:admin'],
    });
  });
});

describe("S28: Zoom's other source of transcripts", () => {
  it('has a link when the transcript is ready', async () => {
    const { source } = await connectRecorded({ recording: undefined, transcript: { source: 'ai-companion', cues } });

    const found = await source.findTranscript(uuid);

    expect(found).toEqual({ kind: 'ready', downloadUrl: expect.stringContaining('/rec/meeting/transcript/') });
  });

  it('is waited for while the transcript is made', async () => {
    const { source } = await connectRecorded({ transcript: { source: 'both', availableAfterMs: null } });

    await expect(source.findTranscript(uuid)).resolves.toEqual({ kind: 'waiting' });
  });

  it.each(['UNSUPPORTED', 'NO_TRANSCRIPT_DATA'] as const)('S37: has none when Zoom says %s', async (restriction) => {
    const { source } = await connectRecorded({ transcript: { restriction } });

    await expect(source.findTranscript(uuid)).resolves.toEqual({ kind: 'none' });
  });

  it('S37: has none when the recording was thrown away', async () => {
    const { source } = await connectRecorded({ recording: { standIn: { state: 'trashed' } } });

    await expect(source.findTranscript(uuid)).resolves.toEqual({ kind: 'none' });
  });

  it('S37: has none of webinars without one', async () => {
    const { source } = await connectRecorded({ transcript: undefined });

    await expect(source.findTranscript(uuid)).resolves.toEqual({ kind: 'none' });
  });

  it('is refused rather than none without the permission', async () => {
    const account = { standIn: { missingPermissions: ['Recording:Read'] } };
    const { source } = await connectRecorded({}, { account });

    expect((await failureOf(source.findTranscript(uuid))).kind).toBe('missing-scope');
  });
});

describe('S28: the download of a transcript', () => {
  const utterances = [
    { speaker: 'Hanna Host', text: 'Good morning & welcome.', startMs: 1_000, endMs: 3_500 },
    { speaker: '', text: 'Is it < 3?', startMs: 3_000, endMs: 4_250 },
    { speaker: 'Zoë 🍅', text: 'It is: yes.', startMs: 3_600_000, endMs: 3_601_001 },
  ];

  it.each([
    ['direct', 2],
    ['through-zoom', 3],
  ] as const)('brings what was said, over redirects (%s)', async (downloadHops, hopCount) => {
    const connected = await connectRecorded({ transcript: { cues } }, { switches: { downloadHops } });
    const url = await transcriptUrlOf(connected);
    const callsBefore = connected.meter.zoomCallCount();

    await expect(connected.source.downloadTranscript(url)).resolves.toEqual({ kind: 'transcript', utterances });
    expect(connected.meter.zoomCallCount() - callsBefore).toBe(hopCount);
    // The storage refuses whoever brings a token, so this is proof that none came.
    expect(connected.calls()).toMatchObject({ 'recordings.download': 1, 'storage.get': 1 });
  });

  it('brings the same from the other source', async () => {
    const connected = await connectRecorded({ recording: undefined, transcript: { source: 'ai-companion', cues } });
    const url = await foundUrlOf(connected);

    await expect(connected.source.downloadTranscript(url)).resolves.toEqual({
      kind: 'transcript',
      utterances,
    });
  });

  it.each([
    ['html', 'a page instead of a transcript'],
    ['empty', 'an empty file instead of a transcript'],
    ['garbage', 'another file instead of a transcript'],
  ] as const)('tells a transcript from something else (%s)', async (damage, problem) => {
    const connected = await connectRecorded({ transcript: { damage } });

    await expect(connected.source.downloadTranscript(await transcriptUrlOf(connected))).resolves.toEqual({
      kind: 'unreadable',
      problem,
    });
  });

  it.each(['html-page', 'unauthorised'] as const)(
    'gets a new token when Zoom says that the old one is refused, and is no transcript when it shows a page (%s)',
    async (downloadRefusal) => {
      const connected = await connectRecorded({}, { switches: { downloadRefusal } });
      const url = await transcriptUrlOf(connected);
      // The clock of the client stands still, so it does not know that its token is old.
      connected.emulator.clock.advance(61 * minuteMs);
      const expected = {
        'html-page': { kind: 'unreadable', problem: 'a page instead of a transcript' },
        unauthorised: { kind: 'transcript' },
      };

      expect(await connected.source.downloadTranscript(url)).toMatchObject(expected[downloadRefusal]);
    },
  );

  it('is a fact about the file, not a failure, when it is gone', async () => {
    const connected = await connectRecorded();
    const url = await transcriptUrlOf(connected);
    await control(connected.emulator, 'trash-recording', { uuid });

    await expect(connected.source.downloadTranscript(url)).resolves.toEqual({
      kind: 'unreadable',
      problem: 'HTTP 404 instead of a file',
    });
  });

  it('is repeated when the answer is lost on the way', async () => {
    const connected = await connectRecorded({ transcript: { cues } });
    connected.emulator.faults.add([
      { operation: 'storage.get', occurrence: 1, fault: { kind: 'cut', when: 'before' } },
    ]);

    await expect(connected.source.downloadTranscript(await transcriptUrlOf(connected))).resolves.toEqual({
      kind: 'transcript',
      utterances,
    });
    expect(connected.calls()['storage.get']).toBe(2);
  });

  it('fails when the storage does not work', async () => {
    const connected = await connectRecorded();
    connected.emulator.faults.add([
      { operation: 'storage.get', occurrence: 'every', fault: { kind: 'answer', status: 503, body: {} } },
    ]);

    expect(await failureOf(connected.source.downloadTranscript(await transcriptUrlOf(connected)))).toMatchObject({
      kind: 'unavailable',
      operation: 'download webinar transcript',
      httpStatus: 503,
    });
  });
});
