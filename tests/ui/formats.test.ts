import { describe, expect, it } from 'vitest';
import { createFormats, type Reader } from '../../src/app/extensions/shared/formats.ts';

const aReader = (user: Reader['user'] = {}, timezone = 'UTC'): Reader => ({ user, portal: { timezone } });
const noon = '2026-11-03T12:00:00Z';

describe('createFormats', () => {
  it.each([
    [{ locale: 'de-DE' }, '03.11.2026'],
    [{ locale: 'pt_BR' }, '3 de nov. de 2026'],
    [{ language: 'zh-TW' }, '2026年11月3日'],
    [{ locale: 'nb', language: 'de' }, '3. nov. 2026'],
  ])('writes dates as a reader with %o does', (user, expected) => {
    expect(createFormats(aReader(user)).date(noon)).toBe(expected);
  });

  it.each([{}, { locale: '' }, { locale: 'not a locale!' }, { locale: 'x' }])(
    'falls back to English for a locale that nobody knows: %o',
    (user) => {
      expect(createFormats(aReader(user)).date(noon)).toBe('Nov 3, 2026');
    },
  );

  it('uses the language where the locale is unusable', () => {
    expect(createFormats(aReader({ locale: '!', language: 'de' })).date(noon)).toBe('03.11.2026');
  });

  it('tells the time of the account’s own time zone', () => {
    const formats = createFormats(aReader({ locale: 'en-GB' }, 'America/New_York'));

    expect(formats.dateAndTime('2026-11-03T03:00:00Z')).toBe('2 Nov 2026, 22:00');
    expect(formats.date('2026-11-03T03:00:00Z')).toBe('2 Nov 2026');
  });

  it.each(['', 'Mars/Olympus'])('falls back to UTC for the time zone “%s”', (timezone) => {
    expect(createFormats(aReader({ locale: 'en-GB' }, timezone)).dateAndTime(noon)).toBe('3 Nov 2026, 12:00');
  });

  it.each([
    [0, '0'],
    [1, '1'],
    [29, '1'],
    [89, '1'],
    [90, '2'],
    [60_000, '1,000'],
  ])('makes whole minutes of %i seconds', (seconds, expected) => {
    expect(createFormats(aReader({ locale: 'en' })).wholeMinutes(seconds)).toBe(expected);
  });

  it.each([
    [0, '0%'],
    [66.67, '66%'],
    [99.99, '99%'],
    [100, '100%'],
  ])('rounds %d percent down', (percentage, expected) => {
    expect(createFormats(aReader({ locale: 'en' })).percentage(percentage)).toBe(expected);
  });
});
