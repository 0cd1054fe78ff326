import type { RegistrationRefusal } from '../../extensions/contract/registration.ts';
import type { AttemptOutcome } from './registration-claim.ts';

/** What a workflow action answers; HubSpot knows texts only. An empty one stands for nothing, and is not sent. */
export interface ActionOutputs {
  readonly hs_execution_state: 'SUCCESS' | 'FAIL_CONTINUE';
  readonly status:
    'registered' | 'already-registered' | 'awaiting-approval' | 'not-registered' | 'removed' | 'already-removed';
  readonly errorCode: ActionErrorCode | '';
  readonly joinUrl: string;
  readonly registrantId: string;
  /** As it was understood. */
  readonly webinarId: string;
  /** Names of the questions that nobody has answered, separated by commas. */
  readonly missingQuestions: string;
  /** The connection that the webinar belongs to, where it is not the one that was asked. */
  readonly webinarAccount: string;
  /** When Zoom takes further registrations of the person, in ISO 8601. */
  readonly retryAt: string;
  /** In Zoom's own words. */
  readonly zoomMessage: string;
}

/** By cause: why Zoom, or the app before it, does not register somebody. */
const codeByCause = {
  host: 'HOST',
  panelist: 'PANELIST',
  'capacity-reached': 'CAPACITY_REACHED',
  'registration-closed': 'REGISTRATION_CLOSED',
  'registration-off': 'REGISTRATION_OFF',
  'webinar-over': 'WEBINAR_OVER',
  'webinar-not-found': 'WEBINAR_NOT_FOUND',
  'zoom-event': 'ZOOM_EVENT',
  'external-registration': 'EXTERNAL_REGISTRATION',
  'denied-before': 'DENIED_BEFORE',
  'daily-limit': 'DAILY_LIMIT',
  'licence-missing': 'LICENCE_MISSING',
  'address-refused': 'ADDRESS_REFUSED',
  'first-name-missing': 'FIRST_NAME_MISSING',
  'last-name-missing': 'LAST_NAME_MISSING',
  'answers-missing': 'ANSWERS_MISSING',
  'occurrence-missing': 'OCCURRENCE_MISSING',
  'occurrence-unknown': 'OCCURRENCE_UNKNOWN',
  other: 'ZOOM_REFUSED',
} as const satisfies Readonly<Record<RegistrationRefusal['cause'], string>>;

/** What else ends an action for good. */
const otherCodes = [
  'INPUT_INVALID',
  'WEBINAR_MISSING',
  'WEBINAR_ID_INVALID',
  'WEBINAR_OF_OTHER_ACCOUNT',
  'ACCOUNT_UNKNOWN',
  'ZOOM_NOT_CONNECTED',
  'ZOOM_ACCESS_REFUSED',
  'CONTACT_NOT_FOUND',
  'CONTACT_WITHOUT_ADDRESS',
] as const;

export type ActionErrorCode = (typeof codeByCause)[keyof typeof codeByCause] | (typeof otherCodes)[number];

/** Of “Add contact to Zoom webinar”. Each has a sentence of its own in every language of the action. */
export const registrationErrorCodes: readonly ActionErrorCode[] = [...Object.values(codeByCause), ...otherCodes];

/** The same of “Remove contact from Zoom webinar”. */
export const removalErrorCodes: readonly ActionErrorCode[] = [
  'DAILY_LIMIT',
  'LICENCE_MISSING',
  'OCCURRENCE_UNKNOWN',
  'WEBINAR_NOT_FOUND',
  'ZOOM_REFUSED',
  ...otherCodes.filter((code) => code !== 'WEBINAR_OF_OTHER_ACCOUNT'),
];

const nothing = {
  errorCode: '',
  joinUrl: '',
  registrantId: '',
  webinarId: '',
  missingQuestions: '',
  webinarAccount: '',
  retryAt: '',
  zoomMessage: '',
} as const;

/** The action ends, the workflow goes on, and its history says why. */
export const failWith = (
  errorCode: ActionErrorCode,
  details: Partial<
    Pick<ActionOutputs, 'webinarId' | 'missingQuestions' | 'webinarAccount' | 'retryAt' | 'zoomMessage'>
  > = {},
): ActionOutputs => ({
  ...nothing,
  ...details,
  hs_execution_state: 'FAIL_CONTINUE',
  status: 'not-registered',
  errorCode,
});

export const succeedWith = (
  status: Exclude<ActionOutputs['status'], 'not-registered'>,
  details: Partial<Pick<ActionOutputs, 'joinUrl' | 'registrantId'>> = {},
): ActionOutputs => ({ ...nothing, ...details, hs_execution_state: 'SUCCESS', status });

export function toOutputs(outcome: AttemptOutcome): ActionOutputs {
  if (outcome.kind === 'refused') return toRefusedOutputs(outcome.refusal);
  return succeedWith(outcome.kind, { registrantId: outcome.registrantId, joinUrl: outcome.joinUrl ?? '' });
}

/** Why Zoom does not cancel a registration. What is no reason for that is told as Zoom's own affair. */
export function toRemovalRefused(refusal: RegistrationRefusal): ActionOutputs {
  const outputs = toRefusedOutputs(refusal);
  const isKnown = outputs.errorCode !== '' && removalErrorCodes.includes(outputs.errorCode);
  return isKnown ? outputs : failWith('ZOOM_REFUSED', { zoomMessage: refusal.cause });
}

function toRefusedOutputs(refusal: RegistrationRefusal): ActionOutputs {
  const code = codeByCause[refusal.cause];
  switch (refusal.cause) {
    case 'answers-missing':
      return failWith(code, { missingQuestions: refusal.questions.join(', ') });
    case 'daily-limit':
      return failWith(code, { retryAt: refusal.opensAt });
    case 'other':
      return failWith(code, { zoomMessage: refusal.problem });
    default:
      return failWith(code);
  }
}
