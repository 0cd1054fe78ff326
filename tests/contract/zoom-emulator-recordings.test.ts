import { describe, expect, it } from 'vitest';
import {
  anAccount,
  aPastWebinar,
  at,
  aWebinar,
  connectZoom,
  dayMs,
  hostEmail,
  hourMs,
  longLivedTokens,
  minuteMs,
  readAll,
  refusal,
  requestToken,
  clientWith,
  webinarId,
  type SwitchesInput,
  type WebinarInput,
} from './zoom-emulator-kit.ts';

type InstanceInput = NonNullable<WebinarInput['instances']>[number];

const uuid = 'gm8s9L+PTEC+FG3sFbd1Cw==';
const recordingPath = (idOrUuid: string | number) => `/meetings/${encodeURIComponent(idOrUuid)}/recordings`;
const transcriptPath = (idOrUuid: string | number) => `/meetings/${encodeURIComponent(idOrUuid)}/transcript`;
const noRecording = refusal(404, 3301, 'There is no recording for this meeting.');
const noTranscript = refusal(404, 3322, 'This meeting transcript does not exist.');

/** A run of half an hour that ended at half past twelve yesterday. */
const aRun = (changes: Partial<InstanceInput> = {}): InstanceInput => ({
  uuid,
  start_time: at(-dayMs),
  end_time: at(-dayMs + 30 * minuteMs),
  recording: {},
  ...changes,
});

const connectWith = (run: Partial<InstanceInput> = {}, switches: SwitchesInput = {}) =>
  connectZoom({ webinars: [aPastWebinar({ instances: [aRun(run)] })] }, { ...longLivedTokens, ...switches });

interface FileRow {
  readonly id?: string;
  readonly file_type: string;
  readonly file_size?: number;
  readonly status?: string;
  readonly download_url?: string;
}
interface RecordingRow {
  readonly uuid: string;
  readonly recording_files: FileRow[];
}

