import type { RegisterContactAnswer, RegistrationRefusal } from '../../extensions/contract/registration.ts';
import { emptyHistory } from '../contact-history/contact-history.ts';
import { parseHistory } from '../contact-history/history-text.ts';
import { normaliseAddress } from '../domain/address.ts';
import { contactPropertyNames } from '../domain/contact-properties.ts';
import { isIntegrationError } from '../http/integration-error.ts';
import type { RegistrationForm } from '../registration/form.ts';
import { findKnownRegistration } from '../registration/known-registration.ts';
import type { Refused } from '../registration/ports.ts';
import { prepareRegistration } from '../registration/prepare-registration.ts';
import { readForm } from '../registration/read-form.ts';
import { register } from '../registration/register.ts';
import { runSyncStep } from '../sync/run-sync.ts';
import type { StoredContact } from '../sync/ports.ts';
import { explainRefusal } from '../zoom/registration-refusals.ts';
import { createAccount } from './accounts.ts';
import type { Call } from './handle-call.ts';
import { parseParameters, parseWebinarId } from './parameters.ts';
import { readContact, requireAddress } from './read-contact.ts';
import { registerContactParameters } from './registration-parameters.ts';
import { createSyncParts, isZoomEvent } from './sync-parts.ts';
import { systemTime } from './system-time.ts';
import type { Vendors, ZoomAccount } from './vendors.ts';

/** A step of the sync that would have less time than this could leave its webinar locked and half-done. */
const writeBackMsLeast = 4_000;

/**
 * Registers a contact at Zoom, and writes the registration back to the contact while there is time. Address and names
 * are the contact's own; exclusions of the settings keep nobody from being registered, and hold for what is written back.
 */
export async function registerContact({ vendors, parameters, callId }: Call): Promise<RegisterContactAnswer> {
  const startedMs = systemTime.monotonicMs();
  const given = parseParameters(registerContactParameters, parameters);
  const webinarId = parseWebinarId(given.webinarId);
  const zoom = vendors.zoom(given.connection);
  const { source } = zoom;
  const now = systemTime.now;
  const [contact, form] = await Promise.all([
    readContact(vendors.hubspot, given.contactId, ['firstname', 'lastname', contactPropertyNames.history]),
    readFormOrRefusal(zoom, webinarId),
  ]);
  const email = requireAddress(contact);
  if (form.kind === 'refused') return toRefused(form);
  const prepared = prepareRegistration(form, {
    contact: { email, ...namesOf(contact) },
    occurrenceId: given.occurrenceId ?? null,
    answers: given.answers,
  });
  if (prepared.kind === 'refused') return toRefused(prepared);

  const { registrant } = prepared;
  const history = parseHistory(contact.properties[contactPropertyNames.history]) ?? emptyHistory;
  const known = findKnownRegistration(history, { ...registrant, accountId: zoom.connection.accountId });
  if (known !== null) {
    const { joinUrl } = known;
    return { ok: true, outcome: 'already-registered', registrantId: null, joinUrl, isShownInHubSpot: true };
  }
  const hasLeft = (ms: number): boolean => vendors.deadline.remainingMs() >= ms;
  const made = await register({ zoom: source, now, hasLeft }, registrant, form.webinar.needsApproval);
  if (made.kind === 'refused') return toRefused(made);
  const { kind: outcome, registrantId, joinUrl } = made;
  const isShownInHubSpot =
    outcome !== 'awaiting-approval' &&
    hasLeft(writeBackMsLeast) &&
    (await writeBack(vendors, zoom, { webinarId, email, callId, startedMs }));
  return { ok: true, outcome, registrantId, joinUrl, isShownInHubSpot };
}

const toRefused = ({ refusal }: Refused): RegisterContactAnswer => ({ ok: true, outcome: 'refused', refusal });

/** Why nobody can be registered for a webinar that Zoom does not show. */
const causesOfForm: ReadonlySet<RegistrationRefusal['cause']> = new Set(['webinar-not-found', 'licence-missing']);

async function readFormOrRefusal(
  { source }: ZoomAccount,
  webinarId: string,
): Promise<(RegistrationForm & { readonly kind: 'form' }) | Refused> {
  const { now } = systemTime;
  try {
    const form = await readForm(
      { zoom: source, isZoomEvent: (webinar) => isZoomEvent(source, webinar), now },
      webinarId,
    );
    return { kind: 'form', ...form };
  } catch (error) {
    const refusal = isIntegrationError(error) ? explainRefusal(error.failure, { now: now(), questionNames: [] }) : null;
    if (refusal === null || !causesOfForm.has(refusal.cause)) throw error;
    return { kind: 'refused', refusal };
  }
}

const namesOf = ({ properties }: StoredContact): { readonly firstName: string; readonly lastName: string } => ({
  firstName: properties['firstname'] ?? '',
  lastName: properties['lastname'] ?? '',
});

interface WriteBack {
  readonly webinarId: string;
  readonly email: string;
  readonly callId: string;
  readonly startedMs: number;
}

/** @returns whether HubSpot shows the registration; whatever goes wrong here, Zoom has it, and the next sync sees it */
async function writeBack(
  vendors: Vendors,
  { connection }: ZoomAccount,
  { webinarId, email, callId, startedMs }: WriteBack,
): Promise<boolean> {
  // Its report counts its own calls.
  const fork = vendors.fork();
  const parts = { ...createSyncParts(fork, fork.zoom(connection.name), callId), startedMs };
  const account = createAccount(fork.hubspot, connection.accountId, parts.now);
  try {
    const { report } = await runSyncStep(
      { ...parts, isDryRun: false, account },
      { webinarId, trigger: 'person', onlyAddress: normaliseAddress(email) },
    );
    const outcome = report?.people?.[0]?.outcome;
    return outcome !== undefined && outcome !== 'skip';
  } catch (error) {
    if (!isIntegrationError(error)) throw error;
    return false;
  }
}
