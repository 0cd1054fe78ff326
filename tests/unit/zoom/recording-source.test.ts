import { describe, expect, it } from 'vitest';
import { failureOf } from '../http/http-kit.ts';
import { answering, sourceAnswering } from './zoom-kit.ts';

const uuid = '/a//b==';
const refusal = (status: number, code: number, message: string) => answering({ code, message }, { status });

const aVideo = {
  id: 'v1',
  file_type: 'MP4',
  recording_type: 'shared_screen_with_speaker_view',
  status: 'completed',
  recording_start: '2026-11-19T12:02:00Z',
  recording_end: '2026-11-19T12:58:30Z',
  play_url: 'https://us02web.zoom.us/rec/play/v1',
  download_url: 'https://us02web.zoom.us/rec/download/v1',
};
const anAudio = { ...aVideo, id: 'a1', file_type: 'M4A', recording_type: 'audio_only', play_url: 'https://zoom.us/a1' };
const aTranscript = {
  id: 't1',
  file_type: 'TRANSCRIPT',
  recording_type: 'audio_transcript',
  status: 'completed',
  download_url: 'https://us02web.zoom.us/rec/download/t1',
};
/** Zoom lists some files with little more than a kind. */
const aBareFile = { file_type: 'CC', download_url: 'https://us02web.zoom.us/rec/download/c1' };

const aRecording = {
  uuid,
  id: 97_871_060_099,
  type: 5,
  start_time: '2026-11-19T12:00:00Z',
  duration: 61,
  share_url: 'https://us02web.zoom.us/rec/share/s1',
  recording_files: [aVideo, anAudio, aTranscript, aBareFile],
};

const read = (changes: object = {}) => sourceAnswering({ ...aRecording, ...changes }).source.readRecording(uuid);
const readFiles = (...files: readonly object[]) => read({ share_url: undefined, recording_files: files });

describe('S28: a recording', () => {
  it('is asked for by the UUID of its instance', async () => {
    const { source, urls } = sourceAnswering(aRecording);

    await expect(source.readRecording(uuid)).resolves.toEqual({
      kind: 'recording',
      instanceUuid: uuid,
      startedAt: Date.parse('2026-11-19T12:00:00Z'),
      lengthSeconds: 56 * 60 + 30,
      url: 'https://us02web.zoom.us/rec/share/s1',
      isProcessing: false,
      transcriptUrl: 'https://us02web.zoom.us/rec/download/t1',
    });
    expect(urls()).toEqual(['/meetings/%252Fa%252F%252Fb%253D%253D/recordings']);
  });

  it('needs no more than its start', async () => {
    const { source } = sourceAnswering({ start_time: '2026-11-19T12:00:00Z' });

    await expect(source.readRecording(uuid)).resolves.toEqual({
      kind: 'recording',
      instanceUuid: uuid,
      startedAt: Date.parse('2026-11-19T12:00:00Z'),
      lengthSeconds: 0,
      url: null,
      isProcessing: true,
      transcriptUrl: null,
    });
  });

  it.each([
    ['There is no recording for this meeting.', 3301],
    ['This recording does not exist.', 3301],
  ])('S33: is none after 404 "%s"', async (message, code) => {
    const { source } = sourceAnswering(refusal(404, code, message));

    await expect(source.readRecording(uuid)).resolves.toEqual({ kind: 'no-recording' });
  });

  it.each([
    ['a host who is gone', refusal(404, 1001, 'User "u1" does not exist.'), 'not-found'],
    ['another account', refusal(400, 1010, 'User not found on this account: a1.'), 'rejected'],
    ['a missing permission', refusal(400, 200, 'You do not have the right permissions.'), 'missing-scope'],
    ['a page', answering('<html>', { status: 404, body: '<html>' }), 'unexpected-shape'],
  ])('is not taken for none after %s', async (_what, answer, kind) => {
    const { source } = sourceAnswering(answer);

    expect((await failureOf(source.readRecording(uuid))).kind).toBe(kind);
  });

  it('is refused where a refusal comes as a success', async () => {
    const { source } = sourceAnswering({ code: 200, message: 'You do not have the right permissions.' });

    expect(await failureOf(source.readRecording(uuid))).toMatchObject({
      kind: 'missing-scope',
      operation: 'read webinar recording',
      vendorCode: '200',
      reason: { cause: 'zoom-permission-missing', vendorMessage: 'You do not have the right permissions.' },
    });
  });

  it.each([[{}], [{ ...aRecording, start_time: '' }], [{ ...aRecording, code: 7, start_time: null }]])(
    'is not made up from an answer that is none: %j',
    async (answer) => {
      const { source } = sourceAnswering(answer);

      expect((await failureOf(source.readRecording(uuid))).reason).toEqual({
        cause: 'answer-malformed',
        problem: 'start_time: expected datetime',
      });
    },
  );
});

