import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  addAction,
  addWorkflow,
  enrol,
  fetchOptions,
  nextWorkflowAt,
  runDueWorkflows,
  runWorkflowsUntil,
  type HubSpotSeed,
  type HubSpotWorld,
  type WorkflowSettings,
} from '../../emulators/hubspot/index.ts';
import {
  NoConnection,
  type Deliver,
  type OutgoingAnswer,
  type OutgoingRequest,
} from '../../emulators/core/delivery.ts';
import { portalId, startAccount, startAt, threeContacts, type TestAccount } from './hubspot-emulator-harness.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const secret = 'an app secret';
const actionUrl = 'https://147975758.hs-sites.com/hs/serverless/greet?t=a%20token%2Fwith%3A';

const text = (name: string) => ({ name, type: 'string', fieldType: 'text' });

const definition = {
  uid: 'greet',
  type: 'workflow-action',
  config: {
    actionUrl,
    isPublished: true,
    supportedClients: [{ client: 'WORKFLOWS' }],
    objectTypes: ['CONTACT'],
    objectRequestOptions: { properties: ['email', 'firstname'] },
    inputFields: [
      { typeDefinition: text('greeting'), supportedValueTypes: ['STATIC_VALUE'], isRequired: true },
      { typeDefinition: text('nickname'), supportedValueTypes: ['OBJECT_PROPERTY'], isRequired: false },
      {
        typeDefinition: {
          ...text('place'),
          type: 'enumeration',
          fieldType: 'select',
          optionsUrl: 'https://147975758.hs-sites.com/hs/serverless/places',
        },
        supportedValueTypes: ['STATIC_VALUE'],
        isRequired: false,
      },
      {
        typeDefinition: { ...text('tone'), type: 'enumeration', options: [{ value: 'warm', label: 'Warm' }] },
        supportedValueTypes: ['STATIC_VALUE'],
        isRequired: false,
      },
    ],
    outputFields: [{ typeDefinition: text('answer') }, { typeDefinition: text('errorCode') }],
    executionRules: [
      { labelName: 'deaf', conditions: { errorCode: 'DEAF' } },
      { labelName: 'shy', conditions: { errorCode: ['SHY', 'MUTE'], hs_execution_state: 'FAIL_CONTINUE' } },
      { labelName: 'said', conditions: { hs_execution_state: 'SUCCESS' } },
      { labelName: 'never', conditions: { errorCode: 'DEAF' } },
    ],
    labels: {
      en: {
        actionName: 'Greet',
        executionRules: {
          deaf: 'Nobody heard "{{greeting}}"',
          shy: 'Too shy',
          said: 'Said {{ greeting }}, heard {{answer}}{{unknown}}',
          never: 'Never',
        },
      },
      de: { actionName: 'Grüßen', executionRules: { said: '{{greeting}} gesagt' } },
    },
  },
};

const answering = (outputFields: object, status = 200): OutgoingAnswer => ({
  status,
  body: JSON.stringify({ outputFields }),
});
const success = answering({ hs_execution_state: 'SUCCESS', answer: 'hello' });

interface Stage {
  readonly account: TestAccount;
  readonly world: HubSpotWorld;
  readonly requests: OutgoingRequest[];
  readonly deliver: Deliver;
}

/** An account with the action, and an app that gives the answers one after the other, then the last one for ever. */
async function open(
  answers: readonly (OutgoingAnswer | 'broken')[] = [success],
  settings: Partial<WorkflowSettings> = {},
  seed: HubSpotSeed = { contacts: threeContacts },
): Promise<Stage> {
  const account = await startAccount(seed);
  const world = account.emulator.world();
  world.workflows.settings = { ...world.workflows.settings, clientSecret: secret, ...settings };
  addAction(world, definition);
  const requests: OutgoingRequest[] = [];
  const deliver: Deliver = async (request) => {
    requests.push(request);
    const answer = answers[Math.min(requests.length, answers.length) - 1] ?? success;
    if (answer === 'broken') throw new NoConnection();
    return Promise.resolve(answer);
  };
  return { account, world, requests, deliver };
}

