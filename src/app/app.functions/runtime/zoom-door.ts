import type { RefusalCause } from '../access/refusal-count.ts';
import type { EndpointRequest } from '../access/request.ts';
import { checkZoomSignature } from '../access/zoom-signature.ts';
import { isIntegrationError } from '../http/integration-error.ts';
import { parseZoomConnections, type ZoomConnection } from '../zoom/zoom-connections.ts';
import { findTokenRefusal, type Admission, type Door } from './doors.ts';

/**
 * Lets Zoom in, on behalf of the connection whose account the event names. A signature is checked with the secret of that
 * connection's webhook; where the gateway drops it, or the connection has no such secret, a token in the URL decides.
 *
 * Zoom's question whether a URL is ours names no account: it is for the connection whose secret made the signature.
 * Without a signature it is for the only connection that has a secret, or for the one that the URL names in `connection`.
 */
export const zoomDoor: Door = (request, keys, nowMs) => {
  const connections = readConnections(keys.zoomConnections);
  if (connections === null) return refuse('connections-unreadable');
  const meant = findMeant(connections, request);
  if (meant.length === 0) return refuse('wrong-account');

  const states = meant.map((connection) => signatureState(connection, request, nowMs));
  const signed = meant[states.indexOf('valid')];
  if (signed !== undefined) return admit(signed);
  if (states.includes('stale')) return refuse('stale-signature');
  if (states.includes('wrong')) return refuse('wrong-signature');

  const cause = findTokenRefusal(request, keys);
  if (cause !== null) return refuse(cause);
  const [only, ...others] = isUrlValidation(request) ? narrowByName(meant, request.query['connection']) : [meant[0]];
  return only === undefined || others.length > 0 ? refuse('connection-unclear') : admit(only);
};

const refuse = (cause: RefusalCause): Admission => ({ kind: 'refused', cause });
const admit = (zoomConnection: ZoomConnection): Admission => ({ kind: 'admitted', zoomConnection });

/** Null when nobody can be let in, which is not for strangers to know. */
function readConnections(secret: string | undefined): readonly ZoomConnection[] | null {
  try {
    return parseZoomConnections(secret);
  } catch (error) {
    if (isIntegrationError(error)) return null;
    throw error;
  }
}

const isUrlValidation = ({ body }: EndpointRequest): boolean => body['event'] === 'endpoint.url_validation';

/** Several where one account is connected twice, or where none is named. */
function findMeant(connections: readonly ZoomConnection[], request: EndpointRequest): readonly ZoomConnection[] {
  const accountId = readAccountId(request.body['payload']);
  if (accountId !== undefined) return connections.filter((connection) => connection.accountId === accountId);
  return isUrlValidation(request) ? connections.filter((connection) => connection.webhookSecretToken !== null) : [];
}

const readAccountId = (payload: unknown): unknown =>
  typeof payload === 'object' && payload !== null && 'account_id' in payload ? payload.account_id : undefined;

const signatureState = ({ webhookSecretToken }: ZoomConnection, request: EndpointRequest, nowMs: number) =>
  webhookSecretToken === null ? 'absent' : checkZoomSignature(request, webhookSecretToken, nowMs);

const narrowByName = (connections: readonly ZoomConnection[], name: string | undefined): readonly ZoomConnection[] =>
  name === undefined ? connections : connections.filter((connection) => connection.name === name.trim());
