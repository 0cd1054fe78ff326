import { expect, it } from 'vitest';
import { openRecordedWorld } from '../fault/fault-worlds.ts';
import { webinarId } from '../support/zoom-webinars.ts';

// Rows hold names and addresses. With calls so slow a step ends when people are written and recordings are not.
it.each([200, 300, 350, 400, 450, 500, 550, 600])(
  'a sync that ends a step between people and recordings keeps no rows (%i ms a call)',
  async (callMs) => {
    const world = await openRecordedWorld({ source: 'recording' });
    world.time.callsTake(callMs);

    await world.sync({ webinarId });

    expect(world.records()).not.toHaveProperty('rows');
    expect(world.records()).not.toHaveProperty('outcomes');
  },
);
