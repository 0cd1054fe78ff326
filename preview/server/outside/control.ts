/** The levers of a stand-in. */
export interface Control {
  readState(): Promise<unknown>;
  pull(lever: string, body: object): Promise<unknown>;
}

/** A stand-in refused, in its own words. */
export class ControlError extends Error {
  override name = 'ControlError';
}

/** @throws ControlError from every method */
export function createControl(name: string, url: string): Control {
  async function send(path: string, request: RequestInit): Promise<unknown> {
    let response: Response;
    try {
      response = await fetch(`${url}/_control/${path}`, request);
    } catch {
      throw new ControlError(`The stand-in of ${name} does not answer.`);
    }
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return answer;
    const hasMessage = typeof answer === 'object' && answer !== null && 'message' in answer;
    throw new ControlError(hasMessage ? String(answer.message) : `The stand-in of ${name} answers ${response.status}.`);
  }
  return {
    readState: () => send('state', { method: 'GET' }),
    pull: (lever, body) =>
      send(lever, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  };
}
