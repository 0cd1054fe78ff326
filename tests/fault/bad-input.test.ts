import { describe, expect, it } from 'vitest';
import type { AppProcess } from '../support/app-process.ts';
import { knownScopes } from '../../emulators/hubspot/scopes.ts';
import type { CallFailure } from '../../src/app/extensions/contract/failure.ts';
import { defaultSettings, type SaveSettingsAnswer } from '../../src/app/extensions/contract/settings.ts';
import type { SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import { zoomAccountId } from '../support/two-accounts.ts';
import {
  dayMs,
  failed,
  noon,
  openWorld,
  succeeded,
  type WebinarWorld,
  type WorldOptions,
} from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, atMinute, webinarId } from '../support/zoom-webinars.ts';

const acme = (name: string): string => `${name}@acme.example.com`;

const openSmallWorld = (options: Partial<WorldOptions> = {}): Promise<WebinarWorld> =>
  openWorld({
    webinars: [
      aHeldWebinar({
        registrants: [aRegistrant(acme('ann')), aRegistrant(acme('ben'))],
        instances: [anInstance([aJoin(acme('ann'), 0, 60)])],
      }),
    ],
    ...options,
  });

const connections = (changes: object): string =>
  JSON.stringify([
    { name: 'main', accountId: zoomAccountId, clientId: 'client-main', clientSecret: 'secret-main', ...changes },
  ]);

const switchOn = (caller: Pick<AppProcess, 'call'>) =>
  caller.call<SaveSettingsAnswer>('save_settings', { settings: { ...defaultSettings, isSyncOn: true }, version: 0 });

const poorToken = 'pat-without-a-scope';

/** An account that has another app, whose token lacks the scope. */
const withPoorApp = (missing: string): WorldOptions['hubspot'] => ({
  apps: [{ appId: 7, token: poorToken, scopes: knownScopes.filter((scope) => scope !== missing) }],
});
const poor = { PRIVATE_APP_ACCESS_TOKEN: poorToken };

const scopesOf = ({ reason }: CallFailure['failure']): readonly string[] =>
  reason.cause === 'scopes-missing' ? reason.scopes : [];

/** Calls the function in a process with another environment. */
async function stepWith(
  world: WebinarWorld,
  environment: Readonly<Record<string, string | undefined>>,
  parameters: object = { webinarId },
) {
  const process = await world.startProcess({ environment });
  return failed(await process.call<SyncWebinarAnswer>('sync_webinar', parameters));
}

function expectNoTrace({ two }: WebinarWorld): void {
  const operations = two.hubspot.requests.list().map(({ operation }) => operation ?? 'unexpected');
  expect(operations.filter((operation) => !/\.(batch-read|list|get|search)$/.test(operation))).toEqual([]);
}

/** After the mistake is mended, everything is as if it had never been made. */
async function expectUnharmed(world: WebinarWorld): Promise<void> {
  const undisturbed = await openSmallWorld();
  await undisturbed.sync({ webinarId });
  await world.sync({ webinarId });
  expect(world.view()).toEqual(undisturbed.view());
}

describe('B1: the Zoom credentials', () => {
  it.each([
    ['an unknown client ID', { clientId: 'somebody-else' }, 'Invalid client_id or client_secret'],
    ['a wrong client secret', { clientSecret: 'not-the-secret' }, 'Invalid client_id or client_secret'],
    ['an unknown account ID', { accountId: 'acc-unknown' }, 'Account does not exist'],
    ['the account ID of another app', { accountId: 'acc-other' }, 'Account does not enabled the OAuth app type'],
  ])('%s is refused in Zoom’s own words', async (_, changes, vendorReason) => {
    const world = await openSmallWorld();
    const { accountsById } = world.two.zoom.world();
    const [own] = accountsById.values();
    if (own !== undefined) accountsById.set('acc-other', { ...own, accountId: 'acc-other', clientId: 'client-other' });

    const failure = await stepWith(world, { ZOOM_CONNECTIONS: connections(changes) });

    expect(failure).toMatchObject({
      kind: 'unauthorised',
      system: 'zoom',
      httpStatus: 400,
      reason: { cause: 'zoom-credentials-refused', connection: 'main', vendorReason },
    });
    expectNoTrace(world);
    await expectUnharmed(world);
  });

  it('of an app that is not activated are refused', async () => {
    const world = await openSmallWorld();
    world.atZoom('change-account', { account_id: zoomAccountId, isAppActive: false });

    const failure = failed(await world.step({ webinarId }));

    expect(failure.reason).toMatchObject({ cause: 'zoom-credentials-refused', connection: 'main' });
    expectNoTrace(world);
  });

  it.each([
    ['missing', undefined, { cause: 'connections-missing' }],
    ['empty', '', { cause: 'connections-missing' }],
    ['no JSON', 'client-main', { cause: 'connections-malformed', problem: 'it is not valid JSON' }],
    ['not a list', '{}', { cause: 'connections-malformed' }],
    ['incomplete', '[{"name":"main"}]', { cause: 'connections-malformed' }],
  ])('that are %s are named as such', async (_, secret, reason) => {
    const world = await openSmallWorld();

    const failure = await stepWith(world, { ZOOM_CONNECTIONS: secret });

    expect(failure).toMatchObject({ system: 'app', kind: 'rejected', reason });
    expectNoTrace(world);
  });

  it('of an unknown connection are missed, and the known ones named', async () => {
    const world = await openSmallWorld();

    const failure = failed(await world.step({ webinarId, connection: 'academy' }));

    expect(failure.reason).toEqual({ cause: 'connection-unknown', name: 'academy', known: ['main'] });
    expectNoTrace(world);
  });

  it('whose token Zoom revokes between two steps are asked for another one', async () => {
    const world = await openSmallWorld();
    await world.sync({ webinarId });
    world.atZoom('revoke-tokens', { account_id: zoomAccountId });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ status: 'complete', unchanged: 2 });
  });
});

