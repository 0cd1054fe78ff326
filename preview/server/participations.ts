import * as z from 'zod';
import { paging } from './paging.ts';

/** A page of HubSpot's participation breakdowns. */
export const participationSchema = z.object({
  total: z.int(),
  results: z.array(
    z.object({
      associations: z.object({
        contact: z.object({
          contactId: z.string(),
          email: z.string().default(''),
          firstname: z.string().default(''),
          lastname: z.string().default(''),
        }),
        marketingEvent: z.object({ marketingEventId: z.string(), name: z.string() }),
      }),
      properties: z.object({
        attendanceState: z.string(),
        occurredAt: z.union([z.int(), z.string()]),
        attendanceDurationSeconds: z.number().optional(),
        attendancePercentage: z.string().optional(),
      }),
    }),
  ),
  paging,
});
export type Participation = z.infer<typeof participationSchema>['results'][number];

/** HubSpot writes times as ISO text or as milliseconds. */
export const toInstant = (value: string | number): string =>
  new Date(typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value).toISOString();

/** A share that HubSpot writes as a fraction, in percent. */
export const toPercentage = (fraction: string | undefined): number | null =>
  fraction === undefined ? null : Math.round(Number(fraction) * 100);
