import * as z from 'zod';
import { recordingFileTypes } from './recording.ts';
import { readinessSchema, switchesSchema } from './switches.ts';
import { subscriptionSeedSchema } from './webhooks/office.ts';

const time = z.iso.datetime({ offset: true });
/** Real answers also hold empty times, and those of people who never left. */
const timeOrEmpty = z.union([time, z.literal('')]);
const registrantStatus = z.enum(['approved', 'pending', 'denied']);
const planNames = ['free', 'pro', 'business', 'unlimited'] as const;

export const registrantSeedSchema = z.looseObject({
  id: z.string().min(1).optional(),
  email: z.string().min(1),
  first_name: z.string().default(''),
  status: registrantStatus.default('approved'),
  create_time: time.optional(),
  join_url: z.string().optional(),
  language: z.string().default('en-US'),
  standIn: z
    .strictObject({
      /** The occurrences registered for, where each is registered for apart; default: all. */
      occurrence_ids: z.array(z.string()).optional(),
      tracking_source_id: z.string().optional(),
    })
    .default({}),
});

export const participantSeedSchema = z.looseObject({
  id: z.string().optional(),
  user_id: z.string().optional(),
  participant_user_id: z.string().optional(),
  name: z.string().default(''),
  user_email: z.string().default(''),
  join_time: timeOrEmpty.optional(),
  leave_time: timeOrEmpty.optional(),
  duration: z.int().min(0).optional(),
  /** Absent: the registrant with the same e-mail, if there is one. */
  registrant_id: z.string().optional(),
  status: z.enum(['in_meeting', 'in_waiting_room']).default('in_meeting'),
  failover: z.boolean().default(false),
  customer_key: z.string().default(''),
  bo_mtg_id: z.string().default(''),
  standIn: z.strictObject({ isEmailFromHost: z.boolean().default(false) }).default({ isEmailFromHost: false }),
});

const milliseconds = z.int().min(0);

/** Who said what when, in milliseconds since the start of the recording. */
export const cueSeedSchema = z
  .strictObject({ speaker: z.string().default(''), text: z.string(), startMs: milliseconds, endMs: milliseconds })
  .refine(({ startMs, endMs }) => endMs >= startMs, 'ends before it starts');

export const transcriptDamageSchema = z.enum(['none', 'html', 'empty', 'garbage']);
export const transcriptRestrictionSchema = z.enum(['UNSUPPORTED', 'NO_TRANSCRIPT_DATA']).nullable();

export const transcriptSeedSchema = z.strictObject({
  source: z.enum(['recording', 'ai-companion', 'both']).default('both'),
  /** After the end of the instance; null: until a lever says so. */
  availableAfterMs: milliseconds.nullable().default(0),
  /** Absent: the host says two sentences. */
  cues: z.array(cueSeedSchema).optional(),
  damage: transcriptDamageSchema.default('none'),
  restriction: transcriptRestrictionSchema.default(null),
});

const recordingFileSeedSchema = z.looseObject({
  id: z.string().min(1).optional(),
  file_type: z.enum(recordingFileTypes),
  file_extension: z.string().min(1).optional(),
  file_size: z.int().min(0).optional(),
  recording_start: time.optional(),
  recording_end: time.optional(),
  recording_type: z.string().min(1).optional(),
  play_url: z.string().optional(),
  standIn: z.strictObject({ content: z.string().optional() }).default({}),
});

export const recordingSeedSchema = z.looseObject({
  /** Null: none is made up. */
  share_url: z.string().nullable().optional(),
  recording_play_passcode: z.string().optional(),
  password: z.string().optional(),
  recording_files: z.array(recordingFileSeedSchema).default([
    { file_type: 'MP4', standIn: {} },
    { file_type: 'M4A', standIn: {} },
  ]),
  standIn: z
    .strictObject({
      /** After the end of the instance; null: until a lever says so. */
      processingMs: milliseconds.nullable().default(0),
      state: z.enum(['available', 'trashed', 'deleted']).default('available'),
    })
    .prefault({}),
});

export const instanceSeedSchema = z.looseObject({
  uuid: z.string().min(1).optional(),
  start_time: time,
  end_time: time.optional(),
  participants: z.array(participantSeedSchema).default([]),
  recording: recordingSeedSchema.optional(),
  transcript: transcriptSeedSchema.optional(),
  standIn: z
    .strictObject({
      /** The host's own row is added when no participant has the host's address. */
      hostRow: z.boolean().default(true),
      isPractice: z.boolean().default(false),
      readiness: readinessSchema.optional(),
    })
    .prefault({}),
});

const panelistSeedSchema = z.looseObject({
  id: z.string().min(1).optional(),
  name: z.string().default(''),
  email: z.string().min(1),
  join_url: z.string().optional(),
});

const questionsSeedSchema = z.strictObject({
  questions: z
    .array(z.strictObject({ field_name: z.string().min(1), required: z.boolean().default(false) }))
    .default([]),
  custom_questions: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        type: z.enum(['short', 'single_radio', 'single_dropdown', 'multiple']).default('short'),
        required: z.boolean().default(false),
        answers: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});

const occurrenceSeedSchema = z.looseObject({
  occurrence_id: z.string().min(1).optional(),
  start_time: time,
  duration: z.int().min(0).optional(),
  status: z.enum(['available', 'deleted']).default('available'),
});

const settings = {
  approval_type: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  registration_type: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  registrants_restrict_number: z.int().min(0),
  email_in_attendee_report: z.boolean(),
};

