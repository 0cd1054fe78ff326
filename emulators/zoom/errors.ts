import type { EmulatorAnswer } from '../core/operation.ts';

/** Thrown by an operation that refuses; the route turns it into the answer that it carries. */
export class Refused extends Error {
  override name = 'Refused';
  readonly answer: EmulatorAnswer;
  constructor(answer: EmulatorAnswer) {
    super(`refused with ${answer.status}`);
    this.answer = answer;
  }
}

const refusal = (status: number, code: number, message: string, more: object = {}): Refused =>
  new Refused({ status, json: { code, message, ...more } });

/**
 * Every error of the API. Wording as in the vendor's specification of 2026-08 unless a comment says otherwise; the numbers
 * 200, 300, 3000 and 3001 are shared by many causes at the vendor too.
 * @see https://developers.zoom.us/docs/api/meetings/ (read 2026-11-20)
 */
export const refusals = {
  invalidToken: () => refusal(401, 124, 'Invalid access token.'),
  expiredToken: () => refusal(401, 124, 'Access token is expired.'),
  missingScope: (scopes: readonly string[]) =>
    refusal(400, 4711, `Invalid access token, does not contain scopes:[${scopes.join(',')}].`),
  noPermission: () => refusal(400, 200, 'No permission.'),
  webinarPlanMissing: () =>
    refusal(
      400,
      200,
      'Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for this user in order to perform this action.',
    ),
  webinarPlanMissingFor: (userId: string) =>
    refusal(
      400,
      200,
      `Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for user ${userId} to perform this action.`,
    ),
  paidAccountOnly: (accountId: string) => refusal(400, 200, `Only available for Paid or ZMP account: ${accountId}.`),

  // Listed below status 200 in the specification of recordings, hence the switch.
  noRightToRecording: (status: 200 | 400) => refusal(status, 200, 'You do not have the right permissions.'),
  // The specification names the status of transcripts, not the code.
  noRightToTranscript: () => refusal(403, 200, 'No permission.'),

  unknownEndpoint: () => refusal(400, 2300, 'This API endpoint is not recognized.'),
  malformedBody: () => refusal(400, 300, 'Request Body should be a valid JSON object.'),
  unsupportedContentType: () => refusal(400, 300, 'Unsupported Content Type'),
  validationFailed: (fields: readonly string[]) =>
    refusal(400, 300, 'Validation Failed.', {
      errors: fields.map((field) => ({ field, message: 'Invalid field.' })),
    }),
  invalidParameter: (name: string) => refusal(400, 300, `Invalid parameter: ${name}.`),
  pageTokenInvalid: () => refusal(400, 300, 'The next page token is invalid or expired.'),

  userDoesNotExist: (userId: string) => refusal(404, 1001, `User does not exist: ${userId}.`),
  reportUserDoesNotExist: (userId: string) =>
    refusal(404, 1001, `User ${userId} not exist or not belong to this account.`),
  noPermissionForGroup: (groupId: string) => refusal(403, 12703, `No permission for the group: ${groupId}.`),

  invalidWebinarId: () => refusal(400, 300, 'Invalid webinar ID.'),
  webinarDoesNotExist: (webinarId: string) => refusal(404, 3001, `Webinar does not exist: ${webinarId}.`),
  pastWebinarDoesNotExist: () => refusal(404, 3001, 'Webinar does not exist.'),
  absenteesNotFound: (uuid: string) => refusal(404, 3001, `Webinar ${uuid} not found or expired.`),
  reportNotFound: (meetingId: string) => refusal(404, 3001, `Meeting ${meetingId} not found or has expired.`),
  participantReportNotFound: (webinarId: string) =>
    refusal(404, 3001, `Webinar "${webinarId}" not found or has expired`),
  reportTooOld: () => refusal(400, 12702, 'Can not access a webinar a year ago.'),
  notThisAccount: (accountId: string) => refusal(400, 1010, `User does not belong to this account: ${accountId}.`),
  noRecording: () => refusal(404, 3301, 'There is no recording for this meeting.'),
  noRecordingInList: () => refusal(404, 3301, 'There is no recording for this session.'),
  recordingOfAnotherAccount: (accountId: string) => refusal(400, 1010, `User not found on this account: ${accountId}.`),
  recordingUserDoesNotExist: (userId: string) =>
    refusal(404, 1001, `User ${userId} does not exist, or does not belong to this account.`),
  transcriptDoesNotExist: () => refusal(404, 3322, 'This meeting transcript does not exist.'),
  invalidOccurrence: (occurrenceId: string) =>
    refusal(
      400,
      300,
      `The request could not be completed because you have provided an invalid occurrence ID: ${occurrenceId}.`,
    ),

  registrationOff: (webinarId: number) =>
    refusal(400, 3000, `Registration has not been enabled for this webinar: ${webinarId}.`),
  registrationOffForStatus: (webinarId: number) =>
    refusal(400, 300, `Registration has not been enabled for this meeting: ${webinarId}.`),
  registrationNotRequired: (webinarId: number) =>
    refusal(400, 3000, `This webinar does not have registration as required: ${webinarId}.`),
  registrationNotRequiredForAbsentees: (uuid: string) =>
    refusal(400, 3000, `This webinar doesn't have registration required: ${uuid}.`),
  hostCannotRegister: () => refusal(400, 3027, 'Host cannot register.'),
  panelistInvited: () =>
    refusal(
      400,
      3000,
      'You have been invited as a panelist for the webinar, please check your email to find more information about this webinar.',
    ),
  workEmailNeeded: () => refusal(400, 3034, 'If you have been invited, please input your work email address.'),
  webinarIsOver: () =>
    refusal(
      400,
      3038,
      'Webinar is over, you cannot register now. If you have any questions, contact the webinar host.',
    ),
  paidRegistration: () => refusal(400, 3000, 'The Zoom REST API does not support paid registration.'),
  attendeeLimitReached: () =>
    refusal(
      400,
      3000,
      'You have reached the limit for the number of attendees you can add. Contact Zoom Support for more information.',
    ),
  capacityReached: () => refusal(400, 3035, 'Webinar has reached maximum attendee capacity.'),
  // The vendor's words are unknown: only that somebody who was denied or cancelled cannot be added again.
  registrantDenied: (email: string) => refusal(400, 3000, `The registration of ${email} was denied.`),
  registrantDoesNotExist: (registrantId: string) =>
    refusal(400, 3079, `This registrant does not exist: ${registrantId}.`),
  registrantNotFound: (registrantId: string) => refusal(400, 3000, `Registrant ${registrantId} was not found.`),

  // From public threads: the specification names the limits, not the words.
  registrationLimit: (email: string) =>
    refusal(
      429,
      429,
      `You have exceeded the daily rate limit of (3) for Add a webinar registrant API requests for the registrant (${email}). You can resume these API requests at GMT 00:00:00.`,
    ),
  statusLimit: (email: string) =>
    refusal(
      429,
      429,
      `You have exceeded the daily rate limit of (10) for webinar Update registrant's status API requests for the registrant (${email}). You can resume these API requests at GMT 00:00:00.`,
    ),
} as const;
