import { describe, expect, it } from 'vitest';
import type { HttpAnswer, Send } from '../../../src/app/app.functions/http/http.ts';
import { IntegrationError } from '../../../src/app/app.functions/http/integration-error.ts';
import {
  createZoomTokenCache,
  createZoomTokens,
  type ZoomTokenCache,
} from '../../../src/app/app.functions/zoom/zoom-token.ts';
import { createVirtualTime } from '../../support/virtual-time.ts';
import { aFailure, failureOf } from '../http/http-kit.ts';
import { aConnection, answering, scriptedSend } from './zoom-kit.ts';

const tokenUrl = 'https://zoom.us/oauth/token';
const aToken = (accessToken: string, more: object = {}): HttpAnswer =>
  answering({ access_token: accessToken, token_type: 'bearer', expires_in: 3_600, ...more });

function tokensFrom(send: Send, options: { cache?: ZoomTokenCache; connection?: typeof aConnection } = {}) {
  const time = createVirtualTime();
  const { cache = createZoomTokenCache(), connection = aConnection } = options;
  return { time, tokens: createZoomTokens({ send, time, connection, tokenUrl, cache }) };
}

describe('the token of a connection', () => {
  it('is asked for with Basic credentials and a form', async () => {
    const { send, requests } = scriptedSend(aToken('t1', { api_url: 'https://api-eu.zoom.us' }));

    await expect(tokensFrom(send).tokens.readToken()).resolves.toMatchObject({
      accessToken: 't1',
      apiUrl: 'https://api-eu.zoom.us',
    });

    expect(requests).toEqual([
      {
        system: 'zoom',
        operation: 'request a Zoom token',
        method: 'POST',
        url: tokenUrl,
        headers: {
          authorization: `Basic ${Buffer.from('client-1:secret-1').toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=account_credentials&account_id=account-1',
        isIdempotent: true,
        rateClass: 'zoom-token',
      },
    ]);
  });

  it('is used until a minute before its end', async () => {
    const { send, requests } = scriptedSend(aToken('t1'), aToken('t2'));
    const { tokens, time } = tokensFrom(send);

    await tokens.readToken();
    time.advance(3_539_999);
    expect((await tokens.readToken()).accessToken).toBe('t1');
    time.advance(1);
    expect((await tokens.readToken()).accessToken).toBe('t2');

    expect(requests).toHaveLength(2);
  });

  it('is asked for once by all who need it at the same time', async () => {
    const { send, requests } = scriptedSend(aToken('t1'));
    const { tokens } = tokensFrom(send);

    const all = await Promise.all([tokens.readToken(), tokens.readToken(), tokens.readToken()]);

    expect(all.map(({ accessToken }) => accessToken)).toEqual(['t1', 't1', 't1']);
    expect(requests).toHaveLength(1);
  });

  it('is asked for again after a failure, which everybody who waited gets', async () => {
    const refused = new IntegrationError(aFailure('unauthorised'));
    const { send } = scriptedSend(refused, aToken('t1'));
    const { tokens } = tokensFrom(send);

    const [first, second] = [tokens.readToken(), tokens.readToken()];
    expect((await failureOf(first)).kind).toBe('unauthorised');
    expect((await failureOf(second)).kind).toBe('unauthorised');

    expect((await tokens.readToken()).accessToken).toBe('t1');
  });

  it('outlives the step that asked for it', async () => {
    const cache = createZoomTokenCache();
    const { send } = scriptedSend(aToken('t1'));
    await tokensFrom(send, { cache }).tokens.readToken();

    const nextStep = tokensFrom(scriptedSend().send, { cache });

    expect((await nextStep.tokens.readToken()).accessToken).toBe('t1');
  });

  it.each([
    ['secret', { clientSecret: 'changed' }],
    ['account', { accountId: 'account-2' }],
  ])('is not shared with a connection that has another %s', async (_what, change) => {
    const cache = createZoomTokenCache();
    await tokensFrom(scriptedSend(aToken('t1')).send, { cache }).tokens.readToken();

    const other = tokensFrom(scriptedSend(aToken('t2')).send, { cache, connection: { ...aConnection, ...change } });

    expect((await other.tokens.readToken()).accessToken).toBe('t2');
    expect(JSON.stringify([...cache.tokens.keys()])).not.toContain('secret-1');
  });

  it('is replaced once, however many found it refused', async () => {
    const { send, requests } = scriptedSend(aToken('t1'), aToken('t2'));
    const { tokens } = tokensFrom(send);
    const refused = await tokens.readToken();

    const together = await Promise.all([tokens.replaceToken(refused), tokens.replaceToken(refused)]);
    const late = await tokens.replaceToken(refused);

    expect([...together, late].map(({ accessToken }) => accessToken)).toEqual(['t2', 't2', 't2']);
    expect(requests).toHaveLength(2);
  });

  it.each([
    [{ token_type: 'bearer', expires_in: 3_600 }, 'access_token: expected string'],
    [{ access_token: '', expires_in: 3_600 }, 'access_token is refused (too_small)'],
    [{ access_token: 'hush', expires_in: 'soon' }, 'expires_in: expected number'],
  ])('is not taken from an answer like %j', async (body, problem) => {
    const { tokens } = tokensFrom(scriptedSend(answering(body)).send);

    const failure = await failureOf(tokens.readToken());

    expect(failure).toMatchObject({ kind: 'unexpected-shape', reason: { problem } });
  });
});
