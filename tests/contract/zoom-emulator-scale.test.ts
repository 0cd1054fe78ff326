import { beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '../../emulators/core/server.ts';
import { startZoomEmulator, type ZoomWorld } from '../../emulators/zoom/index.ts';
import {
  anAccount,
  at,
  dayMs,
  noon,
  readAll,
  signIn,
  type AccountInput,
  type ZoomUnderTest,
} from './zoom-emulator-kit.ts';

const userCount = 5_000;
const hostCount = 500;
const webinarCount = 1_000;

/** Users of whom each tenth hosts; two webinars a host: one past with a recording, one to come. */
const aLargeAccount = (): AccountInput =>
  anAccount({
    users: Array.from({ length: userCount }, (_, index) => ({
      id: `user-${index}`,
      email: `user-${index}@brand.example`,
      type: index < hostCount ? (2 as const) : (1 as const),
    })),
    webinars: Array.from({ length: webinarCount }, (_, index) => {
      const start = at((index % 2 === 0 ? -dayMs : dayMs) + index * 1_000);
      const run = { uuid: `run-${index}`, start_time: start, recording: {}, transcript: {} };
      return {
        id: 90_000_000_000 + index,
        host_email: `user-${Math.floor(index / 2)}@brand.example`,
        topic: `Webinar ${index}`,
        start_time: start,
        duration: 30,
        instances: index % 2 === 0 ? [run] : [],
      };
    }),
  });

describe('an account of five thousand users and a thousand webinars', () => {
  let emulator: Emulator<ZoomWorld>;
  let zoom: ZoomUnderTest;

  beforeAll(async () => {
    emulator = await startZoomEmulator({ seed: { accounts: [aLargeAccount()] }, startAt: noon, frozen: true });
    zoom = await signIn(emulator, 'account-1', 'client-1', 'secret-1');
    return () => emulator.close();
  });

  it('lists its users in three pages of two thousand', async () => {
    emulator.requests.clear();

    const users = await readAll<{ id: string }>(zoom, '/users', 'users', { page_size: 2_000 });

    expect(new Set(users.map(({ id }) => id)).size).toBe(userCount);
    expect(emulator.requests.counts()).toEqual({ 'users.list': 3 });
  });

  it('answers for every host, and for everybody without a plan', async () => {
    const rows: { id: number }[] = [];
    for (let index = 0; index < hostCount; index += 1) {
      rows.push(...(await readAll<{ id: number }>(zoom, `/users/user-${index}/webinars`, 'webinars')));
    }
    const basic = await zoom.get(`/users/user-${userCount - 1}/webinars`);

    expect(new Set(rows.map(({ id }) => id)).size).toBe(webinarCount);
    expect(basic).toMatchObject({ status: 400, body: { code: 200 } });
  });

  it('pages through its history and the recordings of its hosts', async () => {
    const month = { from: '2026-11-01', to: '2026-11-30' };

    const history = await readAll<{ meeting_uuid: string }>(zoom, '/report/history_meetings', 'history_meetings', {
      ...month,
      page_size: 100,
    });
    const recordings = await readAll<{ uuid: string }>(zoom, '/users/user-7/recordings', 'meetings', month);

    expect(new Set(history.map(({ meeting_uuid }) => meeting_uuid)).size).toBe(webinarCount / 2);
    expect(recordings.map(({ uuid }) => uuid)).toEqual(['run-14']);
  });
});
