import { BatchApiRequestFactory as Batch } from '@hubspot/api-client/lib/codegen/events/send/apis/BatchApi.js';
import { createConfiguration } from '@hubspot/api-client/lib/codegen/events/send/configuration.js';
import { ServerConfiguration } from '@hubspot/api-client/lib/codegen/events/send/servers.js';
import type { RequestAccess } from './request-access.ts';

/** Requests that put events on timelines. */
export function eventSendRequests({ token, baseUrl }: RequestAccess) {
  const configuration = createConfiguration({
    baseServer: new ServerConfiguration(baseUrl, {}),
    authMethods: { oauth2: { accessToken: token } },
  });
  return { sends: new Batch(configuration) };
}
