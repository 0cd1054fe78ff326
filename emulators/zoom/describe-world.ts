import type { Account, Instance, ParticipantRow, Webinar } from './entities.ts';
import { toRegistrantAnswer, toUserAnswer, toWebinarAnswer } from './formatters.ts';
import type { Recording, Transcript } from './recording.ts';
import { toRecordingAnswer } from './recording-formatters.ts';
import { describeWebhooks } from './webhooks/describe.ts';
import type { ZoomWorld } from './world.ts';

/** The whole state in the shapes of the seed, without secrets and tokens. Nothing is hidden as the API would hide it. */
export const describeWorld = (world: ZoomWorld): object => ({
  now: world.clock.nowIso(),
  switches: world.switches,
  accounts: [...world.accountsById.values()].map((account) => describeAccount(world, account)),
  ...describeWebhooks(world),
});

const describeAccount = (world: ZoomWorld, account: Account): object => ({
  account_id: account.accountId,
  client_id: account.clientId,
  plan: account.plan,
  scopes: [...account.scopes],
  isAppActive: account.isAppActive,
  usage: account.usage.daily,
  users: [...account.usersById.values()].map((user) => ({
    ...toUserAnswer(user, null),
    standIn: { hasWebinarPlan: user.hasWebinarPlan },
  })),
  webinars: account.webinars.map((webinar) => describeWebinar(world, webinar)),
});

const describeWebinar = (world: ZoomWorld, webinar: Webinar): object => ({
  ...toWebinarAnswer(webinar, { occurrence: null, showsPreviousOccurrences: true, now: world.clock.now() }),
  occurrences: webinar.occurrences,
  is_events_webinar: webinar.isEventsWebinar,
  isDeleted: webinar.isDeleted,
  questions: webinar.questions,
  panelists: webinar.panelists.map(({ other, ...panelist }) => ({ ...panelist, ...other })),
  tracking_sources: webinar.trackingSources,
  registrants: [...webinar.roster.all()].map((registrant) => ({
    ...toRegistrantAnswer(registrant, null),
    standIn: {
      status_by_occurrence: Object.fromEntries(registrant.statusByOccurrence),
      tracking_source_id: registrant.trackingSourceId,
    },
  })),
  instances: webinar.instances.map((instance) => describeInstance(world, instance)),
  standIn: webinar.knobs,
});

const describeInstance = (world: ZoomWorld, instance: Instance): object => ({
  uuid: instance.uuid,
  start_time: instance.startTime,
  end_time: instance.endTime,
  isPractice: instance.isPractice,
  readiness: instance.readiness,
  participants: instance.participants.map(describeParticipant),
  recording: instance.recording === null ? null : describeRecording(world, instance, instance.recording),
  transcript: instance.transcript === null ? null : describeTranscript(instance.transcript),
});

const describeRecording = (world: ZoomWorld, instance: Instance, recording: Recording): object => ({
  ...toRecordingAnswer(world, instance, recording, world.clock.now()),
  standIn: { processingMs: recording.processingMs, state: recording.state },
});

const describeTranscript = ({ file: _file, key: _key, ...transcript }: Transcript): object => transcript;

const describeParticipant = (row: ParticipantRow): object => ({
  user_id: row.userId,
  participant_user_id: row.participantUserId,
  name: row.name,
  user_email: row.email,
  join_time: row.joinTime,
  leave_time: row.leaveTime,
  duration: row.durationSeconds,
  registrant_id: row.registrantId,
  isInside: row.isInside,
  status: row.status,
});
