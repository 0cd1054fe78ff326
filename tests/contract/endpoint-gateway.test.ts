import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  startEndpointGateway,
  type EndpointCallReport,
  type EndpointGatewayOptions,
} from '../../scripts/function-runner/endpoint-gateway.ts';
import { createFunctionRunner, type FunctionRunnerOptions } from '../../scripts/function-runner/function-runner.ts';
import { readFunctionDefinitions } from '../../scripts/project/function-definitions.ts';

let folder: string;
let closers: (() => Promise<void>)[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'endpoint-gateway-'));
  mkdirSync(join(folder, 'dist'));
  closers = [];
});

afterEach(async () => {
  for (const close of closers.toReversed()) await close();
  rmSync(folder, { recursive: true });
});

interface Endpoint {
  readonly path: string;
  readonly methods: readonly string[];
}

/** Writes a bundle and its metadata; `body` is the body of `main(context)`. */
function writeFunction(uid: string, body: string, endpoint?: Endpoint, secretKeys: readonly string[] = []): void {
  writeFileSync(join(folder, 'dist', `${uid}.js`), `exports.main = async (context) => {\n${body}\n};\n`);
  const config = { entrypoint: `/app/functions/dist/${uid}.js`, secretKeys, ...(endpoint && { endpoint }) };
  writeFileSync(join(folder, `${uid}-hsmeta.json`), JSON.stringify({ uid, type: 'app-function', config }));
}

const post = (path: string): Endpoint => ({ path, methods: ['POST'] });
const returnContext = 'return { statusCode: 200, body: JSON.stringify(context) };';

interface Started {
  call(path: string, init?: RequestInit): Promise<Response>;
  readonly reports: readonly EndpointCallReport[];
  readonly runner: ReturnType<typeof createFunctionRunner>;
}

