import { describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../../../src/app/app.functions/http/http.ts';
import { IntegrationError } from '../../../src/app/app.functions/http/integration-error.ts';
import { createFileDownload } from '../../../src/app/app.functions/zoom/download-file.ts';
import { aFailure, anAnswer, failureOf } from '../http/http-kit.ts';
import { answering, baseUrl, fixedTokens, judging, scriptedSend, tokenUrl } from './zoom-kit.ts';

const zoomUrl = 'https://us02web.zoom.us/rec/download/abc';
const storageUrl = 'https://files.storage.example/zoom/abc?Signature=s';
const file = anAnswer({ body: 'WEBVTT', headers: { 'content-type': 'text/vtt' } });
const to = (location: string, status = 302): HttpAnswer => anAnswer({ status, headers: { location }, body: '' });

interface Place {
  readonly baseUrl?: string;
  readonly tokenUrl?: string;
  readonly apiUrl?: string | null;
}

function downloading(answers: readonly (HttpAnswer | Error)[], place: Place = {}) {
  const { send, requests } = scriptedSend(...answers);
  const tokens = {
    readToken: async () => ({ accessToken: 'token-1', apiUrl: place.apiUrl ?? null }),
    replaceToken: fixedTokens.replaceToken,
  };
  const download = createFileDownload({
    send: judging(send),
    tokens,
    baseUrl: place.baseUrl ?? baseUrl,
    tokenUrl: place.tokenUrl ?? tokenUrl,
  });
  return {
    download: (url: string) => download('download webinar transcript', url),
    requests,
    hops: () => requests.map(({ url, headers }) => [url, headers['authorization'] ?? null]),
  };
}

describe('a download', () => {
  it('asks for the file with the token in the header', async () => {
    const { download, requests } = downloading([file]);

    await expect(download(zoomUrl)).resolves.toEqual({ kind: 'file', contentType: 'text/vtt', text: 'WEBVTT' });
    expect(requests).toEqual([
      {
        system: 'zoom',
        operation: 'download webinar transcript',
        method: 'GET',
        url: zoomUrl,
        headers: { accept: expect.stringContaining('text/vtt') as string, authorization: 'Bearer token-1' },
        isIdempotent: true,
        rateClass: 'zoom-download',
        expects: 'file',
        answerBytesMax: 4 * 1024 * 1024,
      },
    ]);
  });

  it('takes the token over hops of Zoom, and not beyond', async () => {
    const { download, hops } = downloading([to('/rec/hop/abc'), to('https://zoom.us/x'), to(storageUrl), file]);

    await expect(download(zoomUrl)).resolves.toMatchObject({ kind: 'file' });
    expect(hops()).toEqual([
      [zoomUrl, 'Bearer token-1'],
      ['https://us02web.zoom.us/rec/hop/abc', 'Bearer token-1'],
      ['https://zoom.us/x', 'Bearer token-1'],
      [storageUrl, null],
    ]);
  });

  it('never puts the token into an address', async () => {
    const { download, requests } = downloading([to('/rec/hop/abc'), to(storageUrl), file]);

    await download(zoomUrl);

    expect(requests.map(({ url }) => url).join()).not.toContain('token-1');
  });

  it.each([
    'https://zoom.us.evil.example/rec',
    'https://evilzoom.us/rec',
    'https://zoom.us@evil.example/rec',
    'https://evil.example/zoom.us',
    'https://storage.example:8443/x',
  ])('shows no token to %s', async (url) => {
    const { download, hops } = downloading([file]);

    await download(url);

    expect(hops()).toEqual([[url, null]]);
  });

  it.each<[string, Place, string]>([
    ['the configured API', { baseUrl: 'https://api.zoomgov.com/v2' }, 'https://api.zoomgov.com/rec'],
    ['the configured token endpoint', { tokenUrl: 'https://zoomgov.com/oauth/token' }, 'https://zoomgov.com/rec'],
    ['a stand-in', { baseUrl: 'http://127.0.0.1:4010/v2' }, 'http://127.0.0.1:4010/rec'],
    ['the regional address', { apiUrl: 'https://api-eu.zoom.us' }, 'https://api-eu.zoom.us/rec'],
    [
      "a stand-in's regional address",
      { baseUrl: 'http://127.0.0.1:4010/v2', apiUrl: 'http://127.0.0.1:4011' },
      'http://127.0.0.1:4011/rec',
    ],
  ])('shows the token to %s', async (_what, place, url) => {
    const { download, hops } = downloading([file], place);

    await download(url);

    expect(hops()).toEqual([[url, 'Bearer token-1']]);
  });

  it.each<[string, Place, string]>([
    ["a stand-in's to Zoom", { baseUrl: 'http://127.0.0.1:4010/v2', tokenUrl: 'http://127.0.0.1:4010/t' }, zoomUrl],
    ["Zoom's to this machine", {}, 'http://127.0.0.1:4010/rec'],
    ["a stand-in's to another port", { baseUrl: 'http://127.0.0.1:4010/v2' }, 'http://127.0.0.1:4011/rec'],
    ["Zoom's to an address that Zoom never named", { apiUrl: 'https://evil.example' }, 'https://evil.example/rec'],
  ])('shows no token of %s', async (_what, place, url) => {
    const { download, hops } = downloading([file], place);

    await download(url);

    expect(hops()).toEqual([[url, null]]);
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('is followed: %i', async (status) => {
    const { download } = downloading([to(storageUrl, status), file]);

    await expect(download(zoomUrl)).resolves.toMatchObject({ kind: 'file' });
  });

  it('is followed five times and no more', async () => {
    const hops = (count: number) => Array.from({ length: count }, (_, index) => to(`/hop/${index + 1}`));
    const five = downloading([...hops(5), file]);
    const six = downloading(hops(6));

    await expect(five.download(zoomUrl)).resolves.toMatchObject({ kind: 'file' });
    await expect(six.download(zoomUrl)).resolves.toEqual({
      kind: 'unreadable',
      problem: 'more redirects than expected',
    });
    expect(six.requests).toHaveLength(6);
  });

  it.each(['http://storage.example/x', 'ftp://storage.example/x', 'file:///etc/passwd', 'http://', ''])(
    'is not followed to %j',
    async (location) => {
      const { download, requests } = downloading([to(location)]);

      await expect(download(zoomUrl)).resolves.toEqual({
        kind: 'unreadable',
        problem: 'a link that may not be followed',
      });
      expect(requests).toHaveLength(1);
    },
  );

  it.each(['http://127.0.0.1:4011/x', 'http://localhost:4011/x', 'http://[::1]:4011/x'])(
    'is followed to this machine: %s',
    async (location) => {
      const { download } = downloading([to(location), file]);

      await expect(download(zoomUrl)).resolves.toMatchObject({ kind: 'file' });
    },
  );

  it.each(['http://127.0.0.1.evil.example/x', 'http://localhost.evil.example/x'])(
    'is not followed to what only looks like this machine: %s',
    async (location) => {
      const { download } = downloading([to(location)]);

      expect(await download(zoomUrl)).toMatchObject({ kind: 'unreadable' });
    },
  );
});

describe('a download that does not work', () => {
  it.each(['http://us02web.zoom.us/rec/download/abc', 'no address', ''])('is not begun from %j', async (url) => {
    const { download, requests } = downloading([]);

    expect(await download(url)).toEqual({ kind: 'unreadable', problem: 'a link that may not be followed' });
    expect(requests).toEqual([]);
  });

  it.each([
    ['JSON', answering({ status: false, errorCode: 124 }, { status: 401 })],
    ['a page', anAnswer({ status: 401, body: '<html>' })],
    ['nothing', anAnswer({ status: 401, body: '' })],
  ])('gets a new token once where the old one is refused with %s', async (_what, refused) => {
    const { download, hops } = downloading([refused, file]);

    await expect(download(zoomUrl)).resolves.toMatchObject({ kind: 'file' });
    expect(hops().map(([, authorization]) => authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('fails when the new token is refused as well', async () => {
    const refused = anAnswer({ status: 401, body: '' });
    const { download } = downloading([refused, refused]);

    expect((await failureOf(download(zoomUrl))).kind).toBe('unauthorised');
  });

  it.each([
    ["Zoom's page under 404", zoomUrl, anAnswer({ status: 404, body: '<html>' }), 404],
    ["Zoom's JSON under 404", zoomUrl, answering({ code: 3301, message: 'Gone.' }, { status: 404 }), 404],
    ["Zoom's page under 403", zoomUrl, anAnswer({ status: 403, body: '<html>' }), 403],
    ['a status that is no redirect', zoomUrl, anAnswer({ status: 304, body: '' }), 304],
    ["the storage's refusal", storageUrl, anAnswer({ status: 403, body: '<Error/>' }), 403],
    ["the storage's empty refusal", storageUrl, anAnswer({ status: 403, body: '' }), 403],
    ["the storage's 401", storageUrl, anAnswer({ status: 401, body: '' }), 401],
    ["the storage's 400", storageUrl, anAnswer({ status: 400, body: '{}' }), 400],
  ])('is a fact about the file: %s', async (_what, url, answer, status) => {
    const { download, requests } = downloading([answer]);

    expect(await download(url)).toEqual({ kind: 'unreadable', problem: `HTTP ${status} instead of a file` });
    expect(requests).toHaveLength(1);
  });

  it('is a fact about the file when it is too large', async () => {
    const tooLarge = aFailure('unexpected-shape', {
      reason: { cause: 'answer-malformed', problem: 'the answer is too large' },
    });
    const { download } = downloading([new IntegrationError(tooLarge)]);

    expect(await download(storageUrl)).toEqual({ kind: 'unreadable', problem: 'the answer is too large' });
  });

  it.each([
    ['a missing scope', zoomUrl, answering({ code: 4711, message: 'scopes:[a:b].' }, { status: 400 }), 'missing-scope'],
    ['no permission', zoomUrl, answering({ code: 200, message: 'No permission.' }, { status: 403 }), 'missing-scope'],
    ['a busy storage', storageUrl, anAnswer({ status: 429, body: '' }), 'rate-limited'],
    ['a storage that does not work', storageUrl, anAnswer({ status: 503, body: '<Error/>' }), 'unavailable'],
    ['a lost answer', zoomUrl, new IntegrationError(aFailure('answer-lost')), 'answer-lost'],
    ['no time left', storageUrl, new IntegrationError(aFailure('deadline', { system: 'app' })), 'deadline'],
  ])('is a failure after %s', async (_what, url, answer, kind) => {
    const { download } = downloading([answer]);

    expect((await failureOf(download(url))).kind).toBe(kind);
  });

  it('does not hide a bug', async () => {
    const { download } = downloading([new TypeError('x is not a function')]);

    await expect(download(zoomUrl)).rejects.toThrow(TypeError);
  });
});
