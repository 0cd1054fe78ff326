import { handleCall } from '../runtime/handle-call.ts';
import { listWebinars } from '../runtime/list-webinars.ts';

export const main = handleCall('list webinars', listWebinars);