async function start(
  options: Partial<EndpointGatewayOptions> = {},
  runnerOptions: Partial<FunctionRunnerOptions> = {},
): Promise<Started> {
  const runner = createFunctionRunner({ distDir: join(folder, 'dist'), functionsDir: folder, ...runnerOptions });
  const reports: EndpointCallReport[] = [];
  const gateway = await startEndpointGateway({
    functionsDir: folder,
    callEndpoint: runner.callEndpoint,
    accountId: 123,
    onCall: (report) => reports.push(report),
    ...options,
  });
  closers.push(runner.close, gateway.close);
  return {
    runner,
    reports,
    call: (path, init = {}) =>
      fetch(`${gateway.baseUrl}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
        ...init,
      }),
  };
}

describe('what an endpoint function gets', () => {
  it('is its name, the account, the method, lists of parameters, headers and the parsed body', async () => {
    writeFunction('echo', returnContext, post('/echo'));
    const { call } = await start({}, { accessToken: 'pat-1' });

    const response = await call('echo?t=one&q=a%20b&t=two', { body: '{"text":"\\uD83D\\uDE92","none":null}' });

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      HS_FUNCTION_NAME: 'echo',
      accountId: 123,
      method: 'POST',
      params: { t: ['one', 'two'], q: ['a b'] },
      headers: expect.objectContaining({ 'content-type': 'application/json' }),
      body: { text: '🚒', none: null },
    });
  });

  it.each([
    [true, undefined],
    [false, 'v0=1'],
  ])(
    'are the headers that HubSpot knows, and others only if they are not dropped (%s)',
    async (stripsHeaders, kept) => {
      writeFunction('echo', 'return { statusCode: 200, body: JSON.stringify(context.headers) };', post('echo'));
      const { call } = await start({ stripsHeaders });

      const response = await call('echo', {
        headers: { 'Content-Type': 'application/json', 'X-Zm-Signature': 'v0=1' },
      });

      const headers = (await response.json()) as Record<string, string>;
      expect(headers).toMatchObject({ 'content-type': 'application/json' });
      expect(headers['x-zm-signature']).toBe(kept);
    },
  );

  it('is the text of the body where the gateway passes bytes on', async () => {
    writeFunction('echo', 'return { statusCode: 200, body: context.body };', post('echo'));
    const { call } = await start({ passesBytes: true });

    expect(await (await call('echo', { body: ' {"a": 1.0}' })).text()).toBe(' {"a": 1.0}');
  });

  it('are the secrets that it lists, in its environment, and never the token of private functions', async () => {
    const readSecrets = `return { statusCode: 200, body: JSON.stringify({ context: context.secrets ?? null,
      token: process.env.PRIVATE_APP_ACCESS_TOKEN ?? null, listed: process.env.LISTED, other: process.env.OTHER ?? null }) };`;
    writeFunction('secrets', readSecrets, post('secrets'), ['LISTED']);
    writeFunction('private', 'return process.env.PRIVATE_APP_ACCESS_TOKEN;');
    const { call, runner } = await start({}, { accessToken: 'pat-1', secrets: { LISTED: 'listed', OTHER: 'other' } });

    const response = await call('secrets');

    expect(await response.json()).toEqual({ context: null, token: null, listed: 'listed', other: null });
    expect((await runner.call('private', {})).answer).toBe('pat-1');
  });

  it('is no body where none was sent', async () => {
    writeFunction('echo', returnContext, { path: 'echo', methods: ['GET'] });
    const { call } = await start();

    expect(await (await call('echo', { method: 'GET', body: null, headers: {} })).json()).toMatchObject({
      method: 'GET',
      params: {},
      body: null,
    });
  });
});

describe('what a caller gets', () => {
  it('are the status, the headers and the body that the function answered', async () => {
    writeFunction(
      'busy',
      `return { statusCode: 429, headers: { 'retry-after': '7' }, body: '{"a":null}' };`,
      post('a/b'),
    );
    const { call, reports } = await start();

    const response = await call('a/b');

    expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([
      429,
      '7',
      '{"a":null}',
    ]);
    expect(reports).toEqual([{ uid: 'busy', status: 429, elapsedMs: expect.any(Number), log: '' }]);
  });

  it('is a body that lost its null members when the function did not write it itself', async () => {
    writeFunction('object', 'return { statusCode: 200, body: { a: null, b: { c: null, d: 1 } } };', post('object'));
    writeFunction('empty', 'return { statusCode: 204 };', post('empty'));
    const { call } = await start();

    expect(await (await call('object')).text()).toBe('{"b":{"d":1}}');
    expect((await call('empty')).status).toBe(204);
  });

  it.each([
    ['another method', 405, 'known', { method: 'GET', body: null, headers: {} }],
    ['an unknown path', 404, 'unknown', {}],
    ['a longer path', 404, 'known/more', {}],
    ['no JSON by its type', 415, 'known', { headers: { 'content-type': 'text/plain' } }],
    ['no type', 415, 'known', { headers: {}, body: new Blob(['{}']) }],
    ['no JSON', 400, 'known', { body: '{' }],
    ['too much', 413, 'known', { body: JSON.stringify('x'.repeat(6 * 1024 * 1024)) }],
  ])('is a refusal that no function sees: %s is %i', async (_what, status, path, init) => {
    writeFunction('known', returnContext, post('known'));
    const { call, reports } = await start();

    expect((await call(path, init)).status).toBe(status);
    expect(reports).toEqual([]);
  });

  it('is 500 when the function fails, with nothing of the reason', async () => {
    writeFunction('throws', 'console.log("before"); throw new Error("secret reason");', post('throws'));
    writeFunction('nothing', '', post('nothing'));
    writeFunction('odd', 'return { statusCode: 99 };', post('odd'));
    writeFunction('exits', 'process.exit(1);', post('exits'));
    const { call, reports } = await start();

    for (const path of ['throws', 'nothing', 'odd', 'exits']) {
      const response = await call(path);
      expect([response.status, await response.text()]).toEqual([500, '']);
    }
    expect(reports[0]).toMatchObject({ uid: 'throws', status: 500, log: 'before\n' });
  });

  it('is 504 when the function takes too long', async () => {
    writeFunction('endless', 'await new Promise(() => {});', post('endless'));
    const { call } = await start({}, { limits: { timeLimitMs: 300 } });

    expect((await call('endless')).status).toBe(504);
  });
});

describe('the metadata of an endpoint', () => {
  it('tells its path without a slash in front, and its methods', () => {
    writeFunction('one', '', { path: '/api/one', methods: ['GET', 'POST'] });
    writeFunction('two', '');

    expect(readFunctionDefinitions(folder).map(({ uid, endpoint }) => [uid, endpoint])).toEqual([
      ['one', { path: 'api/one', methods: ['GET', 'POST'] }],
      ['two', null],
    ]);
  });

  it.each([
    [{ path: 'one', method: 'GET' }],
    [{ path: 'one', methods: [] }],
    [{ path: 'one', methods: ['get'] }],
    [{ path: '', methods: ['GET'] }],
    [{ path: 'a/../b', methods: ['GET'] }],
  ])('is refused when it is %j', (endpoint) => {
    writeFunction('one', '', endpoint as unknown as Endpoint);

    expect(() => readFunctionDefinitions(folder)).toThrow('one-hsmeta.json is not the metadata of a function');
  });

  it('is refused when two functions have the same path', () => {
    writeFunction('one', '', post('/same'));
    writeFunction('two', '', post('same'));

    expect(() => readFunctionDefinitions(folder)).toThrow(
      'one-hsmeta.json and two-hsmeta.json have the same endpoint.',
    );
  });
});
