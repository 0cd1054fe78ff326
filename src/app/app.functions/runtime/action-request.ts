import * as z from 'zod/mini';
import type { EndpointRequest } from '../access/request.ts';
import { IntegrationError, toFailure } from '../http/integration-error.ts';
import { failWith, type ActionOutputs } from '../registration/action-outputs.ts';
import { chooseWebinar } from '../registration/webinar-choice.ts';
import { parseWebinarId } from './parameters.ts';
import type { Vendors, ZoomAccount } from './vendors.ts';

/** HubSpot sends texts; what a form would call empty is sometimes null. */
const input = z.optional(z.nullable(z.union([z.string().check(z.maxLength(2_000)), z.number()])));
const id = z.union([z.string().check(z.regex(/^\d{1,20}$/)), z.number().check(z.int(), z.positive())]);

/** @see https://developers.hubspot.com/docs/api-reference/automation-actions-v4-v4/guide (read 2026-11-20) */
const actionRequest = z.object({
  callbackId: z.string().check(z.minLength(1), z.maxLength(200)),
  object: z.object({ objectId: id, objectType: z.optional(z.nullable(z.string())) }),
  inputFields: z.object({
    webinar: input,
    webinar_id: input,
    webinar_id_property: input,
    occurrence: input,
    zoom_account: input,
  }),
});

/** One contact that has come to the action, and what the workflow wants for it. */
export interface ActionRequest {
  /** HubSpot repeats a call under the same id. */
  readonly callbackId: string;
  readonly contactId: string;
  readonly zoom: ZoomAccount;
  readonly webinarId: string;
  readonly occurrenceId: string | null;
}

const contactTypes: ReadonlySet<string> = new Set(['CONTACT', '0-1']);

/**
 * Reads a call of an action. What the workflow says of the contact besides its ID is not used: it may be old, or made up.
 *
 * @returns outputs where the request says nothing that could be done
 * @throws IntegrationError reason `webinar-id-invalid`, `connection-unknown`, or one of the connections
 */
export function readActionRequest(
  { body }: EndpointRequest,
  vendors: Vendors,
): { readonly kind: 'request'; readonly request: ActionRequest } | { readonly kind: 'ended'; outputs: ActionOutputs } {
  const parsed = z.safeParse(actionRequest, body);
  if (!parsed.success) return { kind: 'ended', outputs: failWith('INPUT_INVALID') };
  const { callbackId, object, inputFields } = parsed.data;
  if (!contactTypes.has(object.objectType ?? 'CONTACT')) return { kind: 'ended', outputs: failWith('INPUT_INVALID') };
  const text = (name: keyof typeof inputFields): string => String(inputFields[name] ?? '');
  const choice = chooseWebinar([text('webinar'), text('webinar_id'), text('webinar_id_property')]);
  if (choice === null) return { kind: 'ended', outputs: failWith('WEBINAR_MISSING') };
  const occurrenceId = text('occurrence').trim();
  return {
    kind: 'request',
    request: {
      callbackId,
      contactId: String(object.objectId),
      webinarId: parseWebinarId(choice.webinarId),
      // A webinar of the list belongs to its own account, whatever else was chosen.
      zoom: findZoomAccount(vendors, choice.accountId ?? text('zoom_account').trim()),
      occurrenceId: occurrenceId === '' ? null : occurrenceId,
    },
  };
}

/** @param given - account ID or name of a connection; empty: the primary one */
export function findZoomAccount(vendors: Vendors, given: string): ZoomAccount {
  if (given === '') return vendors.zoom(undefined);
  const connections = vendors.connections();
  const found = connections.find(({ accountId, name }) => accountId === given || name === given);
  if (found !== undefined) return vendors.zoom(found.name);
  const known = connections.map(({ name }) => name);
  throw new IntegrationError(
    toFailure({ system: 'app', operation: 'find the Zoom account' }, 'rejected', {
      cause: 'connection-unknown',
      name: given,
      known,
    }),
  );
}
