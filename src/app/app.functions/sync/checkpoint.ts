import * as z from 'zod/mini';
import type { ParticipationCounts, SyncReport, WriteCounts } from '../../extensions/contract/sync.ts';
import type { CallFailure } from '../../extensions/contract/failure.ts';
import type { Instant } from '../domain/instant.ts';
import type { Panelist, Webinar } from '../domain/webinar.ts';
import { packText, unpackText } from './payload.ts';
import type { StateRecord } from './ports.ts';
import type { SourceInstance } from './source.ts';
import type { SourceList } from './source-rows.ts';

/** How far one list of Zoom's has been read. */
export interface ListCursor {
  readonly list: SourceList;
  readonly passNumber: number;
  /** Null before the first page, and when done. */
  readonly nextPageToken: string | null;
  readonly isDone: boolean;
  /** Rows of this pass, with repeats. */
  readonly rowCount: number;
  readonly quarantinedCount: number;
  /** As Zoom last said; null when it did not. */
  readonly totalCount: number | null;
  /** Zoom refuses the list: registration is off, or there is no report yet. */
  readonly isUnavailable: boolean;
}

/** What a run has cost and written so far. */
export interface Tally extends Omit<WriteCounts, 'audit'> {
  readonly zoomCalls: number;
  readonly hubspotCalls: number;
  readonly steps: number;
  readonly elapsedMs: number;
}

export const emptyTally: Tally = {
  zoomCalls: 0,
  hubspotCalls: 0,
  steps: 0,
  elapsedMs: 0,
  contacts: 0,
  attendance: 0,
  events: 0,
  marketingEvents: 0,
};

/** A run between two of its steps. */
export interface RunCheckpoint {
  readonly startedAt: Instant;
  /** The moment that the readiness of Zoom's reports is judged by. */
  readonly readAt: Instant;
  readonly phase: 'reading' | 'writing';
  readonly webinar: Webinar;
  readonly instances: readonly SourceInstance[];
  readonly panelists: readonly Panelist[];
  readonly lists: readonly ListCursor[];
  readonly rowRecordCount: number;
  readonly outcomeRecordCount: number;
  /** Position in the work list. */
  readonly nextIndex: number;
  /** Length of the work list; null while it is not known. */
  readonly itemCount: number | null;
  readonly attendanceProblems: readonly string[];
  /** Sessions whose people HubSpot was asked to count, and where its count differs. */
  readonly verified: Readonly<Record<string, ParticipationCounts | null>>;
  readonly tally: Tally;
}

/** Everything remembered about one webinar. */
export interface WebinarState {
  readonly v: 1;
  /** Of the newest run, begun or finished. */
  readonly runNumber: number;
  /** Of the newest lease that was given back. */
  readonly leaseNumber: number;
  /** Leases still on record: id and the moment of creation. */
  readonly leases: readonly (readonly [string, Instant])[];
  /** Null when the newest run is finished. */
  readonly run: RunCheckpoint | null;
  /** Where the marks of the people are who are in HubSpot. */
  readonly people: { readonly runNumber: number; readonly recordCount: number } | null;
  /** By session key: what was last written. */
  readonly marketingEvents: Readonly<Record<string, { readonly hash: string; readonly isCompleted: boolean }>>;
  readonly lastReport: SyncReport | null;
  /** Of the newest step, if it failed. */
  readonly lastFailure: CallFailure['failure'] | null;
}

export const newWebinarState: WebinarState = {
  v: 1,
  runNumber: 0,
  leaseNumber: 0,
  leases: [],
  run: null,
  people: null,
  marketingEvents: {},
  lastReport: null,
  lastFailure: null,
};

const stateShape = z.looseObject({
  v: z.literal(1),
  runNumber: z.number(),
  leaseNumber: z.number(),
  leases: z.array(z.tuple([z.string(), z.number()])),
  run: z.nullable(
    z.looseObject({
      startedAt: z.number(),
      phase: z.enum(['reading', 'writing']),
      webinar: z.looseObject({ webinarId: z.string() }),
      instances: z.array(z.looseObject({ uuid: z.string() })),
      lists: z.array(z.looseObject({ passNumber: z.number(), isDone: z.boolean() })),
      nextIndex: z.number(),
      tally: z.looseObject({ zoomCalls: z.number() }),
    }),
  ),
  people: z.nullable(z.looseObject({ runNumber: z.number(), recordCount: z.number() })),
  marketingEvents: z.record(z.string(), z.looseObject({ hash: z.string(), isCompleted: z.boolean() })),
});

/** @returns null for a state that is not ours or not whole; the webinar is then synced as if for the first time */
export function parseWebinarState(payload: string): WebinarState | null {
  try {
    const parsed: unknown = JSON.parse(unpackText(payload));
    return z.safeParse(stateShape, parsed).success ? (parsed as WebinarState) : null;
  } catch {
    return null;
  }
}

/** Keys of the records of one webinar. */
export interface RecordKeys {
  readonly state: string;
  lease(number: number): string;
  rows(runNumber: number, index: number): string;
  outcomes(runNumber: number, index: number): string;
  people(runNumber: number, index: number): string;
  audit(runNumber: number): string;
}

export function recordKeysOf(accountId: string, webinarId: string): RecordKeys {
  const webinar = `${accountId}:${webinarId}`;
  return {
    state: `webinar:${webinar}`,
    lease: (number) => `lease:${webinar}:${number}`,
    rows: (runNumber, index) => `rows:${webinar}:${runNumber}:${index}`,
    outcomes: (runNumber, index) => `outcomes:${webinar}:${runNumber}:${index}`,
    people: (runNumber, index) => `people:${webinar}:${runNumber}:${index}`,
    audit: (runNumber) => `audit:${webinar}:${runNumber}`,
  };
}

export function toStateRecord(keys: RecordKeys, state: WebinarState, summary: string, now: Instant): StateRecord {
  return {
    key: keys.state,
    kind: 'webinar',
    payload: packText(JSON.stringify(state)),
    version: state.runNumber,
    status: state.lastFailure !== null ? 'failed' : state.run === null ? 'idle' : 'running',
    occurredAt: now,
    summary,
  };
}
