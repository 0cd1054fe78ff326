import { describe, expect, it } from 'vitest';
import {
  defaultSettings,
  type SaveSettingsAnswer,
  type Settings,
  type SettingsAnswer,
} from '../../src/app/extensions/contract/settings.ts';
import type { RunSweepAnswer, RunSweepParameters } from '../../src/app/extensions/contract/sweep.ts';
import type { ListZoomUsersParameters, ZoomUsersAnswer } from '../../src/app/extensions/contract/zoom-users.ts';
import type { AppProcess } from '../support/app-process.ts';
import { zoomAccountId } from '../support/two-accounts.ts';
import { failed, minuteMs, openWorld, secondMs, succeeded, type WebinarWorld } from '../support/webinar-world.ts';

const connections = (...names: readonly string[]): string =>
  JSON.stringify(
    names.map((name) => ({
      name,
      accountId: `acc-${name}`,
      clientId: `client-${name}`,
      clientSecret: `secret-${name}`,
    })),
  );

const get = (process: AppProcess) => process.call<SettingsAnswer>('get_settings', {});
const save = (process: AppProcess, settings: unknown, version: number) =>
  process.call<SaveSettingsAnswer>('save_settings', { settings, version });

const someSettings = (changes: Partial<Settings> = {}): Settings => ({
  ...defaultSettings,
  isSyncOn: true,
  ...changes,
});

async function sweepToEnd(world: WebinarWorld): Promise<void> {
  let parameters: RunSweepParameters = {};
  for (let step = 0; step < 50; step += 1) {
    const answer = succeeded(await world.call<RunSweepAnswer>('run_sweep', parameters));
    if (answer.done) return;
    parameters = { sweepId: answer.sweepId };
  }
  throw new Error('the sweep is not done');
}

type StoredProperties = Readonly<Record<string, string | null>>;

function settingsRecords({ two }: WebinarWorld): readonly StoredProperties[] {
  const { schemas, stores } = two.hubspot.world();
  const [schema] = schemas.values();
  const live = schema === undefined ? [] : [...(stores.get(schema.objectTypeId)?.live.values() ?? [])];
  return live.map(({ properties }) => properties as StoredProperties).filter(({ kind }) => kind === 'settings');
}

describe('get_settings', () => {
  it('S2: answers that nothing is synced while nobody has saved anything, and writes nothing', async () => {
    const world = await openWorld({ settings: null, webinars: [] });
    const process = await world.startProcess();

    expect(await get(process)).toEqual({
      ok: true,
      settings: defaultSettings,
      version: 0,
      savedAt: null,
      zoomAccounts: [{ accountId: zoomAccountId, connection: 'main' }],
    });
    expect(world.records()).toEqual({});
  });

  it('S9: names the Zoom accounts in the order of the secret', async () => {
    const world = await openWorld({ settings: null, webinars: [] });
    const process = await world.startProcess({ environment: { ZOOM_CONNECTIONS: connections('brand', 'main') } });

    expect(succeeded(await get(process)).zoomAccounts).toEqual([
      { accountId: 'acc-brand', connection: 'brand' },
      { accountId: 'acc-main', connection: 'main' },
    ]);
  });

  it('takes no parameters', async () => {
    const world = await openWorld({ settings: null, webinars: [] });
    const process = await world.startProcess();

    expect(failed(await process.call('get_settings', { version: 1 })).reason).toEqual({
      cause: 'parameter-unknown',
      name: 'version',
    });
  });

  it('says that it is too old for settings of a newer version', async () => {
    const world = await openWorld({ settings: null, webinars: [] });
    const process = await world.startProcess();
    succeeded(await save(process, someSettings(), 0));
    for (const properties of settingsRecords(world)) {
      Object.assign(properties, { payload: JSON.stringify({ format: 99, settings: {} }) });
    }

    expect(failed(await get(process)).reason).toEqual({ cause: 'settings-too-new' });
    expect(failed(await save(process, someSettings(), 1)).reason).toEqual({ cause: 'settings-too-new' });
  });
});