const greetAnn = (world: HubSpotWorld, locale = 'en') => {
  const workflow = addWorkflow(world, {
    action: 'greet',
    inputs: { greeting: 'Hi', nickname: { property: 'lastname' } },
    locale,
  });
  const [enrolment] = enrol(world, workflow.id, ['101']);
  if (enrolment === undefined) throw new Error('nobody was enrolled');
  return enrolment;
};

describe('a workflow of the HubSpot stand-in', () => {
  it('asks the app once for each record, in the vendor’s form, all inputs texts', async () => {
    const { world, requests, deliver } = await open();
    const workflow = addWorkflow(world, {
      action: 'greet',
      inputs: { greeting: '5', nickname: { property: 'lastname' } },
    });
    enrol(world, workflow.id, ['101', '103']);

    expect(await runDueWorkflows(world, deliver)).toBe(2);

    const [ann, cyd] = requests.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(ann).toEqual({
      callbackId: expect.stringMatching(new RegExp(String.raw`^ap-${portalId}-\d+-\d+-0$`)) as unknown,
      origin: { portalId, actionDefinitionId: 10_646_377, actionDefinitionVersion: 1 },
      context: { source: 'WORKFLOWS', workflowId: workflow.id },
      object: { objectId: 101, objectType: 'CONTACT', properties: { email: 'ann@acme.com', firstname: 'Ann' } },
      inputFields: { greeting: '5', nickname: 'Ames' },
    });
    expect(cyd).toMatchObject({ object: { properties: { email: 'cyd@acme.com' } }, inputFields: { greeting: '5' } });
    expect(cyd?.['callbackId']).not.toBe(ann?.['callbackId']);
    expect(await runDueWorkflows(world, deliver)).toBe(0);
  });

  it('shows properties without a value as null where the switch says so', async () => {
    const { world, requests, deliver } = await open([success], { emptyProperties: 'null' });
    const { id } = addWorkflow(world, { action: 'greet', inputs: { greeting: 'Hi' } });
    enrol(world, id, ['103']);

    await runDueWorkflows(world, deliver);

    expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({
      object: { properties: { email: 'cyd@acme.com', firstname: null } },
    });
  });

  it.each(['v2', 'v3', 'both', 'none'] as const)(
    'signs with %s over the address as it is called',
    async (signature) => {
      const { world, requests, deliver } = await open([success], { signature });
      greetAnn(world);

      await runDueWorkflows(world, deliver);

      const { url, headers, body } = requests[0] ?? { url: '', headers: {}, body: '' };
      const v2 = createHash('sha256').update(`${secret}POST${actionUrl}${body}`).digest('hex');
      const decoded = 'https://147975758.hs-sites.com/hs/serverless/greet?t=a%20token/with:';
      const v3 = createHmac('sha256', secret).update(`POST${decoded}${body}${startAt}`).digest('base64');
      const names = Object.keys(headers).filter((name) => name.startsWith('x-hubspot'));
      expect(url).toBe(actionUrl);
      if (signature === 'v2' || signature === 'both') {
        expect(headers).toMatchObject({ 'x-hubspot-signature': v2, 'x-hubspot-signature-version': 'v2' });
      }
      if (signature === 'v3' || signature === 'both') {
        expect(headers).toMatchObject({ 'x-hubspot-signature-v3': v3, 'x-hubspot-request-timestamp': String(startAt) });
      }
      expect(names).toHaveLength({ v2: 2, v3: 2, both: 4, none: 0 }[signature]);
    },
  );

  it('ends in the state among the outputs, and keeps the outputs that the action declares', async () => {
    const { world, deliver } = await open([
      answering({ hs_execution_state: 'FAIL_CONTINUE', errorCode: 'SHY', undeclared: 'x' }),
    ]);
    const enrolment = greetAnn(world);

    await runDueWorkflows(world, deliver);

    expect(enrolment).toMatchObject({
      status: 'done',
      finalState: 'FAIL_CONTINUE',
      outputs: { errorCode: 'SHY' },
      sentence: 'Too shy',
      attempts: [{ at: startAt, status: 200, outcome: 'answered' }],
    });
    expect(Object.keys(enrolment.outputs)).toEqual(['errorCode']);
  });

  it.each<[string, string, object, string | null]>([
    ['the first rule that holds', 'en', { hs_execution_state: 'SUCCESS', errorCode: 'DEAF' }, 'Nobody heard "Hi"'],
    ['any value of a list', 'en', { hs_execution_state: 'FAIL_CONTINUE', errorCode: 'MUTE' }, 'Too shy'],
    ['all conditions', 'en', { hs_execution_state: 'SUCCESS', errorCode: 'MUTE', answer: 'yo' }, 'Said Hi, heard yo'],
    ['the language', 'de', { hs_execution_state: 'SUCCESS' }, 'Hi gesagt'],
    [
      'English in place of a missing one',
      'de',
      { hs_execution_state: 'SUCCESS', errorCode: 'DEAF' },
      'Nobody heard "Hi"',
    ],
    ['no rule', 'en', { hs_execution_state: 'FAIL_CONTINUE' }, null],
  ])('writes a sentence by %s', async (_case, locale, outputs, sentence) => {
    const { world, deliver } = await open([answering(outputs)]);
    const enrolment = greetAnn(world, locale);

    await runDueWorkflows(world, deliver);

    expect(enrolment.sentence).toBe(sentence);
  });

  it.each<[string, OutgoingAnswer]>([
    ['4xx', { status: 400, body: '{"outputFields":{"hs_execution_state":"SUCCESS"}}' }],
    ['a redirect', { status: 302, body: '' }],
    ['success without JSON', { status: 200, body: '<html>' }],
    ['an unknown state', answering({ hs_execution_state: 'RETRY' })],
    ['outputs that are no object', { status: 200, body: '{"outputFields":["x"]}' }],
  ])('fails without another try after %s', async (_case, answer) => {
    const { world, requests, deliver } = await open([answer]);
    const enrolment = greetAnn(world);

    await runWorkflowsUntil(world, startAt + 4 * dayMs, deliver);

    expect(enrolment.finalState).toBe('FAILED');
    expect(requests).toHaveLength(1);
  });

  it('takes 2xx without a state for success', async () => {
    const { world, deliver } = await open([{ status: 201, body: '{"outputFields":{"answer":"ok"}}' }]);
    const enrolment = greetAnn(world);

    await runDueWorkflows(world, deliver);

    expect(enrolment).toMatchObject({ finalState: 'SUCCESS', outputs: { answer: 'ok' } });
  });

  it('reads Retry-After of 429 as milliseconds', async () => {
    const { world, requests, deliver } = await open([
      { status: 429, headers: { 'retry-after': '90000' }, body: '' },
      { status: 429, body: '' },
      success,
    ]);
    const enrolment = greetAnn(world);

    await runDueWorkflows(world, deliver);
    expect(nextWorkflowAt(world)).toBe(startAt + 90 * secondMs);
    await runWorkflowsUntil(world, startAt + hourMs, deliver);

    expect(enrolment.finalState).toBe('SUCCESS');
    expect(enrolment.attempts.map(({ at, status }) => [at - startAt, status])).toEqual([
      [0, 429],
      [90 * secondMs, 429],
      [90 * secondMs + 2 * minuteMs, 200],
    ]);
    expect(new Set(requests.map(({ body }) => (JSON.parse(body) as { callbackId: string }).callbackId)).size).toBe(1);
  });

  it('waits a moment even when it is told to wait none', async () => {
    const { world, deliver } = await open([{ status: 429, headers: { 'retry-after': '0' }, body: '' }]);
    greetAnn(world);

    await runDueWorkflows(world, deliver);

    expect(nextWorkflowAt(world)).toBe(startAt + secondMs);
  });

  it.each<[string, OutgoingAnswer | 'broken', string]>([
    ['5xx', { status: 503, body: '' }, 'answered'],
    ['a broken connection', 'broken', 'broken'],
    ['half a minute without an answer', { ...success, durationMs: 30_001 }, 'timeout'],
  ])('tries again at growing distances after %s, for three days', async (_case, answer, outcome) => {
    const { world, deliver } = await open([answer]);
    const enrolment = greetAnn(world);

    await runWorkflowsUntil(world, startAt + 5 * dayMs, deliver);

    const distances = enrolment.attempts.slice(1).map(({ at }, index) => at - (enrolment.attempts[index]?.at ?? 0));
    expect(distances.slice(0, 4)).toEqual([1, 2, 4, 8].map((minutes) => minutes * minuteMs));
    expect(Math.max(...distances)).toBe(8 * hourMs);
    expect(enrolment.attempts.every((attempt) => attempt.outcome === outcome)).toBe(true);
    expect(enrolment.finalState).toBe('GAVE_UP');
    expect((enrolment.finishedAt ?? 0) - startAt).toBeLessThanOrEqual(3 * dayMs);
    expect((enrolment.finishedAt ?? 0) - startAt).toBeGreaterThan(2 * dayMs);
  });

  it('loses a share of the answers and doubles a share of the requests, the same ones every time', async () => {
    const runOnce = async () => {
      const { world, requests, deliver } = await open([success], { loseAnswers: 0.3, double: 0.2 }, manyContacts(200));
      const workflow = addWorkflow(world, { action: 'greet', inputs: { greeting: 'Hi' } });
      const enrolments = enrol(world, workflow.id, ids(200));
      await runWorkflowsUntil(world, startAt + dayMs, deliver);
      expect(enrolments.every(({ finalState }) => finalState === 'SUCCESS')).toBe(true);
      const attempts = enrolments.map((enrolment) => enrolment.attempts.map(({ outcome }) => outcome).join(' '));
      return { attempts, sent: requests.length };
    };

    const first = await runOnce();

    const lost = first.attempts.filter((outcomes) => outcomes.startsWith('lost')).length;
    expect(lost).toBeGreaterThan(40);
    expect(lost).toBeLessThan(80);
    expect(first.sent).toBeGreaterThan(first.attempts.join(' ').split(' ').length + 20);
    expect(await runOnce()).toEqual(first);
  });

  it('has no more requests under way than it may', async () => {
    const { world } = await open([success], { concurrency: 4 }, manyContacts(40));
    const workflow = addWorkflow(world, { action: 'greet', inputs: { greeting: 'Hi' } });
    enrol(world, workflow.id, ids(40));
    let current = 0;
    let most = 0;

    await runDueWorkflows(world, async () => {
      current += 1;
      most = Math.max(most, current);
      await Promise.resolve();
      await Promise.resolve();
      current -= 1;
      return success;
    });

    expect(most).toBe(4);
  });

  it('takes nothing but a broken connection for one', async () => {
    const { world } = await open();
    greetAnn(world);

    await expect(runDueWorkflows(world, () => Promise.reject(new Error('a mistake')))).rejects.toThrow('a mistake');
  });

  it('finds out that nobody listens', async () => {
    const { account } = await open();
    const { workflowId } = await account.pull('add-workflow', { action: 'greet', inputs: { greeting: 'Hi' } });
    await account.pull('enrol', { workflowId, ids: ['101'] });

    const shown = await account.pull('run-workflows', { origin: 'http://127.0.0.1:1' });

    expect(shown).toMatchObject({
      enrolments: [{ status: 'waiting', attempts: [{ status: null, outcome: 'broken' }] }],
    });
  });

  it('does not ask about a record that is gone by then', async () => {
    const { account, world, requests, deliver } = await open();
    const enrolment = greetAnn(world);
    await account.pull('archive-contact', { id: '101' });

    await runDueWorkflows(world, deliver);

    expect(enrolment.finalState).toBe('RECORD_GONE');
    expect(requests).toEqual([]);
  });

  it('runs over records of a custom object', async () => {
    const account = await startAccount({
      schemas: [
        {
          name: 'locker',
          labels: { singular: 'Locker', plural: 'Lockers' },
          primaryDisplayProperty: 'locker_key',
          requiredProperties: [],
          properties: [{ name: 'locker_key', label: 'Key', type: 'string', fieldType: 'text' }],
        },
      ],
      objects: { locker: [{ id: '7', properties: { locker_key: 'a' } }] },
    });
    const world = account.emulator.world();
    addAction(world, {
      ...definition,
      config: { ...definition.config, objectTypes: [], objectRequestOptions: { properties: ['locker_key'] } },
    });
    const [schema] = [...world.schemas.values()];
    const workflow = addWorkflow(world, {
      action: 'greet',
      inputs: { greeting: 'Hi' },
      objectType: schema?.fullyQualifiedName ?? '',
    });
    enrol(world, workflow.id, ['7']);
    const bodies: unknown[] = [];

    await runDueWorkflows(world, ({ body }) => {
      bodies.push(JSON.parse(body));
      return Promise.resolve(success);
    });

    expect(bodies).toMatchObject([
      { object: { objectId: 7, objectType: schema?.objectTypeId, properties: { locker_key: 'a' } } },
    ]);
  });
});

