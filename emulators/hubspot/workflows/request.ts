import type { OutgoingRequest } from '../../core/delivery.ts';
import type { CrmRecord, HubSpotWorld } from '../entities.ts';
import { contactTypeId } from '../object-types.ts';
import type { Action } from './action.ts';
import type { Enrolment, Workflow } from './office.ts';
import { signatureHeaders } from './signature.ts';

const actionVersion = 1;

export const originOf = (world: HubSpotWorld, { definitionId }: Action): object => ({
  portalId: world.account.portalId,
  actionDefinitionId: definitionId,
  actionDefinitionVersion: actionVersion,
});

/** A request of HubSpot's to the app, signed over the address as it is called. */
export function signedRequest(world: HubSpotWorld, url: string, content: object): OutgoingRequest {
  const { clientSecret, signature } = world.workflows.settings;
  const request = { method: 'POST', url, body: JSON.stringify(content) } as const;
  const proof = signatureHeaders(signature, clientSecret, request, world.clock.now());
  return { ...request, headers: { 'content-type': 'application/json', accept: 'application/json', ...proof } };
}

/** The values of the inputs for one record, all of them texts. A property without a value gives no input. */
export function inputsFor({ inputs }: Workflow, record: CrmRecord): Readonly<Record<string, string>> {
  const values = [...inputs].map(([name, input]): [string, string] => [
    name,
    input.kind === 'static' ? input.value : (record.properties[input.name] ?? ''),
  ]);
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}

/** Asks the app to do its work for one record. */
export function executionRequest(world: HubSpotWorld, enrolment: Enrolment, record: CrmRecord): OutgoingRequest {
  const { workflow, callbackId } = enrolment;
  const { config } = workflow.action;
  const properties = config.objectRequestOptions.properties.map((name): [string, string | null] => {
    const value = record.properties[name] ?? '';
    return [name, value === '' ? null : value];
  });
  const showsEmpty = world.workflows.settings.emptyProperties === 'null';
  return signedRequest(world, config.actionUrl, {
    callbackId,
    origin: originOf(world, workflow.action),
    context: { source: 'WORKFLOWS', workflowId: workflow.id },
    object: {
      objectId: Number(record.id),
      objectType: workflow.objectTypeId === contactTypeId ? 'CONTACT' : workflow.objectTypeId,
      properties: Object.fromEntries(properties.filter(([, value]) => showsEmpty || value !== null)),
    },
    inputFields: enrolment.inputs,
  });
}
