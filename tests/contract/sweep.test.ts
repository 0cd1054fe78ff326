import { describe, expect, it } from 'vitest';
import { zoomAccountId } from '../support/two-accounts.ts';
import { dayMs, failed, hourMs, minuteMs, noon, succeeded } from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, atMinute, webinarId } from '../support/zoom-webinars.ts';
import { openSweepWorld, usersOf, type SweepWorld } from './sweep-kit.ts';

const acme = (name: string): string => `${name}@acme.example.com`;
const atWebinar = { webinar_id: Number(webinarId) };
const zoomIso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

const aPlannedWebinar = (startsInMs: number, changes: Parameters<typeof aHeldWebinar>[0] = {}) =>
  aHeldWebinar({
    start_time: zoomIso(noon + startsInMs),
    registrants: [aRegistrant(acme('ann'))],
    instances: [],
    ...changes,
  });

const aPastWebinar = (changes: Parameters<typeof aHeldWebinar>[0] = {}) =>
  aHeldWebinar({
    registrants: [aRegistrant(acme('ann')), aRegistrant(acme('ben'))],
    instances: [anInstance([aJoin(acme('ann'), 0, 30)])],
    ...changes,
  });

/** So many webinars that were held, each on a day of its own. */
const somePastWebinars = (count: number) =>
  Array.from({ length: count }, (_, number) => {
    const shift = -number * 24 * 60;
    return aPastWebinar({
      id: String(81_000_000_000 + number),
      topic: `Growing vegetables, part ${number}`,
      start_time: atMinute(shift),
      registrants: [aRegistrant(acme('ann'), { id: `reg-${number}`, create_time: atMinute(shift - 60) })],
      instances: [
        anInstance([aJoin(acme('ann'), shift, shift + 30)], {
          uuid: `held${number}==`,
          start_time: atMinute(shift),
          end_time: atMinute(shift + 60),
        }),
      ],
    });
  });

const writesOf = (operations: readonly string[]): readonly string[] =>
  operations.filter((operation) => /^(contacts|marketing-events|events)\b/.test(operation));

