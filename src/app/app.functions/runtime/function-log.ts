/** One line of the function's log. Values are counts, kinds and ids of calls; never people, secrets or payloads. */
export interface LogLine {
  readonly level: 'error' | 'warn' | 'info';
  /** Dotted and always the same, so that lines can be grouped. */
  readonly msg: string;
  readonly [fact: string]: string | number | boolean | null;
}

export type FunctionLog = (line: LogLine) => void;

/** HubSpot keeps four kilobytes of log per call. */
const logBytesMax = 4_096;
const truncationNotice = JSON.stringify({ level: 'warn', msg: 'log.truncated' });

/** Writes JSON lines until the next one would not fit; then says so, once. */
export function createFunctionLog(write: (text: string) => void): FunctionLog {
  let bytesLeft = logBytesMax - truncationNotice.length - 1;
  let isTruncated = false;
  return (line) => {
    if (isTruncated) return;
    const text = JSON.stringify(line);
    const byteCount = Buffer.byteLength(text) + 1;
    if (byteCount > bytesLeft) {
      isTruncated = true;
      write(truncationNotice);
      return;
    }
    bytesLeft -= byteCount;
    write(text);
  };
}
