import { SeedError } from '../../core/operation.ts';
import type { HubSpotWorld } from '../entities.ts';
import { contactTypeId, resolveObjectType, storeOf } from '../object-types.ts';
import { readAction, type Action, type InputField } from './action.ts';
import type { Enrolment, InputValue, Workflow } from './office.ts';

const firstDefinitionId = 10_646_377;
const firstWorkflowId = 192_814_114;
const firstExecutionNumber = 56_776_413_549;

/**
 * Publishes an action of the app; one that was there under its uid is replaced.
 * @param definition - the content of an `*-hsmeta.json`, variables filled in
 * @throws SeedError
 */
export function addAction({ workflows: office }: HubSpotWorld, definition: unknown): Action {
  const action = readAction(definition, firstDefinitionId + office.actions.size);
  const known = office.actions.get(action.uid);
  const kept = known === undefined ? action : { ...action, definitionId: known.definitionId };
  office.actions.set(kept.uid, kept);
  return kept;
}

export interface NewWorkflow {
  readonly action: string;
  /** By name of the input: a fixed text, or the property of the enrolled record that holds it. */
  readonly inputs?: Readonly<Record<string, string | { readonly property: string }>>;
  /** Contacts unless said otherwise: a type id or a name. */
  readonly objectType?: string;
  readonly locale?: string;
}

/** Makes a workflow of one action. @throws SeedError for values that the editor would not take */
export function addWorkflow(world: HubSpotWorld, wanted: NewWorkflow): Workflow {
  const { workflows: office } = world;
  const action = office.actions.get(wanted.action);
  if (action === undefined) throw new SeedError(`There is no workflow action ${wanted.action}.`);
  if (!action.config.isPublished) throw new SeedError(`The workflow action ${wanted.action} is not published.`);
  const objectType = resolveObjectType(world, wanted.objectType ?? contactTypeId);
  const { objectTypes } = action.config;
  if (objectType.id === contactTypeId && objectTypes.length > 0 && !objectTypes.includes('CONTACT')) {
    throw new SeedError(`The workflow action ${wanted.action} is not for contacts.`);
  }
  const workflow: Workflow = {
    id: firstWorkflowId + office.workflows.size,
    action,
    objectTypeId: objectType.id,
    inputs: readInputs(action, wanted.inputs ?? {}),
    locale: wanted.locale ?? 'en',
  };
  office.workflows.set(workflow.id, workflow);
  return workflow;
}

function readInputs(action: Action, given: NonNullable<NewWorkflow['inputs']>): ReadonlyMap<string, InputValue> {
  const fields = new Map(action.config.inputFields.map((field) => [field.typeDefinition.name, field]));
  const inputs = new Map<string, InputValue>();
  for (const [name, value] of Object.entries(given)) {
    const field = fields.get(name);
    if (field === undefined) throw new SeedError(`The workflow action ${action.uid} has no input ${name}.`);
    inputs.set(name, toInputValue(field, value));
  }
  for (const [name, { isRequired }] of fields) {
    const value = inputs.get(name);
    if (isRequired && (value === undefined || (value.kind === 'static' && value.value === ''))) {
      throw new SeedError(`The input ${name} of the workflow action ${action.uid} is required.`);
    }
  }
  return inputs;
}

function toInputValue(field: InputField, given: string | { readonly property: string }): InputValue {
  const value: InputValue =
    typeof given === 'string' ? { kind: 'static', value: given } : { kind: 'property', name: given.property };
  const { name, options } = field.typeDefinition;
  if (!field.supportedValueTypes.includes(value.kind === 'static' ? 'STATIC_VALUE' : 'OBJECT_PROPERTY')) {
    throw new SeedError(`The input ${name} does not take ${value.kind === 'static' ? 'fixed values' : 'properties'}.`);
  }
  if (value.kind === 'static' && options !== undefined && !options.some((option) => option.value === value.value)) {
    throw new SeedError(`The input ${name} has no option "${value.value}".`);
  }
  return value;
}

/** Sends records into a workflow, each once more than before. @throws SeedError for a record that is not there */
export function enrol(world: HubSpotWorld, workflowId: number, recordIds: readonly string[]): readonly Enrolment[] {
  const { workflows: office, clock } = world;
  const workflow = office.workflows.get(workflowId);
  if (workflow === undefined) throw new SeedError(`There is no workflow ${workflowId}.`);
  const store = storeOf(world, resolveObjectType(world, workflow.objectTypeId));
  const missing = recordIds.find((id) => !store.live.has(id));
  if (missing !== undefined) throw new SeedError(`There is no live record ${missing} to enrol.`);
  return recordIds.map((recordId) => {
    const number = firstExecutionNumber + office.enrolments.length;
    const enrolment: Enrolment = {
      workflow,
      recordId,
      callbackId: `ap-${world.account.portalId}-${number}-1-0`,
      enrolledAt: clock.now(),
      attempts: [],
      status: 'waiting',
      dueAt: clock.now(),
      finalState: null,
      finishedAt: null,
      inputs: {},
      outputs: {},
      sentence: null,
    };
    office.enrolments.push(enrolment);
    office.byCallbackId.set(enrolment.callbackId, enrolment);
    return enrolment;
  });
}
