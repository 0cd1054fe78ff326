import { isFailureOfKind } from '../http/integration-error.ts';
import { eventDefinitions, type EventDefinition } from '../hubspot/definitions.ts';
import {
  addEventProperty,
  createEventDefinition,
  readEventDefinitions,
  type StoredEventDefinition,
} from '../hubspot/event-definitions.ts';
import type { HubSpotApi } from '../hubspot/hubspot-api.ts';
import type { EventNames } from './setup-record.ts';

const wantedNames = Object.values(eventDefinitions).map(({ name }) => name);

/**
 * Creates what is missing of the event definitions.
 *
 * @param options.isFirstTime - nothing is expected to exist, so nothing is looked up before a definition turns out to
 */
export async function ensureEventDefinitions(
  api: HubSpotApi,
  { isFirstTime }: { readonly isFirstTime: boolean },
): Promise<EventNames> {
  let stored = isFirstTime ? null : await readEventDefinitions(api, wantedNames);

  async function ensure(definition: EventDefinition): Promise<string> {
    const known = stored?.get(definition.name);
    if (known !== undefined) return complete(definition, known);
    try {
      return await createEventDefinition(api, definition);
    } catch (error) {
      if (!isFailureOfKind(error, 'conflict')) throw error;
      stored = await readEventDefinitions(api, wantedNames);
      const other = stored.get(definition.name);
      if (other === undefined) throw error;
      return complete(definition, other);
    }
  }

  async function complete(
    { properties }: EventDefinition,
    { fullyQualifiedName, propertyNames }: StoredEventDefinition,
  ): Promise<string> {
    for (const property of properties) {
      if (propertyNames?.has(property.name) === false) await addEventProperty(api, fullyQualifiedName, property);
    }
    return fullyQualifiedName;
  }

  const registration = await ensure(eventDefinitions.registration);
  const attendance = await ensure(eventDefinitions.attendance);
  return { registration, attendance };
}
