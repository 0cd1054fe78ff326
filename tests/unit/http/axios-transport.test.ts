import dns from 'node:dns';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createAxiosTransport } from '../../../src/app/app.functions/http/axios-transport.ts';
import type { HttpRequest } from '../../../src/app/app.functions/http/http.ts';
import type { Transport } from '../../../src/app/app.functions/http/transport.ts';
import { aRequest, errorOf, failureOf } from './http-kit.ts';

const portOf = (server: Server | TcpServer): number => (server.address() as AddressInfo).port;

async function listen(server: Server | TcpServer): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${portOf(server)}`;
}

const serving = async (listener: RequestListener): Promise<string> => `http://${await listen(createServer(listener))}`;

async function aFreePort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('the transport', () => {
  let transport: Transport;
  let close: () => void;

  beforeEach(() => {
    ({ transport, close } = createAxiosTransport({ answerBytesMax: 1_000 }));
  });
  afterEach(() => {
    close();
  });

  const sendTo = (url: string, changes: Partial<HttpRequest> = {}, timeoutMs = 2_000) =>
    transport(aRequest({ url, ...changes }), timeoutMs);

  it('brings status, headers in lower case and the body as it is, whatever the status', async () => {
    const url = await serving((_request, response) => {
      response.writeHead(418, { 'X-Odd': 'yes', 'set-cookie': ['a=1', 'b=2'] }).end('{"ok": "é🍅"}');
    });

    const answer = await sendTo(url);

    expect(answer.status).toBe(418);
    expect(answer.headers).toMatchObject({ 'x-odd': 'yes', 'set-cookie': 'a=1, b=2' });
    expect(answer.body).toBe('{"ok": "é🍅"}');
  });

  it('uses a connection again, but not one that lay idle: the server may be closing it', async () => {
    const server = createServer((_request, response) => response.end('{}'));
    const url = `http://${await listen(server)}`;
    let connectionCount = 0;
    server.on('connection', () => (connectionCount += 1));
    const { transport: impatient, close: closeImpatient } = createAxiosTransport({ idleMsMax: 20 });
    onTestFinished(closeImpatient);

    await impatient(aRequest({ url }), 2_000);
    await impatient(aRequest({ url }), 2_000);
    const reusedCount = connectionCount;
    await vi.waitUntil(
      () => new Promise<boolean>((resolve) => server.getConnections((_, open) => resolve(open === 0))),
    );
    await impatient(aRequest({ url }), 2_000);

    expect(reusedCount).toBe(1);
    expect(connectionCount).toBe(2);
  });

  it('sends method, headers and body untouched', async () => {
    let seen: unknown;
    const url = await serving((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { accept, authorization, 'content-type': contentType, 'user-agent': userAgent } = request.headers;
        const body = Buffer.concat(chunks).toString('utf8');
        seen = { method: request.method, url: request.url, accept, authorization, contentType, userAgent, body };
        response.end('{}');
      });
    });

    await sendTo(`${url}/a%252Fb?x=%2B`, {
      method: 'POST',
      headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
      body: '{"name":"Zoë","n": 1}',
    });

    expect(seen).toEqual({
      method: 'POST',
      url: '/a%252Fb?x=%2B',
      accept: 'application/json',
      authorization: 'Bearer t',
      contentType: 'application/json',
      userAgent: 'zoom-webinars-for-hubspot',
      body: '{"name":"Zoë","n": 1}',
    });
  });

  it('unpacks compressed answers', async () => {
    const url = await serving((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"packed":true}'));
    });

    await expect(sendTo(url)).resolves.toMatchObject({ body: '{"packed":true}' });
  });

  it('does not follow redirects', async () => {
    const url = await serving((_request, response) => {
      response.writeHead(302, { location: 'http://127.0.0.1:9/elsewhere' }).end();
    });

    await expect(sendTo(url)).resolves.toMatchObject({ status: 302 });
  });

  it('takes no proxy from the environment', async () => {
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:9');
    vi.stubEnv('http_proxy', 'http://127.0.0.1:9');
    const url = await serving((_request, response) => response.end('{}'));

    await expect(sendTo(url)).resolves.toMatchObject({ status: 200 });
  });

  it('uses one connection for calls that follow each other', async () => {
    const ports = new Set<number | undefined>();
    const url = await serving((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('{}');
    });

    await sendTo(url);
    await sendTo(url);

    expect(ports.size).toBe(1);
  });

  it('knows that nothing was sent when the connection is refused', async () => {
    expect(await failureOf(sendTo(`http://127.0.0.1:${await aFreePort()}`))).toMatchObject({
      kind: 'unavailable',
      httpStatus: null,
      reason: { cause: 'vendor-unavailable' },
    });
  });

  it('knows that nothing was sent when no address of a name answers', async () => {
    expect((await failureOf(sendTo(`http://localhost:${await aFreePort()}`))).kind).toBe('unavailable');
  });

  it('knows that nothing was sent when the name does not exist', async () => {
    const lookup = vi.spyOn(dns, 'lookup').mockImplementation((...parameters: readonly unknown[]) => {
      const answer = parameters.at(-1) as (error: Error) => void;
      answer(Object.assign(new Error('no such host'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }));
    });
    onTestFinished(() => lookup.mockRestore());

    expect((await failureOf(sendTo('http://no-such-host.invalid/'))).kind).toBe('unavailable');
    expect(lookup).toHaveBeenCalledOnce();
  });

  it('knows that nothing was sent when the other side does not speak TLS', async () => {
    const address = await listen(createServer((_request, response) => response.end('{}')));

    expect((await failureOf(sendTo(`https://${address}/`))).kind).toBe('unavailable');
  });

  it('knows that nothing was sent when the connection ends during the handshake', async () => {
    const address = await listen(createTcpServer((socket) => socket.once('data', () => socket.end())));

    expect((await failureOf(sendTo(`https://${address}/`))).kind).toBe('unavailable');
  });

  it('calls the answer lost when the connection is cut after the request', async () => {
    const url = await serving((request) => request.socket.destroy());

    expect((await failureOf(sendTo(url))).kind).toBe('answer-lost');
  });

  it('calls the answer lost when the body breaks off', async () => {
    const url = await serving((request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"half":', () => request.socket.destroy());
    });

    expect((await failureOf(sendTo(url))).kind).toBe('answer-lost');
  });

  it('calls the answer lost when a chunked body never ends', async () => {
    const url = await serving((request, response) => {
      response.writeHead(200);
      response.write('{"half":', () => request.socket.destroy());
    });

    expect((await failureOf(sendTo(url))).kind).toBe('answer-lost');
  });

  it('runs out of time when no answer comes', async () => {
    const url = await serving(() => {});

    expect(await failureOf(sendTo(url, {}, 20))).toMatchObject({ kind: 'timeout', httpStatus: null });
  });

  it('runs out of time when the answer drips', async () => {
    const url = await serving((_request, response) => {
      response.writeHead(200);
      const dripping = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(dripping));
    });

    expect((await failureOf(sendTo(url, {}, 50))).kind).toBe('timeout');
  });

  it('refuses an answer that is larger than the request allows', async () => {
    const url = await serving((_request, response) => response.end('x'.repeat(200)));

    await expect(sendTo(url, { answerBytesMax: 200 })).resolves.toMatchObject({ status: 200 });
    expect(await failureOf(sendTo(url, { answerBytesMax: 199 }))).toMatchObject({
      kind: 'unexpected-shape',
      httpStatus: null,
      reason: { cause: 'answer-malformed', problem: 'the answer is too large' },
    });
  });

  it('refuses a packed answer that is too large unpacked', async () => {
    const url = await serving((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(500)));
    });

    expect((await failureOf(sendTo(url, { answerBytesMax: 400 }))).kind).toBe('unexpected-shape');
  });

  it('lets the request say what it accepts', async () => {
    const url = await serving((request, response) => response.end(request.headers.accept));

    await expect(sendTo(url, { headers: { accept: 'text/vtt' } })).resolves.toMatchObject({ body: 'text/vtt' });
  });

  it('refuses an answer that is too large', async () => {
    const url = await serving((_request, response) => response.end('x'.repeat(2_000)));

    expect(await failureOf(sendTo(url))).toMatchObject({
      kind: 'unexpected-shape',
      reason: { cause: 'answer-malformed', problem: 'the answer is too large' },
    });
  });

  it.each([
    ['an address that is none', { url: 'http://' }],
    ['a protocol that is not HTTP', { url: 'ftp://127.0.0.1/' }],
    ['a header name with a blank', { url: 'http://127.0.0.1:9/', headers: { 'not a token': 'x' } }],
  ])('calls %s a bug', async (_what, changes) => {
    expect((await failureOf(transport(aRequest(changes), 1_000))).kind).toBe('bug');
  });

  it('does not carry the request and its credentials in its error', async () => {
    const url = await serving((request) => request.socket.destroy());

    const error = await errorOf(sendTo(url, { headers: { authorization: 'Bearer abcdefghijkl' } }));

    expect(JSON.stringify([error, error.cause, { ...(error.cause as object) }])).not.toContain('abcdefghijkl');
    expect(error.cause).not.toHaveProperty('config');
  });
});
