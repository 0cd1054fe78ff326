import type { HttpRequest } from '../../src/app/app.functions/http/http.ts';
import type { SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import { createCallCount, createGuillotine, type Moment } from '../support/guillotine.ts';
import { secondMs, succeeded, syncToEnd, type FinishedSync, type WebinarWorld } from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';

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

/** Calls at which a run in a process that knows no token and no object yet can be killed. */
export async function countCalls(open: () => Promise<WebinarWorld>, { uid, parameters }: Doomed): Promise<number> {
  const world = await open();
  const calls = createCallCount();
  await syncToEnd(world, await world.startProcess({ wrapTransport: calls.wrap }), parameters, uid);
  await world.close();
  return calls.count();
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
  counts: (request: HttpRequest) => boolean = () => true,
): Promise<boolean> {
  const guillotine = createGuillotine(callNumber, moment, counts);
  const process = await world.startProcess({ wrapTransport: guillotine.wrap });
  const runToEnd = async (): Promise<boolean> => {
    for (;;) {
      const answer = succeeded(await process.call<SyncWebinarAnswer>(doomed.uid, doomed.parameters));
      if (answer.done) return true;
    }
  };
  return Promise.race([runToEnd(), guillotine.fallen.then(() => false)]);
}
