import * as z from 'zod/mini';
import type { CallFailure } from '../../extensions/contract/failure.ts';
import type { ParticipationCounts, SyncReport, WriteCounts } from '../../extensions/contract/sync.ts';
import type { Instant } from '../domain/instant.ts';
import type { HeldSession } from './held-sessions.ts';
import { packText, unpackText } from './payload.ts';
import type { PeopleTally } from './people-tally.ts';
import type { StateRecord } from './ports.ts';
import type { SourceHead } from './source.ts';
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
  /** The most that Zoom has said in this pass; null when it said nothing. */
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

/** Where the marks of one part of the people are. */
export interface MarkPart {
  /** Of the run that wrote them. */
  readonly runNumber: number;
  readonly recordCount: number;
}

/** A run between two of its steps. */
export interface RunCheckpoint extends SourceHead {
  readonly startedAt: Instant;
  /** The moment that the readiness of Zoom's reports is judged by. */
  readonly readAt: Instant;
  /** Reading lists, putting the rows in their places, or writing people. */
  readonly phase: 'reading' | 'sorting' | 'writing';
  readonly lists: readonly ListCursor[];
  /** Of the parts that the people are worked on in; null until rows are saved or sorted for the first time. */
  readonly partitionCount: number | null;
  /** Records with rows, by part. */
  readonly rowRecordCounts: readonly number[];
  /** Empty until the rows are sorted. */
  readonly sessions: readonly HeldSession[];
  /** Sources whose lists never held still. */
  readonly unstable: readonly SourceList['kind'][];
  /** The next item to write. */
  readonly position: { readonly partition: number; readonly index: number };
  /** Records with the outcomes of the items before `position` in its part. */
  readonly outcomeRecordCount: number;
  /** By part, for the parts before `position`. */
  readonly newMarks: readonly MarkPart[];
  /** People of the parts before `position`. */
  readonly people: PeopleTally;
  /** Items written, also those of the part at `position`. */
  readonly writtenItemCount: number;
  readonly attendanceProblems: readonly string[];
  /** Sessions whose people HubSpot was asked to count, and where its count differs. */
  readonly verified: Readonly<Record<string, ParticipationCounts | null>>;
  readonly tally: Tally;
  /** Records that nobody needs when the run is finished. */
  readonly uselessRecordIds: readonly string[];
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
  /** Where the marks of the people are who are in HubSpot, by part. */
  readonly marks: readonly MarkPart[];
  /** By session key: what was last written. */
  readonly marketingEvents: Readonly<Record<string, { readonly hash: string; readonly isCompleted: boolean }>>;
  /** Records of the newest run that it removed when it had ended, unless it was killed just then. */
  readonly uselessRecordIds: readonly string[];
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
  marks: [],
  marketingEvents: {},
  uselessRecordIds: [],
  lastReport: null,
  lastFailure: null,
};

const markPart = z.looseObject({ runNumber: z.number(), recordCount: z.number() });
const stateShape = z.looseObject({
  v: z.literal(1),
  runNumber: z.number(),
  leaseNumber: z.number(),
  leases: z.array(z.tuple([z.string(), z.number()])),
  run: z.nullable(
    z.looseObject({
      startedAt: z.number(),
      readAt: z.number(),
      phase: z.enum(['reading', 'sorting', 'writing']),
      webinar: z.looseObject({ webinarId: z.string() }),
      instances: z.array(z.looseObject({ uuid: z.string() })),
      lists: z.array(z.looseObject({ passNumber: z.number(), isDone: z.boolean() })),
      partitionCount: z.nullable(z.number()),
      rowRecordCounts: z.array(z.number()),
      sessions: z.array(z.looseObject({ key: z.string() })),
      position: z.looseObject({ partition: z.number(), index: z.number() }),
      newMarks: z.array(markPart),
      people: z.looseObject({ eligible: z.number() }),
      tally: z.looseObject({ zoomCalls: z.number() }),
      uselessRecordIds: z.array(z.string()),
    }),
  ),
  marks: z.array(markPart),
  marketingEvents: z.record(z.string(), z.looseObject({ hash: z.string(), isCompleted: z.boolean() })),
  uselessRecordIds: z.array(z.string()),
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
  rows(runNumber: number, partition: number, index: number): string;
  outcomes(runNumber: number, partition: number, index: number): string;
  marks(runNumber: number, partition: number, index: number): string;
  audit(runNumber: number): string;
}

export function recordKeysOf(accountId: string, webinarId: string): RecordKeys {
  const webinar = `${accountId}:${webinarId}`;
  return {
    state: `webinar:${webinar}`,
    lease: (number) => `lease:${webinar}:${number}`,
    rows: (...numbers) => `rows:${webinar}:${numbers.join(':')}`,
    outcomes: (...numbers) => `outcomes:${webinar}:${numbers.join(':')}`,
    marks: (...numbers) => `people:${webinar}:${numbers.join(':')}`,
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
