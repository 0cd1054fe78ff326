import * as z from 'zod/mini';
import type { AuditedRun } from '../../extensions/contract/overview.ts';
import type { SyncReport } from '../../extensions/contract/sync.ts';

const auditPayload = z.object({
  runId: z.string(),
  report: z.custom<SyncReport>(
    (value) => typeof value === 'object' && value !== null && 'eligible' in value && 'skipped' in value,
  ),
});

/** @returns null for a record that this version cannot read */
export function parseAuditedRun(payload: string): AuditedRun | null {
  try {
    const parsed = z.safeParse(auditPayload, JSON.parse(payload));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
