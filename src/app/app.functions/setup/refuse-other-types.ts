import { IntegrationError, toFailure } from '../http/integration-error.ts';
import type { PropertyDefinition } from '../hubspot/definitions.ts';

/**
 * A property of the app's name, but of another type, was made by somebody else; writing to it would fail row by row.
 *
 * @throws IntegrationError kind `conflict`, naming the property
 */
export function refuseOtherTypes(
  definitions: readonly PropertyDefinition[],
  stored: readonly { readonly name: string; readonly type?: string | undefined }[],
): void {
  const storedTypes = new Map(stored.map(({ name, type }) => [name, type]));
  for (const { name, type } of definitions) {
    const storedType = storedTypes.get(name);
    if (storedType === undefined || storedType === type) continue;
    refuseAccount(`the property ${name} exists as ${storedType}, the app needs it as ${type}`);
  }
}

/** Something in the account stands in the way, and only a person can move it. */
export function refuseAccount(problem: string): never {
  throw new IntegrationError(
    toFailure({ system: 'hubspot', operation: 'set up the account' }, 'conflict', { cause: 'vendor-refused', problem }),
  );
}
