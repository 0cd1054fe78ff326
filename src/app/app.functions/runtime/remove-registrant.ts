import type { Reply } from '../access/request.ts';
import { failWith, succeedWith, toRemovalRefused, type ActionOutputs } from '../registration/action-outputs.ts';
import { findRegistrant } from '../registration/find-registrant.ts';
import { findCancellable } from '../registration/registrant-status.ts';
import { findStateStore } from './accounts.ts';
import { toActionReply } from './action-reply.ts';
import { readActionRequest } from './action-request.ts';
import type { RequestCall } from './handle-request.ts';
import { readContact, requireAddress } from './read-contact.ts';
import { showChange } from './show-change.ts';
import { systemTime } from './system-time.ts';

/** What is kept of the call's time while Zoom's lists are searched: for cancelling, and for an answer. */
const keptMs = 3_000;

/**
 * The workflow action “Remove contact from Zoom webinar”: cancels the contact's registration, if it has one. Whoever is not
 * registered is removed already. To find the registration costs Zoom calls, one per 300 registrants and list.
 */
export async function removeRegistrant(call: RequestCall): Promise<Reply> {
  const startedMs = systemTime.monotonicMs();
  const { request, vendors, callId } = call;
  const read = readActionRequest(request, vendors);
  if (read.kind === 'ended') return toActionReply(read.outputs);
  const { contactId, webinarId, zoom } = read.request;
  const { source } = zoom;
  const reply = (outputs: ActionOutputs): Reply => toActionReply({ ...outputs, webinarId });

  const [contact, webinar] = await Promise.all([
    readContact(vendors.hubspot, contactId, []),
    source.readWebinar(webinarId),
  ]);
  const email = requireAddress(contact);
  const occurrenceId = webinar.registrationScope === 'occurrence' ? read.request.occurrenceId : null;
  if (occurrenceId !== null && !webinar.occurrences.some((date) => date.occurrenceId === occurrenceId)) {
    return reply(failWith('OCCURRENCE_UNKNOWN'));
  }
  const found = await findRegistrant(
    source,
    { webinarId, occurrenceId, email },
    () => vendors.deadline.remainingMs() >= keptMs,
  );
  const registrant = findCancellable(found, email);
  if (registrant === null) return reply(succeedWith('already-removed'));
  const done = await source.cancelRegistrant({ webinarId, occurrenceId }, registrant, systemTime.now());
  if (done.kind === 'refused') return reply(toRemovalRefused(done.refusal));

  const store = await findStateStore(vendors.hubspot);
  if (store !== null) await showChange(call, store, zoom, { webinarId, email, callId, startedMs });
  return reply(succeedWith(done.kind === 'cancelled' ? 'removed' : 'already-removed'));
}
