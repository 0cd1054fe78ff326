import { describe, expect, it } from 'vitest';
import type { WebinarsAnswer } from '../../src/app/extensions/contract/webinars.ts';
import { dayMs, failed, hourMs, minuteMs, noon, succeeded } from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, atMinute, webinarId } from '../support/zoom-webinars.ts';
import { openSweepWorld, usersOf, type SweepWorld } from './sweep-kit.ts';

const acme = (name: string): string => `${name}@acme.example.com`;
const zoomIso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

const users = [
  { id: 'host-1', email: acme('host'), first_name: 'Hanna', last_name: 'Host' },
  { id: 'host-2', email: acme('host2'), first_name: 'Émile', last_name: 'Gastgeber' },
];

const held = aHeldWebinar({
  registrants: [aRegistrant(acme('ann')), aRegistrant(acme('ben')), aRegistrant('karl@gmail,com')],
  instances: [anInstance([aJoin(acme('ann'), 0, 30)])],
});
const planned = aHeldWebinar({
  id: '82222222222',
  host_id: 'host-2',
  topic: 'Äpfel und Birnen',
  start_time: zoomIso(noon + 3 * dayMs),
  registrants: [aRegistrant(acme('cid'))],
  instances: [],
});
const event = aHeldWebinar({
  id: '83333333333',
  topic: 'Fair of the year',
  is_events_webinar: true,
  start_time: zoomIso(noon + dayMs),
  instances: [],
});
const switchedOff = aHeldWebinar({
  id: '84444444444',
  topic: 'Not this one',
  start_time: zoomIso(noon + 2 * dayMs),
  instances: [],
});

const open = (): Promise<SweepWorld> =>
  openSweepWorld({
    webinars: [held, planned, event, switchedOff],
    account: { users },
    settings: { zoomSharePercent: 100, users: usersOf({ 'host-1': { webinars: { '84444444444': false } } }) },
  });

const idsOf = ({ webinars }: WebinarsAnswer): readonly string[] => webinars.map((row) => row.webinarId);

describe('list_webinars', () => {
  it('S1: shows every webinar with its status, its counts and when it is looked at again', async () => {
    const world = await open();
    await world.sweep();
    const sweptAt = new Date(world.time.now()).toISOString();

    const answer = await world.list();

    expect(idsOf(answer)).toEqual(['82222222222', '84444444444', '83333333333', webinarId]);
    expect(answer).toMatchObject({ totalCount: 4, after: null, lastSweepAt: sweptAt });
    expect(answer.webinars).toMatchObject([
      { hostName: 'Émile Gastgeber', isUpcoming: true, status: 'complete', registeredCount: 1, attendedCount: 0 },
      { status: 'off', decision: { isOn: false, setting: 'webinar' }, lastSyncAt: null, nextCheckAt: null },
      { status: 'not-supported', registeredCount: 0, nextCheckAt: null },
      {
        hostId: 'host-1',
        isUpcoming: false,
        status: 'complete',
        registeredCount: 2,
        attendedCount: 1,
        skippedCount: 1,
        warningCount: 1,
        nextCheckAt: null,
      },
    ]);
  });

  it.each([
    ['a part of the topic, whatever its accents', { query: 'apfel' }, ['82222222222']],
    ['a part of the host’s name', { query: 'emile' }, ['82222222222']],
    ['an ID as people write it', { query: '812 3456-7890' }, [webinarId]],
    ['a status', { statuses: ['off', 'not-supported'] }, ['84444444444', '83333333333']],
    ['what is past', { when: 'past' }, [webinarId]],
    ['a host', { hostId: 'host-2' }, ['82222222222']],
    ['nothing that there is', { query: 'zebra' }, []],
  ] as const)('filters by %s', async (_, parameters, expected) => {
    const world = await open();
    await world.sweep();

    const answer = await world.list(parameters);

    expect(idsOf(answer)).toEqual(expected);
    expect(answer.totalCount).toBe(expected.length);
  });

  it('sorts and pages', async () => {
    const world = await open();
    await world.sweep();

    const byTopic = await world.list({ sort: 'topic', limit: 3 });
    const rest = await world.list({ sort: 'topic', limit: 3, after: byTopic.after ?? '' });
    const byDate = await world.list({ direction: 'ascending' });
    const bySync = await world.list({ sort: 'lastSyncAt', direction: 'ascending' });

    expect(idsOf(byTopic)).toEqual(['82222222222', '83333333333', webinarId]);
    expect([idsOf(rest), rest.totalCount, rest.after]).toEqual([['84444444444'], 4, null]);
    expect(idsOf(byDate)).toEqual([webinarId, '83333333333', '84444444444', '82222222222']);
    expect(idsOf(bySync).at(-1)).toBe('84444444444');
  });

  it('costs the same calls for any number of webinars', async () => {
    const world = await open();
    await world.sweep();
    const before = world.two.hubspot.requests.list().length;
    const zoomBefore = world.two.zoom.requests.list().length;

    await world.list();

    expect(world.two.hubspot.requests.list().length - before).toBeLessThanOrEqual(3);
    expect(world.two.zoom.requests.list().length).toBe(zoomBefore);
  });

  it('shows what was synced by hand since the sweep, also a webinar that no sweep has found', async () => {
    const world = await open();
    await world.sync({ webinarId });
    world.time.advance(minuteMs);
    const alone = await world.list();
    await world.sweep();
    world.atZoom('add-registrant', { webinar_id: Number(webinarId), registrant: aRegistrant(acme('dan')) });
    world.time.advance(hourMs);
    await world.sync({ webinarId });

    expect(alone).toMatchObject({ totalCount: 1, lastSweepAt: null });
    expect(alone.webinars).toMatchObject([
      { webinarId, topic: 'Growing tomatoes', hostId: 'host-1', status: 'complete' },
    ]);
    expect(await world.row(webinarId)).toMatchObject({
      registeredCount: 3,
      lastSyncAt: new Date(world.time.now()).toISOString(),
    });
  });

  it('S9: shows the webinars of all accounts, or those of one', async () => {
    const world = await openSweepWorld({
      webinars: [held],
      otherAccounts: [
        {
          account_id: 'acc-brand',
          client_id: 'client-brand',
          client_secret: 'secret-brand',
          plan: 'unlimited',
          users: [{ id: 'host-9', email: 'host@brand.example.com' }],
          webinars: [
            {
              ...aHeldWebinar({ id: '89999999999', instances: [], start_time: zoomIso(noon + dayMs) }),
              host_id: 'host-9',
            },
          ],
        } as never,
      ],
    });
    const connection = (name: string) => ({
      name,
      accountId: `acc-${name}`,
      clientId: `client-${name}`,
      clientSecret: `secret-${name}`,
    });
    const environment = { ZOOM_CONNECTIONS: JSON.stringify([connection('main'), connection('brand')]) };
    const process = await world.startProcess({ environment });
    for (const name of ['main', 'brand']) succeeded(await process.call('run_sweep', { connection: name }));

    const all = succeeded(await process.call<WebinarsAnswer>('list_webinars', {}));
    const brand = succeeded(await process.call<WebinarsAnswer>('list_webinars', { connection: 'brand' }));

    expect(all.webinars.map((row) => [row.webinarId, row.connection])).toEqual([
      ['89999999999', 'brand'],
      [webinarId, 'main'],
    ]);
    expect(idsOf(brand)).toEqual(['89999999999']);
  });

  it.each([
    [{ limit: 0 }, 'limit'],
    [{ limit: 101 }, 'limit'],
    [{ sort: 'colour' }, 'sort'],
    [{ statuses: ['odd'] }, 'statuses.0'],
    [{ after: 'nonsense' }, 'after'],
  ])('refuses %j', async (parameters, name) => {
    const world = await open();

    expect(failed(await world.process.call('list_webinars', parameters))).toMatchObject({
      reason: { cause: 'parameter-invalid', name },
    });
  });
});

