import type { FailureKind } from '../../extensions/contract/failure.ts';
import type { SyncReport } from '../../extensions/contract/sync.ts';
import { isIntegrationError, type IntegrationError } from '../http/integration-error.ts';
import { onlyAudit, toBareReport } from './bare-report.ts';
import type { RecordKeys } from './checkpoint.ts';
import { toAuditRecord } from './finish-run.ts';
import { toRunId, type FoundState, type SyncRequest } from './open-run.ts';
import type { SyncParts } from './step.ts';

/** Failures that the next try will meet again, so that somebody has to know of them. */
const lasting: ReadonlySet<FailureKind> = new Set(['unauthorised', 'missing-scope', 'not-found', 'rejected', 'bug']);

/**
 * Says in the webinar's audit log why a sync failed, under the number of the run that could not be finished: the run that
 * can takes its place. A webinar that nobody has heard of leaves no trace.
 */
export async function recordFailure(
  parts: SyncParts,
  request: SyncRequest,
  keys: RecordKeys,
  { state, settings }: Pick<FoundState, 'state' | 'settings'>,
  error: unknown,
): Promise<void> {
  const { webinarId, known } = request;
  const isKnown = state.source !== null || state.run !== null || known !== undefined;
  const reason = isIntegrationError(error) ? error.failure.reason.cause : null;
  if (parts.isDryRun || !isKnown || !isIntegrationError(error) || reason === 'person-not-listed') return;
  if (!lasting.has(error.failure.kind)) return;
  const runNumber = state.run === null ? state.runNumber + 1 : state.runNumber;
  const report = toFailedReport(parts, request, { state, settings }, error);
  try {
    const store = await parts.account.findStore();
    await store?.write([toAuditRecord(keys.audit(runNumber), toRunId(webinarId, runNumber), report, parts.now())]);
  } catch {
    // Whoever asked for the sync is told of the failure itself.
  }
}

function toFailedReport(
  parts: SyncParts,
  { webinarId, trigger, known }: SyncRequest,
  { state, settings }: Pick<FoundState, 'state' | 'settings'>,
  { failure }: IntegrationError,
): SyncReport {
  const webinar = state.run?.webinar ?? state.source?.webinar ?? null;
  const newest = known?.instances.at(-1);
  const { contactPolicy, contactExclusions, recordingExclusions } = settings.settings;
  return toBareReport(
    {
      id: webinarId,
      uuid: webinar?.uuid ?? newest?.uuid ?? '',
      topic: webinar?.topic ?? newest?.topic ?? webinarId,
      connection: parts.connectionName,
      status: 'failed',
      trigger,
      settings: {
        version: settings.version,
        contactPolicy,
        contactExclusions,
        recordingExclusions,
        syncsRecordings: state.run?.settings.syncsRecordings ?? false,
      },
      warnings: [],
      calls: { zoom: parts.meter.zoomCallCount(), hubspot: parts.meter.hubspotCallCount() },
      writes: onlyAudit,
      failure,
    },
    parts.now(),
  );
}
