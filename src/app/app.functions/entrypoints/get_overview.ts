import { getOverview } from '../runtime/get-overview.ts';
import { handleCall } from '../runtime/handle-call.ts';

export const main = handleCall('read overview', getOverview);
