import { describe, expect, it } from 'vitest';
import { formatMarks, parseMarks } from '../../../src/app/app.functions/sync/people-marks.ts';
import { aMark, aStanding } from '../../support/builders.ts';

const markNumber = (number: number) => aMark({ keyHash: String(number).padStart(12, 'k'), contactId: String(number) });

describe('marks', () => {
  it('can be read again', () => {
    const marks = [
      aMark({
        keyHash: 'a_-aaaaaaaaa',
        sessions: [
          aStanding({ key: 'main' }),
          aStanding({ key: '1795168800000', hasAttended: true }),
          aStanding({ key: 'c', registration: 'cancelled' }),
          aStanding({ key: 'd', registration: 'cancelled', hasAttended: true }),
          aStanding({ key: 'e', registration: null, hasAttended: true }),
        ].toSorted((one, other) => (one.key < other.key ? -1 : 1)),
      }),
      aMark({ keyHash: 'bbbbbbbbbbbb', standing: 'cancelled', sessions: [] }),
      aMark({ keyHash: 'cccccccccccc', standing: 'attended', contactId: '551239500007' }),
    ];

    expect(formatMarks(marks, 60_000).flatMap((text) => parseMarks(text) ?? [])).toEqual(marks);
  });

  it('keep session keys apart, whatever they hold', () => {
    const marks = [aMark({ sessions: [aStanding({ key: 'a+b\nc' })] })];

    expect(formatMarks(marks, 60_000).flatMap((text) => parseMarks(text) ?? [])).toEqual(marks);
  });

  it('of nobody are no text', () => {
    expect(formatMarks([], 60_000)).toEqual([]);
  });

  it('make the same texts in whatever order they come', () => {
    const marks = [markNumber(2), markNumber(1), markNumber(3)];

    expect(formatMarks(marks, 60_000)).toEqual(formatMarks(marks.toReversed(), 60_000));
  });

  it('make the same texts in whatever order their sessions come', () => {
    const marks = ['a', 'b'].map((key, index) => ({ ...markNumber(index), sessions: [aStanding({ key })] }));

    expect(formatMarks(marks, 60_000)).toEqual(formatMarks(marks.toReversed(), 60_000));
    expect(formatMarks(marks, 60_000)[0]).toMatch(/^\["a","b"\]\n/);
  });

  it('say nothing of a session in which somebody neither registered nor attended, or had no part', () => {
    const marks = [
      aMark({ keyHash: 'aaaaaaaaaaaa', sessions: [aStanding({ key: 'b', registration: null })] }),
      aMark({ keyHash: 'bbbbbbbbbbbb', sessions: [aStanding({ key: 'a' })] }),
    ];

    expect(formatMarks(marks, 60_000)).toEqual(['["a","b"]\naaaaaaaaaaaabbbbbbbbR101:--\nbbbbbbbbbbbbbbbbbbbbR101:r-']);
  });

  it('are one text each where none fits, and no text is empty', () => {
    expect(formatMarks([markNumber(1), markNumber(2)], 1)).toHaveLength(2);
  });

  it('are divided into texts of at most the given length, each of which can be read', () => {
    const marks = Array.from({ length: 100 }, (_, index) => markNumber(index));
    const texts = formatMarks(marks, 500);

    expect(texts.every((text) => text.length <= 500)).toBe(true);
    expect(texts).toHaveLength(6);
    expect(texts.flatMap((text) => parseMarks(text) ?? [])).toHaveLength(100);
  });

  it('fill a text to its last character', () => {
    const [whole = ''] = formatMarks([markNumber(1), markNumber(2)], 60_000);

    expect(formatMarks([markNumber(1), markNumber(2)], whole.length)).toHaveLength(1);
    expect(formatMarks([markNumber(1), markNumber(2)], whole.length - 1)).toHaveLength(2);
  });

  it.each([
    ['a line that is too short', '["main"]\nabc'],
    ['an unknown standing', '["main"]\naaaaaaaaaaaabbbbbbbbX101:r'],
    ['a contact id that is none', '["main"]\naaaaaaaaaaaabbbbbbbbRxyz:r'],
    ['a good line and a bad one', `${formatMarks([aMark()], 60_000)[0] ?? ''}\nnonsense`],
    ['nothing', ''],
    ['a first line that is none', 'main\naaaaaaaaaaaabbbbbbbbR101:r'],
    ['a first line of other things', '[1]\naaaaaaaaaaaabbbbbbbbR101:r'],
  ])('are not read from %s', (_, text) => {
    expect(parseMarks(text)).toBeNull();
  });
});
