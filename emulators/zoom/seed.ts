import * as z from 'zod';
import { SeedError } from '../core/operation.ts';
import type { WorldTools } from '../core/server.ts';
import { buildAccount } from './build-account.ts';
import { seedSchema } from './seed-schema.ts';
import { createEmptyWorld, type ZoomWorld } from './world.ts';

/** Parses what a person wrote; @throws SeedError saying where and what is expected. */
export function parseSeedPart<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new SeedError(z.prettifyError(parsed.error));
  return parsed.data;
}

/**
 * Makes a world from a seed. The same seed, clock and random give the same world, ids and links included.
 * @throws SeedError when a part is wrong, used twice, or refers to something that is not there
 */
export function createZoomWorld(tools: WorldTools, seed: unknown): ZoomWorld {
  const { accounts, switches } = parseSeedPart(seedSchema, seed);
  const world = createEmptyWorld(tools);
  world.switches = switches;
  for (const account of accounts) buildAccount(world, account);
  return world;
}
