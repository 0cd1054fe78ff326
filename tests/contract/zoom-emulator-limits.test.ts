import { describe, expect, it } from 'vitest';
import { createRateUsage, countCall } from '../../emulators/zoom/limits.ts';
import {
  anAccount,
  aPastWebinar,
  connectZoom,
  dayMs,
  noon,
  refusal,
  secondMs,
  webinarId,
} from './zoom-emulator-kit.ts';

const perSecondText = 'You have reached the maximum per-second rate limit for this API. Try again later.';
const dailyText =
  'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.';

describe('calls per second', () => {
  it.each([
    ['free', 'light', 4],
    ['free', 'medium', 2],
    ['free', 'heavy', 1],
    ['pro', 'light', 30],
    ['pro', 'medium', 20],
    ['pro', 'heavy', 10],
    ['business', 'light', 80],
    ['business', 'medium', 60],
    ['business', 'heavy', 40],
  ] as const)('plan %s, label %s: %i', (plan, label, callCount) => {
    const usage = createRateUsage();
    const statuses = Array.from({ length: callCount + 1 }, () => countCall(usage, plan, label, noon, 'documented'));

    expect(statuses.slice(0, callCount).every((answer) => answer === null)).toBe(true);
    expect(statuses.at(-1)).toMatchObject({ status: 429 });
  });

  it.each([
    ['free', 10],
    ['pro', 10],
    ['business', 20],
  ] as const)('plan %s, resource-intensive: %i a minute', (plan, callCount) => {
    const usage = createRateUsage();
    const count = (at: number) => countCall(usage, plan, 'resource-intensive', at, 'documented');
    const answers = Array.from({ length: callCount }, () => count(noon));

    expect(answers.every((answer) => answer === null)).toBe(true);
    expect(count(noon + 59_999)).toMatchObject({ status: 429 });
    expect(count(noon + 60_000)).toBeNull();
  });

  it('are counted over a sliding second, for each label apart', async () => {
    const zoom = await connectZoom({ plan: 'pro', webinars: [aPastWebinar()] });
    const { clock } = zoom.emulator;

    for (let call = 0; call < 10; call += 1) await zoom.get('/users');
    clock.advance(600);
    for (let call = 0; call < 10; call += 1) await zoom.get('/users');
    const refused = await zoom.get('/users');
    const ofAnotherLabel = await zoom.get(`/webinars/${webinarId}`);
    clock.advance(400);
    const tenAreOut = await Promise.all(Array.from({ length: 11 }, () => zoom.get('/users')));

    expect(refused).toMatchObject(refusal(429, 429, perSecondText));
    expect(ofAnotherLabel.status).toBe(200);
    expect(tenAreOut.filter(({ status }) => status === 200)).toHaveLength(10);
  });

  it('are shared by everything that an account does, not by accounts', async () => {
    const other = anAccount({ account_id: 'account-2', client_id: 'client-2', client_secret: 'secret-2', plan: 'pro' });
    const zoom = await connectZoom({ plan: 'pro' }, {}, [other]);
    const zoomOfOther = await zoom.as('account-2', 'client-2', 'secret-2');

    for (let call = 0; call < 20; call += 1) await zoom.get('/users/host-1/webinars');

    expect((await zoom.get('/users')).status).toBe(429);
    expect((await zoomOfOther.get('/users')).status).toBe(200);
  });

  it('say so in headers, without a time to wait', async () => {
    const zoom = await connectZoom({ plan: 'free' });

    for (let call = 0; call < 2; call += 1) await zoom.get('/users');
    const { headers } = await zoom.get('/users');

    expect(Object.fromEntries([...headers].filter(([name]) => /^(x-ratelimit|retry)/.test(name)))).toEqual({
      'x-ratelimit-category': 'Medium',
      'x-ratelimit-type': 'QPS',
      'x-ratelimit-limit': '2',
      'x-ratelimit-remaining': '0',
    });
  });

  it('say no more than the category where the switch says so', async () => {
    const zoom = await connectZoom({ plan: 'free' }, { limitHeaders: 'category-only' });

    for (let call = 0; call < 2; call += 1) await zoom.get('/users');
    const { status, headers } = await zoom.get('/users');

    expect(status).toBe(429);
    expect([...headers.keys()].filter((name) => name.startsWith('x-ratelimit'))).toEqual(['x-ratelimit-category']);
  });

  it('do not bind an account without limits', async () => {
    const zoom = await connectZoom();

    const answers = await Promise.all(Array.from({ length: 100 }, () => zoom.get('/users')));

    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });
});

describe('calls per day', () => {
  it.each([
    ['free', 'light', 6_000],
    ['free', 'medium', 2_000],
    ['free', 'heavy', 1_000],
    ['pro', 'heavy', 30_000],
    ['business', 'heavy', 60_000],
  ] as const)('plan %s, label %s: %i, until midnight UTC', (plan, label, callCount) => {
    const usage = createRateUsage();
    usage.day = '2026-11-20';
    usage.daily[label] = callCount - 1;

    const last = countCall(usage, plan, label, noon, 'documented');
    const refused = countCall(usage, plan, label, noon + 5 * secondMs, 'documented');
    const tomorrow = countCall(usage, plan, label, noon + dayMs / 2, 'documented');

    expect(last).toBeNull();
    expect(refused).toEqual({
      status: 429,
      json: { code: 429, message: dailyText },
      headers: {
        'x-ratelimit-type': 'Daily-limit',
        'x-ratelimit-limit': String(callCount),
        'x-ratelimit-remaining': '0',
        'retry-after': '2026-11-21T00:00:00Z',
      },
    });
    expect(tomorrow).toBeNull();
  });

  it('are one budget for heavy and resource-intensive calls of a paid plan', () => {
    const usage = createRateUsage();
    usage.day = '2026-11-20';
    usage.daily['resource-intensive'] = 20_000;
    usage.daily.heavy = 10_000;

    expect(countCall(usage, 'pro', 'heavy', noon, 'documented')).toMatchObject({ status: 429 });
    expect(countCall(usage, 'pro', 'medium', noon, 'documented')).toBeNull();
  });

  it('reach the caller with the moment to come back', async () => {
    const zoom = await connectZoom({ plan: 'pro', webinars: [aPastWebinar()] });
    const { usage } = zoom.emulator.world().accountsById.get('account-1') ?? { usage: createRateUsage() };
    usage.day = '2026-11-20';
    usage.daily.heavy = 30_000;

    const { status, headers } = await zoom.get(`/report/webinars/${webinarId}`);

    expect(status).toBe(429);
    expect(headers.get('retry-after')).toBe('2026-11-21T00:00:00Z');
    expect(headers.get('x-ratelimit-category')).toBe('Heavy');
  });
});

describe('every answer', () => {
  it('names its category and a tracking id of its own', async () => {
    const zoom = await connectZoom();

    const answers = [await zoom.get('/users'), await zoom.get('/users')];

    expect(answers.map(({ headers }) => headers.get('x-ratelimit-category'))).toEqual(['Medium', 'Medium']);
    expect(new Set(answers.map(({ headers }) => headers.get('x-zm-trackingid'))).size).toBe(2);
  });
});
