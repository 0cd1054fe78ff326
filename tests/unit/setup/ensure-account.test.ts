import { describe, expect, it } from 'vitest';
import {
  callKeyProperty,
  contactProperties,
  eventDefinitions,
  stateObject,
} from '../../../src/app/app.functions/hubspot/definitions.ts';
import { findStateObjectTypeId } from '../../../src/app/app.functions/hubspot/state-object.ts';
import { createStateStore } from '../../../src/app/app.functions/hubspot/state-store.ts';
import { ensureAccount } from '../../../src/app/app.functions/setup/ensure-account.ts';
import { parseSetupRecord, setupRecordKey } from '../../../src/app/app.functions/setup/setup-record.ts';
import { aProblem, failureOf, inputsOf, noon, type SentRequest } from '../hubspot/fake-hubspot.ts';
import { createFakeAccount, objectTypeId } from './fake-account.ts';

const eventNames = {
  registration: 'pe1_zwh_webinar_registration',
  attendance: 'pe1_zwh_webinar_attendance',
  recording: 'pe1_zwh_recording_available',
};
const kindCount = stateObject.properties.find(({ name }) => name === 'kind')?.options?.length;
const setup = { objectTypeId, eventNames, created: [] };
const everything = [
  'zoom_integration_record',
  ...contactProperties.map(({ name }) => name),
  'zwh_recording_key',
  'zwh_webinar_registration',
  'zwh_webinar_attendance',
  'zwh_recording_available',
];

const anAccount = (interfere?: Parameters<typeof createFakeAccount>[0]) => {
  const fake = createFakeAccount(interfere);
  const stateObjectCache = new Map<string, string>();
  const request = { api: fake.api, now: noon, stateObjectCache };
  return { ...fake, request, stateObjectCache };
};

/** An account in which set-up has run, without the memory of the process that ran it. */
const aReadyAccount = async (interfere?: Parameters<typeof createFakeAccount>[0]) => {
  const ready = anAccount((request, account) => (isReady ? interfere?.(request, account) : undefined));
  let isReady = false;
  await ensureAccount(ready.request);
  isReady = true;
  const firstCallCount = ready.sent.length;
  ready.stateObjectCache.clear();
  return { ...ready, newCalls: () => ready.calls().slice(firstCallCount) };
};

const isCall = ({ method, target }: SentRequest, call: string) => `${method} ${target}` === call;

describe('the first time', () => {
  it('B1: creates everything in twelve calls and says what it has created and what it is called', async () => {
    const { account, calls, request } = anAccount();

    expect(await ensureAccount(request)).toEqual({ ...setup, created: everything });
    expect(calls()).toEqual([
      'GET /crm-object-schemas/v3/schemas?archived=false',
      'POST /crm-object-schemas/v3/schemas',
      'GET /crm/v3/properties/contacts?archived=false',
      'POST /crm/v3/properties/contacts/groups',
      'POST /crm/v3/properties/contacts/batch/create',
      'GET /crm/v3/properties/calls/zwh_recording_key?archived=false',
      'POST /crm/v3/properties/calls/groups',
      'POST /crm/v3/properties/calls',
      'POST /events/v3/event-definitions',
      'POST /events/v3/event-definitions',
      'POST /events/v3/event-definitions',
      'POST /crm/v3/objects/2-123/batch/upsert',
    ]);
    expect(account.contactProperties).toMatchObject([{ name: 'email' }, ...contactProperties]);
    expect(parseSetupRecord({ payload: account.records.get(setupRecordKey)?.payload ?? '' })).toEqual({ eventNames });
  });

  it('makes an object whose key is required, unique and shown', async () => {
    const { account, request } = anAccount();

    await ensureAccount(request);

    expect(account.schemas[0]).toMatchObject({
      name: 'zoom_integration_record',
      primaryDisplayProperty: 'record_key',
      requiredProperties: ['record_key'],
      associatedObjects: [],
    });
    expect(account.schemas[0]?.properties).toMatchObject([
      { name: 'record_key', type: 'string', fieldType: 'text', hasUniqueValue: true },
      {
        name: 'kind',
        type: 'enumeration',
        fieldType: 'select',
        options: { 0: { value: 'setup', label: 'Set-up', displayOrder: 0, hidden: false }, length: kindCount },
      },
      { name: 'payload', fieldType: 'textarea' },
      { name: 'version', type: 'number' },
      { name: 'status' },
      { name: 'occurred_at', type: 'datetime', fieldType: 'date' },
      { name: 'summary' },
      { name: 'activity', type: 'string', fieldType: 'textarea' },
    ]);
  });

  it('makes events of contacts, without the properties of page views', async () => {
    const { account, request } = anAccount();

    await ensureAccount(request);

    expect(account.eventDefinitions).toMatchObject(
      Object.values(eventDefinitions).map(({ name, label, properties }) => ({
        name,
        label,
        primaryObject: 'CONTACT',
        includeDefaultProperties: false,
        propertyDefinitions: properties,
      })),
    );
  });
});