describe('save_settings', () => {
  it('keeps what was saved for every other process', async () => {
    const world = await openWorld({ settings: null, webinars: [] });
    const hostKey = `${zoomAccountId}:host-1`;
    const ofHost = {
      syncsWebinars: true,
      syncsRecordings: null,
      newWebinarsOffSince: '2026-11-20T11:59:00Z',
      webinars: { '900100200': false },
    };
    const settings = someSettings({
      webinarUsers: 'selected',
      recordingUsers: 'all',
      contactExclusions: ['Jane@Acme.com', 'münchen.de'],
      users: { [hostKey]: ofHost },
      contactPolicy: 'update-only',
      zoomSharePercent: 20,
      backfillDays: 7,
    });
    const answer = succeeded(await save(await world.startProcess(), settings, 0));
    const { ok, zoomAccounts: _accounts, ...inForce } = succeeded(await get(await world.startProcess()));

    expect(answer).toEqual({
      ok,
      outcome: 'saved',
      ...inForce,
      notes: [
        { field: 'contactExclusions', given: 'Jane@Acme.com', became: 'acme.com' },
        { field: 'contactExclusions', given: 'münchen.de', became: 'xn--mnchen-3ya.de' },
      ],
    });
    expect(inForce.version).toBe(1);
    expect(inForce.settings).toEqual({
      ...settings,
      contactExclusions: ['acme.com', 'xn--mnchen-3ya.de'],
      users: { [hostKey]: { ...ofHost, newWebinarsOffSince: inForce.savedAt } },
    });
  });

  it('B1: makes the account ready the first time, and not again', async () => {
    const world = await openWorld({ settings: null, webinars: [] });
    const process = await world.startProcess();

    succeeded(await save(process, someSettings(), 0));
    const callsBefore = world.two.hubspot.requests.list().length;
    succeeded(await save(process, someSettings({ backfillDays: 1 }), 1));

    expect(world.records()).toEqual({ settings: 3, setup: 1 });
    const calls = world.two.hubspot.requests.list().slice(callsBefore);
    expect(calls.map(({ operation }) => operation)).toEqual([
      'custom-objects.batch-read',
      'custom-objects.batch-read',
      'custom-objects.batch-read',
      'custom-objects.create',
      'custom-objects.batch-upsert',
      'custom-objects.batch-read',
    ]);
  });

  it('of two who save at once one does, and the other is told', async () => {
    const world = await openWorld({ settings: null, webinars: [] });
    const [mine, theirs] = [await world.startProcess(), await world.startProcess()];
    succeeded(await save(mine, someSettings(), 0));

    const answers = await Promise.all([
      save(mine, someSettings({ contactExclusions: ['mine.com'] }), 1),
      save(theirs, someSettings({ contactExclusions: ['theirs.com'] }), 1),
    ]);

    const settled = answers.map((answer) => succeeded(answer));
    const { settings, version } = succeeded(await get(await world.startProcess()));
    expect(settled.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'saved']);
    expect(version).toBe(2);
    expect(settled).toEqual([
      expect.objectContaining({ settings, version }),
      expect.objectContaining({ settings, version }),
    ]);
  });

  it('refuses an older version than the newest', async () => {
    const world = await openWorld({ settings: null, webinars: [] });
    const process = await world.startProcess();
    succeeded(await save(process, someSettings(), 0));
    succeeded(await save(process, someSettings({ backfillDays: 9 }), 1));

    expect(succeeded(await save(process, someSettings({ backfillDays: 8 }), 1))).toMatchObject({
      outcome: 'conflict',
      version: 2,
      settings: { backfillDays: 9 },
    });
  });

  it('keeps twenty versions, and goes on when the newest copy was deleted by hand', async () => {
    const world = await openWorld({ settings: null, webinars: [] });
    const process = await world.startProcess();
    for (let version = 0; version < 23; version += 1) {
      succeeded(await save(process, someSettings({ backfillDays: version }), version));
      await world.time.sleep(secondMs);
    }
    const { schemas, stores } = world.two.hubspot.world();
    const [schema] = schemas.values();
    const live = stores.get(schema?.objectTypeId ?? '')?.live;
    const [headId = ''] = [...(live ?? [])].find(([, { properties }]) => properties['record_key'] === 'settings') ?? [];
    live?.delete(headId);
    await world.time.sleep(minuteMs);

    expect(succeeded(await get(process))).toMatchObject({ version: 23, settings: { backfillDays: 22 } });
    expect(world.records()).toMatchObject({ settings: 21 });
  });

  it.each([
    [
      'an entry that covers too much',
      { contactExclusions: ['co.uk'] },
      { field: 'contactExclusions', problem: 'too-broad' },
    ],
    ['a value that cannot be', { zoomSharePercent: 0 }, { field: 'zoomSharePercent', problem: 'invalid' }],
    ['a setting that is not known', { syncEverything: true }, { field: 'syncEverything', problem: 'invalid' }],
  ])('refuses %s and keeps what is in force', async (_name, changes, problem) => {
    const world = await openWorld({ settings: null, webinars: [] });
    const process = await world.startProcess();
    succeeded(await save(process, someSettings(), 0));

    expect(await save(process, { ...someSettings(), ...changes }, 1)).toMatchObject({
      ok: true,
      outcome: 'invalid',
      problems: [problem],
    });
    expect(succeeded(await get(process))).toMatchObject({ version: 1, settings: someSettings() });
  });

  it.each([
    ['version', { settings: defaultSettings, version: -1 }],
    ['version', { settings: defaultSettings }],
    ['force', { settings: defaultSettings, version: 0, force: true }],
  ])('refuses the parameter %s as it is', async (name, parameters) => {
    const world = await openWorld({ settings: null, webinars: [] });
    const process = await world.startProcess();

    expect(failed(await process.call('save_settings', parameters)).reason).toMatchObject({ name });
    expect(world.records()).toEqual({});
  });
});

