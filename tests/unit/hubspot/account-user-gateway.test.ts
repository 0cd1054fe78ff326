import { describe, expect, it } from 'vitest';
import { createAccountUserGateway } from '../../../src/app/app.functions/hubspot/account-user-gateway.ts';
import { aProblem, createFakeHubSpot, failureOf, type Reply } from './fake-hubspot.ts';

const gatewayOf = (reply: () => Reply) => {
  const { api, sent } = createFakeHubSpot(reply);
  return { gateway: createAccountUserGateway(api), sent };
};
const page = (emails: readonly string[], after?: string): Reply => ({
  status: 200,
  json: {
    results: emails.map((email, index) => ({ id: String(index), email, roleIds: [], superAdmin: false })),
    ...(after === undefined ? {} : { paging: { next: { after } } }),
  },
});

describe('S13: the users of the account', () => {
  it('come a hundred a call, in lower case and each once', async () => {
    const { gateway, sent } = gatewayOf(() => page(['Ada@Example.com ', 'ada@example.com', ''], '17'));

    expect(await gateway.listUserAddresses(null)).toEqual({ addresses: ['ada@example.com'], after: '17' });
    expect(sent[0]).toMatchObject({ method: 'GET', target: '/settings/users/v3?limit=100', isIdempotent: true });
  });

  it('are read on from where the page before ended', async () => {
    const { gateway, sent } = gatewayOf(() => page(['grace@example.com']));

    expect(await gateway.listUserAddresses('1/7')).toEqual({ addresses: ['grace@example.com'], after: null });
    expect(sent[0]?.target).toBe('/settings/users/v3?limit=100&after=1%2F7');
  });

  it.each([
    ['has no list', { status: 200, json: {} }],
    ['has a user without an address', { status: 200, json: { results: [{ id: '1' }] } }],
    ['points to itself', page(['ada@example.com'], '17')],
  ])('are not taken for complete when a page %s', async (_name, reply) => {
    const { gateway } = gatewayOf(() => reply);

    expect(await failureOf(gateway.listUserAddresses('17'))).toMatchObject({ kind: 'unexpected-shape' });
  });

  it.each([
    [
      'as HubSpot names it',
      { context: { requiredGranularScopes: ['crm.objects.users.read'] } },
      'crm.objects.users.read',
    ],
    ['by ourselves when HubSpot does not', {}, 'settings.users.read'],
  ])('need a scope, which is named %s', async (_name, more, scope) => {
    const { gateway } = gatewayOf(() => ({ status: 403, json: aProblem({ category: 'MISSING_SCOPES', ...more }) }));

    expect(await failureOf(gateway.listUserAddresses(null))).toMatchObject({
      kind: 'missing-scope',
      system: 'hubspot',
      operation: 'list users of the account',
      httpStatus: 403,
      correlationId: 'c0ffee00-0000-4000-8000-000000000000',
      reason: { cause: 'scopes-missing', scopes: [scope] },
    });
  });

  it('are unknown, not nobody, after any other failure', async () => {
    const { gateway } = gatewayOf(() => ({ status: 404, json: aProblem() }));

    expect(await failureOf(gateway.listUserAddresses(null))).toMatchObject({ kind: 'not-found' });
  });
});
