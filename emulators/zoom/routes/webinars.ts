import { json } from '../../core/operation.ts';
import type { Occurrence, Webinar } from '../entities.ts';
import { refusals } from '../errors.ts';
import { toWebinarAnswer, toWebinarRow } from '../formatters.ts';
import { endedInstances, isGone, isOver, liveInstance, occurrenceEnd } from '../lifecycle.ts';
import { findOccurrence, readUuid, requireWebinar } from '../lookup.ts';
import { pageFields, readPage, rowsOfPage } from '../paging.ts';
import { booleanParameter, choiceParameter, textParameter } from '../parameters.ts';
import { findUser } from '../world.ts';
import type { Route, RouteContext } from './route.ts';

interface ListedRow {
  readonly webinar: Webinar;
  readonly occurrence: Occurrence | null;
}

const listWebinars: Route = {
  id: 'webinars.list',
  method: 'GET',
  path: '/users/:userId/webinars',
  handle(context) {
    const { world, account, call, now } = context;
    const userId = call.params['userId'] ?? '';
    const user = findUser(account, userId);
    if (user === undefined) throw refusals.userDoesNotExist(userId);
    if (!user.hasWebinarPlan) throw refusals.webinarPlanMissing();
    const isUpcomingOnly = choiceParameter(call.query, 'type', ['scheduled', 'upcoming']) === 'upcoming';
    const includesEvents = booleanParameter(call.query, 'include_events_webinar') ?? true;
    const page = readPage(world, account, call, { pageSizeMax: 300, knowsPageNumber: true });

    const rows = user.webinars
      .filter((webinar) => !isGone(world, webinar, now))
      .filter((webinar) => includesEvents || !webinar.isEventsWebinar)
      .flatMap((webinar) => rowsOf(context, webinar, isUpcomingOnly));
    return json(200, {
      ...pageFields(world, page, rows.length),
      webinars: rowsOfPage(rows, page).map(({ webinar, occurrence }) => toWebinarRow(webinar, occurrence, now)),
    });
  },
};

function rowsOf({ world, now }: RouteContext, webinar: Webinar, isUpcomingOnly: boolean): ListedRow[] {
  const isLive = liveInstance(webinar, now) !== undefined;
  if (webinar.type !== 9) return isUpcomingOnly && isOver(webinar, now) ? [] : [{ webinar, occurrence: null }];
  const shown = webinar.occurrences.filter(
    (occurrence) => occurrence.status === 'available' && (!isUpcomingOnly || occurrenceEnd(occurrence) > now),
  );
  if (shown.length === 0) return isLive ? [{ webinar, occurrence: null }] : [];
  return (world.switches.listOneRowPerOccurrence ? shown : shown.slice(0, 1)).map((occurrence) => ({
    webinar,
    occurrence,
  }));
}

const getWebinar: Route = {
  id: 'webinars.get',
  method: 'GET',
  path: '/webinars/:webinarId',
  handle(context) {
    const { call, now } = context;
    const webinar = findByIdOrUuid(context);
    if (!webinar.host.hasWebinarPlan) throw refusals.webinarPlanMissingFor(webinar.host.id);
    return json(
      200,
      toWebinarAnswer(webinar, {
        occurrence: findOccurrence(webinar, textParameter(call.query, 'occurrence_id')),
        showsPreviousOccurrences: booleanParameter(call.query, 'show_previous_occurrences') ?? false,
        now,
      }),
    );
  },
};

/** The only webinar endpoint whose path may also hold a uuid, so the specification says. */
function findByIdOrUuid({ world, account, call, now }: RouteContext): Webinar {
  const idOrUuid = call.params['webinarId'] ?? '';
  if (/^\d+$/.test(idOrUuid)) {
    const webinar = world.webinarsById.get(Number(idOrUuid));
    if (webinar?.account !== account || isGone(world, webinar, now)) {
      throw refusals.webinarDoesNotExist(idOrUuid);
    }
    return webinar;
  }
  const uuid = readUuid(idOrUuid);
  const webinar =
    uuid === null
      ? undefined
      : (world.instancesByUuid.get(uuid)?.webinar ?? account.webinars.find((each) => each.uuid === uuid));
  if (webinar?.account !== account) throw refusals.invalidWebinarId();
  if (isGone(world, webinar, now)) throw refusals.webinarDoesNotExist(idOrUuid);
  return webinar;
}

const listInstances: Route = {
  id: 'webinars.instances',
  method: 'GET',
  path: '/past_webinars/:webinarId/instances',
  handle({ world, account, call, now }) {
    const webinar = requireWebinar(world, account, call.params['webinarId'] ?? '');
    return json(200, {
      webinars: endedInstances(webinar, now).map(({ uuid, startTime }) => ({ start_time: startTime, uuid })),
    });
  },
};

const listPanelists: Route = {
  id: 'panelists.list',
  method: 'GET',
  path: '/webinars/:webinarId/panelists',
  handle({ world, account, call }) {
    const { panelists } = requireWebinar(world, account, call.params['webinarId'] ?? '');
    return json(200, {
      total_records: panelists.length,
      panelists: panelists.map(({ other, ...panelist }) => ({ ...panelist, ...other })),
    });
  },
};

const listTrackingSources: Route = {
  id: 'tracking-sources.list',
  method: 'GET',
  path: '/webinars/:webinarId/tracking_sources',
  handle({ world, account, call }) {
    const webinar = requireWebinar(world, account, call.params['webinarId'] ?? '');
    const countFrom = (trackingSourceId: string): number =>
      webinar.roster.list({ status: 'approved', occurrenceId: null, trackingSourceId }).length;
    const sources = webinar.trackingSources.map((source) => ({ ...source, registration_count: countFrom(source.id) }));
    return json(200, { total_records: sources.length, tracking_sources: sources });
  },
};

export const webinarRoutes: readonly Route[] = [
  listWebinars,
  getWebinar,
  listInstances,
  listPanelists,
  listTrackingSources,
];
