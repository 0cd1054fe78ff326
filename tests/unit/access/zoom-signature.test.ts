import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answerUrlValidation, checkZoomSignature } from '../../../src/app/app.functions/access/zoom-signature.ts';

/** Vectors of ZoomNet, which captured them at Zoom. https://github.com/Jericho/ZoomNet (read 2026-11-20) */
const secret = '4fv1RkqGQUq5sWbEz6hA5A';
const validation = {
  rawBody:
    '{"payload":{"plainToken":"xys8n8PGS7mAU0m5-YJjRA"},"event_ts":1720705455858,"event":"endpoint.url_validation"}',
  signedAt: '1720705455',
  signature: 'v0=93a1a675965ceb9c5a50c5dfb31f20e50f763be37a54ef74cd2d16a1a8e5c0d6',
};
const started = {
  rawBody: String.raw`{"event":"meeting.started","payload":{"account_id":"VjZoEArIT5y-HlWxkV-tVA","object":{"duration":60,"start_time":"2024-07-11T14:12:55Z","timezone":"America/New_York","topic":"Test \uD83D\uDE92\uD83D\uDE92 ? - ’ - – \uD83D\uDE97 HOLA","id":"85393847045","type":2,"uuid":"jUh5o3dKQIytvcsfTtKBlg==","host_id":"8lzIwvZTSOqjndWPbPqzuA"}},"event_ts":1720707175904}`,
  signedAt: '1720707175',
  signature: 'v0=1a14e79349318fa1bead50ebbd3c185ae078e182d3bbd30ab8010fcb7f4357c7',
};

const toRequest = ({ rawBody, signedAt, signature }: typeof started) => ({
  headers: { 'x-zm-signature': signature, 'x-zm-request-timestamp': signedAt },
  rawBody,
  body: JSON.parse(rawBody) as Record<string, unknown>,
});
const signedMs = ({ signedAt }: typeof started): number => Number(signedAt) * 1000;

describe("Zoom's signature", () => {
  it.each([
    ['the question whether a URL is ours', validation],
    ['an event with emoji and other characters beyond ASCII', started],
  ])('is recognised on %s, in bytes and where only parsed JSON arrived', (_what, vector) => {
    const request = toRequest(vector);

    expect(checkZoomSignature(request, secret, signedMs(vector))).toBe('valid');
    expect(checkZoomSignature({ ...request, rawBody: null }, secret, signedMs(vector))).toBe('valid');
  });

  it('is of the bytes: the same event with other bytes is not signed', () => {
    const request = { ...toRequest(started), rawBody: JSON.stringify(JSON.parse(started.rawBody)) };

    expect(checkZoomSignature(request, secret, signedMs(started))).toBe('wrong');
  });

  it('is valid for five minutes, whichever of the clocks is ahead', () => {
    const states = [-300_001, -300_000, 300_000, 300_001].map((ms) =>
      checkZoomSignature(toRequest(started), secret, signedMs(started) + ms),
    );

    expect(states).toEqual(['stale', 'valid', 'valid', 'stale']);
  });

  it('is wrong with another time, secret or body, and without its time', () => {
    const request = toRequest(started);
    const nowMs = signedMs(started);
    const withHeaders = (headers: Record<string, string>) => ({ ...request, headers });

    const otherTime = withHeaders({ 'x-zm-signature': started.signature, 'x-zm-request-timestamp': '1720707176' });
    expect(checkZoomSignature(otherTime, secret, nowMs)).toBe('wrong');
    expect(checkZoomSignature(withHeaders({ 'x-zm-signature': started.signature }), secret, nowMs)).toBe('wrong');
    expect(checkZoomSignature(request, `${secret}x`, nowMs)).toBe('wrong');
    expect(checkZoomSignature({ ...request, rawBody: `${started.rawBody} ` }, secret, nowMs)).toBe('wrong');
  });

  it.each(['', '1720707175.0', '1e9', '1720707175000', 'soon'])('is stale when its time is "%s"', (signedAt) => {
    const signature = `v0=${createHmac('sha256', secret).update(`v0:${signedAt}:{}`).digest('hex')}`;
    const headers = { 'x-zm-signature': signature, 'x-zm-request-timestamp': signedAt };

    expect(checkZoomSignature({ headers, rawBody: '{}', body: {} }, secret, 1_720_707_175_000)).toBe('stale');
  });

  it('may be absent', () => {
    expect(checkZoomSignature({ ...toRequest(started), headers: {} }, secret, signedMs(started))).toBe('absent');
  });
});

describe('the answer to the question whether a URL is ours', () => {
  it('is the token and its HMAC', () => {
    expect(answerUrlValidation('xys8n8PGS7mAU0m5-YJjRA', secret)).toEqual({
      plainToken: 'xys8n8PGS7mAU0m5-YJjRA',
      encryptedToken: '2fffc6a967dde4f68024025a5bd991c5ae1e5313b4e6365be4883e3e81d479b3',
    });
  });

  it.each([`v0:${started.signedAt}:${started.rawBody}`, 'a:b', '', 'x'.repeat(129), 'two words', undefined, 4, ['a']])(
    'is not given to %j, which would be a signature for whoever asks',
    (plainToken) => {
      expect(answerUrlValidation(plainToken, secret)).toBeNull();
    },
  );
});
