/** Reads an account through HubSpot's public API, as any private app could. */
export interface HubSpotReader {
  get(path: string, query?: Readonly<Record<string, string>>): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
}

/** HubSpot did not give what the page asked for. */
export class HubSpotReadError extends Error {
  override name = 'HubSpotReadError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** @throws HubSpotReadError from every method, with the status of HubSpot's answer */
export function createHubSpotReader(baseUrl: string, accessToken: string): HubSpotReader {
  async function send(path: string, request: RequestInit): Promise<unknown> {
    const response = await fetch(`${baseUrl}${path}`, {
      ...request,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    });
    if (response.ok) return response.json();
    await response.body?.cancel();
    throw new HubSpotReadError(
      response.status,
      `HubSpot answers ${response.status} to ${request.method ?? 'GET'} ${path}`,
    );
  }
  return {
    get: (path, query = {}) => {
      const search = new URLSearchParams(query).toString();
      return send(search === '' ? path : `${path}?${search}`, { method: 'GET' });
    },
    post: (path, body) => send(path, { method: 'POST', body: JSON.stringify(body) }),
  };
}
