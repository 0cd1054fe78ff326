import { syncWebinar } from '../runtime/sync-webinar.ts';
import { handleCall } from '../runtime/handle-call.ts';

export const main = handleCall('sync webinar', syncWebinar);
