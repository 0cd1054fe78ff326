import { onTestFinished } from 'vitest';
import type { Emulator } from '../../emulators/core/server.ts';
import { startHubSpotEmulator, type HubSpotSeed, type HubSpotWorld } from '../../emulators/hubspot/index.ts';

/** The parts of HubSpot's answers that the tests look at. */
export interface Body {
  readonly [field: string]: unknown;
  readonly id?: string;
  readonly status?: string;
  readonly message?: string;
  readonly category?: string;
  readonly subCategory?: string;
  readonly correlationId?: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly total?: number;
  readonly numErrors?: number;
  readonly results?: readonly Body[];
  readonly errors?: readonly Body[];
  readonly properties?: Readonly<Record<string, string | null>>;
  readonly paging?: { readonly next?: { readonly after: string; readonly link?: string } };
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export const defaultToken = 'pat-emulator-token';
export const portalId = 147_975_758;
export const startAt = Date.parse('2026-11-20T09:00:00Z');

export interface TestAccount {
  readonly emulator: Emulator<HubSpotWorld>;
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  get(path: string): Promise<Reply>;
  post(path: string, body: unknown): Promise<Reply>;
  patch(path: string, body: unknown): Promise<Reply>;
  put(path: string, body: unknown): Promise<Reply>;
  del(path: string): Promise<Reply>;
  /** Pulls a lever; throws when the stand-in refuses. */
  pull(lever: string, body: unknown): Promise<Body>;
  state(): Promise<Body>;
}

/** Starts a stand-in with a clock that stands still; it is closed when the test ends. */
export async function startAccount(seed: HubSpotSeed = {}): Promise<TestAccount> {
  const emulator = await startHubSpotEmulator({ startAt, frozen: true, randomSeed: 7, seed });
  onTestFinished(() => emulator.close());

  const send: TestAccount['send'] = async (method, path, body, headers = {}) => {
    const answer = await fetch(`${emulator.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${defaultToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === '' ? {} : (JSON.parse(text) as Body) };
  };
  return {
    emulator,
    send,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    patch: (path, body) => send('PATCH', path, body),
    put: (path, body) => send('PUT', path, body),
    del: (path) => send('DELETE', path),
    async pull(lever, body) {
      const { status, body: answer } = await send('POST', `/_control/${lever}`, body);
      if (status !== 200) throw new Error(`${lever}: ${String(answer.message)}`);
      return answer;
    },
    async state() {
      return (await send('GET', '/_control/state')).body;
    },
  };
}

/** The ids of an answer's results, sorted, because batches answer in any order. */
export const idsOf = (reply: Reply): readonly string[] =>
  (reply.body.results ?? []).map(({ id }) => id ?? '').sort((left, right) => Number(left) - Number(right));

/** The one result of an answer. */
export function onlyResult(reply: Reply): Body {
  const [result, ...more] = reply.body.results ?? [];
  if (result === undefined || more.length > 0) throw new Error(`not one result: ${JSON.stringify(reply.body)}`);
  return result;
}

export const contactsPath = '/crm/v3/objects/contacts';

/** Three contacts with round ids. */
export const threeContacts = [
  { id: '101', properties: { email: 'ann@acme.com', firstname: 'Ann', lastname: 'Ames' } },
  {
    id: '102',
    properties: { email: 'bob@acme.com', firstname: 'Bob', hs_additional_emails: 'robert@home.net;bobby@acme.com' },
  },
  { id: '103', properties: { email: 'cyd@acme.com' } },
] satisfies HubSpotSeed['contacts'];
