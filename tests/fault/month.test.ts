import { expect, it } from 'vitest';
import { expectGoodMonth } from '../soak/expect-good-month.ts';
import { liveThroughMonth } from '../soak/month.ts';

const size = {
  webinarCount: 8,
  dayCount: 5,
  audienceCount: 24,
  registrationsPerWebinar: 7,
  hoursBetweenRuns: 6,
  seed: 20_261_120,
};

it('five days of eight webinars stay within every limit, leave nothing behind and end as Zoom says', async () => {
  const figures = await liveThroughMonth(size);

  expect(figures.contactCount).toBeGreaterThan(15);
  expectGoodMonth(figures, size);
}, 240_000);
