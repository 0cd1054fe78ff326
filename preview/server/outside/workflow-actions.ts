import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { ActionField, WorkflowAction } from '../../protocol/outside-api.ts';

const texts = z.record(z.string(), z.string()).default({});
const labelsSchema = z.object({
  actionName: z.string(),
  actionDescription: z.string().default(''),
  inputFieldLabels: texts,
  inputFieldDescriptions: texts,
  outputFieldLabels: texts,
});
const fieldSchema = z.object({
  typeDefinition: z.object({
    name: z.string(),
    fieldType: z.string().default('text'),
    options: z
      .array(z.object({ value: z.string(), label: z.string().optional(), description: z.string().default('') }))
      .optional(),
    optionsUrl: z.string().optional(),
  }),
  supportedValueTypes: z.array(z.string()).default(['STATIC_VALUE']),
  isRequired: z.boolean().default(false),
});
const actionSchema = z.object({
  uid: z.string(),
  config: z.object({
    isPublished: z.boolean().default(false),
    objectTypes: z.array(z.string()).default([]),
    inputFields: z.array(fieldSchema).default([]),
    outputFields: z.array(fieldSchema).default([]),
    labels: z.record(z.string(), labelsSchema),
  }),
});

/** The published actions for contacts, as their metadata in `workflow-actions/` describes them. */
export function readWorkflowActions(appDir: string): readonly WorkflowAction[] {
  const folder = join(appDir, 'workflow-actions');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('-hsmeta.json'))
    .sort()
    .map((name) => actionSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .filter(({ config: { isPublished, objectTypes } }) => isPublished && isForContacts(objectTypes))
    .map(({ uid, config }) => ({
      uid,
      inputs: config.inputFields.map(toField),
      outputs: config.outputFields.map(toField),
      labels: config.labels,
    }));
}

const isForContacts = (objectTypes: readonly string[]): boolean =>
  objectTypes.length === 0 || objectTypes.includes('CONTACT');

const toField = ({ typeDefinition, supportedValueTypes, isRequired }: z.infer<typeof fieldSchema>): ActionField => ({
  name: typeDefinition.name,
  fieldType: typeDefinition.fieldType,
  options:
    typeDefinition.options?.map(({ value, label, description }) => ({ value, label: label ?? value, description })) ??
    null,
  hasFetchedOptions: typeDefinition.optionsUrl !== undefined,
  isRequired,
  isProperty: !supportedValueTypes.includes('STATIC_VALUE'),
});
