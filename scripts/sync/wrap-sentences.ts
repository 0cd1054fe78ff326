import { displayWidth } from '../terminal/render-table.ts';

export const lineWidth = 120;

/** Indented lines no wider than a table. */
export function wrapSentences(text: string, indent = 2): readonly string[] {
  const blanks = ' '.repeat(indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? `${blanks}${word}` : `${line} ${word}`;
    if (line !== '' && displayWidth(longer) > lineWidth) {
      lines.push(line);
      line = `${blanks}${word}`;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}
