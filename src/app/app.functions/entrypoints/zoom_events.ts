import { handleRequest } from '../runtime/handle-request.ts';
import { receiveZoomEvent, refuseZoomEvent } from '../runtime/receive-zoom-event.ts';
import { zoomDoor } from '../runtime/zoom-door.ts';

export const main = handleRequest('receive Zoom event', zoomDoor, receiveZoomEvent, refuseZoomEvent);
