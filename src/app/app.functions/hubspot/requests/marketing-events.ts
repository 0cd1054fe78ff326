import { BasicApiRequestFactory as Basic } from '@hubspot/api-client/lib/codegen/marketing/events/apis/BasicApi.js';
import { ChangePropertyApiRequestFactory as Status } from '@hubspot/api-client/lib/codegen/marketing/events/apis/ChangePropertyApi.js';
import { AddEventAttendeesApiRequestFactory as Attendance } from '@hubspot/api-client/lib/codegen/marketing/events/apis/AddEventAttendeesApi.js';
import { RetrieveParticipantStateApiRequestFactory as Participations } from '@hubspot/api-client/lib/codegen/marketing/events/apis/RetrieveParticipantStateApi.js';
import { createConfiguration } from '@hubspot/api-client/lib/codegen/marketing/events/configuration.js';
import { ServerConfiguration } from '@hubspot/api-client/lib/codegen/marketing/events/servers.js';
import type { RequestAccess } from './request-access.ts';

/** Requests about marketing events and who took part in them. */
export function marketingEventRequests({ token, baseUrl }: RequestAccess) {
  const configuration = createConfiguration({
    baseServer: new ServerConfiguration(baseUrl, {}),
    authMethods: { oauth2: { accessToken: token } },
  });
  return {
    basic: new Basic(configuration),
    status: new Status(configuration),
    attendance: new Attendance(configuration),
    participations: new Participations(configuration),
  };
}
