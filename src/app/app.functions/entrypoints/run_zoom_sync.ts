import { hubspotDoor } from '../runtime/doors.ts';
import { handleRequest } from '../runtime/handle-request.ts';
import { runZoomSyncPath } from '../runtime/kick-sync.ts';
import { failZoomSync, runZoomSync } from '../runtime/run-zoom-sync.ts';

export const main = handleRequest('run Zoom sync', hubspotDoor(runZoomSyncPath), runZoomSync, failZoomSync);