describe('the next time', () => {
  it('takes two calls in a new process and one in the same, and writes nothing', async () => {
    const { request, newCalls } = await aReadyAccount();

    expect(await ensureAccount(request)).toEqual(setup);
    expect(await ensureAccount(request)).toEqual(setup);

    expect(newCalls()).toEqual([
      'GET /crm-object-schemas/v3/schemas?archived=false',
      'POST /crm/v3/objects/2-123/batch/read',
      'POST /crm/v3/objects/2-123/batch/read',
    ]);
  });

  it('takes no call when the caller has the record and the process knows the object', async () => {
    const { api, request, stateObjectCache, newCalls } = await aReadyAccount();
    stateObjectCache.set(api.accountKey, objectTypeId);
    const setupRecord = (await createStateStore(api, objectTypeId).read([setupRecordKey])).get(setupRecordKey) ?? null;

    expect(await ensureAccount({ ...request, setupRecord })).toEqual(setup);
    expect(newCalls()).toEqual(['POST /crm/v3/objects/2-123/batch/read']);
  });

  it('looks at everything again when the record is gone, and creates nothing twice', async () => {
    const { request, newCalls } = await aReadyAccount();

    expect(await ensureAccount({ ...request, setupRecord: null })).toEqual(setup);
    expect(newCalls()).toEqual([
      'GET /crm-object-schemas/v3/schemas?archived=false',
      'GET /crm/v3/properties/contacts?archived=false',
      'GET /crm/v3/properties/calls/zwh_recording_key?archived=false',
      'GET /events/v3/event-definitions?limit=100&includeProperties=true',
      'POST /crm/v3/objects/2-123/batch/upsert',
    ]);
  });

  it('looks at everything again when the record is of other definitions', async () => {
    const { account, request, newCalls } = await aReadyAccount();
    account.records.set(setupRecordKey, {
      record_key: 'setup',
      kind: 'setup',
      payload: '{"definitionsVersion":"old"}',
    });

    await ensureAccount(request);

    expect(newCalls()).toHaveLength(6);
    expect(parseSetupRecord({ payload: account.records.get(setupRecordKey)?.payload ?? '' })).toEqual({ eventNames });
  });

  it('creates only what is missing', async () => {
    const { account, request, sent, newCalls } = await aReadyAccount();
    account.contactProperties.splice(-2);
    account.eventDefinitions.pop();

    const { created } = await ensureAccount({ ...request, setupRecord: null });

    expect(created).toEqual([...contactProperties.slice(-2).map(({ name }) => name), 'zwh_recording_available']);
    const createdProperties = sent.findLast((call) => isCall(call, 'POST /crm/v3/properties/contacts/batch/create'));
    expect(createdProperties).toMatchObject({
      json: { inputs: contactProperties.slice(-2).map(({ name }) => ({ name, groupName: 'zoom_webinars_app' })) },
    });
    expect(newCalls().filter((call) => call === 'POST /events/v3/event-definitions')).toHaveLength(1);
    expect(newCalls().length).toBeLessThanOrEqual(9);
  });

  it('brings an account of the version before recordings and settings up to date', async () => {
    const { account, request, sent } = await aReadyAccount();
    const newNames = ['zwh_next_webinar_name', 'zwh_next_webinar_starts_at', 'zwh_next_webinar_join_url'];
    const kept = account.contactProperties.filter(({ name }) => !newNames.includes(name));
    account.contactProperties.splice(0, Infinity, ...kept);
    account.callProperties.pop();
    account.eventDefinitions.pop();
    const properties = account.schemas[0]?.properties as Record<string, unknown>[];
    const kind = properties.find(({ name }) => name === 'kind') ?? {};
    const earlierKinds = ['setup', 'webinar', 'rows', 'outcomes', 'people', 'lease', 'audit'];
    kind.options = earlierKinds.map((value) => ({ value }));
    account.records.set(setupRecordKey, {
      record_key: 'setup',
      kind: 'setup',
      payload: JSON.stringify({
        definitionsVersion: 'earlier',
        eventNames: { registration: eventNames.registration, attendance: eventNames.attendance },
      }),
    });

    expect(await ensureAccount(request)).toEqual({
      objectTypeId,
      eventNames,
      created: ['zoom_integration_record', ...newNames, 'zwh_recording_key', 'zwh_recording_available'],
    });
    const patched = sent.findLast((call) => isCall(call, 'PATCH /crm/v3/properties/2-123/kind'));
    expect(JSON.stringify(patched?.json)).toMatch(/settings.*facts.*skipped.*sweep/);
    expect(await ensureAccount(request)).toEqual(setup);
  });

  it('gives the object the properties and kinds that it lacks', async () => {
    const { account, request, sent } = await aReadyAccount();
    const properties = account.schemas[0]?.properties as Record<string, unknown>[];
    properties.pop();
    const kind = properties.find(({ name }) => name === 'kind') ?? {};
    kind.options = [{ value: 'setup', label: 'Set-up' }];
    Object.assign(properties[0] ?? {}, { groupName: 'own_group' });

    const { created } = await ensureAccount({ ...request, setupRecord: null });

    expect(sent.find((call) => isCall(call, 'POST /crm/v3/properties/2-123/batch/create'))).toMatchObject({
      json: { inputs: [{ name: 'activity', groupName: 'own_group' }] },
    });
    const patched = sent.find((call) => isCall(call, 'PATCH /crm/v3/properties/2-123/kind'));
    expect(created).toEqual(['zoom_integration_record']);
    expect(patched?.json).toMatchObject({ options: { length: kindCount } });
  });

  it('gives an event definition the properties that it lacks', async () => {
    const { account, request, newCalls } = await aReadyAccount();
    const definition = account.eventDefinitions[1] as { properties?: unknown[] } | undefined;
    definition?.properties?.pop();

    const { created } = await ensureAccount({ ...request, setupRecord: null });

    expect(created).toEqual(['zwh_webinar_attendance']);
    expect(newCalls().filter((call) => call.endsWith('/property'))).toEqual([
      'POST /events/v3/event-definitions/pe1_zwh_webinar_attendance/property',
    ]);
  });

  it('finds definitions on a later page', async () => {
    const { account, request, newCalls } = await aReadyAccount(({ target }, { eventDefinitions: stored }) => {
      if (!target.startsWith('/events/v3/event-definitions?')) return undefined;
      if (target.includes('after=next')) return { status: 200, json: { results: stored } };
      return { status: 200, json: { results: [], paging: { next: { after: 'next' } } } };
    });

    expect(await ensureAccount({ ...request, setupRecord: null })).toEqual(setup);
    expect(newCalls()).toContain('GET /events/v3/event-definitions?limit=100&includeProperties=true&after=next');
    expect(account.eventDefinitions).toHaveLength(3);
  });
});