describe('what the Zoom app may not do', () => {
  it('is named by its scope', async () => {
    const { scopes } = (await openSmallWorld()).two.zoom.world().accountsById.get(zoomAccountId) ?? { scopes: [] };
    const missing = 'report:read:list_webinar_participants:admin';
    const world = await openSmallWorld();
    world.atZoom('change-account', {
      account_id: zoomAccountId,
      scopes: [...scopes].filter((scope) => scope !== missing),
    });

    const failure = failed(await world.step({ webinarId }));

    expect(failure).toMatchObject({
      kind: 'missing-scope',
      system: 'zoom',
      operation: 'list webinar participants',
      reason: { cause: 'scopes-missing', scopes: [missing] },
    });
    expect(world.view()).toEqual({ contacts: {}, events: {}, timelines: {} });
    world.atZoom('change-account', { account_id: zoomAccountId, scopes: [...scopes] });
    await expectUnharmed(world);
  });

  it('is said in Zoom’s words where a role lacks a permission', async () => {
    const world = await openSmallWorld();
    world.atZoom('change-account', { account_id: zoomAccountId, missingPermissions: ['UsageReport:Read'] });

    const failure = failed(await world.step({ webinarId }));

    expect(failure).toMatchObject({
      kind: 'missing-scope',
      reason: { cause: 'zoom-permission-missing', vendorMessage: 'No permission.' },
    });
    expectNoTrace(world);
  });
});

describe('the HubSpot token', () => {
  it('that is revoked is refused', async () => {
    const world = await openSmallWorld();

    const failure = await stepWith(world, { PRIVATE_APP_ACCESS_TOKEN: 'pat-revoked' });

    expect(failure).toMatchObject({
      kind: 'unauthorised',
      system: 'hubspot',
      httpStatus: 401,
      reason: { cause: 'hubspot-token-refused' },
    });
    await expectUnharmed(world);
  });

  it('that is not there is missed', async () => {
    const world = await openSmallWorld();

    const failure = await stepWith(world, { PRIVATE_APP_ACCESS_TOKEN: undefined });

    expect(failure).toMatchObject({ kind: 'unauthorised', reason: { cause: 'hubspot-token-missing' } });
  });

  it.each(['crm.objects.marketing_events.write', 'crm.objects.contacts.write', 'crm.objects.custom.write'])(
    'that has lost %s is refused with that name, and nobody is half in HubSpot',
    async (missing) => {
      const world = await openSmallWorld({ hubspot: withPoorApp(missing) });

      const failure = await stepWith(world, poor);

      expect(failure).toMatchObject({ kind: 'missing-scope', system: 'hubspot', httpStatus: 403 });
      expect(scopesOf(failure)).toContain(missing);
      const { contacts, timelines } = world.view();
      expect({ contacts, timelines }).toEqual({ contacts: {}, timelines: {} });
      await expectUnharmed(world);
    },
  );

  it.each(['crm.schemas.custom.write', 'crm.schemas.contacts.write', 'crm.objects.custom.write'])(
    'B1: without %s cannot save settings, and that name is said',
    async (missing) => {
      const world = await openSmallWorld({ settings: null, hubspot: withPoorApp(missing) });
      const process = await world.startProcess({ environment: poor });

      const failure = failed(await switchOn(process));

      expect(failure).toMatchObject({ kind: 'missing-scope', system: 'hubspot', httpStatus: 403 });
      expect(scopesOf(failure)).toContain(missing);
      succeeded(await switchOn(world));
      await expectUnharmed(world);
    },
  );

  it('of an account whose tier has no custom objects says so in HubSpot’s words', async () => {
    const world = await openSmallWorld({ settings: null, hubspot: { account: { tier: 'professional' } } });

    const failure = failed(await switchOn(world));

    expect(failure).toMatchObject({
      kind: 'missing-scope',
      system: 'hubspot',
      reason: { cause: 'vendor-refused', problem: expect.stringContaining("isn't available for this account") },
    });
    expect(world.view().contacts).toEqual({});
  });

  it('S2: of an account that was never set up leads to no write: the sync is off', async () => {
    const world = await openSmallWorld({ settings: null });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ status: 'off', warnings: [{ cause: 'settings-off', setting: 'sync' }] });
    expectNoTrace(world);
  });
});

