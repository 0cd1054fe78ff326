import type { Instance } from './entities.ts';
import { secondMs } from './zoom-time.ts';
import { newId, type ZoomWorld } from './world.ts';

/** A token that opens the files of one recording for so long. */
export function issueDownloadToken(world: ZoomWorld, instance: Instance, lifeSeconds: number): string {
  const now = world.clock.now();
  for (const [token, { expiresAt }] of world.downloadTokens) if (expiresAt <= now) world.downloadTokens.delete(token);
  const token = `eyJ${newId(world.random, 48)}.${newId(world.random, 96)}.${newId(world.random, 48)}`;
  world.downloadTokens.set(token, { instance, expiresAt: now + lifeSeconds * secondMs });
  return token;
}