describe('somebody else at the same time', () => {
  it('who creates the object, is believed', async () => {
    let isFirst = true;
    const { request } = anAccount(({ method, target }, account) => {
      if (method !== 'POST' || target !== '/crm-object-schemas/v3/schemas' || !isFirst) return undefined;
      isFirst = false;
      account.schemas.push({
        name: 'zoom_integration_record',
        id: '123',
        objectTypeId,
        properties: undefined,
      });
      return undefined;
    });

    expect(await ensureAccount(request)).toMatchObject({ objectTypeId, eventNames });
  });

  it('who creates some properties, leaves the others to us', async () => {
    let isFirst = true;
    const { account, request } = anAccount(({ target }, { contactProperties: stored }) => {
      if (target !== '/crm/v3/properties/contacts/batch/create' || !isFirst) return undefined;
      isFirst = false;
      stored.push(...contactProperties.slice(0, 2).map(({ name, type }) => ({ name, type })));
      return undefined;
    });

    await ensureAccount(request);

    expect(account.contactProperties.map(({ name }) => name).sort()).toEqual(
      ['email', ...contactProperties.map(({ name }) => name)].sort(),
    );
  });

  it('who creates the property of calls, is believed', async () => {
    const { account, request } = anAccount(({ method, target }, { callProperties: stored }) => {
      if (method === 'POST' && target === '/crm/v3/properties/calls/groups') stored.push({ ...callKeyProperty });
      return undefined;
    });

    expect(await ensureAccount(request)).toMatchObject({ objectTypeId, eventNames });
    expect(account.callProperties.map(({ name }) => name)).toEqual(['hs_call_title', 'zwh_recording_key']);
  });

  it('who has an event definition from an earlier installation, makes us look for its name', async () => {
    const { account, request, calls } = anAccount();
    account.eventDefinitions.push({
      name: 'zwh_webinar_registration',
      fullyQualifiedName: 'pe1_zwh_webinar_registration',
    });

    expect(await ensureAccount(request)).toMatchObject({ objectTypeId, eventNames });
    expect(calls().filter((call) => call.startsWith('GET /events'))).toHaveLength(1);
  });
});

