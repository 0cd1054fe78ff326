import * as z from 'zod';
import type { HubSpotWorld, ObjectStore, SettingsUser } from './entities.ts';
import { resolveObjectType, storeOf, userTypeId } from './object-types.ts';
import { archiveRecord, insertRecord } from './objects/store.ts';

/** A user as a seed or a lever gives it. */
export const userSchema = z.object({
  id: z.union([z.string().regex(/^\d+$/, 'must be digits'), z.int().transform(String)]),
  email: z.string(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  roleIds: z.array(z.string()).default([]),
  roleId: z.string().nullish(),
  primaryTeamId: z.string().nullish(),
  secondaryTeamIds: z.array(z.string()).default([]),
  superAdmin: z.boolean().default(false),
});

export const toSettingsUser = (user: z.output<typeof userSchema>): SettingsUser => ({
  ...user,
  firstName: user.firstName ?? null,
  lastName: user.lastName ?? null,
  roleId: user.roleId ?? null,
  primaryTeamId: user.primaryTeamId ?? null,
});

/** Every user is a record of `users`, too. */
export const toUserProperties = (user: SettingsUser): Readonly<Record<string, string>> => ({
  hs_email: user.email,
  hs_given_name: user.firstName ?? '',
  hs_family_name: user.lastName ?? '',
  hs_internal_user_id: user.id,
});

const userStore = (world: HubSpotWorld): ObjectStore => storeOf(world, resolveObjectType(world, userTypeId));

export const byUserId = (left: SettingsUser, right: SettingsUser): number => Number(left.id) - Number(right.id);

/** Somebody joins the account. @throws Error when the id or the address is there */
export function addUser(world: HubSpotWorld, user: SettingsUser): void {
  const { id, email } = user;
  const isThere = (other: SettingsUser): boolean =>
    other.id === id || other.email.toLowerCase() === email.toLowerCase();
  if (world.users.some(isThere)) throw new Error(`The user ${id} or the address ${email} is there.`);
  world.users.push(user);
  world.users.sort(byUserId);
  const values = toUserProperties(user);
  insertRecord(world, userStore(world), { id: world.nextObjectId(), values, at: world.clock.now() });
}

/** Somebody leaves the account: the user is gone, the owner stays as an archived one. @throws Error for an unknown id */
export function removeUser(world: HubSpotWorld, id: string): void {
  const position = world.users.findIndex((user) => user.id === id);
  if (position === -1) throw new Error(`There is no user ${id}.`);
  world.users.splice(position, 1);
  const now = world.clock.now();
  for (const record of userStore(world).live.values()) {
    if (record.properties['hs_internal_user_id'] === id) archiveRecord(userStore(world), record, now);
  }
  for (const [index, owner] of world.owners.entries()) {
    if (owner.userId !== Number(id)) continue;
    world.owners[index] = { ...owner, archived: true, userId: null, updatedAt: now };
  }
}
