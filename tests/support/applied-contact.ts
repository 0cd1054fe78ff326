import type { PersonPlan } from '../../src/app/app.functions/sync/plan.ts';
import type { StoredContact } from '../../src/app/app.functions/sync/ports.ts';
import { aStoredContact } from './builders.ts';

/** The contact as HubSpot holds it when the plan has been written. */
export function appliedContact(
  contact: StoredContact | null,
  { properties }: Pick<PersonPlan, 'properties'>,
): StoredContact {
  const before = contact ?? aStoredContact();
  return { ...before, properties: { ...before.properties, ...properties } };
}