describe('what stands in the way', () => {
  it('is named when it is a scope', async () => {
    const { request } = anAccount(({ target, method }) =>
      method === 'POST' && target === '/crm-object-schemas/v3/schemas'
        ? {
            status: 403,
            json: aProblem({
              category: 'MISSING_SCOPES',
              context: { requiredGranularScopes: ['crm.schemas.custom.write'] },
            }),
          }
        : undefined,
    );

    expect(await failureOf(ensureAccount(request))).toMatchObject({
      kind: 'missing-scope',
      operation: 'create custom object',
      reason: { cause: 'scopes-missing', scopes: ['crm.schemas.custom.write'] },
    });
  });

  it('is named when it is a property of another type', async () => {
    const { account, request } = await aReadyAccount();
    account.contactProperties.splice(1, 1, { name: 'zwh_average_attendance_percentage', type: 'string' });

    expect(await failureOf(ensureAccount({ ...request, setupRecord: null }))).toMatchObject({
      kind: 'conflict',
      reason: {
        cause: 'vendor-refused',
        problem: 'the property zwh_average_attendance_percentage exists as string, the app needs it as number',
      },
    });
  });

  it('is named when it is a property of the object of another type', async () => {
    const { account, request } = await aReadyAccount();
    const properties = account.schemas[0]?.properties as Record<string, unknown>[];
    Object.assign(properties.find(({ name }) => name === 'version') ?? {}, { type: 'string' });

    expect(await failureOf(ensureAccount({ ...request, setupRecord: null }))).toMatchObject({
      kind: 'conflict',
      reason: { problem: 'the property version exists as string, the app needs it as number' },
    });
  });

  it('is named when HubSpot says that an event definition exists and does not list it', async () => {
    const { request } = anAccount(({ method, target }) =>
      method === 'POST' && target === '/events/v3/event-definitions'
        ? { status: 409, json: aProblem({ category: 'OBJECT_ALREADY_EXISTS', message: 'The name was used before.' }) }
        : undefined,
    );

    expect(await failureOf(ensureAccount(request))).toMatchObject({
      kind: 'conflict',
      reason: { problem: 'The name was used before.' },
    });
  });

  it('is named when it is a property of calls that is not unique', async () => {
    const { account, request } = anAccount();
    account.callProperties.push({ name: 'zwh_recording_key', type: 'string', hasUniqueValue: false });

    expect(await failureOf(ensureAccount(request))).toMatchObject({
      kind: 'conflict',
      reason: { problem: 'the property zwh_recording_key of calls is not unique' },
    });
  });

  it('is named when it is a property of calls of another type', async () => {
    const { account, request } = anAccount();
    account.callProperties.push({ name: 'zwh_recording_key', type: 'number', hasUniqueValue: true });

    expect(await failureOf(ensureAccount(request))).toMatchObject({
      kind: 'conflict',
      reason: { problem: 'the property zwh_recording_key exists as number, the app needs it as string' },
    });
  });

  it('is named when it is an archived property of calls that comes back without being unique', async () => {
    const { request } = anAccount(({ method, target }) =>
      method === 'POST' && target === '/crm/v3/properties/calls'
        ? { status: 201, json: { name: 'zwh_recording_key', type: 'string', hasUniqueValue: false } }
        : undefined,
    );

    expect(await failureOf(ensureAccount(request))).toMatchObject({ kind: 'conflict' });
  });

  it('is named when HubSpot says that the property of calls exists and does not show it', async () => {
    const { request } = anAccount(({ method, target }) =>
      method === 'POST' && target === '/crm/v3/properties/calls'
        ? { status: 409, json: aProblem({ category: 'OBJECT_ALREADY_EXISTS', message: 'It exists.' }) }
        : undefined,
    );

    expect(await failureOf(ensureAccount(request))).toMatchObject({
      kind: 'conflict',
      reason: { problem: 'the property zwh_recording_key of calls exists and cannot be read' },
    });
  });

  it('is named when it is an object whose key is not unique', async () => {
    const { account, request } = await aReadyAccount();
    const properties = account.schemas[0]?.properties as Record<string, unknown>[];
    Object.assign(properties[0] ?? {}, { hasUniqueValue: false });

    expect(await failureOf(ensureAccount({ ...request, setupRecord: null }))).toMatchObject({ kind: 'conflict' });
  });

  it('is not hidden behind a conflict: a property that is refused says why', async () => {
    const { request } = anAccount(({ target, method }) => {
      if (target.endsWith('/contacts/batch/create'))
        return { status: 207, json: { results: [], errors: [aProblem()] } };
      if (target === '/crm/v3/properties/contacts' && method === 'POST') {
        return { status: 400, json: aProblem({ message: 'The limit of properties is reached' }) };
      }
      return undefined;
    });

    expect(await failureOf(ensureAccount(request))).toMatchObject({
      kind: 'rejected',
      reason: { cause: 'vendor-refused', problem: 'The limit of properties is reached' },
    });
  });

  it('is not taken as set up when the record cannot be written', async () => {
    const { account, request } = anAccount((call) =>
      call.target.endsWith('/batch/upsert')
        ? { status: 400, json: aProblem({ message: `No ${inputsOf(call).length}` }) }
        : undefined,
    );

    expect(await failureOf(ensureAccount(request))).toMatchObject({ kind: 'rejected' });
    expect(account.records.size).toBe(0);
  });
});

