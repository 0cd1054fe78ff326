import * as z from 'zod/mini';
import type { AuditedRun } from '../../extensions/contract/overview.ts';
import type { RunChanges, SessionReport, SettingsInForce, SyncReport } from '../../extensions/contract/sync.ts';
import { deflateText, inflateText } from './deflated-text.ts';

type StoredReport = Omit<Partial<SyncReport>, 'sessions'> & { readonly sessions?: readonly Partial<SessionReport>[] };

const auditPayload = z.object({
  runId: z.string(),
  report: z.custom<StoredReport>(
    (value) => typeof value === 'object' && value !== null && 'eligible' in value && 'skipped' in value,
  ),
});

const noChanges: RunChanges = {
  contactsCreated: 0,
  contactsUpdated: 0,
  registrations: 0,
  attendances: 0,
  cancellations: 0,
  recordings: 0,
  transcripts: 0,
};

/** Before there were settings, every webinar was synced whole, and no recordings were. */
const noSettings: SettingsInForce = {
  version: 0,
  contactPolicy: 'create-and-update',
  contactExclusions: [],
  recordingExclusions: [],
  syncsRecordings: false,
};

/** The first version's reports lack what it did not know. */
const laterFields = { trigger: 'manual', settings: noSettings, changes: noChanges, recordings: [] } as const;

/** A report names every excluded domain, of which there may be thousands. */
const worthDeflating = 30_000;

/** The payload of an audit record. */
export function formatAuditedRun(run: AuditedRun): string {
  const text = JSON.stringify(run);
  return text.length < worthDeflating ? text : deflateText(text);
}

/** @returns null for a record that this version cannot read */
export function parseAuditedRun(payload: string): AuditedRun | null {
  try {
    const parsed = z.safeParse(auditPayload, JSON.parse(inflateText(payload)));
    if (!parsed.success) return null;
    const { runId, report } = parsed.data;
    const sessions = (report.sessions ?? []).map((session) => ({ isHeld: true, ...session }));
    return { runId, report: { ...laterFields, ...report, sessions } as SyncReport };
  } catch {
    return null;
  }
}
