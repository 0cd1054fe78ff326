import * as z from 'zod';
import { SeedError } from '../core/operation.ts';
import { revokeTokens } from './auth.ts';
import { buildUser } from './build-user.ts';
import type { Account, ZoomUser } from './entities.ts';
import { lever, ofAccount, requireAccount, type Lever } from './lever.ts';
import { emailKey } from './roster.ts';
import { planSchema, userSeedSchema, userStatusSchema } from './seed-schema.ts';
import { announceDeleted } from './webhooks/webinar-events.ts';
import { findUser } from './world.ts';

const addUser = lever(z.strictObject({ ...ofAccount, user: userSeedSchema }), (world, { account_id, user }) => ({
  id: buildUser(world, requireAccount(world, account_id), user).id,
}));

const ofUser = { ...ofAccount, user: z.string() };

function requireUser(account: Account, idOrEmail: string): ZoomUser {
  const user = findUser(account, idOrEmail);
  if (user === undefined) throw new SeedError(`Account "${account.accountId}" has no user "${idOrEmail}".`);
  return user;
}

const changeUser = lever(
  z.strictObject({ ...ofUser, hasWebinarPlan: z.boolean().optional(), status: userStatusSchema.optional() }),
  (world, { account_id, user: idOrEmail, hasWebinarPlan, status }) => {
    const user = requireUser(requireAccount(world, account_id), idOrEmail);
    user.hasWebinarPlan = hasWebinarPlan ?? user.hasWebinarPlan;
    user.status = status ?? user.status;
    return { id: user.id };
  },
);

/** Somebody leaves: the webinars go with the account, what was held stays in the reports. */
const deleteUser = lever(z.strictObject(ofUser), (world, { account_id, user: idOrEmail }) => {
  const account = requireAccount(world, account_id);
  const user = requireUser(account, idOrEmail);
  account.usersById.delete(user.id);
  account.usersByEmail.delete(emailKey(user.email));
  for (const webinar of user.webinars) {
    if (!webinar.isDeleted) announceDeleted(world, webinar);
    webinar.isDeleted = true;
  }
  return { id: user.id };
});

const changeAccount = lever(
  z.strictObject({
    ...ofAccount,
    plan: planSchema.optional(),
    scopes: z.array(z.string()).optional(),
    isBaa: z.boolean().optional(),
    isAppActive: z.boolean().optional(),
    missingPermissions: z.array(z.string()).optional(),
  }),
  (world, { account_id, plan, scopes, isBaa, isAppActive, missingPermissions }) => {
    const account = requireAccount(world, account_id);
    account.plan = plan ?? account.plan;
    account.isBaa = isBaa ?? account.isBaa;
    account.isAppActive = isAppActive ?? account.isAppActive;
    if (scopes !== undefined) account.scopes = new Set(scopes);
    if (missingPermissions !== undefined) account.missingPermissions = new Set(missingPermissions);
    return { account_id, plan: account.plan, scopes: [...account.scopes] };
  },
);

const revokeAccountTokens = lever(z.strictObject(ofAccount), (world, { account_id }) => {
  revokeTokens(world, requireAccount(world, account_id));
  return { account_id };
});

/** What the administrators of an account do. */
export const accountLevers: Readonly<Record<string, Lever>> = {
  'add-user': addUser,
  'change-user': changeUser,
  'delete-user': deleteUser,
  'change-account': changeAccount,
  'revoke-tokens': revokeAccountTokens,
};
