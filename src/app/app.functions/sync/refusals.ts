import type { IntegrationError } from '../http/integration-error.ts';

/** What a vendor said when it refused something, without addresses. */
export function describeRefusal({ failure }: IntegrationError): string {
  const { reason, vendorCode } = failure;
  if (reason.cause === 'vendor-refused') return reason.problem;
  return vendorCode ?? reason.cause;
}
