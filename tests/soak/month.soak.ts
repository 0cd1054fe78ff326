import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { expectGoodMonth } from './expect-good-month.ts';
import { liveThroughMonth } from './month.ts';
import { fullMonth, toMonthReport } from './render-month.ts';

it('a month of 200 webinars stays within every limit, leaves nothing behind and ends as Zoom says', async () => {
  const figures = await liveThroughMonth(fullMonth);

  const path = process.env['MONTH_REPORT'];
  if (path !== undefined) writeFileSync(path, JSON.stringify(toMonthReport(figures, fullMonth)));
  expectGoodMonth(figures, fullMonth);
});
