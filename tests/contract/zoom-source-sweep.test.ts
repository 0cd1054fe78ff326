import { describe, expect, it } from 'vitest';
import { failureOf } from '../unit/http/http-kit.ts';
import {
  anAccount,
  aPastWebinar,
  at,
  aWebinar,
  dayMs,
  hostEmail,
  hourMs,
  minuteMs,
  noon,
  type WebinarInput,
} from './zoom-emulator-kit.ts';
import { connect, id, onlyPage, readAllPages } from './zoom-source-kit.ts';

const users = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `user-${index + 1}`,
    email: `User${index + 1}@brand.example`,
    first_name: `U${index + 1}`,
    last_name: 'Brand',
  }));

describe("S3: the account's users", () => {
  it('are listed two thousand a page, each once', async () => {
    const { source, calls } = await connect([], { account: { users: users(2_001) } });

    const { rows, pageCount } = await readAllPages((pageToken) => source.listUsers(pageToken));

    expect(pageCount).toBe(2);
    expect(calls()['users.list']).toBe(2);
    expect(new Set(rows.map(({ userId }) => userId)).size).toBe(2_001);
    expect(rows[0]).toEqual({ userId: 'user-1', email: 'user1@brand.example', name: 'U1 Brand' });
  });

  it('are the active ones only', async () => {
    const gone = { email: 'gone@brand.example', status: 'inactive' } as const;
    const { source } = await connect([], { account: { users: [...users(1), gone] } });

    expect(onlyPage(await source.listUsers(null)).rows).toMatchObject([{ userId: 'user-1' }]);
  });

  it('must be read from the beginning when the page token has died', async () => {
    const { source, emulator } = await connect([], { account: { users: users(2_001) } });
    const { nextPageToken } = onlyPage(await source.listUsers(null));

    emulator.clock.advance(16 * minuteMs);

    await expect(source.listUsers(nextPageToken)).resolves.toEqual({ kind: 'page-token-expired' });
  });
});

describe("S3: a user's webinars", () => {
  it('are those that are planned and those that were held lately', async () => {
    const { source } = await connect([aWebinar({ id: 97_000_000_001 }), aPastWebinar({ id: 97_000_000_002 })]);

    const { rows } = onlyPage(await source.listUserWebinars('host-1', null));

    expect(new Set(rows.map(({ webinarId }) => webinarId))).toEqual(new Set(['97000000001', '97000000002']));
    expect(rows).toContainEqual(
      expect.objectContaining({
        webinarId: '97000000001',
        hostId: 'host-1',
        topic: 'Growing tomatoes',
        recurrence: 'single',
        startsAt: noon + dayMs,
        lengthMinutes: 60,
        isZoomEvent: false,
      }),
    );
  });

  it.each([
    [true, 2],
    [false, 1],
  ])('of a series are one row or several (a row per occurrence: %s)', async (isSplit, rowCount) => {
    const series = aWebinar({
      type: 9,
      occurrences: [{ start_time: at(dayMs) }, { start_time: at(2 * dayMs) }],
    });
    const { source } = await connect([series], { switches: { listOneRowPerOccurrence: isSplit } });

    const { rows } = onlyPage(await source.listUserWebinars('host-1', null));

    expect(rows).toHaveLength(rowCount);
    expect(rows.every((row) => row.webinarId === id && row.recurrence === 'fixed-times')).toBe(true);
  });

  it('S17: say which of them belong to a Zoom Event', async () => {
    const { source } = await connect([aWebinar({ is_events_webinar: true })]);

    expect(onlyPage(await source.listUserWebinars('host-1', null)).rows).toMatchObject([{ isZoomEvent: true }]);
  });

  it('are listed to the end', async () => {
    const webinars = Array.from({ length: 301 }, (_, index) => aWebinar({ id: 97_000_000_000 + index }));
    const { source } = await connect(webinars);

    const { rows, pageCount } = await readAllPages((pageToken) => source.listUserWebinars('host-1', pageToken));

    expect(pageCount).toBe(2);
    expect(new Set(rows.map(({ webinarId }) => webinarId)).size).toBe(301);
  });

  it('do not exist where the user has no webinar plan', async () => {
    const account = { users: [{ id: 'basic', email: 'basic@brand.example', standIn: { hasWebinarPlan: false } }] };
    const { source } = await connect([], { account });

    await expect(source.listUserWebinars('basic', null)).resolves.toEqual({ kind: 'no-webinar-plan' });
  });

  it('do not exist where the user is gone', async () => {
    const { source } = await connect([]);

    await expect(source.listUserWebinars('nobody', null)).resolves.toEqual({ kind: 'no-such-user' });
  });

  it('are not taken for none where the app may not see them', async () => {
    const { source } = await connect([aWebinar()], {
      account: { standIn: { missingPermissions: ['User:Read'] } },
    });

    expect(await failureOf(source.listUserWebinars('host-1', null))).toMatchObject({
      kind: 'missing-scope',
      reason: { cause: 'zoom-permission-missing', vendorMessage: 'No permission.' },
    });
  });
});

