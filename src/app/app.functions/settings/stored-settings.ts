import * as z from 'zod/mini';
import type { Settings, UserSettings } from '../../extensions/contract/settings.ts';
import { parseInstant } from '../domain/instant.ts';
import { userKeyPattern } from './user-settings.ts';

/** Whether these domains may be excluded was judged when they were saved; the list of public suffixes changes. */
const storedDomain = z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/), z.maxLength(253));
const choice = z.enum(['none', 'selected', 'all']);
const userSwitch = z._default(z.nullable(z.boolean()), null);

const storedUser = z.object({
  syncsWebinars: userSwitch,
  syncsRecordings: userSwitch,
  newWebinarsOffSince: z._default(z.nullable(z.string().check(z.refine((text) => parseInstant(text) !== null))), null),
  webinars: z._default(z.record(z.string().check(z.regex(/^\d+$/)), z.boolean()), {}),
});

/**
 * The settings of the newest format as a record holds them. What is not there has its default; a value that this
 * version does not know damages the whole.
 */
export const storedSettings = z.object({
  isSyncOn: z._default(z.boolean(), false),
  webinarUsers: z._default(choice, 'all'),
  recordingUsers: z._default(choice, 'none'),
  recordingExclusions: z._default(z.array(storedDomain), []),
  contactExclusions: z._default(z.array(storedDomain), []),
  users: z._default(z.record(z.string().check(z.regex(userKeyPattern)), storedUser), {}),
  contactPolicy: z._default(z.enum(['create-and-update', 'update-only']), 'create-and-update'),
  zoomSharePercent: z._default(z.int().check(z.minimum(1), z.maximum(100)), 50),
  backfillDays: z._default(z.int().check(z.minimum(0), z.maximum(180)), 30),
}) satisfies z.core.$ZodType<Settings>;

/** What is in force until somebody saves something: nothing is synced. */
export const settingsOfNobody: Settings = z.parse(storedSettings, {});

/** Users without what is a default anyway, so that more of them fit. */
export function toStoredSettings(settings: Settings): object {
  const users = Object.entries(settings.users).map(([key, user]) => [key, withoutDefaults(user)] as const);
  return { ...settings, users: Object.fromEntries(users) };
}

function withoutDefaults({ webinars, ...rest }: UserSettings): object {
  const set = Object.entries(rest).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(set), ...(Object.keys(webinars).length === 0 ? {} : { webinars }) };
}
