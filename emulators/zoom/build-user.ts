import { SeedError } from '../core/operation.ts';
import type { Account, ZoomUser } from './entities.ts';
import { emailKey } from './roster.ts';
import { userSeedSchema, type UserSeed } from './seed-schema.ts';
import { newId, type ZoomWorld } from './world.ts';

/** @throws SeedError when the id or e-mail is taken */
export function buildUser(world: ZoomWorld, account: Account, seed: UserSeed): ZoomUser {
  const { standIn, id: seededId, email, first_name, last_name, display_name, type, status, role_id, ...other } = seed;
  const id = seededId ?? newId(world.random);
  const displayName = display_name ?? ([first_name, last_name].filter((name) => name !== '').join(' ') || email);
  const createdAt = '2020-01-06T09:00:00Z';
  const user: ZoomUser = {
    id,
    email,
    displayName,
    status,
    hasWebinarPlan: standIn.hasWebinarPlan ?? (type === 2 && account.plan !== 'free'),
    webinars: [],
    fields: {
      id,
      first_name,
      last_name,
      display_name: displayName,
      email,
      type,
      role_id,
      pmi: world.random.integer(2_000_000_000, 9_999_999_999),
      timezone: 'UTC',
      verified: 1,
      dept: '',
      created_at: createdAt,
      user_created_at: createdAt,
      ...other,
    },
  };
  if (account.usersById.has(id)) throw new SeedError(`User ${id} of account ${account.accountId} is there twice.`);
  if (account.usersByEmail.has(emailKey(email))) {
    throw new SeedError(`User ${email} of account ${account.accountId} is there twice.`);
  }
  account.usersById.set(id, user);
  account.usersByEmail.set(emailKey(email), user);
  return user;
}

/** A licensed user with nothing but an address, for a pasted webinar whose host is not in the seed. */
export const buildUnlistedHost = (
  world: ZoomWorld,
  account: Account,
  id: string | undefined,
  email: string,
): ZoomUser => buildUser(world, account, userSeedSchema.parse({ email, ...(id === undefined ? {} : { id }) }));
