import * as z from 'zod';
import { SeedError } from '../core/operation.ts';
import { revokeTokens } from './auth.ts';
import { addParticipant, buildInstance } from './build-instance.ts';
import { buildRegistrant } from './build-registrant.ts';
import { buildUser } from './build-user.ts';
import { buildOccurrences, buildSettings, buildWebinar } from './build-webinar.ts';
import type { Account, Instance, Webinar } from './entities.ts';
import type { Registrant } from './registrant.ts';
import { hasEnded, liveInstance } from './lifecycle.ts';
import { withdraw } from './routes/registration.ts';
import {
  instanceSeedSchema,
  participantSeedSchema,
  planSchema,
  registrantSeedSchema,
  userSeedSchema,
  webinarChangeSchema,
  webinarSeedSchema,
} from './seed-schema.ts';
import { parseSeedPart } from './seed.ts';
import { switchesSchema } from './switches.ts';
import { findUser, type ZoomWorld } from './world.ts';
import { toZoomTime } from './zoom-time.ts';

type Lever = (world: ZoomWorld, body: unknown) => unknown;

/** A lever whose body has a schema. */
const lever =
  <Schema extends z.ZodType>(schema: Schema, pull: (world: ZoomWorld, body: z.output<Schema>) => unknown): Lever =>
  (world, body) =>
    pull(world, parseSeedPart(schema, body ?? {}));

const ofWebinar = { webinar_id: z.int() };
const ofAccount = { account_id: z.string() };
const ofRegistrant = { ...ofWebinar, registrant_id: z.string().optional(), email: z.string().optional() };

function requireWebinar(world: ZoomWorld, id: number): Webinar {
  const webinar = world.webinarsById.get(id);
  if (webinar === undefined) throw new SeedError(`There is no webinar ${id}.`);
  return webinar;
}

function requireAccount(world: ZoomWorld, accountId: string): Account {
  const account = world.accountsById.get(accountId);
  if (account === undefined) throw new SeedError(`There is no account "${accountId}".`);
  return account;
}

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

function requireInstance(world: ZoomWorld, uuid: string): Instance {
  const instance = world.instancesByUuid.get(uuid);
  if (instance === undefined) throw new SeedError(`There is no instance "${uuid}".`);
  return instance;
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
      live.endTime = toZoomTime(now);
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
    for (const participant of participants) addParticipant(instance, participant);
    return { uuid, participants: instance.participants.length, hasEnded: hasEnded(instance, world.clock.now()) };
  },
);

const addWebinar = lever(
  z.strictObject({ ...ofAccount, webinar: webinarSeedSchema }),
  (world, { account_id, webinar }) => {
    const built = buildWebinar(world, requireAccount(world, account_id), webinar);
    return { id: built.id, uuid: built.uuid };
  },
);

/** The host changes the webinar: renamed, moved to another time, form changed … */
const changeWebinar = lever(
  z.strictObject({ ...ofWebinar, change: webinarChangeSchema }),
  (world, { webinar_id, change }) => {
    const webinar = requireWebinar(world, webinar_id);
    const { settings } = webinar;
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
    return { id: webinar.id };
  },
);

const deleteWebinar = lever(z.strictObject(ofWebinar), (world, { webinar_id }) => {
  requireWebinar(world, webinar_id).isDeleted = true;
  return { id: webinar_id };
});

const addUser = lever(z.strictObject({ ...ofAccount, user: userSeedSchema }), (world, { account_id, user }) => ({
  id: buildUser(world, requireAccount(world, account_id), user).id,
}));

const changeUser = lever(
  z.strictObject({ ...ofAccount, user: z.string(), hasWebinarPlan: z.boolean() }),
  (world, { account_id, user, hasWebinarPlan }) => {
    const found = findUser(requireAccount(world, account_id), user);
    if (found === undefined) throw new SeedError(`Account "${account_id}" has no user "${user}".`);
    found.hasWebinarPlan = hasWebinarPlan;
    return { id: found.id };
  },
);

const changeAccount = lever(
  z.strictObject({
    ...ofAccount,
    plan: planSchema.optional(),
    scopes: z.array(z.string()).optional(),
    isBaa: z.boolean().optional(),
    isAppActive: z.boolean().optional(),
    missingPermissions: z.array(z.string()).optional(),
  }),
  (world, { account_id, plan, scopes, isBaa, isAppActive, missingPermissions }) => {
    const account = requireAccount(world, account_id);
    account.plan = plan ?? account.plan;
    account.isBaa = isBaa ?? account.isBaa;
    account.isAppActive = isAppActive ?? account.isAppActive;
    if (scopes !== undefined) account.scopes = new Set(scopes);
    if (missingPermissions !== undefined) account.missingPermissions = new Set(missingPermissions);
    return { account_id, plan: account.plan, scopes: [...account.scopes] };
  },
);

const revokeAccountTokens = lever(z.strictObject(ofAccount), (world, { account_id }) => {
  revokeTokens(world, requireAccount(world, account_id));
  return { account_id };
});

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
  'add-instance': addInstance,
  'end-webinar': endWebinar,
  'add-participants': addParticipants,
  'add-webinar': addWebinar,
  'change-webinar': changeWebinar,
  'delete-webinar': deleteWebinar,
  'add-user': addUser,
  'change-user': changeUser,
  'change-account': changeAccount,
  'revoke-tokens': revokeAccountTokens,
};
