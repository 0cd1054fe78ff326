import { parseFlags } from '../terminal/parse-flags.ts';
import { UsageError } from '../terminal/run-command.ts';

export const syncUsage = `Usage: npm run sync -- (--webinar ID | --all) [--connection NAME] [--dry-run] [--json]

  --webinar ID       the webinar’s number in Zoom; blanks and dashes do not matter; may be given several times
  --all              every webinar of the last six months
  --connection NAME  a Zoom account of ZOOM_CONNECTIONS; the first one when absent
  --dry-run          show what would happen and write nothing
  --json             one JSON document on stdout instead of the table

ZOOM_CONNECTIONS and HUBSPOT_ACCESS_TOKEN come from the environment or from a file .env, and so do ZOOM_API_URL,
ZOOM_OAUTH_URL and HUBSPOT_API_URL, which default to the real services.`;

export interface SyncArguments {
  readonly selection: { readonly kind: 'all' } | { readonly kind: 'webinars'; readonly webinarIds: readonly string[] };
  readonly connection: string | null;
  readonly isDryRun: boolean;
  readonly wantsJson: boolean;
}

/** @throws UsageError */
export function parseSyncArguments(argv: readonly string[]): SyncArguments {
  const flags = parseFlags(
    argv,
    {
      webinar: { type: 'string', multiple: true },
      all: { type: 'boolean' },
      connection: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
    },
    syncUsage,
  );
  const webinarIds = flags.webinar ?? [];
  if (flags.all === true && webinarIds.length > 0) {
    throw new UsageError(`Choose either --webinar or --all, not both.\n${syncUsage}`);
  }
  if (flags.all !== true && webinarIds.length === 0) {
    throw new UsageError(`Say which webinar: --webinar ID, or --all.\n${syncUsage}`);
  }
  if (webinarIds.some((id) => id.trim() === '')) throw new UsageError('--webinar needs the webinar’s ID.');
  if (flags.connection?.trim() === '') throw new UsageError('--connection needs the name of a Zoom account.');
  return {
    selection: flags.all === true ? { kind: 'all' } : { kind: 'webinars', webinarIds },
    connection: flags.connection ?? null,
    isDryRun: flags['dry-run'] === true,
    wantsJson: flags.json === true,
  };
}
