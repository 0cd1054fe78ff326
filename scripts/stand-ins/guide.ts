import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StandIns } from './start-stand-ins.ts';

/** Writes the variables of the stand-ins so that a shell can read them. */
export function writeEnvironmentFile(path: string, env: Readonly<Record<string, string>>): void {
  mkdirSync(dirname(path), { recursive: true });
  const lines = Object.entries(env).map(([name, value]) => `${name}='${value.replaceAll("'", String.raw`'\''`)}'`);
  writeFileSync(path, `${lines.join('\n')}\n`);
}

/** What to look at after the first sync, and how to sync again. */
export function describeStandIns(
  {
    zoom,
    hubSpot,
    connectionNames,
  }: Pick<StandIns, 'connectionNames'> & {
    readonly zoom: { readonly url: string };
    readonly hubSpot: { readonly url: string };
  },
  environmentFile: string,
): readonly string[] {
  return [
    'The emulators keep running, and everything that was synced can be looked at:',
    `  Accounts, webinars and participants in Zoom             ${zoom.url}/_control/state`,
    `  Contacts, marketing events and timelines in HubSpot     ${hubSpot.url}/_control/state`,
    `  Every call that Zoom got                                ${zoom.url}/_control/requests`,
    `  Every call that HubSpot got                             ${hubSpot.url}/_control/requests`,
    '',
    'Sweep again from a second terminal, and see that nothing is due; --all instead of --sweep syncs everybody again:',
    `  set -a; . ${environmentFile}; set +a`,
    ...connectionNames.map(
      (name, index) =>
        `  npm run sync -- --sweep${index === 0 ? '' : ` --connection '${name.replaceAll("'", String.raw`'\''`)}'`}`,
    ),
    '',
    'Press Ctrl+C to stop.',
  ];
}
