import { describe, expect, test } from 'vitest';
import { SeedError } from '../../emulators/core/operation.ts';
import { startHubSpotEmulator, type HubSpotSeed } from '../../emulators/hubspot/index.ts';
import {
  contactsPath,
  idsOf,
  onlyResult,
  startAccount,
  threeContacts,
  type Reply,
  type TestAccount,
} from './hubspot-emulator-harness.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

async function repeat(count: number, ask: () => Promise<Reply>): Promise<Reply> {
  let last = await ask();
  for (let index = 1; index < count; index += 1) last = await ask();
  return last;
}

const ping = (account: TestAccount) => () => account.get(`${contactsPath}?limit=1`);
const search = (account: TestAccount) => () => account.post(`${contactsPath}/search`, {});

describe('credentials', () => {
  test.each([
    ['none', {}],
    ['an unknown one', { authorization: 'Bearer pat-unknown' }],
    ['one that is no bearer token', { authorization: 'Basic pat-emulator-token' }],
  ])('%s: 401 with HubSpot’s body', async (_what, headers) => {
    const account = await startAccount();

    const answer = await fetch(`${account.emulator.url}${contactsPath}`, { headers });

    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      status: 'error',
      category: 'INVALID_AUTHENTICATION',
      correlationId: answer.headers.get('x-hubspot-correlation-id'),
    });
  });

  test('that lack a scope: 403 naming it', async () => {
    const account = await startAccount({ account: { scopes: ['crm.objects.contacts.read'] } });

    const read = await account.get(contactsPath);
    const write = await account.post(contactsPath, { properties: {} });

    expect(read.status).toBe(200);
    expect(write).toMatchObject({
      status: 403,
      body: {
        status: 'error',
        category: 'MISSING_SCOPES',
        context: { requiredGranularScopes: ['crm.objects.contacts.write'] },
      },
    });
  });

  test('for marketing events are their own', async () => {
    const account = await startAccount({ account: { scopes: ['crm.objects.marketing_events.read'] } });

    expect((await account.get('/marketing/v3/marketing-events')).status).toBe(200);
    expect((await account.del('/marketing/v3/marketing-events/events/x?externalAccountId=y')).status).toBe(403);
    expect((await account.get('/crm/v3/owners')).status).toBe(403);
    expect((await account.get('/settings/v3/users/')).status).toBe(403);
    expect((await account.get('/account-info/v3/details')).status).toBe(200);
  });
});

describe('every answer', () => {
  test('carries a correlation id, the same in header and error body', async () => {
    const account = await startAccount({ contacts: threeContacts });

    const good = await account.get(`${contactsPath}/101`);
    const bad = await account.get(`${contactsPath}/9`);
    const nowhere = await account.get('/crm/v9/nothing');

    expect(good.headers.get('x-hubspot-correlation-id')).toMatch(uuid);
    for (const { status, headers, body } of [bad, nowhere]) {
      expect(status).toBe(404);
      expect(body.correlationId).toMatch(uuid);
      expect(headers.get('x-hubspot-correlation-id')).toBe(body.correlationId);
    }
  });

  test('to a body that is no JSON is 400, to one that says it is something else 415', async () => {
    const account = await startAccount();

    const broken = await account.post(contactsPath, '{"properties":');
    const plain = await account.send('POST', contactsPath, '{}', { 'content-type': 'text/plain' });

    expect(broken).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR' } });
    expect(plain.status).toBe(415);
  });

  test('says how much of the limits is left, except to searches and event sends', async () => {
    const account = await startAccount({ emulator: { dailyCallsUsed: 10 } });

    await account.get(contactsPath);
    const { headers } = await account.get(contactsPath);
    const found = await search(account)();
    const sent = await account.post('/events/v3/send', { eventName: 'x', properties: {} });

    expect(headers.get('x-hubspot-ratelimit-max')).toBe('190');
    expect(headers.get('x-hubspot-ratelimit-remaining')).toBe('188');
    expect(headers.get('x-hubspot-ratelimit-interval-milliseconds')).toBe('10000');
    expect(headers.get('x-hubspot-ratelimit-daily')).toBe('1000000');
    expect(headers.get('x-hubspot-ratelimit-daily-remaining')).toBe('999988');
    expect(headers.get('x-hubspot-ratelimit-secondly-remaining')).toBe('17');
    for (const reply of [found, sent]) expect(reply.headers.get('x-hubspot-ratelimit-max')).toBeNull();
  });
});

