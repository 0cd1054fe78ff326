import { Hono } from 'hono';
import { readFileSync } from 'node:fs';
import type { ContactValues, MarketingEvents, PreviewApp } from '../protocol/preview-api.ts';
import { readAccount } from './account.ts';
import { readContacts } from './contact-list.ts';
import { readAllContactValues, readContactRecord, readContactValues } from './contact-record.ts';
import type { AppMetadata, Extension } from './extensions.ts';
import { HubSpotReadError, type HubSpotReader } from './hubspot-reader.ts';
import { readMarketingEvent, readMarketingEvents, readParticipants } from './marketing-events.ts';
import { readTimeline } from './timeline.ts';

/** A private app has an id of its own; a preview has none, and says 1. */
const appId = 1;

export interface PreviewRoutesOptions {
  readonly app: AppMetadata;
  readonly extensions: readonly Extension[];
  readonly hubSpot: HubSpotReader;
  readonly clockOffsetMs: () => number;
  readonly hasOutsideWorld: boolean;
}

/** What the page reads, below `/preview`. Nothing here writes. */
export function previewRoutes(options: PreviewRoutesOptions): Hono {
  const { app, extensions, hubSpot, clockOffsetMs, hasOutsideWorld } = options;
  const routes = new Hono();
  routes.get('/app', async (context) => {
    const answer: PreviewApp = {
      appId,
      appName: app.name,
      appDescription: app.description,
      permittedUrls: app.permittedUrls,
      extensions: extensions.map(({ uid, title, location }) => ({
        uid,
        title,
        location,
        bundleUrl: `/preview/bundles/${uid}.js`,
      })),
      ...(await readAccount(hubSpot)),
      clockOffsetMs: clockOffsetMs(),
      hasOutsideWorld,
    };
    return context.json(answer);
  });

  // Read anew each time, so that a build shows when the page is loaded again.
  routes.get('/bundles/:file', (context) => {
    const extension = extensions.find(({ uid }) => `${uid}.js` === context.req.param('file'));
    if (extension === undefined) return context.notFound();
    return context.body(readFileSync(extension.bundlePath), 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-store',
    });
  });

  routes.get('/contacts', async (context) => {
    const { query = '', after = null } = context.req.query();
    return context.json(await readContacts(hubSpot, { query, after }));
  });
  routes.get('/contacts/:id', async (context) =>
    context.json(await readContactRecord(hubSpot, context.req.param('id'))),
  );
  routes.get('/contacts/:id/properties', async (context) => {
    const id = context.req.param('id');
    const names = context.req.query('names');
    const values: ContactValues = await (names === undefined
      ? readAllContactValues(hubSpot, id)
      : readContactValues(hubSpot, id, names.split(',')));
    return context.json(values);
  });
  routes.get('/contacts/:id/timeline', async (context) =>
    context.json(await readTimeline(hubSpot, context.req.param('id'))),
  );

  routes.get('/marketing-events', async (context) => {
    const answer: MarketingEvents = { events: await readMarketingEvents(hubSpot) };
    return context.json(answer);
  });
  routes.get('/marketing-events/:id', async (context) =>
    context.json(await readMarketingEvent(hubSpot, context.req.param('id'))),
  );
  routes.get('/marketing-events/:id/participants', async (context) => {
    const { state = null, after = null } = context.req.query();
    return context.json(await readParticipants(hubSpot, context.req.param('id'), { state, after }));
  });

  routes.onError((error, context) => {
    if (!(error instanceof HubSpotReadError)) throw error;
    const status = error.status === 404 ? 404 : 502;
    return context.json({ message: error.message }, status);
  });
  return routes;
}
