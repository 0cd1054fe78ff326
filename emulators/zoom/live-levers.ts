import * as z from 'zod';
import { SeedError } from '../core/operation.ts';
import { addParticipant, buildInstance } from './build-instance.ts';
import type { Instance, ParticipantRow, Webinar } from './entities.ts';
import { lever, ofWebinar, requireWebinar, type Lever } from './lever.ts';
import { liveInstance } from './lifecycle.ts';
import { emailKey } from './roster.ts';
import { instanceSeedSchema, participantSeedSchema } from './seed-schema.ts';
import { parseSeedPart } from './seed.ts';
import type { ZoomWorld } from './world.ts';
import { minuteMs, secondMs, toZoomTime } from './zoom-time.ts';

/** No webinar runs longer than this, so one that nobody ends is over by then. */
const longestRunMs = 30 * 60 * minuteMs;

function requireLive(world: ZoomWorld, webinar: Webinar): Instance {
  const live = liveInstance(webinar, world.clock.now());
  if (live === undefined) throw new SeedError(`Webinar ${webinar.id} is not live.`);
  return live;
}

/** The host starts the webinar now, or the practice session before it. */
const startWebinar = lever(
  z.strictObject({ ...ofWebinar, practice_session: z.boolean().default(false), uuid: z.string().optional() }),
  (world, { webinar_id, practice_session, uuid }) => {
    const webinar = requireWebinar(world, webinar_id);
    const now = world.clock.now();
    if (liveInstance(webinar, now) !== undefined) throw new SeedError(`Webinar ${webinar_id} is live already.`);
    const seed = parseSeedPart(instanceSeedSchema, {
      ...(uuid === undefined ? {} : { uuid }),
      start_time: toZoomTime(now),
      end_time: toZoomTime(now + longestRunMs),
      standIn: { isPractice: practice_session },
    });
    const instance = buildInstance(world, webinar, seed);
    for (const row of instance.participants) row.isInside = true;
    return { uuid: instance.uuid };
  },
);

/** Somebody comes in, for the first time or again: a further row, open until they leave or the webinar ends. */
const join = lever(
  z.strictObject({ ...ofWebinar, participant: participantSeedSchema }),
  (world, { webinar_id, participant }) => {
    const instance = requireLive(world, requireWebinar(world, webinar_id));
    const row = addParticipant(instance, { ...participant, join_time: toZoomTime(world.clock.now()) });
    row.isInside = true;
    return { uuid: instance.uuid, user_id: row.userId, registrant_id: row.registrantId };
  },
);

/** Somebody goes: by the id of the join, or whoever is inside with that address. */
const leave = lever(
  z.strictObject({ ...ofWebinar, user_id: z.string().optional(), email: z.string().optional() }),
  (world, { webinar_id, user_id, email }) => {
    const instance = requireLive(world, requireWebinar(world, webinar_id));
    const inside = instance.participants.filter(
      (row) =>
        row.isInside &&
        (user_id === undefined ? emailKey(row.email) === emailKey(email ?? '') : row.userId === user_id),
    );
    if (inside.length === 0) throw new SeedError(`Nobody like that is in webinar ${webinar_id}.`);
    for (const row of inside) letOut(row, toZoomTime(world.clock.now()));
    return { uuid: instance.uuid, user_ids: inside.map(({ userId }) => userId) };
  },
);

function letOut(row: ParticipantRow, leaveTime: string): void {
  row.leaveTime = leaveTime;
  row.durationSeconds = Math.max(0, Math.floor((Date.parse(leaveTime) - Date.parse(row.joinTime)) / secondMs));
  row.isInside = false;
}

/** Ends a run now: whoever is inside goes with it. */
export function endRun(instance: Instance, endTime: string): void {
  instance.endTime = endTime;
  for (const row of instance.participants) if (row.isInside) letOut(row, endTime);
}

/** What people do while a webinar is live. */
export const liveLevers: Readonly<Record<string, Lever>> = { 'start-webinar': startWebinar, join, leave };
