import { cutToWidth } from './render-table.ts';

/** Shows how far something is. */
export interface ProgressDisplay {
  /** @param fraction - 0 to 1; null while the total is not known */
  update(label: string, fraction: number | null, detail: string): void;
  /** A lasting line, above the bar if there is one. */
  note(line: string): void;
  /** Removes the bar. */
  end(): void;
}

/** Where it is shown; `process.stderr` in commands. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const barWidth = 24;
const clearLine = '\r\u001b[2K';

/** One bar that is drawn over itself on a terminal; elsewhere a plain line whenever the label or the detail changes. */
export function createProgressDisplay(stream: ProgressStream): ProgressDisplay {
  return stream.isTTY === true ? createBar(stream) : createPlainLines(stream);
}

function createBar(stream: ProgressStream): ProgressDisplay {
  let lastLine = '';
  return {
    update(label, fraction, detail) {
      const filled = fraction === null ? 0 : Math.round(Math.min(1, Math.max(0, fraction)) * barWidth);
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
      const line = `${bar} ${label}  ${detail}`;
      // A terminal that does not know its width says 0.
      const columns = stream.columns === undefined || stream.columns === 0 ? 80 : stream.columns;
      lastLine = cutToWidth(line, Math.max(20, columns - 1));
      stream.write(clearLine + lastLine);
    },
    note(line) {
      stream.write(`${clearLine}${line}\n${lastLine}`);
    },
    end() {
      if (lastLine !== '') stream.write(clearLine);
      lastLine = '';
    },
  };
}

function createPlainLines(stream: ProgressStream): ProgressDisplay {
  let lastLine = '';
  return {
    update(label, _fraction, detail) {
      const line = `${label}: ${detail}`;
      if (line !== lastLine) stream.write(`${line}\n`);
      lastLine = line;
    },
    note: (line) => stream.write(`${line}\n`),
    end() {},
  };
}
