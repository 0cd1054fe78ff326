export interface TableColumn {
  readonly heading: string;
  readonly align: 'left' | 'right';
}

/** Lines of a table with a rule under its headings. Cells are single lines; a missing cell is empty. */
export function renderTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = columns.map(({ heading }, index) =>
    Math.max(displayWidth(heading), ...rows.map((row) => displayWidth(row[index] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, index) => pad(cells[index] ?? '', widths[index] ?? 0, align))
      .join('  ')
      .trimEnd();
  return [
    line(columns.map(({ heading }) => heading)),
    widths.map((width) => '─'.repeat(width)).join('──'),
    ...rows.map(line),
  ];
}

/** Chinese, Japanese and Korean characters take two columns of a terminal. */
const wideCharacter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\u30fc\uff01-\uff60]/u;

const characterWidth = (character: string): number => (wideCharacter.test(character) ? 2 : 1);

/** Columns that a text takes on a terminal. */
export const displayWidth = (text: string): number =>
  [...text].reduce((width, character) => width + characterWidth(character), 0);

/** The text, or as much of it as fits, ended by an ellipsis. */
export function cutToWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let keptWidth = 0;
  for (const character of text) {
    keptWidth += characterWidth(character);
    if (keptWidth > width - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function pad(text: string, width: number, align: TableColumn['align']): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + blanks : blanks + text;
}
