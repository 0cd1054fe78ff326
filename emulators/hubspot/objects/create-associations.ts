import * as z from 'zod';
import { associate } from '../associations.ts';
import type { AssociationDefinition, HubSpotWorld, ObjectType } from '../entities.ts';
import { problems } from '../errors.ts';

/** Ids may come as text or as numbers. */
export const idText = z.union([z.string(), z.int().transform(String)]);

/** What a new record is to be associated with. */
export const associationSpecsSchema = z
  .array(
    z.object({
      to: z.object({ id: idText }),
      types: z.array(z.object({ associationCategory: z.string(), associationTypeId: z.int() })),
    }),
  )
  .nullish();
type AssociationSpecs = z.infer<typeof associationSpecsSchema>;

export interface PlannedAssociation {
  readonly definition: AssociationDefinition;
  readonly toId: string;
}

/** @throws Problem 400 for an association type that does not begin at this object, or a record that is not there */
export function planAssociations(
  world: HubSpotWorld,
  type: ObjectType,
  specs: AssociationSpecs,
): readonly PlannedAssociation[] {
  return (specs ?? []).flatMap(({ to, types }) => {
    if (types.length === 0) throw problems.fieldsNotSet(['types']);
    return types.map(({ associationCategory, associationTypeId }) => {
      const definition = world.associationDefinitions.find(
        (candidate) =>
          candidate.fromTypeId === type.id &&
          candidate.typeId === associationTypeId &&
          candidate.category === associationCategory,
      );
      if (definition === undefined) {
        throw problems.validation(
          `The association type ${associationCategory} ${associationTypeId} does not begin at ${type.messageName}.`,
        );
      }
      if (world.stores.get(definition.toTypeId)?.live.has(to.id) !== true) {
        throw problems.validation(`No record ${to.id} of the type ${definition.toTypeId} to associate with.`);
      }
      return { definition, toId: to.id };
    });
  });
}

export function applyAssociations(world: HubSpotWorld, recordId: string, planned: readonly PlannedAssociation[]): void {
  for (const { definition, toId } of planned) associate(world, definition, recordId, toId);
}
