import { domainToASCII } from 'node:url';
import { getDomain } from 'tldts-icann';
import isFQDN from 'validator/lib/isFQDN.js';
import type { DomainProblem } from '../../extensions/contract/settings.ts';
import { domainCharactersMax } from './domain-test.ts';

export type ExcludedDomain =
  /** In ASCII and lower case. */
  { readonly kind: 'domain'; readonly domain: string } | { readonly kind: 'problem'; readonly problem: DomainProblem };

/** Links are longer than their domain. */
const textCharactersMax = 2_000;

/**
 * Understands what people write when they mean a domain.
 *
 * | given | means |
 * |---|---|
 * | `Acme.com`, `acme.com.`, `.acme.com`, `*.acme.com` | acme.com |
 * | `@acme.com`, `jane@acme.com`, `mailto:jane@acme.com` | acme.com |
 * | `https://www.acme.com:8080/about` | www.acme.com |
 * | `münchen.de` | xn--mnchen-3ya.de |
 * | `com`, `co.uk`, `acme` | too-broad: whole countries, or no domain that somebody could own |
 */
export function parseExcludedDomain(given: string): ExcludedDomain {
  const text = given.trim().toLowerCase();
  if (text === '') return problem('empty');
  const address = toAddress(text);
  // Several at once: which one would be meant?
  if (text.length > textCharactersMax || /[\s,;]/.test(text) || address.split('@').length > 2) {
    return problem('not-a-domain');
  }
  const name = address.slice(address.lastIndexOf('@') + 1).replace(/^\*?\./, '');
  // What else ASCII has would be decoded or cut off.
  if (!/^[a-z0-9.\-\u{80}-\u{10ffff}]+$/u.test(name)) return problem('not-a-domain');
  const domain = domainToASCII(name).replace(/\.$/, '');
  const isDomain = domain.length <= domainCharactersMax && isFQDN(domain, { require_tld: domain.includes('.') });
  if (!isDomain) return problem('not-a-domain');
  return getDomain(domain) === null ? problem('too-broad') : { kind: 'domain', domain };
}

const problem = (kind: DomainProblem): ExcludedDomain => ({ kind: 'problem', problem: kind });

/** Without what a link has around it. */
const toAddress = (text: string): string =>
  text
    .replace(/^(mailto:|[a-z][a-z0-9+.-]*:\/\/)/, '')
    .replace(/[/?#].*$/s, '')
    .replace(/:\d*$/, '');
