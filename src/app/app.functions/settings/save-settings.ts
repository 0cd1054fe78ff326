import type { SaveSettingsAnswer, SettingsProblem } from '../../extensions/contract/settings.ts';
import type { Instant } from '../domain/instant.ts';
import type { StateStore } from '../sync/ports.ts';
import { parseGivenSettings } from './given-settings.ts';
import { normaliseSettings } from './normalise-settings.ts';
import { formatSettings } from './parse-settings.ts';
import { readNewestSettings, writeSettings } from './settings-store.ts';
import { tooManyUsers } from './understand-settings.ts';

/** What a page wants saved. */
export interface SettingsToSave {
  /** Unchecked. */
  readonly settings: unknown;
  /** Of the settings that were changed. */
  readonly version: number;
}

const invalid = (problems: readonly SettingsProblem[]): SaveSettingsAnswer => ({
  ok: true,
  outcome: 'invalid',
  problems,
});

/**
 * Saves settings unless somebody else has saved others meanwhile. Of several at once one does. A repeat of what is in
 * force already, as after an answer that was lost, is no conflict and changes nothing.
 *
 * @throws IntegrationError reason `settings-too-new`, and whatever the store throws
 */
export async function saveSettings(
  store: StateStore,
  { settings: sent, version }: SettingsToSave,
  now: Instant,
): Promise<SaveSettingsAnswer> {
  const given = parseGivenSettings(sent);
  if (given.kind === 'invalid') return invalid(given.problems);
  const newest = await readNewestSettings(store);
  const normalised = normaliseSettings(given.settings, newest.settings, now);
  if (normalised.kind === 'invalid') return invalid(normalised.problems);
  const { settings, notes } = normalised;

  if (newest.version !== version) {
    const isRepeat = newest.version > version && formatSettings(newest.settings) === formatSettings(settings);
    return isRepeat ? { ok: true, outcome: 'saved', notes, ...newest } : { ok: true, outcome: 'conflict', ...newest };
  }
  const written = await writeSettings(store, settings, version, now);
  switch (written.kind) {
    case 'written':
      return { ok: true, outcome: 'saved', notes, ...written.saved };
    case 'taken':
      return { ok: true, outcome: 'conflict', ...(await readNewestSettings(store)) };
    case 'too-large':
      return invalid([tooManyUsers]);
  }
}
