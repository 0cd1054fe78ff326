import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { baseUrlVariables, type BaseUrls } from '../function-runner/function-runner.ts';
import { UsageError } from '../terminal/run-command.ts';

/** What a sync from the terminal needs to know, in the variables that the stand-ins print and a `.env` file holds. */
export interface SyncEnvironment {
  readonly accessToken: string | undefined;
  readonly secrets: Readonly<Record<string, string>>;
  readonly baseUrls: BaseUrls;
}

/** Takes variables from a file where the environment has none. A file that is not there is not an error. */
export function loadEnvironmentFile(path: string): void {
  if (existsSync(path)) loadEnvFile(path);
}

/**
 * Missing credentials are left for the functions to report, as they would inside HubSpot.
 *
 * @throws UsageError when a base URL is not a URL
 */
export function readSyncEnvironment(env: Readonly<Record<string, string | undefined>>): SyncEnvironment {
  const baseUrls: Partial<Record<(typeof baseUrlVariables)[number], string>> = {};
  for (const name of baseUrlVariables) {
    const url = env[name];
    if (url === undefined || url === '') continue;
    if (!URL.canParse(url)) throw new UsageError(`The environment variable ${name} is not a URL: “${url}”.`);
    baseUrls[name] = url;
  }
  const connections = env['ZOOM_CONNECTIONS'];
  const accessToken = env['HUBSPOT_ACCESS_TOKEN'];
  return {
    accessToken: accessToken === '' ? undefined : accessToken,
    secrets: connections === undefined || connections === '' ? {} : { ZOOM_CONNECTIONS: connections },
    baseUrls,
  };
}
