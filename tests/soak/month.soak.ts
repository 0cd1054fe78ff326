import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import type { MonthSize } from './agenda.ts';
import { expectGoodMonth } from './expect-good-month.ts';
import { liveThroughMonth } from './month.ts';
import { fullMonth, toMonthReport } from './render-month.ts';

const size: MonthSize = { ...fullMonth, ...(JSON.parse(process.env['MONTH_SIZE'] ?? '{}') as Partial<MonthSize>) };

it(`${size.dayCount} days of ${size.webinarCount} webinars stay within every limit, leave nothing behind and end as Zoom says`, async () => {
  const figures = await liveThroughMonth(size);

  const path = process.env['MONTH_REPORT'];
  if (path !== undefined) writeFileSync(path, JSON.stringify(toMonthReport(figures, size)));
  expectGoodMonth(figures, size);
});
