import { listPastWebinars } from '../runtime/list-past-webinars.ts';
import { handleCall } from '../runtime/handle-call.ts';

export const main = handleCall('list past webinars', listPastWebinars);
