import { handleCall } from '../runtime/handle-call.ts';
import { registerContact } from '../runtime/register-contact.ts';

export const main = handleCall('register a contact', registerContact);
