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
 * @returns `created`: the names of definitions that were created or completed
 */
export async function ensureEventDefinitions(
  api: HubSpotApi,
  { isFirstTime }: { readonly isFirstTime: boolean },
): Promise<{ readonly eventNames: EventNames; readonly created: readonly string[] }> {
  const created: string[] = [];
  let stored = isFirstTime ? null : await readEventDefinitions(api, wantedNames);

  async function ensure(definition: EventDefinition): Promise<string> {
    const known = stored?.get(definition.name);
    if (known !== undefined) return complete(definition, known);
    try {
      const fullyQualifiedName = await createEventDefinition(api, definition);
      created.push(definition.name);
      return fullyQualifiedName;
    } catch (error) {
      if (!isFailureOfKind(error, 'conflict')) throw error;
      stored = await readEventDefinitions(api, wantedNames);
      const other = stored.get(definition.name);
      if (other === undefined) throw error;
      return complete(definition, other);
    }
  }

  async function complete(
    { name, properties }: EventDefinition,
    { fullyQualifiedName, propertyNames }: StoredEventDefinition,
  ): Promise<string> {
    const missing = properties.filter((property) => propertyNames?.has(property.name) === false);
    for (const property of missing) await addEventProperty(api, fullyQualifiedName, property);
    if (missing.length > 0) created.push(name);
    return fullyQualifiedName;
  }

  const registration = await ensure(eventDefinitions.registration);
  const attendance = await ensure(eventDefinitions.attendance);
  const recording = await ensure(eventDefinitions.recording);
  return { eventNames: { registration, attendance, recording }, created };
}
