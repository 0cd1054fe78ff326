import type { HubSpotSeed } from '../../emulators/hubspot/index.ts';
import type { ZoomSeed } from '../../emulators/zoom/index.ts';
import { demoConnections } from './company.ts';
import { createHubSpotDemo } from './hubspot-demo.ts';
import { createZoomDemo } from './zoom-demo.ts';

/** What both stand-ins start with. */
export interface WorldSeed {
  readonly zoom: ZoomSeed;
  readonly hubspot: HubSpotSeed;
  /** Names of connections by Zoom account id; others are named like their account. */
  readonly connectionNames: ReadonlyMap<string, string>;
}

/** A company with two brands, fourteen past webinars and some two thousand people; the same for the same `now`. */
export function createDemoWorld(now: number): WorldSeed {
  const { seed, people } = createZoomDemo(now);
  return {
    zoom: seed,
    hubspot: createHubSpotDemo(people, now),
    connectionNames: new Map(demoConnections.map(({ accountId, name }) => [accountId, name])),
  };
}
