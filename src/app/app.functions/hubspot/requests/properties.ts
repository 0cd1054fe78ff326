import { CoreApiRequestFactory as Core } from '@hubspot/api-client/lib/codegen/crm/properties/apis/CoreApi.js';
import { BatchApiRequestFactory as Batch } from '@hubspot/api-client/lib/codegen/crm/properties/apis/BatchApi.js';
import { GroupsApiRequestFactory as Groups } from '@hubspot/api-client/lib/codegen/crm/properties/apis/GroupsApi.js';
import { createConfiguration } from '@hubspot/api-client/lib/codegen/crm/properties/configuration.js';
import { ServerConfiguration } from '@hubspot/api-client/lib/codegen/crm/properties/servers.js';
import type { RequestAccess } from './request-access.ts';

/** Requests about the properties of objects, which set-up makes. */
export function propertyRequests({ token, baseUrl }: RequestAccess) {
  const configuration = createConfiguration({
    baseServer: new ServerConfiguration(baseUrl, {}),
    authMethods: { oauth2: { accessToken: token } },
  });
  return { core: new Core(configuration), batches: new Batch(configuration), groups: new Groups(configuration) };
}
