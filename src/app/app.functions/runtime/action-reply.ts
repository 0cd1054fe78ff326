import type { Reply } from '../access/request.ts';
import type { FailureReason } from '../../extensions/contract/failure.ts';
import type { Failure } from '../http/integration-error.ts';
import { failWith, type ActionErrorCode, type ActionOutputs } from '../registration/action-outputs.ts';

export const toActionReply = (outputs: ActionOutputs): Reply => ({
  status: 200,
  json: { outputFields: Object.fromEntries(Object.entries(outputs).filter(([, text]) => text !== '')) },
});

/** Longer waits are left to HubSpot's own schedule, which ends after three days. */
const retryAfterMsMax = 60_000;
const retryAfterMsDefault = 2_000;

/** HubSpot reads this header in milliseconds, of answers to actions. */
export const askAgain = (retryAfterMs: number): Reply => ({
  status: 429,
  json: {},
  headers: { 'retry-after': String(Math.min(retryAfterMs, retryAfterMsMax)) },
});

const codeByReason: Partial<Readonly<Record<FailureReason['cause'], ActionErrorCode>>> = {
  'webinar-id-invalid': 'WEBINAR_ID_INVALID',
  'webinar-not-found': 'WEBINAR_NOT_FOUND',
  'connection-unknown': 'ACCOUNT_UNKNOWN',
  'connections-missing': 'ZOOM_NOT_CONNECTED',
  'connections-malformed': 'ZOOM_NOT_CONNECTED',
  'contact-not-found': 'CONTACT_NOT_FOUND',
  'contact-without-address': 'CONTACT_WITHOUT_ADDRESS',
};

/**
 * What a failure means to a workflow. HubSpot tries again what is answered with 429, after the time that it is told, and
 * with 5xx, ever more slowly for three days; nothing else.
 *
 * | failure | answer |
 * |---|---|
 * | bad input, the contact, the connections | ends here, with its sentence |
 * | Zoom refuses the app's credentials, or it lacks a permission | ends here: somebody has to act |
 * | a limit of a second or a minute | 429 |
 * | everything else: a vendor is away, a daily limit of the account, out of time, a bug | 503 |
 *
 * @see https://developers.hubspot.com/docs/api-reference/automation-actions-v4-v4/guide (read 2026-11-20)
 */
export function toFailedActionReply({ kind, system, reason, retryAfterSeconds }: Failure): Reply {
  const code = codeByReason[reason.cause];
  if (code !== undefined) {
    const webinarId = reason.cause === 'webinar-not-found' ? reason.webinarId : '';
    return toActionReply(failWith(code, { webinarId }));
  }
  if (system === 'zoom' && (kind === 'unauthorised' || kind === 'missing-scope')) {
    const zoomMessage = reason.cause === 'scopes-missing' ? reason.scopes.join(', ') : '';
    return toActionReply(failWith('ZOOM_ACCESS_REFUSED', { zoomMessage }));
  }
  const retryAfterMs = retryAfterSeconds === null ? retryAfterMsDefault : retryAfterSeconds * 1_000;
  return kind === 'rate-limited' && retryAfterMs <= retryAfterMsMax
    ? askAgain(retryAfterMs)
    : { status: 503, json: {} };
}
