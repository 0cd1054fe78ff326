import * as z from 'zod';
import { SeedError } from '../core/operation.ts';
import { addParticipant, buildInstance } from './build-instance.ts';
import { buildOccurrences, buildSettings, buildWebinar } from './build-webinar.ts';
import { lever, ofAccount, ofWebinar, requireAccount, requireInstance, requireWebinar, type Lever } from './lever.ts';
import { hasEnded, liveInstance } from './lifecycle.ts';
import { endRun } from './live-levers.ts';
import { moveOccurrence } from './move-occurrence.ts';
import {
  instanceSeedSchema,
  occurrenceChangeSchema,
  participantSeedSchema,
  webinarChangeSchema,
  webinarSeedSchema,
} from './seed-schema.ts';
import { parseSeedPart } from './seed.ts';
import { markAnnounced } from './webhooks/milestones.ts';
import { announceCreated, announceDeleted, announceUpdated, changeableFields } from './webhooks/webinar-events.ts';
import { toZoomTime } from './zoom-time.ts';

/** A run of the webinar; with an end in the future it is live until the clock gets there. */
const addInstance = lever(
  z.strictObject({ ...ofWebinar, instance: instanceSeedSchema }),
  (world, { webinar_id, instance }) => ({
    uuid: buildInstance(world, requireWebinar(world, webinar_id), instance).uuid,
  }),
);

/** Ends the live instance now; if none is live, the webinar has run from its planned start until now. */
const endWebinar = lever(
  z.strictObject({ ...ofWebinar, participants: z.array(participantSeedSchema).default([]) }),
  (world, { webinar_id, participants }) => {
    const webinar = requireWebinar(world, webinar_id);
    const now = world.clock.now();
    const live = liveInstance(webinar, now);
    if (live !== undefined) {
      endRun(live, toZoomTime(now));
      for (const participant of participants) addParticipant(live, participant);
      return { uuid: live.uuid };
    }
    if (webinar.startTime === null || Date.parse(webinar.startTime) >= now) {
      throw new SeedError(`Webinar ${webinar_id} is not live and was not due yet: move the clock, or add an instance.`);
    }
    const seed = parseSeedPart(instanceSeedSchema, {
      start_time: webinar.startTime,
      end_time: toZoomTime(now),
      participants,
    });
    return { uuid: buildInstance(world, webinar, seed).uuid };
  },
);

/** Rows that turn up late, as the vendor's do. */
const addParticipants = lever(
  z.strictObject({ uuid: z.string(), participants: z.array(participantSeedSchema) }),
  (world, { uuid, participants }) => {
    const instance = requireInstance(world, uuid);
    for (const participant of participants) {
      const row = addParticipant(instance, participant);
      // The report is late, not the people: what they did was told when they did it.
      markAnnounced(world, row, 'joined');
      markAnnounced(world, row, 'left');
    }
    return { uuid, participants: instance.participants.length, hasEnded: hasEnded(instance, world.clock.now()) };
  },
);

/** A host schedules a webinar. One that is still to come was made just now, unless the seed says when. */
const addWebinar = lever(
  z.strictObject({ ...ofAccount, webinar: webinarSeedSchema }),
  (world, { account_id, webinar }) => {
    const now = world.clock.now();
    const starts = [
      webinar.start_time,
      ...[...webinar.occurrences, ...webinar.instances].map((each) => each.start_time),
    ];
    const isToCome = starts.every((start) => start === undefined || Date.parse(start) >= now);
    const created = isToCome ? { created_at: webinar.created_at ?? toZoomTime(now) } : {};
    const built = buildWebinar(world, requireAccount(world, account_id), { ...webinar, ...created });
    announceCreated(world, built);
    return { id: built.id, uuid: built.uuid };
  },
);

/** The host changes the webinar: renamed, moved to another time, form changed … */
const changeWebinar = lever(
  z.strictObject({ ...ofWebinar, change: webinarChangeSchema }),
  (world, { webinar_id, change }) => {
    const webinar = requireWebinar(world, webinar_id);
    const { settings } = webinar;
    const before = changeableFields(webinar);
    webinar.topic = change.topic ?? webinar.topic;
    webinar.agenda = change.agenda ?? webinar.agenda;
    webinar.startTime = change.start_time ?? webinar.startTime;
    webinar.durationMinutes = change.duration ?? webinar.durationMinutes;
    webinar.timezone = change.timezone ?? webinar.timezone;
    webinar.questions = change.questions ?? webinar.questions;
    if (change.occurrences !== undefined) {
      webinar.occurrences = buildOccurrences(change.occurrences, webinar.durationMinutes);
    }
    if (change.settings !== undefined) {
      const { other, ...named } = settings;
      const given = Object.fromEntries(Object.entries(change.settings).filter(([, value]) => value !== undefined));
      webinar.settings = buildSettings({ ...other, ...named, ...given });
    }
    const { isPaidRegistration, attendeeCapacity, allowedEmailDomains } = change.standIn ?? {};
    webinar.knobs = {
      isPaidRegistration: isPaidRegistration ?? webinar.knobs.isPaidRegistration,
      attendeeCapacity: attendeeCapacity === undefined ? webinar.knobs.attendeeCapacity : attendeeCapacity,
      allowedEmailDomains: allowedEmailDomains === undefined ? webinar.knobs.allowedEmailDomains : allowedEmailDomains,
    };
    announceUpdated(world, webinar, before);
    return { id: webinar.id };
  },
);

/** The host moves or deletes one date of a series, or takes back the deletion. */
const changeOccurrence = lever(
  z.strictObject({ ...ofWebinar, occurrence_id: z.string(), change: occurrenceChangeSchema }),
  (world, { webinar_id, occurrence_id, change }) => {
    const webinar = requireWebinar(world, webinar_id);
    const before = changeableFields(webinar);
    const moved = moveOccurrence(world, webinar, occurrence_id, change);
    if (change.status === 'deleted') announceDeleted(world, webinar, moved);
    else announceUpdated(world, webinar, before, 'single');
    return moved;
  },
);

const deleteWebinar = lever(z.strictObject(ofWebinar), (world, { webinar_id }) => {
  const webinar = requireWebinar(world, webinar_id);
  if (!webinar.isDeleted) announceDeleted(world, webinar);
  webinar.isDeleted = true;
  return { id: webinar_id };
});

/** What hosts do with their webinars, and what becomes of them. */
export const webinarLevers: Readonly<Record<string, Lever>> = {
  'add-instance': addInstance,
  'end-webinar': endWebinar,
  'add-participants': addParticipants,
  'add-webinar': addWebinar,
  'change-webinar': changeWebinar,
  'change-occurrence': changeOccurrence,
  'delete-webinar': deleteWebinar,
};
