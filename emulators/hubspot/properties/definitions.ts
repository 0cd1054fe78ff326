import type { EpochMs } from '../../core/clock.ts';
import type { PropertyCatalogue, PropertyDefinition, PropertyOption } from '../entities.ts';
import { problems } from '../errors.ts';
import { uniquePropertiesPerObjectMax } from '../limits.ts';
import type { PropertyCreate, PropertyUpdate } from './bodies.ts';
import { booleanOptions } from './standard.ts';

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
