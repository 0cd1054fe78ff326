import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { ensureProjectBundles } from '../../scripts/bundling/project-bundles.ts';
import { appDir, functionsDistDir, repositoryRoot } from '../../scripts/project/paths.ts';
import type { EndpointAnswer, EndpointContext } from '../../src/app/app.functions/access/request.ts';
import { defaultSettings } from '../../src/app/extensions/contract/settings.ts';
import { startAppProcess } from '../support/app-process.ts';
import { createWorldTime } from '../support/world-time.ts';
import { aHubSpotSeed, aZoomSeed, endpointToken, startTwoAccounts, type TwoAccounts } from '../support/two-accounts.ts';
import { executeBundle, executeEndpoint } from './upload-shape/hubspot-executor.ts';

const hubspotScopes = z
  .object({ config: z.object({ auth: z.object({ requiredScopes: z.array(z.string()) }) }) })
  .parse(JSON.parse(readFileSync(join(appDir, 'app-hsmeta.json'), 'utf8'))).config.auth.requiredScopes;

const guide = readFileSync(join(repositoryRoot, 'docs', 'operations.md'), 'utf8');

/** Scopes in the first column of a table of the operations guide that also gives a reason. */
function readScopeTable(heading: RegExp): readonly string[] {
  const section = guide.split('\n## ').find((part) => heading.test(part)) ?? '';
  return [...section.matchAll(/^\| `([a-z._:]+)` +\| [a-z]/gm)].map(([, scope = '']) => scope);
}

const zoomScopes = readScopeTable(/^Zoom:/);

const webinarId = '81234567890';
const at = (time: string) => `2026-11-10T${time}:00Z`;
const zoomWebinar = {
  id: webinarId,
  topic: 'Getting started',
  start_time: at('14:00'),
  settings: { approval_type: 0 as const },
  registrants: [
    { id: 'r1', email: 'ada@example.com', first_name: 'Ada', last_name: 'Lovelace', create_time: at('08:00') },
    { id: 'r2', email: 'grace@example.com', first_name: 'Grace', last_name: 'Hopper', create_time: at('09:00') },
  ],
  instances: [
    {
      start_time: at('14:00'),
      end_time: at('15:00'),
      participants: [
        {
          registrant_id: 'r1',
          name: 'Ada Lovelace',
          user_email: 'ada@example.com',
          join_time: at('14:05'),
          leave_time: at('14:50'),
        },
      ],
      recording: {},
      transcript: { source: 'ai-companion' as const },
    },
  ],
};

const plannedWebinarId = '81234567891';
const plannedWebinar = {
  id: plannedWebinarId,
  topic: 'Going on',
  start_time: '2026-11-25T14:00:00Z',
  settings: { approval_type: 0 as const },
};

const answerSchema = z.looseObject({
  ok: z.boolean(),
  done: z.boolean().optional(),
  runId: z.string().optional(),
  sweepId: z.string().optional(),
  retryAfterSeconds: z.number().optional(),
  report: z.looseObject({}).optional(),
  outcome: z.string().optional(),
  failure: z
    .looseObject({ reason: z.looseObject({ cause: z.string(), scopes: z.array(z.string()).optional() }) })
    .optional(),
});
type Answer = z.infer<typeof answerSchema>;

/** How functions are called. */
interface Caller {
  call(uid: string, parameters: object): Promise<unknown>;
  request(uid: string, context: EndpointContext): Promise<EndpointAnswer>;
}

const noon = Date.parse('2026-11-20T12:00:00Z');
let accounts: TwoAccounts | null = null;
let caller: Caller | null = null;

beforeAll(async () => {
  await ensureProjectBundles();
}, 60_000);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
});

afterEach(async () => {
  await accounts?.close();
  accounts = null;
  caller = null;
  vi.useRealTimers();
});

/** As HubSpot does it: each call evaluates its bundle anew, which takes its time. */
const inExecutor: Caller = {
  async call(uid, parameters) {
    const { answer, log } = await executeBundle(uid, join(functionsDistDir, `${uid}.js`), parameters);
    expect(log.length).toBeGreaterThan(0);
    return answer;
  },
  request: (uid, context) => executeEndpoint(join(functionsDistDir, `${uid}.js`), context),
};

interface Scopes {
  readonly hubspot?: readonly string[];
  readonly zoom?: readonly string[];
}

async function startWith(scopes: Scopes, place: 'executor' | 'process' = 'process'): Promise<void> {
  const isFrozen = place === 'process' ? ({ startAt: noon, frozen: true } as const) : {};
  accounts = await startTwoAccounts(
    {
      zoom: aZoomSeed([zoomWebinar, plannedWebinar], { scopes: [...(scopes.zoom ?? zoomScopes)] }),
      hubspot: aHubSpotSeed({
        account: { scopes: [...(scopes.hubspot ?? hubspotScopes)] },
        contacts: [{ id: '101', properties: { email: 'ada@example.com', firstname: 'Ada' } }],
      }),
    },
    isFrozen,
  );
  for (const [name, value] of Object.entries(accounts.environment)) vi.stubEnv(name, value);
  if (place === 'executor') {
    caller = inExecutor;
    return;
  }
  const time = createWorldTime(accounts);
  caller = await startAppProcess(accounts, time, { wrapTransport: (inner) => time.timed(inner) });
}

