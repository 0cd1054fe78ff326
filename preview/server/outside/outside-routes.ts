import { Hono, type Context } from 'hono';
import * as z from 'zod';
import type { DoorCalls, Enrolments, TimePassing, WorkflowActions } from '../../protocol/outside-api.ts';
import { HubSpotReadError, type HubSpotReader } from '../hubspot-reader.ts';
import { ControlError, createControl } from './control.ts';
import { startDeliveries } from './deliveries.ts';
import { enrolContact, fetchOptions, newEnrolmentSchema, optionsQuestionSchema } from './enrolments.ts';
import { readInHubSpot } from './in-hubspot.ts';
import type { OutsideWorld } from './outside-world.ts';
import { readWorkflowActions } from './workflow-actions.ts';
import { actAtZoom, zoomActSchema } from './zoom-acts.ts';
import { describeWebinar, listWebinars } from './zoom-webinars.ts';

const minuteMs = 60_000;
/** Zoom forgets the numbers of webinars after so long. */
const longestMinutes = 30 * 24 * 60;

const timePassingSchema: z.ZodType<TimePassing> = z.strictObject({
  minutes: z.number().positive().max(longestMinutes),
});

export interface OutsideRoutesOptions {
  readonly world: OutsideWorld;
  readonly appDir: string;
  readonly hubSpot: HubSpotReader;
}

/** What people do outside of HubSpot, and in its workflows; below `/preview/outside`. */
export function outsideRoutes({ world, appDir, hubSpot }: OutsideRoutesOptions): {
  readonly routes: Hono;
  close(): Promise<void>;
} {
  const zoom = createControl('Zoom', world.zoomUrl);
  const workflows = createControl('HubSpot', world.hubSpotUrl);
  const deliveries = startDeliveries({ zoom, hubSpot: workflows });
  const routes = new Hono();

  routes.get('/workflow-actions', (context) => {
    const answer: WorkflowActions = { actions: readWorkflowActions(appDir) };
    return context.json(answer);
  });
  routes.post('/options', async (context) =>
    context.json(await fetchOptions(workflows, await readBody(context, optionsQuestionSchema))),
  );
  routes.get('/enrolments', (context) => {
    const answer: Enrolments = { enrolments: deliveries.ofWorkflows() };
    return context.json(answer);
  });
  routes.post('/enrolments', async (context) => {
    const callbackId = await enrolContact(workflows, await readBody(context, newEnrolmentSchema));
    await deliveries.run();
    return context.json(deliveries.ofWorkflows().find((enrolment) => enrolment.callbackId === callbackId) ?? null);
  });

  routes.get('/calls', (context) => {
    const answer: DoorCalls = { calls: world.calls() };
    return context.json(answer);
  });
  routes.get('/zoom/webinars', async (context) => context.json(listWebinars(await zoom.readState())));
  routes.get('/zoom/webinars/:id', async (context) => {
    const webinar = describeWebinar(await zoom.readState(), context.req.param('id'));
    return webinar === null ? context.json(noWebinar, 404) : context.json(webinar);
  });
  routes.get('/zoom/webinars/:id/in-hubspot', async (context) => {
    const webinar = describeWebinar(await zoom.readState(), context.req.param('id'));
    if (webinar === null) return context.json(noWebinar, 404);
    const email = context.req.query('email') ?? '';
    return context.json(await readInHubSpot(hubSpot, { topic: webinar.topic, email: email === '' ? null : email }));
  });
  routes.get('/zoom/deliveries', (context) => context.json(deliveries.ofZoom()));
  routes.post('/zoom/acts', async (context) => {
    await actAtZoom(zoom, await readBody(context, zoomActSchema));
    await deliveries.run();
    return context.json({ ok: true });
  });
  routes.post('/time', async (context) => {
    const { minutes } = await readBody(context, timePassingSchema);
    world.advance(minutes * minuteMs);
    await deliveries.run();
    await world.runSchedule();
    return context.json({ ok: true });
  });

  routes.onError((error, context) => {
    if (error instanceof ControlError) return context.json({ message: error.message }, 422);
    if (error instanceof HubSpotReadError) return context.json({ message: error.message }, 502);
    if (error instanceof z.ZodError) return context.json({ message: z.prettifyError(error) }, 400);
    throw error;
  });
  return { routes, close: deliveries.close };
}

const noWebinar = { message: 'There is no such webinar at Zoom (any more).' };

/** @throws ZodError */
const readBody = async <Body>(context: Context, schema: z.ZodType<Body>): Promise<Body> =>
  schema.parse(await context.req.json().catch(() => null));
