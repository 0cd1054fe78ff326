import { describe, expect, it } from 'vitest';
import { createMemory, toDomains, toUserId } from '../../bench/pages-memory.ts';
import { skipReasonLabels } from '../../src/app/app.functions/audit/not-synced-csv.ts';
import type { AuditLogAnswer } from '../../src/app/extensions/contract/audit-log.ts';
import { defaultSettings, defaultUserSettings, type Settings } from '../../src/app/extensions/contract/settings.ts';
import { zoomAccountId } from '../support/two-accounts.ts';
import { dayMs, noon, openWorld, secondMs, succeeded, type WebinarWorld } from '../support/webinar-world.ts';
import { writeRecords } from '../support/write-records.ts';

const answerBytesMax = 1_000_000;
const userCount = 120;
const webinarId = '89200000000';

/** Each of some users has a thousand switches. */
const settingsWith = (switchingUserCount: number): Settings => ({
  ...defaultSettings,
  isSyncOn: true,
  contactExclusions: toDomains(1_000),
  users: Object.fromEntries(
    Array.from({ length: switchingUserCount }, (_, place) => [
      `${zoomAccountId}:${toUserId(place)}`,
      {
        ...defaultUserSettings,
        webinars: Object.fromEntries(
          Array.from({ length: 1_000 }, (_, number) => [String(89_000_000_000 + number), true]),
        ),
      },
    ]),
  ),
});

/** As much of everything as there can be, written by the app's own serialisers. */
async function openLarge(): Promise<WebinarWorld> {
  const users = Array.from({ length: userCount }, (_, place) => ({
    id: toUserId(place),
    email: `${'u'.repeat(50)}${place}@bench.example.com`,
    first_name: '語'.repeat(60),
    last_name: String(place),
  }));
  const world = await openWorld({ webinars: [], account: { users, webinars: [] }, settings: settingsWith(38) });
  const size = { webinarCount: 150, skippedCount: 10_000, domainCount: 1_000 };
  await writeRecords(world, createMemory({ accountId: zoomAccountId, userCount, nowMs: noon - dayMs, ...size }));
  world.time.advance(10 * secondMs);
  return world;
}

/** In UTF-8, as HubSpot counts. */
const bytesOf = (answer: unknown): number => Buffer.byteLength(JSON.stringify(answer));

const csvWords = { header: ['Address', 'Name', 'Reason', 'Detail'], reasons: skipReasonLabels };
const longDomains = toDomains(1_000).map((name) => `${name}/${'x'.repeat(300)}`);
const wrongDomains = toDomains(1_000).map((name) => `${name} ${'x'.repeat(300)}`);

/** With the least that each comes to here, so that nothing is measured that is not there. */
const largeCalls: readonly (readonly [uid: string, parameters: object, atLeast: number])[] = [
  ['get_overview', {}, 5_000],
  ['get_activity', { days: 30, timeZone: 'Europe/Berlin' }, 2_000],
  ['list_webinars', { limit: 100 }, 60_000],
  ['list_zoom_users', { limit: 100 }, 700_000],
  ['get_settings', {}, 700_000],
  ['preview_settings', { settings: { ...settingsWith(1), recordingExclusions: toDomains(1_000) } }, 500],
  ['preview_settings', { settings: { ...settingsWith(1), contactExclusions: wrongDomains } }, 200_000],
  ['save_settings', { settings: { ...settingsWith(38), contactExclusions: longDomains }, version: 1 }, 700_000],
  ['get_audit_log', { webinarId }, 800_000],
  ['get_audit_log', { webinarId, view: 'people', limit: 200 }, 20_000],
  ['get_audit_log', { webinarId, view: 'csv', csvWords }, 800_000],
];

describe('S30: the functions that pages call', () => {
  it('answer no more than a megabyte', { timeout: 60_000 }, async () => {
    const world = await openLarge();

    const sizes: (readonly [uid: string, bytes: number, atLeast: number])[] = [];
    for (const [uid, parameters, atLeast] of largeCalls) {
      sizes.push([uid, bytesOf(succeeded(await world.call(uid, parameters))), atLeast]);
    }

    expect(sizes.filter(([, bytes]) => bytes > answerBytesMax)).toEqual([]);
    expect(sizes.filter(([, bytes, atLeast]) => bytes < atLeast)).toEqual([]);
  });

  it('the newest runs are those that are answered when not all fit', async () => {
    const world = await openLarge();

    const answer = succeeded(await world.call<AuditLogAnswer>('get_audit_log', { webinarId }));

    const runs = answer.view === 'runs' ? answer.runs : [];
    expect(runs.map(({ runId }) => runId).slice(0, 3)).toEqual(['41', '40', '39'].map((run) => `${webinarId}-${run}`));
    expect(runs.length).toBeLessThan(20);
  });

  it('settings that would make larger ones are not saved', async () => {
    const world = await openWorld({ webinars: [] });

    const settings = settingsWith(45);
    const answer = await world.call('save_settings', { settings, version: 1 });
    const preview = await world.call('preview_settings', { settings });

    expect(answer).toEqual({ ok: true, outcome: 'invalid', problems: [{ field: 'users', problem: 'too-many' }] });
    expect(preview).toEqual(answer);
  });
});
