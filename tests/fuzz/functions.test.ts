import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { EndpointAnswer } from '../../src/app/app.functions/access/request.ts';
import { settingsOfNobody } from '../../src/app/app.functions/settings/stored-settings.ts';
import type { AppProcess } from '../support/app-process.ts';
import { endpointToken, zoomAccountId, type TwoAccounts } from '../support/two-accounts.ts';
import { openWorld, type WebinarWorld } from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, webinarId } from '../support/zoom-webinars.ts';
import { aPlannedWebinar, inDays } from '../support/planned-webinars.ts';
import { checkEach, createTally, expectPrototypesUnharmed, outcomeOf } from './fuzz-kit.ts';
import { edits, mutateValue, type Edit } from './mutate.ts';

const tally = createTally('functions');

afterAll(() => {
  tally.save();
});

const upcomingId = '82345678901';
const acme = (name: string): string => `${name}@acme.example.com`;

/** What pages and the terminal send. */
const parametersOf: Readonly<Record<string, readonly [object, ...object[]]>> = {
  get_activity: [{ days: 14, timeZone: 'Europe/Berlin' }],
  get_audit_log: [
    { webinarId, view: 'runs' },
    { webinarId, connection: 'main', view: 'people', query: 'ann', reason: 'denied', after: '0', limit: 50 },
  ],
  get_contact_webinars: [{ contactId: '101' }, { contactId: 101 }],
  get_overview: [{}],
  get_registration_form: [{ webinarId: upcomingId, connection: 'main' }],
  get_settings: [{}],
  list_webinars: [
    {
      ...{ connection: 'main', query: 'toma', statuses: ['new', 'failed'], when: 'past', hostId: 'host-1' },
      ...{ sort: 'topic', direction: 'ascending', after: '0', limit: 25 },
    },
  ],
  list_zoom_users: [{ connection: 'main', query: 'ha', after: '', limit: 25 }],
  preview_settings: [{ settings: { ...settingsOfNobody, contactExclusions: ['rival.example.com'] } }],
  register_contact: [{ contactId: '101', webinarId: upcomingId, connection: 'main', answers: { city: 'Oslo' } }],
  run_setup: [{}],
  run_sweep: [
    { connection: 'main', mode: 'due' },
    { sweepId: '1', mode: 'all' },
  ],
  save_settings: [{ settings: { ...settingsOfNobody, isSyncOn: true }, version: 1 }],
  sync_person: [
    { webinarId, connection: 'main', address: acme('ann') },
    { webinarId, contactId: '101', runId: `${webinarId}-1` },
  ],
  sync_webinar: [
    { webinarId, connection: 'main', trigger: 'manual' },
    { webinarId, dryRun: true },
    { webinarId, runId: `${webinarId}-1`, dryRun: true, resume: 'q1bKzFOyMtRRKklMVrIqKSpNrQUA' },
  ],
};

const action = (inputFields: object): object => ({
  callbackId: 'ap-1-2-3-0',
  origin: { portalId: 1, actionDefinitionId: 2, actionDefinitionVersion: 1 },
  context: { source: 'WORKFLOWS', workflowId: 3 },
  object: { objectId: 101, objectType: 'CONTACT', properties: { email: acme('ann') } },
  inputFields,
});
const options = (inputFieldName: string, inputFields: object): object => ({
  origin: { portalId: 1, actionDefinitionId: 2, actionDefinitionVersion: 1 },
  objectTypeId: '0-1',
  inputFieldName,
  inputFields,
  fetchOptions: { q: 'tom', after: '0' },
});
const event = (name: string, about: object): object => ({
  event: name,
  event_ts: 1_795_176_000_000,
  payload: { account_id: zoomAccountId, object: { id: Number(webinarId), type: 5, topic: 'T', ...about } },
});

/** What HubSpot and Zoom send. */
const bodiesOf: Readonly<Record<string, readonly [object, ...object[]]>> = {
  add_registrant: [
    action({ webinar: `${zoomAccountId}:${upcomingId}`, webinar_id: null, zoom_account: '' }),
    action({ webinar_id: upcomingId, occurrence: '1795168800000', zoom_account: 'main' }),
  ],
  remove_registrant: [action({ webinar_id: upcomingId, webinar_id_property: upcomingId })],
  webinar_options: [
    options('webinar', { zoom_account: { type: 'STATIC_VALUE', value: zoomAccountId } }),
    options('occurrence', { webinar: upcomingId }),
    options('zoom_account', {}),
  ],
  run_zoom_sync: [action({}), { hop: 1, isSweeping: false }],
  zoom_events: [
    event('webinar.registration_created', { registrant: { id: 'r', email: acme('ann') } }),
    event('webinar.participant_joined', { start_time: '2026-11-20T11:00:00Z', duration: 60 }),
    event('webinar.ended', { uuid: 'a/b==' }),
  ],
};