describe('limits', () => {
  test.each([
    ['free', 100],
    ['starter', 100],
    ['professional', 190],
    ['enterprise', 190],
    ['enterprise-limit-increase', 250],
  ] as const)('%s: %i calls in any ten seconds', async (tier, burst) => {
    const account = await startAccount({ account: { tier } });

    const last = await repeat(burst, ping(account));
    const refused = await ping(account)();
    account.emulator.clock.advance(9_999);
    const stillRefused = await ping(account)();
    account.emulator.clock.advance(1);
    const again = await ping(account)();

    expect([last.status, refused.status, stillRefused.status, again.status]).toEqual([200, 429, 429, 200]);
    expect(refused.body).toMatchObject({
      status: 'error',
      message: 'You have reached your ten_secondly_rolling limit.',
      errorType: 'RATE_LIMIT',
      policyName: 'TEN_SECONDLY_ROLLING',
    });
    expect(refused.headers.get('retry-after')).toBeNull();
  });

  test('count per app', async () => {
    const account = await startAccount({ account: { tier: 'free' }, apps: [{ appId: 5, token: 'pat-other' }] });
    await repeat(100, ping(account));

    const other = await account.send('GET', contactsPath, undefined, { authorization: 'Bearer pat-other' });

    expect(other.status).toBe(200);
  });

  test('of searches are five a second for the whole account, apart from the burst', async () => {
    const account = await startAccount({ apps: [{ appId: 5, token: 'pat-other' }] });

    const fifth = await repeat(5, search(account));
    const other = await account.send('POST', `${contactsPath}/search`, {}, { authorization: 'Bearer pat-other' });
    const ordinary = await ping(account)();
    account.emulator.clock.advance(1_000);
    const again = await search(account)();

    expect([fifth.status, other.status, ordinary.status, again.status]).toEqual([200, 429, 200, 200]);
    expect(other.body).toMatchObject({ message: 'You have reached your secondly limit.', policyName: 'SECONDLY' });
  });

  test('of associations have a budget of their own', async () => {
    const account = await startAccount({ account: { tier: 'free' }, contacts: threeContacts });
    await repeat(100, ping(account));
    const read = () => account.post('/crm/v4/associations/contacts/calls/batch/read', { inputs: [{ id: '101' }] });

    expect((await repeat(100, read)).status).toBe(207);
    expect((await read()).status).toBe(429);
  });

  test('do not touch the sending of custom events', async () => {
    const account = await startAccount({ account: { tier: 'enterprise' }, emulator: { dailyCallsUsed: 1_000_000 } });

    const reply = await account.post('/events/v3/send', { eventName: 'pe1_x', objectId: '1', properties: {} });

    expect(reply.status).toBe(400);
  });

  test('of a day end at midnight of the account’s time zone', async () => {
    const account = await startAccount({
      account: { timeZone: 'Europe/Berlin' },
      emulator: { dailyCallsUsed: 1_000_000 },
    });

    const refused = await ping(account)();
    const usage = await account.pull('daily-usage', { callsUsed: 999_999 });
    const last = await account.get('/account-info/v3/api-usage/daily/private-apps');
    account.emulator.clock.set(Date.parse('2026-11-20T22:59:00Z'));
    const stillRefused = await ping(account)();
    account.emulator.clock.set(Date.parse('2026-11-20T23:00:00Z'));
    const nextDay = await ping(account)();

    expect(refused).toMatchObject({
      status: 429,
      body: { policyName: 'DAILY', message: 'You have reached your daily limit.' },
    });
    expect(usage).toEqual({ dailyCallsUsed: 999_999 });
    expect(onlyResult(last)).toMatchObject({
      currentUsage: 1_000_000,
      usageLimit: 1_000_000,
      resetsAt: '2026-11-20T23:00:00Z',
    });
    expect([stillRefused.status, nextDay.status]).toEqual([429, 200]);
  });

  test('that are unlimited are none', async () => {
    const account = await startAccount({ account: { tier: 'unlimited' } });

    expect((await repeat(300, ping(account))).status).toBe(200);
    expect((await repeat(20, search(account))).status).toBe(200);
  });

  test('send Retry-After and a category when the switches say so', async () => {
    const account = await startAccount({
      account: { tier: 'free' },
      emulator: { switches: { retryAfterSecondsOn429: 7, rateLimitCategory: true } },
    });

    const refused = await repeat(101, ping(account));

    expect(refused.headers.get('retry-after')).toBe('7');
    expect(refused.body).toMatchObject({ category: 'RATE_LIMITS', policyName: 'TEN_SECONDLY_ROLLING' });
  });
});

