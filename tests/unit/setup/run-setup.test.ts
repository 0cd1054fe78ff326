import { describe, expect, it } from 'vitest';
import type { FailureReason } from '../../../src/app/extensions/contract/failure.ts';
import type { SetupCheck, SetupCheckName } from '../../../src/app/extensions/contract/setup.ts';
import { IntegrationError, toFailure, type Failure } from '../../../src/app/app.functions/http/integration-error.ts';
import type { ProbedScope } from '../../../src/app/app.functions/setup/checks/hubspot-scope-probes.ts';
import {
  findMissingZoomScopes,
  hubspotScopes,
  zoomScopes,
} from '../../../src/app/app.functions/setup/checks/required-scopes.ts';
import type { ZoomAccountToCheck } from '../../../src/app/app.functions/setup/checks/zoom-checks.ts';
import { runSetup, type SetupSubjects } from '../../../src/app/app.functions/setup/run-setup.ts';
import type { NoWebinarPlan, ZoomUser } from '../../../src/app/app.functions/sweep/ports.ts';
import type { Page } from '../../../src/app/app.functions/sync/ports.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const allZoomScopes = zoomScopes.map(({ name }) => name);

const aFailure = (kind: Failure['kind'], reason: FailureReason, system: Failure['system'] = 'zoom'): Failure =>
  toFailure({ system, operation: 'try' }, kind, reason);
const unavailable = aFailure('unavailable', { cause: 'vendor-unavailable' });
const refused = aFailure('unauthorised', {
  cause: 'zoom-credentials-refused',
  connection: 'main',
  vendorReason: 'Invalid client',
});
const failing = (failure: Failure) => (): Promise<never> => Promise.reject(new IntegrationError(failure));

const aPage = <Row>(rows: readonly Row[], nextPageToken: string | null = null): Page<Row> => ({
  kind: 'page',
  rows,
  quarantinedCount: 0,
  nextPageToken,
  totalCount: null,
});
const someUsers = (count: number): readonly ZoomUser[] =>
  Array.from({ length: count }, (_, index) => ({ userId: `u${index + 1}`, email: '', name: '' }));
const noPlan: NoWebinarPlan = { kind: 'no-webinar-plan' };
const anInstance = {
  webinarId: '1',
  uuid: 'a',
  topic: '',
  hostName: '',
  hostEmail: null,
  startedAt: now,
  endedAt: null,
  participantCount: 1,
};

const aZoomAccount = (
  changes: Partial<Omit<ZoomAccountToCheck, 'source'>> & {
    readonly source?: Partial<ZoomAccountToCheck['source']>;
  } = {},
): ZoomAccountToCheck => ({
  connection: 'main',
  readToken: async () => ({ scopes: allZoomScopes }),
  readFreshToken: async () => ({ scopes: allZoomScopes }),
  ...changes,
  source: {
    listUsers: async () => aPage(someUsers(1)),
    listUserWebinars: async () => aPage([]),
    listPastInstances: async () => aPage([]),
    ...changes.source,
  },
});

const probed = (changes: Partial<Record<string, Omit<ProbedScope, 'scope'>>> = {}): readonly ProbedScope[] =>
  hubspotScopes.map((scope) => ({ scope, outcome: 'granted', failure: null, ...changes[scope] }));

async function setUp(changes: Partial<SetupSubjects> = {}) {
  const answer = await runSetup(
    {
      zoomAccounts: () => [aZoomAccount()],
      probeScopes: async () => probed(),
      ensureDefinitions: async () => [],
      readIsSyncOn: async () => true,
      ...changes,
    },
    now,
  );
  const find = (name: SetupCheckName): SetupCheck | undefined => answer.checks.find(({ check }) => check === name);
  return { ...answer, find };
}

const withZoom = (account: Parameters<typeof aZoomAccount>[0]) =>
  setUp({ zoomAccounts: () => [aZoomAccount(account)] });

