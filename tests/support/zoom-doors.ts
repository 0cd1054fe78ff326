import { createHmac } from 'node:crypto';
import type { EndpointAnswer } from '../../src/app/app.functions/access/request.ts';
import type { AppProcess } from './app-process.ts';
import { zoomAccountId } from './two-accounts.ts';

export const endpointToken = 'endpoint-token-of-the-tests-0123456789';
export const webhookSecret = 'webhook-secret-of-the-tests';

/** What opens the doors of the endpoint functions, for the environment of a process. */
export const doorEnvironment = (baseUrl?: string): Readonly<Record<string, string>> => ({
  ENDPOINT_ACCESS: JSON.stringify({ tokens: [endpointToken], ...(baseUrl === undefined ? {} : { baseUrl }) }),
  ZOOM_CONNECTIONS: JSON.stringify([
    {
      name: 'main',
      accountId: zoomAccountId,
      clientId: 'client-main',
      clientSecret: 'secret-main',
      webhookSecretToken: webhookSecret,
    },
  ]),
});

/** An event as Zoom words it. */
export interface SentEvent {
  readonly event: string;
  readonly payload: object;
}

export const anEvent = (event: string, object: object): SentEvent => ({
  event,
  payload: { account_id: zoomAccountId, object },
});

/** Sends an event as Zoom does, signed over the bytes. */
export function sendEvent(process: AppProcess, { event, payload }: SentEvent, nowMs: number): Promise<EndpointAnswer> {
  const body = JSON.stringify({ event, event_ts: nowMs, payload });
  const seconds = String(Math.floor(nowMs / 1_000));
  const signature = createHmac('sha256', webhookSecret).update(`v0:${seconds}:${body}`).digest('hex');
  return process.request('zoom_events', {
    method: 'POST',
    params: { t: [endpointToken] },
    headers: {
      'content-type': 'application/json',
      'x-zm-request-timestamp': seconds,
      'x-zm-signature': `v0=${signature}`,
    },
    body,
  });
}

/** What a workflow gets of the action "Run Zoom webinar sync". */
export interface SyncOutputs {
  readonly done: string;
  readonly webinarsSynced: string;
  readonly errorCode: string;
  readonly hs_execution_state: string;
}

/** Calls the action as a workflow does. */
export async function runAction(process: AppProcess): Promise<SyncOutputs> {
  const { statusCode, body } = await process.request('run_zoom_sync', {
    method: 'POST',
    params: { t: [endpointToken] },
    headers: { 'content-type': 'application/json' },
    body: { callbackId: 'ap-1-2-3-0', object: { objectId: 1, objectType: 'CUSTOM_OBJECT' }, inputFields: {} },
  });
  if (statusCode !== 200) throw new Error(`the action answered ${statusCode}`);
  return (JSON.parse(body) as { readonly outputFields: SyncOutputs }).outputFields;
}
