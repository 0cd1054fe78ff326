import type { ZoomUsersAnswer } from '../../extensions/contract/zoom-users.ts';
import type { Instant } from '../domain/instant.ts';
import { IntegrationError, toFailure } from '../http/integration-error.ts';
import { readNewestSettings, readSettingsRecord } from '../settings/settings-store.ts';
import { toZoomUsersPage, type ZoomUsersRequest } from '../settings/zoom-users.ts';
import type { SweepSource, ZoomUser } from '../sweep/ports.ts';
import { readUserPlans } from '../sweep/sweep-index.ts';
import type { StateStore } from '../sync/ports.ts';
import { findStateStore } from './accounts.ts';
import type { Call } from './handle-call.ts';
import { parseParameters } from './parameters.ts';
import { systemTime } from './system-time.ts';
import { zoomUsersParameters } from './zoom-users-parameters.ts';

/** Whoever types a query or turns pages does not make Zoom list its users each time. */
const usersRememberedMs = 60_000;

/** Lives as long as the process; by account ID. */
const rememberedUsers = new Map<string, { readonly users: readonly ZoomUser[]; readonly readAt: Instant }>();

/** The users of one Zoom account with what is set for them. */
export async function listZoomUsers({ vendors, parameters }: Call): Promise<ZoomUsersAnswer> {
  const { connection: name, query, after, limit } = parseParameters(zoomUsersParameters, parameters);
  const { connection, source } = vendors.zoom(name);
  const { accountId } = connection;
  const { settings, webinarPlanOf } = await readKnown(await findStateStore(vendors.hubspot), accountId);
  vendors.useZoomShare(settings.zoomSharePercent);
  const users = await readUsers(accountId, source);
  const page = toZoomUsersPage(users, { accountId, settings, query, after, limit, webinarPlanOf });
  if (page.kind === 'unknown-place') throw unknownPlace();
  return {
    ok: true,
    connection: connection.name,
    accountId,
    users: page.users,
    totalCount: page.totalCount,
    after: page.after,
  };
}

async function readUsers(accountId: string, source: Pick<SweepSource, 'listUsers'>): Promise<readonly ZoomUser[]> {
  const remembered = rememberedUsers.get(accountId);
  if (remembered !== undefined && systemTime.now() - remembered.readAt < usersRememberedMs) return remembered.users;
  const users = await readAllUsers(source);
  rememberedUsers.set(accountId, { users, readAt: systemTime.now() });
  return users;
}

async function readAllUsers(source: Pick<SweepSource, 'listUsers'>): Promise<readonly ZoomUser[]> {
  const users = new Map<string, ZoomUser>();
  let pageToken: string | null = null;
  for (let isFirst = true; isFirst || pageToken !== null; isFirst = false) {
    const page: Awaited<ReturnType<SweepSource['listUsers']>> = await source.listUsers(pageToken);
    // A token lives fifteen minutes and a call eight seconds; should one die all the same, the list starts again.
    if (page.kind === 'page-token-expired') return readAllUsers(source);
    for (const user of page.rows) users.set(user.userId, user);
    pageToken = page.nextPageToken;
  }
  return [...users.values()];
}

/** What HubSpot holds about the users. */
async function readKnown(
  store: StateStore | null,
  accountId: string,
): Promise<Pick<ZoomUsersRequest, 'settings' | 'webinarPlanOf'>> {
  if (store === null) return { settings: readSettingsRecord(undefined).settings, webinarPlanOf: () => 'unknown' };
  const [{ settings }, plans] = await Promise.all([readNewestSettings(store), readUserPlans(store, accountId)]);
  return {
    settings,
    webinarPlanOf(userId) {
      const plan = plans?.get(userId) ?? 'unknown';
      return plan === 'gone' ? 'unknown' : plan;
    },
  };
}

function unknownPlace(): IntegrationError {
  const reason = { cause: 'parameter-invalid', name: 'after', problem: 'must be what the answer before said' } as const;
  return new IntegrationError(toFailure({ system: 'app', operation: 'read the parameters' }, 'rejected', reason));
}
