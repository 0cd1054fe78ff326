import * as z from 'zod';
import type { EpochMs } from '../../core/clock.ts';
import type { PropertyCatalogue, PropertyDefinition, PropertyGroup, PropertyOption } from '../entities.ts';
import { problems } from '../errors.ts';
import { uniquePropertiesPerObjectMax } from '../limits.ts';
import { toVendorTime } from '../time.ts';
import { booleanOptions } from './standard.ts';

const optionSchema = z.object({
  label: z.string(),
  value: z.string(),
  description: z.string().nullish(),
  displayOrder: z.int().nullish(),
  hidden: z.boolean().nullish(),
});

const shared = {
  description: z.string().nullish(),
  displayOrder: z.int().nullish(),
  formField: z.boolean().nullish(),
  hidden: z.boolean().nullish(),
  options: z.array(optionSchema).nullish(),
  numberDisplayHint: z
    .enum(['currency', 'duration', 'formatted', 'percentage', 'probability', 'unformatted'])
    .nullish(),
  textDisplayHint: z
    .enum([
      'domain_name',
      'email',
      'ip_address',
      'multi_line',
      'phone_number',
      'physical_address',
      'postal_code',
      'unformatted_single_line',
    ])
    .nullish(),
  showCurrencySymbol: z.boolean().nullish(),
};

/** The body that creates a property; in a custom object's schema the group may be left out. */
export const propertyCreateSchema = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  fieldType: z.string(),
  groupName: z.string(),
  hasUniqueValue: z.boolean().nullish(),
  externalOptions: z.boolean().nullish(),
  referencedObjectType: z.string().nullish(),
  dataSensitivity: z.enum(['non_sensitive', 'sensitive', 'highly_sensitive']).nullish(),
  ...shared,
});
export type PropertyCreate = z.infer<typeof propertyCreateSchema>;

export const propertyUpdateSchema = z.object({
  label: z.string().optional(),
  groupName: z.string().optional(),
  type: z.string().optional(),
  fieldType: z.string().optional(),
  ...shared,
});
export type PropertyUpdate = z.infer<typeof propertyUpdateSchema>;

export const groupCreateSchema = z.object({
  name: z.string(),
  label: z.string(),
  displayOrder: z.int().nullish(),
});
export const groupUpdateSchema = z.object({ label: z.string().optional(), displayOrder: z.int().optional() });

const fieldTypesByType: Readonly<Record<string, readonly string[]>> = {
  string: ['text', 'textarea', 'html', 'file', 'phonenumber', 'calculation_equation'],
  phone_number: ['phonenumber'],
  number: ['number', 'calculation_equation'],
  date: ['date'],
  datetime: ['date'],
  enumeration: ['select', 'radio', 'checkbox', 'booleancheckbox'],
  bool: ['booleancheckbox', 'calculation_equation'],
};

const namePattern = /^[a-z][a-z0-9_]*$/;
const nameCharactersMax = 100;

export function toOptionList(options: PropertyCreate['options']): readonly PropertyOption[] {
  return (options ?? []).map((option, index) => ({
    label: option.label,
    value: option.value,
    ...(option.description == null ? {} : { description: option.description }),
    displayOrder: option.displayOrder ?? index,
    hidden: option.hidden ?? false,
  }));
}

function refuseWrongTypes(type: string, fieldType: string): void {
  const fieldTypes = fieldTypesByType[type];
  if (fieldTypes === undefined) {
    throw problems.definition(
      `"${type}" is not a property type; known are ${Object.keys(fieldTypesByType).join(', ')}.`,
      'PropertyValidationError.INVALID_TYPE',
    );
  }
  if (!fieldTypes.includes(fieldType)) {
    throw problems.definition(
      `The field type ${fieldType} does not go with the type ${type}; possible are ${fieldTypes.join(', ')}.`,
      'PropertyValidationError.INVALID_FIELD_TYPE',
    );
  }
}

