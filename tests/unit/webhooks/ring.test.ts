import { describe, expect, it } from 'vitest';
import { toDoorbell } from '../../../src/app/app.functions/webhooks/doorbell.ts';
import { createRing } from '../../../src/app/app.functions/webhooks/ring.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');
const bellAt = (at: number) => toDoorbell({ accountId: 'acc', webinarId: '81234567890', bell: 'change' }, null, at);

function aRing() {
  let now = noon;
  const written: string[] = [];
  const ring = createRing(() => now);
  return {
    written,
    passTime: (ms: number) => {
      now += ms;
    },
    ring: (write = async (key: string) => void written.push(key)) => ring(bellAt(now), ({ key }) => write(key)),
  };
}

describe('ring', () => {
  it('writes a doorbell once, and the next one when its span is over', async () => {
    const { ring, written, passTime } = aRing();
    for (let count = 0; count < 1_000; count += 1) await ring();
    expect(written).toHaveLength(1);

    passTime(8_000);
    await ring();
    expect(written).toHaveLength(2);
  });

  it('waits for the write of the first, and fails with it', async () => {
    const { ring } = aRing();
    let fail: (error: Error) => void = () => {};
    const first = ring(
      () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
    );
    const second = ring();
    fail(new Error('HubSpot is down'));

    await expect(first).rejects.toThrow('HubSpot is down');
    await expect(second).rejects.toThrow('HubSpot is down');
  });

  it('writes again after a write that failed', async () => {
    const { ring, written } = aRing();
    await expect(ring(() => Promise.reject(new Error('HubSpot is down')))).rejects.toThrow();

    expect(await ring()).toBe(true);
    expect(written).toHaveLength(1);
  });
});
