import { getSettings } from '../runtime/get-settings.ts';
import { handleCall } from '../runtime/handle-call.ts';

export const main = handleCall('read settings', getSettings);
