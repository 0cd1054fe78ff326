import { describe, expect, it } from 'vitest';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, webinarId } from '../support/zoom-webinars.ts';
import { openSweepWorld } from './sweep-kit.ts';

describe('explore', () => {
  it('sweeps', async () => {
    const w = await openSweepWorld({
      webinars: [
        aHeldWebinar({ registrants: [aRegistrant('ann@acme.example.com')], instances: [anInstance([aJoin('ann@acme.example.com', 0, 30)])] }),
      ],
    });
    const one = await w.sweep();
    const lines = [JSON.stringify(one, null, 1)];
    const two = await w.sweep();
    lines.push(JSON.stringify(two, null, 1), JSON.stringify(await w.list(), null, 1), JSON.stringify(w.records()));
    const { writeFileSync } = await import('node:fs');
    writeFileSync('/tmp/sweep-explore.txt', lines.join('\n====\n'));
    expect(webinarId).toBe(webinarId);
  });
});
