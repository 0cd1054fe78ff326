import { getAuditLog } from '../runtime/get-audit-log.ts';
import { handleCall } from '../runtime/handle-call.ts';

export const main = handleCall('read audit log', getAuditLog);
