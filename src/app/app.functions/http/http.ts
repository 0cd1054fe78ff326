import type { FailureSystem } from '../../extensions/contract/failure.ts';

/** One request to a vendor. */
export interface HttpRequest {
  readonly system: Exclude<FailureSystem, 'app'>;
  /** In words, for reports: `list webinar participants`. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** True when sending it twice has the effect of once; only then is it repeated after a lost answer. */
  readonly isIdempotent: boolean;
  /** The vendor's limit that this call counts against, a key of the vendor's limits table. */
  readonly rateClass: string;
  /** `json` unless said. A file may be anything, and a redirect to it is an answer: whoever asked for it follows. */
  readonly expects?: 'json' | 'file';
  /** Larger answers are refused. Absent: the transport's own limit. */
  readonly answerBytesMax?: number;
}

/** A complete answer, of whatever status. Header names are in lower case. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends a request, waiting for the rate gate and retrying what may be retried, within the deadline of the step.
 *
 * @returns the answer, status 200–299 only; a request for a file may also be answered by a redirect, which is not followed
 * @throws IntegrationError for everything else
 */
export type Send = (request: HttpRequest) => Promise<HttpAnswer>;

/** How many calls were sent, by vendor; retries count. */
export interface CallMeter {
  readonly zoomCallCount: () => number;
  readonly hubspotCallCount: () => number;
  /** From asking for a place in the rate gate to the answer; 0 before the first call has ended. */
  readonly meanCallMs: (system: HttpRequest['system']) => number;
}
