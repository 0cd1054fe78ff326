import { hubspotDoor } from '../runtime/doors.ts';
import { handleRequest } from '../runtime/handle-request.ts';
import { failWebinarOptions, listWebinarOptions } from '../runtime/webinar-options.ts';

export const main = handleRequest(
  'list options of an action',
  hubspotDoor('webinar-options'),
  listWebinarOptions,
  failWebinarOptions,
);
