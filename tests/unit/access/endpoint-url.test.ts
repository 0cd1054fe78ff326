import { describe, expect, it } from 'vitest';
import { possibleUrls } from '../../../src/app/app.functions/access/endpoint-url.ts';

const base = 'https://123.hs-sites.com/hs/serverless';

describe('the URLs that may have been called', () => {
  it('are one where nothing is encoded', () => {
    expect(possibleUrls(base, 'zoom-events', [])).toEqual([`${base}/zoom-events`]);
    expect(
      possibleUrls(base, 'zoom-events', [
        ['t', 'aZ-9_.'],
        ['connection', 'Brand'],
      ]),
    ).toEqual([`${base}/zoom-events?t=aZ-9_.&connection=Brand`]);
  });

  it('keep the order of the parameters, repeated ones too', () => {
    expect(
      possibleUrls(base, 'x', [
        ['b', '1'],
        ['a', '2'],
        ['b', '3'],
      ]),
    ).toEqual([`${base}/x?b=1&a=2&b=3`]);
  });

  it('are one per way to encode where characters are encoded', () => {
    expect(possibleUrls(base, 'x', [['q', 'a b@c~']])).toEqual([
      `${base}/x?q=a%20b%40c~`,
      `${base}/x?q=a+b%40c%7E`,
      `${base}/x?q=a b@c~`,
    ]);
  });

  it('are made of half of a surrogate pair as well', () => {
    expect(possibleUrls(base, 'x', [['q', '\ud83d']])).toHaveLength(2);
  });
});
