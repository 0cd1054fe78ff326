import * as z from 'zod';
import type { ActionOptions, NewEnrolment, OptionsQuestion } from '../../protocol/outside-api.ts';
import type { Control } from './control.ts';

const inputs = z.record(z.string(), z.union([z.string(), z.strictObject({ property: z.string() })]));

export const optionsQuestionSchema: z.ZodType<OptionsQuestion> = z.strictObject({
  action: z.string(),
  field: z.string(),
  inputs,
  query: z.string().max(200).optional(),
  after: z.string().optional(),
});

export const newEnrolmentSchema: z.ZodType<NewEnrolment> = z.strictObject({
  action: z.string(),
  contactId: z.string().regex(/^\d+$/),
  inputs,
  locale: z.string(),
});

const optionsSchema = z.object({
  options: z.array(z.object({ label: z.string(), description: z.string().default(''), value: z.string() })),
  after: z.string().nullish(),
  searchable: z.boolean(),
});

/** Opens a list as the workflow editor does. @throws ControlError when no list comes */
export async function fetchOptions(
  hubSpot: Control,
  { action, field, inputs: given, query, after }: OptionsQuestion,
): Promise<ActionOptions> {
  const answer = await hubSpot.pull('fetch-options', {
    action,
    field,
    inputs: given,
    ...(query === undefined ? {} : { q: query }),
    ...(after === undefined ? {} : { after }),
  });
  const { options, searchable, ...page } = optionsSchema.parse(answer);
  return { options, after: page.after ?? null, isSearchable: searchable };
}

/** Makes a workflow of one action and enrols one contact. @returns the id of the execution */
export async function enrolContact(
  hubSpot: Control,
  { action, contactId, inputs: given, locale }: NewEnrolment,
): Promise<string> {
  const { workflowId } = z
    .object({ workflowId: z.int() })
    .parse(await hubSpot.pull('add-workflow', { action, inputs: given, locale }));
  const { callbackIds } = z
    .object({ callbackIds: z.tuple([z.string()]) })
    .parse(await hubSpot.pull('enrol', { workflowId, ids: [contactId] }));
  return callbackIds[0];
}
