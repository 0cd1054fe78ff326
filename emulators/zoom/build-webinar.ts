import { SeedError } from '../core/operation.ts';
import { buildUnlistedHost } from './build-user.ts';
import { buildInstance } from './build-instance.ts';
import { buildRegistrant } from './build-registrant.ts';
import type { Account, Occurrence, Webinar, WebinarSettings, ZoomUser } from './entities.ts';
import { joinLink, personalJoinLink, registrationLink } from './links.ts';
import { createRoster, emailKey } from './roster.ts';
import type { OccurrenceSeed, SettingsSeed, WebinarSeed } from './seed-schema.ts';
import { newId, type ZoomWorld } from './world.ts';
import { dayMs, toZoomTime } from './zoom-time.ts';

const plannedAheadMs = 7 * dayMs;
const createdAheadMs = 14 * dayMs;

/** Adds a webinar with its people and instances. @throws SeedError */
export function buildWebinar(world: ZoomWorld, account: Account, seed: WebinarSeed): Webinar {
  const {
    id: seededId,
    uuid,
    host_id,
    host_email,
    topic,
    agenda,
    type: seededType,
    start_time,
    duration,
    timezone,
    created_at,
    join_url,
    registration_url,
    is_events_webinar,
    is_simulive,
    settings,
    occurrences: occurrenceSeeds,
    registrants,
    panelists,
    questions,
    tracking_sources,
    instances,
    standIn,
    ...other
  } = seed;
  const id = seededId ?? world.random.integer(80_000_000_000, 99_999_999_999);
  if (world.webinarsById.has(id)) throw new SeedError(`Webinar ${id} is there twice.`);
  const type = seededType ?? (occurrenceSeeds.length > 0 ? 9 : 5);
  const occurrences = buildOccurrences(occurrenceSeeds, duration);
  if (type === 9 && occurrences.length === 0) {
    throw new SeedError(`Webinar ${id} is of type 9 (recurring, fixed times): write its "occurrences".`);
  }
  if (type !== 9 && occurrences.length > 0) {
    throw new SeedError(`Webinar ${id} is of type ${type} and has "occurrences": only type 9 has them.`);
  }

  const now = world.clock.now();
  const firstStart = start_time ?? occurrences[0]?.start_time ?? instances[0]?.start_time;
  const startTime = type === 6 ? null : (firstStart ?? toZoomTime(now + plannedAheadMs));
  const earliestUse = Math.min(now, Date.parse(firstStart ?? toZoomTime(now)));
  const hasRegistrationForm =
    registrants.length > 0 || questions.questions.length > 0 || questions.custom_questions.length > 0;

  const webinar: Webinar = {
    id,
    account,
    host: findHost(world, account, host_id, host_email, id),
    uuid: uuid ?? world.random.base64(16),
    type,
    topic,
    agenda,
    startTime,
    durationMinutes: duration,
    timezone,
    createdAt: created_at ?? toZoomTime(earliestUse - createdAheadMs),
    joinUrl: join_url ?? joinLink(id),
    registrationUrl: registration_url ?? registrationLink(newId(world.random)),
    isEventsWebinar: is_events_webinar,
    isSimulive: is_simulive,
    settings: buildSettings({ ...settings, approval_type: settings.approval_type ?? (hasRegistrationForm ? 0 : 2) }),
    occurrences,
    questions,
    panelists: panelists.map(({ id: panelistId, name, email, join_url: link, ...rest }) => ({
      id: panelistId ?? newId(world.random),
      name: name === '' ? email : name,
      email,
      join_url: link ?? personalJoinLink(id, newId(world.random, 24)),
      other: rest,
    })),
    trackingSources: tracking_sources,
    roster: createRoster(),
    instances: [],
    knobs: standIn,
    isDeleted: false,
    other,
  };
  world.webinarsById.set(id, webinar);
  account.webinars.push(webinar);
  webinar.host.webinars.push(webinar);
  for (const registrant of registrants) buildRegistrant(world, webinar, registrant);
  for (const instance of instances) buildInstance(world, webinar, instance);
  return webinar;
}

function findHost(
  world: ZoomWorld,
  account: Account,
  hostId: string | undefined,
  hostEmail: string | undefined,
  webinarId: number,
): ZoomUser {
  const byId = hostId === undefined ? undefined : account.usersById.get(hostId);
  const byEmail = hostEmail === undefined ? undefined : account.usersByEmail.get(emailKey(hostEmail));
  if (byId !== undefined && byEmail !== undefined && byId !== byEmail) {
    throw new SeedError(`Webinar ${webinarId}: "host_id" and "host_email" are two different users.`);
  }
  const found = byId ?? byEmail;
  if (found !== undefined) return found;
  if (hostEmail !== undefined) return buildUnlistedHost(world, account, hostId, hostEmail);
  if (hostId !== undefined) throw new SeedError(`Webinar ${webinarId}: no user of the account has the id "${hostId}".`);
  const [firstUser] = account.usersById.values();
  if (firstUser === undefined) {
    throw new SeedError(`Webinar ${webinarId} has no host: write "host_email", or give its account a user.`);
  }
  return firstUser;
}

export const buildOccurrences = (seeds: readonly OccurrenceSeed[], durationMinutes: number): Occurrence[] =>
  sortOccurrences(
    seeds.map(({ occurrence_id, start_time, duration, status }) => ({
      occurrence_id: occurrence_id ?? String(Date.parse(start_time)),
      start_time,
      duration: duration ?? durationMinutes,
      status,
    })),
  );

export const sortOccurrences = (occurrences: readonly Occurrence[]): Occurrence[] =>
  occurrences.toSorted((left, right) => Date.parse(left.start_time) - Date.parse(right.start_time));

export function buildSettings(seed: SettingsSeed): WebinarSettings {
  const { approval_type, registration_type, registrants_restrict_number, email_in_attendee_report, ...other } = seed;
  return {
    approval_type: approval_type ?? 2,
    registration_type,
    registrants_restrict_number,
    email_in_attendee_report,
    other,
  };
}
