import { expect, onTestFinished } from 'vitest';
import type { Emulator } from '../../emulators/core/server.ts';
import { startZoomEmulator, type ZoomSeed, type ZoomWorld } from '../../emulators/zoom/index.ts';
import { judge, type Exchange } from './zoom-emulator-spec.ts';

/** The moment at which the frozen clock of the tests stands. */
export const noon = Date.parse('2026-11-20T12:00:00Z');
export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Where the clock moves by days, and the life of tokens is not the question. */
export const longLivedTokens = { tokenLifeSeconds: 100 * 24 * 3_600 };

export const at = (offsetMs: number): string => `${new Date(noon + offsetMs).toISOString().slice(0, 19)}Z`;

export type AccountInput = NonNullable<ZoomSeed['accounts']>[number];
export type WebinarInput = NonNullable<AccountInput['webinars']>[number];
export type SwitchesInput = NonNullable<ZoomSeed['switches']>;

export const hostEmail = 'host@brand.example';
export const webinarId = 97_871_060_099;

export const anAccount = (changes: Partial<AccountInput> = {}): AccountInput => ({
  account_id: 'account-1',
  client_id: 'client-1',
  client_secret: 'secret-1',
  plan: 'unlimited',
  users: [{ id: 'host-1', email: hostEmail, first_name: 'Hanna', last_name: 'Host' }],
  ...changes,
});

/** A webinar of tomorrow with automatic approval. */
export const aWebinar = (changes: Partial<WebinarInput> = {}): WebinarInput => ({
  id: webinarId,
  host_email: hostEmail,
  topic: 'Growing tomatoes',
  start_time: at(dayMs),
  duration: 60,
  settings: { approval_type: 0 },
  ...changes,
});

/** A webinar that ran from eleven to half past yesterday. */
export const aPastWebinar = (changes: Partial<WebinarInput> = {}): WebinarInput =>
  aWebinar({
    start_time: at(-dayMs),
    instances: [{ uuid: 'gm8s9L+PTEC+FG3sFbd1Cw==', start_time: at(-dayMs), end_time: at(-dayMs + 30 * minuteMs) }],
    ...changes,
  });

export const people = (count: number): { email: string; first_name: string }[] =>
  Array.from({ length: count }, (_, index) => ({
    email: `person${index + 1}@guest.example`,
    first_name: `P${index + 1}`,
  }));

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

type Query = Readonly<Record<string, string | number>>;

/** A stand-in under test. Every exchange of the API is also judged by the vendor's specification, if that is there. */
export interface ZoomUnderTest {
  readonly emulator: Emulator<ZoomWorld>;
  get<Body = Record<string, unknown>>(path: string, query?: Query): Promise<Answer<Body>>;
  post(path: string, body: unknown, query?: Query): Promise<Answer>;
  put(path: string, body: unknown, query?: Query): Promise<Answer>;
  delete(path: string, query?: Query): Promise<Answer>;
  control(lever: string, body: unknown): Promise<Answer>;
  /** The same stand-in, seen with the credentials of another account. */
  as(accountId: string, clientId: string, clientSecret: string): Promise<ZoomUnderTest>;
}

export async function startZoom(seed: ZoomSeed): Promise<Emulator<ZoomWorld>> {
  const emulator = await startZoomEmulator({ seed, startAt: noon, frozen: true });
  onTestFinished(() => emulator.close());
  return emulator;
}

/** Starts a stand-in with one account and signs in. */
export async function connectZoom(
  account: Partial<AccountInput> = {},
  switches: SwitchesInput = {},
  otherAccounts: readonly AccountInput[] = [],
): Promise<ZoomUnderTest> {
  const emulator = await startZoom({ accounts: [anAccount(account), ...otherAccounts], switches });
  return signIn(emulator, 'account-1', 'client-1', 'secret-1');
}

export async function signIn(
  emulator: Emulator<ZoomWorld>,
  accountId: string,
  clientId: string,
  clientSecret: string,
): Promise<ZoomUnderTest> {
  const { body } = await requestToken(emulator, { accountId, clientId, clientSecret });
  const send = clientWith(emulator, String(body['access_token']));
  return {
    emulator,
    get: <Body>(path: string, query: Query = {}) => send('GET', path, query) as Promise<Answer<Body>>,
    post: (path, body_, query = {}) => send('POST', path, query, body_),
    put: (path, body_, query = {}) => send('PUT', path, query, body_),
    delete: (path, query = {}) => send('DELETE', path, query),
    control: (lever, body_) => control(emulator, lever, body_),
    as: (...credentials) => signIn(emulator, ...credentials),
  };
}

export interface Credentials {
  readonly accountId?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
}

export async function requestToken(
  emulator: Emulator<ZoomWorld>,
  { accountId = 'account-1', clientId = 'client-1', clientSecret = 'secret-1' }: Credentials = {},
): Promise<Answer> {
  const response = await fetch(`${emulator.url}/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'account_credentials', account_id: accountId }).toString(),
  });
  return toAnswer(response);
}

/** One call of the API with a given token, and no other credential. */
export const clientWith =
  (emulator: Emulator<ZoomWorld>, token: string) =>
  async (method: string, path: string, query: Query = {}, requestBody?: unknown): Promise<Answer> => {
    const parameters = new URLSearchParams(
      Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
    );
    const search = parameters.size === 0 ? '' : `?${parameters.toString()}`;
    const response = await fetch(`${emulator.url}/v2${path}${search}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(requestBody === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(requestBody === undefined ? {} : { body: JSON.stringify(requestBody) }),
    });
    const answer = await toAnswer(response);
    expectSpecApproval({
      method,
      path,
      query: parameters,
      requestBody,
      status: answer.status,
      responseBody: answer.body,
    });
    return answer;
  };

const expectSpecApproval = (exchange: Exchange): void =>
  expect(judge(exchange), "the vendor's specification agrees").toEqual([]);

export async function control(emulator: Emulator<ZoomWorld>, lever: string, body: unknown): Promise<Answer> {
  const response = await fetch(`${emulator.url}/_control/${lever}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return toAnswer(response);
}

async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body:
      text === '' ? (undefined as unknown as Record<string, unknown>) : (JSON.parse(text) as Record<string, unknown>),
  };
}

/** Reads a list to its end and returns its rows. */
export async function readAll<Row = Record<string, unknown>>(
  zoom: ZoomUnderTest,
  path: string,
  listName: string,
  query: Query = {},
): Promise<Row[]> {
  const rows: Row[] = [];
  let token = '';
  do {
    const { body } = await zoom.get(path, token === '' ? query : { ...query, next_page_token: token });
    rows.push(...(body[listName] as Row[]));
    token = String(body['next_page_token']);
  } while (token !== '');
  return rows;
}

/** What a refusal looks like, in short. */
export const refusal = (status: number, code: number, message: string | RegExp) => ({
  status,
  body: { code, message: typeof message === 'string' ? message : (expect.stringMatching(message) as unknown) },
});
