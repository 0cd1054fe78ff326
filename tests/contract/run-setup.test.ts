import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defaultSettings, type SaveSettingsAnswer } from '../../src/app/extensions/contract/settings.ts';
import type { RunSetupAnswer, SetupCheck, SetupCheckName } from '../../src/app/extensions/contract/setup.ts';
import { hubspotScopes, zoomScopes } from '../../src/app/app.functions/setup/checks/required-scopes.ts';
import { appDir, repositoryRoot } from '../../scripts/project/paths.ts';
import type { AppProcess } from '../support/app-process.ts';
import { failed, openWorld, succeeded, type WebinarWorld, type WorldOptions } from '../support/webinar-world.ts';

const zoomScopeNames = zoomScopes.map(({ name }) => name);
const order: readonly SetupCheckName[] = [
  'zoom-connections',
  'zoom-credentials',
  'zoom-scopes',
  'zoom-webinar-plan',
  'hubspot-token',
  'hubspot-scopes',
  'hubspot-definitions',
  'sync-switch',
];

const open = (options: Partial<WorldOptions> = {}): Promise<WebinarWorld> =>
  openWorld({ webinars: [], settings: null, account: { scopes: zoomScopeNames }, ...options });

const setUp = async (process: AppProcess): Promise<RunSetupAnswer> =>
  succeeded(await process.call<RunSetupAnswer>('run_setup', {}));

function check({ checks }: RunSetupAnswer, name: SetupCheckName): Omit<SetupCheck, 'check' | 'connection'> {
  const found = checks.filter((each) => each.check === name);
  expect(found).toHaveLength(1);
  const [{ state, names, failure } = { state: 'unknown', names: [], failure: null } as const] = found;
  return { state, names, failure };
}

const ok = { state: 'ok', names: [], failure: null };
const switchOn = async (process: AppProcess): Promise<void> => {
  const settings = { ...defaultSettings, isSyncOn: true };
  const saved = await process.call<SaveSettingsAnswer>('save_settings', { settings, version: 0 });
  expect(succeeded(saved).outcome).toBe('saved');
};

/** Everything that somebody could have written into the account; its lists in order are only kept for speed. */
function contentOf({ two }: WebinarWorld): string {
  const { stores, catalogues, schemas, eventDefinitions, marketingEvents, transcripts } = two.hubspot.world();
  const content = [stores, catalogues, schemas, eventDefinitions, marketingEvents, transcripts];
  const written = JSON.stringify(content, (key, value: unknown) => {
    if (key.startsWith('sorted')) return undefined;
    return value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value;
  });
  expect(written).toContain('zwh_history');
  return createHash('sha256').update(written).digest('hex');
}

