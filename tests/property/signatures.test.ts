import { createHash, createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { possibleUrls } from '../../src/app/app.functions/access/endpoint-url.ts';
import { checkHubSpotSignature } from '../../src/app/app.functions/access/hubspot-signature.ts';
import { checkZoomSignature } from '../../src/app/app.functions/access/zoom-signature.ts';
import { settings } from '../support/arbitraries.ts';

const nowMs = 1_795_000_000_000;
const seconds = String(nowMs / 1000);
const base = 'https://123.hs-sites.com/hs/serverless';

const secret = fc.string({ minLength: 1, maxLength: 60 });
/** Whatever JSON can hold, halves of surrogate pairs excepted: they cannot be sent as UTF-8. */
const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const body = fc.dictionary(
  text.filter((name) => name !== '__proto__'),
  fc.jsonValue({ maxDepth: 3 }),
);
const query = fc.array(fc.tuple(text, text), { maxLength: 4 });

/** As Zoom writes: emoji escaped in upper case, everything else as it is. */
const writeAsZoom = (value: object): string =>
  Array.from(JSON.stringify(value), (character) =>
    character.length === 2
      ? Array.from({ length: 2 }, (_, half) => `\\u${character.charCodeAt(half).toString(16).toUpperCase()}`).join('')
      : character,
  ).join('');

const signAsZoom = (rawBody: string, key: string) => ({
  'x-zm-signature': `v0=${createHmac('sha256', key).update(`v0:${seconds}:${rawBody}`).digest('hex')}`,
  'x-zm-request-timestamp': seconds,
});

/** Changes one character of a text. */
const change = (given: string, place: number): string => {
  const index = place % given.length;
  return `${given.slice(0, index)}${given[index] === '~' ? '!' : '~'}${given.slice(index + 1)}`;
};

describe("Zoom's signature", () => {
  it('is recognised on every event, as bytes and as what they mean', () => {
    fc.assert(
      fc.property(body, secret, (event, key) => {
        const rawBody = writeAsZoom(event);
        const request = { headers: signAsZoom(rawBody, key), rawBody, body: event };

        expect(checkZoomSignature(request, key, nowMs)).toBe('valid');
        const parsed = JSON.parse(rawBody) as Record<string, unknown>;
        expect(checkZoomSignature({ ...request, rawBody: null, body: parsed }, key, nowMs)).toBe('valid');
      }),
      settings,
    );
  });

  it('is wrong once anything that it covers has changed', () => {
    const part = fc.constantFrom('rawBody', 'x-zm-signature', 'x-zm-request-timestamp', 'secret');
    fc.assert(
      fc.property(body, secret, part, fc.nat(), (event, key, changed, place) => {
        const rawBody = writeAsZoom(event);
        const signed = signAsZoom(rawBody, key);
        const all: Record<string, string> = { ...signed, rawBody, secret: key };
        const {
          rawBody: sentBody = '',
          secret: ours = '',
          ...headers
        } = {
          ...all,
          [changed]: change(all[changed] ?? '', place),
        };

        const state = checkZoomSignature({ headers, rawBody: sentBody, body: event }, ours, nowMs);
        expect(state).toBe('wrong');
      }),
      settings,
    );
  });
});

describe("HubSpot's signature", () => {
  const encodings: readonly ((pairs: readonly (readonly [string, string])[]) => string)[] = [
    (pairs) => pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&'),
    (pairs) => new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString(),
  ];
  const encoding = fc.constantFrom(...encodings);
  const version = fc.constantFrom('v2', 'v3');

  function sign(signedVersion: string, key: string, url: string, rawBody: string): Record<string, string> {
    return signedVersion === 'v2'
      ? { 'x-hubspot-signature': createHash('sha256').update(`${key}POST${url}${rawBody}`).digest('hex') }
      : {
          'x-hubspot-signature-v3': createHmac('sha256', key).update(`POST${url}${rawBody}${nowMs}`).digest('base64'),
          'x-hubspot-request-timestamp': String(nowMs),
        };
  }

  it('is recognised for every query, in both ways to encode it', () => {
    fc.assert(
      fc.property(body, secret, query, encoding, version, (sent, key, pairs, encode, signedVersion) => {
        const rawBody = JSON.stringify(sent);
        const url = `${base}/x${pairs.length === 0 ? '' : `?${encode(pairs)}`}`;
        const headers = sign(signedVersion, key, url, rawBody);
        const request = { method: 'POST', headers, body: sent, urls: possibleUrls(base, 'x', pairs) } as const;

        expect(checkHubSpotSignature({ ...request, rawBody }, key, nowMs)).toBe('valid');
        expect(checkHubSpotSignature({ ...request, rawBody: null }, key, nowMs)).toBe('valid');
      }),
      settings,
    );
  });

  it('is wrong once anything that it covers has changed', () => {
    const part = fc.constantFrom('body', 'signature', 'secret', 'path', 'query');
    fc.assert(
      fc.property(body, secret, version, part, fc.nat(), (sent, key, signedVersion, changed, place) => {
        const rawBody = JSON.stringify(sent);
        const signed = sign(signedVersion, key, `${base}/x?t=token`, rawBody);
        const name = signedVersion === 'v2' ? 'x-hubspot-signature' : 'x-hubspot-signature-v3';
        const changedIf = (what: string, given: string): string => (changed === what ? change(given, place) : given);
        const headers = { ...signed, [name]: changedIf('signature', signed[name] ?? '') };
        const urls = possibleUrls(base, changedIf('path', 'x'), [['t', changedIf('query', 'token')]]);

        const request = { method: 'POST', headers, rawBody: changedIf('body', rawBody), body: sent, urls } as const;
        expect(checkHubSpotSignature(request, changedIf('secret', key), nowMs)).toBe('wrong');
      }),
      settings,
    );
  });
});
