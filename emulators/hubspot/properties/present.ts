import type { PropertyDefinition, PropertyGroup } from '../entities.ts';
import { toVendorTime } from '../time.ts';

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
