import { describe, expect, it } from 'vitest';
import { createDomainTest, toWidestDomains } from '../../../src/app/app.functions/settings/domain-test.ts';

const excludedDomainOf = createDomainTest(['acme.com', 'xn--mnchen-3ya.de', 'mail.other.org']);

describe('S5, S6: the test of addresses against excluded domains', () => {
  it.each([
    ['jane@acme.com', 'acme.com'],
    ['JANE@ACME.COM', 'acme.com'],
    [' jane@acme.com ', 'acme.com'],
    ['jane@acme.com.', 'acme.com'],
    ['jane@mail.acme.com', 'acme.com'],
    ['jane@a.b.c.acme.com', 'acme.com'],
    ['"jane@home"@acme.com', 'acme.com'],
    ['jane@münchen.de', 'xn--mnchen-3ya.de'],
    ['jane@MÜNCHEN.de', 'xn--mnchen-3ya.de'],
    ['jane@post.mu\u0308nchen.de', 'xn--mnchen-3ya.de'],
    ['jane@xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
    ['jane@mail.other.org', 'mail.other.org'],
    ['jane@acme。com', 'acme.com'],
  ])('%j is covered by %s', (address, domain) => {
    expect(excludedDomainOf(address)).toBe(domain);
  });

  it.each([
    'jane@notacme.com',
    'jane@acme.com.evil.org',
    'jane@acme.co',
    'jane@com',
    'jane@munchen.de',
    'jane@other.org',
    'jane@notmail.other.org',
    'acme.com@example.com',
    'acme.com',
    'jane@',
    '@',
    '',
    'jane@acme%2ecom',
    'jane@\ufffd\u0001ü',
  ])('%j is not covered', (address) => {
    expect(excludedDomainOf(address)).toBeNull();
  });

  it('covers nobody without excluded domains', () => {
    expect(createDomainTest([])('jane@acme.com')).toBeNull();
  });

  it('answers the domain that covers most', () => {
    expect(createDomainTest(['mail.acme.com', 'acme.com'])('jane@mail.acme.com')).toBe('acme.com');
  });
});

describe('the widest of some domains', () => {
  it('are those that no other one covers, sorted', () => {
    expect(toWidestDomains(['b.com', 'x.a.com', 'a.com', 'a.com', 'nota.com', 'y.x.a.com'])).toEqual([
      'a.com',
      'b.com',
      'nota.com',
    ]);
  });
});

describe('an address that nobody can have', () => {
  it('is below no domain, and is not looked at dot by dot', () => {
    const isCovered = createDomainTest(['acme.com']);
    const labels = (count: number): string => `jane@${'a.'.repeat(count)}acme.com`;

    expect(isCovered(labels(122))).toBe('acme.com');
    expect(isCovered(labels(123))).toBeNull();
    const before = process.cpuUsage();
    expect(isCovered(labels(1_000_000))).toBeNull();
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  });
});