const settingsSeedSchema = z.looseObject({
  approval_type: settings.approval_type.optional(),
  registration_type: settings.registration_type.default(1),
  registrants_restrict_number: settings.registrants_restrict_number.default(0),
  email_in_attendee_report: settings.email_in_attendee_report.default(true),
});

const webinarKnobs = {
  isPaidRegistration: z.boolean(),
  attendeeCapacity: z.int().min(1).nullable(),
  allowedEmailDomains: z.array(z.string()).nullable(),
};

export const webinarSeedSchema = z.looseObject({
  id: z.union([z.int().positive(), z.string().regex(/^\d+$/).transform(Number)]).optional(),
  uuid: z.string().min(1).optional(),
  host_id: z.string().optional(),
  host_email: z.string().optional(),
  topic: z.string().default('Webinar'),
  agenda: z.string().default(''),
  type: z.union([z.literal(5), z.literal(6), z.literal(9)]).optional(),
  start_time: time.optional(),
  duration: z.int().min(0).default(60),
  timezone: z.string().default('UTC'),
  created_at: time.optional(),
  join_url: z.string().optional(),
  registration_url: z.string().optional(),
  is_events_webinar: z.boolean().default(false),
  is_simulive: z.boolean().default(false),
  settings: settingsSeedSchema.prefault({}),
  occurrences: z.array(occurrenceSeedSchema).default([]),
  registrants: z.array(registrantSeedSchema).default([]),
  panelists: z.array(panelistSeedSchema).default([]),
  questions: questionsSeedSchema.prefault({}),
  tracking_sources: z
    .array(
      z.looseObject({
        id: z.string().min(1),
        source_name: z.string().default(''),
        tracking_url: z.string().default(''),
        visitor_count: z.int().min(0).default(0),
      }),
    )
    .default([]),
  instances: z.array(instanceSeedSchema).default([]),
  standIn: z
    .strictObject({
      isPaidRegistration: webinarKnobs.isPaidRegistration.default(false),
      attendeeCapacity: webinarKnobs.attendeeCapacity.default(null),
      allowedEmailDomains: webinarKnobs.allowedEmailDomains.default(null),
    })
    .prefault({}),
});

/** A change of a webinar that exists: the fields of the seed that may change, none with a default. */
export const webinarChangeSchema = z.strictObject({
  topic: z.string().optional(),
  agenda: z.string().optional(),
  start_time: time.optional(),
  duration: z.int().min(0).optional(),
  timezone: z.string().optional(),
  settings: z.looseObject(settings).partial().optional(),
  occurrences: z.array(occurrenceSeedSchema).optional(),
  questions: questionsSeedSchema.optional(),
  standIn: z.strictObject(webinarKnobs).partial().optional(),
});

/** One date of a series that exists. */
export const occurrenceChangeSchema = z.strictObject({
  start_time: time.optional(),
  duration: z.int().min(0).optional(),
  status: z.enum(['available', 'deleted']).optional(),
});

export const userStatusSchema = z.enum(['active', 'inactive', 'pending']);

export const userSeedSchema = z.looseObject({
  id: z.string().min(1).optional(),
  email: z.string().min(1),
  first_name: z.string().default(''),
  last_name: z.string().default(''),
  display_name: z.string().optional(),
  type: z.union([z.literal(1), z.literal(2), z.literal(4), z.literal(99)]).default(2),
  status: userStatusSchema.default('active'),
  role_id: z.string().default('2'),
  standIn: z
    .strictObject({
      /** Absent: licensed users of a paid account have one. */
      hasWebinarPlan: z.boolean().optional(),
    })
    .default({}),
});

export const planSchema = z.enum(planNames);

export const accountSeedSchema = z.strictObject({
  account_id: z.string().min(1),
  client_id: z.string().min(1),
  client_secret: z.string().min(1),
  plan: planSchema.default('business'),
  /** Absent: every scope that an operation of the stand-in asks for. */
  scopes: z.array(z.string()).optional(),
  users: z.array(userSeedSchema).default([]),
  webinars: z.array(webinarSeedSchema).default([]),
  standIn: z
    .strictObject({
      isBaa: z.boolean().default(false),
      isAppActive: z.boolean().default(true),
      missingPermissions: z.array(z.string()).default([]),
      webhooks: z.array(subscriptionSeedSchema).default([]),
    })
    .prefault({}),
});

/** The whole seed. Vendor objects keep fields that are not named here; what is not the vendor's stands under `standIn`. */
export const seedSchema = z.strictObject({
  accounts: z.array(accountSeedSchema).default([]),
  switches: switchesSchema.prefault({}),
});

export type ZoomSeed = z.input<typeof seedSchema>;
export type AccountSeed = z.output<typeof accountSeedSchema>;
export type UserSeed = z.output<typeof userSeedSchema>;
export type WebinarSeed = z.output<typeof webinarSeedSchema>;
export type RecordingSeed = z.output<typeof recordingSeedSchema>;
export type RecordingFileSeed = z.output<typeof recordingFileSeedSchema>;
export type TranscriptSeed = z.output<typeof transcriptSeedSchema>;
export type InstanceSeed = z.output<typeof instanceSeedSchema>;
export type RegistrantSeed = z.output<typeof registrantSeedSchema>;
export type ParticipantSeed = z.output<typeof participantSeedSchema>;
export type OccurrenceChange = z.output<typeof occurrenceChangeSchema>;
export type OccurrenceSeed = z.output<typeof occurrenceSeedSchema>;
export type SettingsSeed = z.output<typeof settingsSeedSchema>;