describe('B1: run_setup', () => {
  it('checks everything in order, creates what is missing, and leaves the switch to the admin', async () => {
    const world = await open();

    const answer = await setUp(await world.startProcess());

    expect(answer.checks.map((each) => [each.check, each.connection])).toEqual(
      order.map((name) => [name, /^zoom-(?!connections)/.test(name) ? 'main' : null]),
    );
    expect(check(answer, 'hubspot-definitions')).toMatchObject({ state: 'fixed', failure: null });
    expect(check(answer, 'hubspot-definitions').names).toEqual(
      expect.arrayContaining(['zoom_integration_record', 'zwh_history']),
    );
    expect(check(answer, 'sync-switch')).toEqual({ state: 'to-do', names: [], failure: null });
    for (const name of order.slice(0, 6)) expect(check(answer, name)).toEqual(ok);
    expect(answer.isReady).toBe(true);
  });

  it('writes nothing the second time, and finds everything ready', async () => {
    const world = await open();
    const process = await world.startProcess();
    await setUp(process);
    await switchOn(process);
    const before = contentOf(world);

    for (const again of [process, await world.startProcess()]) {
      const answer = await setUp(again);

      expect(answer.checks.map(({ state }) => state)).toEqual(order.map(() => 'ok'));
      expect(answer.isReady).toBe(true);
    }
    expect(contentOf(world)).toBe(before);
  });

  it('creates again what somebody has deleted since, and names it', async () => {
    const world = await open();
    const process = await world.startProcess();
    await setUp(process);
    const archived = await fetch(`${world.two.hubspot.url}/crm/v3/properties/contacts/zwh_history`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${world.two.environment['PRIVATE_APP_ACCESS_TOKEN'] ?? ''}` },
    });
    expect(archived.status).toBe(204);

    const answer = await setUp(process);

    expect(check(answer, 'hubspot-definitions')).toEqual({ state: 'fixed', names: ['zwh_history'], failure: null });
    expect(check(await setUp(process), 'hubspot-definitions')).toEqual(ok);
  });

  it('takes few calls and one step', async () => {
    const world = await open();
    const process = await world.startProcess();
    await setUp(process);
    const before = [world.two.zoom.requests.list().length, world.two.hubspot.requests.list().length] as const;

    await setUp(process);

    expect(world.two.zoom.requests.list().length - before[0]).toBeLessThanOrEqual(3);
    expect(world.two.hubspot.requests.list().length - before[1]).toBeLessThanOrEqual(hubspotScopes.length + 10);
  });

  it('refuses parameters', async () => {
    const world = await open();
    const process = await world.startProcess();

    expect(failed(await process.call('run_setup', { webinarId: '1' })).reason).toMatchObject({
      cause: 'parameter-unknown',
    });
  });
});

describe('B1: what Zoom lacks', () => {
  it.each([
    ['is missing', undefined, 'connections-missing'],
    ['is no list', '{}', 'connections-malformed'],
  ])('a secret that %s does not hide how HubSpot stands', async (_, secret, cause) => {
    const world = await open();
    const process = await world.startProcess({ environment: { ZOOM_CONNECTIONS: secret } });

    const answer = await setUp(process);

    expect(check(answer, 'zoom-connections')).toMatchObject({ state: 'to-do', failure: { reason: { cause } } });
    expect(answer.checks.filter(({ connection }) => connection !== null)).toEqual([]);
    expect(check(answer, 'hubspot-scopes')).toEqual(ok);
    expect(answer.isReady).toBe(false);
  });

  it('S9: credentials of one account that are refused do not hide the other account', async () => {
    const world = await open();
    const main = { name: 'main', accountId: 'acc-main', clientId: 'client-main', clientSecret: 'secret-main' };
    const brand = { ...main, name: 'brand', clientSecret: 'wrong' };
    const process = await world.startProcess({ environment: { ZOOM_CONNECTIONS: JSON.stringify([brand, main]) } });

    const { checks, isReady } = await setUp(process);

    expect(checks.filter(({ connection }) => connection === 'brand').map((each) => [each.check, each.state])).toEqual([
      ['zoom-credentials', 'to-do'],
      ['zoom-scopes', 'unknown'],
      ['zoom-webinar-plan', 'unknown'],
    ]);
    expect(checks.find(({ connection }) => connection === 'brand')?.failure?.reason).toMatchObject({
      cause: 'zoom-credentials-refused',
      connection: 'brand',
    });
    expect(checks.filter(({ connection }) => connection === 'main').map(({ state }) => state)).toEqual([
      'ok',
      'ok',
      'ok',
    ]);
    expect(isReady).toBe(false);
  });

  it.each(zoomScopeNames)('the scope %s is named', async (missing) => {
    const world = await open({ account: { scopes: zoomScopeNames.filter((name) => name !== missing) } });

    const answer = await setUp(await world.startProcess());

    expect(check(answer, 'zoom-scopes')).toEqual({ state: 'to-do', names: [missing], failure: null });
    expect(answer.isReady).toBe(false);
  });

  it('all missing scopes are named at once', async () => {
    const world = await open({ account: { scopes: [] } });

    const answer = await setUp(await world.startProcess());

    expect(check(answer, 'zoom-scopes').names).toEqual(zoomScopeNames);
    expect(check(answer, 'zoom-webinar-plan')).toMatchObject({
      state: 'unknown',
      failure: { reason: { cause: 'scopes-missing' } },
    });
  });

  it('the older, broader scopes do as well', async () => {
    const world = await open({
      account: {
        scopes: [
          'user:read:admin',
          'webinar:read:admin',
          'webinar:write:admin',
          'report:read:admin',
          'recording:read:admin',
        ],
      },
    });

    expect(check(await setUp(await world.startProcess()), 'zoom-scopes')).toEqual(ok);
  });

  it('a licence for webinars is asked for when nobody has one', async () => {
    const users = [{ id: 'u1', email: 'u1@acme.example.com', first_name: 'U', last_name: 'One', type: 1 as const }];
    const world = await open({ account: { scopes: zoomScopeNames, plan: 'free', users } });

    const answer = await setUp(await world.startProcess());

    expect(check(answer, 'zoom-webinar-plan')).toEqual({ state: 'to-do', names: [], failure: null });
    expect(check(answer, 'zoom-scopes')).toEqual(ok);
    expect(answer.isReady).toBe(false);
  });
});

describe('B1: what HubSpot lacks', () => {
  /** What these open is open to the app by another scope as well, or to every token. */
  const coveredByOthers: ReadonlySet<string> = new Set([
    'oauth',
    'crm.schemas.contacts.read',
    'crm.schemas.custom.read',
  ]);
  const without = (...missing: readonly string[]): Promise<WebinarWorld> =>
    open({ hubspot: { account: { scopes: hubspotScopes.filter((scope) => !missing.includes(scope)) } } });

  it.each(hubspotScopes.filter((scope) => !coveredByOthers.has(scope)))('the scope %s is named', async (missing) => {
    const world = await without(missing);

    const answer = await setUp(await world.startProcess());

    expect(check(answer, 'hubspot-scopes')).toEqual({ state: 'to-do', names: [missing], failure: null });
    expect(check(answer, 'hubspot-token')).toEqual(ok);
    expect(answer.isReady).toBe(false);
  });

  it('all missing scopes are named at once, and nothing of what they would open is written', async () => {
    const missing = ['crm.objects.contacts.write', 'crm.objects.custom.write', 'settings.users.read'];
    const world = await without(...missing);

    const answer = await setUp(await world.startProcess());

    expect(check(answer, 'hubspot-scopes').names).toEqual(missing);
    expect(check(answer, 'zoom-scopes')).toEqual(ok);
  });

  it('a token that is refused is said once, and Zoom is checked all the same', async () => {
    const world = await open();
    const process = await world.startProcess({ environment: { PRIVATE_APP_ACCESS_TOKEN: 'pat-other' } });

    const answer = await setUp(process);

    expect(check(answer, 'hubspot-token')).toMatchObject({
      state: 'to-do',
      failure: { reason: { cause: 'hubspot-token-refused' } },
    });
    expect(check(answer, 'hubspot-scopes').state).toBe('unknown');
    expect(check(answer, 'zoom-webinar-plan')).toEqual(ok);
  });

  it('an account without the tier for custom objects is told so in HubSpot’s words', async () => {
    const world = await open({ hubspot: { account: { tier: 'professional' } } });

    const answer = await setUp(await world.startProcess());

    expect(check(answer, 'hubspot-definitions')).toMatchObject({
      state: 'to-do',
      failure: { kind: 'missing-scope', reason: { cause: 'vendor-refused' } },
    });
    expect(answer.isReady).toBe(false);
  });

  it('HubSpot being away leaves its checks open and Zoom’s as they are', async () => {
    const world = await open();
    world.two.hubspot.faults.add(
      ['schemas.list', 'contacts.list', 'schemas.create'].map((operation) => ({
        operation,
        occurrence: 'every' as const,
        fault: { kind: 'html' as const, status: 503 },
      })),
    );

    const answer = await setUp(await world.startProcess());

    expect(check(answer, 'hubspot-token')).toEqual(ok);
    expect(check(answer, 'hubspot-scopes')).toMatchObject({ state: 'unknown', failure: { kind: 'unavailable' } });
    expect(check(answer, 'hubspot-definitions')).toMatchObject({ state: 'unknown', failure: { kind: 'unavailable' } });
    expect(check(answer, 'sync-switch')).toMatchObject({ state: 'unknown', failure: { kind: 'unavailable' } });
    expect(check(answer, 'zoom-scopes')).toEqual(ok);
    expect(answer.isReady).toBe(false);
  });
});

describe('the required scopes', () => {
  it('of HubSpot are those that the app asks for', () => {
    const { config } = z
      .object({ config: z.object({ auth: z.object({ requiredScopes: z.array(z.string()) }) }) })
      .parse(JSON.parse(readFileSync(join(appDir, 'app-hsmeta.json'), 'utf8')));

    expect(hubspotScopes.toSorted()).toEqual(config.auth.requiredScopes.toSorted());
    expect(new Set(hubspotScopes).size).toBe(hubspotScopes.length);
  });

  it('of Zoom are those that the guide tells to add', () => {
    const guide = readFileSync(join(repositoryRoot, 'docs', 'operations.md'), 'utf8');
    const section = guide.split('\n## ').find((part) => part.startsWith('Zoom:')) ?? '';
    const listed = [...section.matchAll(/^\| `([a-z_:]+)` +\| [a-z]/gm)].map(([, name = '']) => name);

    expect(listed.toSorted()).toEqual(zoomScopeNames.toSorted());
    expect(new Set(listed).size).toBe(listed.length);
    for (const { classicName } of zoomScopes) expect(section).toContain(`\`${classicName}\``);
  });
});