describe("the recording's length", () => {
  it('is from the first start to the last end, over all of its parts', async () => {
    const parts = [
      { ...aVideo, recording_start: '2026-11-19T12:30:00Z', recording_end: '2026-11-19T12:40:00.600Z' },
      { ...aVideo, recording_start: '2026-11-19T12:05:00Z', recording_end: '2026-11-19T12:20:00Z' },
      { ...aTranscript, recording_start: '2026-11-19T11:00:00Z', recording_end: '2026-11-19T14:00:00Z' },
    ];

    expect(await readFiles(...parts)).toMatchObject({ lengthSeconds: 35 * 60 + 1 });
  });

  it.each([
    ['no times', { recording_start: '', recording_end: null }],
    ['no end', { recording_end: '' }],
    ['an end before its start', { recording_end: '2026-11-19T12:00:00Z' }],
  ])('is that of the answer where the files have %s', async (_what, times) => {
    expect(await readFiles({ ...aVideo, ...times })).toMatchObject({ lengthSeconds: 61 * 60 });
  });
});

describe("the recording's page", () => {
  const ofType = (recording_type: string, changes: object = {}) => ({
    ...aVideo,
    recording_type,
    play_url: `https://zoom.us/rec/play/${encodeURIComponent(recording_type)}`,
    ...changes,
  });
  const best = [
    'shared_screen_with_speaker_view(CC)',
    'shared_screen_with_speaker_view',
    'shared_screen_with_gallery_view',
    'active_speaker',
    'gallery_view',
    'shared_screen',
    'host_video',
  ];

  it.each(best.map((type, index) => [type, best.slice(index)] as const))(
    'is that of the best video: %s before the rest',
    async (type, types) => {
      const files = types.map((each) => ofType(each)).reverse();

      expect(await readFiles(anAudio, ...files)).toMatchObject({ url: ofType(type).play_url });
    },
  );

  it.each([
    ['a finished one before a better one that is not', [{ ...aVideo, status: 'processing' }, ofType('shared_screen')]],
    ['one with a page before a better one without', [{ ...aVideo, play_url: '' }, ofType('shared_screen')]],
    ['a safe one before a better one', [{ ...aVideo, play_url: 'http://zoom.us/x' }, ofType('shared_screen')]],
  ])('is that of a video that can be watched: %s', async (_what, files) => {
    expect(await readFiles(...files)).toMatchObject({ url: 'https://zoom.us/rec/play/shared_screen' });
  });

  it('is that of the sound where there is no picture', async () => {
    expect(await readFiles(aTranscript, anAudio)).toMatchObject({ url: 'https://zoom.us/a1' });
  });

  it.each(['http://us02web.zoom.us/rec/share/s1', 'javascript:alert(1)', '/rec/share/s1', ''])(
    'is no address that is not https: %j',
    async (share_url) => {
      expect(await read({ share_url })).toMatchObject({ url: aVideo.play_url });
      expect(await read({ share_url, recording_files: [] })).toMatchObject({ url: null });
    },
  );

  it.each([
    ['https://zoom.us/rec/share/s1', 'a+b/c=&d', 'https://zoom.us/rec/share/s1?pwd=a%2Bb%2Fc%3D%26d'],
    ['https://zoom.us/rec/share/s1?', 'p', 'https://zoom.us/rec/share/s1?pwd=p'],
    ['https://zoom.us/rec/share/s1?a=1%20b&c', 'p', 'https://zoom.us/rec/share/s1?a=1%20b&c&pwd=p'],
    ['https://zoom.us/rec/share/s1?a=1#t=5', 'p', 'https://zoom.us/rec/share/s1?a=1&pwd=p#t=5'],
    ['https://zoom.us/rec/share/s1?pwd=own', 'p', 'https://zoom.us/rec/share/s1?pwd=own'],
    ['https://zoom.us/rec/share/s1', '', 'https://zoom.us/rec/share/s1'],
  ])('has the passcode in it: %s and %j', async (share_url, recording_play_passcode, url) => {
    expect(await read({ share_url, recording_play_passcode })).toMatchObject({ url });
  });

  it('has the passcode in it also where it is that of a file', async () => {
    expect(await read({ share_url: null, recording_play_passcode: 'p' })).toMatchObject({
      url: `${aVideo.play_url}?pwd=p`,
    });
  });

  it('never has the passcode that people type', async () => {
    expect(await read({ password: '981651' })).toMatchObject({ url: aRecording.share_url });
  });
});

