/** A request that a stand-in sends, as the bytes go out. */
export interface OutgoingRequest {
  readonly method: 'POST';
  /** The address as the vendor knows it; signatures are made over it. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came back. Names of headers are in lower case. */
export interface OutgoingAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** How long the receiver took, on whatever clock it runs; absent: no time at all. */
  readonly durationMs?: number;
}

/** The network broke before an answer was there. Whatever else is thrown on the way is a mistake, and nobody hides it. */
export class NoConnection extends Error {
  override name = 'NoConnection';
}

/** Carries a request to its receiver; throws {@link NoConnection}. Tests hand the request straight to the code. */
export type Deliver = (request: OutgoingRequest) => Promise<OutgoingAnswer>;

export type DeliveryResult =
  { readonly kind: 'answered'; readonly answer: OutgoingAnswer } | { readonly kind: 'timeout' | 'broken' };

/** Sends once; an answer that took too long counts as none, although the receiver did its work. */
export async function send(deliver: Deliver, request: OutgoingRequest, timeoutMs: number): Promise<DeliveryResult> {
  try {
    const answer = await deliver(request);
    return (answer.durationMs ?? 0) > timeoutMs ? { kind: 'timeout' } : { kind: 'answered', answer };
  } catch (error) {
    if (error instanceof NoConnection) return { kind: 'broken' };
    if (error instanceof DOMException && error.name === 'TimeoutError') return { kind: 'timeout' };
    throw error;
  }
}

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Sends over HTTP, to this machine only.
 * @param options.origin - where requests go in place of the origin of their address, for example `http://127.0.0.1:5001`
 */
export function deliverToLoopback(options: { readonly timeoutMs: number; readonly origin?: string }): Deliver {
  return async ({ method, url, headers, body }) => {
    const target = new URL(url);
    const address =
      options.origin === undefined ? target : new URL(`${target.pathname}${target.search}`, options.origin);
    if (!loopbackHosts.has(address.hostname)) throw new Error(`${address.hostname} is not this machine`);
    try {
      const response = await fetch(address, {
        method,
        headers: { ...headers, 'x-forwarded-host': target.host, 'x-forwarded-proto': target.protocol.slice(0, -1) },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(options.timeoutMs),
      });
      return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
    } catch (cause) {
      // What fetch calls a TypeError is a network that broke.
      throw cause instanceof TypeError ? new NoConnection(cause.message, { cause }) : cause;
    }
  };
}

/** Does every piece of work, at most so many at a time, begun in order. */
export async function inParallel<Item>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
}
