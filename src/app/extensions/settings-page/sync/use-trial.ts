import { useCallback } from 'react';
import { callFunction } from '../../shared/call-function.ts';
import type { SyncState } from './sync-state.ts';
import { useSyncJobs } from './use-sync-jobs.ts';
import { toParameters, type WebinarSubject } from './webinar-subject.ts';

const key = 'trial';
const ignore = () => undefined;

export interface Trial {
  /** Null before the first one. */
  readonly state: SyncState | null;
  /** Does nothing while one runs. */
  readonly start: (subject: Pick<WebinarSubject, 'webinarId' | 'connection'>) => void;
}

/** Goes through the sync of a webinar without writing anything. A trial run keeps nothing, so it always begins anew. */
export function useTrial(): Trial {
  const { jobs, start: startJob } = useSyncJobs<null>(ignore);
  const start = useCallback(
    (subject: Pick<WebinarSubject, 'webinarId' | 'connection'>) =>
      startJob({
        key,
        subject: null,
        step: (place) => callFunction('sync_webinar', { ...toParameters(subject), dryRun: true, ...place }),
      }),
    [startJob],
  );
  return { state: jobs[0]?.state ?? null, start };
}
