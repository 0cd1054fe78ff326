import { handleCall } from '../runtime/handle-call.ts';
import { runSweep } from '../runtime/run-sweep.ts';

export const main = handleCall('run sweep', runSweep);
