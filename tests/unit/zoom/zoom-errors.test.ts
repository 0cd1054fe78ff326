import { describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../../../src/app/app.functions/http/http.ts';
import { IntegrationError, type Failure } from '../../../src/app/app.functions/http/integration-error.ts';
import {
  createZoomClassifier,
  isPageTokenExpired,
  isRecordingMissing,
  isRegistrationOff,
  isReportMissing,
  isTranscriptMissing,
  isUserMissing,
  isWebinarPlanMissing,
} from '../../../src/app/app.functions/zoom/zoom-errors.ts';
import { createVirtualTime } from '../../support/virtual-time.ts';
import { aRequest } from '../http/http-kit.ts';
import { answering } from './zoom-kit.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');
const halfADaySeconds = 43_200;
const classify = createZoomClassifier({ time: createVirtualTime({ startAt: noon }), connection: 'Brand' });

const base = 'https://api.zoom.us/v2';
const webinarUrl = `${base}/webinars/97871060099/registrants?page_size=300`;
const reportUrl = `${base}/report/webinars/gm8s9L%2BPTEC%3D%3D/participants`;

const failureFor = (answer: HttpAnswer, url = webinarUrl, rateClass = 'zoom-medium'): Failure =>
  classify(aRequest({ url, rateClass }), answer);
const refusal = (status: number, code: number | string | null, message: string, more: object = {}): HttpAnswer =>
  answering({ ...(code === null ? {} : { code }), message, ...more }, { status });

