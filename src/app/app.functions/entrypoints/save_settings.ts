import { handleCall } from '../runtime/handle-call.ts';
import { saveSettings } from '../runtime/save-settings.ts';

export const main = handleCall('save settings', saveSettings);
