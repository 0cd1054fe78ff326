import { describe, expect, it } from 'vitest';
import { addRun, formatActivity } from '../../src/app/app.functions/audit/activity.ts';
import {
  newWebinarState,
  recordKeysOf,
  toStateRecord,
  type WebinarState,
} from '../../src/app/app.functions/sync/checkpoint.ts';
import type { ActivityAnswer, GetActivityParameters } from '../../src/app/extensions/contract/activity.ts';
import { zoomAccountId } from '../support/two-accounts.ts';
import {
  dayMs,
  failed,
  hourMs,
  minuteMs,
  noon,
  openWorld,
  secondMs,
  succeeded,
  type WebinarWorld,
} from '../support/webinar-world.ts';
import { writeRecords } from '../support/write-records.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, webinarId } from '../support/zoom-webinars.ts';

const acme = (name: string): string => `${name}@acme.example.com`;
const held = aHeldWebinar({
  registrants: [aRegistrant(acme('ann')), aRegistrant(acme('ben')), aRegistrant('karl@gmail,com')],
  instances: [anInstance([aJoin(acme('ann'), 0, 60)])],
});

async function ask(world: WebinarWorld, parameters: Partial<GetActivityParameters> = {}) {
  const process = await world.startProcess();
  const hubspotBefore = world.two.hubspot.requests.list().length;
  const zoomBefore = world.two.zoom.requests.list().length;
  const answer = await process.call<ActivityAnswer>('get_activity', { days: 3, timeZone: 'UTC', ...parameters });
  const calls = world.two.hubspot.requests.list().slice(hubspotBefore);
  return {
    answer,
    hubspotCalls: calls.map(({ operation }) => operation),
    zoomCallCount: world.two.zoom.requests.list().length - zoomBefore,
  };
}

const daysOf = async (world: WebinarWorld, parameters: Partial<GetActivityParameters> = {}) =>
  succeeded((await ask(world, parameters)).answer).days.map(({ day, syncedCount, skippedCount, runCount }) => [
    day,
    syncedCount,
    skippedCount,
    runCount,
  ]);

/** Records of webinars that were synced once each, some minutes apart; the last one now. */
const aWebinarEach = (count: number, changes: Partial<WebinarState> = {}) =>
  Array.from({ length: count }, (_, place) => {
    const endedAt = noon - (count - 1 - place) * minuteMs;
    const activity = formatActivity(addRun([], { endedAt, synced: 2, skipped: 1 }));
    const keys = recordKeysOf(zoomAccountId, String(89_000_000_000 + place));
    return toStateRecord(keys, { ...newWebinarState, activity, ...changes }, 'A webinar', endedAt);
  });

