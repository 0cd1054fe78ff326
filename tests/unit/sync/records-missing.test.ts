import { expect, it } from 'vitest';
import { recordsMissing } from '../../../src/app/app.functions/sync/records-missing.ts';

it('records that HubSpot does not find are a failure of HubSpot’s that passes', () => {
  expect(recordsMissing().failure).toEqual({
    kind: 'unavailable',
    system: 'hubspot',
    operation: 'read state records',
    reason: { cause: 'vendor-unavailable' },
    httpStatus: null,
    vendorCode: null,
    correlationId: null,
    retryAfterSeconds: null,
  });
});