function refuseWrongOptions(type: string, options: readonly PropertyOption[], externalOptions: boolean): void {
  if (type === 'enumeration' && !externalOptions && options.length === 0) {
    throw problems.definition('An enumeration needs options.', 'PropertyValidationError.MISSING_OPTIONS');
  }
  for (const key of ['value', 'label'] as const) {
    const seen = new Set<string>();
    for (const option of options) {
      if (option[key].trim() !== option[key] || option[key] === '') {
        throw problems.definition(
          `The option ${key} "${option[key]}" is empty or begins or ends with a blank.`,
          'PropertyValidationError.INVALID_OPTION',
        );
      }
      if (seen.has(option[key])) {
        throw problems.definition(
          `The option ${key} "${option[key]}" is given twice.`,
          'PropertyValidationError.DUPLICATE_OPTION',
        );
      }
      seen.add(option[key]);
    }
  }
}

/**
 * Checks and completes the definition of a new custom property.
 *
 * @throws Problem 400 for a wrong name, type, field type, options or uniqueness
 */
export function toNewProperty(
  catalogue: PropertyCatalogue,
  create: PropertyCreate,
  context: { readonly now: EpochMs; readonly mayBeUnique: boolean; readonly mayBeReserved?: boolean },
): PropertyDefinition {
  if (!namePattern.test(create.name) || create.name.length > nameCharactersMax) {
    throw problems.definition(
      `"${create.name}" is not a property name: lower-case letters, digits and underscores, a letter first, at most ${nameCharactersMax}.`,
      'PropertyValidationError.INVALID_NAME',
    );
  }
  if (create.name.startsWith('hs_') && context.mayBeReserved !== true) {
    throw problems.definition('Names that begin with hs_ are reserved.', 'PropertyValidationError.RESERVED_NAME');
  }
  if (create.label.trim() === '') {
    throw problems.definition('The label must not be blank.', 'PropertyValidationError.INVALID_LABEL');
  }
  refuseWrongTypes(create.type, create.fieldType);
  const externalOptions = create.externalOptions ?? false;
  const options = create.type === 'bool' && create.options == null ? booleanOptions : toOptionList(create.options);
  refuseWrongOptions(create.type, options, externalOptions);
  const group = catalogue.groups.get(create.groupName);
  if (group === undefined || group.archived) {
    throw problems.definition(
      `The property group ${create.groupName} does not exist.`,
      'PropertyValidationError.GROUP_DOES_NOT_EXIST',
    );
  }
  const hasUniqueValue = create.hasUniqueValue ?? false;
  if (hasUniqueValue) refuseWrongUniqueness(catalogue, create, context.mayBeUnique);
  const former = catalogue.properties.get(create.name);
  return {
    name: create.name,
    label: create.label,
    type: create.type,
    fieldType: create.fieldType,
    groupName: create.groupName,
    description: create.description ?? '',
    options,
    displayOrder: create.displayOrder ?? -1,
    hasUniqueValue,
    hidden: create.hidden ?? false,
    formField: create.formField ?? false,
    hubspotDefined: false,
    calculated: create.fieldType === 'calculation_equation',
    readOnlyValue: create.fieldType === 'calculation_equation',
    externalOptions,
    referencedObjectType: create.referencedObjectType ?? undefined,
    numberDisplayHint: create.numberDisplayHint ?? undefined,
    textDisplayHint: create.textDisplayHint ?? undefined,
    showCurrencySymbol: create.showCurrencySymbol ?? undefined,
    dataSensitivity: create.dataSensitivity ?? 'non_sensitive',
    createdAt: former?.createdAt ?? context.now,
    updatedAt: context.now,
    archivedAt: null,
  };
}

function refuseWrongUniqueness(catalogue: PropertyCatalogue, create: PropertyCreate, mayBeUnique: boolean): void {
  if (!mayBeUnique || !['string', 'number'].includes(create.type)) {
    throw problems.definition(
      `The property ${create.name} cannot have unique values.`,
      'PropertyValidationError.UNIQUE_VALUE_NOT_SUPPORTED',
    );
  }
  const uniqueCount = [...catalogue.properties.values()].filter(
    (property) => property.hasUniqueValue && !property.hubspotDefined && property.archivedAt === null,
  ).length;
  if (uniqueCount >= uniquePropertiesPerObjectMax) {
    throw problems.definition(
      `An object has at most ${uniquePropertiesPerObjectMax} properties with unique values.`,
      'PropertyValidationError.TOO_MANY_UNIQUE_PROPERTIES',
    );
  }
}

