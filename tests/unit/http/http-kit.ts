import { expect } from 'vitest';
import type { HttpAnswer, HttpRequest } from '../../../src/app/app.functions/http/http.ts';
import {
  isIntegrationError,
  toFailure,
  type Failure,
  type IntegrationError,
} from '../../../src/app/app.functions/http/integration-error.ts';

export const aRequest = (changes: Partial<HttpRequest> = {}): HttpRequest => ({
  system: 'zoom',
  operation: 'list people',
  method: 'GET',
  url: 'http://127.0.0.1:9/people',
  headers: {},
  isIdempotent: true,
  rateClass: 'calm',
  ...changes,
});

export const anAnswer = (changes: Partial<HttpAnswer> = {}): HttpAnswer => ({
  status: 200,
  headers: {},
  body: '{}',
  ...changes,
});

export const aFailure = (kind: Failure['kind'], changes: Partial<Failure> = {}): Failure => ({
  ...toFailure(aRequest(), kind, { cause: 'vendor-unavailable' }),
  ...changes,
});

/** The IntegrationError that a promise ends with; any other end fails the test. */
export async function errorOf(promise: Promise<unknown>): Promise<IntegrationError> {
  const error: unknown = await promise.then(
    () => expect.fail('the promise was expected to fail'),
    (reason: unknown) => reason,
  );
  if (!isIntegrationError(error)) throw error;
  return error;
}

export const failureOf = async (promise: Promise<unknown>): Promise<Failure> => (await errorOf(promise)).failure;
