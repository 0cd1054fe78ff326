import { handleCall } from '../runtime/handle-call.ts';
import { previewSettings } from '../runtime/preview-settings.ts';

export const main = handleCall('preview settings', previewSettings);
