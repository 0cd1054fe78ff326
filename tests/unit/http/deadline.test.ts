import { describe, expect, it } from 'vitest';
import { createDeadline } from '../../../src/app/app.functions/http/deadline.ts';
import { createVirtualTime } from '../../support/virtual-time.ts';

describe('a deadline', () => {
  it('counts down from its budget and never below nothing', () => {
    const time = createVirtualTime();
    const deadline = createDeadline(time, 8_000);

    time.advance(3_000);
    expect(deadline.remainingMs()).toBe(5_000);
    expect(deadline.hasPassed()).toBe(false);

    time.advance(6_000);
    expect(deadline.remainingMs()).toBe(0);
    expect(deadline.hasPassed()).toBe(true);
  });

  it('has passed in the very moment in which nothing remains', () => {
    const time = createVirtualTime();
    const deadline = createDeadline(time, 10);

    time.advance(10);

    expect(deadline.hasPassed()).toBe(true);
  });

  it('can end earlier for some, so that the rest is kept', () => {
    const time = createVirtualTime();
    const deadline = createDeadline(time, 8_000);
    const forCalls = deadline.reserve(1_500);

    time.advance(6_500);

    expect(forCalls.hasPassed()).toBe(true);
    expect(deadline.remainingMs()).toBe(1_500);
  });
});