describe('a sweep', () => {
  it('finds a webinar that was held and syncs it as if somebody had asked for it', async () => {
    const world = await openSweepWorld({ webinars: [aPastWebinar()] });
    const { report, finished } = await world.sweep();
    const swept = world.view();
    const other = await openSweepWorld({ webinars: [aPastWebinar()] });
    await other.sync({ webinarId });

    expect(report).toMatchObject({ newWebinarCount: 1, syncedCount: 1, failedCount: 0, userCount: 1 });
    expect(finished).toMatchObject([{ id: webinarId, status: 'complete', trigger: 'sweep', synced: 2 }]);
    expect(swept).toEqual(other.view());
  });

  it('in which nothing has changed writes nothing but its own place, with two Zoom calls for a hundred webinars', async () => {
    const world = await openSweepWorld({ webinars: somePastWebinars(25), settings: { backfillDays: 60 } });
    await world.sweep();
    world.time.advance(hourMs);
    const before = { view: world.view(), audit: world.records()['audit'] };

    const { report, zoomCalls, hubspotCalls } = await world.sweep();

    expect(report).toMatchObject({ settledCount: 25, syncedCount: 0 });
    expect(zoomCalls.filter((operation) => operation !== 'oauth.token')).toEqual(['webinars.list', 'report.history']);
    expect(hubspotCalls.filter((operation) => /create|upsert|archive/.test(operation)).length).toBeLessThanOrEqual(3);
    expect({ view: world.view(), audit: world.records()['audit'] }).toEqual(before);
  });

  it('counts the calls that it makes', async () => {
    const world = await openSweepWorld({ webinars: somePastWebinars(9) });

    const { report, zoomCalls, hubspotCalls } = await world.sweep();

    expect(report.calls).toEqual({ zoom: zoomCalls.length, hubspot: hubspotCalls.length });
  });

  it('shares calls between webinars', async () => {
    const world = await openSweepWorld({ webinars: somePastWebinars(5), settings: { zoomSharePercent: 100 } });

    const { hubspotCalls } = await world.sweep();

    const countOf = (operation: string): number => hubspotCalls.filter((each) => each === operation).length;
    expect(countOf('custom-objects.batch-create')).toBe(1);
    expect(countOf('custom-objects.batch-upsert')).toBe(1);
    expect(countOf('events.send-batch')).toBe(1);
    expect(countOf('settings-users.list')).toBe(1);
  });

  it('answers a driver that asks again after the end with the report', async () => {
    const world = await openSweepWorld({ webinars: [aPastWebinar()] });
    const { report, answers } = await world.sweep();
    const sweepId = answers.at(-1)?.sweepId ?? '';

    expect(await world.sweepStep({ sweepId })).toMatchObject({ done: true, report, finished: [] });
  });

  it('does not know a sweep that never was', async () => {
    const world = await openSweepWorld({ webinars: [] });

    expect(failed(await world.sweepStep({ sweepId: 'sweep-77' })).reason).toEqual({
      cause: 'sweep-unknown',
      sweepId: 'sweep-77',
    });
    expect(failed(await world.sweepStep({ sweepId: 'nonsense' })).reason.cause).toBe('sweep-unknown');
  });

  it('goes on with the others when one webinar fails, and tries that one again', async () => {
    const world = await openSweepWorld({ webinars: somePastWebinars(3) });
    const body = { code: 300, message: 'Invalid webinar ID.' };
    world.two.zoom.faults.add([{ operation: 'webinars.get', fault: { kind: 'answer', status: 400, body } }]);

    const { report, answers } = await world.sweep();
    const failures = answers.flatMap(({ failed: each }) => each);
    const failedId = failures[0]?.webinarId ?? '';
    const after = await world.row(failedId);
    const tooEarly = await world.sweep();
    world.time.advance(16 * minuteMs);
    const again = await world.sweep();

    expect(report).toMatchObject({ syncedCount: 2, failedCount: 1 });
    expect(failures).toMatchObject([{ failure: { kind: 'rejected', system: 'zoom' } }]);
    expect(after).toMatchObject({ status: 'failed', lastSyncAt: expect.any(String), registeredCount: null });
    expect(tooEarly.finished).toEqual([]);
    expect(again.finished).toMatchObject([{ id: failedId, status: 'complete' }]);
  });

  it('stops loudly when the vendor is down, loses nothing, and goes on later', async () => {
    const world = await openSweepWorld({ webinars: somePastWebinars(12), settings: { zoomSharePercent: 100 } });
    world.two.zoom.faults.add([
      { operation: 'webinars.get', occurrence: 'every', fault: { kind: 'answer', status: 503, body: {} } },
    ]);

    const failure = failed(await world.sweepStep());
    world.two.zoom.faults.clear();
    const { report } = await world.sweep();

    expect(failure).toMatchObject({ kind: 'unavailable', system: 'zoom' });
    expect(report).toMatchObject({ syncedCount: 12, failedCount: 0 });
  });

  it('finds out whose custom events HubSpot refuses, and syncs the others', async () => {
    const open = () => openSweepWorld({ webinars: somePastWebinars(3), settings: { zoomSharePercent: 100 } });
    const timelineLength = (each: SweepWorld): number => Object.values(each.view().timelines).flat().length;
    const untroubled = await open();
    await untroubled.sweep();
    const world = await open();
    world.two.hubspot.faults.add([
      {
        operation: 'events.send-batch',
        occurrence: { from: 1, to: 2 },
        fault: {
          kind: 'answer',
          status: 400,
          body: { status: 'error', category: 'VALIDATION_ERROR', message: 'One of the events is not valid.' },
        },
      },
    ]);

    const { report, finished } = await world.sweep();

    const refused = finished.filter(({ warnings }) =>
      warnings.some(({ cause }) => cause === 'timeline-events-refused'),
    );
    expect(report.syncedCount).toBe(3);
    expect(refused).toHaveLength(1);
    expect(timelineLength(world)).toBe(timelineLength(untroubled) - 2);
  });
});

