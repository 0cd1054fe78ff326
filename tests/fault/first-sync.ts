import { expect } from 'vitest';
import type { WebinarWorld } from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';
import { createUndisturbedView, syncUntilFailure, type FaultScenario } from './fault-matrix.ts';
import { openSmallWorld } from './fault-worlds.ts';
import { viewWhole } from './whole-view.ts';

/** The sync that most faults are tried on. */
export const firstSync: FaultScenario = {
  name: 'a first sync',
  open: () => openSmallWorld(),
  attempt: syncUntilFailure,
  async finish(world) {
    const { report } = await world.sync({ webinarId });
    expect(report).toMatchObject({ status: 'complete', eligible: 5 });
  },
};

export const viewUndisturbed = createUndisturbedView(firstSync);
export const expectUndisturbed = async ({ two }: WebinarWorld): Promise<void> =>
  expect(viewWhole(two.hubspot.world())).toEqual(await viewUndisturbed());
