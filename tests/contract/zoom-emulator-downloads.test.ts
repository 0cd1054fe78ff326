import { describe, expect, it } from 'vitest';
import {
  anAccount,
  aPastWebinar,
  at,
  connectZoom,
  dayMs,
  hourMs,
  minuteMs,
  requestToken,
  type SwitchesInput,
  type WebinarInput,
  type ZoomUnderTest,
} from './zoom-emulator-kit.ts';

type InstanceInput = NonNullable<WebinarInput['instances']>[number];

const uuid = 'run-1';
const cues = [
  { speaker: 'Jill Chill', text: 'Hello: everyone.', startMs: 2_110, endMs: 5_830 },
  { speaker: '', text: 'Applause', startMs: 3_600_000, endMs: 3_600_500 },
];
const vtt = [
  'WEBVTT',
  '',
  '1',
  '00:00:02.110 --> 00:00:05.830',
  'Jill Chill: Hello: everyone.',
  '',
  '2',
  '01:00:00.000 --> 01:00:00.500',
  'Applause',
  '',
].join('\r\n');

const aRun = (changes: Partial<InstanceInput> = {}): InstanceInput => ({
  uuid,
  start_time: at(-dayMs),
  recording: {},
  transcript: { cues },
  ...changes,
});

const connectWith = (run: Partial<InstanceInput> = {}, switches: SwitchesInput = {}) =>
  connectZoom({ webinars: [aPastWebinar({ instances: [aRun(run)] })] }, switches);

interface Links {
  readonly video: string;
  /** Among the files of the recording. */
  readonly transcript: string;
  /** From GET /meetings/{id}/transcript. */
  readonly companion: string;
  readonly downloadToken: string;
}

async function readLinks(zoom: ZoomUnderTest, ttl = 3_600): Promise<Links> {
  const { body } = await zoom.get<{
    recording_files: { file_type: string; download_url: string }[];
    download_access_token: string;
  }>(`/meetings/${uuid}/recordings`, { include_fields: 'download_access_token', ttl });
  const companion = await zoom.get<{ download_url: string }>(`/meetings/${uuid}/transcript`);
  const linkOf = (type: string) => body.recording_files.find(({ file_type }) => file_type === type)?.download_url ?? '';
  return {
    video: linkOf('MP4'),
    transcript: linkOf('TRANSCRIPT'),
    companion: companion.body.download_url,
    downloadToken: body.download_access_token,
  };
}

interface Downloaded {
  readonly status: number;
  readonly contentType: string;
  readonly location: string;
  readonly text: string;
}

/** One request, redirects not followed. */
async function ask(url: string, token: string | null): Promise<Downloaded> {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    location: response.headers.get('location') ?? '',
    text: await response.text(),
  };
}

const accessToken = async (zoom: ZoomUnderTest): Promise<string> =>
  String((await requestToken(zoom.emulator)).body['access_token']);

const signInPage = { status: 200, contentType: expect.stringContaining('text/html') as unknown, location: '' };