describe('B4: a back-fill', () => {
  it('finds what was held in the period that is set, and what is older when the period grows', async () => {
    const world = await openSweepWorld({ webinars: somePastWebinars(50), settings: { backfillDays: 10 } });

    const first = await world.sweep();
    await world.save({ backfillDays: 60 });
    const second = await world.sweep();

    expect(first.report.syncedCount).toBe(9);
    expect(second.report.syncedCount).toBe(41);
  });

  it('goes on where it stopped, in another process', async () => {
    const world = await openSweepWorld({ webinars: somePastWebinars(30), settings: { backfillDays: 60 } });
    world.time.callsTake(300);
    const begun = await world.sweepStep();
    const other = await world.startProcess();

    const answers = [begun];
    while (answers.length < 60 && !answers.some((answer) => answer.ok && answer.done)) {
      answers.push(await other.call('run_sweep', {}));
    }

    const ids = answers.flatMap((answer) => (answer.ok ? answer.finished.map(({ id }) => id) : []));
    expect(answers.length).toBeGreaterThan(3);
    expect(ids).toHaveLength(30);
    expect(new Set(ids).size).toBe(30);
  });
});

describe('upcoming webinars', () => {
  it('sync their registrations, more often as they come near', async () => {
    const world = await openSweepWorld({ webinars: [aPlannedWebinar(3 * dayMs)] });
    const first = await world.sweep();
    const checkedAgainAt = (await world.row(webinarId)).nextCheckAt;
    world.atZoom('add-registrant', { ...atWebinar, registrant: aRegistrant(acme('eve')) });
    world.time.advance(hourMs);
    const early = await world.sweep();
    world.time.advance(5 * hourMs);
    const later = await world.sweep();

    expect(first.finished).toMatchObject([{ id: webinarId, synced: 1 }]);
    expect(Date.parse(checkedAgainAt ?? '') - world.time.now()).toBeLessThan(minuteMs);
    expect(early.finished).toEqual([]);
    expect(later.finished).toMatchObject([{ id: webinarId, synced: 1, unchanged: 1 }]);
  });

  it('are followed at once when they are moved', async () => {
    const world = await openSweepWorld({ webinars: [aPlannedWebinar(5 * dayMs)] });
    await world.sweep();
    world.time.advance(minuteMs);
    world.atZoom('change-webinar', { ...atWebinar, change: { start_time: zoomIso(noon + 6 * dayMs) } });

    const { finished } = await world.sweep();

    expect(finished).toMatchObject([{ id: webinarId, trigger: 'sweep' }]);
    expect(finished[0]?.sessions).toMatchObject([{ startedAt: new Date(noon + 6 * dayMs).toISOString() }]);
    expect((await world.row(webinarId)).startsAt).toBe(new Date(noon + 6 * dayMs).toISOString());
  });

  it('are followed at once when they are deleted, and left alone from then on', async () => {
    const world = await openSweepWorld({ webinars: [aPlannedWebinar(5 * dayMs)] });
    await world.sweep();
    world.time.advance(minuteMs);
    world.atZoom('delete-webinar', atWebinar);

    const { finished } = await world.sweep();
    world.time.advance(2 * dayMs);
    const later = await world.sweep();

    expect(finished[0]?.warnings).toContainEqual({ cause: 'webinar-deleted' });
    expect(later.finished).toEqual([]);
    expect(await world.row(webinarId)).toMatchObject({ isUpcoming: false, nextCheckAt: null });
  });

  it('are found when somebody schedules them', async () => {
    const world = await openSweepWorld({ webinars: [] });
    await world.sweep();
    world.atZoom('add-webinar', {
      account_id: zoomAccountId,
      webinar: { host_id: 'host-1', ...aPlannedWebinar(dayMs) },
    });

    const { report, finished } = await world.sweep();

    expect(report.newWebinarCount).toBe(1);
    expect(finished).toMatchObject([{ id: webinarId, synced: 1 }]);
  });
});