describe('S33: a recording that Zoom still works on', () => {
  const { status: _status, ...withoutStatus } = aVideo;
  const { play_url: _play, download_url: _download, ...withoutLinks } = withoutStatus;

  it.each([
    ['one of its files is', [aVideo, { ...anAudio, status: 'processing' }], true],
    ['one of its files is, in other letters', [{ ...aVideo, status: 'PROCESSING' }], true],
    ['it has no video and no sound yet', [aTranscript], true],
    ['its only file neither says that it is finished nor has a link', [withoutLinks], true],
    ['its file is in an unknown state', [{ ...aVideo, status: 'queued' }], true],
    ['only the transcript is', [aVideo, { ...aTranscript, status: 'processing' }], false],
    ['its file does not say so, and has a link', [withoutStatus], false],
    ['one file is finished, and another does not say', [anAudio, withoutLinks], false],
  ])('is known by its files: %s', async (_what, files, isProcessing) => {
    expect(await readFiles(...files)).toMatchObject({ isProcessing });
  });
});

describe("S28: the recording's own transcript", () => {
  const { status: _, ...withoutStatus } = aTranscript;

  it.each([
    ['finished', aTranscript, aTranscript.download_url],
    ['without a status', withoutStatus, aTranscript.download_url],
    ['on its way', { ...aTranscript, status: 'processing' }, null],
    ['without a link', { ...aTranscript, download_url: '' }, null],
    ['of another kind', { ...aTranscript, file_type: 'CC' }, null],
  ])('is there when there is a file: %s', async (_what, file, transcriptUrl) => {
    expect(await readFiles(aVideo, aBareFile, file)).toMatchObject({ transcriptUrl });
  });
});

describe("Zoom's other source of transcripts", () => {
  const anAnswer = {
    meeting_id: uuid,
    can_download: true,
    download_url: 'https://zoom.us/rec/meeting/transcript/download/x',
    download_restriction_reason: null,
  };
  const find = (changes: object) => sourceAnswering({ ...anAnswer, ...changes }).source.findTranscript(uuid);

  it('is asked by the UUID of the instance', async () => {
    const { source, urls } = sourceAnswering(anAnswer);

    await expect(source.findTranscript(uuid)).resolves.toEqual({ kind: 'ready', downloadUrl: anAnswer.download_url });
    expect(urls()).toEqual(['/meetings/%252Fa%252F%252Fb%253D%253D/transcript']);
  });

  it.each([
    ['is ready where it has a link and says no more', { can_download: undefined }, 'ready'],
    ['is waited for', { can_download: false, download_restriction_reason: 'NOT_READY' }, 'waiting'],
    ['is waited for without a reason', { can_download: false, download_url: '' }, 'waiting'],
    ['is waited for without a link', { download_url: null }, 'waiting'],
    [
      'is none where there are no data',
      { download_url: '', download_restriction_reason: 'NO_TRANSCRIPT_DATA' },
      'none',
    ],
    ['is none where it is not supported', { can_download: false, download_restriction_reason: 'UNSUPPORTED' }, 'none'],
    [
      'is none where it was deleted',
      { can_download: false, download_restriction_reason: 'DELETED_OR_TRASHED' },
      'none',
    ],
  ])('%s', async (_what, changes, kind) => {
    expect(await find(changes)).toMatchObject({ kind });
  });

  it('S37: is none after 404/3322', async () => {
    const { source } = sourceAnswering(refusal(404, 3322, 'This meeting transcript does not exist.'));

    await expect(source.findTranscript(uuid)).resolves.toEqual({ kind: 'none' });
  });

  it('is not taken for none for a reason that nobody knows', async () => {
    const failure = await failureOf(find({ can_download: false, download_restriction_reason: 'HUSH-HUSH' }));

    expect(failure).toMatchObject({ kind: 'unexpected-shape', operation: 'find webinar transcript' });
    expect(JSON.stringify(failure)).not.toContain('HUSH');
  });

  it.each([
    [403, 200, 'No permission.', 'missing-scope'],
    [404, 3001, 'Meeting does not exist.', 'not-found'],
  ])('fails after %i/%i', async (status, code, message, kind) => {
    const { source } = sourceAnswering(refusal(status, code, message));

    expect((await failureOf(source.findTranscript(uuid))).kind).toBe(kind);
  });
});
