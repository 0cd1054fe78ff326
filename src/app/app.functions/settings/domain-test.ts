import { domainToASCII } from 'node:url';

/** Of a domain, by DNS. */
export const domainCharactersMax = 253;

/** @returns the excluded domain that covers the address, or null */
export type DomainTest = (address: string) => string | null;

/**
 * Tests addresses against excluded domains. A domain covers its sub-domains, in both spellings; where several cover an
 * address, the one that covers most is answered, so that a domain below another one changes nothing.
 *
 * @param domains - in ASCII and lower case
 */
export function createDomainTest(domains: readonly string[]): DomainTest {
  const excluded = new Set(domains);
  return (address) => {
    if (excluded.size === 0) return null;
    const labels = toDomain(address).split('.');
    for (let first = labels.length - 1; first >= 0; first -= 1) {
      const domain = labels.slice(first).join('.');
      if (excluded.has(domain)) return domain;
    }
    return null;
  };
}

/** The domains that are not below another one of the list, sorted. */
export function toWidestDomains(domains: readonly string[]): readonly string[] {
  const widestOf = createDomainTest(domains);
  return [...new Set(domains)].filter((domain) => widestOf(`@${domain}`) === domain).sort();
}

/** The part behind the last `@`, in ASCII; empty where there is none that can be. */
function toDomain(address: string): string {
  const at = address.lastIndexOf('@');
  const domain =
    at === -1
      ? ''
      : address
          .slice(at + 1)
          .trim()
          .toLowerCase();
  // Nobody has a longer one, and a text of dots would be looked at dot by dot.
  if (domain.length > domainCharactersMax) return '';
  // Nothing but ASCII stays as it is: an ASCII name may hold what would be decoded.
  const ascii = /^[\p{ASCII}]*$/u.test(domain) ? domain : domainToASCII(domain) || domain;
  return ascii.replace(/\.$/, '');
}
