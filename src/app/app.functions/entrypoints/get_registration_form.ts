import { getRegistrationForm } from '../runtime/get-registration-form.ts';
import { handleCall } from '../runtime/handle-call.ts';

export const main = handleCall('read a registration form', getRegistrationForm);
