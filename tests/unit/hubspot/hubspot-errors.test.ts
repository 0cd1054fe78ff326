import { describe, expect, it } from 'vitest';
import { classifyHubSpotAnswer } from '../../../src/app/app.functions/hubspot/hubspot-errors.ts';
import { aProblem, noon } from './fake-hubspot.ts';

const request = { system: 'hubspot', operation: 'read contacts by id' } as const;

const classify = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  classifyHubSpotAnswer(
    request,
    { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) },
    noon,
  );

const html = '<!DOCTYPE html><html><body><h1>Attention required</h1></body></html>';
const limit = (policyName: string | undefined, message: string) => ({
  status: 'error',
  message,
  errorType: 'RATE_LIMIT',
  correlationId: 'c0ffee',
  ...(policyName === undefined ? {} : { policyName }),
});

describe('the kind of a refusal', () => {
  it.each([
    ['a token that is refused', 401, aProblem({ category: 'INVALID_AUTHENTICATION' }), 'unauthorised'],
    ['a token that is refused by an error page', 401, html, 'unauthorised'],
    ['missing scopes', 403, aProblem({ category: 'MISSING_SCOPES' }), 'missing-scope'],
    ['another prohibition', 403, aProblem({ category: 'BANNED' }), 'rejected'],
    ['a prohibition by the edge', 403, html, 'unavailable'],
    ['an absent record', 404, aProblem({ category: 'OBJECT_NOT_FOUND' }), 'not-found'],
    ['an error page under 404', 404, html, 'unexpected-shape'],
    ['an empty body under 404', 404, '', 'unexpected-shape'],
    ['half a body under 400', 400, '{"status":"err', 'unexpected-shape'],
    ['a list under 400', 400, [], 'unexpected-shape'],
    ['an existing record', 409, aProblem({ category: 'CONFLICT' }), 'conflict'],
    ['an existing property', 409, aProblem({ category: 'OBJECT_ALREADY_EXISTS' }), 'conflict'],
    ['an existing marketing event', 400, aProblem({ category: '', errorType: 'UNIQUE_VALUE_CONFLICT' }), 'conflict'],
    [
      'a unique value that another record holds',
      400,
      aProblem({
        message:
          'Cannot set PropertyValueCoordinates{portalId=1, objectTypeId=ObjectTypeId{legacyObjectType=CONTACT}, propertyName=email, value=a@b.example} on 552148386511. 552239500007 already has that value.',
      }),
      'conflict',
    ],
    ['a value that is not valid', 400, aProblem(), 'rejected'],
    ['a media type that is not valid', 415, { message: 'HTTP 415 Unsupported Media Type' }, 'rejected'],
    ['a locked record', 423, aProblem(), 'unavailable'],
    ['an account on the move', 477, html, 'unavailable'],
    ['an error of the server', 500, aProblem(), 'unavailable'],
    ['a gateway without a server', 502, html, 'unavailable'],
    ['the edge without an origin', 522, '', 'unavailable'],
    ['the daily limit', 429, limit('DAILY', 'You have reached your daily limit.'), 'quota-exhausted'],
    [
      'the daily limit without a policy',
      429,
      limit(undefined, 'You have reached your daily limit.'),
      'quota-exhausted',
    ],
    ['the limit of ten seconds', 429, limit('TEN_SECONDLY_ROLLING', 'ten_secondly_rolling'), 'rate-limited'],
    ['the limit of searches', 429, limit('SECONDLY', 'You have reached your secondly limit.'), 'rate-limited'],
    ['a limit without a body', 429, '', 'rate-limited'],
  ])('%s: %i', (_name, status, body, kind) => {
    expect(classify(status, body).kind).toBe(kind);
  });
});

describe('the reason of a refusal', () => {
  it('names every missing scope once', () => {
    const body = aProblem({
      category: 'MISSING_SCOPES',
      context: { requiredGranularScopes: ['crm.schemas.custom.write', 'crm.schemas.contacts.write'] },
      errors: [{ message: '…', context: { requiredScopes: ['crm.schemas.custom.write'] } }],
    });

    expect(classify(403, body).reason).toEqual({
      cause: 'scopes-missing',
      scopes: ['crm.schemas.custom.write', 'crm.schemas.contacts.write'],
    });
  });

  it("repeats HubSpot's words when the account lacks the feature and no scope is named", () => {
    const body = aProblem({ category: 'MISSING_SCOPES', message: "The scope isn't available for this account." });

    expect(classify(403, body)).toMatchObject({
      kind: 'missing-scope',
      reason: { cause: 'vendor-refused', problem: "The scope isn't available for this account." },
    });
  });

  it.each([
    ['DAILY', 'day'],
    ['SECONDLY', 'second'],
    ['TEN_SECONDLY_ROLLING', 'ten-seconds'],
    ['A_NEW_POLICY', 'ten-seconds'],
  ])('says which limit was reached: %s', (policyName, reached) => {
    expect(classify(429, limit(policyName, '')).reason).toEqual({ cause: 'limit-reached', limit: reached });
  });

  it('tells the limit of searches by its message when no policy is named', () => {
    const body = limit(undefined, 'You have reached your secondly limit.');

    expect(classify(429, body).reason).toEqual({ cause: 'limit-reached', limit: 'second' });
  });

  it('never repeats an address', () => {
    const body = aProblem({ message: 'Contact kim@brand.example is not valid' });

    expect(JSON.stringify(classify(400, body))).not.toContain('kim@brand.example');
  });
});

describe('the facts of a refusal', () => {
  it('has category, sub-category and the first code as the vendor code', () => {
    const body = aProblem({ subCategory: 'Properties.X', errors: [{ code: 'PROPERTY_DOESNT_EXIST', message: 'no' }] });

    expect(classify(400, body).vendorCode).toBe('VALIDATION_ERROR/Properties.X/PROPERTY_DOESNT_EXIST');
  });

  it("takes the correlation id of the body, else the header's", () => {
    const headers = { 'x-hubspot-correlation-id': 'from-header' };

    expect(classify(400, aProblem({ correlationId: 'from-body' }), headers).correlationId).toBe('from-body');
    expect(classify(502, html, headers).correlationId).toBe('from-header');
  });

  it('reads Retry-After, which HubSpot sends with 477', () => {
    expect(classify(477, '', { 'retry-after': '7' }).retryAfterSeconds).toBe(7);
    expect(classify(429, limit('SECONDLY', '')).retryAfterSeconds).toBeNull();
  });

  it('survives fields of an unexpected form', () => {
    const body = { message: 7, category: ['CONFLICT'], subCategory: {}, context: 'no', errors: {}, policyName: null };

    expect(classify(400, body)).toMatchObject({ kind: 'rejected', vendorCode: null, httpStatus: 400 });
  });
});