describe('the type id of the state object', () => {
  it('is null, not an error, before set-up, and is asked for again', async () => {
    const { api, stateObjectCache, calls } = anAccount();

    expect(await findStateObjectTypeId(api, stateObjectCache)).toBeNull();
    expect(await findStateObjectTypeId(api, stateObjectCache)).toBeNull();
    expect(calls()).toHaveLength(2);
  });

  it('is asked for once when there is one', async () => {
    const { api, stateObjectCache, newCalls } = await aReadyAccount();

    expect(await findStateObjectTypeId(api, stateObjectCache)).toBe(objectTypeId);
    expect(await findStateObjectTypeId(api, stateObjectCache)).toBe(objectTypeId);
    expect(newCalls()).toHaveLength(1);
  });

  it('is known in the process that ran set-up', async () => {
    const { api, request, stateObjectCache, calls } = anAccount();
    await ensureAccount(request);
    const callCount = calls().length;

    expect(await findStateObjectTypeId(api, stateObjectCache)).toBe(objectTypeId);
    expect(calls()).toHaveLength(callCount);
  });

  it('is the plain id where HubSpot gives no other', async () => {
    const { account, api, stateObjectCache } = anAccount();
    account.schemas.push({ name: 'zoom_integration_record', id: '2-77' });

    expect(await findStateObjectTypeId(api, stateObjectCache)).toBe('2-77');
  });

  it('does not belong to an archived object', async () => {
    const { account, api, stateObjectCache } = anAccount();
    account.schemas.push({ name: 'zoom_integration_record', id: '123', objectTypeId, archived: true });

    expect(await findStateObjectTypeId(api, stateObjectCache)).toBeNull();
  });
});
