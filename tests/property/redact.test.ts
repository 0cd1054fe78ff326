import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntegrationError, toFailure } from '../../src/app/app.functions/http/integration-error.ts';
import { redactText } from '../../src/app/app.functions/http/redact.ts';

const seed = 20_261_120;
const lowerLetters = Array.from('abcdefghijklmnopqrstuvwxyz');
const keyCharacters = [
  ...lowerLetters,
  ...lowerLetters.map((letter) => letter.toUpperCase()),
  ...Array.from('0123456789'),
];

const words = fc.lorem({ maxCount: 8 });
const between = fc.constantFrom(' ', '(', ' <', ': ', '="', '":"', '/', '?email=', "'", ',');
const after = fc.constantFrom(' ', ')', '>', '"', "'", ',', '. ', '&x=1', ' …');
const key = fc
  .string({ unit: fc.constantFrom(...keyCharacters), minLength: 32, maxLength: 80 })
  .filter((text) => /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text));
const base64Url = fc.string({ unit: fc.constantFrom(...keyCharacters, '-', '_'), minLength: 10, maxLength: 60 });
const jsonWebToken = fc.tuple(base64Url, base64Url, base64Url).map((parts) => `eyJ${parts.join('.')}`);
const privateAppToken = fc
  .tuple(fc.constantFrom('na1', 'eu1', 'na2'), fc.uuid())
  .map((parts) => `pat-${parts.join('-')}`);
const secret = fc.oneof(key, jsonWebToken, privateAppToken);

describe('redaction', () => {
  it('leaves no e-mail address, wherever it stands in a text', () => {
    fc.assert(
      fc.property(words, between, fc.emailAddress(), after, words, (before, opening, email, closing, rest) => {
        const redacted = redactText(`${before}${opening}${email}${closing}${rest}`);

        expect(redacted).not.toContain(email);
        expect(redacted).not.toContain(`@${email.split('@')[1]}`);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('leaves no percent-encoded e-mail address', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.integer({ min: 1, max: 3 }), (email, timesEncoded) => {
        const encoded = Array.from({ length: timesEncoded }).reduce<string>((text) => encodeURIComponent(text), email);

        expect(redactText(`/contacts/${encoded}?archived=true`)).not.toContain(email.split('@')[1]);
      }),
      { seed, numRuns: 1_000 },
    );
  });

  it('leaves no token or key, wherever it stands in a text', () => {
    fc.assert(
      fc.property(words, between, secret, after, words, (before, opening, token, closing, rest) => {
        expect(redactText(`${before}${opening}${token}${closing}${rest}`)).not.toContain(token);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('leaves no credentials behind Bearer and Basic', () => {
    const credentials = fc.oneof(base64Url, fc.base64String({ minLength: 8, maxLength: 60 }));
    fc.assert(
      fc.property(fc.constantFrom('Bearer', 'Basic', 'bearer', 'BASIC'), credentials, (scheme, value) => {
        expect(redactText(`authorization: ${scheme} ${value}`)).not.toContain(value);
      }),
      { seed, numRuns: 1_000 },
    );
  });

  it('can be done twice without a difference', () => {
    fc.assert(
      fc.property(words, fc.emailAddress(), secret, (text, email, token) => {
        const once = redactText(`${text} ${email} Bearer ${token} client_secret=${token}`);

        expect(redactText(once)).toBe(once);
      }),
      { seed, numRuns: 1_000 },
    );
  });

  it('holds for everything that an integration error shows', () => {
    fc.assert(
      fc.property(fc.emailAddress(), secret, (email, token) => {
        const text = `for ${email} with ${token}`;
        const call = { system: 'zoom', operation: text } as const;
        const reason = { cause: 'connection-unknown', name: text, known: [text] } as const;
        const details = { vendorCode: text, correlationId: text };
        const cause = new Error(text, { cause: new Error(text) });

        const error = new IntegrationError(toFailure(call, 'rejected', reason, details), { cause });

        const causes = [error.cause, (error.cause as Error).cause] as readonly Error[];
        const shown = [error, ...causes].flatMap(({ message, stack }) => [message, stack]).join('\n');
        expect(`${shown}${JSON.stringify(error.failure)}`).not.toContain(email);
        expect(`${shown}${JSON.stringify(error.failure)}`).not.toContain(token);
      }),
      { seed, numRuns: 300 },
    );
  });
});
