import type { CallFailure, FailureReason } from '../../contract/failure.ts';
import type { Words } from '../words/words.ts';
import { asSentence } from './vendor-words.ts';

/** A failure in words: what happened, and what the reader can do about it. */
export interface FailureExplanation {
  /** Without a full stop. */
  readonly title: string;
  /** One or more full sentences. */
  readonly whatToDo: string;
}

type Failure = CallFailure['failure'];

/**
 * Never empty, for every cause, also for one that only another version of the app knows; says nothing that the failure
 * itself does not know.
 */
export function explainFailure(failure: Failure, words: Words): FailureExplanation {
  const { reason, system } = failure;
  const { t } = words;
  switch (reason.cause) {
    case 'parameter-unknown':
      return {
        title: t('failure.parameter-unknown.title', { name: reason.name }),
        whatToDo: t('failure.parameter-unknown.what-to-do'),
      };
    case 'parameter-invalid':
      return {
        title: t('failure.parameter-invalid.title', { name: reason.name }),
        whatToDo: t('failure.parameter-invalid.what-to-do', { reason: asSentence(reason.problem, words) }),
      };
    case 'webinar-id-invalid':
      return {
        title: t('failure.webinar-id-invalid.title', { given: reason.given }),
        whatToDo: t('failure.webinar-id-invalid.what-to-do'),
      };
    case 'webinar-not-found':
      return {
        title: t('failure.webinar-not-found.title', { webinarId: reason.webinarId }),
        whatToDo: t('failure.webinar-not-found.what-to-do'),
      };
    case 'connections-malformed':
      return {
        title: t('failure.connections-malformed.title'),
        whatToDo: t('failure.connections-malformed.what-to-do', { reason: asSentence(reason.problem, words) }),
      };
    case 'connection-unknown':
      return {
        title: t('failure.connection-unknown.title', { name: reason.name }),
        whatToDo:
          reason.known.length === 0
            ? t('failure.connection-unknown.what-to-do-without-any')
            : t('failure.connection-unknown.what-to-do', { known: words.formats.list(reason.known) }),
      };
    case 'zoom-credentials-refused':
      return {
        title: t('failure.zoom-credentials-refused.title', { connection: reason.connection }),
        whatToDo: t('failure.zoom-credentials-refused.what-to-do', { reason: asSentence(reason.vendorReason, words) }),
      };
    case 'zoom-permission-missing':
      return {
        title: t('failure.zoom-permission-missing.title'),
        whatToDo: t('failure.zoom-permission-missing.what-to-do', { reason: asSentence(reason.vendorMessage, words) }),
      };
    case 'scopes-missing':
      return {
        title: t('failure.scopes-missing.title', { system }),
        whatToDo:
          reason.scopes.length === 0
            ? t('failure.scopes-missing.what-to-do-without-names', { system })
            : t('failure.scopes-missing.what-to-do', { system, scopes: words.formats.list(reason.scopes) }),
      };
    case 'person-not-listed':
      return {
        title: t('failure.person-not-listed.title', { webinarId: reason.webinarId }),
        whatToDo: t('failure.person-not-listed.what-to-do'),
      };
    case 'answer-malformed':
      return {
        title: t('failure.answer-malformed.title', { system }),
        whatToDo: t('failure.answer-malformed.what-to-do', { reason: asSentence(reason.problem, words) }),
      };
    case 'limit-reached':
      return explainLimit(reason, failure, words);
    case 'vendor-refused':
      return {
        title: t('failure.vendor-refused.title', { system }),
        whatToDo: t('failure.vendor-refused.what-to-do', { system, reason: asSentence(reason.problem, words) }),
      };
    case 'vendor-unavailable':
      return {
        title: t('failure.vendor-unavailable.title', { system }),
        whatToDo: t('failure.vendor-unavailable.what-to-do', { tryAgain: whenToTryAgain(failure, words) }),
      };
    case 'internal':
      return {
        title: t('failure.internal.title'),
        whatToDo:
          failure.correlationId === null
            ? t('failure.internal.what-to-do')
            : t('failure.internal.what-to-do-with-reference'),
      };
    case 'connections-missing':
    case 'hubspot-token-missing':
    case 'hubspot-token-refused':
    case 'contact-not-found':
    case 'contact-without-address':
    case 'sweep-unknown':
    case 'settings-too-new':
    case 'run-unknown':
    case 'out-of-time':
      return {
        title: t(`failure.${reason.cause}.title`),
        whatToDo: t(`failure.${reason.cause}.what-to-do`),
      };
    default:
      reason satisfies never;
      return { title: t('failure.unknown.title'), whatToDo: t('failure.unknown.what-to-do') };
  }
}

function explainLimit(
  { limit }: Extract<FailureReason, { cause: 'limit-reached' }>,
  failure: Failure,
  words: Words,
): FailureExplanation {
  const { system } = failure;
  return limit === 'day'
    ? {
        title: words.t('failure.limit-reached.day.title', { system }),
        whatToDo: words.t('failure.limit-reached.day.what-to-do'),
      }
    : {
        title: words.t('failure.limit-reached.title', { system }),
        whatToDo: words.t('failure.limit-reached.what-to-do', { system, tryAgain: whenToTryAgain(failure, words) }),
      };
}

/** Rounded up: too early is in vain. */
function whenToTryAgain({ retryAfterSeconds }: Failure, { t }: Words): string {
  if (retryAfterSeconds === null || retryAfterSeconds <= 0) return t('failure.try-again.soon');
  const seconds = Math.ceil(retryAfterSeconds);
  return seconds < 60
    ? t('failure.try-again.seconds', { seconds })
    : t('failure.try-again.minutes', { minutes: Math.ceil(seconds / 60) });
}
