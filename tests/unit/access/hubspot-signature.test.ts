import { Signature } from '@hubspot/api-client';
import { describe, expect, it } from 'vitest';
import { checkHubSpotSignature, decodeForSignature } from '../../../src/app/app.functions/access/hubspot-signature.ts';

const clientSecret = 'the-secret-of-the-app';
const url = 'https://123.hs-sites.com/hs/serverless/add-registrant?t=token';
const rawBody = '{"callbackId":"ap-1","object":{"objectId":904,"properties":{"firstname":"Zoë 🚒"}}}';
const nowMs = 1_795_000_000_000;

interface Signed {
  readonly version: 'v2' | 'v3';
  readonly url?: string;
  readonly timestamp?: number;
}

/** As HubSpot's own SDK signs. */
function headersOf({ version, url: signedUrl = url, timestamp = nowMs }: Signed): Record<string, string> {
  const signature = Signature.getSignature('POST', version, {
    signature: '',
    clientSecret,
    requestBody: rawBody,
    url: signedUrl,
    timestamp,
  });
  return version === 'v3'
    ? { 'x-hubspot-signature-v3': signature, 'x-hubspot-request-timestamp': String(timestamp) }
    : { 'x-hubspot-signature': signature, 'x-hubspot-signature-version': 'v2' };
}

const aRequest = (headers: Readonly<Record<string, string>>, urls: readonly string[] = [url]) => ({
  method: 'POST' as const,
  headers,
  rawBody,
  body: JSON.parse(rawBody) as Record<string, unknown>,
  urls,
});

describe("HubSpot's signature", () => {
  it.each(['v2', 'v3'] as const)("of version %s is recognised as HubSpot's own SDK makes it", (version) => {
    const request = aRequest(headersOf({ version }));

    expect(checkHubSpotSignature(request, clientSecret, nowMs)).toBe('valid');
    expect(checkHubSpotSignature({ ...request, rawBody: null }, clientSecret, nowMs)).toBe('valid');
    expect(checkHubSpotSignature({ ...request, rawBody: `${rawBody} ` }, clientSecret, nowMs)).toBe('wrong');
    expect(checkHubSpotSignature(request, 'another-secret', nowMs)).toBe('wrong');
    expect(checkHubSpotSignature({ ...request, urls: [`${url}x`] }, clientSecret, nowMs)).toBe('wrong');
    expect(checkHubSpotSignature({ ...request, urls: [] }, clientSecret, nowMs)).toBe('wrong');
  });

  it('of version 3 is valid for five minutes, whichever of the clocks is ahead', () => {
    const request = aRequest(headersOf({ version: 'v3' }));
    const states = [-300_001, -300_000, 300_000, 300_001].map((ms) =>
      checkHubSpotSignature(request, clientSecret, nowMs + ms),
    );

    expect(states).toEqual(['stale', 'valid', 'valid', 'stale']);
  });

  it('of version 3 decides where both versions are there', () => {
    const third = headersOf({ version: 'v3' });
    const second = headersOf({ version: 'v2' });

    const wrongSecond = aRequest({ ...third, 'x-hubspot-signature': 'f'.repeat(64) });
    expect(checkHubSpotSignature(wrongSecond, clientSecret, nowMs)).toBe('valid');
    const wrongThird = aRequest({ ...third, ...second, 'x-hubspot-signature-v3': 'wrong' });
    expect(checkHubSpotSignature(wrongThird, clientSecret, nowMs)).toBe('wrong');
  });

  it('of version 3 signs the URL decoded; one that signs it encoded is accepted as well', () => {
    const called = 'https://123.hs-sites.com/hs/serverless/x?userEmail=ada%40example.com&q=a%20b';
    const decoded = 'https://123.hs-sites.com/hs/serverless/x?userEmail=ada@example.com&q=a%20b';

    for (const signedUrl of [called, decoded]) {
      const request = aRequest(headersOf({ version: 'v3', url: signedUrl }), [called]);
      expect(checkHubSpotSignature(request, clientSecret, nowMs)).toBe('valid');
    }
  });

  it('of version 1 proves nothing: the URL is not part of it', () => {
    const signature = Signature.getSignature('POST', 'v1', { signature: '', clientSecret, requestBody: rawBody });
    const headers = { 'x-hubspot-signature': signature, 'x-hubspot-signature-version': 'v1' };

    expect(checkHubSpotSignature(aRequest(headers), clientSecret, nowMs)).toBe('wrong');
  });

  it.each([{}, { 'x-hubspot-request-timestamp': String(nowMs) }])('may be absent: %j', (headers) => {
    expect(checkHubSpotSignature(aRequest(headers), clientSecret, nowMs)).toBe('absent');
  });
});

describe('what is decoded before HubSpot signs', () => {
  it('are twelve characters, in upper or lower case', () => {
    expect(decodeForSignature('%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B%3a%2f')).toBe(":/?@!$'()*,;:/");
  });

  it('is nothing else', () => {
    expect(decodeForSignature('a%20b%25%26%2B%3D%C3%AB%253A')).toBe('a%20b%25%26%2B%3D%C3%AB%253A');
  });
});
