import { parseFlags, parseWholeNumber } from '../terminal/parse-flags.ts';
import { UsageError } from '../terminal/run-command.ts';

export const startUsage = `Usage: npm start [-- [--port N] [--fresh] [--once] [--json]]

  --port N  where card and pages can be looked at, on 127.0.0.1; 4000 when absent, 0 for any free port
  --fresh   the same company, but nothing is set up or synced: that is left to you
  --once    end after the syncs instead of keeping everything running
  --json    one JSON document on stdout instead of the table`;

export interface StartArguments {
  readonly port: number;
  readonly isFresh: boolean;
  readonly endsAfterSyncs: boolean;
  readonly isJson: boolean;
}

/** @throws UsageError */
export function parseStartArguments(argv: readonly string[]): StartArguments {
  const flags = parseFlags(
    argv,
    {
      port: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      once: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    startUsage,
  );
  if (flags.fresh && (flags.once || flags.json)) {
    throw new UsageError(`--fresh leaves nothing to report: it goes with neither --once nor --json.\n${startUsage}`);
  }
  return {
    port: parseWholeNumber('port', flags.port, { minimum: 0, maximum: 65_535 }) ?? 4000,
    isFresh: flags.fresh,
    endsAfterSyncs: flags.once,
    isJson: flags.json,
  };
}
