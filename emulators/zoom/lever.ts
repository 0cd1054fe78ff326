import * as z from 'zod';
import { SeedError } from '../core/operation.ts';
import type { Account, Instance, Webinar } from './entities.ts';
import { parseSeedPart } from './seed.ts';
import type { ZoomWorld } from './world.ts';

export type Lever = (world: ZoomWorld, body: unknown) => unknown;

/** A lever whose body has a schema. */
export const lever =
  <Schema extends z.ZodType>(schema: Schema, pull: (world: ZoomWorld, body: z.output<Schema>) => unknown): Lever =>
  (world, body) =>
    pull(world, parseSeedPart(schema, body ?? {}));

export const ofWebinar = { webinar_id: z.int() };
export const ofAccount = { account_id: z.string() };

export function requireWebinar(world: ZoomWorld, id: number): Webinar {
  const webinar = world.webinarsById.get(id);
  if (webinar === undefined) throw new SeedError(`There is no webinar ${id}.`);
  return webinar;
}

export function requireAccount(world: ZoomWorld, accountId: string): Account {
  const account = world.accountsById.get(accountId);
  if (account === undefined) throw new SeedError(`There is no account "${accountId}".`);
  return account;
}

export function requireInstance(world: ZoomWorld, uuid: string): Instance {
  const instance = world.instancesByUuid.get(uuid);
  if (instance === undefined) throw new SeedError(`There is no instance "${uuid}".`);
  return instance;
}
