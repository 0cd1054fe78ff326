import * as z from 'zod/mini';
import type { WebinarSort } from '../../extensions/contract/webinars.ts';
import { connectionName, textOf } from './parameters.ts';

export const runSweepParameters = z.strictObject({
  connection: connectionName,
  sweepId: z.optional(textOf(40, 'must be the sweep ID of the answer before')),
  mode: z._default(z.enum(['due', 'all'], { error: 'must be due or all' }), 'due'),
});

const statuses = ['new', 'complete', 'partial', 'failed', 'off', 'not-supported'] as const;
const aboutStatuses = { error: `must be some of ${statuses.join(', ')}` };
const sorts = [
  'startsAt',
  'topic',
  'hostName',
  'status',
  'registeredCount',
  'attendedCount',
  'lastSyncAt',
] as const satisfies readonly WebinarSort[];
const limitMax = 100;
const aboutLimit = { error: `must be a whole number from 1 to ${limitMax}` };

export const listWebinarsParameters = z.strictObject({
  connection: connectionName,
  query: z.optional(z.string({ error: 'must be a text' }).check(z.maxLength(200, { error: 'must be shorter' }))),
  statuses: z.optional(
    z
      .array(z.enum(statuses, aboutStatuses), { error: 'must be a list' })
      .check(z.maxLength(statuses.length, aboutStatuses)),
  ),
  when: z.optional(z.enum(['upcoming', 'past'], { error: 'must be upcoming or past' })),
  hostId: z.optional(textOf(126, 'must be the ID of a Zoom user')),
  sort: z._default(z.enum(sorts, { error: `must be one of ${sorts.join(', ')}` }), 'startsAt'),
  direction: z.optional(z.enum(['ascending', 'descending'], { error: 'must be ascending or descending' })),
  after: z.optional(
    z
      .string({ error: 'must be what the answer before said' })
      .check(z.regex(/^\d{1,7}$/, { error: 'must be what the answer before said' })),
  ),
  limit: z._default(z.int(aboutLimit).check(z.minimum(1, aboutLimit), z.maximum(limitMax, aboutLimit)), 25),
});