describe('the webinar', () => {
  it.each([
    ['that has never existed', '89999999999'],
    ['that was deleted', webinarId],
  ])('%s is not found', async (_, id) => {
    const world = await openSmallWorld();
    world.atZoom('delete-webinar', { webinar_id: Number(webinarId) });

    const failure = failed(await world.step({ webinarId: id }));

    expect(failure).toMatchObject({
      kind: 'not-found',
      system: 'zoom',
      httpStatus: 404,
      vendorCode: '3001',
      reason: { cause: 'webinar-not-found', webinarId: id },
    });
    expectNoTrace(world);
  });

  it('whose number Zoom has given up a month after its last use is not found', async () => {
    const world = await openSmallWorld();
    world.time.advance(40 * dayMs);

    const failure = failed(await world.step({ webinarId }));

    expect(failure.reason).toEqual({ cause: 'webinar-not-found', webinarId });
  });

  it('that is still to come is synced: its registrations are known before it is held', async () => {
    const start = new Date(noon + dayMs).toISOString();
    const world = await openSmallWorld({
      webinars: [
        aHeldWebinar({
          start_time: start.replace('.000', ''),
          registrants: [aRegistrant(acme('ann')), aRegistrant(acme('ben'))],
          instances: [],
        }),
      ],
    });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ status: 'complete', synced: 2, warnings: [] });
    expect(report.sessions).toMatchObject([{ isHeld: false, startedAt: start, registered: 2, attended: 0, noShow: 0 }]);
  });

  it('that is live is synced without anybody’s attendance, and nobody is a no-show yet', async () => {
    const minutesToNoon = (noon - Date.parse(atMinute(0))) / 60_000;
    const live = { start_time: atMinute(minutesToNoon - 10), end_time: atMinute(minutesToNoon + 50) };
    const world = await openSmallWorld({
      webinars: [
        aHeldWebinar({
          start_time: live.start_time,
          registrants: [aRegistrant(acme('ann'))],
          instances: [anInstance([aJoin(acme('ann'), minutesToNoon - 10, minutesToNoon + 50)], live)],
        }),
      ],
    });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ synced: 1, changes: { registrations: 1, attendances: 0 } });
    expect(report.sessions).toMatchObject([{ isHeld: false, registered: 1, attended: 0, noShow: 0 }]);
  });
});

describe('the parameters', () => {
  it.each([`${webinarId.slice(0, 3)} ${webinarId.slice(3, 7)} ${webinarId.slice(7)}`, '812-3456-7890', 81_234_567_890])(
    'B20: the webinar ID %o is understood',
    async (given) => {
      const world = await openSmallWorld();

      const { report } = await world.sync({ webinarId: given });

      expect(report.id).toBe(webinarId);
    },
  );

  it.each(['81234abc890', '123', '', '1234567890123', '8123456789O'])('the webinar ID %o is refused', async (given) => {
    const world = await openSmallWorld();

    const failure = failed(await world.step({ webinarId: given }));

    expect(failure).toMatchObject({ kind: 'rejected', system: 'app', reason: { cause: 'webinar-id-invalid', given } });
    expect(world.two.zoom.requests.list()).toEqual([]);
    expectNoTrace(world);
  });

  it.each([
    [
      { webinarId, webinar_id: webinarId },
      { cause: 'parameter-unknown', name: 'webinar_id' },
    ],
    [
      { webinarId, dryRun: 'yes' },
      { cause: 'parameter-invalid', name: 'dryRun' },
    ],
    [{ webinarId: { id: webinarId } }, { cause: 'parameter-invalid', name: 'webinarId' }],
    [{ webinarId: null }, { cause: 'parameter-invalid', name: 'webinarId' }],
    [{}, { cause: 'parameter-invalid', name: 'webinarId' }],
    [
      { webinarId, runId: 'x'.repeat(41) },
      { cause: 'parameter-invalid', name: 'runId' },
    ],
    [
      { webinarId, connection: 7 },
      { cause: 'parameter-invalid', name: 'connection' },
    ],
    ['81234567890', { cause: 'parameter-invalid', name: '' }],
  ])('%j are refused', async (parameters, reason) => {
    const world = await openSmallWorld();
    const process = await world.startProcess();

    const failure = failed(await process.call<SyncWebinarAnswer>('sync_webinar', parameters as object));

    expect(failure).toMatchObject({ kind: 'rejected', system: 'app', reason });
    expectNoTrace(world);
  });
});
