import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from '../../../src/app/app.functions/http/retry-after.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');

describe('a Retry-After value', () => {
  it.each([
    ['seconds', '7', 7],
    ['a part of a second, rounded up', '0.2', 1],
    ['no wait at all', '0', 0],
    ['an HTTP date', 'Fri, 20 Nov 2026 12:00:30 GMT', 30],
    ['an old form of HTTP date', 'Friday, 20-Nov-26 12:00:30 GMT', 30],
    ['the ISO date-time of Zoom', '2026-11-20T12:01:00Z', 60],
    ['an ISO date-time with an offset', '2026-11-20T13:01:00+01:00', 60],
    ['an ISO date-time without a zone, which is UTC', '2026-11-20T12:01:00', 60],
    ['a moment that has passed', '2026-11-20T11:00:00Z', 0],
    ['surrounding blanks', ' 7 ', 7],
  ])('may be %s', (_what, text, expected) => {
    expect(parseRetryAfter(text, noon)).toBe(expected);
  });

  it('is never longer than its ceiling', () => {
    expect(parseRetryAfter('7200', noon, 3_600)).toBe(3_600);
    expect(parseRetryAfter('2027-11-20T12:00:00Z', noon)).toBe(86_400);
  });

  it.each([null, undefined, '', '  ', 'soon', '-5', '1e9', '2026-11-20', '2026-13-45T99:00:00Z', '12', 'NaN', 'May'])(
    'is no hint when it is %j and cannot be read, or a number when it can',
    (text) => {
      expect(parseRetryAfter(text, noon)).toBe(text === '12' ? 12 : null);
    },
  );
});
