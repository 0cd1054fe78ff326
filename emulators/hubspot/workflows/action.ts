import * as z from 'zod';
import { SeedError } from '../../core/operation.ts';

const valueTypes = z.enum(['STATIC_VALUE', 'OBJECT_PROPERTY']);

const inputFieldSchema = z.looseObject({
  typeDefinition: z.looseObject({
    name: z.string().min(1),
    type: z.string(),
    fieldType: z.string(),
    options: z.array(z.looseObject({ value: z.string() })).optional(),
    optionsUrl: z.url({ protocol: /^https?$/ }).optional(),
  }),
  supportedValueTypes: z.array(valueTypes).min(1),
  isRequired: z.boolean().default(false),
});

const outputFieldSchema = z.looseObject({ typeDefinition: z.looseObject({ name: z.string().min(1) }) });

const ruleSchema = z.looseObject({
  labelName: z.string().min(1),
  conditions: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

const labelsSchema = z.looseObject({
  actionName: z.string().min(1),
  executionRules: z.record(z.string(), z.string()).default({}),
});

/** `config` of a `workflow-action` component, the variables of its profile filled in. */
const configSchema = z.looseObject({
  actionUrl: z.url({ protocol: /^https?$/ }),
  isPublished: z.boolean().default(false),
  objectTypes: z.array(z.string()).default([]),
  objectRequestOptions: z.looseObject({ properties: z.array(z.string()).default([]) }).prefault({}),
  inputFields: z.array(inputFieldSchema).default([]),
  outputFields: z.array(outputFieldSchema).default([]),
  executionRules: z.array(ruleSchema).default([]),
  labels: z.record(z.string(), labelsSchema),
});

const definitionSchema = z.looseObject({
  uid: z.string().min(1),
  type: z.literal('workflow-action'),
  config: configSchema,
});

export type ActionConfig = z.output<typeof configSchema>;
export type InputField = z.output<typeof inputFieldSchema>;

/** A custom action of the app, as an account knows it. */
export interface Action {
  readonly definitionId: number;
  readonly uid: string;
  readonly config: ActionConfig;
}

/**
 * Reads the text or the object of an `*-hsmeta.json`.
 * @throws SeedError saying what is wrong, a rule without a sentence and a variable that nobody filled in included
 */
export function readAction(definition: unknown, definitionId: number): Action {
  const parsed = definitionSchema.safeParse(
    typeof definition === 'string' ? (JSON.parse(definition) as unknown) : definition,
  );
  if (!parsed.success) throw new SeedError(`The workflow action is wrong: ${z.prettifyError(parsed.error)}`);
  const { uid, config } = parsed.data;
  const variable = /\$\{\w+\}/.exec(JSON.stringify(config))?.[0];
  if (variable !== undefined) throw new SeedError(`The workflow action ${uid} still holds the variable ${variable}.`);
  if (config.labels['en'] === undefined) throw new SeedError(`The workflow action ${uid} has no English labels.`);
  for (const { labelName } of config.executionRules) {
    if (config.labels['en'].executionRules[labelName] === undefined) {
      throw new SeedError(`The workflow action ${uid} has no English sentence for the rule ${labelName}.`);
    }
  }
  return { definitionId, uid, config };
}

/**
 * The sentence for the history: the first rule all of whose conditions hold, in the language asked for or else in English.
 * Names in double braces are filled with outputs and inputs. Null: no rule says anything.
 */
export function sentenceFor(
  { config }: Action,
  locale: string,
  outputs: Readonly<Record<string, unknown>>,
  inputs: Readonly<Record<string, string>>,
): string | null {
  const rule = config.executionRules.find(({ conditions }) =>
    Object.entries(conditions).every(([name, wanted]) => [wanted].flat().some((value) => value === outputs[name])),
  );
  if (rule === undefined) return null;
  const text =
    config.labels[locale]?.executionRules[rule.labelName] ?? config.labels['en']?.executionRules[rule.labelName] ?? '';
  return text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_whole, name: string) => toText(outputs[name] ?? inputs[name]));
}

const toText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
