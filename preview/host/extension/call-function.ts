import type { ExtensionContext } from '../../protocol/extension-context.ts';
import type { ServerlessOptions } from '../../protocol/sandbox-protocol.ts';
import { noteCall } from './function-call-log.ts';

/**
 * Calls a function the way HubSpot's page does.
 *
 * @returns what the function returned
 * @throws Error with HubSpot's words when it gave no answer
 */
export async function callFunction(
  { extension, location, crm }: ExtensionContext,
  name: string,
  { parameters, propertiesToSend = [] }: ServerlessOptions,
): Promise<unknown> {
  const endCall = noteCall(name);
  try {
    const response = await fetch(`/api/crm-extensibility/execution/internal/v3/action/function/${extension.appId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        appId: extension.appId,
        serverlessFunction: name,
        location,
        parameters,
        ...(crm === undefined ? {} : { objectQuery: { ...crm, objectPropertyNames: propertiesToSend } }),
      }),
    });
    const text = await response.text();
    const body: unknown = JSON.parse(text);
    if (!response.ok) throw new Error(messageOf(body));
    const answer = typeof body === 'object' && body !== null && 'response' in body ? body.response : undefined;
    endCall({
      state: 'answered',
      answerBytes: new TextEncoder().encode(JSON.stringify(answer ?? null)).length,
      message: '',
    });
    return answer;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    endCall({ state: 'failed', answerBytes: null, message });
    throw error;
  }
}

function messageOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return 'The function gave no answer.';
  const [first] = 'errors' in body && Array.isArray(body.errors) ? (body.errors as readonly unknown[]) : [];
  if (typeof first === 'object' && first !== null && 'message' in first) return String(first.message);
  return 'message' in body ? String(body.message) : 'The function gave no answer.';
}
