import type { Fault } from '../../emulators/core/faults.ts';
import type { Way } from './cell-record.ts';

export type System = 'zoom' | 'hubspot';
export type Effect = Fault['fault'];

/** How often the app may send one request when it is answered like this every time. */
export type Asking =
  /** Another try could not bring anything else. */
  | 'once'
  /** The vendor has not looked at it: it is always repeated. */
  | 'again'
  /** It may have had its effect: repeated only if twice is as good as once. */
  | 'again-if-harmless'
  /** The same, and waiting for it has taken most of the time. */
  | 'again-if-time';

/** One column of the matrix: what may happen to a call. */
export interface FaultColumn {
  readonly name: string;
  /** What a vendor, or the network before it, does; each in its own way. Null: that vendor never does. */
  readonly effect: (system: System) => Effect | null;
  /** What the app may give as the cause, if it lasts. */
  readonly causes: (system: System) => readonly string[];
  readonly asking: Asking;
  /** Whether one that happens only once is another thing than one that lasts. */
  readonly isTellingOnce?: boolean;
  /** How every step meets it in every run: what a step of its own could get wrong, and only the plainest of each kind. */
  readonly inEveryRun?: readonly Way[];
}

export const answer = (
  status: number,
  body: unknown,
  more: Partial<Extract<Effect, { kind: 'answer' }>> = {},
): Effect => ({ kind: 'answer', status, body, ...more });

export const limited = {
  code: 429,
  message: 'You have reached the maximum per-second rate limit.',
  policyName: 'SECONDLY',
};
const spent = {
  code: 429,
  message: 'You have reached the maximum daily rate limit for this API.',
  policyName: 'DAILY',
  category: 'RATE_LIMITS',
};
const daily = { 'x-ratelimit-type': 'Daily-limit' };
const broken = { code: 500, message: 'Internal error.', category: 'INTERNAL_ERROR' };
const scope = 'some.scope.of.the.vendor';

/** A refusal in the words of either vendor. */
const refusal = (status: number, zoomCode: number, category: string, more: object = {}): FaultColumn['effect'] => {
  const byVendor = {
    zoom: answer(status, { code: zoomCode, message: 'Not like this.' }),
    hubspot: answer(status, { status: 'error', category, message: 'Not like this.', ...more }),
  };
  return (system) => byVendor[system];
};

const scopesMissing: Readonly<Record<System, Effect>> = {
  zoom: answer(400, { code: 4711, message: `Invalid access token, does not contain scopes:[${scope}].` }),
  hubspot: answer(403, {
    status: 'error',
    category: 'MISSING_SCOPES',
    message: 'This app lacks scopes.',
    errors: [{ message: 'One of these is needed.', context: { requiredGranularScopes: [scope] } }],
  }),
};

const always =
  <Value>(value: Value) =>
  (): Value =>
    value;
const refused = always(['vendor-refused']);
const unavailable = always(['vendor-unavailable']);
const malformed = always(['answer-malformed']);
const limitReached = always(['limit-reached']);

