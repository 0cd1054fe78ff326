import type { SyncDecision } from '../../extensions/contract/settings.ts';
import type { SyncReport, SyncStatus, SyncWarning, SyncWebinarAnswer } from '../../extensions/contract/sync.ts';
import { removeAbandonedRun } from './abandoned-run.ts';
import { doneAnswer } from './answers.ts';
import { toStateRecord, type RunCheckpoint, type WebinarState } from './checkpoint.ts';
import { describeReport } from './describe-report.ts';
import { toAuditRecord } from './finish-run.ts';
import { decideRun, type FoundState, type SyncRequest } from './open-run.ts';
import { toBareReport } from './bare-report.ts';
import { toChanges } from './report.ts';
import { addStep, type Step, type SyncParts } from './step.ts';

/** Why a webinar must not be synced. */
export type Obstacle =
  { readonly kind: 'off'; readonly decision: Extract<SyncDecision, { isOn: false }> } | { readonly kind: 'zoom-event' };

/** Looked for in every step: a setting may be changed while a run is open. */
export async function findObstacle(
  parts: SyncParts,
  { known }: SyncRequest,
  { state, settings }: FoundState,
  { webinar, listing }: RunCheckpoint,
): Promise<Obstacle | null> {
  const decision = decideRun(parts, settings, webinar);
  if (!decision.isOn && !parts.isDryRun) return { kind: 'off', decision };
  // What was kept out by a setting was not looked at.
  const wasLookedAt = state.lastReport !== null && state.lastReport.status !== 'off';
  const isFirst = !wasLookedAt && state.run === null && listing === 'listed';
  const isZoomEvent = known?.isZoomEvent ?? (state.isZoomEvent || (isFirst && (await parts.isZoomEvent(webinar))));
  return isZoomEvent ? { kind: 'zoom-event' } : null;
}

/**
 * Ends a run before it has touched anybody, and says why in the audit log.
 *
 * @param step - null where the app has no memory yet: there is no audit log then
 */
export async function refuseRun(
  step: Step | null,
  parts: SyncParts,
  run: RunCheckpoint,
  obstacle: Obstacle,
  runId: string,
): Promise<SyncWebinarAnswer> {
  const report = toRefusal(parts, run, obstacle, step);
  if (step !== null) await remember(step, run, report);
  return doneAnswer(runId, report);
}

function toRefusal(parts: SyncParts, run: RunCheckpoint, obstacle: Obstacle, step: Step | null): SyncReport {
  const warning: SyncWarning =
    obstacle.kind === 'zoom-event'
      ? { cause: 'zoom-event' }
      : { cause: 'settings-off', setting: obstacle.decision.setting, hostName: run.hostName };
  const status: SyncStatus = obstacle.kind === 'zoom-event' ? 'not-supported' : 'off';
  const { webinar, trigger, settings, tally } = run;
  const { zoomCallCount, hubspotCallCount } = parts.meter;
  const { zoomCalls, hubspotCalls } =
    step === null ? { zoomCalls: zoomCallCount(), hubspotCalls: hubspotCallCount() } : addStep(step, tally, 1);
  return toBareReport(
    {
      id: webinar.webinarId,
      uuid: webinar.uuid,
      topic: webinar.topic,
      connection: parts.connectionName,
      status,
      trigger,
      settings,
      isDryRun: parts.isDryRun,
      warnings: [warning],
      calls: { zoom: zoomCalls, hubspot: hubspotCalls },
      // A setting that was changed half-way does not undo what was written before.
      changes: toChanges(tally),
      writes: {
        contacts: tally.contacts,
        attendance: tally.attendance,
        events: tally.events,
        marketingEvents: tally.marketingEvents,
        audit: step === null || parts.isDryRun ? 0 : 1,
      },
    },
    parts.now(),
  );
}

async function remember({ parts, keys, prepared, state, runId }: Step, run: RunCheckpoint, report: SyncReport) {
  if (state.run !== null) await removeAbandonedRun(prepared.store, keys, state.runNumber, state.run);
  const ended: WebinarState = {
    ...state,
    run: null,
    lastReport: report,
    isZoomEvent: state.isZoomEvent || report.status === 'not-supported',
    source: { webinar: run.webinar, instances: run.instances, panelists: run.panelists },
  };
  await prepared.store.write([
    toAuditRecord(keys.audit(state.runNumber), runId, report, parts.now()),
    toStateRecord(keys, ended, describeReport(report), parts.now()),
  ]);
}
