import * as z from 'zod/mini';
import { connectionName, textOf } from './parameters.ts';

const limitError = 'must be a whole number from 1 to 100';

export const zoomUsersParameters = z.strictObject({
  connection: connectionName,
  query: z._default(textOf(253, 'must be a text of at most 253 characters'), ''),
  after: z.optional(
    z.string({ error: 'must be what the answer before said' }).check(z.maxLength(2_000, { error: 'is too long' })),
  ),
  limit: z._default(
    z.int({ error: limitError }).check(z.minimum(1, { error: limitError }), z.maximum(100, { error: limitError })),
    25,
  ),
});
