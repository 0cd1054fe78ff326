import * as z from 'zod/mini';
import type { Settings } from '../../extensions/contract/settings.ts';
import { tryParseJson } from '../http/json.ts';
import { packSettingsText, settingsBytesMax, settingsCharactersMax, unpackSettingsText } from './settings-text.ts';
import { storedSettings, toStoredSettings } from './stored-settings.ts';

/** Makes of one format's settings those of the next; what it cannot read it leaves out. */
export type Migration = (settings: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

export interface SettingsFormat {
  /** The format that this version writes. */
  readonly format: number;
  /** By the format that they start from: one for every format before. */
  readonly migrations: ReadonlyMap<number, Migration>;
}

/** Raised, with a migration, whenever older settings would be misread. */
export const settingsFormat: SettingsFormat = { format: 1, migrations: new Map() };

export type ParsedSettings =
  | { readonly kind: 'settings'; readonly settings: Settings }
  /** A newer version of the app has saved them. */
  | { readonly kind: 'too-new' }
  /** Somebody has changed the record by hand, or it was cut. */
  | { readonly kind: 'damaged' };

const settingsDocument = z.object({
  format: z.int().check(z.minimum(1)),
  settings: z.record(z.string(), z.unknown()),
});

const damaged: ParsedSettings = { kind: 'damaged' };

/** Reads the payload of a record with settings. */
export function parseSettings(
  payload: string,
  { format, migrations }: SettingsFormat = settingsFormat,
): ParsedSettings {
  const document = z.safeParse(settingsDocument, tryParseJson(unpackSettingsText(payload) ?? ''));
  if (!document.success) return damaged;
  if (document.data.format > format) return { kind: 'too-new' };

  let settings: Readonly<Record<string, unknown>> = document.data.settings;
  for (let from = document.data.format; from < format; from += 1) {
    const migrate = migrations.get(from);
    if (migrate === undefined) return damaged;
    settings = migrate(settings);
  }
  const parsed = z.safeParse(storedSettings, settings);
  return parsed.success ? { kind: 'settings', settings: parsed.data } : damaged;
}

/** The payload of a record with these settings; see {@link isTooLarge} for what fits. */
export function formatSettings(settings: Settings): string {
  const document = { format: settingsFormat.format, settings: toStoredSettings(settings) };
  return packSettingsText(JSON.stringify(document));
}

/** Whether these settings do not fit a record, or an answer. */
export const isTooLarge = (settings: Settings): boolean =>
  Buffer.byteLength(JSON.stringify(settings)) > settingsBytesMax ||
  formatSettings(settings).length > settingsCharactersMax;
