import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../src/app/app.functions/http/http.ts';
import { createHubSpotApi } from '../../../src/app/app.functions/hubspot/hubspot-api.ts';
import { bug } from '../../../src/app/app.functions/hubspot/hubspot-call.ts';
import { sendSdkRequest, type SdkRequest } from '../../../src/app/app.functions/hubspot/sdk-transport.ts';
import { failureOf, token } from './fake-hubspot.ts';

const facts = { operation: 'test', isIdempotent: true, rateClass: 'hubspot.general' } as const;
const answer = { status: 200, headers: {}, body: '{}' };

const aRequest = (changes: Partial<Record<'method' | 'body', unknown>> = {}): Promise<SdkRequest> =>
  Promise.resolve({
    getUrl: () => 'http://hubspot.test/path',
    getHttpMethod: () => (typeof changes.method === 'string' ? changes.method : 'POST'),
    getHeaders: () => ({ 'Content-Type': 'application/json' }),
    getBody: () => changes.body,
  });

describe('sending what the SDK built', () => {
  it('goes through our own layer, with header names in lower case', async () => {
    const sent: HttpRequest[] = [];
    const send = async (request: HttpRequest) => {
      sent.push(request);
      return answer;
    };

    await sendSdkRequest(send, facts, aRequest({ body: '{}' }));
    await sendSdkRequest(send, facts, aRequest());

    const expected = {
      system: 'hubspot',
      ...facts,
      method: 'POST',
      url: 'http://hubspot.test/path',
      headers: { 'content-type': 'application/json' },
    };
    expect(sent).toEqual([{ ...expected, body: '{}' }, expected]);
  });

  it.each([
    ['a body that is no text', { body: new URLSearchParams('a=b') }],
    ['a method that nobody uses', { method: 'TRACE' }],
  ])('refuses %s', async (_name, changes) => {
    const sending = sendSdkRequest(() => Promise.resolve(answer), facts, aRequest(changes));

    expect(await failureOf(sending)).toMatchObject({ kind: 'bug' });
  });

  it('keeps the problem of a bug for the log only', () => {
    const error = bug('test', 'two of a kind');

    expect(JSON.stringify(error.failure)).not.toContain('two of a kind');
    expect(error.cause).toMatchObject({ message: 'two of a kind' });
  });
});

describe('the account', () => {
  const keyOf = (changes: { token?: string; baseUrl?: string }) =>
    createHubSpotApi({ send: () => Promise.resolve(answer), token, ...changes }).accountKey;

  it('has a key that tells accounts apart and gives no token away', () => {
    expect(new Set([keyOf({}), keyOf({ token: 'pat-2' }), keyOf({ baseUrl: 'http://other.test' })]).size).toBe(3);
    expect(keyOf({})).toBe(keyOf({}));
    expect(keyOf({})).not.toContain(token);
  });
});
