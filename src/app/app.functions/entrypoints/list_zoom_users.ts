import { handleCall } from '../runtime/handle-call.ts';
import { listZoomUsers } from '../runtime/list-zoom-users.ts';

export const main = handleCall('list Zoom users', listZoomUsers);
