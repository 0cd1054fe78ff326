import type { RecordingReport, SyncWarning } from '../../../extensions/contract/sync.ts';
import type { RecordingDecision } from '../../../extensions/contract/settings.ts';
import type { Instant } from '../../domain/instant.ts';
import type { SessionStanding } from '../people-marks.ts';
import type { BehaviouralEventGateway } from '../ports.ts';
import type { CallGateway, RecordingSource } from '../recording-ports.ts';
import type { Ledger } from './ledger.ts';
import type { RecordingStates } from './recording-state.ts';
import type { RecordingChanges, RecordingsProgress } from './recordings-progress.ts';

/** Somebody of the webinar who is in HubSpot. */
export interface AudienceMember {
  readonly contactId: string;
  readonly address: string;
  readonly sessions: readonly SessionStanding[];
}

/** A held session whose recordings may be synced. */
export interface RecordedSession {
  readonly key: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly isFinal: boolean;
  readonly instances: readonly { readonly uuid: string; readonly startedAt: Instant }[];
  /** After this run. */
  readonly attendedCount: number;
}

export interface RecordingsInput {
  readonly source: RecordingSource;
  readonly calls: CallGateway;
  readonly events: BehaviouralEventGateway;
  readonly webinar: {
    readonly accountId: string;
    readonly webinarId: string;
    readonly topic: string;
    readonly hostName: string;
  };
  /** Oldest first. */
  readonly sessions: readonly RecordedSession[];
  readonly decision: RecordingDecision;
  isExcluded(address: string): boolean;
  /** Changes when the exclusions do. */
  readonly exclusionsHash: string;
  /**
   * Whether anybody was written since the recordings were last gone through to their end, so that the audience may
   * differ; the same in every step of a run.
   */
  readonly hasPeopleChanged: boolean;
  readonly partitionCount: number;
  /** Everybody of one part of the people who is in HubSpot. */
  loadAudience(partition: number): Promise<readonly AudienceMember[]>;
  /** What was last saved. Only the first step of a run looks at it. */
  readonly known: RecordingStates;
  /** From the step before of this run; null at the first. */
  readonly progress: RecordingsProgress | null;
  /** With gateways that write nothing. */
  readonly isDryRun: boolean;
  readonly now: Instant;
  shouldStop(): boolean;
}

export interface RecordingsResult {
  /** To be saved with every step: a transcript that is forgotten is posted a second time. */
  readonly states: RecordingStates;
  readonly progress: RecordingsProgress;
  /** False: save, and call again. */
  readonly isComplete: boolean;
  /** Oldest first; empty until complete. */
  readonly reports: readonly RecordingReport[];
  /** Oldest session first; empty until complete. */
  readonly warnings: readonly SyncWarning[];
  /** Of the whole run so far. */
  readonly changes: RecordingChanges;
  /** Something is still to come: look again later. */
  readonly isWaiting: boolean;
}

/** One instance whose recording matters in this run. */
export interface RecordedInstance {
  readonly uuid: string;
  readonly session: RecordedSession;
  /** Counted from 1 within the session. */
  readonly partNumber: number;
}

/** A step at work on a run's recordings. */
export interface RecordingsStep {
  readonly input: RecordingsInput;
  readonly ledger: Ledger;
  /** Of the sessions that are final and were attended; oldest first. */
  readonly instances: readonly RecordedInstance[];
  /** Transcripts of the recordings that this step has read; they are never written down. */
  readonly transcriptUrls: Map<string, string | null>;
  /** Remembers the part that was loaded last. */
  readonly loadAudience: RecordingsInput['loadAudience'];
}

/** Oldest first. */
export function listInstances(sessions: readonly RecordedSession[]): readonly RecordedInstance[] {
  return sessions
    .filter(({ isFinal, attendedCount }) => isFinal && attendedCount > 0)
    .flatMap((session) =>
      [...session.instances]
        .sort((a, b) => a.startedAt - b.startedAt || (a.uuid < b.uuid ? -1 : 1))
        .map(({ uuid }, index) => ({ uuid, session, partNumber: index + 1 })),
    );
}