describe('B1: the set-up', () => {
  it('is ready when nothing is missing, and the switch does not count', async () => {
    expect((await setUp()).isReady).toBe(true);
    expect((await setUp({ readIsSyncOn: async () => false })).isReady).toBe(true);
    expect((await setUp({ ensureDefinitions: async () => ['zwh_history'] })).isReady).toBe(true);
  });

  it.each([
    ['a check that is to do', { probeScopes: async () => probed({ oauth: { outcome: 'missing', failure: null } }) }],
    ['a check that could not be made', { ensureDefinitions: failing(unavailable) }],
  ] as const)('is not ready with %s', async (_, changes) => {
    expect((await setUp(changes)).isReady).toBe(false);
  });

  it('goes on after every failure', async () => {
    const { checks } = await setUp({
      zoomAccounts: () => [aZoomAccount({ readToken: failing(unavailable) })],
      probeScopes: async () => hubspotScopes.map((scope) => ({ scope, outcome: 'unknown', failure: unavailable })),
      ensureDefinitions: failing(unavailable),
      readIsSyncOn: failing(unavailable),
    });

    expect(checks.map(({ state }) => state)).toEqual(['ok', ...Array.from({ length: 7 }, () => 'unknown')]);
    expect(checks.slice(1).every(({ failure }) => failure?.kind === 'unavailable')).toBe(true);
  });

  it('hides no fault of its own', async () => {
    const broken = (): Promise<never> => Promise.reject(new TypeError('a bug'));

    await expect(setUp({ ensureDefinitions: broken })).rejects.toThrow(TypeError);
    await expect(setUp({ readIsSyncOn: broken })).rejects.toThrow(TypeError);
    await expect(withZoom({ readToken: broken })).rejects.toThrow(TypeError);
    await expect(
      setUp({
        zoomAccounts: () => {
          throw new TypeError('a bug');
        },
      }),
    ).rejects.toThrow(TypeError);
  });
});

describe('B1: the scopes of a Zoom token', () => {
  it('are asked for again when the token at hand is older than a scope', async () => {
    const { find } = await withZoom({ readToken: async () => ({ scopes: allZoomScopes.slice(1) }) });

    expect(find('zoom-scopes')).toMatchObject({ state: 'ok', names: [] });
  });

  it('are not asked for again when all are there', async () => {
    const { find } = await withZoom({ readFreshToken: failing(unavailable) });

    expect(find('zoom-scopes')?.state).toBe('ok');
  });

  it('are open when Zoom does not name them', async () => {
    const { find, isReady } = await withZoom({ readToken: async () => ({ scopes: null }) });

    expect(find('zoom-scopes')).toMatchObject({
      state: 'unknown',
      failure: { system: 'zoom', reason: { cause: 'answer-malformed' } },
    });
    expect(find('zoom-credentials')?.state).toBe('ok');
    expect(isReady).toBe(false);
  });

  it('may be those of a master account, or the older, broader ones', () => {
    expect(findMissingZoomScopes(allZoomScopes.map((name) => name.replace(/:admin$/, ':master')))).toEqual([]);
    expect(
      findMissingZoomScopes([
        'user:read:admin',
        'webinar:read:admin',
        'webinar:write:admin',
        'report:read:master',
        'recording:read:admin',
      ]),
    ).toEqual([]);
    expect(findMissingZoomScopes(['webinar:read:webinar'])).toEqual(allZoomScopes);
  });
});

describe('B1: the credentials of a Zoom account', () => {
  it.each([
    ['refused at once', { readToken: failing(refused) }],
    ['refused by the first call, with a token that was cached', { source: { listUsers: failing(refused) } }],
  ])('are to be put right when they are %s', async (_, account) => {
    const { find } = await withZoom(account);

    expect(find('zoom-credentials')).toMatchObject({ state: 'to-do', failure: { kind: 'unauthorised' } });
    expect(find('zoom-webinar-plan')?.state).toBe('unknown');
  });

  it('are fine when a call fails for another reason', async () => {
    const { find } = await withZoom({ source: { listUsers: failing(unavailable) } });

    expect(find('zoom-credentials')?.state).toBe('ok');
    expect(find('zoom-webinar-plan')).toMatchObject({ state: 'unknown', failure: { kind: 'unavailable' } });
  });
});

