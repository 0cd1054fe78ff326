import type { SyncProgress, SyncWebinarAnswer } from '../contract/sync.ts';
import { callFunction } from '../shared/call-function.ts';
import { driveSteps, type StepsResult } from './drive-steps.ts';
import { pause } from '../shared/pause.ts';

export interface ContactSync {
  readonly contactId: number;
  readonly webinarId: string;
  readonly connection: string;
}

/** What a running sync of one webinar shows. */
export interface SyncStep {
  readonly progress: SyncProgress;
  /** What the last step asked to wait before the next one. */
  readonly waitSeconds: number;
}

/** Syncs one contact of one webinar, step by step. */
export const syncContact = (
  { contactId, webinarId, connection }: ContactSync,
  onProgress: (step: SyncStep) => void,
  signal: AbortSignal,
): Promise<StepsResult<SyncWebinarAnswer>> =>
  driveSteps<SyncWebinarAnswer>(
    {
      step: (last) =>
        callFunction('sync_person', {
          webinarId,
          connection,
          contactId,
          ...(last === null ? {} : { runId: last.runId }),
        }),
      pause,
      onProgress: ({ progress, retryAfterSeconds }) => onProgress({ progress, waitSeconds: retryAfterSeconds }),
    },
    signal,
  );
