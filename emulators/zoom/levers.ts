import * as z from 'zod';
import { SeedError } from '../core/operation.ts';
import { accountLevers } from './account-levers.ts';
import { buildRegistrant } from './build-registrant.ts';
import type { Webinar } from './entities.ts';
import { lever, ofWebinar, requireWebinar, type Lever } from './lever.ts';
import { liveLevers } from './live-levers.ts';
import { recordingLevers } from './recording-levers.ts';
import type { Registrant } from './registrant.ts';
import { withdraw } from './routes/registration.ts';
import { registrantSeedSchema } from './seed-schema.ts';
import { parseSeedPart } from './seed.ts';
import { switchesSchema } from './switches.ts';
import { webhookLevers } from './webhooks/levers.ts';
import { announceDecision, announceRegistered, announceStatus, statusAt } from './webhooks/registration-events.ts';
import { webinarLevers } from './webinar-levers.ts';
import { toZoomTime } from './zoom-time.ts';

const ofRegistrant = { ...ofWebinar, registrant_id: z.string().optional(), email: z.string().optional() };

function requireRegistrant(
  webinar: Webinar,
  by: { registrant_id?: string | undefined; email?: string | undefined },
): Registrant {
  const { registrant_id, email } = by;
  const registrant =
    registrant_id === undefined ? webinar.roster.byEmail(email ?? '') : webinar.roster.byId(registrant_id);
  if (registrant === undefined) {
    throw new SeedError(`Webinar ${webinar.id} has no registrant "${registrant_id ?? email ?? ''}".`);
  }
  return registrant;
}

/** A registrant uses the link in the confirmation mail: the registration is gone, and may be made again. */
const selfCancel = lever(
  z.strictObject({ ...ofRegistrant, occurrence_id: z.string().optional() }),
  (world, { webinar_id, occurrence_id, ...by }) => {
    const webinar = requireWebinar(world, webinar_id);
    const registrant = requireRegistrant(webinar, by);
    announceDecision(world, webinar, registrant, 'cancelled', { occurrenceId: occurrence_id ?? null, bySelf: true });
    withdraw(webinar, registrant, occurrence_id ?? null);
    return { registrant_id: registrant.id };
  },
);

/** Somebody fills in the registration page; none of the limits of the API apply. */
const addRegistrant = lever(
  z.strictObject({ ...ofWebinar, registrant: registrantSeedSchema }),
  (world, { webinar_id, registrant }) => {
    const webinar = requireWebinar(world, webinar_id);
    const created = registrant.create_time ?? toZoomTime(world.clock.now());
    const built = buildRegistrant(world, webinar, { ...registrant, create_time: created });
    announceRegistered(world, webinar, built);
    return { registrant_id: built.id, status: built.status };
  },
);

/** The host edits somebody's status or answers in the web portal. */
const changeRegistrant = lever(
  z.strictObject({
    ...ofRegistrant,
    occurrence_id: z.string().optional(),
    status: z.enum(['approved', 'pending', 'denied']).optional(),
    fields: z.record(z.string(), z.unknown()).optional(),
  }),
  (world, { webinar_id, occurrence_id, status, fields, ...by }) => {
    const webinar = requireWebinar(world, webinar_id);
    const registrant = requireRegistrant(webinar, by);
    if (status !== undefined) {
      const occurrenceId = occurrence_id ?? null;
      const before = statusAt(registrant, occurrenceId);
      webinar.roster.setStatus(registrant, status, occurrenceId);
      announceStatus(world, webinar, registrant, { before, after: status, occurrenceId });
    }
    if (fields !== undefined) webinar.roster.replaceFields(registrant, { ...registrant.fields, ...fields });
    return { registrant_id: registrant.id, status: registrant.status };
  },
);

/** The host cancels somebody's registration: it stays as a denied one. */
const hostCancel = lever(
  z.strictObject({ ...ofRegistrant, occurrence_id: z.string().optional() }),
  (world, { webinar_id, occurrence_id, ...by }) => {
    const webinar = requireWebinar(world, webinar_id);
    const registrant = requireRegistrant(webinar, by);
    const occurrenceId = occurrence_id ?? null;
    webinar.roster.setStatus(registrant, 'denied', occurrenceId);
    announceDecision(world, webinar, registrant, 'cancelled', { occurrenceId });
    return { registrant_id: registrant.id };
  },
);

/** Changes the named switches and leaves the others. */
const changeSwitches: Lever = (world, body) => {
  const change = parseSeedPart(z.record(z.string(), z.unknown()), body ?? {});
  world.switches = parseSeedPart(switchesSchema, { ...world.switches, ...change });
  return world.switches;
};

/** `POST /_control/<name>`; see README.md for the bodies. */
export const levers: Readonly<Record<string, Lever>> = {
  switches: changeSwitches,
  'self-cancel': selfCancel,
  'add-registrant': addRegistrant,
  'change-registrant': changeRegistrant,
  'host-cancel': hostCancel,
  ...webinarLevers,
  ...liveLevers,
  ...webhookLevers,
  ...recordingLevers,
  ...accountLevers,
};