describe('GET /meetings/{id}/recordings', () => {
  it('describes a recording with its files, the type as a number', async () => {
    const zoom = await connectWith({
      recording: {
        recording_play_passcode: 'open-sesame',
        password: '981651',
        auto_delete: true,
        auto_delete_date: '2028-07-12',
        recording_files: [{ id: 'file-1', file_type: 'MP4', file_size: 7220 }],
      },
    });

    const { status, body } = await zoom.get(recordingPath(uuid));

    expect(status).toBe(200);
    expect(body).toEqual({
      uuid,
      id: webinarId,
      account_id: 'account-1',
      host_id: 'host-1',
      topic: 'Growing tomatoes',
      type: 5,
      start_time: at(-dayMs),
      duration: 30,
      total_size: 7220,
      recording_count: 1,
      share_url: expect.stringMatching(/^https:\/\/us02web\.zoom\.us\/rec\/share\//) as unknown,
      recording_play_passcode: 'open-sesame',
      password: '981651',
      auto_delete: true,
      auto_delete_date: '2028-07-12',
      participant_audio_files: [],
      recording_files: [
        {
          id: 'file-1',
          meeting_id: uuid,
          recording_start: at(-dayMs),
          recording_end: at(-dayMs + 30 * minuteMs),
          file_type: 'MP4',
          file_extension: 'MP4',
          file_size: 7220,
          play_url: expect.stringMatching(/^https:\/\/us02web\.zoom\.us\/rec\/play\//) as unknown,
          download_url: expect.stringContaining(`${zoom.emulator.url}/rec/download/`) as unknown,
          recording_type: 'shared_screen_with_speaker_view',
          status: 'completed',
        },
      ],
    });
  });

  it('lists every kind of file; captions and timelines without id, status, size and player', async () => {
    const kinds = ['MP4', 'M4A', 'CHAT', 'CC', 'CSV', 'TIMELINE', 'TB', 'CHAT_MESSAGE', 'SUMMARY'] as const;
    const zoom = await connectWith({
      recording: { recording_files: kinds.map((file_type) => ({ file_type })) },
      transcript: {},
    });

    const { body } = await zoom.get<RecordingRow>(recordingPath(uuid));

    expect(body.recording_files.map(({ file_type }) => file_type)).toEqual([...kinds, 'TRANSCRIPT']);
    const bare = body.recording_files.filter(({ id }) => id === undefined);
    expect(bare.map(({ file_type }) => file_type)).toEqual(['CC', 'TIMELINE']);
    expect(bare[0]).toEqual({
      meeting_id: uuid,
      recording_start: at(-dayMs),
      recording_end: at(-dayMs + 30 * minuteMs),
      file_type: 'CC',
      file_extension: 'VTT',
      download_url: expect.any(String) as unknown,
    });
    expect(new Set(body.recording_files.map(({ download_url }) => download_url)).size).toBe(10);
  });

  it('counts the length of the recording, not of the webinar', async () => {
    const zoom = await connectWith({
      recording: {
        recording_files: [
          { file_type: 'MP4', recording_start: at(-dayMs + 5 * minuteMs), recording_end: at(-dayMs + 20 * minuteMs) },
        ],
      },
    });

    expect((await zoom.get(recordingPath(uuid))).body).toMatchObject({ duration: 15, start_time: at(-dayMs) });
  });

  it('has no share link and no passcode where there is none, or where the switch says so', async () => {
    const zoom = await connectWith({ recording: { share_url: null } });
    const switchedOff = await connectWith({}, { sendShareUrl: false });

    const { body } = await zoom.get(recordingPath(uuid));

    expect(body).not.toHaveProperty('share_url');
    expect(body).not.toHaveProperty('recording_play_passcode');
    expect(body).not.toHaveProperty('password');
    expect((await switchedOff.get(recordingPath(uuid))).body).not.toHaveProperty('share_url');
  });

  it('answers for the latest run when asked by number, even if only an earlier one was recorded', async () => {
    const later = { uuid: 'later', start_time: at(-2 * hourMs), end_time: at(-hourMs) };
    const zoom = await connectZoom({ webinars: [aPastWebinar({ instances: [aRun(), later] })] });

    const byNumber = await zoom.get(recordingPath(webinarId));
    await zoom.control('add-recording', { uuid: 'later', recording: {} });

    expect(byNumber).toMatchObject(noRecording);
    expect((await zoom.get(recordingPath(webinarId))).body).toMatchObject({ uuid: 'later' });
    expect((await zoom.get(recordingPath(uuid))).body).toMatchObject({ uuid });
  });

  it.each(['/ajXp112QmuoKj4854875==', 'a//b4854875QmuoKjXp112=='])('wants %s encoded twice', async (odd) => {
    const zoom = await connectWith({ uuid: odd, transcript: {} });

    expect(await zoom.get(recordingPath(odd))).toMatchObject(noRecording);
    expect((await zoom.get(recordingPath(encodeURIComponent(odd)))).body).toMatchObject({ uuid: odd });
    expect((await zoom.get(transcriptPath(encodeURIComponent(odd)))).body).toMatchObject({ meeting_id: odd });
  });

  it('knows no recording of what was not recorded, runs still, or does not exist', async () => {
    const zoom = await connectZoom({
      webinars: [
        aPastWebinar({ instances: [{ uuid: 'not-recorded', start_time: at(-dayMs) }] }),
        aWebinar({
          id: 2,
          start_time: at(-hourMs),
          instances: [aRun({ uuid: 'live', start_time: at(-hourMs), end_time: at(hourMs) })],
        }),
      ],
    });

    for (const idOrUuid of ['not-recorded', 'live', 'nowhere', 2, 12345]) {
      expect(await zoom.get(recordingPath(idOrUuid)), String(idOrUuid)).toMatchObject(noRecording);
    }
  });

  it("refuses another account's", async () => {
    const other = anAccount({ account_id: 'account-2', client_id: 'client-2', client_secret: 'secret-2' });
    const zoom = await connectZoom({ webinars: [aPastWebinar({ instances: [aRun({ transcript: {} })] })] }, {}, [
      other,
    ]);
    const stranger = await zoom.as('account-2', 'client-2', 'secret-2');

    expect(await stranger.get(recordingPath(uuid))).toMatchObject(
      refusal(400, 1010, 'User not found on this account: account-2.'),
    );
    expect(await stranger.get(transcriptPath(uuid))).toMatchObject(noTranscript);
  });

  it('has the same ids and links whenever the recording is made', async () => {
    const fromSeed = await connectWith();
    const fromLever = await connectZoom({ webinars: [aPastWebinar()] });
    await fromLever.control('add-recording', { uuid, recording: {} });
    const idsOf = async (zoom: typeof fromSeed) =>
      (await zoom.get<RecordingRow>(recordingPath(uuid))).body.recording_files.map(({ id }) => id);

    expect(await idsOf(fromLever)).toEqual(await idsOf(fromSeed));
    expect((await idsOf(fromSeed))[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
  });

  it("takes the vendor's own answer as a seed", async () => {
    const zoom = await connectWith({
      recording: {
        uuid: 'BOKXuumlTAGXuqwr3bLyuQ==',
        id: 6_840_331_990,
        type: 5,
        total_size: 3_328_371,
        recording_count: 2,
        timezone: 'Europe/Berlin',
        share_url: 'https://example.com/rec/share/1',
        download_access_token: 'eyJ.old',
        recording_files: [
          {
            id: '72576a1f-4e66-4a77-87c4-f13f9808bd76',
            meeting_id: 'BOKX==',
            file_type: 'MP4',
            file_size: 7220,
            status: 'completed',
            play_url: 'https://example.com/rec/play/1',
            download_url: 'https://example.com/rec/download/1',
          },
          { id: 't1', file_type: 'TRANSCRIPT', recording_type: 'audio_transcript', status: 'completed' },
        ],
      },
    });

    const { body } = await zoom.get(recordingPath(uuid));

    expect(body).toMatchObject({
      uuid,
      id: webinarId,
      timezone: 'Europe/Berlin',
      recording_count: 2,
      share_url: 'https://example.com/rec/share/1',
      recording_files: [
        { play_url: 'https://example.com/rec/play/1', meeting_id: uuid },
        { id: 't1', file_type: 'TRANSCRIPT' },
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(/eyJ\.old|example\.com\/rec\/download/);
  });
});

describe('a recording that Zoom is working on', () => {
  it('has files of no size, without links to download, until its time has come', async () => {
    const zoom = await connectWith({ recording: { standIn: { processingMs: 2 * dayMs } }, transcript: {} });

    const before = await zoom.get<RecordingRow>(recordingPath(uuid));
    zoom.emulator.clock.advance(dayMs + 30 * minuteMs);
    const after = await zoom.get<RecordingRow>(recordingPath(uuid));

    expect(before.body).toMatchObject({ total_size: 0, recording_count: 2 });
    expect(before.body.recording_files).toMatchObject([
      { file_type: 'MP4', file_size: 0, status: 'processing' },
      { file_type: 'M4A', file_size: 0, status: 'processing' },
    ]);
    expect(before.body.recording_files.filter((file) => 'download_url' in file)).toEqual([]);
    expect(after.body.recording_files.map(({ file_type, status }) => [file_type, status])).toEqual([
      ['MP4', 'completed'],
      ['M4A', 'completed'],
      ['TRANSCRIPT', 'completed'],
    ]);
  });

  it('is not there at all where the switch says so', async () => {
    const zoom = await connectWith(
      { recording: { standIn: { processingMs: null } } },
      { processingRecording: 'hidden' },
    );
    const listPath = '/users/host-1/recordings';
    const range = { from: '2026-11-01', to: '2026-11-30' };

    expect(await zoom.get(recordingPath(uuid))).toMatchObject(noRecording);
    expect((await zoom.get(listPath, range)).body).toMatchObject({ meetings: [] });

    await zoom.control('finish-recording', { uuid });

    expect((await zoom.get(recordingPath(uuid))).status).toBe(200);
    expect((await zoom.get(listPath, range)).body).toMatchObject({ meetings: [{ uuid }] });
  });

  it('has no captions and no timeline yet', async () => {
    const zoom = await connectWith({
      recording: {
        recording_files: [{ file_type: 'MP4' }, { file_type: 'CC' }, { file_type: 'TIMELINE' }],
        standIn: { processingMs: null },
      },
    });

    const { body } = await zoom.get<RecordingRow>(recordingPath(uuid));

    expect(body.recording_files.map(({ file_type }) => file_type)).toEqual(['MP4']);
  });

  it('is finished by a lever', async () => {
    const zoom = await connectWith({ recording: { standIn: { processingMs: null } } });

    zoom.emulator.clock.advance(30 * dayMs);
    const before = await zoom.get<RecordingRow>(recordingPath(uuid));
    await zoom.control('finish-recording', { uuid });
    const after = await zoom.get<RecordingRow>(recordingPath(uuid));

    expect(before.body.recording_files[0]?.status).toBe('processing');
    expect(after.body.recording_files[0]?.status).toBe('completed');
  });
});

describe('the transcript of a recording', () => {
  const typesOf = ({ body }: { body: RecordingRow }) => body.recording_files.map(({ file_type }) => file_type);

  it('comes later than the recording', async () => {
    const zoom = await connectWith({ transcript: { source: 'recording', availableAfterMs: 2 * dayMs } });

    const before = await zoom.get<RecordingRow>(recordingPath(uuid));
    zoom.emulator.clock.advance(2 * dayMs);
    const after = await zoom.get<RecordingRow>(recordingPath(uuid));

    expect(typesOf(before)).toEqual(['MP4', 'M4A']);
    expect(typesOf(after)).toEqual(['MP4', 'M4A', 'TRANSCRIPT']);
  });

  it('is announced as processing where the switch says so', async () => {
    const zoom = await connectWith(
      { transcript: { source: 'recording', availableAfterMs: null } },
      { unfinishedTranscript: 'processing' },
    );

    const { body } = await zoom.get<RecordingRow>(recordingPath(uuid));

    expect(body.recording_files[2]).toMatchObject({ file_type: 'TRANSCRIPT', status: 'processing', file_size: 0 });
    expect(body.recording_files[2]).not.toHaveProperty('download_url');
  });

  it('is added by a lever', async () => {
    const zoom = await connectWith();

    await zoom.control('add-transcript', { uuid, transcript: { source: 'recording' } });

    expect(typesOf(await zoom.get<RecordingRow>(recordingPath(uuid)))).toEqual(['MP4', 'M4A', 'TRANSCRIPT']);
  });

  it('is not among the files when only the companion wrote one', async () => {
    const zoom = await connectWith({ transcript: { source: 'ai-companion' } });

    expect(typesOf(await zoom.get<RecordingRow>(recordingPath(uuid)))).toEqual(['MP4', 'M4A']);
    expect((await zoom.get(transcriptPath(uuid))).body).toMatchObject({ can_download: true });
  });
});

describe('GET /meetings/{id}/transcript', () => {
  it('gives a link', async () => {
    const zoom = await connectWith({ transcript: { availableAfterMs: 10 * minuteMs } });

    expect((await zoom.get(transcriptPath(uuid))).body).toEqual({
      meeting_id: uuid,
      account_id: 'account-1',
      meeting_topic: 'Growing tomatoes',
      host_id: 'host-1',
      transcript_created_time: at(-dayMs + 40 * minuteMs),
      can_download: true,
      auto_delete: false,
      download_url: expect.stringContaining(`${zoom.emulator.url}/rec/meeting/transcript/download/`) as unknown,
    });
    expect((await zoom.get(transcriptPath(webinarId))).body).toMatchObject({ meeting_id: uuid });
  });

  it('needs no recording', async () => {
    const zoom = await connectZoom({
      webinars: [
        aPastWebinar({ instances: [{ uuid, start_time: at(-dayMs), transcript: { source: 'ai-companion' } }] }),
      ],
    });

    expect((await zoom.get(transcriptPath(uuid))).body).toMatchObject({ can_download: true });
  });

  it('knows none of a run without one, with one in the recording only, and of a stranger', async () => {
    const zoom = await connectWith({ transcript: { source: 'recording' } });
    const without = await connectWith();

    expect(await zoom.get(transcriptPath(uuid))).toMatchObject(noTranscript);
    expect(await without.get(transcriptPath(uuid))).toMatchObject(noTranscript);
    expect(await zoom.get(transcriptPath('nowhere'))).toMatchObject(noTranscript);
  });

  it('is not ready before its time, nor before the recording is', async () => {
    const zoom = await connectWith({
      recording: { standIn: { processingMs: null } },
      transcript: { availableAfterMs: null },
    });
    const reason = async () => (await zoom.get(transcriptPath(uuid))).body['download_restriction_reason'];

    const atFirst = (await zoom.get(transcriptPath(uuid))).body;
    await zoom.control('add-transcript', { uuid });
    const withTranscriptOnly = await reason();
    await zoom.control('finish-recording', { uuid });

    expect(atFirst).toMatchObject({ can_download: false, download_restriction_reason: 'NOT_READY' });
    expect(atFirst).not.toHaveProperty('download_url');
    expect(atFirst).not.toHaveProperty('transcript_created_time');
    expect(withTranscriptOnly).toBe('NOT_READY');
    expect(await reason()).toBeUndefined();
  });

  it.each(['UNSUPPORTED', 'NO_TRANSCRIPT_DATA'] as const)('says %s, and lists no file then', async (restriction) => {
    const zoom = await connectWith({ transcript: { restriction } });

    expect((await zoom.get(transcriptPath(uuid))).body).toMatchObject({
      can_download: false,
      download_restriction_reason: restriction,
    });
    expect((await zoom.get<RecordingRow>(recordingPath(uuid))).body.recording_files).toHaveLength(2);
  });
});

describe('a recording that is thrown away', () => {
  it('is gone, comes back from the trash, and does not come back once deleted', async () => {
    const zoom = await connectWith({ transcript: {} });

    await zoom.control('trash-recording', { uuid });
    const trashed = await zoom.get(recordingPath(uuid));
    const trashedTranscript = await zoom.get(transcriptPath(uuid));
    await zoom.control('recover-recording', { uuid });
    const recovered = await zoom.get(recordingPath(uuid));
    await zoom.control('delete-recording', { uuid });
    const deleted = await zoom.get(recordingPath(uuid));

    expect(trashed).toMatchObject(noRecording);
    expect(trashedTranscript.body).toMatchObject({
      can_download: false,
      download_restriction_reason: 'DELETED_OR_TRASHED',
    });
    expect(recovered.status).toBe(200);
    expect(deleted).toMatchObject(noRecording);
    expect((await zoom.get(transcriptPath(uuid))).body).toMatchObject({
      download_restriction_reason: 'DELETED_OR_TRASHED',
    });
    expect(await zoom.control('recover-recording', { uuid })).toMatchObject({
      status: 400,
      body: { message: `The recording of "${uuid}" was deleted for good.` },
    });
  });

  it("leaves the companion's own transcript alone", async () => {
    const zoom = await connectWith({ transcript: { source: 'ai-companion' } });

    await zoom.control('trash-recording', { uuid });

    expect((await zoom.get(transcriptPath(uuid))).body).toMatchObject({ can_download: true });
  });

  it.each(['trashed', 'deleted'] as const)('may begin as %s', async (state) => {
    const zoom = await connectWith({ recording: { standIn: { state } } });

    expect(await zoom.get(recordingPath(uuid))).toMatchObject(noRecording);
  });

  it('outlives its webinar', async () => {
    const zoom = await connectWith();

    await zoom.control('delete-webinar', { webinar_id: webinarId });

    expect((await zoom.get(recordingPath(uuid))).status).toBe(200);
    expect(await zoom.get(recordingPath(webinarId))).toMatchObject(noRecording);
  });
});

describe('GET /users/{userId}/recordings', () => {
  const path = '/users/host-1/recordings';
  const november = { from: '2026-11-01', to: '2026-11-30' };
  const runOn = (day: string, changes: Partial<InstanceInput> = {}): InstanceInput =>
    aRun({ uuid: `run-${day}`, start_time: `${day}T23:30:00Z`, end_time: `${day}T23:59:00Z`, ...changes });
  const connectDays = (days: readonly string[]) =>
    connectZoom({
      webinars: [
        aPastWebinar({ type: 6, instances: days.map((day) => runOn(day)) }),
        aPastWebinar({
          id: 2,
          host_email: 'second@brand.example',
          instances: [runOn('2026-11-10', { uuid: 'other' })],
        }),
      ],
    });
  const uuidsOf = (rows: readonly RecordingRow[]) => rows.map((row) => row.uuid);

  it('lists recordings of whole days, of this host only, newest first', async () => {
    const zoom = await connectDays(['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12']);

    const rows = await readAll<RecordingRow>(zoom, path, 'meetings', { from: '2026-11-10', to: '2026-11-11' });

    expect(uuidsOf(rows)).toEqual(['run-2026-11-11', 'run-2026-11-10']);
    expect((await zoom.get(path, { from: '2026-11-10', to: '2026-11-11' })).body).toMatchObject({
      from: '2026-11-10',
      to: '2026-11-11',
      page_size: 30,
      total_records: 2,
      next_page_token: '',
    });
  });

  it('goes over several pages', async () => {
    const zoom = await connectDays(['2026-11-09', '2026-11-10', '2026-11-11']);

    const rows = await readAll<RecordingRow>(zoom, path, 'meetings', { ...november, page_size: 2 });

    expect(uuidsOf(rows)).toEqual(['run-2026-11-11', 'run-2026-11-10', 'run-2026-11-09']);
    expect((await zoom.get(path, { ...november, page_size: 301 })).status).toBe(400);
  });

  it('covers today when nothing is said', async () => {
    const zoom = await connectDays(['2026-11-18']);
    zoom.emulator.clock.set(Date.parse('2026-11-18T23:59:30Z'));

    const { body } = await zoom.get<{ meetings: RecordingRow[] }>(path);
    zoom.emulator.clock.advance(dayMs);

    expect(body).toMatchObject({ from: '2026-11-18', to: '2026-11-19' });
    expect(uuidsOf(body.meetings)).toEqual(['run-2026-11-18']);
    expect((await zoom.get(path)).body).toMatchObject({ meetings: [] });
  });

  it.each([
    ['of more than a month', { from: '2026-10-01', to: '2026-11-02' }, 'to'],
    ['turned round', { from: '2026-11-30', to: '2026-11-01' }, 'to'],
    ['with a day that does not exist', { from: '2026-11-31', to: '2026-12-01' }, 'from'],
  ])('refuses a range %s', async (_case, range, name) => {
    const zoom = await connectZoom();

    expect(await zoom.get(path, range)).toMatchObject(refusal(400, 300, `Invalid parameter: ${name}.`));
  });

  it('has no passcode of the downloads, no token, and no files of participants', async () => {
    const zoom = await connectWith({ recording: { password: '981651' } });

    const { body } = await zoom.get<{ meetings: object[] }>(path, november);

    expect(body.meetings).toHaveLength(1);
    expect(body.meetings[0]).not.toHaveProperty('password');
    expect(body.meetings[0]).not.toHaveProperty('download_access_token');
    expect(body.meetings[0]).not.toHaveProperty('participant_audio_files');
  });

  it('shows the trash apart, whatever the dates are', async () => {
    const zoom = await connectWith();
    await zoom.control('trash-recording', { uuid });

    const listed = await zoom.get(path, november);
    const inTrash = await zoom.get<{ meetings: RecordingRow[] }>(path, { trash: 'true' });
    const ofFiles = await zoom.get(path, { trash: 'true', trash_type: 'recording_file' });
    await zoom.control('delete-recording', { uuid });

    expect(listed.body).toMatchObject({ total_records: 0, meetings: [] });
    expect(inTrash.body.meetings).toMatchObject([{ uuid, recording_files: [{ deleted_time: at(0) }, {}] }]);
    expect(inTrash.body.meetings[0]?.recording_files[0]).not.toHaveProperty('download_url');
    expect(ofFiles.body).toMatchObject({ meetings: [] });
    expect((await zoom.get(path, { trash: 'true' })).body).toMatchObject({ meetings: [] });
  });

  it('has no recording of a run that has not ended', async () => {
    const live = aRun({ start_time: at(-hourMs), end_time: at(10 * minuteMs) });
    const zoom = await connectZoom({ webinars: [aPastWebinar({ instances: [live] })] });

    const whileLive = (await zoom.get(path)).body;
    zoom.emulator.clock.advance(10 * minuteMs);

    expect(whileLive).toMatchObject({ meetings: [] });
    expect((await zoom.get(path)).body).toMatchObject({ meetings: [{ uuid }] });
  });

  it('narrows to one webinar', async () => {
    const zoom = await connectWith();

    expect((await zoom.get(path, { ...november, meeting_id: webinarId })).body).toMatchObject({ total_records: 1 });
    expect((await zoom.get(path, { ...november, meeting_id: 1 })).body).toMatchObject({ total_records: 0 });
  });

  it('is empty without recordings, or 404 where the switch says so', async () => {
    const zoom = await connectZoom();
    const strict = await connectZoom({}, { noRecordings: 'not-found' });

    expect((await zoom.get(path)).body).toMatchObject({ meetings: [] });
    expect(await strict.get(path)).toMatchObject(refusal(404, 3301, 'There is no recording for this session.'));
  });

  it('refuses a stranger, and accounts that pay nothing', async () => {
    const zoom = await connectZoom();
    const free = await connectZoom({ plan: 'free' });

    expect(await zoom.get('/users/nobody/recordings')).toMatchObject(
      refusal(404, 1001, 'User nobody does not exist, or does not belong to this account.'),
    );
    expect(await free.get(path)).toMatchObject({ status: 400, body: { code: 200 } });
    expect((await zoom.get(`/users/${hostEmail}/recordings`)).status).toBe(200);
  });
});

describe('rights to recordings', () => {
  it.each([
    ['recordings', recordingPath(uuid), 'list_recording_files'],
    ["a user's list", '/users/host-1/recordings', 'list_user_recordings'],
    ['a transcript', transcriptPath(uuid), 'meeting_transcript'],
  ])('of %s need a scope: 400 with its name', async (_case, path, scope) => {
    const zoom = await connectZoom({ scopes: [], webinars: [aPastWebinar({ instances: [aRun({ transcript: {} })] })] });
    const { body } = await requestToken(zoom.emulator);
    const ask = () => clientWith(zoom.emulator, String(body['access_token']))('GET', path);

    const without = await ask();
    await zoom.control('change-account', { account_id: 'account-1', scopes: [`cloud_recording:read:${scope}:admin`] });
    const withScope = await ask();
    await zoom.control('change-account', { account_id: 'account-1', scopes: ['recording:read:admin'] });

    expect(without).toMatchObject(
      refusal(
        400,
        4711,
        `Invalid access token, does not contain scopes:[cloud_recording:read:${scope},cloud_recording:read:${scope}:admin].`,
      ),
    );
    expect([withScope.status, (await ask()).status]).toEqual([200, 200]);
  });

  it('need a permission of the role, each endpoint with an answer of its own', async () => {
    const zoom = await connectWith({ transcript: {} });
    await zoom.control('change-account', { account_id: 'account-1', missingPermissions: ['Recording:Read'] });

    expect(await zoom.get(recordingPath(uuid))).toMatchObject(
      refusal(400, 200, 'You do not have the right permissions.'),
    );
    expect(await zoom.get('/users/host-1/recordings')).toMatchObject(refusal(400, 200, 'No permission.'));
    expect(await zoom.get(transcriptPath(uuid))).toMatchObject(refusal(403, 200, 'No permission.'));

    await zoom.control('switches', { recordingPermissionStatus: 200 });

    expect(await zoom.get(recordingPath(uuid))).toMatchObject(
      refusal(200, 200, 'You do not have the right permissions.'),
    );
  });

  it.each([
    ['recordings', recordingPath(uuid), 'Light'],
    ["a user's list", '/users/host-1/recordings', 'Medium'],
    ['a transcript', transcriptPath(uuid), 'Medium'],
  ])('%s count as the vendor says', async (_case, path, category) => {
    const zoom = await connectWith({ transcript: {} });

    expect((await zoom.get(path)).headers.get('x-ratelimit-category')).toBe(category);
  });
});

describe('levers for recordings', () => {
  it('refuse what makes no sense, with a sentence', async () => {
    const zoom = await connectZoom({
      webinars: [
        aPastWebinar(),
        aWebinar({
          id: 2,
          start_time: at(-hourMs),
          instances: [aRun({ uuid: 'live', start_time: at(-hourMs), end_time: at(hourMs) })],
        }),
      ],
    });

    const answers = [
      await zoom.control('trash-recording', { uuid }),
      await zoom.control('finish-recording', { uuid: 'live' }),
      await zoom.control('change-transcript', { uuid, damage: 'html' }),
      await zoom.control('add-transcript', { uuid, transcript: { source: 'recording' } }),
      await zoom.control('add-recording', { uuid: 'nowhere', recording: {} }),
      await zoom.control('add-recording', {
        uuid,
        recording: {
          recording_files: [
            { id: 'a', file_type: 'MP4' },
            { id: 'a', file_type: 'M4A' },
          ],
        },
      }),
      await zoom.control('add-transcript', {
        uuid,
        transcript: { cues: [{ text: 'Backwards', startMs: 2, endMs: 1 }] },
      }),
    ];

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
    expect(answers.map(({ body }) => body['message'])).toEqual([
      `Instance "${uuid}" has no recording.`,
      'Instance "live" has not ended yet.',
      `Instance "${uuid}" has no transcript.`,
      `Instance ${uuid} has no recording that a transcript could belong to.`,
      'There is no instance "nowhere".',
      `Recording of ${uuid}: a file id is there twice.`,
      expect.stringContaining('ends before it starts') as unknown,
    ]);
  });

  it('leave everything visible in the state', async () => {
    const zoom = await connectWith({
      transcript: { cues: [{ speaker: 'Ann', text: 'Hello', startMs: 0, endMs: 900 }] },
    });
    await zoom.control('trash-recording', { uuid });

    const state: unknown = await (await fetch(`${zoom.emulator.url}/_control/state`)).json();

    expect(state).toMatchObject({
      accounts: [
        {
          webinars: [
            {
              instances: [
                {
                  recording: { standIn: { state: 'trashed' } },
                  transcript: { source: 'both', cues: [{ speaker: 'Ann', text: 'Hello' }] },
                },
              ],
            },
          ],
        },
      ],
    });
  });
});
