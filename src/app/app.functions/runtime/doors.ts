import type { Door } from './handle-request.ts';
import { isKnownToken } from '../access/endpoint-token.ts';

/** HubSpot itself: workflows, and pages through its proxy. */
export const hubspotDoor: Door = ({ query }, { endpointTokens }) =>
  isKnownToken(query['t'], endpointTokens) ? null : 'no-proof';