describe('a download', () => {
  it("leads with the access token from Zoom's own host to the storage host", async () => {
    const zoom = await connectWith();
    const { transcript } = await readLinks(zoom);

    const first = await ask(transcript, await accessToken(zoom));
    const second = await ask(first.location, null);

    expect(new URL(transcript).origin).toBe(zoom.emulator.url);
    expect(first.status).toBe(302);
    expect(new URL(first.location).origin).toBe(zoom.emulator.storageUrl);
    expect(zoom.emulator.storageUrl).not.toBe(zoom.emulator.url);
    expect(second).toMatchObject({ status: 200, text: vtt });
  });

  it("is the same transcript from Zoom's other source", async () => {
    const zoom = await connectWith();
    const { companion } = await readLinks(zoom);

    const { location } = await ask(companion, await accessToken(zoom));

    expect((await ask(location, null)).text).toBe(vtt);
  });

  it('gives every file its own content', async () => {
    const zoom = await connectWith({
      recording: { recording_files: [{ file_type: 'MP4', standIn: { content: 'moving pictures' } }] },
    });
    const { video } = await readLinks(zoom);

    const { location } = await ask(video, await accessToken(zoom));

    expect((await ask(location, null)).text).toBe('moving pictures');
  });

  it('takes the token of the recording as well, for the files of that recording', async () => {
    const other = { uuid: 'run-2', start_time: at(-2 * dayMs), recording: {}, transcript: {} };
    const zoom = await connectZoom({ webinars: [aPastWebinar({ instances: [aRun(), other] })] });
    const { video, companion, downloadToken } = await readLinks(zoom);
    const otherRecording = await zoom.get<{ recording_files: { download_url: string }[] }>(
      '/meetings/run-2/recordings',
    );

    expect((await ask(video, downloadToken)).status).toBe(302);
    expect(await ask(otherRecording.body.recording_files[0]?.download_url ?? '', downloadToken)).toMatchObject(
      signInPage,
    );
    expect(await ask(companion, downloadToken)).toMatchObject(signInPage);
    expect((await zoom.get(`/meetings/${uuid}/recordings`)).body).not.toHaveProperty('download_access_token');
  });

  it('ends with the life of the token that was asked for', async () => {
    const zoom = await connectWith();
    const { video, downloadToken } = await readLinks(zoom, 60);

    zoom.emulator.clock.advance(59_000);
    const inTime = await ask(video, downloadToken);
    zoom.emulator.clock.advance(1_000);

    expect(inTime.status).toBe(302);
    expect(await ask(video, downloadToken)).toMatchObject(signInPage);
    expect((await zoom.get(`/meetings/${uuid}/recordings`, { ttl: 604_801 })).status).toBe(400);
  });

  it.each([
    ['without a token', async () => Promise.resolve(null), ''],
    ['with a wrong token', async () => Promise.resolve('nonsense'), ''],
    ['with the token in the query', async () => Promise.resolve(null), 'access_token'],
    ['with the token in the query and in the header', accessToken, 'access_token'],
  ])('%s ends at a page to sign in, with status 200', async (_case, readToken, parameter) => {
    const zoom = await connectWith();
    const { video } = await readLinks(zoom);
    const query = parameter === '' ? '' : `?${parameter}=${await accessToken(zoom)}`;

    const answer = await ask(`${video}${query}`, await readToken(zoom));

    expect(answer).toMatchObject(signInPage);
    expect(answer.text).toMatch(/^<!DOCTYPE html>/);
  });

  it('without a token ends with 401 where the switch says so', async () => {
    const zoom = await connectWith({}, { downloadRefusal: 'unauthorised' });
    const { video, companion } = await readLinks(zoom);

    for (const url of [video, companion, `${zoom.emulator.url}/rec/download/nowhere`]) {
      const answer = await ask(url, null);
      expect(answer.status).toBe(401);
      expect(JSON.parse(answer.text)).toEqual({ status: false, errorCode: 124, errorMessage: 'Forbidden' });
    }
  });

  it('is refused to expired tokens, tokens of another account, and tokens without any right to recordings', async () => {
    const other = anAccount({ account_id: 'account-2', client_id: 'client-2', client_secret: 'secret-2' });
    const zoom = await connectZoom({ webinars: [aPastWebinar({ instances: [aRun()] })] }, {}, [other]);
    const { video } = await readLinks(zoom);
    const old = await accessToken(zoom);
    const { body } = await requestToken(zoom.emulator, {
      accountId: 'account-2',
      clientId: 'client-2',
      clientSecret: 'secret-2',
    });
    const foreign = String(body['access_token']);

    const ofAnother = await ask(video, foreign);
    await zoom.control('change-account', { account_id: 'account-1', scopes: ['webinar:read:webinar:admin'] });
    const withoutScope = await ask(video, old);
    await zoom.control('change-account', { account_id: 'account-1', scopes: ['recording:read:admin'] });
    const withScope = await ask(video, old);
    zoom.emulator.clock.advance(hourMs);
    const expired = await ask(video, old);

    expect([ofAnother, withoutScope, expired]).toMatchObject([signInPage, signInPage, signInPage]);
    expect(withScope.status).toBe(302);
  });

  it('is not there for what the API shows no link to', async () => {
    const zoom = await connectWith();
    const links = await readLinks(zoom);
    const token = await accessToken(zoom);
    const statuses = async () =>
      Promise.all([links.video, links.transcript, links.companion].map(async (url) => (await ask(url, token)).status));

    const before = await statuses();
    await zoom.control('trash-recording', { uuid });
    const trashed = await statuses();
    await zoom.control('recover-recording', { uuid });
    await zoom.control('change-transcript', { uuid, restriction: 'UNSUPPORTED' });
    const restricted = await statuses();

    expect(before).toEqual([302, 302, 302]);
    expect(trashed).toEqual([404, 404, 404]);
    expect(restricted).toEqual([302, 404, 404]);
    expect((await ask(links.video.replace('/rec/download/', '/rec/meeting/transcript/download/'), token)).status).toBe(
      404,
    );
  });

  it("goes over another address of Zoom's own where the switch says so, which wants the token too", async () => {
    const zoom = await connectWith({}, { downloadHops: 'through-zoom' });
    const { transcript } = await readLinks(zoom);
    const token = await accessToken(zoom);

    const first = await ask(transcript, token);
    const withoutToken = await ask(first.location, null);
    const second = await ask(first.location, token);

    expect(new URL(first.location).origin).toBe(zoom.emulator.url);
    expect(withoutToken).toMatchObject(signInPage);
    expect(new URL(second.location).origin).toBe(zoom.emulator.storageUrl);
    expect((await ask(second.location, null)).text).toBe(vtt);
  });

  it('is not limited and not counted as a call of the API', async () => {
    const zoom = await connectZoom({ plan: 'free', webinars: [aPastWebinar({ instances: [aRun()] })] });
    const { video } = await readLinks(zoom);
    const token = await accessToken(zoom);

    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(video, token)));

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 302));
  });
});

