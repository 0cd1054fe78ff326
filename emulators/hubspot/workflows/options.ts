import * as z from 'zod';
import { send, type Deliver } from '../../core/delivery.ts';
import { SeedError } from '../../core/operation.ts';
import type { HubSpotWorld } from '../entities.ts';
import { contactTypeId } from '../object-types.ts';
import { originOf, signedRequest } from './request.ts';
import { executionTimeoutMs } from './run.ts';

const answerSchema = z.looseObject({
  options: z.array(z.looseObject({ label: z.string(), description: z.string().optional(), value: z.string() })),
  after: z.string().optional(),
  searchable: z.boolean().default(false),
});
export type OptionsAnswer = z.output<typeof answerSchema>;

export interface OptionsQuestion {
  readonly action: string;
  readonly field: string;
  /** What the other inputs of the action hold by now. */
  readonly inputs?: Readonly<Record<string, string | { readonly property: string }>>;
  /** Typed by the person; only where an answer has said that the list can be searched. */
  readonly q?: string;
  readonly after?: string;
}

/**
 * Asks the app for the options of an input, as the workflow editor does when somebody opens the list. Nothing is retried.
 * @throws SeedError for a question that the editor would not ask; Error for an answer that it would not show
 */
export async function fetchOptions(
  world: HubSpotWorld,
  question: OptionsQuestion,
  deliver: Deliver,
): Promise<OptionsAnswer> {
  const { workflows: office } = world;
  const action = office.actions.get(question.action);
  const field = action?.config.inputFields.find(({ typeDefinition }) => typeDefinition.name === question.field);
  const url = field?.typeDefinition.optionsUrl;
  if (action === undefined || url === undefined) {
    throw new SeedError(`There is no list of options for ${question.field} of ${question.action}.`);
  }
  const list = `${question.action} ${question.field}`;
  if (question.q !== undefined && !office.searchable.has(list)) {
    throw new SeedError(`The options of ${question.field} cannot be searched: no answer has said so.`);
  }
  const inputs = Object.entries(question.inputs ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string'
      ? { type: 'STATIC_VALUE', value }
      : { type: 'OBJECT_PROPERTY', propertyName: value.property },
  ]);
  const request = signedRequest(world, url, {
    origin: originOf(world, action),
    objectTypeId: contactTypeId,
    inputFieldName: question.field,
    inputFields: Object.fromEntries(inputs) as object,
    fetchOptions: {
      ...(question.q === undefined ? {} : { q: question.q }),
      ...(question.after === undefined ? {} : { after: question.after }),
    },
  });
  const result = await send(deliver, request, executionTimeoutMs);
  if (result.kind !== 'answered') throw new Error(`No options came: ${result.kind}.`);
  const { status, body } = result.answer;
  if (status < 200 || status >= 300) throw new Error(`No options came: status ${status}.`);
  const parsed = answerSchema.safeParse(parseJson(body));
  if (!parsed.success) throw new Error(`The options are wrong: ${z.prettifyError(parsed.error)}`);
  if (parsed.data.searchable) office.searchable.add(list);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