describe('faults', () => {
  test('aim at contacts and custom objects apart, before and after the effect', async () => {
    const account = await startAccount({ contacts: threeContacts });
    account.emulator.faults.add([
      { operation: 'custom-objects.create', fault: { kind: 'answer', status: 500 } },
      { operation: 'contacts.create', fault: { kind: 'answer', status: 502, when: 'after' } },
    ]);

    const lost = await account.post(contactsPath, { properties: { email: 'zoe@acme.com' } });

    expect(lost.status).toBe(502);
    expect(idsOf(await account.get(contactsPath))).toHaveLength(4);
    expect(account.emulator.faults.list().map(({ usedCount }) => usedCount)).toEqual([0, 1]);
  });

  test('have operation ids that are unique', async () => {
    const account = await startAccount();

    const { body } = await account.get('/_control/operations');

    const ids = (body['operations'] as readonly { readonly id: string }[]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('people and account', () => {
  const owners = [
    { id: '1', email: 'Rep@acme.com', firstName: 'Rep', userId: 11 },
    { id: '2', email: 'gone@acme.com', archived: true, userIdIncludingInactive: 12 },
    { id: '3', email: 'two@acme.com' },
  ] satisfies HubSpotSeed['owners'];
  const users = [
    { id: '11', email: 'rep@acme.com', firstName: 'Rep', superAdmin: true },
    { id: '12', email: 'two@acme.com', roleIds: ['5'] },
    { id: '13', email: 'three@acme.com' },
  ] satisfies HubSpotSeed['users'];

  test('owners are listed, archived ones apart, found by e-mail whatever the case, by id and by user id', async () => {
    const account = await startAccount({ owners });

    const page = await account.get('/crm/v3/owners/?limit=1');

    expect(page.body).toMatchObject({
      results: [{ id: '1', type: 'PERSON', userId: 11 }],
      paging: { next: { after: '1' } },
    });
    expect(idsOf(await account.get('/crm/v3/owners?limit=1&after=1'))).toEqual(['3']);
    expect(idsOf(await account.get('/crm/owners/2026-09?archived=true'))).toEqual(['2']);
    expect(idsOf(await account.get('/crm/v3/owners?email=rep@ACME.com'))).toEqual(['1']);
    expect((await account.get('/crm/v3/owners/3')).body['email']).toBe('two@acme.com');
    expect((await account.get('/crm/v3/owners/12?idProperty=userId&archived=true')).body.id).toBe('2');
    expect((await account.get('/crm/v3/owners/2')).status).toBe(404);
    expect((await account.get('/crm/v3/owners?limit=501')).status).toBe(400);
  });

  test('users of the account are listed page by page and found by id or e-mail', async () => {
    const account = await startAccount({ users });

    const first = await account.get('/settings/v3/users/?limit=2');
    const second = await account.get(`/settings/users/v3?limit=2&after=${first.body.paging?.next?.after}`);

    expect(idsOf(first)).toEqual(['11', '12']);
    expect(idsOf(second)).toEqual(['13']);
    expect(second.body.paging).toBeUndefined();
    expect((await account.get('/settings/v3/users/Two@acme.com?idProperty=EMAIL')).body).toMatchObject({
      id: '12',
      roleIds: ['5'],
    });
    expect((await account.get('/settings/v3/users/13')).body['email']).toBe('three@acme.com');
    expect((await account.get('/settings/v3/users/99')).status).toBe(404);
  });

  test('users are CRM records too', async () => {
    const account = await startAccount({ users });

    const { body } = await account.get('/crm/v3/objects/users?properties=hs_email,hs_internal_user_id');

    expect((body.results ?? []).map(({ properties }) => properties?.['hs_email']).sort()).toEqual([
      'rep@acme.com',
      'three@acme.com',
      'two@acme.com',
    ]);
  });

  test('account details know the offset of the moment', async () => {
    const account = await startAccount({ account: { timeZone: 'America/New_York', portalId: 42 } });

    const winter = await account.get('/account-info/v3/details');
    account.emulator.clock.set(Date.parse('2027-07-01T00:00:00Z'));
    const summer = await account.get('/account-info/2026-09/details');

    expect(winter.body).toMatchObject({
      portalId: 42,
      timeZone: 'America/New_York',
      utcOffset: '-05:00',
      utcOffsetMilliseconds: -18_000_000,
    });
    expect(summer.body).toMatchObject({ utcOffset: '-04:00' });
  });

  test('a finished workflow action is remembered', async () => {
    const account = await startAccount();
    const outputFields = { hs_execution_state: 'SUCCESS' };

    const one = await account.post('/automation/v4/actions/callbacks/ap-1-2-3/complete', { outputFields });
    const many = await account.post('/automation/v4/actions/callbacks/complete', {
      inputs: [{ callbackId: 'ap-4', outputFields }],
    });

    expect([one.status, many.status]).toEqual([204, 204]);
    expect((await account.state())['callbackCompletions']).toMatchObject([
      { callbackId: 'ap-1-2-3', outputFields },
      { callbackId: 'ap-4' },
    ]);
  });
});

describe('the seed', () => {
  test.each([
    ['an unknown part', { contact: [] }, /at its top: .*contact/],
    ['an id that is no number', { contacts: [{ id: 'x', properties: {} }] }, /at contacts\.0\.id: /],
    [
      'an id twice',
      {
        contacts: [
          { id: '1', properties: {} },
          { id: '1', properties: {} },
        ],
      },
      /at contacts\.1: the id 1 is there twice/,
    ],
    [
      'an e-mail twice',
      { contacts: [{ properties: { email: 'a@acme.com' } }, { properties: { email: 'A@acme.com' } }] },
      /at contacts\.1: another record has the email a@acme\.com/,
    ],
    ['a time zone that is none', { account: { timeZone: 'Mars' } }, /at account\.timeZone: is not a time zone/],
    ['a tier that is none', { account: { tier: 'gold' } }, /at account\.tier: /],
    ['a switch that is none', { emulator: { switches: { kind: true } } }, /at emulator\.switches: /],
    [
      'records of an object that nobody defined',
      { objects: { locker: [] } },
      /Unable to infer object type from: locker/,
    ],
    [
      'attendance of nobody',
      {
        marketingEvents: [
          {
            externalEventId: 'e',
            externalAccountId: 'a',
            eventName: 'E',
            eventOrganizer: 'O',
            attendance: [{ contactId: '9', state: 'register', interactionDateTime: 1 }],
          },
        ],
      },
      /at marketingEvents\.0\.attendance: there is no contact 9/,
    ],
  ])('with %s is refused in a sentence', async (_what, seed, message) => {
    const start = startHubSpotEmulator({ seed: seed as HubSpotSeed });

    await expect(start).rejects.toThrow(SeedError);
    await expect(start).rejects.toThrow(message);
  });

  test('takes records as HubSpot answers them, also with properties that nobody described', async () => {
    const account = await startAccount({
      contacts: [
        {
          id: '552148386511',
          properties: {
            email: 'Ann@acme.com',
            createdate: '2024-01-01T00:00:00Z',
            hs_object_id: '552148386511',
            lastmodifieddate: '2024-02-01T00:00:00Z',
            favourite_colour: 'green',
            phone: null,
          },
          createdAt: '2024-01-01T00:00:00Z',
          updatedAt: '2024-02-01T00:00:00Z',
          archived: false,
        },
        {
          id: '7',
          properties: { email: 'ann@acme.com' },
          archived: true,
          createdAt: '2023-01-01T00:00:00Z',
          updatedAt: '2023-01-02T00:00:00Z',
        },
      ],
    });

    const live = await account.get(`${contactsPath}/552148386511?properties=favourite_colour,phone`);

    expect(live.body).toMatchObject({
      createdAt: '2024-01-01T00:00:00Z',
      updatedAt: '2024-02-01T00:00:00Z',
      properties: {
        favourite_colour: 'green',
        phone: null,
        createdate: '2024-01-01T00:00:00Z',
        lastmodifieddate: '2024-02-01T00:00:00Z',
      },
    });
    expect(idsOf(await account.get(`${contactsPath}?archived=true`))).toEqual(['7']);
    const created = await account.post(contactsPath, { properties: {} });
    expect(Number(created.body.id)).toBeGreaterThan(552_148_386_511);
  });

  test('comes back with a reset, and gives the same ids every time', async () => {
    const account = await startAccount({ contacts: threeContacts });
    const create = async () => (await account.post(contactsPath, { properties: { email: 'zoe@acme.com' } })).body.id;
    const first = await create();

    account.emulator.reset();

    expect(idsOf(await account.get(contactsPath))).toEqual(['101', '102', '103']);
    expect(await create()).toBe(first);
  });
});
