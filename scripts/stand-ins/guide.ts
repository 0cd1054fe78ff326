import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StandIns } from './start-stand-ins.ts';

/** Writes the variables of the stand-ins so that a shell can read them. */
export function writeEnvironmentFile(path: string, env: Readonly<Record<string, string>>): void {
  mkdirSync(dirname(path), { recursive: true });
  const lines = Object.entries(env).map(([name, value]) => `${name}='${value.replaceAll("'", String.raw`'\''`)}'`);
  writeFileSync(path, `${lines.join('\n')}\n`);
}

/** In which order to look at what, after the first sync. */
export function describeStandIns({ zoom, hubSpot }: StandIns, environmentFile: string): readonly string[] {
  return [
    'Both stand-ins keep running. Look at them in this order:',
    `  1. What Zoom holds (accounts, webinars, registrants, participants):  ${zoom.url}/_control/state`,
    `  2. What HubSpot holds now (contacts, marketing events, timelines):   ${hubSpot.url}/_control/state`,
    `  3. Every call that Zoom and HubSpot got:  ${zoom.url}/_control/requests  ${hubSpot.url}/_control/requests`,
    '  4. Sync again from another terminal; nothing should be written a second time:',
    `       set -a; . ${environmentFile}; set +a; npm run sync -- --all`,
    'Ctrl-C ends everything.',
  ];
}
