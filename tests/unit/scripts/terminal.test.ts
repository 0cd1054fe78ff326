import { describe, expect, it } from 'vitest';
import { createLogBudget } from '../../../scripts/function-runner/log-budget.ts';
import { parseBaseUrl, parseWholeNumber } from '../../../scripts/terminal/parse-flags.ts';
import { createProgressDisplay } from '../../../scripts/terminal/progress.ts';
import { cutToWidth, displayWidth, renderTable } from '../../../scripts/terminal/render-table.ts';

function aStream(isTTY: boolean, columns = 60) {
  const written: string[] = [];
  return { written, stream: { isTTY, columns, write: (text: string) => void written.push(text) } };
}

const clearLine = '\r\u001b[2K';

describe('progress on a terminal', () => {
  it('draws one bar over itself, no wider than the terminal', () => {
    const { stream, written } = aStream(true);
    const display = createProgressDisplay(stream);

    display.update('Heat pumps', 0.5, 'Writing to HubSpot 5 of 10 and then something long');
    display.end();

    const drawn = (written[0] ?? '').slice(clearLine.length);
    expect(written[0]).toBe(clearLine + drawn);
    expect(drawn).toBe(`${'█'.repeat(12)}${'░'.repeat(12)} Heat pumps  Writing to HubSpot 5…`);
    expect(displayWidth(drawn)).toBeLessThan(60);
    expect(written.at(-1)).toBe(clearLine);
  });

  it('takes a width of 0 for unknown', () => {
    const { stream, written } = aStream(true, 0);

    createProgressDisplay(stream).update('住宅の'.repeat(20), 1, 'Finishing');

    // Half of a wide character cannot be shown, so one column may stay empty.
    expect(displayWidth((written[0] ?? '').slice(clearLine.length))).toBe(78);
  });

  it('writes a note above the bar', () => {
    const { stream, written } = aStream(true);
    const display = createProgressDisplay(stream);
    display.update('A', 0, 'x');

    display.note('Trying again');

    expect(written.at(-1)).toBe(`${clearLine}Trying again\n${'░'.repeat(24)} A  x`);
  });
});

describe('progress elsewhere', () => {
  it('writes a plain line for each change and none twice', () => {
    const { stream, written } = aStream(false);
    const display = createProgressDisplay(stream);

    display.update('A', 0.1, 'one');
    display.update('A', 0.2, 'one');
    display.update('A', 0.3, 'two');
    display.end();

    expect(written).toEqual(['A: one\n', 'A: two\n']);
  });
});

describe('a table', () => {
  it('aligns columns, counts characters instead of code units, and leaves no blanks at the end', () => {
    const lines = renderTable(
      [
        { heading: 'Name', align: 'left' },
        { heading: 'N', align: 'right' },
        { heading: 'Note', align: 'left' },
      ],
      [
        ['🎥 Übung', '1', 'x'],
        ['A', '100'],
      ],
    );

    expect(lines).toEqual(['Name       N  Note', '──────────────────', '🎥 Übung    1  x', 'A        100']);
  });
});

describe('the width of a text', () => {
  it('counts two columns for Chinese, Japanese and Korean characters', () => {
    const lines = renderTable(
      [
        { heading: 'Name', align: 'left' },
        { heading: 'N', align: 'right' },
      ],
      [
        ['住宅のポンプ', '1'],
        ['twelve chars', '2'],
      ],
    );

    expect(lines.slice(2)).toEqual(['住宅のポンプ  1', 'twelve chars  2']);
  });

  it('is what a text is cut by', () => {
    expect(cutToWidth('abcdef', 6)).toBe('abcdef');
    expect(cutToWidth('abcdefg', 6)).toBe('abcde…');
    expect(cutToWidth('abc defg', 5)).toBe('abc…');
    expect(cutToWidth('住宅のポンプ', 6)).toBe('住宅…');
  });
});

describe('numbers and URLs of a command line', () => {
  it('takes whole numbers within their bounds', () => {
    expect(parseWholeNumber('people', '10', { minimum: 1, maximum: 10 })).toBe(10);
    expect(parseWholeNumber('people', undefined, { minimum: 1, maximum: 10 })).toBeUndefined();
  });

  it.each(['0', '11', '-1', '1.5', '', 'ten', '1e1'])('refuses “%s” for a number from 1 to 10', (text) => {
    expect(() => parseWholeNumber('people', text, { minimum: 1, maximum: 10 })).toThrow(
      '--people must be a whole number from 1 to 10',
    );
  });

  it('takes web URLs without their last slash and refuses others', () => {
    expect(parseBaseUrl('zoom-public-url', 'https://example.com/')).toBe('https://example.com');
    for (const text of ['example.com', 'ftp://example.com', '']) {
      expect(() => parseBaseUrl('zoom-public-url', text)).toThrow('must be a URL');
    }
  });
});

describe('the log of a call', () => {
  it('keeps exactly what fits and says nothing when all of it fits', () => {
    const log = createLogBudget(4);
    log.add('ab');
    log.add('cd');

    expect(log.text()).toBe('abcd');
  });

  it('counts bytes and never keeps half a character', () => {
    const log = createLogBudget(4);
    log.add('aäää');

    expect(log.text()).toBe('aä\n[log cut: 3 bytes over the limit of 4]\n');
  });
});
