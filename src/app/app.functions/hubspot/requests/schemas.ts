import { CoreApiRequestFactory as Core } from '@hubspot/api-client/lib/codegen/crm/schemas/apis/CoreApi.js';
import { createConfiguration } from '@hubspot/api-client/lib/codegen/crm/schemas/configuration.js';
import { ServerConfiguration } from '@hubspot/api-client/lib/codegen/crm/schemas/servers.js';
import type { RequestAccess } from './request-access.ts';

/** Requests about the kinds of objects, of which set-up makes one. */
export function schemaRequests({ token, baseUrl }: RequestAccess) {
  const configuration = createConfiguration({
    baseServer: new ServerConfiguration(baseUrl, {}),
    authMethods: { oauth2: { accessToken: token } },
  });
  return { core: new Core(configuration) };
}
