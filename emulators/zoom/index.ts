import { startEmulator, type Emulator, type EmulatorDefinition, type EmulatorOptions } from '../core/server.ts';
import { addStandardHeaders, admitCall } from './auth.ts';
import { describeWorld } from './describe-world.ts';
import { refusals } from './errors.ts';
import { levers } from './levers.ts';
import { downloadOperations } from './routes/downloads.ts';
import { historyRoutes } from './routes/history.ts';
import { oauthToken } from './routes/oauth.ts';
import { recordingRoutes } from './routes/recordings.ts';
import { registrantRoutes } from './routes/registrants.ts';
import { registrationRoutes } from './routes/registration.ts';
import { reportRoutes } from './routes/reports.ts';
import { answerRefusals, toOperation } from './routes/route.ts';
import { userRoutes } from './routes/users.ts';
import { webinarRoutes } from './routes/webinars.ts';
import { createZoomWorld } from './seed.ts';
import { storedFile } from './storage.ts';
import type { ZoomWorld } from './world.ts';

export type { ZoomSeed } from './seed-schema.ts';
export { nextWebhookAt, runDueWebhooks, runWebhooksUntil, type RunOptions } from './webhooks/run.ts';
export { webhookEvents, type Subscription, type WebhookDelivery, type WebhookEvent } from './webhooks/office.ts';
export type { ZoomWorld } from './world.ts';

/**
 * Zoom's token endpoint (`/oauth/token`), the webinar part of its API (`/v2`), the downloads of recordings (`/rec`), and the
 * storage host to which these lead.
 */
export const zoomEmulator: EmulatorDefinition<ZoomWorld> = {
  name: 'zoom',
  createWorld: createZoomWorld,
  operations: [
    oauthToken,
    ...[
      ...userRoutes,
      ...webinarRoutes,
      ...registrantRoutes,
      ...registrationRoutes,
      ...reportRoutes,
      ...historyRoutes,
      ...recordingRoutes,
    ].map(toOperation),
    ...downloadOperations,
  ],
  storageOperations: [storedFile],
  admit: (world, call) => answerRefusals(() => admitCall(world, call)),
  finish: addStandardHeaders,
  answerUnknownPath: () => refusals.unknownEndpoint().answer,
  answerMalformedJson: () => refusals.malformedBody().answer,
  describeState: describeWorld,
  levers,
};

/**
 * Starts the stand-in of Zoom on 127.0.0.1. `options.seed` has the shape of `ZoomSeed`, see README.md.
 * @throws SeedError
 */
export const startZoomEmulator = (options: EmulatorOptions = {}): Promise<Emulator<ZoomWorld>> =>
  startEmulator(zoomEmulator, options);
