import * as z from 'zod/mini';
import type { FailureReason } from '../../extensions/contract/failure.ts';
import { IntegrationError, toFailure } from '../http/integration-error.ts';

const refuse = (reason: FailureReason): never => {
  throw new IntegrationError(toFailure({ system: 'app', operation: 'read the parameters' }, 'rejected', reason));
};

/** Of what a caller made up, so much is repeated. */
const nameCharactersMax = 100;

/**
 * Checks what a caller sent: any user of the HubSpot account may send anything. Schemas are strict, and every text and
 * list has a greatest length. The schema's own error texts say what a parameter must be.
 *
 * @throws IntegrationError reason `parameter-unknown` or `parameter-invalid`
 */
export function parseParameters<Schema extends z.core.$ZodType>(schema: Schema, sent: unknown): z.core.output<Schema> {
  const parsed = z.safeParse(schema, sent ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    return refuse({ cause: 'parameter-unknown', name: (issue.keys[0] ?? '').slice(0, nameCharactersMax) });
  }
  const name = (issue?.path.join('.') ?? '').slice(0, nameCharactersMax);
  return refuse({ cause: 'parameter-invalid', name, problem: issue?.message ?? 'is not valid' });
}

/** @param error - says what the text must be; for one that is too long as well */
export const textOf = (charactersMax: number, error: string) =>
  z.string({ error }).check(z.maxLength(charactersMax, { error }));

export const idText = z.union([textOf(100, 'must have at most 100 characters'), z.number()], {
  error: 'must be a number or a text',
});

/** Absent: the primary one. */
export const connectionName = z.optional(textOf(253, 'must be the name of a Zoom connection'));

const runId = z.optional(textOf(40, 'must be the run ID of the answer before'));
/** No call can carry more. */
const resumeCharactersMax = 6 * 1024 * 1024;

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
  connection: connectionName,
  runId,
  dryRun: z.optional(z.boolean({ error: 'must be true or false' })),
  resume: z.optional(textOf(resumeCharactersMax, 'must be what the answer before said')),
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
    connection: connectionName,
    address: z.optional(textOf(320, 'must be an email address')),
    contactId: z.optional(contactIdText),
    runId,
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
