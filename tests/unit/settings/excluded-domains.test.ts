import { describe, expect, it } from 'vitest';
import { parseExcludedDomain } from '../../../src/app/app.functions/settings/excluded-domains.ts';

describe('S6: an excluded domain', () => {
  it.each([
    ['acme.com', 'acme.com'],
    ['  Acme.COM ', 'acme.com'],
    ['acme.com.', 'acme.com'],
    ['.acme.com', 'acme.com'],
    ['*.acme.com', 'acme.com'],
    ['@acme.com', 'acme.com'],
    ['*@acme.com', 'acme.com'],
    ['Jane.Doe+zoom@Mail.acme.com', 'mail.acme.com'],
    ['mailto:jane@acme.com', 'acme.com'],
    ['https://acme.com/x', 'acme.com'],
    ['HTTPS://www.acme.com:8443/about?x=1#y', 'www.acme.com'],
    ['https://jane@acme.com/@jane', 'acme.com'],
    [`https://acme.com/${'x'.repeat(1_900)}`, 'acme.com'],
    ['acme.com/about', 'acme.com'],
    ['acme.com:443', 'acme.com'],
    ['acme.co.uk', 'acme.co.uk'],
    ['acme.example.com', 'acme.example.com'],
    ['acme.local', 'acme.local'],
    ['gmail.com', 'gmail.com'],
    ['github.io', 'github.io'],
    ['3m.com', '3m.com'],
    ['München.de', 'xn--mnchen-3ya.de'],
    ['XN--MNCHEN-3YA.de', 'xn--mnchen-3ya.de'],
    ['@straße.example', 'xn--strae-oqa.example'],
    ['公司.cn.com', 'xn--55qx5d.cn.com'],
    ['acme。com', 'acme.com'],
    ['ａｃｍｅ．com', 'acme.com'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
  ])('%j is understood as %s', (given, domain) => {
    expect(parseExcludedDomain(given)).toEqual({ kind: 'domain', domain });
  });

  it.each(['', '   ', '\t\u00a0'])('%j is empty', (given) => {
    expect(parseExcludedDomain(given)).toEqual({ kind: 'problem', problem: 'empty' });
  });

  it.each([
    '@',
    'jane@',
    '*',
    '.',
    '*.',
    'acme..com',
    '-acme.com',
    'acme-.com',
    'acme_shop.com',
    'acme com',
    'acme.com, other.com',
    'acme.com;other.com',
    'a@acme.com,b@other.com',
    'a@acme.com@other.com',
    `https://acme.com/${'x'.repeat(2_000)}`,
    'Jane <jane@acme.com>',
    'acme%2ecom',
    'acme.*.com',
    '*.*.acme.com',
    'acme.com!',
    'acme.1',
    'acme.c',
    '192.168.0.1',
    '0x7f.1',
    '2130706433',
    '[::1]',
    'http://[::1]/',
    'https://',
    'xn--zzzzzz.com',
    'acme\u0000.com',
    `${'a'.repeat(64)}.com`,
    `${'abcdefghi.'.repeat(26)}com`,
  ])('%j is not a domain', (given) => {
    expect(parseExcludedDomain(given)).toEqual({ kind: 'problem', problem: 'not-a-domain' });
  });

  it.each(['com', 'COM', '.com', '*.de', '@co.uk', 'co.uk', 'com.au', 'рф', 'acme', 'localhost', 'https://com/'])(
    '%j would cover too much',
    (given) => {
      expect(parseExcludedDomain(given)).toEqual({ kind: 'problem', problem: 'too-broad' });
    },
  );
});
