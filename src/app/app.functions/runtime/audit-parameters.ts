import * as z from 'zod/mini';
import type { SkipReason } from '../../extensions/contract/sync.ts';
import { skipReasonLabels } from '../audit/not-synced-csv.ts';
import { connectionName, idText } from './parameters.ts';

const reasons = Object.keys(skipReasonLabels) as [SkipReason, ...SkipReason[]];

/** People per page, unless the caller wants another number. */
const peopleLimitDefault = 50;
const peopleLimitMax = 200;
const limitRule = { error: `must be a whole number from 1 to ${peopleLimitMax}` };

const aboutWord = { error: 'must be a text of 1 to 120 characters' };
const word = z.string(aboutWord).check(z.minLength(1, aboutWord), z.maxLength(120, aboutWord));

export const auditLogParameters = z.strictObject({
  webinarId: idText,
  connection: connectionName,
  view: z._default(z.enum(['runs', 'people', 'csv'], { error: 'must be runs, people or csv' }), 'runs'),
  query: z.optional(
    z
      .string({ error: 'must be a part of an address or a name' })
      .check(z.maxLength(254, { error: 'must have at most 254 characters' })),
  ),
  reason: z.optional(z.enum(reasons, { error: 'must be one of the reasons why people are skipped' })),
  csvWords: z.optional(
    z.strictObject({
      header: z.tuple([word, word, word, word], { error: 'must have four words' }),
      reasons: z.record(z.enum(reasons), word, { error: 'must have a word for each reason' }),
    }),
  ),
  after: z.optional(
    z
      .string({ error: 'must be what the answer before said' })
      .check(z.regex(/^\d{1,9}$/, { error: 'must be what the answer before said' })),
  ),
  limit: z._default(
    z.int(limitRule).check(z.minimum(1, limitRule), z.maximum(peopleLimitMax, limitRule)),
    peopleLimitDefault,
  ),
});