/** Applies a change; `options` replaces the whole list. @throws Problem 400 */
export function toChangedProperty(
  catalogue: PropertyCatalogue,
  property: PropertyDefinition,
  update: PropertyUpdate,
  now: EpochMs,
): PropertyDefinition {
  if (property.hubspotDefined && (update.type !== undefined || update.fieldType !== undefined)) {
    throw problems.definition(
      `The property ${property.name} belongs to HubSpot; its type stays.`,
      'PropertyValidationError.READ_ONLY_DEFINITION',
    );
  }
  const type = update.type ?? property.type;
  const fieldType = update.fieldType ?? property.fieldType;
  if (update.type !== undefined || update.fieldType !== undefined) refuseWrongTypes(type, fieldType);
  const options = update.options == null ? property.options : toOptionList(update.options);
  refuseWrongOptions(type, options, property.externalOptions);
  if (update.groupName !== undefined && catalogue.groups.get(update.groupName)?.archived !== false) {
    throw problems.definition(
      `The property group ${update.groupName} does not exist.`,
      'PropertyValidationError.GROUP_DOES_NOT_EXIST',
    );
  }
  return {
    ...property,
    label: update.label ?? property.label,
    groupName: update.groupName ?? property.groupName,
    type,
    fieldType,
    description: update.description ?? property.description,
    options,
    displayOrder: update.displayOrder ?? property.displayOrder,
    formField: update.formField ?? property.formField,
    hidden: update.hidden ?? property.hidden,
    numberDisplayHint: update.numberDisplayHint ?? property.numberDisplayHint,
    textDisplayHint: update.textDisplayHint ?? property.textDisplayHint,
    showCurrencySymbol: update.showCurrencySymbol ?? property.showCurrencySymbol,
    updatedAt: now,
  };
}

/** A property as the API shows it. */
export function presentProperty(property: PropertyDefinition): object {
  return {
    ...(property.updatedAt === null ? {} : { updatedAt: toVendorTime(property.updatedAt) }),
    ...(property.createdAt === null ? {} : { createdAt: toVendorTime(property.createdAt) }),
    name: property.name,
    label: property.label,
    type: property.type,
    fieldType: property.fieldType,
    description: property.description,
    groupName: property.groupName,
    options: property.options,
    ...(property.referencedObjectType === undefined ? {} : { referencedObjectType: property.referencedObjectType }),
    displayOrder: property.displayOrder,
    calculated: property.calculated,
    externalOptions: property.externalOptions,
    archived: property.archivedAt !== null,
    ...(property.archivedAt === null ? {} : { archivedAt: toVendorTime(property.archivedAt) }),
    hasUniqueValue: property.hasUniqueValue,
    hidden: property.hidden,
    ...(property.hubspotDefined ? { hubspotDefined: true } : {}),
    ...(property.showCurrencySymbol === undefined ? {} : { showCurrencySymbol: property.showCurrencySymbol }),
    ...(property.numberDisplayHint === undefined ? {} : { numberDisplayHint: property.numberDisplayHint }),
    ...(property.textDisplayHint === undefined ? {} : { textDisplayHint: property.textDisplayHint }),
    modificationMetadata: {
      archivable: !property.hubspotDefined,
      readOnlyDefinition: property.hubspotDefined,
      readOnlyOptions: property.hubspotDefined,
      readOnlyValue: property.readOnlyValue,
    },
    formField: property.formField,
    dataSensitivity: property.dataSensitivity,
  };
}

export const presentGroup = (group: PropertyGroup): object => ({
  name: group.name,
  label: group.label,
  displayOrder: group.displayOrder,
  archived: group.archived,
});
