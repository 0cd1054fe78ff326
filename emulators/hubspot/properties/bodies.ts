import * as z from 'zod';

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
