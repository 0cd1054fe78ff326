import * as z from 'zod/mini';
import { connectionName, contactIdText, idText, textOf } from './parameters.ts';

/** More than any question of Zoom's takes, and more questions than a form has. */
const answerCharactersMax = 2_000;
const answersMax = 200;
const answerError = `must be texts of at most ${answerCharactersMax} characters, by name of the question`;
const answerText = textOf(answerCharactersMax, answerError);
const answers = z
  .record(answerText, answerText, { error: answerError })
  .check(z.refine((given) => Object.keys(given).length <= answersMax, { error: `must be at most ${answersMax}` }));

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
  answers: z._default(answers, {}),
});