describe('B4: past webinars', () => {
  it('are listed for the whole account, page by page', async () => {
    const webinars = Array.from({ length: 2 }, (_, webinar) =>
      aPastWebinar({
        id: 90_000_000_000 + webinar,
        instances: Array.from({ length: 200 }, (_unused, index) => ({
          uuid: `u-${webinar}-${index}==`,
          start_time: at(-dayMs - index * minuteMs),
          end_time: at(-dayMs - index * minuteMs + 30_000),
        })),
      }),
    );
    const { source } = await connect(webinars);
    const range = { from: noon - 20 * dayMs, to: noon };

    const { rows, pageCount } = await readAllPages((pageToken) => source.listPastInstances({ ...range, pageToken }));

    expect(pageCount).toBe(2);
    expect(new Set(rows.map((row) => row.uuid)).size).toBe(400);
    expect(rows[0]).toMatchObject({
      topic: 'Growing tomatoes',
      hostName: 'Hanna Host',
      hostEmail,
      startedAt: noon - dayMs,
      endedAt: noon - dayMs + 30_000,
    });
  });

  it('cannot be asked for over more than a month at once', async () => {
    const { source } = await connect([]);

    expect(
      (await failureOf(source.listPastInstances({ from: noon - 90 * dayMs, to: noon, pageToken: null }))).kind,
    ).toBe('rejected');
  });
});

const recordedWebinar = (uuid: string, more: object = {}): WebinarInput =>
  aPastWebinar({
    instances: [
      { uuid, start_time: at(-dayMs), end_time: at(-dayMs + hourMs), recording: {}, transcript: {}, ...more },
    ],
  });

describe("S4: a user's recordings", () => {
  const lastWeek = { userId: 'host-1', from: noon - 7 * dayMs, to: noon, pageToken: null };

  it('are listed by instance', async () => {
    const { source } = await connect([recordedWebinar('/a//b==')]);

    await expect(source.listUserRecordings(lastWeek)).resolves.toEqual({
      kind: 'page',
      rows: [{ webinarId: id, instanceUuid: '/a//b==', hasTranscript: true, isProcessing: false }],
      quarantinedCount: 0,
      nextPageToken: null,
      totalCount: 1,
    });
  });

  it('show what Zoom is still working on', async () => {
    const { source } = await connect([recordedWebinar('u==', { recording: { standIn: { processingMs: null } } })]);

    expect(await source.listUserRecordings(lastWeek)).toMatchObject({
      rows: [{ hasTranscript: false, isProcessing: true }],
    });
  });

  it.each(['empty-list', 'not-found'] as const)('may be none, whatever Zoom calls that (%s)', async (noRecordings) => {
    const { source } = await connect([aPastWebinar()], { switches: { noRecordings } });

    expect(await source.listUserRecordings(lastWeek)).toMatchObject({ kind: 'page', rows: [], nextPageToken: null });
  });

  it('are none where the user is gone', async () => {
    const { source } = await connect([]);

    await expect(source.listUserRecordings({ ...lastWeek, userId: 'nobody' })).resolves.toEqual({
      kind: 'no-such-user',
    });
  });

  it('cannot be asked for over more than a month at once', async () => {
    const { source } = await connect([]);

    expect((await failureOf(source.listUserRecordings({ ...lastWeek, from: noon - 90 * dayMs }))).kind).toBe(
      'rejected',
    );
  });
});

describe('B1: what the app may not do', () => {
  it.each([
    ['users', 'user:read:list_users:admin'],
    ['webinars', 'webinar:read:list_webinars:admin'],
    ['past webinars', 'report:read:list_history_meetings:admin'],
    ['recordings', 'cloud_recording:read:list_user_recordings:admin'],
  ] as const)('names the scope that the list of %s needs', async (list, scope) => {
    const { source } = await connect([], { account: anAccount({ scopes: ['webinar:read:webinar:admin'] }) });
    const range = { from: noon - dayMs, to: noon, pageToken: null };
    const readers = {
      users: () => source.listUsers(null),
      webinars: () => source.listUserWebinars('host-1', null),
      'past webinars': () => source.listPastInstances(range),
      recordings: () => source.listUserRecordings({ ...range, userId: 'host-1' }),
    };

    const { kind, reason } = await failureOf(readers[list]());

    expect(kind).toBe('missing-scope');
    expect(reason).toMatchObject({ cause: 'scopes-missing', scopes: expect.arrayContaining([scope]) as unknown });
  });
});
