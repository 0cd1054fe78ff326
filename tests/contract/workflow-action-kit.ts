import * as z from 'zod';
import type { EndpointAnswer } from '../../src/app/app.functions/access/request.ts';
import { endpointToken } from '../support/two-accounts.ts';
import type { AppProcess } from '../support/app-process.ts';
import { webinarId } from '../support/zoom-webinars.ts';

/** What a workflow gives an action; HubSpot sends texts. */
export type Inputs = Readonly<Record<string, string>>;

/** A call as HubSpot sends it for the contact with the ID 101. */
export interface ActionCall {
  readonly inputs?: Inputs;
  readonly callbackId?: string;
  readonly contactId?: number | string;
  readonly objectType?: string;
  readonly body?: unknown;
}

const toBody = ({
  inputs = { webinar_id: webinarId },
  callbackId = 'ap-1-2-3-0',
  contactId = 101,
  objectType = 'CONTACT',
}: ActionCall): object => ({
  callbackId,
  origin: { portalId: 1, actionDefinitionId: 2, actionDefinitionVersion: 1 },
  context: { source: 'WORKFLOWS', workflowId: 3 },
  // Whatever a workflow says of the contact itself may be old or made up.
  object: { objectId: contactId, objectType, properties: { email: 'made-up@acme.example.com' } },
  inputFields: inputs,
});

const outputs = z.object({ outputFields: z.record(z.string(), z.string()) });

export interface ActionResult {
  readonly status: number;
  readonly headers: EndpointAnswer['headers'];
  /** Those that say something; empty without an answer of 200. */
  readonly outputs: Readonly<Record<string, string>>;
}

export async function callAction(process: AppProcess, uid: string, call: ActionCall = {}): Promise<ActionResult> {
  const { statusCode, headers, body } = await process.request(uid, {
    method: 'POST',
    params: { t: [endpointToken] },
    headers: { 'content-type': 'application/json' },
    body: 'body' in call ? call.body : toBody(call),
  });
  const given = statusCode === 200 ? outputs.parse(JSON.parse(body)).outputFields : {};
  return {
    status: statusCode,
    headers,
    outputs: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
  };
}
