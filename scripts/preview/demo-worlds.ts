import { createDemoWorld } from '../demo/demo-world.ts';
import { runDemo, type DemoOutcome } from '../demo/run-demo.ts';
import { useZoomLever } from '../stand-ins/use-lever.ts';
import { openWorld, type PreviewWorld } from './open-world.ts';

/** When everything happens that does not happen today: a Friday, at noon in Greenwich. */
export const worldStart = Date.parse('2026-11-20T12:00:00Z');

/** Longer than HubSpot's indexes take to catch up. */
const settlingMs = 3 * 60_000;

/** Lets HubSpot show what was written. */
export const settle = (world: PreviewWorld): void => world.advance(settlingMs);

/** The demo company before anything is set up. */
export const openFreshWorld = (): Promise<PreviewWorld> =>
  openWorld({ seed: createDemoWorld(worldStart), startAt: worldStart });

/** The demo company with all that happens in it; takes about half a minute. */
export async function openDemoWorld(): Promise<{ readonly world: PreviewWorld; readonly outcome: DemoOutcome }> {
  const world = await openFreshWorld();
  try {
    const outcome = await runDemo({
      ...world.tools,
      connectionNames: world.standIns.connectionNames,
      deleteWebinar: (webinarId) => useZoomLever(world.standIns, 'delete-webinar', { webinar_id: webinarId }),
      note() {},
    });
    settle(world);
    return { world, outcome };
  } catch (error) {
    await world.close();
    throw error;
  }
}
