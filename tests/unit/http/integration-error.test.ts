import { describe, expect, it } from 'vitest';
import {
  IntegrationError,
  isFailureOfKind,
  isIntegrationError,
  readCorrelationId,
  toFailure,
} from '../../../src/app/app.functions/http/integration-error.ts';
import { aFailure, anAnswer, aRequest } from './http-kit.ts';

const token = 'eyJhbGciOiJIUzUxMiJ9.eyJhdWQiOiJodHRwczovL29hdXRoIn0.c2lnbmF0dXJl';

describe('an integration error', () => {
  it('carries what went wrong, and says it in its message', () => {
    const error = new IntegrationError(
      toFailure(
        aRequest(),
        'rate-limited',
        { cause: 'limit-reached', limit: 'second' },
        { httpStatus: 429, vendorCode: '429' },
      ),
    );

    expect(error.failure).toEqual({
      kind: 'rate-limited',
      system: 'zoom',
      operation: 'list people',
      reason: { cause: 'limit-reached', limit: 'second' },
      httpStatus: 429,
      vendorCode: '429',
      correlationId: null,
      retryAfterSeconds: null,
    });
    expect(error.message).toBe('zoom, list people: rate-limited (HTTP 429, code 429, limit-reached)');
  });

  it("keeps Zoom's id of a call, which looks like a key, for support requests", () => {
    const trackingId = 'v=2.0;clid=us02;rid=WEB_0a1B2c3D4e5F6a7B8c9D0e1F2a3B4c5D';

    const error = new IntegrationError(aFailure('unavailable', { correlationId: trackingId }));

    expect(error.failure.correlationId).toBe(trackingId);
  });

  it('takes addresses and tokens out of every text of the failure', () => {
    const error = new IntegrationError(
      aFailure('rejected', {
        operation: 'add jill@example.com',
        vendorCode: `code ${token}`,
        correlationId: 'Bearer abcdefghij',
        reason: { cause: 'connection-unknown', name: 'jill@example.com', known: ['brand', 'jack@example.com'] },
      }),
    );

    expect(error.failure).toMatchObject({
      operation: 'add [redacted]',
      vendorCode: 'code [redacted]',
      correlationId: 'Bearer [redacted]',
      reason: { name: '[redacted]', known: ['brand', '[redacted]'] },
    });
    expect(error.message).not.toContain('example.com');
  });

  it('leaves what a report needs: ids, scopes, plain words', () => {
    const failure = aFailure('missing-scope', {
      correlationId: '0f8fad5b-d9cb-469f-a165-70867728950e',
      reason: {
        cause: 'scopes-missing',
        scopes: ['webinar:read:list_registrants:admin', 'crm.objects.contacts.write'],
      },
    });

    expect(new IntegrationError(failure).failure).toEqual(failure);
  });

  it('keeps its causes as safe copies, however deep', () => {
    const innermost = new Error('sent with authorization: Basic Y2xpZW50OnNlY3JldA==');
    const inner = Object.assign(new Error('for jill@example.com', { cause: innermost }), { code: 'ECONNRESET' });
    const outer = Object.assign(new TypeError('outer', { cause: inner }), {
      config: { headers: { authorization: `Bearer ${token}` } },
    });

    const error = new IntegrationError(aFailure('answer-lost'), { cause: outer });

    const cause = error.cause as Error & { cause: Error & { code: string; cause: Error } };
    expect(cause.name).toBe('TypeError');
    expect(cause).not.toHaveProperty('config');
    expect(cause.cause.code).toBe('ECONNRESET');
    expect(cause.cause.message).toBe('for [redacted]');
    expect(cause.cause.cause.message).not.toContain('Y2xpZW50');
    expect([cause.stack, cause.cause.stack, cause.cause.cause.stack].join()).not.toMatch(/jill|Y2xpZW50|eyJ/);
  });

  it('keeps an integration error as cause as it is, and drops objects that it cannot vouch for', () => {
    const inner = new IntegrationError(aFailure('timeout'));

    expect(new IntegrationError(aFailure('bug'), { cause: inner }).cause).toBe(inner);
    expect(new IntegrationError(aFailure('bug'), { cause: { secret: token } }).cause).toBeUndefined();
    expect(new IntegrationError(aFailure('bug'), { cause: `Bearer ${token}` }).cause).toBe('Bearer [redacted]');
  });

  it('does not follow causes that go in circles', () => {
    const circular = new Error('round');
    circular.cause = circular;

    expect(new IntegrationError(aFailure('bug'), { cause: circular }).cause).toBeInstanceOf(Error);
  });

  it('is told apart by kind', () => {
    const error: unknown = new IntegrationError(aFailure('timeout'));

    expect(isIntegrationError(error)).toBe(true);
    expect(isIntegrationError(new Error('other'))).toBe(false);
    expect(isFailureOfKind(error, 'answer-lost', 'timeout')).toBe(true);
    expect(isFailureOfKind(error, 'answer-lost')).toBe(false);
    expect(isFailureOfKind(new Error('other'), 'timeout')).toBe(false);
  });
});

it.each([
  [{ 'x-hubspot-correlation-id': 'h' }, 'h'],
  [{ 'x-zm-trackingid': 'z' }, 'z'],
  [{}, null],
])('finds the id of a call in %j', (headers, expected) => {
  expect(readCorrelationId(anAnswer({ headers }))).toBe(expected);
});
