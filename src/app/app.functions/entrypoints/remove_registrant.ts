import { toFailedActionReply } from '../runtime/action-reply.ts';
import { hubspotDoor } from '../runtime/doors.ts';
import { handleRequest } from '../runtime/handle-request.ts';
import { removeRegistrant } from '../runtime/remove-registrant.ts';

export const main = handleRequest(
  'remove a registrant',
  hubspotDoor('remove-registrant'),
  removeRegistrant,
  toFailedActionReply,
);
