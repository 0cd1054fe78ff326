import type { SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import { createGuillotine } from '../support/guillotine.ts';
import { secondMs, succeeded, type FinishedSync, type WebinarWorld } from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';

export type Moment = 'before' | 'after';

/** Longer than a lease lasts. */
export const untilLeaseIsOverMs = 13 * secondMs;

/** What is begun, killed and done again. */
export interface Doomed {
  readonly uid: 'sync_webinar' | 'sync_person';
  readonly parameters: { readonly webinarId: string; readonly address?: string };
}

export const ofEverybody: Doomed = { uid: 'sync_webinar', parameters: { webinarId } };

/** To the end, undisturbed. */
export const finishSync = (world: WebinarWorld, { uid, parameters }: Doomed): Promise<FinishedSync> =>
  uid === 'sync_person' ? world.syncPerson(parameters) : world.sync(parameters);

/** Calls that an undisturbed run makes in a process that knows no token and no object yet, with some to spare. */
export async function countCalls(open: () => Promise<WebinarWorld>, doomed: Doomed): Promise<number> {
  const world = await open();
  const { hubspotCalls, zoomCalls } = await finishSync(world, doomed);
  await world.close();
  return hubspotCalls.length + zoomCalls.length + 2;
}

/**
 * Steps in a process that is killed at the given call, counted over all of its steps.
 *
 * @returns whether the run ended before
 */
export async function runDoomed(
  world: WebinarWorld,
  doomed: Doomed,
  callNumber: number,
  moment: Moment,
): Promise<boolean> {
  const guillotine = createGuillotine(callNumber, moment);
  const process = await world.startProcess({ wrapTransport: guillotine.wrap });
  const runToEnd = async (): Promise<boolean> => {
    for (;;) {
      const answer = succeeded(await process.call<SyncWebinarAnswer>(doomed.uid, doomed.parameters));
      if (answer.done) return true;
    }
  };
  return Promise.race([runToEnd(), guillotine.fallen.then(() => false)]);
}
