import * as z from 'zod/mini';

const textCharactersMax = 253;

const shortText = (error: string) =>
  z
    .string({ error })
    .check(z.maxLength(textCharactersMax, { error: `must have at most ${textCharactersMax} characters` }));

const limitError = 'must be a whole number from 1 to 100';

export const zoomUsersParameters = z.strictObject({
  connection: z.optional(shortText('must be the name of a Zoom connection')),
  query: z._default(shortText('must be a text'), ''),
  after: z.optional(
    z.string({ error: 'must be what the answer before said' }).check(z.maxLength(2_000, { error: 'is too long' })),
  ),
  limit: z._default(
    z.int({ error: limitError }).check(z.minimum(1, { error: limitError }), z.maximum(100, { error: limitError })),
    25,
  ),
});
