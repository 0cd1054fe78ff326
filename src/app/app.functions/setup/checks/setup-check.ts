import type { SetupCheck, SetupCheckName } from '../../../extensions/contract/setup.ts';
import type { Failure } from '../../http/integration-error.ts';

/** A line of the set-up; what is not given is absent. */
export function toSetupCheck(
  check: SetupCheckName,
  state: SetupCheck['state'],
  facts: Partial<Pick<SetupCheck, 'connection' | 'names' | 'failure'>> = {},
): SetupCheck {
  const { connection = null, names = [], failure = null } = facts;
  return { check, connection, state, names, failure };
}

/** Failures that say something about the moment, or about us, and nothing about what was to be checked. */
const inconclusive: ReadonlySet<Failure['kind']> = new Set([
  'rate-limited',
  'quota-exhausted',
  'unavailable',
  'timeout',
  'answer-lost',
  'unexpected-shape',
  'deadline',
  'bug',
]);

/** Whether a person can and must do something about the failure, or nobody knows how things stand. */
export const toFailedState = ({ kind }: Failure): 'to-do' | 'unknown' => (inconclusive.has(kind) ? 'unknown' : 'to-do');
