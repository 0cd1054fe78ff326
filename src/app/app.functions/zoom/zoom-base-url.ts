/**
 * The address to call: the account's regional one when Zoom names it with the token, else the configured one. A token is
 * never carried out of Zoom, nor from a stand-in to Zoom.
 *
 * @param configured - with the version path, for example `https://api.zoom.us/v2`
 * @param apiUrl - `api_url` of the token answer; only its origin counts
 */
export function chooseZoomBaseUrl(configured: string, apiUrl: string | null): string {
  const base = new URL(configured);
  const path = base.pathname.replace(/\/$/, '');
  const regional = apiUrl !== null && URL.canParse(apiUrl) ? new URL(apiUrl) : null;
  const origin = regional !== null && mayReplace(base, regional) ? regional.origin : base.origin;
  return `${origin}${path}`;
}

function mayReplace(base: URL, regional: URL): boolean {
  if (isZoomHost(base)) return isZoomHost(regional) && regional.protocol === 'https:';
  return !isZoomHost(regional) && /^https?:$/.test(regional.protocol);
}

/** Zoom's own hosts, which may see a token. */
export const isZoomHost = ({ hostname }: URL): boolean => hostname === 'zoom.us' || hostname.endsWith('.zoom.us');
