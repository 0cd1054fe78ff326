import type { MiddlewareHandler } from 'hono';

/** Extensions are evaluated from text, in a worker and nowhere else. */
const workerPolicy = "default-src 'none'; script-src 'self' 'unsafe-eval'";

/** As in HubSpot, an extension reaches only what the app's metadata permits. */
const pagePolicy = (iframeUrls: readonly string[]): string =>
  [
    "default-src 'self'",
    "img-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    `frame-src ${iframeUrls.length === 0 ? "'none'" : iframeUrls.join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

export function securityHeaders(iframeUrls: readonly string[]): MiddlewareHandler {
  const page = pagePolicy(iframeUrls);
  return async (context, next) => {
    await next();
    const isScript = context.res.headers.get('content-type')?.includes('javascript') === true;
    context.res.headers.set('content-security-policy', isScript ? workerPolicy : page);
    context.res.headers.set('x-content-type-options', 'nosniff');
    context.res.headers.set('cross-origin-resource-policy', 'same-origin');
    context.res.headers.set('referrer-policy', 'no-referrer');
  };
}
