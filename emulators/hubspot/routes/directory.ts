import { json } from '../../core/operation.ts';
import type { Owner, SettingsUser } from '../entities.ts';
import { problems } from '../errors.ts';
import { limitsByTier, ownersPageSizeMax, usersPageSizeMax } from '../limits.ts';
import {
  booleanQuery,
  defineOperation,
  integerQuery,
  nextLink,
  pageByOffset,
  pathParameter,
  withSlash,
  type HubSpotOperation,
} from '../operations.ts';
import { nextMidnightIn, toVendorTime, utcOffsetMs, dayIn } from '../time.ts';

const presentOwner = (owner: Owner): object => ({
  id: owner.id,
  ...(owner.email === null ? {} : { email: owner.email }),
  type: owner.type,
  firstName: owner.firstName,
  lastName: owner.lastName,
  ...(owner.userId === null ? {} : { userId: owner.userId }),
  ...(owner.userIdIncludingInactive === null ? {} : { userIdIncludingInactive: owner.userIdIncludingInactive }),
  createdAt: toVendorTime(owner.createdAt),
  updatedAt: toVendorTime(owner.updatedAt),
  archived: owner.archived,
  ...(owner.teams.length === 0 ? {} : { teams: owner.teams }),
});

const presentUser = (user: SettingsUser): object => ({
  id: user.id,
  email: user.email,
  ...(user.firstName === null ? {} : { firstName: user.firstName }),
  ...(user.lastName === null ? {} : { lastName: user.lastName }),
  roleIds: user.roleIds,
  ...(user.roleId === null ? {} : { roleId: user.roleId }),
  ...(user.primaryTeamId === null ? {} : { primaryTeamId: user.primaryTeamId }),
  ...(user.secondaryTeamIds.length === 0 ? {} : { secondaryTeamIds: user.secondaryTeamIds }),
  superAdmin: user.superAdmin,
});

const ownerPaths = ['/crm/v3/owners', '/crm/owners/2026-09'];
const ownerScopes = ['crm.objects.owners.read'];
const userPaths = ['/settings/v3/users', '/settings/users/v3', '/settings/users/2026-03'];
const userScopes = ['settings.users.read', 'crm.objects.users.read'];

const formatOffset = (offsetMs: number): string => {
  const minutes = Math.abs(offsetMs) / 60_000;
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${offsetMs < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
};

/** Owners, users of the account, and the account itself. */
export const directoryOperations: readonly HubSpotOperation[] = [
  defineOperation({
    id: 'owners.list',
    method: 'GET',
    paths: ownerPaths.flatMap(withSlash),
    scopes: ownerScopes,
    handle(world, call) {
      const archived = booleanQuery(call, 'archived');
      const email = call.query.get('email')?.toLowerCase();
      const owners = world.owners.filter(
        (owner) =>
          owner.archived === archived && (email === undefined || email === '' || owner.email?.toLowerCase() === email),
      );
      const limit = integerQuery(call, 'limit', { fallback: 100, minimum: 1, maximum: ownersPageSizeMax });
      const { page, paging } = pageByOffset(world, call, owners, { fallback: limit, maximum: ownersPageSizeMax });
      return json(200, { results: page.map(presentOwner), ...(paging === undefined ? {} : { paging }) });
    },
  }),
  defineOperation({
    id: 'owners.get',
    method: 'GET',
    paths: ownerPaths.map((path) => `${path}/:ownerId`),
    scopes: ownerScopes,
    handle(world, call) {
      const wanted = pathParameter(call, 'ownerId');
      const archived = booleanQuery(call, 'archived');
      const idProperty = call.query.get('idProperty') ?? 'id';
      if (idProperty !== 'id' && idProperty !== 'userId') throw problems.invalidQuery('idProperty', 'id or userId');
      const owner = world.owners.find(
        (candidate) =>
          candidate.archived === archived &&
          (idProperty === 'id' ? candidate.id === wanted : String(candidate.userIdIncludingInactive) === wanted),
      );
      if (owner === undefined) throw problems.objectNotFound(wanted);
      return json(200, presentOwner(owner));
    },
  }),
  defineOperation({
    id: 'settings-users.list',
    method: 'GET',
    paths: userPaths.flatMap(withSlash),
    scopes: userScopes,
    handle(world, call) {
      const limit = integerQuery(call, 'limit', { fallback: usersPageSizeMax, minimum: 1, maximum: usersPageSizeMax });
      const after = call.query.get('after');
      if (after !== null && !/^\d+$/.test(after)) throw problems.invalidQuery('after', `"${after}" is no cursor`);
      const rest = world.users.filter(({ id }) => after === null || Number(id) > Number(after));
      const page = rest.slice(0, limit);
      const last = page.at(-1);
      const hasMore = page.length < rest.length && last !== undefined;
      return json(200, {
        results: page.map(presentUser),
        ...(hasMore ? { paging: { next: { after: last.id, link: nextLink(world, call, last.id) } } } : {}),
      });
    },
  }),
  defineOperation({
    id: 'settings-users.get',
    method: 'GET',
    paths: userPaths.map((path) => `${path}/:userId`),
    scopes: userScopes,
    handle(world, call) {
      const wanted = pathParameter(call, 'userId');
      const idProperty = call.query.get('idProperty') ?? 'USER_ID';
      if (idProperty !== 'USER_ID' && idProperty !== 'EMAIL') {
        throw problems.invalidQuery('idProperty', 'USER_ID or EMAIL');
      }
      const user = world.users.find((candidate) =>
        idProperty === 'EMAIL' ? candidate.email.toLowerCase() === wanted.toLowerCase() : candidate.id === wanted,
      );
      if (user === undefined) throw problems.notFound(`No user ${wanted}.`);
      return json(200, presentUser(user));
    },
  }),
  defineOperation({
    id: 'account-info.details',
    method: 'GET',
    paths: ['/account-info/v3/details', '/account-info/2026-09/details'],
    scopes: [],
    handle(world) {
      const { account } = world;
      const offsetMs = utcOffsetMs(account.timeZone, world.clock.now());
      return json(200, {
        portalId: account.portalId,
        accountType: account.accountType,
        timeZone: account.timeZone,
        companyCurrency: account.companyCurrency,
        additionalCurrencies: account.additionalCurrencies,
        utcOffset: formatOffset(offsetMs),
        utcOffsetMilliseconds: offsetMs,
        uiDomain: account.uiDomain,
        dataHostingLocation: account.dataHostingLocation,
      });
    },
  }),
  defineOperation({
    id: 'account-info.daily-usage',
    method: 'GET',
    paths: ['/account-info/v3/api-usage/daily/private-apps', '/account-info/2026-09/api-usage/daily/private-apps'],
    scopes: [],
    handle(world) {
      const now = world.clock.now();
      const { tier, timeZone } = world.account;
      const isToday = world.limits.day === dayIn(timeZone, now);
      return json(200, {
        results: [
          {
            name: 'private-apps-api-calls-daily',
            usageLimit: limitsByTier[tier].daily,
            currentUsage: isToday ? world.limits.dailyCount : 0,
            collectedAt: toVendorTime(now),
            fetchStatus: 'SUCCESS',
            resetsAt: toVendorTime(nextMidnightIn(timeZone, now)),
          },
        ],
      });
    },
  }),
];
