import { describe, expect, it } from 'vitest';
import { parseEndpointAccess } from '../../../src/app/app.functions/access/endpoint-access.ts';

const token = 'a'.repeat(32);
const other = 'b'.repeat(32);
const nobody = { endpointTokens: [], hubspotClientSecret: null, endpointBaseUrl: null };

describe('the secret that opens the endpoint functions', () => {
  it('has at least a token', () => {
    expect(parseEndpointAccess(JSON.stringify({ tokens: [token] }))).toEqual({ ...nobody, endpointTokens: [token] });
  });

  it('has two tokens while one takes the place of the other, and what the signature needs', () => {
    const secret = { tokens: [token, other], clientSecret: 'hush', baseUrl: 'https://123.hs-sites.com/hs/serverless/' };

    expect(parseEndpointAccess(JSON.stringify(secret))).toEqual({
      endpointTokens: [token, other],
      hubspotClientSecret: 'hush',
      endpointBaseUrl: 'https://123.hs-sites.com/hs/serverless',
    });
  });

  it('may lead to this machine without encryption, for the stand-ins', () => {
    const baseUrl = 'http://127.0.0.1:4010/hs/serverless';

    expect(parseEndpointAccess(JSON.stringify({ tokens: [token], baseUrl })).endpointBaseUrl).toBe(baseUrl);
  });

  it.each([
    undefined,
    '',
    'no JSON',
    '[]',
    'null',
    JSON.stringify({ tokens: [] }),
    JSON.stringify({ tokens: token }),
    JSON.stringify({ tokens: [''] }),
    JSON.stringify({ tokens: ['a'.repeat(31)] }),
    JSON.stringify({ tokens: [token, other, token] }),
    JSON.stringify({ tokens: [token], clientSecret: '' }),
    JSON.stringify({ tokens: [token], baseUrl: '123.hs-sites.com' }),
    JSON.stringify({ tokens: [token], baseUrl: 'https://123.hs-sites.com/?a=b' }),
    JSON.stringify({ tokens: [token], baseUrl: 'http://123.hs-sites.com/hs/serverless' }),
    JSON.stringify({ tokens: [token], baseUrl: 'http://localhost.example.com/hs/serverless' }),
    JSON.stringify({ tokens: [token], baseUrl: 'http://localhost:80@example.com/hs/serverless' }),
  ])('lets nobody in when it is %j', (secret) => {
    expect(parseEndpointAccess(secret)).toEqual(nobody);
  });
});
