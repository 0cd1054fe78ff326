import * as z from 'zod/mini';
import type { CallFailure } from '../../extensions/contract/failure.ts';
import type { RecordingDecision, SyncDecision } from '../../extensions/contract/settings.ts';
import type {
  ParticipationCounts,
  PersonPreview,
  RunChanges,
  SettingsInForce,
  SyncReport,
  SyncTrigger,
  WriteCounts,
} from '../../extensions/contract/sync.ts';
import { formatActivity } from '../audit/activity.ts';
import type { Instant } from '../domain/instant.ts';
import type { Panelist, Webinar } from '../domain/webinar.ts';
import type { HeldSession } from './held-sessions.ts';
import { formatSealed, packText, readSealedOrOlder } from './payload.ts';
import type { PeopleTally } from './people-tally.ts';
import type { StateRecord } from './ports.ts';
import type { RecordingStates } from './recordings/recording-state.ts';
import type { RecordingsResult } from './recordings/recordings-input.ts';
import type { RecordingsProgress } from './recordings/recordings-progress.ts';
import type { SessionNames } from './session-names.ts';
import type { SourceHead, SourceInstance } from './source.ts';
import type { SourceList } from './source-rows.ts';
import type { WritePeriod } from './write-periods.ts';

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
export interface Tally extends Omit<WriteCounts, 'audit'>, RunChanges {
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
  contactsCreated: 0,
  contactsUpdated: 0,
  registrations: 0,
  attendances: 0,
  cancellations: 0,
  recordings: 0,
  transcripts: 0,
};

/** Where the marks of one part of the people are. */
export interface MarkPart {
  /** Of the run that wrote them. */
  readonly runNumber: number;
  readonly recordCount: number;
}

/** Where the list of the people of one part is who are not in HubSpot. */
export interface SkippedPart {
  readonly recordCount: number;
  /** Of the list's text: a list that is the same is not written again. */
  readonly hash: string;
}

/** A run between two of its steps. */
export interface RunCheckpoint extends SourceHead {
  readonly startedAt: Instant;
  readonly trigger: SyncTrigger;
  readonly settings: SettingsInForce;
  /** Off only in a dry run, which looks past the switches. */
  readonly decision: SyncDecision;
  readonly recordingDecision: RecordingDecision;
  readonly hostName: string;
  /** The one person that the run is about; null for everybody. */
  readonly onlyKeyHash: string | null;
  /** Contacts are read although nothing has changed: what others have overwritten is written again. Absent: no. */
  readonly looksAgain?: boolean;
  /** The moment that the readiness of Zoom's reports is judged by. */
  readonly readAt: Instant;
  /** Reading lists, putting the rows in their places, or writing people. */
  readonly phase: 'reading' | 'sorting' | 'writing';
  readonly lists: readonly ListCursor[];
  /** Of the parts that the people are worked on in; null until rows are saved or sorted for the first time. */
  readonly partitionCount: number | null;
  /** Records with rows, by part. */
  readonly rowRecordCounts: readonly number[];
  /** Of all payloads of these records; absent in a run that an earlier version began. */
  readonly rowCharacterCount?: number;
  /** Keys of records with rows that were saved when their part was done already: nobody has their ids yet. */
  readonly lateRowKeys?: readonly string[];
  readonly sessionNames: SessionNames;
  /** Empty until the rows are sorted. */
  readonly sessions: readonly HeldSession[];
  /** Sources whose lists never held still. */
  readonly unstable: readonly SourceList['kind'][];
  /** Starts of instances of which Zoom has tracked nobody. */
  readonly untracked: readonly Instant[];
  /** The next item to write. */
  readonly position: { readonly partition: number; readonly index: number };
  /** Records with the outcomes of the items before `position` in its part. */
  readonly outcomeRecordCount: number;
  /** By part, for the parts before `position`. */
  readonly newMarks: readonly MarkPart[];
  /** The same for the lists of people who are not in HubSpot. */
  readonly newSkipped: readonly SkippedPart[];
  /** People of the parts before `position`. */
  readonly people: PeopleTally;
  readonly attendanceProblems: readonly string[];
  /** By session key: what HubSpot said of a marketing event that it refused. */
  readonly refusedEvents: Readonly<Record<string, string>>;
  /** What HubSpot said of timeline events that it refused. */
  readonly refusedTimeline: string | null;
  /** Of a dry run, and of a run about one person. */
  readonly previews: readonly PersonPreview[];
  /** Null until everybody is written. */
  readonly recordings: {
    readonly progress: RecordingsProgress;
    readonly outcome: Pick<RecordingsResult, 'reports' | 'warnings' | 'isWaiting' | 'isComplete'>;
  } | null;
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
  /** The same for the people who are not. */
  readonly skippedParts: readonly SkippedPart[];
  /** By session key: what was last written; the hash is empty for one that was cancelled. */
  readonly marketingEvents: Readonly<Record<string, { readonly hash: string; readonly isCompleted: boolean }>>;
  /** By instance uuid. */
  readonly recordings: RecordingStates;
  /** When steps of the last days wrote contacts, but for those of sweeps. */
  readonly contactWrites: readonly WritePeriod[];
  /** Somebody was written since the recordings were last gone through to their end. */
  readonly isAudienceDue: boolean;
  /** The webinar and its instances as Zoom described them last; null before the first sync. */
  readonly source: {
    readonly webinar: Webinar;
    readonly instances: readonly SourceInstance[];
    readonly panelists: readonly Panelist[];
  } | null;
  readonly host: { readonly hostId: string; readonly hostName: string; readonly createdAt: Instant | null } | null;
  /** Of sessions whose attendance was final. */
  readonly sessionNames: SessionNames;
  readonly isZoomEvent: boolean;
  /** What the syncs of the last weeks did, as `formatActivity` writes it; empty when a version without it synced last. */
  readonly activity: string;
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
  skippedParts: [],
  marketingEvents: {},
  recordings: {},
  isAudienceDue: false,
  contactWrites: [],
  source: null,
  host: null,
  sessionNames: {},
  isZoomEvent: false,
  activity: formatActivity([]),
  uselessRecordIds: [],
  lastReport: null,
  lastFailure: null,
};

