import { expect, it } from 'vitest';
import { IntegrationError, toFailure } from '../../../src/app/app.functions/http/integration-error.ts';
import { describeRefusal } from '../../../src/app/app.functions/sync/refusals.ts';

const call = { system: 'hubspot', operation: 'write' } as const;

it.each([
  [
    'in the vendor’s words',
    { cause: 'vendor-refused', problem: 'Property x is not there' },
    'CODE',
    'Property x is not there',
  ],
  ['by the vendor’s code, where there are none', { cause: 'vendor-unavailable' }, 'CODE', 'CODE'],
  ['by its cause, where there is no code', { cause: 'vendor-unavailable' }, null, 'vendor-unavailable'],
] as const)('a refusal is described %s', (_, reason, vendorCode, described) => {
  expect(describeRefusal(new IntegrationError(toFailure(call, 'rejected', reason, { vendorCode })))).toBe(described);
});
