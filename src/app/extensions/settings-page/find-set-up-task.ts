import type { FailureReason } from '../contract/failure.ts';
import type { OverviewAnswer } from '../contract/overview.ts';
import type { Load } from '../shared/load.ts';

/** Why the set-up has something to do. */
export type SetUpTask =
  /** The app was never set up in this account. */
  | 'first-visit'
  /** Credentials or permissions are missing, so nothing can be read or written. */
  | 'access';

const accessCauses: ReadonlySet<FailureReason['cause']> = new Set([
  'connections-missing',
  'connections-malformed',
  'zoom-credentials-refused',
  'zoom-permission-missing',
  'hubspot-token-missing',
  'hubspot-token-refused',
  'scopes-missing',
]);

/** @returns null while nothing is known, and when there is nothing to set up */
export function findSetUpTask(load: Load<OverviewAnswer>): SetUpTask | null {
  switch (load.kind) {
    case 'loading':
      return null;
    case 'failed': {
      const { problem } = load;
      return problem.kind === 'failure' && accessCauses.has(problem.failure.reason.cause) ? 'access' : null;
    }
    case 'loaded': {
      const { isSetUp, connections } = load.answer;
      if (!isSetUp) return 'first-visit';
      const needsAccess = connections.some(
        (connection) => connection.state === 'failing' && accessCauses.has(connection.failure.reason.cause),
      );
      return needsAccess || connections.length === 0 ? 'access' : null;
    }
  }
}
