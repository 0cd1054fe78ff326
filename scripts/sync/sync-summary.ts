import type { CallCounts, SyncReport, WriteCounts } from '../../src/app/extensions/contract/sync.ts';
import { explainFailure, type FailureExplanation } from '../../src/app/extensions/shared/copy/failures.en.ts';
import type { Failure, WebinarOutcome } from './drive-webinar.ts';

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

/** The one document that `npm run sync -- --json` prints. */
export interface SyncSummary {
  /** False when any webinar failed or the list of webinars could not be read. */
  readonly ok: boolean;
  readonly webinars: readonly SyncedWebinar[];
  /** Of the finished webinars and the list; calls of webinars that failed are not known. */
  readonly calls: CallCounts;
  readonly writes: WriteCounts;
  /** Calls of `sync_webinar`. */
  readonly steps: number;
  readonly elapsedMs: number;
  /** Only when the list of webinars could not be read. */
  readonly failure?: Failure;
  readonly explanation?: FailureExplanation;
}

export const toFailedWebinar = (id: string, topic: string | null, failure: Failure): FailedWebinar => ({
  id,
  uuid: null,
  topic,
  status: 'failed',
  failure,
  explanation: explainFailure(failure),
});

/** Whether there is no report; a report may also say that its sync failed. */
export const isFailed = (webinar: SyncedWebinar): webinar is FailedWebinar => webinar.uuid === null;

/** One webinar as it was asked for and how it ended, in the order of the sync. */
export interface DrivenWebinar {
  readonly webinarId: string;
  readonly topic: string | null;
  readonly outcome: WebinarOutcome;
}

export function summariseSync(parts: {
  readonly driven: readonly DrivenWebinar[];
  readonly listCalls: CallCounts;
  readonly listFailure: Failure | null;
  readonly elapsedMs: number;
}): SyncSummary {
  const webinars = parts.driven.map(({ webinarId, topic, outcome }) =>
    outcome.kind === 'finished' ? outcome.report : toFailedWebinar(webinarId, topic, outcome.failure),
  );
  const reports = webinars.filter((webinar) => !isFailed(webinar));
  const sum = (pick: (report: SyncReport) => number): number =>
    reports.reduce((total, report) => total + pick(report), 0);
  return {
    ok: parts.listFailure === null && webinars.every(({ status }) => status !== 'failed'),
    webinars,
    calls: {
      zoom: parts.listCalls.zoom + sum(({ calls }) => calls.zoom),
      hubspot: parts.listCalls.hubspot + sum(({ calls }) => calls.hubspot),
    },
    writes: {
      contacts: sum(({ writes }) => writes.contacts),
      attendance: sum(({ writes }) => writes.attendance),
      events: sum(({ writes }) => writes.events),
      marketingEvents: sum(({ writes }) => writes.marketingEvents),
      audit: sum(({ writes }) => writes.audit),
    },
    steps: parts.driven.reduce((total, { outcome }) => total + outcome.stepCount, 0),
    elapsedMs: Math.round(parts.elapsedMs),
    ...(parts.listFailure === null
      ? {}
      : { failure: parts.listFailure, explanation: explainFailure(parts.listFailure) }),
  };
}

/** Several syncs as one, in their order. */
export function mergeSummaries(summaries: readonly SyncSummary[]): SyncSummary {
  const sum = (pick: (summary: SyncSummary) => number): number =>
    summaries.reduce((total, summary) => total + pick(summary), 0);
  const failed = summaries.find(({ failure }) => failure !== undefined);
  return {
    ok: summaries.every(({ ok }) => ok),
    webinars: summaries.flatMap(({ webinars }) => webinars),
    calls: { zoom: sum(({ calls }) => calls.zoom), hubspot: sum(({ calls }) => calls.hubspot) },
    writes: {
      contacts: sum(({ writes }) => writes.contacts),
      attendance: sum(({ writes }) => writes.attendance),
      events: sum(({ writes }) => writes.events),
      marketingEvents: sum(({ writes }) => writes.marketingEvents),
      audit: sum(({ writes }) => writes.audit),
    },
    steps: sum(({ steps }) => steps),
    elapsedMs: sum(({ elapsedMs }) => elapsedMs),
    ...(failed?.failure === undefined ? {} : { failure: failed.failure, explanation: explainFailure(failed.failure) }),
  };
}
