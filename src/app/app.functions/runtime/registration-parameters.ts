import * as z from 'zod/mini';
import { contactIdText, idText } from './parameters.ts';

const connectionName = z.optional(z.string({ error: 'must be the name of a Zoom connection' }));
/** More than any question of Zoom's takes. */
const answerCharactersMax = 2_000;
const answerError = `must be texts of at most ${answerCharactersMax} characters, by name of the question`;
const answerText = z.string({ error: answerError }).check(z.maxLength(answerCharactersMax, { error: answerError }));

export const registrationFormParameters = z.strictObject({ webinarId: idText, connection: connectionName });

export const registerContactParameters = z.strictObject({
  contactId: contactIdText,
  webinarId: idText,
  connection: connectionName,
  occurrenceId: z.optional(
    z
      .string({ error: 'must be one of the dates of the form' })
      .check(z.regex(/^\d{1,20}$/, { error: 'must be one of the dates of the form' })),
  ),
  answers: z._default(z.record(z.string(), answerText, { error: answerError }), {}),
});