describe('a refusal by Zoom', () => {
  it.each<[number, number | string | null, string, Failure['kind'], object]>([
    [
      400,
      4711,
      'Invalid access token, does not contain scopes:[webinar:read:list_registrants, webinar:read:list_registrants:admin].',
      'missing-scope',
      {
        cause: 'scopes-missing',
        scopes: ['webinar:read:list_registrants', 'webinar:read:list_registrants:admin'],
      },
    ],
    [
      400,
      4711,
      'Invalid access token, does not contain scopes:[report:read:webinar:admin]',
      'missing-scope',
      { cause: 'scopes-missing', scopes: ['report:read:webinar:admin'] },
    ],
    [
      400,
      4711,
      'Invalid access token, does not contain scopes: [a:b , c:d,a:b] or scope:[e:f]. Ask for scopes:[g:h',
      'missing-scope',
      { cause: 'scopes-missing', scopes: ['a:b', 'c:d', 'e:f', 'g:h'] },
    ],
    [400, 4711, 'Some other words.', 'missing-scope', { cause: 'scopes-missing', scopes: [] }],
    [
      401,
      4700,
      'Invalid access token, does not contain scopes:[webinar:read:webinar:admin].',
      'missing-scope',
      { cause: 'scopes-missing', scopes: ['webinar:read:webinar:admin'] },
    ],
    [
      401,
      4700,
      'Token is invalid.',
      'unauthorised',
      { cause: 'zoom-credentials-refused', connection: 'Brand', vendorReason: 'Token is invalid.' },
    ],
    [
      401,
      124,
      'Access token is expired.',
      'unauthorised',
      { cause: 'zoom-credentials-refused', connection: 'Brand', vendorReason: 'Access token is expired.' },
    ],
    [
      403,
      null,
      'Access to the Zoom REST API has been denied for this account.',
      'missing-scope',
      {
        cause: 'zoom-permission-missing',
        vendorMessage: 'Access to the Zoom REST API has been denied for this account.',
      },
    ],
    [
      400,
      200,
      'No permission.',
      'missing-scope',
      { cause: 'zoom-permission-missing', vendorMessage: 'No permission.' },
    ],
    [
      400,
      200,
      'Webinar plan is missing.',
      'missing-scope',
      { cause: 'zoom-permission-missing', vendorMessage: 'Webinar plan is missing.' },
    ],
    [400, 300, 'Invalid webinar ID.', 'rejected', { cause: 'webinar-id-invalid', given: '97871060099' }],
    [
      400,
      300,
      'The next page token is invalid or expired.',
      'rejected',
      { cause: 'vendor-refused', problem: 'The next page token is invalid or expired.' },
    ],
    [
      400,
      3000,
      'Registration has not been enabled for this webinar: 97871060099.',
      'rejected',
      { cause: 'vendor-refused', problem: 'Registration has not been enabled for this webinar: 97871060099.' },
    ],
    [
      404,
      3001,
      'Webinar does not exist: 97871060099.',
      'not-found',
      { cause: 'webinar-not-found', webinarId: '97871060099' },
    ],
    [404, null, '', 'not-found', { cause: 'webinar-not-found', webinarId: '97871060099' }],
    // Of something else: the list of instances must not look empty because of it.
    [404, 404, 'No such route.', 'not-found', { cause: 'vendor-refused', problem: 'No such route.' }],
    [404, 1001, 'User does not exist.', 'not-found', { cause: 'vendor-refused', problem: 'User does not exist.' }],
    [400, 3001, 'Webinar does not exist.', 'not-found', { cause: 'webinar-not-found', webinarId: '97871060099' }],
    [
      400,
      12702,
      'Can not access a webinar a year ago.',
      'not-found',
      { cause: 'vendor-refused', problem: 'Can not access a webinar a year ago.' },
    ],
    [
      400,
      1010,
      'User does not belong to this account: x.',
      'rejected',
      { cause: 'vendor-refused', problem: 'User does not belong to this account: x.' },
    ],
    [409, null, 'Conflict.', 'conflict', { cause: 'vendor-refused', problem: 'Conflict.' }],
    [400, null, '', 'rejected', { cause: 'vendor-refused', problem: 'HTTP 400 without a message' }],
    [
      429,
      429,
      'You have reached the maximum per-second rate limit for this API. Try again later.',
      'rate-limited',
      { cause: 'limit-reached', limit: 'second' },
    ],
    [
      400,
      4001,
      'You have reached the maximum per-second rate limit for this API. Try again later.',
      'rate-limited',
      { cause: 'limit-reached', limit: 'second' },
    ],
    [
      429,
      429,
      'You have reached the maximum daily rate limit for this API. Refer to the response header.',
      'quota-exhausted',
      { cause: 'limit-reached', limit: 'day' },
    ],
    [500, 500, 'Internal error.', 'unavailable', { cause: 'vendor-unavailable' }],
    [503, null, '', 'unavailable', { cause: 'vendor-unavailable' }],
  ])('%i code %s %j is %s', (status, code, message, kind, reason) => {
    const failure = failureFor(refusal(status, code, message));

    expect(failure).toMatchObject({
      kind,
      reason,
      httpStatus: status,
      vendorCode: code === null ? null : String(code),
    });
  });

  it('names the fields that it found wrong', () => {
    const errors = [{ field: 'email', message: 'Invalid field.' }, {}];

    expect(failureFor(refusal(400, 300, 'Validation Failed.', { errors })).reason).toEqual({
      cause: 'vendor-refused',
      problem: 'Validation Failed. email: Invalid field. a field: refused',
    });
  });

  it('keeps the id of the call', () => {
    const answer = answering({ code: 200, message: 'x' }, { status: 400, headers: { 'x-zm-trackingid': 'WEB_1' } });

    expect(failureFor(answer).correlationId).toBe('WEB_1');
  });

  it('B1: names every missing scope in full, as it is reported', () => {
    const scopes = [
      'user:read:list_users:admin',
      'webinar:read:list_registrants:admin',
      'report:read:list_webinar_participants:admin',
      'cloud_recording:read:list_recording_files:admin',
      'cloud_recording:read:list_user_recordings:master',
      'cloud_recording:read:meeting_transcript:admin',
      ...Array.from({ length: 40 }, (_, index) => `webinar:read:some_rather_long_name_of_a_scope_${index}:admin`),
    ];
    const message = `Invalid access token, does not contain scopes:[${scopes.join(',')}].`;

    const { failure } = new IntegrationError(failureFor(refusal(400, 4711, message)));

    expect(failure.reason).toEqual({ cause: 'scopes-missing', scopes });
  });

  it('does not say that the webinar is missing when only a report is', () => {
    const failure = failureFor(refusal(404, 3001, 'Webinar "gm8s9L+PTEC==" not found or has expired'), reportUrl);

    expect(failure).toMatchObject({
      kind: 'not-found',
      reason: { cause: 'vendor-refused', problem: 'Webinar "gm8s9L+PTEC==" not found or has expired' },
    });
  });

  it.each([
    [
      '429 of a registrant',
      429,
      'You have exceeded the daily rate limit of (3) for Add a webinar registrant API requests for the registrant (a). You can resume these API requests at GMT 00:00:00.',
    ],
    [
      '429 of a registrant in old words',
      429,
      'You have exceeded the daily rate limit (3) of Webinar Batch Registration API requests permitted for (a) this particular registrant.',
    ],
  ])('%s is over at midnight UTC, and is not the limit of the app', (_what, status, message) => {
    expect(failureFor(refusal(status, 429, message))).toMatchObject({
      kind: 'quota-exhausted',
      reason: { cause: 'vendor-refused' },
      retryAfterSeconds: halfADaySeconds,
    });
  });

  it('says when the daily limit ends: as Zoom says, else at midnight UTC', () => {
    const body = { code: 429, message: 'You have reached the maximum daily rate limit for this API.' };
    const withHint = answering(body, { status: 429, headers: { 'retry-after': '2026-11-20T18:00:00Z' } });

    expect(failureFor(withHint).retryAfterSeconds).toBe(21_600);
    expect(failureFor(answering(body, { status: 429 })).retryAfterSeconds).toBe(halfADaySeconds);
  });

  it('knows the daily limit by its header, whatever the words', () => {
    const answer = answering(
      { code: 429, message: 'Slow.' },
      { status: 429, headers: { 'x-ratelimit-type': 'Daily-limit' } },
    );

    expect(failureFor(answer).kind).toBe('quota-exhausted');
  });

  it('leaves out when to come back where Zoom does not say it', () => {
    expect(failureFor(refusal(429, 429, 'per-second rate limit')).retryAfterSeconds).toBeNull();
  });
});