describe('B1: the webinar licence', () => {
  const tried = () => {
    const userIds: string[] = [];
    return {
      userIds,
      listUserWebinars: async (userId: string) => {
        userIds.push(userId);
        return noPlan;
      },
    };
  };

  it('is there as soon as one user has a list of webinars', async () => {
    const userIds: string[] = [];
    const { find } = await withZoom({
      source: {
        listUsers: async () => aPage(someUsers(9)),
        listUserWebinars: async (userId) => {
          userIds.push(userId);
          return userId === 'u3' ? aPage([]) : userId === 'u2' ? { kind: 'no-such-user' } : noPlan;
        },
      },
    });

    expect(find('zoom-webinar-plan')?.state).toBe('ok');
    expect(userIds).toEqual(['u1', 'u2', 'u3']);
  });

  it.each([0, 1, 5])('is to be bought when none of all %d users has one', async (userCount) => {
    const { userIds, listUserWebinars } = tried();
    const { find } = await withZoom({
      source: { listUsers: async () => aPage(someUsers(userCount)), listUserWebinars },
    });

    expect(find('zoom-webinar-plan')).toMatchObject({ state: 'to-do', failure: null });
    expect(userIds).toHaveLength(userCount);
  });

  it.each([
    ['many users', aPage(someUsers(6))],
    ['more pages of users', aPage(someUsers(5), 'more')],
  ])('is open with %s of whom the first five have none, unless somebody has just held a webinar', async (_, users) => {
    const { userIds, listUserWebinars } = tried();
    const requests: { readonly from: number; readonly to: number }[] = [];
    const source = { listUsers: async () => users, listUserWebinars };
    const open = await withZoom({ source });
    const held = await withZoom({
      source: {
        ...source,
        listPastInstances: async (request) => {
          requests.push({ from: request.from, to: request.to });
          return aPage([anInstance]);
        },
      },
    });

    expect(open.find('zoom-webinar-plan')).toMatchObject({ state: 'unknown', failure: null });
    expect(held.find('zoom-webinar-plan')?.state).toBe('ok');
    expect(userIds).toHaveLength(10);
    expect(requests).toEqual([{ from: now - 30 * 86_400_000, to: now }]);
  });

  it('is open when Zoom loses the place in the list of users', async () => {
    const { find } = await withZoom({ source: { listUsers: async () => ({ kind: 'page-token-expired' }) } });

    expect(find('zoom-webinar-plan')?.state).toBe('unknown');
  });
});

describe('B1: the scopes of the HubSpot app', () => {
  const missing = { outcome: 'missing', failure: null } as const;
  const unknown = { outcome: 'unknown', failure: unavailable } as const;

  it('that are missing are named all at once, in the order of the app’s list', async () => {
    const { find } = await setUp({
      probeScopes: async () => probed({ 'settings.users.read': missing, 'crm.objects.contacts.write': missing }),
    });

    expect(find('hubspot-scopes')).toMatchObject({
      state: 'to-do',
      names: hubspotScopes.filter((scope) => ['settings.users.read', 'crm.objects.contacts.write'].includes(scope)),
      failure: null,
    });
  });

  it('that could not be tried do not hide those that are missing', async () => {
    const { find } = await setUp({
      probeScopes: async () => probed({ 'settings.users.read': missing, 'crm.objects.contacts.write': unknown }),
    });

    expect(find('hubspot-scopes')).toMatchObject({
      state: 'to-do',
      names: ['settings.users.read'],
      failure: { kind: 'unavailable' },
    });
    expect(find('hubspot-token')?.state).toBe('ok');
  });

  it('also are those that kept the app’s own things from being made, unless the app has them', async () => {
    const scopes = ['crm.schemas.custom.write', 'crm.objects.contacts.write', 'crm.schemas.of-tomorrow'];
    const { find } = await setUp({
      probeScopes: async () => probed({ 'crm.schemas.custom.write': unknown }),
      ensureDefinitions: failing(aFailure('missing-scope', { cause: 'scopes-missing', scopes }, 'hubspot')),
    });

    expect(find('hubspot-scopes')).toMatchObject({ state: 'to-do', names: ['crm.schemas.custom.write'] });
    expect(find('hubspot-definitions')).toMatchObject({ state: 'to-do', failure: { kind: 'missing-scope' } });
  });
});

describe('B1: the app’s own things in HubSpot', () => {
  it('that were made are named', async () => {
    const { find } = await setUp({ ensureDefinitions: async () => ['zwh_history', 'zoom_integration_record'] });

    expect(find('hubspot-definitions')).toEqual({
      check: 'hubspot-definitions',
      connection: null,
      state: 'fixed',
      names: ['zwh_history', 'zoom_integration_record'],
      failure: null,
    });
  });

  it.each([
    ['conflict', 'to-do'],
    ['rejected', 'to-do'],
    ['missing-scope', 'to-do'],
    ['rate-limited', 'unknown'],
    ['quota-exhausted', 'unknown'],
    ['answer-lost', 'unknown'],
    ['timeout', 'unknown'],
    ['deadline', 'unknown'],
    ['unexpected-shape', 'unknown'],
  ] as const)('that cannot be made because of a failure of the kind %s are %s', async (kind, state) => {
    const failure = aFailure(kind, { cause: 'vendor-refused', problem: 'It is in the way' }, 'hubspot');

    expect((await setUp({ ensureDefinitions: failing(failure) })).find('hubspot-definitions')).toMatchObject({
      state,
      failure: { kind },
    });
  });
});
