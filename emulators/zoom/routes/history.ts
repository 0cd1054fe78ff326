import { json } from '../../core/operation.ts';
import { summarise } from '../attendance.ts';
import { isWithin, readMonth } from '../date-range.ts';
import type { Instance } from '../entities.ts';
import { refusals } from '../errors.ts';
import { toHistoryRow, toUserMeetingRow } from '../formatters.ts';
import { endedInstances, reportStage } from '../lifecycle.ts';
import { pageFields, readPage, rowsOfPage } from '../paging.ts';
import { choiceParameter, textParameter } from '../parameters.ts';
import { findUser } from '../world.ts';
import { addUtcMonths } from '../zoom-time.ts';
import { requirePaidAccount } from './reports.ts';
import type { Route, RouteContext } from './route.ts';

const newestFirst = (left: Instance, right: Instance): number =>
  Date.parse(right.startTime) - Date.parse(left.startTime) || left.uuid.localeCompare(right.uuid);

const listHistory: Route = {
  id: 'report.history',
  method: 'GET',
  path: '/report/history_meetings',
  handle(context) {
    const { world, account, call } = context;
    requirePaidAccount(account);
    const { query } = call;
    const range = readMonth(query);
    const byEnd = choiceParameter(query, 'date_type', ['start_time', 'end_time']) === 'end_time';
    const groupId = textParameter(query, 'group_id');
    if (groupId !== null) throw refusals.noPermissionForGroup(groupId);
    const page = readPage(world, account, call, { pageSizeMax: 300, isHeavy: true });

    const instances = reportedInstances(context)
      .filter((instance) => isWithin(byEnd ? instance.endTime : instance.startTime, range))
      .filter((instance) => matchesHistoryFilters(instance, query))
      .sort(newestFirst);
    const { next_page_token, page_size } = pageFields(world, page, instances.length);
    return json(200, {
      next_page_token,
      page_size,
      history_meetings: rowsOfPage(instances, page).map((instance) =>
        toHistoryRow(instance, reportStage(world, instance, context.now)),
      ),
    });
  },
};

const reportedInstances = ({ world, account, now }: RouteContext): Instance[] =>
  account.webinars
    .flatMap((webinar) => endedInstances(webinar, now))
    .filter((instance) => reportStage(world, instance, now) !== 'not-found');

/** The world holds webinars only, none with polls, surveys or the like, and knows of the features only registration. */
function matchesHistoryFilters({ webinar }: Instance, query: URLSearchParams): boolean {
  const meetingType = choiceParameter(query, 'meeting_type', ['meeting', 'webinar', 'all']) ?? 'all';
  const reportType =
    choiceParameter(query, 'report_type', ['all', 'poll', 'survey', 'qa', 'resource', 'reaction']) ?? 'all';
  const feature = textParameter(query, 'meeting_feature');
  const searchKey = textParameter(query, 'search_key')?.toLowerCase() ?? '';
  return (
    meetingType !== 'meeting' &&
    reportType === 'all' &&
    (feature === null || (feature === 'registration' && webinar.settings.approval_type !== 2)) &&
    (webinar.topic.toLowerCase().includes(searchKey) || String(webinar.id) === searchKey)
  );
}

const listUserMeetings: Route = {
  id: 'report.user-meetings',
  method: 'GET',
  path: '/report/users/:userId/meetings',
  handle(context) {
    const { world, account, call, now } = context;
    requirePaidAccount(account);
    const userId = call.params['userId'] ?? '';
    const user = findUser(account, userId);
    if (user === undefined) throw refusals.reportUserDoesNotExist(userId);
    const range = readMonth(call.query);
    if (range.untilMs <= addUtcMonths(now, -6)) throw refusals.invalidParameter('from');
    const type = choiceParameter(call.query, 'type', ['past', 'pastOne', 'pastJoined']) ?? 'past';
    const page = readPage(world, account, call, { pageSizeMax: 300, knowsPageNumber: true, isHeavy: true });

    const instances = reportedInstances(context)
      .filter(({ webinar, participants }) =>
        type === 'pastJoined'
          ? webinar.host === user || participants.some(({ participantUserId }) => participantUserId === user.id)
          : webinar.host === user,
      )
      .filter((instance) => isWithin(instance.startTime, range) && summarise(instance).participantsCount >= 2)
      .sort(newestFirst);
    return json(200, {
      from: call.query.get('from'),
      to: call.query.get('to'),
      ...pageFields(world, page, instances.length),
      meetings: rowsOfPage(instances, page).map(toUserMeetingRow),
    });
  },
};

export const historyRoutes: readonly Route[] = [listHistory, listUserMeetings];
