import * as z from 'zod/mini';
import type { WebinarSort } from '../../extensions/contract/webinars.ts';

const connectionName = z.optional(z.string({ error: 'must be the name of a Zoom connection' }));

export const runSweepParameters = z.strictObject({
  connection: connectionName,
  sweepId: z.optional(z.string({ error: 'must be the sweep ID of the answer before' }).check(z.maxLength(40))),
  mode: z._default(z.enum(['due', 'all'], { error: 'must be due or all' }), 'due'),
});

const statuses = ['new', 'complete', 'partial', 'failed', 'off', 'not-supported'] as const;
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
    z.array(z.enum(statuses, { error: `must be some of ${statuses.join(', ')}` }), { error: 'must be a list' }),
  ),
  when: z.optional(z.enum(['upcoming', 'past'], { error: 'must be upcoming or past' })),
  hostId: z.optional(z.string({ error: 'must be the ID of a Zoom user' }).check(z.maxLength(126))),
  sort: z._default(z.enum(sorts, { error: `must be one of ${sorts.join(', ')}` }), 'startsAt'),
  direction: z.optional(z.enum(['ascending', 'descending'], { error: 'must be ascending or descending' })),
  after: z.optional(
    z
      .string({ error: 'must be what the answer before said' })
      .check(z.regex(/^\d{1,7}$/, { error: 'must be what the answer before said' })),
  ),
  limit: z._default(z.int(aboutLimit).check(z.minimum(1, aboutLimit), z.maximum(limitMax, aboutLimit)), 25),
});
