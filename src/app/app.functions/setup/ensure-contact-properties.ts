import { contactProperties, contactPropertyGroup, type PropertyDefinition } from '../hubspot/definitions.ts';
import type { HubSpotApi } from '../hubspot/hubspot-api.ts';
import {
  createProperties,
  ensureProperty,
  ensurePropertyGroup,
  listProperties,
  type StoredProperty,
} from '../hubspot/properties.ts';
import { refuseOtherTypes } from './refuse-other-types.ts';

const objectType = 'contacts';

/**
 * Creates what is missing of the app's contact properties: one call when nothing is, three when something is.
 *
 * @returns the names of what was missing
 */
export async function ensureContactProperties(api: HubSpotApi): Promise<readonly string[]> {
  const missing = missingIn(await listProperties(api, objectType));
  if (missing.length === 0) return [];
  const names = missing.map(({ name }) => name);
  await ensurePropertyGroup(api, objectType, contactPropertyGroup);
  if ((await createProperties(api, objectType, missing, contactPropertyGroup.name)) === 'all-created') return names;

  // Somebody else was at it at the same moment, or one definition was refused: one by one, the reason shows.
  for (const definition of missingIn(await listProperties(api, objectType))) {
    await ensureProperty(api, objectType, definition, contactPropertyGroup.name);
  }
  return names;
}

function missingIn(stored: readonly StoredProperty[]): readonly PropertyDefinition[] {
  refuseOtherTypes(contactProperties, stored);
  const names = new Set(stored.map(({ name }) => name));
  return contactProperties.filter(({ name }) => !names.has(name));
}