/** Columns of what may happen to any call. */
export const commonFaults = [
  {
    name: 'a refusal',
    effect: refusal(400, 300, 'VALIDATION_ERROR'),
    causes: refused,
    asking: 'once',
    inEveryRun: ['lasting'],
    isTellingOnce: true,
  },
  {
    name: 'a refused token',
    effect: refusal(401, 124, 'INVALID_AUTHENTICATION'),
    causes: (system) => [system === 'zoom' ? 'zoom-credentials-refused' : 'hubspot-token-refused'],
    asking: 'once',
  },
  {
    name: 'a missing scope',
    effect: (system) => scopesMissing[system],
    causes: always(['scopes-missing']),
    asking: 'once',
  },
  {
    name: 'a missing permission',
    effect: refusal(403, 200, 'FORBIDDEN'),
    causes: (system) => [system === 'zoom' ? 'zoom-permission-missing' : 'vendor-refused'],
    asking: 'once',
  },
  {
    name: 'not found',
    effect: refusal(404, 404, 'OBJECT_NOT_FOUND'),
    causes: always(['vendor-refused', 'webinar-not-found']),
    asking: 'once',
  },
  { name: 'a conflict', effect: refusal(409, 409, 'CONFLICT'), causes: refused, asking: 'once' },
  {
    name: 'a lock',
    effect: refusal(423, 423, 'LOCKED'),
    causes: always(['vendor-unavailable', 'vendor-refused']),
    asking: 'again-if-harmless',
  },
  { name: 'a rate limit', effect: always(answer(429, limited)), causes: limitReached, asking: 'again' },
  {
    name: 'a rate limit with a time',
    effect: always(answer(429, limited, { headers: { 'Retry-After': '2' } })),
    causes: limitReached,
    asking: 'again',
  },
  {
    name: 'a rate limit for long',
    effect: always(answer(429, limited, { headers: { 'Retry-After': '600' } })),
    causes: limitReached,
    asking: 'once',
    inEveryRun: ['lasting'],
  },
  {
    name: 'a daily limit',
    effect: always(answer(429, spent, { headers: daily })),
    causes: limitReached,
    asking: 'once',
  },
  {
    name: 'a daily limit with a time',
    effect: always(answer(429, spent, { headers: { ...daily, 'Retry-After': '3' } })),
    causes: limitReached,
    asking: 'once',
  },
  { name: 'an error', effect: always(answer(500, broken)), causes: unavailable, asking: 'again-if-harmless' },
  {
    name: 'a page of the edge',
    effect: always({ kind: 'html', status: 502 }),
    causes: unavailable,
    asking: 'again-if-harmless',
  },
  { name: 'an outage', effect: always(answer(503, broken)), causes: unavailable, asking: 'again-if-harmless' },
  {
    name: 'an error after it happened',
    effect: always(answer(503, broken, { when: 'after' })),
    causes: unavailable,
    asking: 'again-if-harmless',
    inEveryRun: ['lasting'],
    isTellingOnce: true,
  },
  {
    name: 'no answer',
    effect: always({ kind: 'silence', when: 'after' }),
    causes: always(['vendor-unavailable', 'out-of-time']),
    asking: 'again-if-time',
    isTellingOnce: true,
  },
  {
    name: 'a connection cut before anything happened',
    effect: always({ kind: 'cut', when: 'before' }),
    causes: unavailable,
    asking: 'again-if-harmless',
  },
  {
    name: 'a connection cut after it happened',
    effect: always({ kind: 'cut', when: 'after' }),
    causes: unavailable,
    asking: 'again-if-harmless',
    inEveryRun: ['once'],
    isTellingOnce: true,
  },
  {
    name: 'a page under status 200',
    effect: always({ kind: 'html', status: 200 }),
    causes: malformed,
    asking: 'once',
    inEveryRun: ['lasting'],
    isTellingOnce: true,
  },
  {
    name: 'a page under status 404',
    effect: always({ kind: 'html', status: 404 }),
    causes: malformed,
    asking: 'once',
  },
  {
    name: 'half an answer',
    effect: always({ kind: 'truncate' }),
    causes: malformed,
    asking: 'again-if-harmless',
    inEveryRun: ['once'],
    isTellingOnce: true,
  },
] as const satisfies readonly FaultColumn[];

/** HubSpot took a batch and none of its rows, and does not say which it means. */
export const refusedRows: FaultColumn = {
  name: 'refused rows',
  effect: (system) =>
    system === 'zoom'
      ? null
      : answer(207, {
          status: 'COMPLETE',
          results: [],
          numErrors: 1,
          errors: [{ status: 'error', category: 'VALIDATION_ERROR', message: 'Not like this.' }],
        }),
  causes: refused,
  asking: 'once',
  inEveryRun: ['lasting'],
};

/** Columns of what an answer may lack. */
export const fieldFaults: readonly { readonly name: string; readonly effect: (path: string) => Effect }[] = [
  { name: 'a missing field', effect: (path) => ({ kind: 'omit-field', path }) },
  { name: 'nothing in a field', effect: (path) => ({ kind: 'set-field', path, value: null }) },
  { name: 'something else in a field', effect: (path) => ({ kind: 'set-field', path, value: { more: 1 } }) },
];

/** Columns of what must not matter. */
export const harmlessFaults: readonly { readonly name: string; readonly effect: Effect }[] = [
  { name: 'a field more', effect: { kind: 'set-field', path: 'newSinceToday', value: { more: [1, null] } } },
  { name: 'an answer that drips', effect: { kind: 'drip', ms: 20 } },
];

export const endOfStep = 'the end of the step';

/** All columns in the order of the published table. */
export const columnNames: readonly string[] = [
  ...commonFaults.map(({ name }) => name),
  refusedRows.name,
  ...fieldFaults.map(({ name }) => name),
  ...harmlessFaults.map(({ name }) => name),
  endOfStep,
];
