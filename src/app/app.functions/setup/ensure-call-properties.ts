import { callKeyProperty, contactPropertyGroup } from '../hubspot/definitions.ts';
import type { HubSpotApi } from '../hubspot/hubspot-api.ts';
import { ensureProperty, ensurePropertyGroup, findProperty, type StoredProperty } from '../hubspot/properties.ts';
import { refuseAccount, refuseOtherTypes } from './refuse-other-types.ts';

const objectType = 'calls';
const { name } = callKeyProperty;

/**
 * Creates the property by which the app finds its call records: one call when it exists, three when it does not.
 *
 * @returns the names of what was created
 */
export async function ensureCallProperties(api: HubSpotApi): Promise<readonly string[]> {
  const known = await findProperty(api, objectType, name);
  if (known !== null) {
    refuseUnusable(known);
    return [];
  }
  await ensurePropertyGroup(api, objectType, contactPropertyGroup);
  const created = await ensureProperty(api, objectType, callKeyProperty, contactPropertyGroup.name);
  // Somebody else was faster, or HubSpot has brought an archived one back.
  const stored = created ?? (await findProperty(api, objectType, name));
  if (stored === null) refuseAccount(`the property ${name} of calls exists and cannot be read`);
  refuseUnusable(stored);
  return [name];
}

function refuseUnusable(stored: StoredProperty): void {
  refuseOtherTypes([callKeyProperty], [stored]);
  // Uniqueness can only be given at birth.
  if (stored.hasUniqueValue !== true) refuseAccount(`the property ${name} of calls is not unique`);
}
