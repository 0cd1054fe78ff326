import type { DomainNote, Settings, SettingsProblem, UserSettings } from '../../extensions/contract/settings.ts';
import { parseInstant, toIso, type Instant } from '../domain/instant.ts';
import { domainCharactersMax } from './domain-test.ts';
import { parseExcludedDomain } from './excluded-domains.ts';
import { isFollowingAccount } from './user-settings.ts';

export type NormalisedSettings =
  | { readonly kind: 'settings'; readonly settings: Settings; readonly notes: readonly DomainNote[] }
  | { readonly kind: 'invalid'; readonly problems: readonly SettingsProblem[] };

/** More would not be read. */
const notesMax = 200;

/** The clocks of browsers are not exact. */
const clockDifferenceMaxMs = 5 * 60_000;

/**
 * Brings settings into the one form in which they are stored: domains in ASCII, lists without repeats and sorted, users
 * without those of whom nothing is set. Since when a user's new webinars are off is the server's to say: now, unless
 * it was stored before.
 *
 * @param stored - what is in force
 */
export function normaliseSettings(given: Settings, stored: Settings, now: Instant): NormalisedSettings {
  const contacts = normaliseDomains('contactExclusions', given.contactExclusions);
  const recordings = normaliseDomains('recordingExclusions', given.recordingExclusions);
  const problems = [
    ...contacts.problems,
    ...recordings.problems,
    ...Object.entries(given.users).flatMap(([key, user]) => findFutureDate(key, user, now)),
  ];
  if (problems.length > 0) return { kind: 'invalid', problems };
  return {
    kind: 'settings',
    settings: {
      ...given,
      contactExclusions: contacts.domains,
      recordingExclusions: recordings.domains,
      users: normaliseUsers(given.users, stored.users, now),
    },
    notes: [...contacts.notes, ...recordings.notes].slice(0, notesMax),
  };
}

function normaliseDomains(field: DomainNote['field'], given: readonly string[]) {
  const understood = given.map((entry) => ({ given: entry, result: parseExcludedDomain(entry) }));
  const domains = new Set<string>();
  const notes: DomainNote[] = [];
  const problems: SettingsProblem[] = [];
  for (const entry of understood) {
    const shown = entry.given.trim().slice(0, domainCharactersMax);
    if (entry.result.kind === 'problem') problems.push({ field, given: shown, problem: entry.result.problem });
    else {
      const { domain } = entry.result;
      if (shown.toLowerCase() !== domain) notes.push({ field, given: shown, became: domain });
      domains.add(domain);
    }
  }
  return { domains: [...domains].sort(), notes, problems };
}

function findFutureDate(key: string, user: UserSettings, now: Instant): readonly SettingsProblem[] {
  const since = parseInstant(user.newWebinarsOffSince);
  if (since === null || since <= now + clockDifferenceMaxMs) return [];
  return [{ field: `users.${key}.newWebinarsOffSince`, problem: 'invalid', must: 'not be in the future' }];
}

function normaliseUsers(given: Settings['users'], stored: Settings['users'], now: Instant): Settings['users'] {
  const users = Object.entries(given)
    .filter(([, user]) => !isFollowingAccount(user))
    .map(([key, user]): readonly [string, UserSettings] => {
      const before = (Object.hasOwn(stored, key) ? stored[key]?.newWebinarsOffSince : undefined) ?? toIso(now);
      const newWebinarsOffSince = user.newWebinarsOffSince === null ? null : before;
      return [key, { ...user, newWebinarsOffSince, webinars: sortByName(user.webinars) }];
    });
  return sortByName(Object.fromEntries(users));
}

const sortByName = <Value>(values: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1)));
