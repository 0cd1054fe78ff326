import { createHash } from 'node:crypto';
import { BasicApiRequestFactory as ObjectRequests } from '@hubspot/api-client/lib/codegen/crm/objects/apis/BasicApi.js';
import { BatchApiRequestFactory as ObjectBatchRequests } from '@hubspot/api-client/lib/codegen/crm/objects/apis/BatchApi.js';
import { SearchApiRequestFactory as ObjectSearchRequests } from '@hubspot/api-client/lib/codegen/crm/objects/apis/SearchApi.js';
import { createConfiguration as configureObjects } from '@hubspot/api-client/lib/codegen/crm/objects/configuration.js';
import { ServerConfiguration as ObjectsServer } from '@hubspot/api-client/lib/codegen/crm/objects/servers.js';
import { BatchApiRequestFactory as PropertyBatchRequests } from '@hubspot/api-client/lib/codegen/crm/properties/apis/BatchApi.js';
import { CoreApiRequestFactory as PropertyRequests } from '@hubspot/api-client/lib/codegen/crm/properties/apis/CoreApi.js';
import { GroupsApiRequestFactory as PropertyGroupRequests } from '@hubspot/api-client/lib/codegen/crm/properties/apis/GroupsApi.js';
import { createConfiguration as configureProperties } from '@hubspot/api-client/lib/codegen/crm/properties/configuration.js';
import { ServerConfiguration as PropertiesServer } from '@hubspot/api-client/lib/codegen/crm/properties/servers.js';
import { CoreApiRequestFactory as SchemaRequests } from '@hubspot/api-client/lib/codegen/crm/schemas/apis/CoreApi.js';
import { createConfiguration as configureSchemas } from '@hubspot/api-client/lib/codegen/crm/schemas/configuration.js';
import { ServerConfiguration as SchemasServer } from '@hubspot/api-client/lib/codegen/crm/schemas/servers.js';
import { BatchApiRequestFactory as EventSendRequests } from '@hubspot/api-client/lib/codegen/events/send/apis/BatchApi.js';
import { createConfiguration as configureEventSends } from '@hubspot/api-client/lib/codegen/events/send/configuration.js';
import { ServerConfiguration as EventSendsServer } from '@hubspot/api-client/lib/codegen/events/send/servers.js';
import { AddEventAttendeesApiRequestFactory as AttendanceRequests } from '@hubspot/api-client/lib/codegen/marketing/events/apis/AddEventAttendeesApi.js';
import { BasicApiRequestFactory as MarketingEventRequests } from '@hubspot/api-client/lib/codegen/marketing/events/apis/BasicApi.js';
import { ChangePropertyApiRequestFactory as MarketingEventStatusRequests } from '@hubspot/api-client/lib/codegen/marketing/events/apis/ChangePropertyApi.js';
import { RetrieveParticipantStateApiRequestFactory as ParticipationRequests } from '@hubspot/api-client/lib/codegen/marketing/events/apis/RetrieveParticipantStateApi.js';
import { createConfiguration as configureMarketingEvents } from '@hubspot/api-client/lib/codegen/marketing/events/configuration.js';
import { ServerConfiguration as MarketingEventsServer } from '@hubspot/api-client/lib/codegen/marketing/events/servers.js';
import type { HttpAnswer, HttpRequest, Send } from '../http/http.ts';
import type { CallFacts } from './hubspot-call.ts';
import { sendSdkRequest, type SdkRequest } from './sdk-transport.ts';

export const hubspotBaseUrlDefault = 'https://api.hubapi.com';

export interface HubSpotAccess {
  readonly send: Send;
  readonly token: string;
  /** Without a slash at its end. */
  readonly baseUrl?: string;
}

/**
 * HubSpot as the gateways see it: the SDK's request builders of the areas in use, and the ways to send.
 *
 * Only the builders are imported. The SDK's clients would add half as much again to every function's bundle and to its
 * start, and would put their own reading of answers between HubSpot and our schemas.
 */
export function createHubSpotApi({ send, token, baseUrl = hubspotBaseUrlDefault }: HubSpotAccess) {
  const authMethods = { oauth2: { accessToken: token } };
  const objects = configureObjects({ baseServer: new ObjectsServer(baseUrl, {}), authMethods });
  const properties = configureProperties({ baseServer: new PropertiesServer(baseUrl, {}), authMethods });
  const schemas = configureSchemas({ baseServer: new SchemasServer(baseUrl, {}), authMethods });
  const eventSends = configureEventSends({ baseServer: new EventSendsServer(baseUrl, {}), authMethods });
  const marketing = configureMarketingEvents({ baseServer: new MarketingEventsServer(baseUrl, {}), authMethods });

  return {
    objects: new ObjectRequests(objects),
    objectBatches: new ObjectBatchRequests(objects),
    objectSearch: new ObjectSearchRequests(objects),
    properties: new PropertyRequests(properties),
    propertyBatches: new PropertyBatchRequests(properties),
    propertyGroups: new PropertyGroupRequests(properties),
    schemas: new SchemaRequests(schemas),
    eventSends: new EventSendRequests(eventSends),
    marketingEvents: new MarketingEventRequests(marketing),
    marketingEventStatus: new MarketingEventStatusRequests(marketing),
    attendance: new AttendanceRequests(marketing),
    participations: new ParticipationRequests(marketing),

    /** Tells accounts apart without keeping the token. */
    accountKey: createHash('sha256').update(`${baseUrl}\n${token}`).digest('hex'),

    /** Sends a request of one of the builders above. */
    call: (facts: CallFacts, building: Promise<SdkRequest>): Promise<HttpAnswer> =>
      sendSdkRequest(send, facts, building),

    /** Sends a request that the SDK has no builder for. */
    callPath: (
      facts: CallFacts,
      {
        method,
        path,
        body,
      }: { readonly method: HttpRequest['method']; readonly path: string; readonly body?: unknown },
    ): Promise<HttpAnswer> =>
      send({
        system: 'hubspot',
        ...facts,
        method,
        url: `${baseUrl}${path}`,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

export type HubSpotApi = ReturnType<typeof createHubSpotApi>;
