import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setImmediate as nextTurn } from 'node:timers/promises';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes in use when everything that nobody holds is gone. */
export async function heapInUse(): Promise<number> {
  for (let round = 0; round < 4; round += 1) {
    await nextTurn();
    collectGarbage();
  }
  return process.memoryUsage().heapUsed;
}

/** How much is held by something alone: what is free after it was let go. */
export async function retainedBy(letGo: () => void): Promise<number> {
  const before = await heapInUse();
  letGo();
  return before - (await heapInUse());
}
