import { describe, expect, it, vi } from 'vitest';
import { createFormats, type Reader } from '../../src/app/extensions/shared/formats.ts';

const aReader = (user: Reader['user'] = {}, timezone = 'UTC'): Reader => ({ user, portal: { timezone } });
const formatsOf = (user: Reader['user'] = {}) => createFormats(aReader(user), 'UTC');
const noon = '2026-11-03T12:00:00Z';
const twoAtNight = '2026-11-03T02:00:00Z';

describe('the locale of numbers and times', () => {
  it.each([
    [{ locale: 'de-DE', language: 'de' }, 'de-DE', '03.11.2026'],
    [{ locale: 'pt_BR' }, 'pt-BR', '3 de nov. de 2026'],
    [{ language: 'zh-TW' }, 'zh-TW', '2026年11月3日'],
    [{ locale: 'en-gb', language: 'en' }, 'en-GB', '3 Nov 2026'],
  ])('is the reader’s own: %o', (user, locale, date) => {
    const formats = formatsOf(user);

    expect(formats.locale).toBe(locale);
    expect(formats.date(noon)).toBe(date);
  });

  it.each([
    [{ locale: 'da-DK', language: 'de' }, 'de'],
    [{ locale: 'nb', language: 'de' }, 'de'],
    [{ locale: 'de-AT', language: 'fr' }, 'de-AT'],
    [{ locale: 'fr-FR', language: 'fr' }, 'en'],
    [{ locale: '!', language: 'de' }, 'de'],
  ])('is one of the language that the reader is spoken to in: %o', (user, locale) => {
    expect(formatsOf(user).locale).toBe(locale);
  });

  it.each([{}, { locale: '' }, { locale: 'not a locale!' }, { locale: 'x' }])(
    'is English for one that nobody knows: %o',
    (user) => {
      expect(formatsOf(user).date(noon)).toBe('Nov 3, 2026');
    },
  );
});

describe('the time zone', () => {
  const user = { locale: 'en-GB' };

  it('is that of the reader’s machine, not that of the account', () => {
    const formats = createFormats(aReader(user, 'Europe/Berlin'), 'America/New_York');

    expect(formats.timeZone).toBe('America/New_York');
    expect(formats.dateAndTime(twoAtNight)).toBe('2 Nov 2026, 21:00');
    expect(formats.date(twoAtNight)).toBe('2 Nov 2026');
    expect(formats.time(twoAtNight)).toBe('21:00');
  });

  it('is found without being told', () => {
    vi.stubEnv('TZ', 'Asia/Taipei');

    expect(createFormats(aReader(user, 'Europe/Berlin')).dateAndTime(noon)).toBe('3 Nov 2026, 20:00');
  });

  it.each([null, '', 'Mars/Olympus'])('is that of the account where the machine only says “%s”', (timeZone) => {
    expect(createFormats(aReader(user, 'Europe/Berlin'), timeZone).dateAndTime(noon)).toBe('3 Nov 2026, 13:00');
  });

  it.each(['', 'Mars/Olympus'])('is UTC where nobody knows that of the account: “%s”', (timezone) => {
    expect(createFormats(aReader(user, timezone), null).dateAndTime(noon)).toBe('3 Nov 2026, 12:00');
  });

  it('is named for whoever wonders', () => {
    const formats = createFormats(aReader(user), 'America/New_York');

    expect(formats.timeInZone(twoAtNight)).toMatch(/^Monday\b.* 2 November 2026 .*21:00.* \(America\/New_York\)$/u);
  });
});

describe('numbers', () => {
  it.each([
    [0, '0'],
    [1, '1'],
    [29, '1'],
    [89, '1'],
    [90, '2'],
    [60_000, '1,000'],
  ])('make whole minutes of %i seconds', (seconds, expected) => {
    expect(formatsOf({ locale: 'en' }).wholeMinutes(seconds)).toBe(expected);
  });

  it.each([
    [0, '0%'],
    [66.67, '66%'],
    [99.99, '99%'],
    [100, '100%'],
  ])('round %d percent down', (percentage, expected) => {
    expect(formatsOf({ locale: 'en' }).percentage(percentage)).toBe(expected);
  });

  it('are grouped as the reader does', () => {
    expect(formatsOf({ locale: 'de' }).count(12_345)).toBe('12.345');
    expect(formatsOf({ locale: 'en-IN' }).count(123_456)).toBe('1,23,456');
  });
});

describe('a list', () => {
  it.each([
    ['en', 'a, b, and c'],
    ['de', 'a, b und c'],
    ['nb', 'a, b og c'],
    ['pt-BR', 'a, b e c'],
    ['zh-TW', 'a、b和c'],
  ])('is put together as in %s', (language, expected) => {
    expect(formatsOf({ language }).list(['a', 'b', 'c'])).toBe(expected);
  });
});
