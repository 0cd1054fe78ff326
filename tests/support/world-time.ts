import type { Time } from '../../src/app/app.functions/http/time.ts';
import type { TwoAccounts } from './two-accounts.ts';
import { createVirtualTime } from './virtual-time.ts';

/** One time for the app and both stand-ins. It passes when somebody waits for it and when the test says so. */
export interface WorldTime extends Time {
  advance(ms: number): void;
}

/** The stand-ins' clocks must stand still. */
export function createWorldTime({ zoom, hubspot }: TwoAccounts): WorldTime {
  const virtual = createVirtualTime({ startAt: zoom.clock.now() });
  const moveStandIns = (): void => {
    for (const { clock } of [zoom, hubspot]) clock.set(virtual.now());
  };
  return {
    now: virtual.now,
    monotonicMs: virtual.monotonicMs,
    random: virtual.random,
    async sleep(ms) {
      await virtual.sleep(ms);
      moveStandIns();
    },
    advance(ms) {
      virtual.advance(ms);
      moveStandIns();
    },
  };
}
