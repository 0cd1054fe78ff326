import * as z from 'zod/mini';
import type { FailureKind, FailureReason } from '../../extensions/contract/failure.ts';
import type { HttpAnswer, HttpRequest } from '../http/http.ts';
import { readCorrelationId, toFailure, type Failure } from '../http/integration-error.ts';
import { tryParseJson } from '../http/json.ts';
import { parseRetryAfter } from '../http/retry-after.ts';
import type { Time } from '../http/time.ts';

/** What is known of a refusal when its row is looked for. `code` is '' where Zoom sent none. */
interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly isTokenEndpoint: boolean;
  readonly isDaily: boolean;
  readonly webinarId: string | null;
  readonly connection: string;
}

interface Row {
  readonly when: (refusal: Refusal) => boolean;
  readonly kind: FailureKind;
  readonly reason: (refusal: Refusal) => FailureReason;
}

const says =
  (code: string, ...patterns: readonly RegExp[]) =>
  (refusal: Refusal): boolean =>
    refusal.code === code && patterns.every((pattern) => pattern.test(refusal.message));
const hasStatus =
  (from: number, to = from) =>
  ({ status }: Refusal): boolean =>
    status >= from && status <= to;

const words = ({ message, status }: Refusal): string => (message === '' ? `HTTP ${status} without a message` : message);
const credentialsRefused = (refusal: Refusal): FailureReason => ({
  cause: 'zoom-credentials-refused',
  connection: refusal.connection,
  vendorReason: words(refusal),
});
const permissionMissing = (refusal: Refusal): FailureReason => ({
  cause: 'zoom-permission-missing',
  vendorMessage: words(refusal),
});
const refused = (refusal: Refusal): FailureReason => ({ cause: 'vendor-refused', problem: words(refusal) });
const scopesMissing = ({ message }: Refusal): FailureReason => ({
  cause: 'scopes-missing',
  scopes: parseScopes(message),
});
const webinarNotFound = (refusal: Refusal): FailureReason =>
  refusal.webinarId === null ? refused(refusal) : { cause: 'webinar-not-found', webinarId: refusal.webinarId };
const webinarIdInvalid = (refusal: Refusal): FailureReason =>
  refusal.webinarId === null ? refused(refusal) : { cause: 'webinar-id-invalid', given: refusal.webinarId };
const limitReached = (limit: 'second' | 'day') => (): FailureReason => ({ cause: 'limit-reached', limit });
const unavailable = (): FailureReason => ({ cause: 'vendor-unavailable' });

const pageTokenMessage = /next page token/i;
const registrationOffMessage =
  /registration has not been enabled|not have registration as required|n.t have registration required/i;
const planMissingMessage = /webinar plan is missing/i;
/** A number in brackets: a limit on one registrant or host, not on the app. */
const objectLimitMessage = /daily rate limit\s*(of\s*)?\(\d+\)/i;
const isWebinarExpired = says('12702');

/*
 * The first row that fits decides. Status and code decide alone where they can; texts are read only for 200, 300, 3000,
 * 3001 and 429, which Zoom uses for several causes each.
 *
 * https://developers.zoom.us/docs/api/errors/ and the error lists of each endpoint (read 2026-11-20)
 */
