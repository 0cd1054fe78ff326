import { SeedError } from '../core/operation.ts';
import { buildUser } from './build-user.ts';
import { buildWebinar } from './build-webinar.ts';
import type { Account } from './entities.ts';
import { createRateUsage } from './limits.ts';
import { knownScopes } from './access.ts';
import type { AccountSeed } from './seed-schema.ts';
import { subscribe } from './webhooks/subscriptions.ts';
import type { ZoomWorld } from './world.ts';

/** Adds an account with everything in it. @throws SeedError */
export function buildAccount(world: ZoomWorld, seed: AccountSeed): Account {
  const account: Account = {
    accountId: seed.account_id,
    clientId: seed.client_id,
    clientSecret: seed.client_secret,
    plan: seed.plan,
    scopes: new Set(seed.scopes ?? knownScopes),
    missingPermissions: new Set(seed.standIn.missingPermissions),
    isAppActive: seed.standIn.isAppActive,
    isBaa: seed.standIn.isBaa,
    usersById: new Map(),
    usersByEmail: new Map(),
    webinars: [],
    usage: createRateUsage(),
  };
  if (world.accountsById.has(account.accountId)) throw new SeedError(`Account ${account.accountId} is there twice.`);
  if (world.accountsByClientId.has(account.clientId)) throw new SeedError(`Client ${account.clientId} is there twice.`);
  world.accountsById.set(account.accountId, account);
  world.accountsByClientId.set(account.clientId, account);
  for (const user of seed.users) buildUser(world, account, user);
  for (const webinar of seed.webinars) buildWebinar(world, account, webinar);
  for (const subscription of seed.standIn.webhooks) subscribe(world, account, subscription);
  return account;
}
