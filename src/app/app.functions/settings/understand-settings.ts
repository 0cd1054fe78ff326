import type { Settings, SettingsProblem } from '../../extensions/contract/settings.ts';
import type { Instant } from '../domain/instant.ts';
import { normaliseSettings, type NormalisedSettings } from './normalise-settings.ts';
import { isTooLarge } from './parse-settings.ts';

/** A record does not hold so many choices. */
export const tooManyUsers: SettingsProblem = { field: 'users', problem: 'too-many' };

/**
 * What would be stored if these settings were saved, or what keeps them from being saved.
 *
 * @param stored - what is in force
 */
export function understandSettings(given: Settings, stored: Settings, now: Instant): NormalisedSettings {
  const normalised = normaliseSettings(given, stored, now);
  if (normalised.kind === 'invalid') return normalised;
  return isTooLarge(normalised.settings) ? { kind: 'invalid', problems: [tooManyUsers] } : normalised;
}
