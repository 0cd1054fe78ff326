import { describe, expect, it } from 'vitest';
import type { AuditedRun, OverviewAnswer } from '../../src/app/extensions/contract/overview.ts';
import type { RunSweepAnswer } from '../../src/app/extensions/contract/sweep.ts';
import type { AppProcess } from '../support/app-process.ts';
import {
  failed,
  hourMs,
  openWorld,
  succeeded,
  syncToEnd,
  type WebinarWorld,
  type WorldOptions,
} from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, webinarId } from '../support/zoom-webinars.ts';
import { sweepToEnd } from './sweep-kit.ts';

const ann = 'ann@acme.example.com';
const ben = 'ben@acme.example.com';
const academy = {
  name: 'academy',
  accountId: 'acc-academy',
  clientId: 'client-academy',
  clientSecret: 'secret-academy',
};
const academyWebinarId = '83333333333';

const held = (uuid: string, id = webinarId, registrantId = 'reg-main') =>
  aHeldWebinar({
    id,
    registrants: [aRegistrant(ann, { id: registrantId })],
    instances: [anInstance([aJoin(ann, 0, 60)], { uuid })],
  });

/** Two brands, each with its own Zoom account and one webinar, which the same person attended. */
async function openBrands(
  options: Partial<WorldOptions> = {},
): Promise<{ readonly world: WebinarWorld; readonly process: AppProcess }> {
  const world = await openWorld({
    webinars: [held('main==')],
    otherAccounts: [
      {
        account_id: academy.accountId,
        client_id: academy.clientId,
        client_secret: academy.clientSecret,
        plan: 'unlimited',
        users: [{ id: 'host-2', email: 'host@academy.example.com' }],
        webinars: [held('academy==', academyWebinarId, 'reg-academy')],
      },
    ],
    ...options,
  });
  const [main] = JSON.parse(world.two.environment['ZOOM_CONNECTIONS'] ?? '[]') as readonly object[];
  const environment = { ZOOM_CONNECTIONS: JSON.stringify([main, academy]) };
  return { world, process: await world.startProcess({ environment }) };
}

const stateOf = async (process: AppProcess) => {
  const { connections } = succeeded(await process.call<OverviewAnswer>('get_overview', {}));
  return Object.fromEntries(connections.map((connection) => [connection.name, connection]));
};

describe('S9: of two Zoom accounts, one whose app was switched off', () => {
  const refused = {
    kind: 'unauthorised',
    system: 'zoom',
    reason: expect.objectContaining({
      cause: expect.stringMatching(/^zoom-/) as unknown,
      connection: 'academy',
    }) as unknown,
  };

  it('leaves the other one syncing, says what to do in overview and audit log, and catches up once it is mended', async () => {
    const { world, process } = await openBrands();
    await sweepToEnd(world, process, { connection: 'academy' });
    world.atZoom('change-account', { account_id: academy.accountId, isAppActive: false });
    world.atZoom('add-registrant', {
      webinar_id: Number(academyWebinarId),
      registrant: aRegistrant(ben, { id: 'reg-ben' }),
    });
    world.time.advance(hourMs);

    const main = await sweepToEnd(world, process, { connection: 'main' });
    const academySweep = failed(await process.call<RunSweepAnswer>('run_sweep', { connection: 'academy' }));
    const byHand = failed(await process.call('sync_webinar', { webinarId: academyWebinarId, connection: 'academy' }));

    expect(main.report).toMatchObject({ syncedCount: 1, failedCount: 0 });
    expect(academySweep).toMatchObject(refused);
    expect(byHand).toMatchObject(refused);
    expect(await stateOf(process)).toMatchObject({
      main: { state: 'connected' },
      academy: { state: 'failing', failure: refused },
    });
    const log = await process.call<{ ok: true; runs: readonly AuditedRun[] }>('get_audit_log', {
      webinarId: academyWebinarId,
      connection: 'academy',
    });
    expect(succeeded(log).runs.map(({ report }) => [report.status, report.failure])).toEqual([
      ['failed', expect.objectContaining(refused)],
      ['complete', undefined],
    ]);

    world.atZoom('change-account', { account_id: academy.accountId, isAppActive: true });
    world.time.advance(hourMs);
    await syncToEnd(world, process, { webinarId: academyWebinarId, connection: 'academy' });
    expect(world.view().contacts[ben]).toMatchObject({ registrations: '1' });
    expect(world.view().contacts[ann]).toMatchObject({ registrations: '2', attendedWebinars: '2' });
  });

  it('whose permissions were taken away does not stop the other one either, and names what is missing', async () => {
    const { world, process } = await openBrands();
    world.atZoom('change-account', { account_id: academy.accountId, scopes: ['user:read:list_users:admin'] });

    const main = await sweepToEnd(world, process, { connection: 'main' });
    const academySweep = await process.call<RunSweepAnswer>('run_sweep', { connection: 'academy' });

    expect(main.report).toMatchObject({ syncedCount: 1, failedCount: 0 });
    expect(JSON.stringify(academySweep)).toContain('webinar:read:list_webinars:admin');
  });
});

describe('S9: webinars of two Zoom accounts', () => {
  it('become marketing events, audit logs and figures of their own, in one contact', async () => {
    const { world, process } = await openBrands();

    await syncToEnd(world, process, { webinarId });
    await syncToEnd(world, process, { webinarId: academyWebinarId, connection: 'academy' });

    expect(Object.keys(world.view().events)).toHaveLength(2);
    for (const [id, connection, other] of [
      [webinarId, 'main', 'academy'],
      [academyWebinarId, 'academy', 'main'],
    ] as const) {
      const runsOf = async (name: string) =>
        succeeded(
          await process.call<{ ok: true; runs: readonly AuditedRun[] }>('get_audit_log', {
            webinarId: id,
            connection: name,
          }),
        ).runs;
      expect((await runsOf(connection)).map(({ report }) => report.connection)).toEqual([connection]);
      expect(await runsOf(other)).toEqual([]);
    }
    expect(world.view().contacts[ann]).toMatchObject({ registrations: '2', attendedWebinars: '2', average: '100' });
  });

  it('keep to the limits of their own account: one that is exhausted does not slow the other down', async () => {
    const { world, process } = await openBrands();
    const daily = {
      status: 429,
      headers: { 'retry-after': '2026-11-21T00:00:00Z' },
      body: { code: 429, message: 'daily' },
    };
    world.two.zoom.faults.add([{ operation: 'users.list', fault: { kind: 'answer', ...daily } }]);

    const exhausted = await process.call<RunSweepAnswer>('run_sweep', { connection: 'academy' });
    const startedMs = world.time.monotonicMs();
    const main = await sweepToEnd(world, process, { connection: 'main' });

    expect(exhausted).toMatchObject({ ok: false });
    expect(main.report).toMatchObject({ syncedCount: 1 });
    expect(world.time.monotonicMs() - startedMs).toBeLessThan(hourMs);
  });
});