const markPart = z.looseObject({ runNumber: z.number(), recordCount: z.number() });
/** What the first version did not know. */
const laterFields = z.looseObject({
  skippedParts: z._default(z.array(z.looseObject({ recordCount: z.number(), hash: z.string() })), []),
  recordings: z._default(z.record(z.string(), z.looseObject({})), {}),
  source: z._default(z.nullable(z.looseObject({ webinar: z.looseObject({ webinarId: z.string() }) })), null),
  host: z._default(z.nullable(z.looseObject({ hostId: z.string() })), null),
  isAudienceDue: z._default(z.boolean(), false),
  contactWrites: z._default(z.array(z.looseObject({ from: z.number(), to: z.number() })), []),
  sessionNames: z._default(z.record(z.string(), z.string()), {}),
  isZoomEvent: z._default(z.boolean(), false),
  activity: z._default(z.string(), ''),
});
const stateShape = z.looseObject({
  v: z.literal(1),
  runNumber: z.number(),
  leaseNumber: z.number(),
  leases: z.array(z.tuple([z.string(), z.number()])),
  // A run that this version cannot go on with is as good as none.
  run: z.catch(
    z.nullable(
      z.looseObject({
        startedAt: z.number(),
        readAt: z.number(),
        settings: z.looseObject({ version: z.number() }),
        newSkipped: z.array(z.looseObject({ hash: z.string() })),
        phase: z.enum(['reading', 'sorting', 'writing']),
        webinar: z.looseObject({ webinarId: z.string() }),
        instances: z.array(z.looseObject({ uuid: z.string() })),
        sessionNames: z.record(z.string(), z.string()),
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
    null,
  ),
  marks: z.array(markPart),
  marketingEvents: z.record(z.string(), z.looseObject({ hash: z.string(), isCompleted: z.boolean() })),
  uselessRecordIds: z.array(z.string()),
});

/** @returns null for a state that is not ours or not whole; the webinar is then synced as if for the first time */
export function parseWebinarState(payload: string): WebinarState | null {
  const read = readSealedOrOlder(payload);
  const state = z.safeParse(stateShape, read);
  const later = z.safeParse(laterFields, read);
  return state.success && later.success ? ({ ...later.data, ...state.data } as unknown as WebinarState) : null;
}

/** Keys of the records of one webinar. */
export interface RecordKeys {
  readonly webinarId: string;
  readonly state: string;
  lease(number: number): string;
  rows(runNumber: number, partition: number, index: number): string;
  outcomes(runNumber: number, partition: number, index: number): string;
  marks(runNumber: number, partition: number, index: number): string;
  /** A new list takes the place of the one before. */
  skipped(partition: number, index: number): string;
  /** The newest runs share so many keys: a new one takes the place of the oldest. */
  audit(runNumber: number): string;
}

/** How many runs of one webinar are kept in its audit log. */
export const auditedRunsKept = 20;

export function recordKeysOf(accountId: string, webinarId: string): RecordKeys {
  const webinar = `${accountId}:${webinarId}`;
  return {
    webinarId,
    state: `webinar:${webinar}`,
    lease: (number) => `lease:${webinar}:${number}`,
    rows: (...numbers) => `rows:${webinar}:${numbers.join(':')}`,
    outcomes: (...numbers) => `outcomes:${webinar}:${numbers.join(':')}`,
    marks: (...numbers) => `people:${webinar}:${numbers.join(':')}`,
    skipped: (...numbers) => `skipped:${webinar}:${numbers.join(':')}`,
    audit: (runNumber) => `audit:${webinar}:${runNumber % auditedRunsKept}`,
  };
}

export function toStateRecord(keys: RecordKeys, state: WebinarState, summary: string, now: Instant): StateRecord {
  return {
    key: keys.state,
    kind: 'webinar',
    payload: packText(formatSealed(state)),
    version: state.runNumber,
    status: state.lastFailure !== null ? 'failed' : state.run === null ? 'idle' : 'running',
    occurredAt: now,
    summary,
    activity: state.activity,
  };
}
