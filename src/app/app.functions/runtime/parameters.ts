import * as z from 'zod/mini';
import type { FailureReason } from '../../extensions/contract/failure.ts';
import { IntegrationError, toFailure } from '../http/integration-error.ts';

const refuse = (reason: FailureReason): never => {
  throw new IntegrationError(toFailure({ system: 'app', operation: 'read the parameters' }, 'rejected', reason));
};

/**
 * Checks what a caller sent. The schema's own error texts say what a parameter must be.
 *
 * @throws IntegrationError reason `parameter-unknown` or `parameter-invalid`
 */
export function parseParameters<Schema extends z.core.$ZodType>(schema: Schema, sent: unknown): z.core.output<Schema> {
  const parsed = z.safeParse(schema, sent ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys') return refuse({ cause: 'parameter-unknown', name: issue.keys[0] ?? '' });
  const name = issue?.path.join('.') ?? '';
  return refuse({ cause: 'parameter-invalid', name, problem: issue?.message ?? 'is not valid' });
}

export const idText = z.union([z.string(), z.number()], { error: 'must be a number or a text' });

/**
 * Blanks and dashes of every kind may be in it, as people copy them.
 *
 * @throws IntegrationError reason `webinar-id-invalid`
 */
export function parseWebinarId(given: string | number): string {
  const digits = String(given).replaceAll(/[\s\u200b\p{Pd}]/gu, '');
  return /^\d{9,12}$/.test(digits)
    ? digits
    : refuse({ cause: 'webinar-id-invalid', given: String(given).slice(0, 40) });
}

export const syncWebinarParameters = z.strictObject({
  webinarId: idText,
  connection: z.optional(z.string({ error: 'must be the name of a Zoom connection' })),
  runId: z.optional(z.string({ error: 'must be the run ID of the answer before' }).check(z.maxLength(40))),
  dryRun: z.optional(z.boolean({ error: 'must be true or false' })),
  resume: z.optional(z.string({ error: 'must be what the answer before said' })),
  trigger: z.optional(z.enum(['manual', 'terminal'], { error: 'must be manual or terminal' })),
});

export const contactIdText = z.pipe(
  idText,
  z.pipe(
    z.transform((given: string | number) => String(given)),
    z.string().check(z.regex(/^\d{1,20}$/, { error: 'must be the ID of a contact: digits only' })),
  ),
);

export const syncPersonParameters = z
  .strictObject({
    webinarId: idText,
    connection: z.optional(z.string({ error: 'must be the name of a Zoom connection' })),
    address: z.optional(
      z.string({ error: 'must be an email address' }).check(z.maxLength(320, { error: 'must be an email address' })),
    ),
    contactId: z.optional(contactIdText),
    runId: z.optional(z.string({ error: 'must be the run ID of the answer before' }).check(z.maxLength(40))),
  })
  .check(
    z.refine(({ address, contactId }) => (address === undefined) !== (contactId === undefined), {
      path: ['address'],
      error: 'must be there, or contactId, but not both',
    }),
  );

export const contactWebinarsParameters = z.strictObject({
  contactId: contactIdText,
});

export const noParameters = z.strictObject({});