describe('S3, S9: list_zoom_users', () => {
  const users = [
    { id: 'host-1', email: 'Hanna@acme.example.com', first_name: 'Hanna', last_name: 'Host' },
    { id: 'host-2', email: 'adam@acme.example.com', first_name: 'Adam', last_name: 'Abt' },
    { id: 'gone', email: 'gone@acme.example.com', first_name: 'Gone', last_name: 'Away', status: 'inactive' as const },
  ];
  const list = (process: AppProcess, parameters: ListZoomUsersParameters = {}) =>
    process.call<ZoomUsersAnswer>('list_zoom_users', parameters);

  it('lists the active users of the primary account with what is set for them', async () => {
    const world = await openWorld({ settings: null, webinars: [], account: { users } });
    const process = await world.startProcess();
    const own = { syncsWebinars: false, syncsRecordings: null, newWebinarsOffSince: null, webinars: {} };
    const settings = someSettings({ recordingUsers: 'all', users: { [`${zoomAccountId}:host-2`]: own } });
    succeeded(await save(process, settings, 0));

    expect(await list(process)).toEqual({
      ok: true,
      connection: 'main',
      accountId: zoomAccountId,
      users: [
        {
          userId: 'host-2',
          name: 'Adam Abt',
          email: 'adam@acme.example.com',
          webinarPlan: 'unknown',
          settings: own,
          syncsWebinars: false,
          syncsRecordings: false,
        },
        {
          userId: 'host-1',
          name: 'Hanna Host',
          email: 'hanna@acme.example.com',
          webinarPlan: 'unknown',
          settings: { syncsWebinars: null, syncsRecordings: null, newWebinarsOffSince: null, webinars: {} },
          syncsWebinars: true,
          syncsRecordings: true,
        },
      ],
      totalCount: 2,
      after: null,
    });
  });

  it('S2: lists them before anything was saved', async () => {
    const world = await openWorld({ settings: null, webinars: [], account: { users } });
    const answer = succeeded(await list(await world.startProcess()));

    expect(answer.users.map(({ userId, syncsWebinars }) => [userId, syncsWebinars])).toEqual([
      ['host-2', false],
      ['host-1', false],
    ]);
  });

  it('says who has a webinar plan as soon as a sweep has asked', async () => {
    const withoutPlan = { id: 'host-3', email: 'c@acme.example.com', standIn: { hasWebinarPlan: false } };
    const world = await openWorld({ webinars: [], account: { users: [...users, withoutPlan] } });
    await sweepToEnd(world);

    const answer = succeeded(await list(await world.startProcess()));

    expect(answer.users.map(({ userId, webinarPlan }) => [userId, webinarPlan]).sort()).toEqual([
      ['host-1', 'yes'],
      ['host-2', 'yes'],
      ['host-3', 'no'],
    ]);
  });

  it('lists a large account page by page, and asks Zoom once', async () => {
    const many = Array.from({ length: 2_300 }, (_, index) => ({
      id: `user-${index}`,
      email: `user-${index}@acme.example.com`,
      first_name: 'User',
      last_name: String(index).padStart(4, '0'),
    }));
    const world = await openWorld({ settings: null, webinars: [], account: { users: many } });
    const process = await world.startProcess();

    const first = succeeded(await list(process, { limit: 100 }));
    const second = succeeded(await list(process, { limit: 100, after: first.after ?? '' }));
    const found = succeeded(await list(process, { query: 'user 22' }));

    expect(first.totalCount).toBe(2_300);
    expect([first.users[0]?.userId, second.users[0]?.userId, second.users[99]?.userId]).toEqual([
      'user-0',
      'user-100',
      'user-199',
    ]);
    expect(found).toMatchObject({ totalCount: 100, users: { length: 25 } });
    const listings = world.two.zoom.requests.list().filter(({ operation }) => operation === 'users.list');
    expect(listings).toHaveLength(2);
  });

  it('shows a new user after a minute', async () => {
    const world = await openWorld({ settings: null, webinars: [], account: { users } });
    const process = await world.startProcess();
    succeeded(await list(process));
    Object.assign(world.two.zoom.world().accountsById.get(zoomAccountId)?.usersById.get('gone') ?? {}, {
      status: 'active',
    });

    expect(succeeded(await list(process)).totalCount).toBe(2);
    await world.time.sleep(minuteMs);
    expect(succeeded(await list(process)).totalCount).toBe(3);
  });

  it('lists the users of another account', async () => {
    const world = await openWorld({
      settings: null,
      webinars: [],
      otherAccounts: [
        {
          account_id: 'acc-brand',
          client_id: 'client-brand',
          client_secret: 'secret-brand',
          users: [{ id: 'b', email: 'b@brand.com' }],
        },
      ],
    });
    const process = await world.startProcess({ environment: { ZOOM_CONNECTIONS: connections('main', 'brand') } });

    expect(succeeded(await list(process, { connection: 'brand' }))).toMatchObject({
      connection: 'brand',
      accountId: 'acc-brand',
      users: [{ userId: 'b', email: 'b@brand.com' }],
    });
    expect(failed(await list(process, { connection: 'nobody' })).reason).toMatchObject({ cause: 'connection-unknown' });
  });

  it.each([
    ['limit', { limit: 101 }],
    ['limit', { limit: 0 }],
    ['after', { after: 'nonsense' }],
    ['query', { query: 'x'.repeat(254) }],
    ['sort', { sort: 'email' }],
  ])('refuses the parameter %s as it is', async (name, parameters) => {
    const world = await openWorld({ settings: null, webinars: [], account: { users } });
    const process = await world.startProcess();

    expect(failed(await process.call('list_zoom_users', parameters)).reason).toMatchObject({ name });
  });
});
