import { describe, expect, it } from 'vitest';
import { hubspotRateLimits } from '../../../src/app/app.functions/hubspot/hubspot-limits.ts';

const { readHint } = hubspotRateLimits['hubspot.general'];
const headers = {
  'x-hubspot-ratelimit-max': '250',
  'x-hubspot-ratelimit-remaining': '248',
  'x-hubspot-ratelimit-interval-milliseconds': '10000',
};

describe('what the headers say about the limit', () => {
  it('is read from the three that belong together', () => {
    expect(readHint(headers)).toEqual({ maxCalls: 250, remainingCalls: 248, windowMs: 10_000 });
  });

  it.each(Object.keys(headers))('is nothing without %s', (name) => {
    expect(readHint({ ...headers, [name]: 'many' })).toBeNull();
    expect(readHint(Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name)))).toBeNull();
  });

  it('is nothing when it would forbid every call', () => {
    expect(readHint({ ...headers, 'x-hubspot-ratelimit-max': '0' })).toBeNull();
  });
});
