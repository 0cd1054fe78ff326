/** Which party a failure belongs to. */
export type FailureSystem = 'zoom' | 'hubspot' | 'app';

export type FailureKind =
  | 'unauthorised'
  | 'missing-scope'
  | 'not-found'
  | 'rejected'
  | 'conflict'
  | 'rate-limited'
  | 'quota-exhausted'
  | 'unavailable'
  | 'timeout'
  | 'answer-lost'
  | 'unexpected-shape'
  | 'deadline'
  | 'bug';

/** What exactly went wrong, as cause and values; the words are chosen where it is shown. */
export type FailureReason =
  | { readonly cause: 'parameter-unknown'; readonly name: string }
  | { readonly cause: 'parameter-invalid'; readonly name: string; readonly problem: string }
  | { readonly cause: 'webinar-id-invalid'; readonly given: string }
  | { readonly cause: 'webinar-not-found'; readonly webinarId: string }
  | { readonly cause: 'connections-missing' }
  | { readonly cause: 'connections-malformed'; readonly problem: string }
  | { readonly cause: 'connection-unknown'; readonly name: string; readonly known: readonly string[] }
  | { readonly cause: 'zoom-credentials-refused'; readonly connection: string; readonly vendorReason: string }
  | { readonly cause: 'zoom-permission-missing'; readonly vendorMessage: string }
  | { readonly cause: 'hubspot-token-missing' }
  | { readonly cause: 'hubspot-token-refused' }
  | { readonly cause: 'scopes-missing'; readonly scopes: readonly string[] }
  | { readonly cause: 'contact-not-found'; readonly contactId: string }
  | { readonly cause: 'contact-without-address'; readonly contactId: string }
  /** Zoom does not list anybody with this address, and nobody was synced with it before. */
  | { readonly cause: 'person-not-listed'; readonly webinarId: string }
  | { readonly cause: 'sweep-unknown'; readonly sweepId: string }
  | { readonly cause: 'settings-too-new' }
  | { readonly cause: 'run-unknown'; readonly runId: string }
  | { readonly cause: 'answer-malformed'; readonly problem: string }
  | { readonly cause: 'limit-reached'; readonly limit: 'second' | 'ten-seconds' | 'day' }
  | { readonly cause: 'vendor-refused'; readonly problem: string }
  | { readonly cause: 'vendor-unavailable' }
  | { readonly cause: 'out-of-time' }
  | { readonly cause: 'internal' };

/** A failure as it crosses to a page or a terminal: never a stack, a secret or an address. */
export interface CallFailure {
  readonly ok: false;
  readonly failure: {
    readonly kind: FailureKind;
    readonly system: FailureSystem;
    readonly operation: string;
    readonly reason: FailureReason;
    readonly httpStatus: number | null;
    readonly vendorCode: string | null;
    /** What to quote to support: the vendor's id of the call, or ours. */
    readonly correlationId: string | null;
    readonly retryAfterSeconds: number | null;
  };
}

export type CallAnswer<Success extends { readonly ok: true }> = Success | CallFailure;