function callerNow(): Caller {
  if (caller === null) throw new Error('startWith() comes first.');
  return caller;
}

const call = async (uid: string, parameters: object): Promise<Answer> =>
  answerSchema.parse(await callerNow().call(uid, parameters));

/** Calls a workflow action; what it says of its failure takes the place of an answer. */
async function act(uid: string, inputFields: object): Promise<Answer> {
  const { statusCode, body } = await callerNow().request(uid, {
    method: 'POST',
    params: { t: [endpointToken] },
    headers: {},
    body: { callbackId: uid, object: { objectId: 101 }, inputFields },
  });
  const { outputFields } = z
    .object({ outputFields: z.object({ status: z.string(), zoomMessage: z.string().optional() }) })
    .parse(JSON.parse(body));
  expect(statusCode).toBe(200);
  const { status: outcome, zoomMessage } = outputFields;
  if (outcome !== 'not-registered') return { ok: true, outcome };
  return { ok: false, failure: { reason: { cause: 'scopes-missing', scopes: zoomMessage?.split(', ') } } };
}

/** Calls a function again and again until it is done or fails. */
async function callToEnd(uid: string, idName: 'runId' | 'sweepId', parameters: object): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  let id: string | undefined;
  do {
    const step = await call(uid, id === undefined ? parameters : { ...parameters, [idName]: id });
    answers.push(step);
    // Nobody waits here: time stands still.
    const isOver = !step.ok || step.done === true || (step.retryAfterSeconds ?? 0) > 0;
    id = isOver ? undefined : step[idName];
  } while (id !== undefined);
  return answers;
}

const settings = { ...defaultSettings, isSyncOn: true, recordingUsers: 'all' };

/** What concerns one webinar, with all that can be switched on. Set-up, which tries every scope, is left out everywhere. */
async function useOneWebinar(): Promise<readonly Answer[]> {
  const answers: Answer[] = [
    await call('save_settings', { settings, version: 0 }),
    await call('get_settings', {}),
    await call('list_zoom_users', {}),
  ];
  answers.push(...(await callToEnd('sync_webinar', 'runId', { webinarId })));
  answers.push(await call('get_contact_webinars', { contactId: '101' }));
  answers.push(await call('get_overview', {}));
  return answers;
}

/** Every function, each to its end. */
const useEverything = async (): Promise<readonly Answer[]> => [
  ...(await useOneWebinar()),
  ...(await callToEnd('run_sweep', 'sweepId', {})),
  await call('list_webinars', {}),
  await call('get_registration_form', { webinarId: plannedWebinarId }),
  await call('register_contact', { webinarId: plannedWebinarId, contactId: '101' }),
  await act('add_registrant', { webinar_id: plannedWebinarId }),
  await act('remove_registrant', { webinar_id: plannedWebinarId }),
];

/** Scopes that answers say are missing, wherever they say it: a failure of the call, or a warning of the report. */
function namedIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    name === 'scopes' && Array.isArray(inner) ? inner : namedIn(inner),
  );
}

describe('with the scopes that the app and the guide ask for', () => {
  it('every function does all of its work in HubSpot’s executor', async () => {
    await startWith({}, 'executor');

    const answers = await useEverything();

    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    expect(answers.slice(-3).map(({ outcome }) => outcome)).toEqual(['registered', 'already-registered', 'removed']);
    expect(answers.find(({ report }) => report !== undefined)?.report).toMatchObject({
      status: 'complete',
      eligible: 2,
      synced: 2,
      warnings: [],
    });
  });
});

describe('the lists of scopes', () => {
  it('of the app and of the guide are the same, each with a reason', () => {
    expect(readScopeTable(/^HubSpot scopes/).toSorted()).toEqual(hubspotScopes.toSorted());
    expect(new Set(hubspotScopes).size).toBe(hubspotScopes.length);
    expect(new Set(zoomScopes).size).toBe(15);
  });
});

describe('without one of them', () => {
  /** What these open is open to the app by another scope as well, today, or not asked for but by set-up. */
  const coveredByOthers = [
    'oauth',
    'crm.schemas.contacts.read',
    'crm.schemas.custom.read',
    'crm.extensions_calling_transcripts.read',
  ];

  it.each(hubspotScopes.filter((scope) => !coveredByOthers.includes(scope)))(
    'HubSpot’s %s is missed, and said so',
    async (scope) => {
      await startWith({ hubspot: hubspotScopes.filter((other) => other !== scope) });

      const answers = await useOneWebinar();

      expect(namedIn(answers)).toContain(scope);
    },
  );

  it('nothing is missed if it is one that another scope covers', async () => {
    await startWith({ hubspot: hubspotScopes.filter((scope) => !coveredByOthers.includes(scope)) });

    const answers = await useEverything();

    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  });

  it.each(zoomScopes)('Zoom’s %s is missed, and said so', async (scope) => {
    await startWith({ zoom: zoomScopes.filter((other) => other !== scope) });

    const answers = await useEverything();

    expect(namedIn(answers)).toContain(scope);
  });
});
