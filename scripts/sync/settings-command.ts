import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import type { SaveSettingsAnswer, SettingsAnswer } from '../../src/app/extensions/contract/settings.ts';
import { UsageError } from '../terminal/run-command.ts';
import { callFunction } from './call-function.ts';
import type { SyncTools } from './sync-tools.ts';

type Tools = Pick<SyncTools, 'runner' | 'progress'>;

export const readSettings = ({ runner, progress }: Tools): Promise<CallAnswer<SettingsAnswer>> =>
  callFunction<SettingsAnswer>(runner, 'get_settings', {}, progress.note);

/** Settings to be saved: some of them, or what `--settings --json` printed, with changes. */
export interface SettingsFile {
  readonly settings: Readonly<Record<string, unknown>>;
  /** Of the settings that were changed; null where the file does not say, and those in force are. */
  readonly version: number | null;
}

const objectSchema = z.record(z.string(), z.unknown(), { error: 'it must be a JSON object' });
const printedSchema = z.object({ settings: objectSchema, version: z.int().min(0) });

/** @throws UsageError when the file cannot be read or is no JSON object */
export function readSettingsFile(path: string): SettingsFile {
  let content: unknown;
  try {
    // npm runs commands in the project's folder and keeps the caller's in INIT_CWD.
    content = JSON.parse(readFileSync(resolve(process.env['INIT_CWD'] ?? '.', path), 'utf8'));
  } catch (error) {
    const problem = error instanceof SyntaxError ? `is not JSON: ${error.message}` : 'cannot be read';
    throw new UsageError(`The settings file ${path} ${problem}.`);
  }
  const printed = printedSchema.safeParse(content);
  if (printed.success) return printed.data;
  const parsed = objectSchema.safeParse(content);
  if (!parsed.success) throw new UsageError(`The settings file ${path} cannot be used: it must be a JSON object.`);
  return { settings: parsed.data, version: null };
}

/** Saves the settings in force with the changes of the file; what cannot be used is said by the answer. */
export async function saveSettings(
  { settings, version }: SettingsFile,
  tools: Tools,
): Promise<CallAnswer<SaveSettingsAnswer>> {
  const before = await readSettings(tools);
  if (!before.ok) return before;
  return callFunction<SaveSettingsAnswer>(
    tools.runner,
    'save_settings',
    { settings: { ...before.settings, ...settings }, version: version ?? before.version },
    tools.progress.note,
  );
}
