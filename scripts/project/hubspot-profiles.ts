import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../terminal/run-command.ts';
import { repositoryRoot } from './paths.ts';

/** Shows what a profile holds. It belongs to no account. */
export const exampleProfile = 'example';

/** Names of the HubSpot profiles, `src/hsprofile.<name>.json`, without the example. */
export function listProfiles(sourceDir: string = join(repositoryRoot, 'src')): readonly string[] {
  return readdirSync(sourceDir)
    .flatMap((file) => /^hsprofile\.([^.]+)\.json$/.exec(file)?.[1] ?? [])
    .filter((name) => name !== exampleProfile)
    .sort();
}

/**
 * Says which profile HubSpot's CLI is to use. The CLI would count the example as one.
 *
 * @returns flags to put before those of the command line
 * @throws UsageError where there is none, or more than one to choose from, or only the example is named
 */
export function chooseProfile(flags: readonly string[], profiles: readonly string[]): readonly string[] {
  const named = readNamed(flags);
  if (named === exampleProfile) {
    throw new UsageError(`The profile "${exampleProfile}" belongs to no account.\n${howToMakeOne}`);
  }
  if (named !== null) return [];
  const [only, ...others] = profiles;
  if (only === undefined) throw new UsageError(`There is no profile of a HubSpot account yet.\n${howToMakeOne}`);
  if (others.length > 0) {
    throw new UsageError(`There are several profiles. Name one of them: -- --profile=${profiles.join(', --profile=')}`);
  }
  return [`--profile=${only}`];
}

const howToMakeOne = [
  `Copy src/hsprofile.${exampleProfile}.json to src/hsprofile.<name>.json, which git ignores, and fill in:`,
  '  accountId           of the HubSpot account',
  '  FUNCTIONS_BASE_URL  where it serves endpoint functions: https://<accountId>.hs-sites.com/hs/serverless',
  '                      (hs-sites-eu1.com in the EU), or a connected domain with /hs/serverless behind it',
  '  ENDPOINT_TOKEN      one of the tokens of the secret ENDPOINT_ACCESS',
  'See docs/operations.md, Workflow actions.',
].join('\n');

function readNamed(flags: readonly string[]): string | null {
  for (const [index, flag] of flags.entries()) {
    if (flag === '--profile' || flag === '-p') return flags[index + 1] ?? null;
    if (/^(?:--profile|-p)=/.test(flag)) return flag.slice(flag.indexOf('=') + 1);
  }
  return null;
}