describe('an answer that is not in the words of Zoom', () => {
  it.each([
    ['a page under 404', 404, '<html>not here</html>', 'unexpected-shape'],
    ['a page under 401', 401, '<html>sign in</html>', 'unexpected-shape'],
    ['a page under 403', 403, '<html>blocked</html>', 'unexpected-shape'],
    ['a list under 400', 400, '[]', 'unexpected-shape'],
    ['a redirect', 302, '', 'unexpected-shape'],
    ['a page under 502', 502, '<html>bad gateway</html>', 'unavailable'],
    ['a page under 429', 429, '<html>slow down</html>', 'rate-limited'],
    ['nothing under 401', 401, '', 'unauthorised'],
    ['nothing under 404', 404, '', 'not-found'],
  ])('%s is %s %s %s', (_what, status, body, kind) => {
    expect(failureFor({ status, headers: {}, body }).kind).toBe(kind);
  });
});

describe('a file that is refused', () => {
  const refuseFile = (status: number): Failure =>
    classify(aRequest({ url: 'https://us02web.zoom.us/rec/download/x', rateClass: 'zoom-download', expects: 'file' }), {
      status,
      headers: {},
      body: '<html>sign in</html>',
    });

  it('may say by a page that the token is refused', () => {
    expect(refuseFile(401)).toMatchObject({
      kind: 'unauthorised',
      reason: { cause: 'zoom-credentials-refused', vendorReason: 'HTTP 401 without a message' },
    });
  });

  it.each([403, 404])('says nothing else by a page: %i', (status) => {
    expect(refuseFile(status).kind).toBe('unexpected-shape');
  });
});

