import type { SetupCheck } from '../../../extensions/contract/setup.ts';
import { isIntegrationError, type Failure } from '../../http/integration-error.ts';
import type { ProbedScope } from './hubspot-scope-probes.ts';
import { hubspotScopes } from './required-scopes.ts';
import { toFailedState, toSetupCheck } from './setup-check.ts';

/** What the checks of one HubSpot account found out about the app's own things. */
export type Definitions =
  | { readonly kind: 'ready'; readonly createdNames: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** HubSpot takes the token if it takes it for anything. */
export function toTokenCheck(probed: readonly ProbedScope[]): SetupCheck {
  const failures = probed.flatMap(({ failure }) => failure ?? []);
  const refusal = failures.find(({ kind }) => kind === 'unauthorised');
  if (refusal !== undefined) return toSetupCheck('hubspot-token', 'to-do', { failure: refusal });
  const isProven = probed.some(({ outcome }) => outcome !== 'unknown');
  const [failure] = failures;
  return isProven || failure === undefined
    ? toSetupCheck('hubspot-token', 'ok')
    : toSetupCheck('hubspot-token', 'unknown', { failure });
}

/**
 * Every missing scope at once: those whose probe was refused, and those that kept the app's own things from being made.
 * A scope that could not be tried leaves the check `unknown` only where no other is known to be missing.
 */
export function toScopeCheck(probed: readonly ProbedScope[], definitions: Definitions): SetupCheck {
  const refused = new Set<string>(probed.filter(({ outcome }) => outcome === 'missing').map(({ scope }) => scope));
  if (definitions.kind === 'failed' && definitions.failure.reason.cause === 'scopes-missing') {
    for (const scope of definitions.failure.reason.scopes) refused.add(scope);
  }
  const granted = new Set<string>(probed.filter(({ outcome }) => outcome === 'granted').map(({ scope }) => scope));
  // A refusal names every scope that would do; those that the app has are not what is missing.
  const names = hubspotScopes.filter((scope) => refused.has(scope) && !granted.has(scope));
  const failure = probed.find(({ outcome }) => outcome === 'unknown')?.failure ?? null;
  if (names.length > 0) return toSetupCheck('hubspot-scopes', 'to-do', { names, failure });
  return toSetupCheck('hubspot-scopes', failure === null ? 'ok' : 'unknown', { failure });
}

export function toDefinitionsCheck(definitions: Definitions): SetupCheck {
  if (definitions.kind === 'failed') {
    const { failure } = definitions;
    return toSetupCheck('hubspot-definitions', toFailedState(failure), { failure });
  }
  const { createdNames: names } = definitions;
  return toSetupCheck('hubspot-definitions', names.length === 0 ? 'ok' : 'fixed', { names });
}

/** @param readIsSyncOn - from the settings in force */
export async function checkSyncSwitch(readIsSyncOn: () => Promise<boolean>): Promise<SetupCheck> {
  try {
    return toSetupCheck('sync-switch', (await readIsSyncOn()) ? 'ok' : 'to-do');
  } catch (error) {
    if (!isIntegrationError(error)) throw error;
    return toSetupCheck('sync-switch', 'unknown', { failure: error.failure });
  }
}