const ids = (count: number) => Array.from({ length: count }, (_, index) => String(1_000 + index));
const manyContacts = (count: number): HubSpotSeed => ({
  contacts: ids(count).map((id) => ({ id, properties: { email: `person${id}@acme.com` } })),
});

describe('a blocked workflow of the HubSpot stand-in', () => {
  const blocked = answering({ hs_execution_state: 'BLOCK', hs_expiration_duration: 'P1DT2H' });

  it.each(['/automation/v4/actions/callbacks/ID/complete', '/automation/actions/callbacks/2026-09/ID/complete'])(
    'is finished by POST %s',
    async (path) => {
      const { account, world, deliver } = await open([blocked]);
      const enrolment = greetAnn(world);
      await runDueWorkflows(world, deliver);
      expect(enrolment.status).toBe('blocked');

      const { status } = await account.post(path.replace('ID', enrolment.callbackId), {
        outputFields: { hs_execution_state: 'SUCCESS', answer: 'late' },
        typedOutputs: {},
      });

      expect(status).toBe(204);
      expect(enrolment).toMatchObject({ finalState: 'SUCCESS', sentence: 'Said Hi, heard late' });
    },
  );

  it('is finished by a batch, where unknown ids and finished ones change nothing', async () => {
    const { account, world, deliver } = await open([blocked, success]);
    const waiting = greetAnn(world);
    const finished = greetAnn(world);
    await runDueWorkflows(world, deliver);
    const outputFields = { hs_execution_state: 'FAIL_CONTINUE', errorCode: 'DEAF' };

    const { status } = await account.post('/automation/v4/actions/callbacks/complete', {
      inputs: [waiting.callbackId, finished.callbackId, 'ap-0-0-0-0'].map((callbackId) => ({
        callbackId,
        outputFields,
      })),
    });

    expect(status).toBe(204);
    expect([waiting.finalState, finished.finalState]).toEqual(['FAIL_CONTINUE', 'SUCCESS']);
  });

  it.each([
    [blocked, 26 * hourMs],
    [answering({ hs_execution_state: 'ASYNC' }), 7 * dayMs],
    [answering({ hs_execution_state: 'BLOCK', hs_expiration_duration: 'soon' }), 7 * dayMs],
  ])('goes on when nobody finishes it in time', async (answer, afterMs) => {
    const { world, requests, deliver } = await open([answer]);
    const enrolment = greetAnn(world);

    await runWorkflowsUntil(world, startAt + 10 * dayMs, deliver);

    expect(enrolment).toMatchObject({ finalState: 'EXPIRED', finishedAt: startAt + afterMs });
    expect(requests).toHaveLength(1);
  });
});