describe('a refusal by the token endpoint', () => {
  const tokenFailure = (status: number, body: unknown) =>
    failureFor(answering(body, { status }), 'https://zoom.us/oauth/token', 'zoom-token');

  it.each([
    [400, 'Invalid client_id or client_secret', 'invalid_client'],
    [401, 'Invalid client_id or client_secret', 'invalid_client'],
    [400, 'Account does not exist', 'invalid_request'],
    [400, 'unsupported grant type', 'unsupported_grant_type'],
  ])('%i %s means that the credentials are refused', (status, reason, error) => {
    expect(tokenFailure(status, { reason, error })).toMatchObject({
      kind: 'unauthorised',
      vendorCode: error,
      reason: { cause: 'zoom-credentials-refused', connection: 'Brand', vendorReason: reason },
    });
  });

  it('means nothing about the credentials when the service is down, busy or not there', () => {
    expect(tokenFailure(503, {}).kind).toBe('unavailable');
    expect(tokenFailure(429, { reason: 'slow down' }).kind).toBe('rate-limited');
    expect(failureFor({ status: 404, headers: {}, body: '<html>' }, 'https://zoom.us/o', 'zoom-token').kind).toBe(
      'unexpected-shape',
    );
  });
});

describe('the refusals that are ordinary answers', () => {
  it('a page token that is too old', () => {
    expect(isPageTokenExpired(failureFor(refusal(400, 300, 'The next page token is invalid or expired.')))).toBe(true);
    expect(isPageTokenExpired(failureFor(refusal(400, 300, 'Validation Failed.')))).toBe(false);
    expect(isPageTokenExpired(failureFor(refusal(400, 301, 'The next page token is invalid.')))).toBe(false);
  });

  it.each([
    [3000, 'Registration has not been enabled for this webinar: 97871060099.', true],
    [300, 'Registration has not been enabled for this meeting: 97871060099.', true],
    [3000, 'This webinar does not have registration as required: 97871060099.', true],
    [3000, "This webinar doesn't have registration required: 97871060099.", true],
    [3000, 'The Zoom REST API does not support paid registration.', false],
    [200, 'Registration has not been enabled for this webinar: 97871060099.', false],
  ])('a webinar without registration: %i %s', (code, message, expected) => {
    expect(isRegistrationOff(failureFor(refusal(400, code, message)))).toBe(expected);
  });

  it('a report that is not there', () => {
    expect(isReportMissing(failureFor(refusal(404, 3001, 'Meeting x not found or has expired.'), reportUrl))).toBe(
      true,
    );
    expect(isReportMissing(failureFor(refusal(400, 12702, 'Can not access a webinar a year ago.'), reportUrl))).toBe(
      true,
    );
    expect(isReportMissing(failureFor(refusal(404, 1001, 'User does not exist.'), reportUrl))).toBe(false);
    expect(isReportMissing(failureFor(refusal(400, 3000, 'No.'), reportUrl))).toBe(false);
  });

  const planMissing =
    'Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for user u1 to perform this action.';

  it.each([
    [400, 200, planMissing, true],
    [400, 200, 'WEBINAR PLAN IS MISSING.', true],
    [400, 200, 'No permission.', false],
    [400, 200, 'Only available for Paid or ZMP account: a1.', false],
    [400, 300, planMissing, false],
    [400, 4711, `${planMissing} scopes:[a:b]`, false],
  ])('a user without a webinar plan: %i %i %s', (status, code, message, expected) => {
    expect(isWebinarPlanMissing(failureFor(refusal(status, code, message)))).toBe(expected);
  });

  const predicates = { isUserMissing, isRecordingMissing, isTranscriptMissing };
  it.each([
    [404, 1001, 'User does not exist: u1.', 'isUserMissing'],
    [404, 3301, 'There is no recording for this meeting.', 'isRecordingMissing'],
    [404, 3301, 'This recording does not exist.', 'isRecordingMissing'],
    [404, 3322, 'This meeting transcript does not exist.', 'isTranscriptMissing'],
    [404, null, '', null],
    [404, 3001, 'Meeting does not exist.', null],
    [400, 1010, 'User does not belong to this account: a1.', null],
    [403, 1001, 'Denied.', null],
  ])('what is not there, by its code: %i %s %s', (status, code, message, expected) => {
    const failure = failureFor(refusal(status, code, message), `${base}/users/u1/recordings?from=2026-11-01`);

    const fitting = Object.entries(predicates).filter(([, fits]) => fits(failure));

    expect(fitting.map(([name]) => name)).toEqual([expected].filter((name) => name !== null));
  });
});
