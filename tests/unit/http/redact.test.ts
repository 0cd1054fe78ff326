import { describe, expect, it } from 'vitest';
import { redactText } from '../../../src/app/app.functions/http/redact.ts';

describe('redaction', () => {
  it.each([
    ['the limit for the registrant (user@example.com). Later.', 'the limit for the registrant ([redacted]). Later.'],
    ['/contacts/jill%40example.com?archived=false', '[redacted]?archived=false'],
    ['/contacts/jill%2540example.com/x', '[redacted]/x'],
    ['"jill chill"@example.com wrote', '[redacted] wrote'],
    ['Authorization: Bearer abc.def-123', 'Authorization: Bearer [redacted]'],
    ['{"access_token":"abc","expires_in":3599}', '{"access_token":"[redacted]","expires_in":3599}'],
    ['client_secret=abc&grant_type=x', 'client_secret=[redacted]&grant_type=x'],
    ['"clientSecret": "abc"', '"clientSecret": "[redacted]"'],
    ['webhookSecretToken: abc', 'webhookSecretToken: [redacted]'],
    ['https://us02web.zoom.us/w/97?tk=abc.def&pwd=12', 'https://us02web.zoom.us/w/97?tk=[redacted]&pwd=[redacted]'],
    ['pat-na1-0f8fad5b-d9cb-469f-a165-70867728950e', '[redacted]'],
    ['key AbCdEfGhIjKlMnOpQrStUvWxYz012345 here', 'key [redacted] here'],
    ['{"accessKey":"AKIA"}', '{"accessKey":"[redacted]"}'],
  ])('turns %j into %j', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it.each([
    'The next page token is invalid or expired.',
    'Invalid access token, does not contain scopes:[report:read:list_history_meetings:admin].',
    'correlation 0f8fad5b-d9cb-469f-a165-70867728950e',
    'Webinar does not exist: 97871060099.',
    'entry 2 lacks a text for clientSecret',
    'Webinar "gm8s9L+PTEC+FG3sFbd1Cw==" not found or has expired',
  ])('leaves %j alone', (text) => {
    expect(redactText(text)).toBe(text);
  });

  it('does not let half an address through where it cuts a long text', () => {
    const text = `${'word '.repeat(397)}jill.chill.from.accounting@example.com and more`;

    expect(redactText(text)).not.toContain('jill');
    expect(redactText(text).endsWith('…')).toBe(true);
  });

  it('is quick with texts made to be slow', () => {
    const texts = ['a-'.repeat(100_000), '@'.repeat(100_000), '"'.repeat(100_000), 'a%25'.repeat(50_000)];

    const startedAt = performance.now();
    texts.forEach(redactText);

    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