describe('the options of an input', () => {
  const first = {
    status: 200,
    body: '{"options":[{"label":"Here","value":"1"}],"after":"x=","searchable":true}',
  };

  it('are asked for page by page, and searched only after an answer said that they can be', async () => {
    const { world, requests, deliver } = await open([first, { status: 200, body: '{"options":[]}' }]);
    const question = { action: 'greet', field: 'place' };

    await expect(fetchOptions(world, { ...question, q: 'he' }, deliver)).rejects.toThrow(/cannot be searched/);
    const page = await fetchOptions(
      world,
      { ...question, inputs: { greeting: 'Hi', nickname: { property: 'lastname' } } },
      deliver,
    );
    await fetchOptions(world, { ...question, q: 'he', after: 'x=' }, deliver);

    expect(page).toMatchObject({ options: [{ label: 'Here', value: '1' }], after: 'x=', searchable: true });
    expect(requests.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      {
        origin: { portalId, actionDefinitionId: 10_646_377, actionDefinitionVersion: 1 },
        objectTypeId: '0-1',
        inputFieldName: 'place',
        inputFields: {
          greeting: { type: 'STATIC_VALUE', value: 'Hi' },
          nickname: { type: 'OBJECT_PROPERTY', propertyName: 'lastname' },
        },
        fetchOptions: {},
      },
      expect.objectContaining({ fetchOptions: { q: 'he', after: 'x=' } }),
    ]);
    expect(requests[0]?.headers).toHaveProperty('x-hubspot-signature');
  });

  it.each([
    ['values that are no texts', { status: 200, body: '{"options":[{"label":"Here","value":1}]}' }],
    ['no JSON', { status: 200, body: '<html>' }],
    ['a refusal', { status: 401, body: '{}' }],
  ])('are not shown when the app answers with %s', async (_case, answer) => {
    const { world, deliver } = await open([answer]);

    await expect(fetchOptions(world, { action: 'greet', field: 'place' }, deliver)).rejects.toThrow(/options/);
  });
});

