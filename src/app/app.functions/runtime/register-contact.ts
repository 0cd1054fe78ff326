import type { RegisterContactAnswer } from '../../extensions/contract/registration.ts';
import { emptyHistory } from '../contact-history/contact-history.ts';
import { parseHistory } from '../contact-history/history-text.ts';
import { contactPropertyNames } from '../domain/contact-properties.ts';
import { findKnownRegistration } from '../registration/known-registration.ts';
import type { Refused } from '../registration/ports.ts';
import { prepareRegistration } from '../registration/prepare-registration.ts';
import { register } from '../registration/register.ts';
import type { Call } from './handle-call.ts';
import { parseParameters, parseWebinarId } from './parameters.ts';
import { readContact, requireAddress } from './read-contact.ts';
import {
  namePropertyNames,
  readFormOrRefusal,
  toContactToRegister,
  toRegisterParts,
  writeBack,
} from './register-at-zoom.ts';
import { registerContactParameters } from './registration-parameters.ts';
import { systemTime } from './system-time.ts';

/**
 * Registers a contact at Zoom, and writes the registration back to the contact while there is time. Address and names
 * are the contact's own; exclusions of the settings keep nobody from being registered, and hold for what is written back.
 */
export async function registerContact({ vendors, parameters, callId }: Call): Promise<RegisterContactAnswer> {
  const startedMs = systemTime.monotonicMs();
  const given = parseParameters(registerContactParameters, parameters);
  const webinarId = parseWebinarId(given.webinarId);
  const zoom = vendors.zoom(given.connection);
  const [contact, form] = await Promise.all([
    readContact(vendors.hubspot, given.contactId, [...namePropertyNames, contactPropertyNames.history]),
    readFormOrRefusal(zoom, webinarId),
  ]);
  const email = requireAddress(contact);
  if (form.kind === 'refused') return toRefused(form);
  const prepared = prepareRegistration(form, {
    contact: toContactToRegister(contact, email),
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
  const { needsApproval } = form.webinar;
  const made = await register(toRegisterParts(vendors, zoom), registrant, { needsApproval });
  if (made.kind === 'refused') return toRefused(made);
  const { kind: outcome, registrantId, joinUrl } = made;
  const isShownInHubSpot =
    outcome !== 'awaiting-approval' && (await writeBack(vendors, zoom, { webinarId, email, callId, startedMs }));
  return { ok: true, outcome, registrantId, joinUrl, isShownInHubSpot };
}

const toRefused = ({ refusal }: Refused): RegisterContactAnswer => ({ ok: true, outcome: 'refused', refusal });
