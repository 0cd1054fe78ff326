import { setTimeout as sleep } from 'node:timers/promises';
import type { Time } from '../http/time.ts';

/** The machine's own time and chance. */
export const systemTime: Time = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  random: () => Math.random(),
  sleep: (ms) => sleep(ms),
};