describe('the storage host', () => {
  const readLocation = async (zoom: ZoomUnderTest): Promise<string> =>
    (await ask((await readLinks(zoom)).transcript, await accessToken(zoom))).location;

  it('refuses a request that carries an Authorization header, whatever is in it', async () => {
    const zoom = await connectWith();
    const location = await readLocation(zoom);

    const withToken = await ask(location, await accessToken(zoom));
    const withNonsense = await ask(location, 'nonsense');

    expect([withToken.status, withNonsense.status]).toEqual([400, 400]);
    expect(withToken.text).toContain('<Code>InvalidArgument</Code>');
    expect(withToken.text).not.toContain('Jill');
  });

  it('wants a signature that is its own and not older than ten minutes', async () => {
    const zoom = await connectWith();
    const location = await readLocation(zoom);
    const later = new URL(location);
    later.searchParams.set('Expires', '4000000000');

    const unsigned = await ask(location.split('?')[0] ?? '', null);
    const tampered = await ask(later.toString(), null);
    zoom.emulator.clock.advance(10 * minuteMs);
    const lastMoment = await ask(location, null);
    zoom.emulator.clock.advance(1_000);
    const expired = await ask(location, null);

    expect([unsigned, tampered, lastMoment, expired].map(({ status }) => status)).toEqual([403, 403, 200, 403]);
  });

  it("has none of Zoom's own headers", async () => {
    const zoom = await connectWith();

    const { headers } = await fetch(await readLocation(zoom));

    expect([...headers.keys()].filter((name) => name.startsWith('x-'))).toEqual([]);
  });

  it('is no API: anything else is not found', async () => {
    const zoom = await connectWith();

    const answers = await Promise.all(
      ['/', '/v2/users', '/oauth/token', '/_control/state'].map((path) =>
        ask(`${zoom.emulator.storageUrl ?? ''}${path}`, null),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it('obeys fault scripts and is in the request log', async () => {
    const zoom = await connectWith();
    const location = await readLocation(zoom);
    zoom.emulator.faults.add([{ operation: 'storage.get', fault: { kind: 'answer', status: 503 } }]);

    const first = await ask(location, null);
    const second = await ask(location, null);

    expect([first.status, second.status]).toEqual([503, 200]);
    expect(zoom.emulator.requests.counts()).toMatchObject({ 'recordings.download': 1, 'storage.get': 2 });
  });
});

describe('a transcript that went wrong', () => {
  it.each([
    ['html', /^<!DOCTYPE html>/, 'text/html'],
    ['empty', /^$/, 'application/octet-stream'],
    // eslint-disable-next-line no-control-regex -- the damaged file begins with a NUL
    ['garbage', /^\u0000/, 'application/octet-stream'],
  ] as const)('may be %s, with status 200', async (damage, text, contentType) => {
    const zoom = await connectWith();
    const { transcript, companion } = await readLinks(zoom);
    const token = await accessToken(zoom);

    await zoom.control('change-transcript', { uuid, damage });

    for (const url of [transcript, companion]) {
      const { location } = await ask(url, token);
      const answer = await ask(location, null);
      expect(answer.status).toBe(200);
      expect(answer.text).toMatch(text);
      expect(answer.contentType).toContain(contentType);
    }
  });

  it('may be corrected afterwards', async () => {
    const zoom = await connectWith({ transcript: { damage: 'garbage' } });
    const { transcript } = await readLinks(zoom);

    await zoom.control('change-transcript', { uuid, damage: 'none', cues });
    const { location } = await ask(transcript, await accessToken(zoom));

    expect((await ask(location, null)).text).toBe(vtt);
  });
});

describe('captions', () => {
  it('are a text without names', async () => {
    const zoom = await connectWith({ recording: { recording_files: [{ file_type: 'CC' }] } });
    const { body } = await zoom.get<{ recording_files: { download_url: string }[] }>(`/meetings/${uuid}/recordings`);

    const { location } = await ask(body.recording_files[0]?.download_url ?? '', await accessToken(zoom));

    expect((await ask(location, null)).text).toMatch(/^WEBVTT\r\n\r\n1\r\n[\d:.]+ --> [\d:.]+\r\nGood morning/);
  });
});
