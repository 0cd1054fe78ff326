import { toFailedActionReply } from '../runtime/action-reply.ts';
import { addRegistrant } from '../runtime/add-registrant.ts';
import { hubspotDoor } from '../runtime/doors.ts';
import { handleRequest } from '../runtime/handle-request.ts';

export const main = handleRequest(
  'add a registrant',
  hubspotDoor('add-registrant'),
  addRegistrant,
  toFailedActionReply,
);
