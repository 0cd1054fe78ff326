import { json, noContent } from '../../core/operation.ts';
import { enrol, isRegisteredPerOccurrence } from '../build-registrant.ts';
import type { Occurrence, Webinar } from '../entities.ts';
import type { Registrant, RegistrantStatus } from '../registrant.ts';
import { refusals } from '../errors.ts';
import { registrationExtras } from '../formatters.ts';
import { requireWebinar } from '../lookup.ts';
import { textParameter } from '../parameters.ts';
import {
  checkAnswers,
  checkPerson,
  checkWebinarTakesRegistrations,
  chooseOccurrences,
  hasRoomFor,
  isRegisteredForAll,
  newRegistrantSchema,
  statusChangeSchema,
  type NewRegistrantBody,
} from '../registration-rules.ts';
import { emailKey } from '../roster.ts';
import { announceDecision, announceRegistered, announceStatus, statusAt } from '../webhooks/registration-events.ts';
import { toZoomTime } from '../zoom-time.ts';
import { readOccurrenceFilter, requireRegistration } from './registrants.ts';
import { readBody } from './request-body.ts';
import type { Route, RouteContext } from './route.ts';

/** @see https://developers.zoom.us/docs/api/rate-limits/ (read 2026-11-20) */
const registrationsPerDayMax = 3;
const statusChangesPerDayMax = 10;

const addRegistrant: Route = {
  id: 'registrants.add',
  method: 'POST',
  path: '/webinars/:webinarId/registrants',
  handle(context) {
    const { world, account, call, now } = context;
    const webinar = requireWebinar(world, account, call.params['webinarId'] ?? '');
    const body = readBody(call, newRegistrantSchema);
    countRegistration(context, webinar, body.email);
    checkWebinarTakesRegistrations(webinar, now);
    checkPerson(webinar, body.email);
    const occurrenceIds = (textParameter(call.query, 'occurrence_ids') ?? '').split(',').filter((id) => id !== '');
    const occurrences = chooseOccurrences(webinar, occurrenceIds, now);
    if (world.switches.enforceRequiredQuestions) checkAnswers(webinar, body);

    const known = webinar.roster.byEmail(body.email);
    const registrant =
      known === undefined
        ? registerNew(context, webinar, body, occurrences)
        : registerAgain(context, webinar, known, occurrences);
    return json(201, toRegistration(context, webinar, registrant, occurrences));
  },
};

/** Every try counts, successful or not. @throws Refused 429 */
function countRegistration({ world, account, now }: RouteContext, webinar: Webinar, email: string): void {
  const scope = world.switches.registrationLimitScope === 'webinar' ? webinar.id : account.accountId;
  if (!world.registrationCounter.take(`${scope} ${emailKey(email)}`, registrationsPerDayMax, now)) {
    throw refusals.registrationLimit(email);
  }
}

const statusOfNewcomers = (webinar: Webinar): RegistrantStatus =>
  webinar.settings.approval_type === 1 ? 'pending' : 'approved';

function registerNew(
  { world, now }: RouteContext,
  webinar: Webinar,
  body: NewRegistrantBody,
  occurrences: readonly Occurrence[],
): Registrant {
  if (!hasRoomFor(webinar, 1)) throw refusals.attendeeLimitReached();
  const { email, language, source_id, ...fields } = body;
  const registrant = enrol(world, webinar, {
    id: null,
    email,
    fields,
    status: statusOfNewcomers(webinar),
    createTime: toZoomTime(now),
    joinUrl: null,
    language: language ?? 'en-US',
    trackingSourceId: source_id ?? null,
    occurrenceIds: occurrences.map(({ occurrence_id }) => occurrence_id),
  });
  announceRegistered(world, webinar, registrant);
  return registrant;
}

/** The same person again: the registration stays as it was, apart from occurrences that are new to it. */
function registerAgain(
  { world }: RouteContext,
  webinar: Webinar,
  known: Registrant,
  occurrences: readonly Occurrence[],
): Registrant {
  const isDenied = isRegisteredPerOccurrence(webinar)
    ? occurrences.some(({ occurrence_id }) => known.statusByOccurrence.get(occurrence_id) === 'denied')
    : known.status === 'denied';
  if (isDenied) throw refusals.registrantDenied(known.email);
  if (isRegisteredForAll(known, occurrences)) return known;
  const added = occurrences
    .map(({ occurrence_id }) => occurrence_id)
    .filter((occurrenceId) => !known.statusByOccurrence.has(occurrenceId));
  for (const occurrenceId of added) webinar.roster.setOccurrence(known, occurrenceId, statusOfNewcomers(webinar));
  announceRegistered(world, webinar, known, added);
  return known;
}

