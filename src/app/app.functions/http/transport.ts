import type { HttpAnswer, HttpRequest } from './http.ts';

/**
 * Sends a request once and brings the answer, of whatever status.
 *
 * @param timeoutMs - for everything from the connection to the last byte
 * @throws IntegrationError kind `unavailable` when the request certainly was not sent, `timeout` when time ran out,
 *         `answer-lost` when it was or may have been sent and no complete answer arrived, `unexpected-shape` when the
 *         answer is too large, `bug` when the request cannot be sent at all
 */
export type Transport = (request: HttpRequest, timeoutMs: number) => Promise<HttpAnswer>;