describe('a webinar that has just ended', () => {
  it('is looked at until Zoom’s report is final, and then has settled', async () => {
    const held = aPlannedWebinar(30 * minuteMs, { duration: 30 });
    const world = await openSweepWorld({
      webinars: [held],
      switches: { reportReadiness: { notFoundMs: 20 * minuteMs, emptyMs: 0, zeroDurationsMs: 2 * hourMs } },
    });
    await world.sweep();
    world.time.advance(hourMs);
    world.atZoom('end-webinar', {
      ...atWebinar,
      participants: [
        {
          name: 'Ann',
          user_email: acme('ann'),
          join_time: zoomIso(noon + 35 * minuteMs),
          leave_time: zoomIso(noon + 55 * minuteMs),
        },
      ],
    });
    const statuses: string[] = [];
    for (let minutes = 0; minutes < 40 * 60; minutes += 15) {
      const { finished } = await world.sweep();
      statuses.push(...finished.map(({ status }) => status));
      world.time.advance(15 * minuteMs);
    }

    expect(statuses[0]).toBe('partial');
    expect(statuses.at(-1)).toBe('complete');
    expect(statuses.length).toBeGreaterThanOrEqual(4);
    expect(statuses.length).toBeLessThanOrEqual(8);
    expect(await world.row(webinarId)).toMatchObject({ status: 'complete', attendedCount: 1, nextCheckAt: null });
  }, 60_000);

  it('is looked at again when its host starts it once more', async () => {
    const world = await openSweepWorld({ webinars: [aPastWebinar()] });
    await world.sweep();
    world.atZoom('add-instance', {
      ...atWebinar,
      instance: anInstance([aJoin(acme('ben'), 1_500, 1_530)], {
        uuid: 'again==',
        start_time: atMinute(1_500),
        end_time: atMinute(1_530),
      }),
    });

    const { finished } = await world.sweep();

    expect(finished).toMatchObject([{ id: webinarId }]);
    expect((await world.row(webinarId)).attendedCount).toBe(2);
  });
});

