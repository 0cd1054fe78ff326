import { handleCall } from '../runtime/handle-call.ts';
import { runSetupChecks } from '../runtime/run-setup.ts';

export const main = handleCall('run set-up', runSetupChecks);