const rows: readonly Row[] = [
  { when: hasStatus(500, 599), kind: 'unavailable', reason: unavailable },

  {
    when: ({ status, message }) => status === 429 && objectLimitMessage.test(message),
    kind: 'quota-exhausted',
    reason: refused,
  },
  {
    when: (refusal) => refusal.status === 429 && refusal.isDaily,
    kind: 'quota-exhausted',
    reason: limitReached('day'),
  },
  { when: hasStatus(429), kind: 'rate-limited', reason: limitReached('second') },
  { when: says('4001', /rate limit/i), kind: 'rate-limited', reason: limitReached('second') },

  {
    when: (refusal) => refusal.isTokenEndpoint && hasStatus(400, 499)(refusal),
    kind: 'unauthorised',
    reason: credentialsRefused,
  },
  { when: says('4711'), kind: 'missing-scope', reason: scopesMissing },
  { when: says('4700', /scopes?:\s*\[/i), kind: 'missing-scope', reason: scopesMissing },
  { when: hasStatus(401), kind: 'unauthorised', reason: credentialsRefused },
  { when: hasStatus(403), kind: 'missing-scope', reason: permissionMissing },
  { when: says('200'), kind: 'missing-scope', reason: permissionMissing },

  { when: says('300', /invalid webinar id/i), kind: 'rejected', reason: webinarIdInvalid },
  { when: isWebinarExpired, kind: 'not-found', reason: refused },
  { when: says('3001'), kind: 'not-found', reason: webinarNotFound },
  { when: says('1001'), kind: 'not-found', reason: refused },
  { when: says('3079'), kind: 'not-found', reason: refused },
  // Only a 404 that says nothing else is about the webinar: one with a code of its own must not mean that nothing was held.
  { when: (refusal) => refusal.status === 404 && refusal.code === '', kind: 'not-found', reason: webinarNotFound },
  { when: hasStatus(404), kind: 'not-found', reason: refused },

  { when: hasStatus(409), kind: 'conflict', reason: refused },
  { when: hasStatus(400, 499), kind: 'rejected', reason: refused },
];

const malformedAnswer: Pick<Row, 'kind' | 'reason'> = {
  kind: 'unexpected-shape',
  reason: ({ status }) => ({ cause: 'answer-malformed', problem: `HTTP ${status} with a body that is not Zoom's` }),
};

const errorBodySchema = z.object({
  code: z.nullish(z.union([z.number(), z.string()])),
  message: z.nullish(z.string()),
  errors: z.nullish(z.array(z.object({ field: z.nullish(z.string()), message: z.nullish(z.string()) }))),
  // The token endpoint's own words.
  reason: z.nullish(z.string()),
  error: z.nullish(z.string()),
});

/**
 * Says what a Zoom answer outside 200–299 means.
 *
 * @param context.connection - name of the connection whose credentials are in use
 */
export function createZoomClassifier(context: {
  readonly time: Pick<Time, 'now'>;
  readonly connection: string;
}): (request: HttpRequest, answer: HttpAnswer) => Failure {
  return (request, answer) => {
    const body = z.safeParse(errorBodySchema, answer.body.trim() === '' ? {} : tryParseJson(answer.body));
    const facts = body.data ?? {};
    const fields = facts.errors?.map(({ field, message }) => `${field ?? 'a field'}: ${message ?? 'refused'}`) ?? [];
    const message = [facts.message ?? facts.reason ?? '', ...fields].filter((text) => text !== '').join(' ');
    const refusal: Refusal = {
      status: answer.status,
      code: facts.code === undefined || facts.code === null ? (facts.error ?? '') : String(facts.code),
      message,
      isTokenEndpoint: request.rateClass === 'zoom-token',
      isDaily: /daily/i.test(answer.headers['x-ratelimit-type'] ?? '') || /daily rate limit/i.test(message),
      webinarId: /\/(?:past_)?webinars\/(\w+)(?=[/?]|$)/.exec(withoutReports(request.url))?.[1] ?? null,
      connection: context.connection,
    };
    // A page where an error should be says nothing about the webinar: neither that it is missing, nor who is to blame.
    // Files are not served by the API: there, a page may well say that the token is refused.
    const isRefusedFile = request.expects === 'file' && refusal.status === 401;
    const canTrustBody = body.success || refusal.status >= 500 || refusal.status === 429 || isRefusedFile;
    const row = (canTrustBody ? rows.find(({ when }) => when(refusal)) : undefined) ?? malformedAnswer;
    return toFailure(request, row.kind, row.reason(refusal), {
      httpStatus: refusal.status,
      vendorCode: refusal.code === '' ? null : refusal.code,
      correlationId: readCorrelationId(answer),
      retryAfterSeconds:
        parseRetryAfter(answer.headers['retry-after'], context.time.now()) ??
        (row.kind === 'quota-exhausted' ? secondsToUtcMidnight(context.time.now()) : null),
    });
  };
}

/** Reports are asked for by UUID, and not finding one does not mean that the webinar does not exist. */
const withoutReports = (url: string): string => (url.includes('/report/') ? '' : url);

const dayMs = 86_400_000;
const secondsToUtcMidnight = (nowMs: number): number => Math.ceil((dayMs - (nowMs % dayMs)) / 1_000);

/** @returns all acceptable scopes as Zoom lists them, each once; empty when the message names none */
function parseScopes(message: string): readonly string[] {
  const lists = [...message.matchAll(/scopes?:\s*\[([^\]]*)\]?/gi)].map(([, list = '']) => list);
  const scopes = lists.flatMap((list) => list.split(/[\s,]+/)).filter((scope) => scope !== '');
  return [...new Set(scopes)];
}

const problemOf = (failure: Failure): string =>
  failure.reason.cause === 'vendor-refused' ? failure.reason.problem : '';

/** The list must be read from its beginning. */
export const isPageTokenExpired = (failure: Failure): boolean =>
  failure.vendorCode === '300' && pageTokenMessage.test(problemOf(failure));

/** The webinar takes no registrations, so there is no list of them. */
export const isRegistrationOff = (failure: Failure): boolean =>
  (failure.vendorCode === '3000' || failure.vendorCode === '300') && registrationOffMessage.test(problemOf(failure));

/** The user may not have webinars, and so has none. */
export const isWebinarPlanMissing = ({ vendorCode, reason }: Failure): boolean =>
  vendorCode === '200' && reason.cause === 'zoom-permission-missing' && planMissingMessage.test(reason.vendorMessage);

/** The user was removed, or moved to another account. */
export const isUserMissing = (failure: Failure): boolean =>
  failure.kind === 'not-found' && failure.vendorCode === '1001';

/** Nobody is registered under that id or address. */
export const isRegistrantMissing = ({ vendorCode }: Failure): boolean => vendorCode === '3079';

/** Nothing was recorded, or it is in the trash, or deleted. */
export const isRecordingMissing = (failure: Failure): boolean =>
  failure.kind === 'not-found' && failure.vendorCode === '3301';

export const isTranscriptMissing = (failure: Failure): boolean =>
  failure.kind === 'not-found' && failure.vendorCode === '3322';

/** The report is not there yet, or no longer: Zoom keeps reports for a year at most. */
export const isReportMissing = (failure: Failure): boolean =>
  failure.kind === 'not-found' && (failure.vendorCode === '3001' || failure.vendorCode === '12702');
