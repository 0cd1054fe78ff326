import { describe, expect, it } from 'vitest';
import { parseInstant, toIso, toWholeSeconds } from '../../../src/app/app.functions/domain/instant.ts';

describe('a point in time', () => {
  it.each([
    ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20T10:00:00.66Z', '2026-11-20T10:00:00.660Z'],
    ['2026-11-20T10:00Z', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20T10:00:00+02:00', '2026-11-20T08:00:00.000Z'],
    ['2026-11-20T10:00:00-0530', '2026-11-20T15:30:00.000Z'],
  ])('is read from %s', (text, iso) => {
    expect(parseInstant(text)).toBe(Date.parse(iso));
  });

  it.each([
    ['nothing', null],
    ['nothing at all', undefined],
    ['an empty text', ''],
    ['a day without a time', '2026-11-20'],
    ['a time that depends on where the reader is', '2026-11-20T10:00:00'],
    ['a day that does not exist', '2026-13-40T10:00:00Z'],
    ['words that end in a number', 'left early 5'],
    ['a number', '1763632800000'],
    ['something before a time', '+2026-11-20T10:00:00Z'],
    ['something behind a time', '2026-11-20T10:00:00Z (UTC)'],
  ])('is not read from %s', (_, text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('is written in UTC with milliseconds', () => {
    expect(toIso(Date.parse('2026-11-20T10:00:00Z'))).toBe('2026-11-20T10:00:00.000Z');
  });

  it('is cut to whole seconds, never rounded up', () => {
    expect(toWholeSeconds(Date.parse('2026-11-20T10:00:00.999Z'))).toBe(Date.parse('2026-11-20T10:00:00Z'));
    expect(toWholeSeconds(Date.parse('2026-11-20T10:00:01Z'))).toBe(Date.parse('2026-11-20T10:00:01Z'));
  });
});
