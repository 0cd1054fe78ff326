import { expect, it } from 'vitest';
import { expectGoodMonth } from '../soak/expect-good-month.ts';
import { liveThroughMonth } from '../soak/month.ts';

const size = {
  webinarCount: 12,
  dayCount: 5,
  audienceCount: 30,
  registrationsPerWebinar: 8,
  hoursBetweenRuns: 4,
  seed: 20_261_120,
};

it('five days of twelve webinars stay within every limit, leave nothing behind and end as Zoom says', async () => {
  const figures = await liveThroughMonth(size);

  expect(figures.contactCount).toBeGreaterThan(20);
  expectGoodMonth(figures, size);
}, 120_000);
