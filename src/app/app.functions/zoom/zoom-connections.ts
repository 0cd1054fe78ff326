import * as z from 'zod/mini';
import type { FailureReason } from '../../extensions/contract/failure.ts';
import { IntegrationError, toFailure } from '../http/integration-error.ts';
import { tryParseJson } from '../http/json.ts';

/** One Zoom account that is connected, with its Server-to-Server OAuth app. */
export interface ZoomConnection {
  readonly name: string;
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Null while no webhooks are set up for it. */
  readonly webhookSecretToken: string | null;
}

/** At least one; the first is the primary one. */
export type ZoomConnections = readonly [ZoomConnection, ...ZoomConnection[]];

const filled = z.string().check(z.trim(), z.minLength(1));
const entrySchema = z.object({
  name: filled,
  accountId: filled,
  clientId: filled,
  clientSecret: filled,
  webhookSecretToken: z.nullish(z.string().check(z.trim())),
});

/**
 * Reads the secret `ZOOM_CONNECTIONS`: a JSON list of connections, the primary one first.
 *
 * @throws IntegrationError reason `connections-missing`, or `connections-malformed` with the problem in words; the
 *         secret's content is never repeated
 */
export function parseZoomConnections(secret: string | undefined): ZoomConnections {
  if (secret === undefined || secret.trim() === '') throw configurationError({ cause: 'connections-missing' });
  const entries = tryParseJson(secret.trim());
  if (entries === undefined) throw malformed('it is not valid JSON');
  if (!Array.isArray(entries)) throw malformed('it is not a list: put the connections between [ and ]');
  const [first, ...others] = entries.map((entry: unknown, index) => parseEntry(entry, index + 1));
  if (first === undefined) throw malformed('the list is empty');
  refuseDuplicateNames([first, ...others]);
  return [first, ...others];
}

function parseEntry(entry: unknown, entryNumber: number): ZoomConnection {
  if (typeof entry !== 'object' || entry === null) throw malformed(`entry ${entryNumber} is not an object`);
  const parsed = z.safeParse(entrySchema, entry);
  if (parsed.success) return { ...parsed.data, webhookSecretToken: parsed.data.webhookSecretToken || null };
  const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
  throw malformed(`entry ${entryNumber} lacks a text for ${fields.join(', ')}`);
}

function refuseDuplicateNames(connections: ZoomConnections): void {
  const names = connections.map(({ name }) => name);
  const duplicate = names.find((name, index) => names.indexOf(name) !== index);
  if (duplicate !== undefined) throw malformed(`two entries have the name "${duplicate}"`);
}

/**
 * @param name - absent: the primary connection
 * @throws IntegrationError reason `connection-unknown`, with the known names
 */
export function pickZoomConnection(connections: ZoomConnections, name: string | undefined): ZoomConnection {
  if (name === undefined) return connections[0];
  const picked = connections.find((connection) => connection.name === name.trim());
  if (picked !== undefined) return picked;
  throw configurationError({ cause: 'connection-unknown', name, known: connections.map((each) => each.name) });
}

const malformed = (problem: string): IntegrationError =>
  configurationError({ cause: 'connections-malformed', problem });

function configurationError(reason: FailureReason): IntegrationError {
  return new IntegrationError(toFailure({ system: 'app', operation: 'read the Zoom connections' }, 'rejected', reason));
}
