import * as z from 'zod/mini';
import { createDayOf } from '../audit/activity-days.ts';

const daysMax = 30;
const aboutDays = { error: `must be a whole number from 1 to ${daysMax}` };
const aboutZone = { error: 'must be the name of a time zone' };

export const activityParameters = z.strictObject({
  days: z.int(aboutDays).check(z.minimum(1, aboutDays), z.maximum(daysMax, aboutDays)),
  timeZone: z.pipe(
    z.string(aboutZone).check(z.maxLength(64, aboutZone)),
    z.transform((timeZone, context) => {
      const dayOf = createDayOf(timeZone);
      if (dayOf !== null) return dayOf;
      context.issues.push({ code: 'custom', input: timeZone, message: aboutZone.error });
      return z.NEVER;
    }),
  ),
});
