import { getContactWebinars } from '../runtime/get-contact-webinars.ts';
import { handleCall } from '../runtime/handle-call.ts';

export const main = handleCall("read contact's webinars", getContactWebinars);
