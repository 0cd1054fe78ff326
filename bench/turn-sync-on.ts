import { defaultSettings } from '../src/app/extensions/contract/settings.ts';
import type { SaveSettingsAnswer } from '../src/app/extensions/contract/settings.ts';
import type { CallAnswer } from '../src/app/extensions/contract/failure.ts';
import type { FunctionRunner } from '../scripts/function-runner/function-runner.ts';

/**
 * Does what an admin does first.
 *
 * @param zoomSharePercent - how much of Zoom's limits the app may use
 *
 * @throws Error when the settings were not saved
 */
export async function turnSyncOn(runner: FunctionRunner, zoomSharePercent: number): Promise<void> {
  const settings = { ...defaultSettings, isSyncOn: true, zoomSharePercent };
  const { answer } = await runner.call<CallAnswer<SaveSettingsAnswer>>('save_settings', { settings, version: 0 });
  if (!answer.ok || answer.outcome !== 'saved')
    throw new Error(`The settings were not saved: ${JSON.stringify(answer)}`);
}