async function openFuzzWorld(): Promise<WebinarWorld> {
  const world = await openWorld({
    hubspot: { contacts: [{ id: '101', properties: { email: acme('ann'), firstname: 'Ann', lastname: 'A' } }] },
    webinars: [
      aHeldWebinar({
        registrants: [aRegistrant(acme('ann')), aRegistrant(acme('cid'), { status: 'denied' })],
        instances: [anInstance([aJoin(acme('ann'), 5, 35)])],
      }),
      aPlannedWebinar({ id: upcomingId, uuid: 'upcoming==', start_time: inDays(7), registrants: [] }),
    ],
  });
  await world.call('run_setup', {});
  await world.sync({ webinarId });
  return world;
}

const reads = /read|list|get|search|token|find|count|instances|report|schema/i;

/** Whatever changes something at a vendor. */
const writesOf = ({ zoom, hubspot }: TwoAccounts): readonly string[] =>
  [...zoom.requests.list(), ...hubspot.requests.list()]
    .filter(({ method, operation }) => method !== 'GET' && !reads.test(operation ?? ''))
    .map(({ operation }) => operation ?? 'unexpected');

const failure = z.object({
  ok: z.literal(false),
  failure: z.object({
    kind: z.string(),
    system: z.string(),
    operation: z.string(),
    reason: z.object({ cause: z.string() }),
  }),
});
const privateAnswer = z.union([z.looseObject({ ok: z.literal(true) }), failure]);

interface FuzzWorld {
  readonly world: WebinarWorld;
  readonly process: AppProcess;
}

async function callPrivate({ world, process }: FuzzWorld, uid: string, parameters: object): Promise<string> {
  clearRequests(world);
  const answer = privateAnswer.parse(await process.call(uid, parameters));
  // A webinar that is at work is left alone for twelve seconds; each call begins when the one before is over.
  world.time.advance(20_000);
  if (answer.ok) return 'done';
  const { kind, reason } = answer.failure;
  expect(kind).not.toBe('bug');
  if (reason.cause.startsWith('parameter-') || reason.cause === 'webinar-id-invalid')
    expect(writesOf(world.two)).toEqual([]);
  return reason.cause;
}

const outputs = z.object({ outputFields: z.record(z.string(), z.string()) });

async function callEndpoint({ world, process }: FuzzWorld, uid: string, body: unknown): Promise<string> {
  clearRequests(world);
  const { statusCode, body: text }: EndpointAnswer = await process.request(uid, {
    method: 'POST',
    params: { t: [endpointToken] },
    headers: { 'content-type': 'application/json' },
    body,
  });
  world.time.advance(20_000);
  expect(statusCode).toBeLessThan(500);
  const json: unknown = JSON.parse(text);
  if (statusCode >= 400 && statusCode !== 429) expect(writesOf(world.two)).toEqual([]);
  if (uid === 'webinar_options' && statusCode === 200) return 'options';
  if (uid === 'zoom_events' || statusCode !== 200 || !z.object({ outputFields: z.unknown() }).safeParse(json).success) {
    return String(statusCode);
  }
  const code = outputs.parse(json).outputFields['errorCode'] ?? 'done';
  if (code === 'INPUT_INVALID' || code === 'WEBINAR_MISSING' || code === 'WEBINAR_ID_INVALID') {
    expect(writesOf(world.two)).toEqual([]);
  }
  return code;
}

function clearRequests({ two }: WebinarWorld): void {
  two.zoom.requests.clear();
  two.hubspot.requests.clear();
}

type Inputs = [string, number, readonly Edit[]];

/** What calls leave behind in a world adds up. */
const callsPerWorld = 250;

const timeoutMs = 3_600_000;

async function fuzzFunctions(
  samples: Readonly<Record<string, readonly [object, ...object[]]>>,
  share: number,
  call: (fuzz: FuzzWorld, uid: string, input: object) => Promise<string>,
): Promise<void> {
  const open = async (): Promise<FuzzWorld> => {
    const world = await openFuzzWorld();
    return { world, process: await world.startProcess() };
  };
  let fuzz = await open();
  for (const [uid, inputs] of Object.entries(samples)) {
    for (const input of inputs) await outcomeOf(input, () => call(fuzz, uid, input));
  }
  let callCount = 0;
  await checkEach<Inputs>(
    share,
    [fc.constantFrom(...Object.keys(samples)), fc.nat({ max: 99 }), edits],
    async (uid, index, changes) => {
      callCount += 1;
      if (callCount % callsPerWorld === 0) {
        await fuzz.world.close();
        fuzz = await open();
      }
      const inputs = samples[uid] ?? [{}];
      const input = mutateValue(inputs[index % inputs.length], changes) as object;
      tally.count(uid, await outcomeOf([uid, input], () => call(fuzz, uid, input)));
    },
  );
  expectPrototypesUnharmed();
}

describe('whatever a function is called with, it answers within its contract, and nonsense changes nothing', () => {
  it('private functions', () => fuzzFunctions(parametersOf, 0.02, callPrivate), timeoutMs);

  it('endpoint functions', () => fuzzFunctions(bodiesOf, 0.02, callEndpoint), timeoutMs);
});
