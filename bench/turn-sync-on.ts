import { defaultSettings } from '../src/app/extensions/contract/settings.ts';
import type { SaveSettingsAnswer } from '../src/app/extensions/contract/settings.ts';
import type { CallAnswer } from '../src/app/extensions/contract/failure.ts';
import type { FunctionRunner } from '../scripts/function-runner/function-runner.ts';

/**
 * Does what an admin does first; everything else stays as it is installed.
 *
 * @throws Error when the settings were not saved
 */
export async function turnSyncOn(runner: FunctionRunner): Promise<void> {
  const settings = { ...defaultSettings, isSyncOn: true };
  const { answer } = await runner.call<CallAnswer<SaveSettingsAnswer>>('save_settings', { settings, version: 0 });
  if (!answer.ok || answer.outcome !== 'saved')
    throw new Error(`The settings were not saved: ${JSON.stringify(answer)}`);
}