describe('S2, S8: settings', () => {
  it('while the sync is off nothing is read from Zoom, and each webinar’s audit log says why, once', async () => {
    const world = await openSweepWorld({ webinars: [aPastWebinar(), aPlannedWebinar(dayMs, { id: '82222222222' })] });
    await world.sweep();
    await world.save({ isSyncOn: false });
    const before = world.view();

    const off = await world.sweep();
    const again = await world.sweep();

    expect(off.report).toMatchObject({ isSyncOn: false, webinarCount: 2, offCount: 2, syncedCount: 0 });
    expect([...off.zoomCalls, ...again.zoomCalls]).toEqual([]);
    expect(again.hubspotCalls).toEqual(['custom-objects.search', 'custom-objects.batch-read']);
    for (const id of [webinarId, '82222222222']) {
      const audit = await world.audit(id);
      expect(audit.map(({ status }) => status)).toEqual(['off', 'complete']);
      expect(audit[0]?.warnings).toEqual([{ cause: 'settings-off', setting: 'sync', hostName: 'Hanna Host' }]);
      expect(await world.row(id)).toMatchObject({ status: 'off', nextCheckAt: null });
    }
    expect(world.view()).toEqual(before);
  });

  it('nothing is set up or written in an account in which nobody has turned the sync on', async () => {
    const world = await openSweepWorld({ webinars: [aPastWebinar()], settings: null });

    const { report, zoomCalls } = await world.sweep();

    expect(report).toMatchObject({ isSyncOn: false, webinarCount: 0 });
    expect(zoomCalls).toEqual([]);
    expect(world.records()).toEqual({});
    expect(await world.list()).toEqual({ ok: true, webinars: [], totalCount: 0, after: null, lastSweepAt: null });
  });

  it('what was missed while the sync was off is synced when it is on again', async () => {
    const open = () =>
      openSweepWorld({
        webinars: [aPastWebinar(), aPlannedWebinar(20 * minuteMs, { id: '82222222222', duration: 30 })],
      });
    const changeZoom = (world: SweepWorld): void => {
      world.atZoom('add-registrant', { ...atWebinar, registrant: aRegistrant(acme('late')) });
      world.atZoom('add-webinar', {
        account_id: zoomAccountId,
        webinar: { host_id: 'host-1', ...aPlannedWebinar(9 * dayMs, { id: '83333333333' }) },
      });
      world.time.advance(hourMs);
      world.atZoom('end-webinar', { webinar_id: 82_222_222_222 });
      world.time.advance(4 * dayMs);
    };
    const world = await open();
    await world.sweep();
    await world.save({ isSyncOn: false });
    await world.sweep();
    changeZoom(world);
    const off = await world.sweep();
    await world.save({ isSyncOn: true });
    const { finished } = await world.sweep();
    const seen = world.view();
    const neverOff = await open();
    await neverOff.sweep();
    changeZoom(neverOff);
    await neverOff.sweep({ mode: 'all' });

    expect(off.zoomCalls).toEqual([]);
    expect(finished.map(({ id, trigger }) => [id, trigger]).sort()).toEqual([
      [webinarId, 'settings'],
      ['82222222222', 'settings'],
      ['83333333333', 'sweep'],
    ]);
    expect(seen).toEqual(neverOff.view());
  });

  it('a webinar that is switched off is left alone, and synced when it is switched on', async () => {
    const world = await openSweepWorld({
      webinars: [aPastWebinar(), aPlannedWebinar(dayMs, { id: '82222222222' })],
      settings: { users: usersOf({ 'host-1': { webinars: { [webinarId]: false } } }) },
    });
    const first = await world.sweep();
    const off = await world.row(webinarId);
    await world.save({ users: {} });
    const second = await world.sweep();

    expect(first.finished).toMatchObject([{ id: '82222222222' }]);
    expect(off).toMatchObject({ status: 'off', decision: { isOn: false, setting: 'webinar' } });
    expect(second.finished).toMatchObject([{ id: webinarId, trigger: 'settings', status: 'complete', synced: 2 }]);
    expect((await world.audit(webinarId)).map(({ status }) => status)).toEqual(['complete', 'off']);
  });

  it('people who are treated differently make webinars due', async () => {
    const world = await openSweepWorld({ webinars: [aPastWebinar()] });
    await world.sweep();
    await world.save({ contactPolicy: 'update-only' });

    const { finished } = await world.sweep();

    expect(finished).toMatchObject([{ id: webinarId, trigger: 'settings' }]);
    expect((await world.sweep()).finished).toEqual([]);
  });

  it('S3: only the lists of selected users are read', async () => {
    const users = [1, 2, 3].map((number) => ({ id: `host-${number}`, email: acme(`host${number}`) }));
    const webinars = [1, 2, 3].map((number) =>
      aPlannedWebinar(dayMs, { id: `8111111111${number}`, host_id: `host-${number}`, registrants: [] }),
    );
    const world = await openSweepWorld({
      webinars,
      account: { users },
      settings: { webinarUsers: 'selected', users: usersOf({ 'host-2': { syncsWebinars: true } }) },
    });

    const { finished, zoomCalls } = await world.sweep();

    expect(finished.map(({ id }) => id)).toEqual(['81111111112']);
    expect(zoomCalls.filter((operation) => operation === 'webinars.list')).toHaveLength(1);
  });

  it('S3: nothing is read while no user is chosen', async () => {
    const world = await openSweepWorld({ webinars: [aPastWebinar()], settings: { webinarUsers: 'none' } });

    expect((await world.sweep()).zoomCalls).toEqual([]);
  });

  it('mode all syncs what has settled, too', async () => {
    const world = await openSweepWorld({ webinars: [aPastWebinar()] });
    await world.sweep();

    const { finished } = await world.sweep({ mode: 'all' });

    expect(finished).toMatchObject([{ id: webinarId, unchanged: 2, synced: 0 }]);
    expect(writesOf((await world.sweep()).hubspotCalls)).toEqual([]);
  });
});

describe('S17: a webinar of a Zoom Event', () => {
  it('is reported as not supported, once, and none of its people is read', async () => {
    const world = await openSweepWorld({ webinars: [aPastWebinar({ is_events_webinar: true })] });

    const { report, finished, zoomCalls } = await world.sweep();
    world.time.advance(dayMs);
    const again = await world.sweep();

    expect(report).toMatchObject({ notSupportedCount: 1, syncedCount: 0, failedCount: 0 });
    expect(finished).toMatchObject([{ status: 'not-supported', warnings: [{ cause: 'zoom-event' }] }]);
    expect(zoomCalls.filter((operation) => /registrants|participants/.test(operation))).toEqual([]);
    expect(again.finished).toEqual([]);
    expect(await world.row(webinarId)).toMatchObject({ status: 'not-supported', nextCheckAt: null });
  });
});

