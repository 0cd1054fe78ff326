import * as z from 'zod';
import { SeedError } from '../core/operation.ts';
import { accountLevers } from './account-levers.ts';
import { buildRegistrant } from './build-registrant.ts';
import type { Webinar } from './entities.ts';
import { lever, ofWebinar, requireWebinar, type Lever } from './lever.ts';
import { recordingLevers } from './recording-levers.ts';
import type { Registrant } from './registrant.ts';
import { withdraw } from './routes/registration.ts';
import { registrantSeedSchema } from './seed-schema.ts';
import { parseSeedPart } from './seed.ts';
import { switchesSchema } from './switches.ts';
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
    const { id, status } = buildRegistrant(world, webinar, { ...registrant, create_time: created });
    return { registrant_id: id, status };
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
    if (status !== undefined) webinar.roster.setStatus(registrant, status, occurrence_id ?? null);
    if (fields !== undefined) webinar.roster.replaceFields(registrant, { ...registrant.fields, ...fields });
    return { registrant_id: registrant.id, status: registrant.status };
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
  ...webinarLevers,
  ...recordingLevers,
  ...accountLevers,
};
