import type { SetupCheck } from '../../../extensions/contract/setup.ts';
import type { Instant } from '../../domain/instant.ts';
import { isIntegrationError, toFailure, type Failure } from '../../http/integration-error.ts';
import type { SweepSource } from '../../sweep/ports.ts';
import { findMissingZoomScopes } from './required-scopes.ts';
import { toFailedState, toSetupCheck } from './setup-check.ts';

/** A token with what Zoom says that it may do; null where Zoom does not say. */
export interface ScopedToken {
  readonly scopes: readonly string[] | null;
}

/** One Zoom account as the set-up sees it. */
export interface ZoomAccountToCheck {
  readonly connection: string;
  readonly source: Pick<SweepSource, 'listUsers' | 'listUserWebinars' | 'listPastInstances'>;
  /** May come from a cache. */
  readToken(): Promise<ScopedToken>;
  /** Asked of Zoom just now. */
  readFreshToken(): Promise<ScopedToken>;
}

/** Lists of webinars that are asked for before the set-up believes that nobody has a licence. */
const usersTriedMax = 5;
const monthMs = 30 * 86_400_000;

type Outcome<Value> = { readonly value: Value } | { readonly failure: Failure };

async function attempt<Value>(run: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { value: await run() };
  } catch (error) {
    if (!isIntegrationError(error)) throw error;
    return { failure: error.failure };
  }
}

/** The credentials, the scopes and the webinar licence of one Zoom account, in this order. At most nine calls. */
export async function checkZoomAccount(account: ZoomAccountToCheck, now: Instant): Promise<readonly SetupCheck[]> {
  const { connection } = account;
  const scopes = await attempt(() => readScopes(account));
  if ('failure' in scopes) {
    const { failure } = scopes;
    return [
      toSetupCheck('zoom-credentials', toFailedState(failure), { connection, failure }),
      toSetupCheck('zoom-scopes', 'unknown', { connection, failure }),
      toSetupCheck('zoom-webinar-plan', 'unknown', { connection, failure }),
    ];
  }
  const plan = await attempt(() => findWebinarPlan(account.source, now));
  // A token from the cache outlives its app's credentials; the first call with it shows whether they still hold.
  const refusal = 'failure' in plan && plan.failure.kind === 'unauthorised' ? plan.failure : null;
  return [
    refusal === null
      ? toSetupCheck('zoom-credentials', 'ok', { connection })
      : toSetupCheck('zoom-credentials', 'to-do', { connection, failure: refusal }),
    toScopeCheck(connection, scopes.value),
    'failure' in plan
      ? toSetupCheck('zoom-webinar-plan', 'unknown', { connection, failure: plan.failure })
      : toSetupCheck('zoom-webinar-plan', plan.value, { connection }),
  ];
}

/** A token keeps the scopes that it was given with, so one that lacks some may only be old. */
async function readScopes(account: ZoomAccountToCheck): Promise<readonly string[] | null> {
  const { scopes } = await account.readToken();
  if (scopes === null || findMissingZoomScopes(scopes).length === 0) return scopes;
  return (await account.readFreshToken()).scopes;
}

function toScopeCheck(connection: string, granted: readonly string[] | null): SetupCheck {
  if (granted === null) {
    const failure = toFailure({ system: 'zoom', operation: 'request a Zoom token' }, 'unexpected-shape', {
      cause: 'answer-malformed',
      problem: 'Zoom does not say which scopes the token has',
    });
    return toSetupCheck('zoom-scopes', 'unknown', { connection, failure });
  }
  const names = findMissingZoomScopes(granted);
  return toSetupCheck('zoom-scopes', names.length === 0 ? 'ok' : 'to-do', { connection, names });
}

/** `unknown`: there are more users than are tried, and nobody has held a webinar in the last month. */
async function findWebinarPlan(
  source: ZoomAccountToCheck['source'],
  now: Instant,
): Promise<Extract<SetupCheck['state'], 'ok' | 'to-do' | 'unknown'>> {
  const users = await source.listUsers(null);
  if (users.kind === 'page-token-expired') return 'unknown';
  for (const { userId } of users.rows.slice(0, usersTriedMax)) {
    const list = await source.listUserWebinars(userId, null);
    if (list.kind === 'page') return 'ok';
  }
  if (users.rows.length <= usersTriedMax && users.nextPageToken === null) return 'to-do';
  const held = await source.listPastInstances({ from: now - monthMs, to: now, pageToken: null });
  return held.kind === 'page' && held.rows.length > 0 ? 'ok' : 'unknown';
}
