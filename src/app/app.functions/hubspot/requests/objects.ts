import { BasicApiRequestFactory as Basic } from '@hubspot/api-client/lib/codegen/crm/objects/apis/BasicApi.js';
import { BatchApiRequestFactory as Batch } from '@hubspot/api-client/lib/codegen/crm/objects/apis/BatchApi.js';
import { SearchApiRequestFactory as Search } from '@hubspot/api-client/lib/codegen/crm/objects/apis/SearchApi.js';
import { createConfiguration } from '@hubspot/api-client/lib/codegen/crm/objects/configuration.js';
import { ServerConfiguration } from '@hubspot/api-client/lib/codegen/crm/objects/servers.js';
import type { RequestAccess } from './request-access.ts';

/** Requests about contacts, calls, and the app’s own records. */
export function objectRequests({ token, baseUrl }: RequestAccess) {
  const configuration = createConfiguration({
    baseServer: new ServerConfiguration(baseUrl, {}),
    authMethods: { oauth2: { accessToken: token } },
  });
  return { basic: new Basic(configuration), batches: new Batch(configuration), search: new Search(configuration) };
}
