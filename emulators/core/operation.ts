/** A request as an operation of a stand-in sees it. */
export interface EmulatorCall {
  readonly operationId: string;
  readonly method: string;
  /** Path as sent, undecoded, without query. */
  readonly rawPath: string;
  /** Path parameters, percent-decoded exactly once. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly rawBody: string;
  /**
   * The parsed JSON body, `undefined` when the body is empty.
   * @throws MalformedJson when it cannot be parsed; the server answers as the vendor would
   */
  json(): unknown;
}

/** What a stand-in answers. At most one of `json` and `text`. */
export interface EmulatorAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  readonly contentType?: string;
}

/** One vendor endpoint. `paths` are Hono patterns; several when the vendor serves one operation under several versions. */
export interface Operation<World> {
  /** Stable name used by fault scripts and the request log, for example `webinars.registrants.list`. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly paths: readonly string[];
  handle(world: World, call: EmulatorCall): EmulatorAnswer | Promise<EmulatorAnswer>;
}

export class MalformedJson extends Error {
  override name = 'MalformedJson';
}

/** A seed that a person wrote wrongly: the message says where and what is expected. */
export class SeedError extends Error {
  override name = 'SeedError';
}

export const json = (status: number, body: unknown, headers?: Record<string, string>): EmulatorAnswer =>
  headers === undefined ? { status, json: body } : { status, json: body, headers };

export const noContent: EmulatorAnswer = { status: 204 };
