import { json } from '../../core/operation.ts';
import type { Webinar } from '../entities.ts';
import { refusals } from '../errors.ts';
import { registrationExtras, toRegistrantAnswer } from '../formatters.ts';
import { findOccurrence, requireWebinar } from '../lookup.ts';
import { pageFields, readPage, rowsOfPage } from '../paging.ts';
import { choiceParameter, textParameter } from '../parameters.ts';
import { isRegisteredPerOccurrence } from '../build-registrant.ts';
import type { Route, RouteContext } from './route.ts';

/** @throws Refused as requireWebinar, and 400/3000 when the webinar has no registration */
export function requireRegistration({ world, account, call }: RouteContext): Webinar {
  const webinar = requireWebinar(world, account, call.params['webinarId'] ?? '');
  if (webinar.settings.approval_type === 2) throw refusals.registrationOff(webinar.id);
  return webinar;
}

/** The occurrence that narrows a list; null where a registration covers all of them. */
export function readOccurrenceFilter(webinar: Webinar, query: URLSearchParams): string | null {
  const occurrence = findOccurrence(webinar, textParameter(query, 'occurrence_id'));
  return occurrence !== null && isRegisteredPerOccurrence(webinar) ? occurrence.occurrence_id : null;
}

const listRegistrants: Route = {
  id: 'registrants.list',
  method: 'GET',
  path: '/webinars/:webinarId/registrants',
  handle(context) {
    const { world, account, call } = context;
    const webinar = requireRegistration(context);
    const occurrenceId = readOccurrenceFilter(webinar, call.query);
    const status = choiceParameter(call.query, 'status', ['pending', 'approved', 'denied']) ?? 'approved';
    const page = readPage(world, account, call, { pageSizeMax: 300, knowsPageNumber: true });
    const trackingSourceId = textParameter(call.query, 'tracking_source_id');
    const registrants = webinar.roster.list({ status, occurrenceId, trackingSourceId });
    return json(200, {
      ...pageFields(world, page, registrants.length),
      registrants: rowsOfPage(registrants, page, world.switches.registrantOrder).map((registrant) =>
        toRegistrantAnswer(registrant, occurrenceId),
      ),
    });
  },
};

const listQuestions: Route = {
  id: 'registrants.questions',
  method: 'GET',
  path: '/webinars/:webinarId/registrants/questions',
  handle(context) {
    const { questions } = requireRegistration(context);
    return json(200, questions);
  },
};

const getRegistrant: Route = {
  id: 'registrants.get',
  method: 'GET',
  path: '/webinars/:webinarId/registrants/:registrantId',
  handle(context) {
    const { world, call } = context;
    const webinar = requireRegistration(context);
    const occurrenceId = readOccurrenceFilter(webinar, call.query);
    const registrantId = call.params['registrantId'] ?? '';
    const registrant = webinar.roster.byId(registrantId);
    if (registrant === undefined || (occurrenceId !== null && !registrant.statusByOccurrence.has(occurrenceId))) {
      throw refusals.registrantDoesNotExist(registrantId);
    }
    return json(200, {
      ...toRegistrantAnswer(registrant, occurrenceId),
      language: registrant.language,
      ...registrationExtras(webinar, registrant, world.switches),
    });
  },
};

export const registrantRoutes: readonly Route[] = [listRegistrants, listQuestions, getRegistrant];
