import type { HrefProp } from '@hubspot/ui-extensions';

/** HubSpot opens its own pages in the same tab, and everything else in a new one with an icon. */
function isOutside(url: string): boolean {
  const parsed = URL.parse(url, window.location.href);
  if (parsed?.protocol.startsWith('http') !== true) return false;
  return parsed.origin !== window.location.origin && !/(^|\.)hubspot\.com$/.test(parsed.hostname);
}

export function hrefOf(href: HrefProp | undefined): { url: string; isExternal: boolean } | undefined {
  if (href === undefined || href === '') return undefined;
  const { url, external } = typeof href === 'string' ? { url: href, external: undefined } : href;
  return { url, isExternal: external ?? isOutside(url) };
}

export const linkAttributes = (link: { readonly url: string; readonly isExternal: boolean }) => ({
  href: link.url,
  ...(link.isExternal && { target: '_blank', rel: 'noreferrer' }),
});
