import { parseFlags } from '../terminal/parse-flags.ts';
import { UsageError } from '../terminal/run-command.ts';

export const syncUsage = `Usage: npm run sync -- CHOICE [--connection NAME] [--json]

CHOICE is one of:
  --webinar ID [--dry-run]       the webinar’s number in Zoom; blanks and dashes do not matter; may be given several times
  --person ADDRESS --webinar ID  only this person of the webinar, whether or not anything has changed
  --sweep                        look for webinars, and sync what is new or may have changed
  --all                          look for webinars, and sync all of the period that the settings name
  --setup                        check credentials, permissions and licences, and create what is missing in HubSpot
  --settings                     show the settings in force; with --json as a file that can be edited
  --settings-file FILE           save settings from a JSON file; what it leaves out stays as it is

  --connection NAME  a Zoom account of ZOOM_CONNECTIONS; the first one when absent
  --dry-run          show what would happen and write nothing
  --json             one JSON document on stdout instead of words

The sync is off until settings are saved that turn it on. ZOOM_CONNECTIONS and HUBSPOT_ACCESS_TOKEN come from the
environment or from a file .env, and so do ZOOM_API_URL, ZOOM_OAUTH_URL and HUBSPOT_API_URL, which default to the real
services.`;

export type SyncChoice =
  | { readonly kind: 'webinars'; readonly webinarIds: readonly string[]; readonly isDryRun: boolean }
  | { readonly kind: 'person'; readonly webinarId: string; readonly address: string }
  | { readonly kind: 'sweep'; readonly mode: 'due' | 'all' }
  | { readonly kind: 'setup' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'save-settings'; readonly path: string };

export interface SyncArguments {
  readonly choice: SyncChoice;
  readonly connection: string | null;
  readonly wantsJson: boolean;
}

const flagOptions = {
  webinar: { type: 'string', multiple: true },
  person: { type: 'string' },
  sweep: { type: 'boolean' },
  all: { type: 'boolean' },
  setup: { type: 'boolean' },
  settings: { type: 'boolean' },
  'settings-file': { type: 'string' },
  connection: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** @throws UsageError */
export function parseSyncArguments(argv: readonly string[]): SyncArguments {
  const flags = parseFlags(argv, flagOptions, syncUsage);
  const webinarIds = flags.webinar ?? [];
  const given = [
    webinarIds.length > 0 || flags.person !== undefined ? '--webinar' : null,
    flags.sweep === true ? '--sweep' : null,
    flags.all === true ? '--all' : null,
    flags.setup === true ? '--setup' : null,
    flags.settings === true ? '--settings' : null,
    flags['settings-file'] === undefined ? null : '--settings-file',
  ].filter((flag) => flag !== null);
  const [first, second] = given;
  if (first === undefined) throw new UsageError(`Say which webinar: --webinar ID, --sweep or --all.\n${syncUsage}`);
  if (second !== undefined) throw new UsageError(`Choose either ${first} or ${second}, not both.\n${syncUsage}`);
  if (webinarIds.some((id) => id.trim() === '')) throw new UsageError('--webinar needs the webinar’s ID.');
  if (flags.connection?.trim() === '') throw new UsageError('--connection needs the name of a Zoom account.');
  const choice = toChoice(first, { ...flags, webinarIds });
  const isDryRun = flags['dry-run'] === true;
  if (isDryRun && choice.kind !== 'webinars') {
    throw new UsageError(`--dry-run goes with --webinar ID only.\n${syncUsage}`);
  }
  if (flags.connection !== undefined && isForAllConnections(choice)) {
    throw new UsageError(`${first} is about all Zoom accounts; leave out --connection.`);
  }
  return { choice, connection: flags.connection ?? null, wantsJson: flags.json === true };
}

interface Flags {
  readonly webinarIds: readonly string[];
  readonly person?: string | undefined;
  readonly 'settings-file'?: string | undefined;
  readonly 'dry-run'?: boolean | undefined;
}

function toChoice(flag: string, { webinarIds, person, ...flags }: Flags): SyncChoice {
  switch (flag) {
    case '--sweep':
      return { kind: 'sweep', mode: 'due' };
    case '--all':
      return { kind: 'sweep', mode: 'all' };
    case '--setup':
      return { kind: 'setup' };
    case '--settings':
      return { kind: 'settings' };
    case '--settings-file': {
      const path = flags['settings-file'] ?? '';
      if (path.trim() === '') throw new UsageError('--settings-file needs the name of a JSON file.');
      return { kind: 'save-settings', path };
    }
    default:
      return person === undefined
        ? { kind: 'webinars', webinarIds, isDryRun: flags['dry-run'] === true }
        : toPersonChoice(person, webinarIds);
  }
}

function toPersonChoice(address: string, webinarIds: readonly string[]): SyncChoice {
  if (!address.includes('@')) throw new UsageError(`--person needs an email address; “${address}” is none.`);
  const [webinarId, ...others] = webinarIds;
  if (webinarId === undefined || others.length > 0) {
    throw new UsageError('--person needs exactly one --webinar ID: the webinar that the person is to be synced of.');
  }
  return { kind: 'person', webinarId, address };
}

const isForAllConnections = ({ kind }: SyncChoice): boolean =>
  kind === 'setup' || kind === 'settings' || kind === 'save-settings';
