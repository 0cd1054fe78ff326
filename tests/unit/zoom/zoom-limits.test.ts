import { describe, expect, it } from 'vitest';
import { zoomRateLimits } from '../../../src/app/app.functions/zoom/zoom-limits.ts';

const callsPerSecond = (options?: Parameters<typeof zoomRateLimits>[0]) =>
  Object.fromEntries(Object.entries(zoomRateLimits(options)).map(([name, { maxCalls }]) => [name, maxCalls]));

describe("Zoom's limits", () => {
  it('are those of the Pro plan unless told otherwise', () => {
    expect(callsPerSecond()).toMatchObject({ 'zoom-light': 30, 'zoom-medium': 20, 'zoom-heavy': 10, 'zoom-token': 2 });
    expect(callsPerSecond({ plan: 'business' })).toMatchObject({ 'zoom-light': 80, 'zoom-heavy': 40 });
    expect(callsPerSecond({ plan: 'free' })).toMatchObject({ 'zoom-medium': 2, 'zoom-heavy': 1 });
    expect(Object.values(zoomRateLimits()).every(({ windowMs }) => windowMs === 1_000)).toBe(true);
  });

  it('are shared with other apps, down to one call a second', () => {
    expect(callsPerSecond({ share: 0.25 })).toMatchObject({
      'zoom-light': 7,
      'zoom-medium': 5,
      'zoom-heavy': 2,
      'zoom-token': 1,
    });
    expect(callsPerSecond({ share: 0.01 })).toMatchObject({ 'zoom-heavy': 1 });
  });

  it('do not name downloads, which keep a pace of their own', () => {
    expect(callsPerSecond()).toMatchObject({ 'zoom-download': 10 });
    expect(callsPerSecond({ plan: 'free', share: 0.1 })).toMatchObject({ 'zoom-download': 10 });
  });

  const headers = { 'x-ratelimit-type': 'QPS', 'x-ratelimit-limit': '80', 'x-ratelimit-remaining': '60' };
  const readHint = zoomRateLimits({ share: 0.5 })['zoom-light'].readHint;

  it('are corrected by the headers of a per-second limit, within the share', () => {
    expect(readHint?.(headers)).toEqual({ maxCalls: 40, remainingCalls: 60, windowMs: 1_000 });
  });

  it.each([
    ['of the daily limit', { ...headers, 'x-ratelimit-type': 'Daily-limit' }],
    ['that only name the category', { 'x-ratelimit-category': 'Light' }],
    ['without a rest', { 'x-ratelimit-type': 'QPS', 'x-ratelimit-limit': '80' }],
    ['with nonsense', { ...headers, 'x-ratelimit-limit': 'many' }],
  ])('are not corrected by headers %s', (_what, otherHeaders) => {
    expect(readHint?.(otherHeaders)).toBeNull();
  });
});
