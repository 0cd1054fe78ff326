import { parseEndpointAccess, type EndpointAccess } from '../access/endpoint-access.ts';
import { IntegrationError, toFailure } from '../http/integration-error.ts';
import { hubspotBaseUrlDefault } from '../hubspot/hubspot-api.ts';

/** What HubSpot hands to a private function. */
export interface FunctionContext {
  readonly parameters?: unknown;
  readonly secrets?: Readonly<Record<string, string>>;
}

/** Where the vendors are and what opens them. */
export interface Environment {
  readonly hubspotToken: string;
  readonly hubspotBaseUrl: string;
  /** The secret `ZOOM_CONNECTIONS`, unread. */
  readonly zoomConnections: string | undefined;
  readonly zoomBaseUrl: string;
  readonly zoomTokenUrl: string;
}

const zoomBaseUrlDefault = 'https://api.zoom.us/v2';
const zoomTokenUrlDefault = 'https://zoom.us/oauth/token';

const readVariable = ({ secrets }: FunctionContext, name: string): string | undefined =>
  process.env[name] ?? secrets?.[name];

/**
 * Secrets come in the environment, and in the context as well. HubSpot puts the app's token there by itself; where it
 * does not (endpoint functions), it is a secret named HS_ACCESS_TOKEN. The three URLs are set only where the vendors'
 * stand-ins are used.
 *
 * @throws IntegrationError reason `hubspot-token-missing`
 */
export function readEnvironment(context: FunctionContext): Environment {
  const hubspotToken = readVariable(context, 'PRIVATE_APP_ACCESS_TOKEN') ?? readVariable(context, 'HS_ACCESS_TOKEN');
  if (hubspotToken === undefined || hubspotToken === '') {
    throw new IntegrationError(
      toFailure({ system: 'hubspot', operation: 'find the access token' }, 'unauthorised', {
        cause: 'hubspot-token-missing',
      }),
    );
  }
  const withoutSlash = (url: string): string => url.replace(/\/+$/, '');
  return {
    hubspotToken,
    hubspotBaseUrl: withoutSlash(process.env.HUBSPOT_API_URL ?? hubspotBaseUrlDefault),
    zoomConnections: readVariable(context, 'ZOOM_CONNECTIONS'),
    zoomBaseUrl: withoutSlash(process.env.ZOOM_API_URL ?? zoomBaseUrlDefault),
    zoomTokenUrl: process.env.ZOOM_OAUTH_URL ?? zoomTokenUrlDefault,
  };
}

/** What a function that anybody can call is opened with; nothing that opens the vendors. */
export type DoorKeys = EndpointAccess & Pick<Environment, 'zoomConnections'>;

export const readDoorKeys = (context: FunctionContext): DoorKeys => ({
  ...parseEndpointAccess(readVariable(context, 'ENDPOINT_ACCESS')),
  zoomConnections: readVariable(context, 'ZOOM_CONNECTIONS'),
});

/** The same as for a private function, for one that anybody can call. */
export type EndpointEnvironment = Environment & EndpointAccess;

/** @throws IntegrationError reason `hubspot-token-missing` */
export const readEndpointEnvironment = (context: FunctionContext): EndpointEnvironment => ({
  ...readEnvironment(context),
  ...readDoorKeys(context),
});