describe('get_activity', () => {
  it('in an account in which nothing was ever written is nothing', async () => {
    const world = await openWorld({ webinars: [], settings: null });

    const { answer, hubspotCalls } = await ask(world);

    expect(answer).toEqual({
      ok: true,
      days: ['2026-11-18', '2026-11-19', '2026-11-20'].map((day) => ({
        day,
        syncedCount: 0,
        skippedCount: 0,
        runCount: 0,
      })),
      isComplete: true,
    });
    expect(hubspotCalls).toEqual(['schemas.list']);
  });

  it('counts whom each sync brought into HubSpot, by one search and nothing of Zoom', async () => {
    const world = await openWorld({ webinars: [held] });
    await world.sync({ webinarId });
    world.time.advance(dayMs);
    world.atZoom('add-registrant', { webinar_id: Number(webinarId), registrant: aRegistrant(acme('dan')) });
    await world.sync({ webinarId });
    await world.sync({ webinarId });
    world.time.advance(10 * secondMs);

    const { answer, hubspotCalls, zoomCallCount } = await ask(world);

    expect(answer).toMatchObject({
      days: [
        { day: '2026-11-19', syncedCount: 0, skippedCount: 0, runCount: 0 },
        { day: '2026-11-20', syncedCount: 2, skippedCount: 1, runCount: 1 },
        { day: '2026-11-21', syncedCount: 1, skippedCount: 1, runCount: 2 },
      ],
      isComplete: true,
    });
    expect(hubspotCalls).toEqual(['schemas.list', 'custom-objects.search']);
    expect(zoomCallCount).toBe(0);
  });

  it('outlives the audit log, which keeps twenty syncs', async () => {
    const world = await openWorld({ webinars: [held] });
    for (let run = 0; run < 23; run += 1) {
      await world.sync({ webinarId });
      world.time.advance(hourMs);
    }

    expect(await daysOf(world, { days: 2 })).toEqual([
      ['2026-11-20', 2, 1, 12],
      ['2026-11-21', 0, 1, 11],
    ]);
  });

  it('has the days of whoever asks', async () => {
    const world = await openWorld({ webinars: [held] });
    await world.sync({ webinarId });
    world.time.advance(10 * secondMs);

    expect(await daysOf(world, { days: 1, timeZone: 'Pacific/Kiritimati' })).toEqual([['2026-11-21', 2, 1, 1]]);
    expect(await daysOf(world, { days: 1, timeZone: 'America/New_York' })).toEqual([['2026-11-20', 2, 1, 1]]);
  });

  it('does not count a dry run, nor a webinar that the settings keep out', async () => {
    const world = await openWorld({ webinars: [held] });
    await world.sync({ webinarId, dryRun: true });
    await world.save({ isSyncOn: false });
    await world.sync({ webinarId });
    world.time.advance(10 * secondMs);

    expect(await ask(world)).toMatchObject({
      answer: { days: [{ runCount: 0 }, { runCount: 0 }, { runCount: 0 }], isComplete: true },
    });
  });

  it('of a thousand webinars takes five calls and is complete', async () => {
    const world = await openWorld({ webinars: [] });
    await writeRecords(world, aWebinarEach(1_000));
    world.time.advance(10 * secondMs);

    const { answer, hubspotCalls } = await ask(world);

    expect(hubspotCalls.slice(1)).toEqual(Array.from({ length: 5 }, () => 'custom-objects.search'));
    expect(answer).toMatchObject({
      isComplete: true,
      days: [{ runCount: 0 }, { runCount: 279 }, { syncedCount: 1_442, skippedCount: 721, runCount: 721 }],
    });
  });

  it('of more webinars says that it is not complete', async () => {
    const world = await openWorld({ webinars: [] });
    await writeRecords(world, aWebinarEach(1_001));
    world.time.advance(10 * secondMs);

    const { answer, hubspotCalls } = await ask(world);

    expect(hubspotCalls).toHaveLength(6);
    expect(answer).toMatchObject({ isComplete: false, days: [{}, { runCount: 279 }, { runCount: 721 }] });
  });

  it('of webinars that an older version has synced knows the last sync, and that this is not all', async () => {
    const world = await openWorld({ webinars: [held] });
    const [record] = aWebinarEach(1, { activity: '' });
    await writeRecords(
      world,
      record === undefined
        ? []
        : [{ ...record, summary: 'Tomatoes: 1 synced, 2 unchanged: 7 synced, 9 unchanged, 3 skipped' }],
    );
    world.time.advance(10 * secondMs);

    expect((await ask(world)).answer).toMatchObject({
      days: [{}, {}, { syncedCount: 7, skippedCount: 3, runCount: 1 }],
      isComplete: false,
    });
  });

  it.each([
    [{ days: 0 }, 'days'],
    [{ days: 31 }, 'days'],
    [{ days: 1.5 }, 'days'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ timeZone: 1 as never }, 'timeZone'],
  ])('refuses %j', async (parameters, name) => {
    const world = await openWorld({ webinars: [], settings: null });

    expect(failed((await ask(world, parameters)).answer)).toMatchObject({
      reason: { cause: 'parameter-invalid', name },
    });
  });
});