describe('the workflow editor', () => {
  it.each<[string, Parameters<typeof addWorkflow>[1], RegExp]>([
    ['an action that is not there', { action: 'sing' }, /no workflow action sing/],
    ['a required input left out', { action: 'greet' }, /greeting .* is required/],
    ['an unknown input', { action: 'greet', inputs: { greeting: 'Hi', age: '5' } }, /no input age/],
    ['a fixed value for a property', { action: 'greet', inputs: { greeting: 'Hi', nickname: 'A' } }, /fixed values/],
    ['a property for a fixed value', { action: 'greet', inputs: { greeting: { property: 'email' } } }, /properties/],
    ['an option that is none', { action: 'greet', inputs: { greeting: 'Hi', tone: 'cold' } }, /no option "cold"/],
  ])('refuses %s', async (_case, workflow, message) => {
    const { world } = await open();

    expect(() => addWorkflow(world, workflow)).toThrow(message);
  });

  it.each<[string, object, RegExp]>([
    ['a variable that nobody filled in', { actionUrl: 'https://x.example/${PATH}' }, /variable \$\{PATH\}/],
    ['a rule without a sentence', { executionRules: [{ labelName: 'lost', conditions: {} }] }, /rule lost/],
    ['no English', { labels: { de: { actionName: 'Grüßen' } }, executionRules: [] }, /no English/],
    ['an address that is none', { actionUrl: '${BASE}/greet' }, /actionUrl/],
  ])('does not know an action with %s', async (_case, change, message) => {
    const { world } = await open();

    expect(() => addAction(world, { ...definition, config: { ...definition.config, ...change } })).toThrow(message);
  });

  it('is also worked by levers, over HTTP to this machine', async () => {
    const { account } = await open();
    await account.pull('workflow-settings', { clientSecret: secret, concurrency: 1, randomSeed: 3 });
    await account.pull('add-workflow-action', { ...definition, uid: 'greet-again' });
    const { workflowId } = await account.pull('add-workflow', { action: 'greet-again', inputs: { greeting: 'Hi' } });
    const { callbackIds } = await account.pull('enrol', { workflowId, ids: ['101'] });

    // The stand-in itself answers 404 there, which ends the matter.
    const shown = await account.pull('run-workflows', { origin: account.emulator.url });

    expect(shown).toMatchObject({
      sent: 1,
      enrolments: [{ callbackId: (callbackIds as string[])[0], finalState: 'FAILED', attempts: [{ status: 404 }] }],
    });
    expect(await account.state()).toMatchObject({ workflows: [{ id: workflowId, action: 'greet-again' }] });
    await expect(account.pull('fetch-options', { action: 'greet-again', field: 'place' })).rejects.toThrow(
      /not this machine/,
    );
  });
});
