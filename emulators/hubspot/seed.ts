import * as z from 'zod';
import { SeedError } from '../core/operation.ts';
import { eventDefinitionSchema } from './custom-events/definitions.ts';
import { eventCreateSchema } from './marketing/events.ts';
import { propertyCreateSchema } from './properties/bodies.ts';
import { schemaCreateSchema } from './schemas.ts';
import { knownScopes } from './scopes.ts';
import { switchChangesSchema } from './switches.ts';
import { transcriptSchema } from './transcripts.ts';
import { userSchema } from './users.ts';

const instant = z.union([z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)), z.int()]);
const recordId = z.union([z.string().regex(/^\d+$/, 'must be digits'), z.int().transform(String)]);
const text = z.union([z.string(), z.number().transform(String), z.boolean().transform(String), z.null()]);

const recordSchema = z.object({
  id: recordId.optional(),
  properties: z.record(z.string(), text),
  createdAt: instant.optional(),
  updatedAt: instant.optional(),
  archived: z.boolean().optional(),
  archivedAt: instant.optional(),
});
export type SeedRecord = z.infer<typeof recordSchema>;

const tiers = ['free', 'starter', 'professional', 'enterprise', 'enterprise-limit-increase', 'unlimited'] as const;

const timeZone = z.string().refine((name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}, 'is not a time zone');

const accountSchema = z.strictObject({
  portalId: z.int().min(1).default(147_975_758),
  tier: z.enum(tiers).default('enterprise'),
  token: z.string().min(1).default('pat-emulator-token'),
  scopes: z.array(z.string()).default([...knownScopes]),
  appId: z.int().min(1).default(37_336_308),
  appName: z.string().default('Zoom webinars for HubSpot'),
  accountType: z.enum(['STANDARD', 'DEVELOPER_TEST', 'SANDBOX', 'APP_DEVELOPER']).default('STANDARD'),
  timeZone: timeZone.default('Europe/Berlin'),
  uiDomain: z.string().default('app.hubspot.com'),
  dataHostingLocation: z.string().default('na1'),
  companyCurrency: z.string().default('EUR'),
  additionalCurrencies: z.array(z.string()).default([]),
});

const appSchema = z.strictObject({
  appId: z.int().min(1),
  name: z.string().default('Another app'),
  token: z.string().min(1),
  scopes: z.array(z.string()).default([...knownScopes]),
});

const ownerSchema = z.object({
  id: recordId,
  email: z.string().nullish(),
  type: z.enum(['PERSON', 'QUEUE']).default('PERSON'),
  firstName: z.string().default(''),
  lastName: z.string().default(''),
  userId: z.int().nullish(),
  userIdIncludingInactive: z.int().nullish(),
  createdAt: instant.optional(),
  updatedAt: instant.optional(),
  archived: z.boolean().default(false),
  teams: z.array(z.object({ id: z.string(), name: z.string(), primary: z.boolean() })).default([]),
});

const seedSchemaSchema = schemaCreateSchema.extend({
  objectTypeId: z
    .string()
    .regex(/^2-\d+$/, 'must look like 2-123')
    .optional(),
  properties: z.array(propertyCreateSchema.extend({ groupName: z.string().optional() })),
});

const seedEventSchema = eventCreateSchema.extend({
  appId: z.int().optional(),
  attendance: z
    .array(
      z.strictObject({
        contactId: recordId,
        state: z.enum(['register', 'attend', 'cancel']),
        interactionDateTime: instant,
        joinedAt: instant.optional(),
        leftAt: instant.optional(),
      }),
    )
    .default([]),
});

const seededEnd = z.strictObject({ objectType: z.string(), id: recordId });
/** Two records with the most general association between their types. */
const associationSchema = z.strictObject({ from: seededEnd, to: seededEnd });

const groupSchema = z.object({ name: z.string(), label: z.string(), displayOrder: z.int().default(-1) });

const knobsSchema = z.strictObject({
  switches: switchChangesSchema.default({}),
  blockedEmails: z.array(z.string()).default([]),
  /** Object type → properties that a workflow or list uses. */
  propertiesInUse: z.record(z.string(), z.array(z.string())).default({}),
  /** Object type → properties that an admin made required on creation. */
  requiredOnCreate: z.record(z.string(), z.array(z.string())).default({}),
  dailyCallsUsed: z.int().min(0).default(0),
});

export const seedSchema = z.strictObject({
  account: accountSchema.prefault({}),
  apps: z.array(appSchema).default([]),
  contacts: z.array(recordSchema).default([]),
  calls: z.array(recordSchema).default([]),
  schemas: z.array(seedSchemaSchema).default([]),
  objects: z.record(z.string(), z.array(recordSchema)).default({}),
  propertyGroups: z.record(z.string(), z.array(groupSchema)).default({}),
  properties: z.record(z.string(), z.array(propertyCreateSchema)).default({}),
  owners: z.array(ownerSchema).default([]),
  users: z.array(userSchema).default([]),
  associations: z.array(associationSchema).default([]),
  transcripts: z.array(transcriptSchema).default([]),
  marketingEvents: z.array(seedEventSchema).default([]),
  eventDefinitions: z.array(eventDefinitionSchema).default([]),
  emulator: knobsSchema.prefault({}),
});
/** What the stand-in may start with; every part may be left out. */
export type Seed = z.input<typeof seedSchema>;
export type ParsedSeed = z.output<typeof seedSchema>;

/** @throws SeedError with one sentence per wrong place */
export function parseSeed(seed: unknown): ParsedSeed {
  const parsed = seedSchema.safeParse(seed);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) => {
    const place = issue.path.length === 0 ? 'at its top' : `at ${issue.path.map(String).join('.')}`;
    return `The HubSpot seed is wrong ${place}: ${issue.message}.`;
  });
  throw new SeedError(sentences.slice(0, 10).join(' '));
}
