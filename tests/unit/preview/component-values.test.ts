import { describe, expect, it } from 'vitest';
import {
  parseClockTime,
  parseIsoDate,
  timesBetween,
  toClockTime,
  toIsoDate,
} from '../../../preview/host/components/calendar-values.ts';
import { countThatFits } from '../../../preview/host/components/count-that-fits.ts';
import { fillPath } from '../../../preview/host/components/fill-path.ts';
import { pagesAround } from '../../../preview/host/components/pages-around.ts';
import { hostWordsIn } from '../../../preview/host/components/words/host-words.ts';

describe('dates and times', () => {
  it('count months from 0', () => {
    expect(toIsoDate({ year: 2026, month: 0, date: 9 })).toBe('2026-01-09');
    expect(parseIsoDate('2026-01-09', 'short')).toEqual({ year: 2026, month: 0, date: 9, formattedDate: '01/09/2026' });
  });

  it.each([
    ['short', '09/04/1986'],
    ['L', '09/04/1986'],
    ['medium', 'Sep 4, 1986'],
    ['ll', 'Sep 4, 1986'],
    ['long', 'September 4, 1986'],
    ['LL', 'September 4, 1986'],
    ['standard', '1986-09-04'],
    ['YYYY-MM-DD', '1986-09-04'],
  ] as const)('are written in the format %s', (format, expected) => {
    expect(parseIsoDate('1986-09-04', format)?.formattedDate).toBe(expected);
  });

  it.each(['', '0020-11-20', '2026-11'])('are none as long as they are not whole: "%s"', (text) => {
    expect(parseIsoDate(text, 'short')).toBeNull();
  });

  it('are offered in steps between the limits', () => {
    expect(timesBetween({ hours: 9, minutes: 15 }, { hours: 10, minutes: 30 }, 30)).toEqual([
      '09:15',
      '09:45',
      '10:15',
    ]);
    expect(timesBetween(undefined, undefined, 60)).toHaveLength(24);
    expect(parseClockTime(toClockTime({ hours: 7, minutes: 5 }))).toEqual({ hours: 7, minutes: 5 });
    expect(parseClockTime('')).toBeNull();
  });
});

it.each([
  [1, 3, 5, [1, 2, 3]],
  [1, 12, 5, [1, 2, 3, 4, 5]],
  [6, 12, 5, [4, 5, 6, 7, 8]],
  [12, 12, 5, [8, 9, 10, 11, 12]],
  [1, 0, 5, []],
])('page %i of %i is among %i numbers', (page, pageCount, most, expected) => {
  expect(pagesAround(page, pageCount, most)).toEqual(expected);
});

it.each([
  ['all that fit', [100, 100], 208, 2],
  ['fewer when one does not', [100, 100], 207, 1],
  ['none when the first needs the room of the rest', [100, 100], 120, 0],
  ['nothing', [], 50, 0],
])('a row shows %s', (_what, widths, room, expected) => {
  expect(countThatFits(widths, { room, gap: 8, rest: 50 })).toBe(expected);
});

it('fills the parameters of a path in, and keeps the rest as its query', () => {
  expect(fillPath('/webinars/:id/:what', { id: '98 7', tab: 'people' })).toBe('/webinars/98%207/:what?tab=people');
  expect(fillPath('/')).toBe('/');
});

it.each([
  ['de-AT', 'Schließen'],
  ['nb', 'Lukk'],
  ['pt-BR', 'Fechar'],
  ['zh-Hant-TW', '關閉'],
  ['fr', 'Close'],
])('speaks %s', (language, expected) => {
  expect(hostWordsIn(language).close).toBe(expected);
});
