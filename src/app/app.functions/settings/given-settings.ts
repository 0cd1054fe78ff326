import * as z from 'zod/mini';
import type { Settings, SettingsProblem } from '../../extensions/contract/settings.ts';
import { parseInstant } from '../domain/instant.ts';
import { domainCharactersMax } from './domain-test.ts';
import { userKeyPattern } from './user-settings.ts';

export const usersMax = 5_000;
const webinarsPerUserMax = 1_000;
const domainsMax = 1_000;
/** More would not be read, and a page of nonsense would come back as a longer one. */
const problemsMax = 100;

const trueOrFalse = z.boolean({ error: 'be true or false' });
const choice = z.enum(['none', 'selected', 'all'], { error: 'be none, selected or all' });
const userSwitch = z.nullable(z.boolean({ error: 'be true, false or null' }));

const domains = z
  .array(z.string({ error: 'be a text' }), { error: 'be a list of domains' })
  .check(z.maxLength(domainsMax, { error: `have at most ${domainsMax} entries` }));

const wholeNumber = (minimum: number, maximum: number) => {
  const error = `be a whole number from ${minimum} to ${maximum}`;
  return z.int({ error }).check(z.minimum(minimum, { error }), z.maximum(maximum, { error }));
};

const pointInTime = z
  .string({ error: 'be a point in time in ISO 8601, or null' })
  .check(z.refine((text) => parseInstant(text) !== null, { error: 'be a point in time in ISO 8601, or null' }));

const givenUser = z.strictObject(
  {
    syncsWebinars: userSwitch,
    syncsRecordings: userSwitch,
    newWebinarsOffSince: z.nullable(pointInTime),
    webinars: z
      .record(z.string().check(z.regex(/^\d{9,12}$/)), trueOrFalse, { error: 'have webinar IDs as names' })
      .check(
        z.refine((webinars) => Object.keys(webinars).length <= webinarsPerUserMax, {
          error: `have at most ${webinarsPerUserMax} entries`,
        }),
      ),
  },
  { error: 'have the settings of one user' },
);

const givenSettings = z.strictObject(
  {
    isSyncOn: trueOrFalse,
    webinarUsers: choice,
    recordingUsers: choice,
    recordingExclusions: domains,
    contactExclusions: domains,
    users: z.record(z.string().check(z.regex(userKeyPattern)), givenUser, {
      error: 'have names of the form <Zoom account ID>:<Zoom user ID>',
    }),
    contactPolicy: z.enum(['create-and-update', 'update-only'], { error: 'be create-and-update or update-only' }),
    zoomSharePercent: wholeNumber(1, 100),
    backfillDays: wholeNumber(0, 180),
  },
  { error: 'be the settings' },
) satisfies z.core.$ZodType<Settings>;

export type GivenSettings =
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'invalid'; readonly problems: readonly SettingsProblem[] };

/** Checks the form of what a page sends; any user of the HubSpot account may send anything. */
export function parseGivenSettings(sent: unknown): GivenSettings {
  const parsed = z.safeParse(givenSettings, sent);
  if (!parsed.success)
    return { kind: 'invalid', problems: parsed.error.issues.flatMap(toProblems).slice(0, problemsMax) };
  if (Object.keys(parsed.data.users).length <= usersMax) return { kind: 'settings', settings: parsed.data };
  return { kind: 'invalid', problems: [{ field: 'users', problem: 'too-many' }] };
}

function toProblems(issue: z.core.$ZodIssue): readonly SettingsProblem[] {
  const path = issue.path.map(String);
  const toProblem = (field: readonly string[], must: string): SettingsProblem => ({
    field: field.join('.').slice(0, domainCharactersMax),
    problem: 'invalid',
    must,
  });
  if (issue.code !== 'unrecognized_keys') return [toProblem(path, issue.message)];
  return issue.keys.map((key) => toProblem([...path, key], 'be left out: there is no such setting'));
}