describe('users', () => {
  const users = [
    { id: 'host-1', email: acme('host') },
    { id: 'host-2', email: acme('host2'), standIn: { hasWebinarPlan: false } },
  ];
  const asksOf = ({ two }: SweepWorld): number =>
    two.zoom.requests.list().filter(({ operation }) => operation === 'webinars.list').length;

  it('without a webinar plan are skipped quietly, and asked again within a week', async () => {
    const world = await openSweepWorld({ webinars: [aPastWebinar()], account: { users } });

    const { report } = await world.sweep();
    const first = asksOf(world);
    await world.sweep();
    const second = asksOf(world);
    world.atZoom('change-user', { account_id: zoomAccountId, user: 'host-2', hasWebinarPlan: true });
    for (let day = 0; day < 8; day += 1) {
      world.time.advance(dayMs);
      await world.sweep();
    }

    expect(report).toMatchObject({ userCount: 2, usersWithoutPlanCount: 1, failedCount: 0 });
    expect(report).not.toHaveProperty('failedHosts');
    expect([first, second]).toEqual([2, 3]);
    expect((await world.sweep()).report.usersWithoutPlanCount).toBe(0);
  });

  it('a missing permission of the Zoom app is loud, and named', async () => {
    const scopes = ['user:read:list_users:admin'];
    const world = await openSweepWorld({ webinars: [aPastWebinar()], account: { scopes } });

    const failure = failed(await world.sweepStep());

    expect(failure).toMatchObject({ kind: 'missing-scope', system: 'zoom' });
    expect(JSON.stringify(failure.reason)).toContain('webinar:read:list_webinars:admin');
  });

  it('hosts of webinars whose number Zoom has given up are found by their address', async () => {
    const world = await openSweepWorld({
      webinars: somePastWebinars(60),
      settings: { backfillDays: 90, webinarUsers: 'selected', users: usersOf({ 'host-1': { syncsWebinars: true } }) },
    });

    const { report, finished } = await world.sweep();

    expect(report).toMatchObject({ syncedCount: 60, offCount: 0 });
    expect(finished.filter(({ warnings }) => warnings.some(({ cause }) => cause === 'webinar-expired'))).not.toEqual(
      [],
    );
    expect(await world.row('81000000059')).toMatchObject({
      hostId: 'host-1',
      hostName: 'Hanna Host',
      attendedCount: 1,
    });
  });
});

describe('a driver that asks again too early', () => {
  it.each(['webinars.list', 'registrants.list'])(
    'is told to wait as long as Zoom has asked for (%s)',
    async (operation) => {
      const world = await openSweepWorld({ webinars: [aPastWebinar()] });
      const tooMany = { status: 429, headers: { 'retry-after': '40' }, body: { code: 429, message: 'Slow down.' } };
      world.two.zoom.faults.add([{ operation, fault: { kind: 'answer', ...tooMany } }]);

      await world.sweepStep();
      const callsBefore = world.two.zoom.requests.list().length;
      const early = succeeded(await world.sweepStep());

      expect(early).toMatchObject({ done: false, progress: { phase: 'waiting' } });
      expect(early.retryAfterSeconds).toBeGreaterThan(30);
      expect(world.two.zoom.requests.list().length).toBe(callsBefore);
      expect((await world.sweep()).report.syncedCount).toBe(1);
    },
  );
});

describe('two drivers', () => {
  it('take turns: while one step runs, another one is told to wait', async () => {
    const world = await openSweepWorld({ webinars: somePastWebinars(6) });
    const other = await world.startProcess();
    world.time.callsTake(100);

    const answers = await Promise.all([world.sweepStep(), other.call('run_sweep', {})]);

    const phases = answers.map((answer) => ('progress' in answer ? answer.progress : null));
    expect(phases).toContainEqual(expect.objectContaining({ phase: 'waiting' }));
    expect((await world.sweep()).report.failedCount).toBe(0);
  });

  it('a sync that somebody else is at work on is waited for', async () => {
    const world = await openSweepWorld({ webinars: [aPastWebinar()] });
    const other = await world.startProcess();
    world.time.callsTake(100);

    const [answer] = await Promise.all([world.sweep(), other.call('sync_webinar', { webinarId })]);

    expect(answer.report).toMatchObject({ failedCount: 0, syncedCount: 1 });
  });
});
