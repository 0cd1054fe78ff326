import { getActivity } from '../runtime/get-activity.ts';
import { handleCall } from '../runtime/handle-call.ts';

export const main = handleCall('read activity', getActivity);
