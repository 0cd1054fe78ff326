import { IntegrationError, toFailure } from '../http/integration-error.ts';

/** The next step looks again; a run that cannot find them for an hour begins anew. */
export const recordsMissing = (): IntegrationError =>
  new IntegrationError(
    toFailure({ system: 'hubspot', operation: 'read state records' }, 'unavailable', { cause: 'vendor-unavailable' }),
  );
