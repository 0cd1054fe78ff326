import { isActive, reduceSync, type SyncAction, type SyncState } from './sync-state.ts';

/** One sync that was asked for on this page, and how far it has come. */
export interface SyncJob<Subject> {
  /** There is at most one job of a key. */
  readonly key: string;
  readonly subject: Subject;
  readonly state: SyncState;
}

export type JobsAction<Subject> =
  | { readonly kind: 'asked'; readonly key: string; readonly subject: Subject }
  | { readonly kind: 'happened'; readonly key: string; readonly action: SyncAction }
  | { readonly kind: 'dismissed'; readonly key: string };

/** The newest job comes last. */
export function reduceJobs<Subject>(
  jobs: readonly SyncJob<Subject>[],
  action: JobsAction<Subject>,
): readonly SyncJob<Subject>[] {
  switch (action.kind) {
    case 'asked': {
      const others = jobs.filter(({ key }) => key !== action.key);
      return [...others, { key: action.key, subject: action.subject, state: { kind: 'queued' } }];
    }
    case 'happened':
      return jobs.map((job) =>
        job.key === action.key ? { ...job, state: reduceSync(job.state, action.action) } : job,
      );
    case 'dismissed':
      return jobs.filter(({ key, state }) => key !== action.key || isActive(state));
  }
}