function toRegistration(
  { world }: RouteContext,
  webinar: Webinar,
  registrant: Registrant,
  occurrences: readonly Occurrence[],
): object {
  const startTime = occurrences[0]?.start_time ?? webinar.startTime;
  return {
    id: webinar.id,
    registrant_id: registrant.id,
    ...(registrant.status === 'approved' ? { join_url: registrant.joinUrl } : {}),
    ...(startTime === null ? {} : { start_time: startTime }),
    topic: webinar.topic,
    ...(webinar.type === 9 ? { occurrences } : {}),
    ...(world.switches.sendRegistrationStatus ? { status: registrant.status } : {}),
    ...registrationExtras(webinar, registrant, world.switches),
  };
}

const changeStatus: Route = {
  id: 'registrants.status',
  method: 'PUT',
  path: '/webinars/:webinarId/registrants/status',
  handle(context) {
    const { world, account, call } = context;
    const webinar = requireWebinar(world, account, call.params['webinarId'] ?? '');
    const { action, registrants: named } = readBody(call, statusChangeSchema);
    if (webinar.settings.approval_type === 2) throw refusals.registrationOffForStatus(webinar.id);
    const occurrenceId = readOccurrenceFilter(webinar, call.query);
    const registrants = named.map(({ id, email }) => {
      const found = id === undefined ? webinar.roster.byEmail(email ?? '') : webinar.roster.byId(id);
      if (found === undefined) throw refusals.registrantDoesNotExist(id ?? email ?? '');
      return found;
    });
    const newlyApproved = registrants.filter(({ status }) => action === 'approve' && status !== 'approved');
    if (!hasRoomFor(webinar, newlyApproved.length)) throw refusals.capacityReached();
    countStatusChange(context, webinar, registrants);
    // The API has no cancelled state: whoever is cancelled here ends as denied, and is kept from coming back.
    const after = action === 'approve' ? 'approved' : 'denied';
    for (const registrant of registrants) {
      const before = statusAt(registrant, occurrenceId);
      webinar.roster.setStatus(registrant, after, occurrenceId);
      if (action !== 'cancel') announceStatus(world, webinar, registrant, { before, after, occurrenceId });
      else if (before !== 'denied') announceDecision(world, webinar, registrant, 'cancelled', { occurrenceId });
    }
    return noContent;
  },
};

/** @throws Refused 429 before anything changes */
function countStatusChange({ world, now }: RouteContext, webinar: Webinar, registrants: readonly Registrant[]): void {
  const isPerWebinar = world.switches.statusLimitScope === 'webinar';
  const counted = new Map(
    registrants.map(({ id, email }) => [isPerWebinar ? String(webinar.id) : `${webinar.id} ${id}`, email]),
  );
  for (const [key, email] of counted) {
    if (world.statusCounter.used(key, now) >= statusChangesPerDayMax) throw refusals.statusLimit(email);
  }
  for (const key of counted.keys()) world.statusCounter.take(key, statusChangesPerDayMax, now);
}

const deleteRegistrant: Route = {
  id: 'registrants.delete',
  method: 'DELETE',
  path: '/webinars/:webinarId/registrants/:registrantId',
  handle(context) {
    const { world, call } = context;
    const webinar = requireRegistration(context);
    const registrantId = call.params['registrantId'] ?? '';
    const registrant = webinar.roster.byId(registrantId);
    if (registrant === undefined) throw refusals.registrantNotFound(registrantId);
    const occurrenceId = readOccurrenceFilter(webinar, call.query);
    announceDecision(world, webinar, registrant, 'cancelled', { occurrenceId });
    withdraw(webinar, registrant, occurrenceId);
    return noContent;
  },
};

/** Takes somebody off the list, or out of one occurrence; who is in none any more is gone. */
export function withdraw(webinar: Webinar, registrant: Registrant, occurrenceId: string | null): void {
  if (occurrenceId !== null) webinar.roster.setOccurrence(registrant, occurrenceId, null);
  if (occurrenceId === null || registrant.statusByOccurrence.size === 0) webinar.roster.remove(registrant);
}

export const registrationRoutes: readonly Route[] = [addRegistrant, changeStatus, deleteRegistrant];
