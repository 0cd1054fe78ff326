import { beforeEach, describe, expect, it, vi } from 'vitest';
import { takeRefusalCounts } from '../../../src/app/app.functions/access/refusal-count.ts';
import { IntegrationError, toFailure, type Failure } from '../../../src/app/app.functions/http/integration-error.ts';
import { hubspotDoor } from '../../../src/app/app.functions/runtime/doors.ts';
import { handleRequest, type RequestCall } from '../../../src/app/app.functions/runtime/handle-request.ts';

const token = 'a-token-of-thirty-two-characters';
const context = { method: 'POST', params: { t: [token] }, body: { a: 1 } };

beforeEach(() => {
  takeRefusalCounts();
  vi.stubEnv('ENDPOINT_ACCESS', JSON.stringify({ tokens: [token] }));
  vi.stubEnv('HS_ACCESS_TOKEN', 'pat-of-endpoints');
});

function takeLog(): readonly unknown[] {
  const lines = vi
    .mocked(console.log)
    .mock.calls.map(([text]: readonly unknown[]) => JSON.parse(String(text)) as unknown);
  vi.mocked(console.log).mockClear();
  return lines;
}

const toReply = ({ kind, reason }: Failure) => ({ status: kind === 'bug' ? 500 : 503, json: { cause: reason.cause } });
const makeMain = (
  run: (call: RequestCall) => Promise<{ status: number; json: object; headers?: Record<string, string> }>,
) => handleRequest('test', hubspotDoor('test'), run, toReply);

describe('an endpoint function', () => {
  it('answers what the code behind its door answers, null members included', async () => {
    const main = makeMain(async ({ request, environment }) => ({
      status: 429,
      headers: { 'retry-after': '5' },
      json: { body: request.body, none: null, token: environment.hubspotToken.length },
    }));

    expect(await main(context)).toEqual({
      statusCode: 429,
      headers: { 'content-type': 'application/json; charset=utf-8', 'retry-after': '5' },
      body: '{"body":{"a":1},"none":null,"token":16}',
    });
    expect(takeLog()).toMatchObject([{ msg: 'call.started' }, { msg: 'call.finished', status: 429 }]);
  });

  it('tells whom it refuses nothing, counts them, and runs nothing', async () => {
    const run = vi.fn(async () => ({ status: 200, json: {} }));
    const main = makeMain(run);

    const answers = await Promise.all([
      main({ ...context, params: {} }),
      main({ ...context, params: { t: 'guess' } }),
      main({ ...context, method: 'GET' }),
      main({ ...context, body: '{' }),
    ]);

    expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual([
      [401, '{}'],
      [401, '{}'],
      [405, '{}'],
      [400, '{}'],
    ]);
    expect(run).not.toHaveBeenCalled();
    expect(takeRefusalCounts()).toEqual({ 'no-proof': 1, 'wrong-token': 1, 'wrong-method': 1, 'body-malformed': 1 });
    expect(takeLog()).toHaveLength(4);
  });

  it('does not tell a stranger that it has not been set up', async () => {
    vi.stubEnv('HS_ACCESS_TOKEN', undefined);
    const main = makeMain(async () => ({ status: 200, json: {} }));

    expect(await main({ ...context, params: {} })).toMatchObject({ statusCode: 401, body: '{}' });
    expect(await main(context)).toMatchObject({ statusCode: 503, body: '{"cause":"hubspot-token-missing"}' });
    takeLog();
  });

  it('turns what is thrown into an answer, and never repeats its text', async () => {
    const failure = toFailure({ system: 'zoom', operation: 'list' }, 'unavailable', { cause: 'internal' });
    const failing = makeMain(() => Promise.reject(new IntegrationError(failure)));
    const broken = makeMain(() => Promise.reject(new TypeError(`cannot read ${token}`)));

    expect(await failing(context)).toMatchObject({ statusCode: 503 });
    expect(await broken(context)).toMatchObject({ statusCode: 500, body: '{"cause":"internal"}' });
    const log = takeLog();
    expect(JSON.stringify(log)).not.toContain(token);
    const failures = log.filter((line) => JSON.stringify(line).includes('call.failed'));
    expect(failures).toEqual([
      expect.objectContaining({ kind: 'unavailable', system: 'zoom', operation: 'list', cause: 'internal' }),
      // Nothing else tells where a bug is.
      expect.objectContaining({ kind: 'bug', stack: expect.stringMatching(/^TypeError\n +at /) as unknown }),
    ]);
    expect(failures[0]).not.toHaveProperty('stack');
  });
});
