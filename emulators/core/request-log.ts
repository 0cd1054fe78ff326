/** One request as a stand-in saw it. Bodies are kept for the tests' eyes; credentials are not. */
export interface LoggedRequest {
  readonly number: number;
  readonly at: string;
  readonly operation: string | null;
  readonly method: string;
  /** Path and query as sent, undecoded. */
  readonly target: string;
  readonly requestBody: string;
  /** Null when the connection was cut before an answer. */
  readonly status: number | null;
  readonly faults: readonly string[];
}

export interface RequestLog {
  add(request: Omit<LoggedRequest, 'number'>): void;
  list(): readonly LoggedRequest[];
  /** Calls by operation id; requests that match no operation count under 'unexpected'. */
  counts(): Readonly<Record<string, number>>;
  clear(): void;
}

const bodyCharactersKept = 4_000;
const requestsKept = 20_000;

export function createRequestLog(): RequestLog {
  let requests: LoggedRequest[] = [];
  let counts: Record<string, number> = {};
  let lastNumber = 0;
  return {
    add(request) {
      lastNumber += 1;
      const operation = request.operation ?? 'unexpected';
      counts[operation] = (counts[operation] ?? 0) + 1;
      requests.push({ number: lastNumber, ...request, requestBody: request.requestBody.slice(0, bodyCharactersKept) });
      if (requests.length > requestsKept) requests = requests.slice(-requestsKept / 2);
    },
    list: () => requests,
    counts: () => counts,
    clear() {
      requests = [];
      counts = {};
    },
  };
}