describe('S4, S33: recordings', () => {
  const openRecorded = (): Promise<SweepWorld> =>
    openSweepWorld({
      webinars: [
        aHeldWebinar({
          registrants: [aRegistrant(acme('ann'))],
          instances: [anInstance([aJoin(acme('ann'), 0, 30)], { start_time: atMinute(0), end_time: atMinute(60) })],
        }),
      ],
      settings: { recordingUsers: 'all', zoomSharePercent: 100 },
    });
  const uuid = 'gm8s9L+PTEC+FG3sFbd1Cw==';

  it('a webinar is due when its recording appears, gets a transcript, or vanishes', async () => {
    const world = await openRecorded();
    await world.sweep();
    const none = await world.sweep();
    world.atZoom('add-recording', { uuid, recording: {} });
    const appeared = await world.sweep();
    world.atZoom('add-transcript', {
      uuid,
      transcript: { source: 'both', cues: [{ speaker: 'Ann', text: 'Hello!', startMs: 0, endMs: 900 }] },
    });
    const described = await world.sweep();
    world.atZoom('trash-recording', { uuid });
    const vanished = await world.sweep();
    const after = await world.sweep();

    expect([none, appeared, described, vanished, after].map(({ finished }) => finished.length)).toEqual([
      0, 1, 1, 1, 0,
    ]);
    expect(appeared.finished[0]?.recordings).toMatchObject([{ state: 'synced' }]);
    expect(vanished.finished[0]?.recordings).toMatchObject([{ state: 'deleted' }]);
  });

  it('S8: recordings that were there while they were off are found when they are on', async () => {
    const world = await openRecorded();
    await world.save({ recordingUsers: 'none' });
    world.atZoom('add-recording', { uuid, recording: {} });
    const off = await world.sweep();
    await world.save({ recordingUsers: 'all' });

    const { finished, zoomCalls } = await world.sweep();

    expect(off.zoomCalls.filter((operation) => operation.includes('recording'))).toEqual([]);
    expect(finished).toMatchObject([{ recordings: [{ state: 'synced' }] }]);
    expect(zoomCalls.filter((operation) => operation.includes('recording')).length).toBeGreaterThan(0);
  });
});
