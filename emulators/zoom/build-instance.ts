import { SeedError } from '../core/operation.ts';
import { buildRecording, buildTranscript } from './build-recording.ts';
import type { Instance, ParticipantRow, Webinar } from './entities.ts';
import { emailKey } from './roster.ts';
import { participantSeedSchema, type InstanceSeed, type ParticipantSeed } from './seed-schema.ts';
import { minuteMs, secondMs, toZoomTime } from './zoom-time.ts';
import type { ZoomWorld } from './world.ts';

const firstUserId = 16_778_240;
const userIdStep = 1_024;

/** Adds one run of a webinar with the people in it. @throws SeedError */
export function buildInstance(world: ZoomWorld, webinar: Webinar, seed: InstanceSeed): Instance {
  const uuid = seed.uuid ?? world.random.base64(16);
  if (world.instancesByUuid.has(uuid)) throw new SeedError(`Instance ${uuid} is there twice.`);
  const endTime = seed.end_time ?? toZoomTime(Date.parse(seed.start_time) + webinar.durationMinutes * minuteMs);
  if (Date.parse(endTime) < Date.parse(seed.start_time)) {
    throw new SeedError(`Instance ${uuid} of webinar ${webinar.id} ends before it starts.`);
  }
  const instance: Instance = {
    uuid,
    webinar,
    startTime: seed.start_time,
    endTime,
    isPractice: seed.standIn.isPractice,
    participants: [],
    readiness: seed.standIn.readiness ?? null,
    recording: null,
    transcript: null,
  };
  const hostKey = emailKey(webinar.host.email);
  const hasHostRow = seed.participants.some(
    ({ user_email, id, participant_user_id }) =>
      emailKey(user_email) === hostKey || id === webinar.host.id || participant_user_id === webinar.host.id,
  );
  if (seed.standIn.hostRow && !hasHostRow) {
    addParticipant(
      instance,
      participantSeedSchema.parse({
        name: webinar.host.displayName,
        user_email: webinar.host.email,
        registrant_id: '',
      }),
    );
  }
  for (const participant of seed.participants) addParticipant(instance, participant);
  world.instancesByUuid.set(uuid, instance);
  webinar.instances.push(instance);
  if (seed.recording !== undefined) buildRecording(world, instance, seed.recording);
  if (seed.transcript !== undefined) buildTranscript(world, instance, seed.transcript);
  return instance;
}

/** Adds one join. Times that are left out are those of the instance; a duration that is left out is the time between. */
export function addParticipant(instance: Instance, seed: ParticipantSeed): ParticipantRow {
  const { webinar } = instance;
  const joinTime = seed.join_time ?? instance.startTime;
  const leaveTime = seed.leave_time ?? instance.endTime;
  const seconds = Math.floor((Date.parse(leaveTime) - Date.parse(joinTime)) / secondMs);
  const accountUser = webinar.account.usersByEmail.get(emailKey(seed.user_email));
  const row: ParticipantRow = {
    userId: seed.user_id ?? String(firstUserId + instance.participants.length * userIdStep),
    participantUserId: seed.participant_user_id ?? seed.id ?? accountUser?.id ?? '',
    name: seed.name,
    email: seed.user_email,
    joinTime,
    leaveTime,
    durationSeconds: seed.duration ?? (Number.isFinite(seconds) ? Math.max(0, seconds) : 0),
    registrantId: seed.registrant_id ?? webinar.roster.byEmail(seed.user_email)?.id ?? '',
    isInside: false,
    status: seed.status,
    failover: seed.failover,
    customerKey: seed.customer_key,
    breakoutRoomId: seed.bo_mtg_id,
    isEmailFromHost: seed.standIn.isEmailFromHost,
  };
  instance.participants.push(row);
  return row;
}
