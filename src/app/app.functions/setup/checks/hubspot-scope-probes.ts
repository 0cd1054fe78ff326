import type { HttpRequest } from '../../http/http.ts';
import { isIntegrationError, type Failure } from '../../http/integration-error.ts';
import type { HubSpotApi } from '../../hubspot/hubspot-api.ts';
import { hubspotScopes, type HubSpotScope } from './required-scopes.ts';

interface Probe {
  readonly method: HttpRequest['method'];
  readonly path: string;
  readonly body?: unknown;
}

/** What HubSpot said to the probe of one scope. */
export interface ProbedScope {
  readonly scope: HubSpotScope;
  /** `unknown` comes with the failure that kept it from being found out. */
  readonly outcome: 'granted' | 'missing' | 'unknown';
  readonly failure: Failure | null;
}

const get = (path: string): Probe => ({ method: 'GET', path });
const post = (path: string, body: unknown): Probe => ({ method: 'POST', path, body });
const nothing = { inputs: [] };
/** All that HubSpot's specification demands of an object, and a name that it cannot have. */
const namelessObject = { name: '', labels: {}, requiredProperties: [], properties: [] };
/** Nobody has given it to a transcript. */
const noTranscript = '/crm/v3/extensions/calling/transcripts/00000000-0000-0000-0000-000000000000';

/**
 * A request per scope that the scope must open. Those for reading read one row at most; those for writing change nothing
 * whatever HubSpot answers: a batch without inputs, a definition without a name, a record that does not exist.
 *
 * @param objectTypeId - of the app's own object, or of none
 */
const probesWith = (objectTypeId: string): Readonly<Record<HubSpotScope, Probe>> => ({
  oauth: get('/account-info/v3/details'),
  'crm.objects.contacts.read': get('/crm/v3/objects/contacts?limit=1&properties=hs_object_id'),
  'crm.objects.contacts.write': post('/crm/v3/objects/contacts/batch/update', nothing),
  'crm.schemas.contacts.read': get('/crm/v3/properties/contacts/groups'),
  'crm.schemas.contacts.write': post('/crm/v3/properties/contacts/batch/create', nothing),
  'crm.objects.marketing_events.read': get('/marketing/v3/marketing-events/?limit=1'),
  'crm.objects.marketing_events.write': post('/marketing/v3/marketing-events/events/upsert', nothing),
  'crm.schemas.custom.read': get('/crm-object-schemas/v3/schemas'),
  'crm.schemas.custom.write': post('/crm-object-schemas/v3/schemas', namelessObject),
  'crm.objects.custom.read': get(`/crm/v3/objects/${objectTypeId}?limit=1&properties=hs_object_id`),
  'crm.objects.custom.write': post(`/crm/v3/objects/${objectTypeId}/batch/update`, nothing),
  'behavioral_events.event_definitions.read_write': get('/events/v3/event-definitions?limit=1'),
  'analytics.behavioral_events.send': post('/events/v3/send/batch', nothing),
  'settings.users.read': get('/settings/v3/users/?limit=1'),
  'crm.extensions_calling_transcripts.read': get(noTranscript),
  'crm.extensions_calling_transcripts.write': { method: 'DELETE', path: noTranscript },
});

/** Stands for the app's own object while the account has none: HubSpot looks at the scope before it looks for the object. */
const noObjectTypeId = '2-0';

/**
 * Tries every scope at once. Whatever HubSpot answers but a refusal of the token or of the scope means that it is there.
 *
 * @param objectTypeId - of the app's own object; null while there is none
 */
export function probeHubSpotScopes(api: HubSpotApi, objectTypeId: string | null): Promise<readonly ProbedScope[]> {
  const probes = probesWith(objectTypeId ?? noObjectTypeId);
  return Promise.all(hubspotScopes.map((scope) => probeScope(api, scope, probes[scope])));
}

async function probeScope(api: HubSpotApi, scope: HubSpotScope, probe: Probe): Promise<ProbedScope> {
  try {
    await api.callPath(
      { operation: `check the scope ${scope}`, isIdempotent: true, rateClass: 'hubspot.general' },
      probe,
    );
    return { scope, outcome: 'granted', failure: null };
  } catch (error) {
    if (!isIntegrationError(error)) throw error;
    return { scope, ...judge(error.failure) };
  }
}

function judge(failure: Failure): Omit<ProbedScope, 'scope'> {
  switch (failure.kind) {
    case 'missing-scope':
      // Without names it is the account's tier that lacks the feature, and the failure says so.
      return failure.reason.cause === 'scopes-missing'
        ? { outcome: 'missing', failure: null }
        : { outcome: 'unknown', failure };
    case 'rejected':
    case 'not-found':
    case 'conflict':
      return { outcome: 'granted', failure: null };
    case 'unauthorised':
    case 'rate-limited':
    case 'quota-exhausted':
    case 'unavailable':
    case 'timeout':
    case 'answer-lost':
    case 'unexpected-shape':
    case 'deadline':
    case 'bug':
      return { outcome: 'unknown', failure };
  }
}
