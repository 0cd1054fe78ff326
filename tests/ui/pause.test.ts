import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pause } from '../../src/app/extensions/shared/pause.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('pause', () => {
  it('ends after the time, not earlier, and leaves no timer behind', async () => {
    const onEnd = vi.fn();
    void pause(2, new AbortController().signal).then(onEnd);

    await vi.advanceTimersByTimeAsync(1999);
    expect(onEnd).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);

    expect(onEnd).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends at once when it is aborted, and leaves no timer behind', async () => {
    const controller = new AbortController();
    const paused = pause(3600, controller.signal);

    controller.abort();

    await expect(paused).resolves.toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not begin when it is aborted already', async () => {
    await expect(pause(3600, AbortSignal.abort())).resolves.toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });
});
