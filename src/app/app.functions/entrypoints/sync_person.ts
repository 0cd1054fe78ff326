import { handleCall } from '../runtime/handle-call.ts';
import { syncPerson } from '../runtime/sync-person.ts';

export const main = handleCall('sync person', syncPerson);
