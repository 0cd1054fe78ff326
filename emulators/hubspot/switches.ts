import * as z from 'zod';

/**
 * Behaviour that HubSpot does not document, or that differs between observations. Each switch names its answers; the
 * default is the one that forgives a client least. Changed by the seed (`emulator.switches`) or the lever `switches`.
 */
const switchesSchema = z.strictObject({
  /** How long a write stays invisible to `search`. */
  searchIndexLagMs: z.int().min(0),
  /** How long a new marketing event stays invisible to `events/search` and `identifiers`. */
  marketingEventSearchLagMs: z.int().min(0),
  /** How long an accepted custom event stays unreadable. */
  eventProcessingLagMs: z.int().min(0),
  /** How long attendance stays out of the participation counters and breakdowns. */
  participationLagMs: z.int().min(0),
  /** Upsert whose e-mail is a secondary address of some contact. */
  upsertBySecondaryEmail: z.enum(['updates-owner', 'refused']),
  /** Reading with `archived=true` and an e-mail instead of an id; a secondary address is never found. */
  archivedLookupByEmail: z.enum(['not-found', 'found', 'refused']),
  /** For how many days the API shows archived records; HubSpot's own pages restore them for 90. Null: for ever. */
  archivedKeptDays: z.int().min(0).nullable(),
  /** Reading the id of a contact that was merged into another. */
  readMergedId: z.enum(['not-found', 'survivor']),
  /** Whether the unique values of an archived record (other than e-mail) may be used again. */
  archivedUniqueValue: z.enum(['reusable', 'held']),
  /** What becomes of the marketing-event participations of a contact that is merged into another. */
  mergedParticipations: z.enum(['moved', 'lost']),
  /** Creating a record whose unique value (other than an e-mail) is taken: 400 with two ids in the text, or 409. */
  uniqueValueConflict: z.enum(['two-ids', 'existing-id']),
  /** Rows of one creation that want the same unique value: all refused, or all but the first. */
  duplicatesInBatchCreate: z.enum(['refuse-batch', 'refuse-row']),
  /** Whether the address of a contact that existed when it was deleted for privacy may be used again. */
  gdprDeletedEmail: z.enum(['blocked', 'reusable']),
  /** What a read shows for a property that was cleared. */
  clearedValue: z.enum(['empty', 'null']),
  /** Addresses below top-level domains that are not registered (.example, .test, …). */
  reservedEmailDomains: z.enum(['accept', 'refuse']),
  /** Whether rows refused for the same reason share one entry of `errors`. */
  groupRowErrors: z.boolean(),
  /** Whether batch answers come in another order than the inputs. */
  shuffleResults: z.boolean(),
  /** Status of `associate/default` with errors; the specification knows 200 only. */
  defaultAssociationErrors: z.enum(['status-200', 'status-207']),
  /** The specification lists the read scopes for writing associations, too. */
  associationWriteScope: z.enum(['write', 'any-listed']),
  /** Whether transcripts are taken; no limit of their size is documented. */
  transcripts: z.enum(['accept', 'refuse', 'refuse-over-1mb']),
  /** A transcript for a call that has one. */
  secondTranscript: z.enum(['another', 'replaces', 'refused']),
  /** Attendance posts with more than 100 inputs; the cap is not documented. */
  attendanceInputsOver100: z.enum(['accept', 'refuse']),
  /** Attendance of a contact id that does not exist or is archived. */
  attendanceOfUnknownContact: z.enum(['error-entry', 'left-out']),
  /** Which entry decides a person's state at an event; ties go to the later arrival. */
  participationState: z.enum(['latest-interaction', 'latest-arrival']),
  /** The specification says milliseconds, the guide's example shows a time. */
  occurredAtFormat: z.enum(['epoch-ms', 'iso']),
  attendancePercentageFormat: z.enum(['fraction', 'percent']),
  /** `POST events/upsert` was observed to answer COMPLETE and to store nothing. */
  marketingEventBatchUpsert: z.enum(['silent-no-op', 'works']),
  /** Whether the upsert of an event that leaves out `eventCancelled` or `eventCompleted` sets them to their default. */
  upsertOmittedFlags: z.enum(['reset', 'kept']),
  identifiersWhenAbsent: z.enum(['empty', 'not-found']),
  /** A custom event sent with an e-mail that no contact has. */
  eventForUnknownEmail: z.enum(['creates-contact', 'dropped']),
  /** URLs of more than 256 and at most 1,024 characters in event properties that are not HubSpot's own. */
  longEventUrls: z.enum(['dropped', 'accepted']),
  /** `Retry-After` on 429 is not documented; a number sends it. */
  retryAfterSecondsOn429: z.int().min(0).nullable(),
  /** Some 429 answers also carry `category: RATE_LIMITS`. */
  rateLimitCategory: z.boolean(),
});
export type Switches = z.infer<typeof switchesSchema>;

/** A change of some switches; the rest stay as they are. */
export const switchChangesSchema = switchesSchema.partial();

export const defaultSwitches: Switches = {
  searchIndexLagMs: 5_000,
  marketingEventSearchLagMs: 120_000,
  eventProcessingLagMs: 10_000,
  participationLagMs: 0,
  upsertBySecondaryEmail: 'updates-owner',
  archivedLookupByEmail: 'not-found',
  archivedKeptDays: 90,
  readMergedId: 'not-found',
  archivedUniqueValue: 'reusable',
  mergedParticipations: 'moved',
  uniqueValueConflict: 'two-ids',
  duplicatesInBatchCreate: 'refuse-batch',
  gdprDeletedEmail: 'blocked',
  clearedValue: 'empty',
  reservedEmailDomains: 'accept',
  groupRowErrors: true,
  shuffleResults: true,
  defaultAssociationErrors: 'status-200',
  associationWriteScope: 'write',
  transcripts: 'accept',
  secondTranscript: 'another',
  attendanceInputsOver100: 'refuse',
  attendanceOfUnknownContact: 'error-entry',
  participationState: 'latest-interaction',
  occurredAtFormat: 'epoch-ms',
  attendancePercentageFormat: 'fraction',
  marketingEventBatchUpsert: 'silent-no-op',
  upsertOmittedFlags: 'reset',
  identifiersWhenAbsent: 'empty',
  eventForUnknownEmail: 'creates-contact',
  longEventUrls: 'dropped',
  retryAfterSecondsOn429: null,
  rateLimitCategory: false,
};
