import { IntegrationError, toFailure } from '../http/integration-error.ts';
import type { HubSpotRateClass } from './hubspot-limits.ts';

/** What our own layer has to know of a call besides its request. */
export interface CallFacts {
  /** In words, for reports. */
  readonly operation: string;
  readonly isIdempotent: boolean;
  readonly rateClass: HubSpotRateClass;
}

/** A mistake of ours. The problem goes into the cause, where logs find it; no page shows it. */
export function bug(operation: string, problem: string): IntegrationError {
  return new IntegrationError(toFailure({ system: 'app', operation }, 'bug', { cause: 'internal' }), {
    cause: new Error(problem),
  });
}

/** HubSpot refused something inside an answer that is not itself a refusal. */
export function refusal(facts: CallFacts, problem: string, vendorCode: string | null): IntegrationError {
  return new IntegrationError(
    toFailure({ system: 'hubspot', ...facts }, 'rejected', { cause: 'vendor-refused', problem }, { vendorCode }),
  );
}
