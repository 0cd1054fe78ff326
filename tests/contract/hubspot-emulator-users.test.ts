import { describe, expect, test } from 'vitest';
import type { HubSpotSeed } from '../../emulators/hubspot/index.ts';
import { idsOf, startAccount, type Reply } from './hubspot-emulator-harness.ts';

const path = '/settings/v3/users/';
const users = [
  { id: '11', email: 'Rep@Acme.com', firstName: 'Rep' },
  { id: '12', email: 'two@acme.com' },
  { id: '30', email: 'three@acme.com' },
] satisfies HubSpotSeed['users'];

const emailsOf = (reply: Reply) => (reply.body.results ?? []).map((user) => user['email']);

describe('S13: users of the account', () => {
  test.each([['settings.users.read'], ['crm.objects.users.read']])(
    'are read with the scope %s alone',
    async (scope) => {
      const account = await startAccount({ users, account: { scopes: [scope] } });

      expect((await account.get(path)).status).toBe(200);
      expect((await account.get(`${path}12`)).status).toBe(200);
    },
  );

  test('are not read without either scope: 403 naming both, also for one user', async () => {
    const account = await startAccount({ users, account: { scopes: ['crm.objects.owners.read'] } });

    for (const wanted of [path, `${path}12`, `${path}99`]) {
      expect(await account.get(wanted)).toMatchObject({
        status: 403,
        body: {
          category: 'MISSING_SCOPES',
          context: { requiredGranularScopes: ['settings.users.read', 'crm.objects.users.read'] },
        },
      });
    }
  });

  test('keep the letters of their addresses as somebody typed them', async () => {
    const account = await startAccount({ users });

    expect(emailsOf(await account.get(path))).toEqual(['Rep@Acme.com', 'two@acme.com', 'three@acme.com']);
    expect((await account.get(`${path}rep%40acme.com?idProperty=EMAIL`)).body).toMatchObject({
      id: '11',
      email: 'Rep@Acme.com',
    });
  });

  test.each([['/settings/v3/users'], ['/settings/v3/users/'], ['/settings/users/v3'], ['/settings/users/2026-03']])(
    'are served at %s',
    async (address) => {
      const account = await startAccount({ users });

      expect(idsOf(await account.get(address))).toEqual(['11', '12', '30']);
    },
  );

  test('have no address of 2026-09', async () => {
    const account = await startAccount({ users });

    expect((await account.get('/settings/users/2026-09')).status).toBe(404);
  });

  test('come a hundred a page, and the next page begins after the last one even when that user has left', async () => {
    const many = Array.from({ length: 101 }, (_, index) => ({ id: String(100 + index), email: `u${index}@acme.com` }));
    const account = await startAccount({ users: many });

    const first = await account.get(path);
    await account.pull('remove-user', { id: '199' });
    const second = await account.get(`${path}?after=${first.body.paging?.next?.after}`);

    expect(first.body.results).toHaveLength(100);
    expect(first.body.paging?.next?.after).toBe('199');
    expect(idsOf(second)).toEqual(['200']);
    expect(second.body.paging).toBeUndefined();
    expect((await account.get(`${path}?limit=101`)).status).toBe(400);
    expect((await account.get(`${path}?after=nonsense`)).status).toBe(400);
  });

  test('are found by id or, if asked, by e-mail, and by nothing else', async () => {
    const account = await startAccount({ users });

    expect((await account.get(`${path}two@acme.com`)).status).toBe(404);
    expect((await account.get(`${path}12?idProperty=EMAIL`)).status).toBe(404);
    expect((await account.get(`${path}12?idProperty=NAME`)).status).toBe(400);
    expect((await account.get(`${path}12?idProperty=USER_ID`)).body['email']).toBe('two@acme.com');
  });
});

describe('people who join and leave the account', () => {
  const recordsPath = '/crm/v3/objects/users?properties=hs_email';
  const recordEmails = async (account: Awaited<ReturnType<typeof startAccount>>) =>
    ((await account.get(recordsPath)).body.results ?? []).map(({ properties }) => properties?.['hs_email']).sort();

  test('are users and user records from then on, and no more', async () => {
    const account = await startAccount({ users });

    const { id } = await account.pull('add-user', { email: 'New@acme.com', superAdmin: true });
    const joined = await account.get(path);
    const recordsMeanwhile = await recordEmails(account);
    await account.pull('remove-user', { email: 'new@acme.com' });

    expect(id).toBe('31');
    expect(emailsOf(joined)).toContain('New@acme.com');
    expect(recordsMeanwhile).toContain('New@acme.com');
    expect(emailsOf(await account.get(path))).toEqual(['Rep@Acme.com', 'two@acme.com', 'three@acme.com']);
    expect(await recordEmails(account)).not.toContain('New@acme.com');
  });

  test('stand in the list by their ids, whenever they joined', async () => {
    const account = await startAccount({ users });

    await account.pull('add-user', { id: '20', email: 'new@acme.com' });

    expect((await account.get(path)).body.results).toMatchObject([
      { id: '11' },
      { id: '12' },
      { id: '20' },
      { id: '30' },
    ]);
  });

  test('leave an archived owner behind', async () => {
    const account = await startAccount({ users, owners: [{ id: '1', email: 'two@acme.com', userId: 12 }] });

    await account.pull('remove-user', { id: '12' });

    expect((await account.get('/crm/v3/owners')).body.results).toEqual([]);
    expect((await account.get('/crm/v3/owners?archived=true')).body.results).toMatchObject([
      { id: '1', userIdIncludingInactive: 12 },
    ]);
  });

  test('join once', async () => {
    const account = await startAccount({ users });

    await expect(account.pull('add-user', { email: 'TWO@acme.com' })).rejects.toThrow('TWO@acme.com');
    await expect(account.pull('remove-user', { id: '99' })).rejects.toThrow('99');
  });
});
