import { aProblem, batch, createFakeHubSpot, inputsOf, type Reply, type SentRequest } from '../hubspot/fake-hubspot.ts';

interface Named {
  readonly name: string;
  readonly [field: string]: unknown;
}

/** What a HubSpot account holds of the things that set-up cares about. Tests change it as they like. */
export interface FakeAccount {
  readonly schemas: Named[];
  readonly contactProperties: Named[];
  readonly callProperties: Named[];
  readonly groups: Named[];
  readonly callGroups: Named[];
  readonly eventDefinitions: Named[];
  readonly records: Map<string, Readonly<Record<string, string>>>;
}

const conflict: Reply = { status: 409, json: aProblem({ category: 'OBJECT_ALREADY_EXISTS', message: 'It exists.' }) };
const created = (json: unknown): Reply => ({ status: 201, json });
const list = (results: readonly unknown[]): Reply => ({ status: 200, json: { results } });
export const objectTypeId = '2-123';

/**
 * A tiny account: enough to see which calls set-up makes and what they leave behind.
 *
 * @param interfere - sees each request first; a reply of its own replaces the account's, and it may change the account
 */
export function createFakeAccount(
  interfere: (request: SentRequest, account: FakeAccount) => Reply | undefined = () => undefined,
) {
  const account: FakeAccount = {
    schemas: [],
    contactProperties: [{ name: 'email', type: 'string' }],
    callProperties: [{ name: 'hs_call_title', type: 'string' }],
    groups: [],
    callGroups: [],
    eventDefinitions: [],
    records: new Map(),
  };
  const { api, sent } = createFakeHubSpot((request) => interfere(request, account) ?? answer(account, request));
  const calls = () => sent.map(({ method, target }) => `${method} ${target}`);
  return { account, api, sent, calls };
}

function add(items: Named[], item: unknown, more: object = {}): Reply {
  const named = item as Named;
  if (items.some(({ name }) => name === named.name)) return conflict;
  const stored = { ...named, ...more };
  items.push(stored);
  return created(stored);
}

function find(items: readonly Named[], wanted: string): Reply {
  const found = items.find(({ name }) => name === wanted);
  if (found !== undefined) return { status: 200, json: found };
  return { status: 404, json: aProblem({ category: 'OBJECT_NOT_FOUND', message: 'It does not exist.' }) };
}

function answer(account: FakeAccount, request: SentRequest): Reply {
  const { method, target, json } = request;
  const call = `${method} ${target.split('?')[0] ?? ''}`;
  const objectProperties = account.schemas[0]?.properties as Named[] | undefined;
  switch (call) {
    case 'GET /crm-object-schemas/v3/schemas':
      return list(account.schemas);
    case 'POST /crm-object-schemas/v3/schemas':
      return add(account.schemas, json, { id: '123', objectTypeId });
    case 'GET /crm/v3/properties/contacts':
      return list(account.contactProperties);
    case 'POST /crm/v3/properties/contacts/groups':
      return add(account.groups, json);
    case 'GET /crm/v3/properties/calls/zwh_recording_key':
      return find(account.callProperties, 'zwh_recording_key');
    case 'POST /crm/v3/properties/calls/groups':
      return add(account.callGroups, json);
    case 'POST /crm/v3/properties/calls':
      return add(account.callProperties, json);
    case 'POST /crm/v3/properties/contacts':
      return add(account.contactProperties, json);
    case 'POST /crm/v3/properties/contacts/batch/create':
      return addAll(account.contactProperties, request);
    case `POST /crm/v3/properties/${objectTypeId}/batch/create`:
      return addAll(objectProperties ?? [], request);
    case `PATCH /crm/v3/properties/${objectTypeId}/kind`:
      return { status: 200, json: {} };
    case 'GET /events/v3/event-definitions':
      return list(account.eventDefinitions);
    case 'POST /events/v3/event-definitions': {
      const { name, propertyDefinitions } = json as { name: string; propertyDefinitions: unknown };
      return add(account.eventDefinitions, json, {
        fullyQualifiedName: `pe1_${name}`,
        properties: propertyDefinitions,
      });
    }
    case `POST /crm/v3/objects/${objectTypeId}/batch/read`:
      return batch(inputsOf(request).flatMap(({ id }) => toResult(account, id)));
    case `POST /crm/v3/objects/${objectTypeId}/batch/upsert`:
      for (const { id, properties } of inputsOf(request)) account.records.set(id, { ...properties, record_key: id });
      return batch(inputsOf(request).flatMap(({ id }) => toResult(account, id)));
    default:
      if (/^POST \/events\/v3\/event-definitions\/pe1_\w+\/property$/.test(call)) return created(json);
      throw new Error(`unexpected call: ${call}`);
  }
}

function addAll(items: Named[], request: SentRequest): Reply {
  const inputs = inputsOf(request) as unknown as readonly Named[];
  if (inputs.some(({ name }) => items.some((item) => item.name === name))) return conflict;
  items.push(...inputs);
  return { status: 201, json: { status: 'COMPLETE', results: inputs } };
}

function toResult(account: FakeAccount, key: string) {
  const properties = account.records.get(key);
  return properties === undefined ? [] : [{ id: `id-${key}`, properties }];
}
