import * as z from 'zod';

const milliseconds = z.int().min(0);

export const readinessSchema = z.strictObject({
  notFoundMs: milliseconds.default(0),
  emptyMs: milliseconds.default(0),
  zeroDurationsMs: milliseconds.default(0),
});

/**
 * Where the vendor is not documented, was seen to differ, or may be set up differently. The defaults are the documented
 * behaviour, and the stricter one where nothing is documented.
 */
export const switchesSchema = z.strictObject({
  /** A new token kills the account's older ones, as Zoom did in 2022. */
  invalidatePreviousTokens: z.boolean().default(false),
  tokenLifeSeconds: z.int().min(1).default(3600),
  /** Most accounts also take `grant_type` and `account_id` in the query. */
  acceptTokenParametersInQuery: z.boolean().default(false),
  /** Days after the last use at which a webinar's number stops working; null: never. */
  webinarIdExpiryDays: z.int().min(1).nullable().default(30),
  /** GET /users/{id}/webinars shows each occurrence of a recurring webinar as a row of its own. */
  listOneRowPerOccurrence: z.boolean().default(true),
  registrantOrder: z.enum(['oldest-first', 'newest-first']).default('oldest-first'),
  enforceRequiredQuestions: z.boolean().default(true),
  /** Whether three registrations a day per e-mail are counted for each webinar or for the whole account. */
  registrationLimitScope: z.enum(['webinar', 'account']).default('webinar'),
  /** Whether ten status changes a day are counted for each registrant or for the whole webinar. */
  statusLimitScope: z.enum(['registrant', 'webinar']).default('registrant'),
  /** `status` and `share_url` in registration answers, sent since 2026-09-21. */
  sendRegistrationStatus: z.boolean().default(true),
  /** The most rows that a page of a heavy endpoint holds, whatever was asked; null: as many as asked. */
  heavyPageRows: z.int().min(1).nullable().default(null),
  /** The most rows that any page holds, whatever was asked; null: as many as asked. */
  pageRowsMax: z.int().min(1).nullable().default(null),
  reportReadiness: readinessSchema.default({ notFoundMs: 0, emptyMs: 0, zeroDurationsMs: 0 }),
  /** What a series shows after one of its occurrences was moved: the id that it had, or one made of the new start. */
  movedOccurrenceId: z.enum(['kept', 'renewed']).default('kept'),
  /** Recordings that Zoom is still working on: shown with the status `processing`, or not at all. */
  processingRecording: z.enum(['listed', 'hidden']).default('listed'),
  /** The transcript among the files of a finished recording while Zoom still writes it. */
  unfinishedTranscript: z.enum(['absent', 'processing']).default('absent'),
  /** Recordings come with `share_url`, as older answers and the webhooks have it. */
  sendShareUrl: z.boolean().default(true),
  /** A user's list without any recording: empty, or 404/3301. */
  noRecordings: z.enum(['empty-list', 'not-found']).default('empty-list'),
  /** The status of "You do not have the right permissions.": the specification lists it below 200. */
  recordingPermissionStatus: z.union([z.literal(200), z.literal(400)]).default(400),
  /** A download without a right: a sign-in page with status 200, or 401. */
  downloadRefusal: z.enum(['html-page', 'unauthorised']).default('html-page'),
  /** Whether a download leads to the storage host at once, or over another address of Zoom's own that wants the token too. */
  downloadHops: z.enum(['direct', 'through-zoom']).default('direct'),
  /** `category-only`: a 429 says no more than its category, as seen on a free account. */
  limitHeaders: z.enum(['documented', 'category-only']).default('documented'),
});

export type Switches = z.output<typeof switchesSchema>;
