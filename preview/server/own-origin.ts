import type { MiddlewareHandler } from 'hono';

const localNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost']);

/**
 * Lets in only this machine's own pages: functions write into accounts, and any page in the same browser could otherwise call
 * them. A foreign `Host` is how a name that was pointed at this machine afterwards gives itself away.
 *
 * @param port - on which the server listens
 */
export function refuseForeignPages(port: () => number): MiddlewareHandler {
  const isOwn = (host: string): boolean => {
    const [name = '', ownPort] = host.split(':');
    return localNames.has(name) && ownPort === String(port());
  };
  return async (context, next) => {
    const origin = context.req.header('origin');
    const isForeign = origin !== undefined && !(origin.startsWith('http://') && isOwn(origin.slice('http://'.length)));
    if (isForeign || !isOwn(context.req.header('host') ?? '')) {
      return context.text('The preview answers only its own pages on this machine.', 403);
    }
    return next();
  };
}
