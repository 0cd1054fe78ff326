import type { SweepReport } from '../../src/app/extensions/contract/sweep.ts';
import type { CallCounts, SyncReport, WriteCounts } from '../../src/app/extensions/contract/sync.ts';
import { explainFailure, type FailureExplanation } from '../../src/app/extensions/shared/explain/explain-failure.ts';
import type { Failure } from './drive-steps.ts';
import type { SweepOutcome } from './drive-sweep.ts';
import type { WebinarOutcome } from './drive-webinar.ts';
import { terminalWords } from './terminal-words.ts';

/** A webinar whose sync ended with a failure. What it did before is in HubSpot, but not in any count. */
export interface FailedWebinar {
  readonly id: string;
  readonly uuid: null;
  readonly topic: string | null;
  readonly status: 'failed';
  readonly failure: Failure;
  readonly explanation: FailureExplanation;
}

export type SyncedWebinar = SyncReport | FailedWebinar;

/** The one document that a sync with `--json` prints. */
export interface SyncSummary {
  /** False when any webinar or a sweep failed. */
  readonly ok: boolean;
  readonly webinars: readonly SyncedWebinar[];
  /** Of sweeps; else of the finished webinars, for those of webinars that failed are not known. */
  readonly calls: CallCounts;
  readonly writes: WriteCounts;
  /** Calls of `run_sweep`, `sync_webinar` and `sync_person`. */
  readonly steps: number;
  readonly elapsedMs: number;
  /** Where webinars were looked for: one for each Zoom account. */
  readonly sweeps?: readonly SweepReport[];
  /** Only when a sweep could not be brought to its end. */
  readonly failure?: Failure;
  readonly explanation?: FailureExplanation;
}

export const toFailedWebinar = (id: string, topic: string | null, failure: Failure): FailedWebinar => ({
  id,
  uuid: null,
  topic,
  status: 'failed',
  failure,
  explanation: explainFailure(failure, terminalWords),
});

/** Whether there is no report; a report may also say that its sync failed. */
export const isFailed = (webinar: SyncedWebinar): webinar is FailedWebinar => webinar.uuid === null;

export const reportsOf = (webinars: readonly SyncedWebinar[]): readonly SyncReport[] =>
  webinars.filter((webinar) => !isFailed(webinar));

/** One webinar as it was asked for and how it ended, in the order of the sync. */
export interface DrivenWebinar {
  readonly webinarId: string;
  readonly outcome: WebinarOutcome;
}

/** Webinars that were asked for one by one. */
export function summariseSync(parts: {
  readonly driven: readonly DrivenWebinar[];
  readonly elapsedMs: number;
}): SyncSummary {
  const webinars = parts.driven.map(({ webinarId, outcome }) =>
    outcome.kind === 'finished' ? outcome.report : toFailedWebinar(webinarId, null, outcome.failure),
  );
  return {
    ok: webinars.every(({ status }) => status !== 'failed'),
    webinars,
    calls: sumCalls(reportsOf(webinars)),
    writes: sumWrites(webinars),
    steps: parts.driven.reduce((total, { outcome }) => total + outcome.stepCount, 0),
    elapsedMs: Math.round(parts.elapsedMs),
  };
}

/** The webinars that one sweep synced. */
export function summariseSweep(
  { finished, failed, report, failure, stepCount }: SweepOutcome,
  elapsedMs: number,
): SyncSummary {
  const webinars = [
    ...finished,
    ...failed.map((webinar) => toFailedWebinar(webinar.webinarId, webinar.topic, webinar.failure)),
  ];
  return {
    ok:
      failure === null &&
      (report?.failedHosts ?? []).length === 0 &&
      webinars.every(({ status }) => status !== 'failed'),
    webinars,
    calls: report?.calls ?? sumCalls(finished),
    writes: sumWrites(webinars),
    steps: stepCount,
    elapsedMs: Math.round(elapsedMs),
    sweeps: report === null ? [] : [report],
    ...(failure === null ? {} : { failure, explanation: explainFailure(failure, terminalWords) }),
  };
}

/** Several syncs as one, in their order. */
export function mergeSummaries(summaries: readonly SyncSummary[]): SyncSummary {
  const sum = (pick: (summary: SyncSummary) => number): number =>
    summaries.reduce((total, summary) => total + pick(summary), 0);
  const webinars = summaries.flatMap((summary) => summary.webinars);
  const sweeps = summaries.flatMap((summary) => summary.sweeps ?? []);
  const failure = summaries.find((summary) => summary.failure !== undefined)?.failure;
  return {
    ok: summaries.every(({ ok }) => ok),
    webinars,
    calls: sumCalls(summaries),
    writes: sumWrites(webinars),
    steps: sum(({ steps }) => steps),
    elapsedMs: sum(({ elapsedMs }) => elapsedMs),
    ...(summaries.some((summary) => summary.sweeps !== undefined) ? { sweeps } : {}),
    ...(failure === undefined ? {} : { failure, explanation: explainFailure(failure, terminalWords) }),
  };
}

const sumCalls = (all: readonly { readonly calls: CallCounts }[]): CallCounts => ({
  zoom: all.reduce((sum, { calls }) => sum + calls.zoom, 0),
  hubspot: all.reduce((sum, { calls }) => sum + calls.hubspot, 0),
});

function sumWrites(webinars: readonly SyncedWebinar[]): WriteCounts {
  const reports = reportsOf(webinars);
  const sum = (pick: (writes: WriteCounts) => number): number =>
    reports.reduce((total, { writes }) => total + pick(writes), 0);
  return {
    contacts: sum(({ contacts }) => contacts),
    attendance: sum(({ attendance }) => attendance),
    events: sum(({ events }) => events),
    marketingEvents: sum(({ marketingEvents }) => marketingEvents),
    audit: sum(({ audit }) => audit),
  };
}
