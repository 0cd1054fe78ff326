import { json } from '../../core/operation.ts';
import { listAbsentees } from '../attendance.ts';
import type { Account, Instance } from '../entities.ts';
import { refusals, type Refused } from '../errors.ts';
import { toPastParticipant, toRegistrantAnswer, toReportParticipant, toWebinarReport } from '../formatters.ts';
import { reportStage, type ReportStage } from '../lifecycle.ts';
import { requireEndedInstance } from '../lookup.ts';
import { pageFields, readPage, rowsOfPage } from '../paging.ts';
import { choiceParameter } from '../parameters.ts';
import { addUtcMonths } from '../zoom-time.ts';
import { readOccurrenceFilter } from './registrants.ts';
import type { Route, RouteContext } from './route.ts';

interface Reported {
  readonly instance: Instance;
  readonly stage: ReportStage;
}

/** An instance whose report Zoom has got round to making. @throws Refused */
function requireReport(context: RouteContext, notFound: (idOrUuid: string) => Refused): Reported {
  const { world, account, call, now } = context;
  requirePaidAccount(account);
  const instance = requireEndedInstance(world, account, call, notFound);
  const stage = reportStage(world, instance, now);
  if (stage === 'not-found') throw notFound(call.params['webinarId'] ?? '');
  return { instance, stage };
}

/** @throws Refused 400/200 */
export function requirePaidAccount(account: Account): void {
  if (account.plan === 'free') throw refusals.paidAccountOnly(account.accountId);
}

/** @throws Refused 400/12702 */
function requireWithinAYear({ instance }: Reported, now: number): void {
  if (Date.parse(instance.startTime) < addUtcMonths(now, -12)) throw refusals.reportTooOld();
}

const getReport: Route = {
  id: 'report.webinar',
  method: 'GET',
  path: '/report/webinars/:webinarId',
  handle(context) {
    const report = requireReport(context, refusals.reportNotFound);
    requireWithinAYear(report, context.now);
    return json(200, toWebinarReport(report.instance, report.stage));
  },
};

const listReportParticipants: Route = {
  id: 'report.participants',
  method: 'GET',
  path: '/report/webinars/:webinarId/participants',
  handle(context) {
    const report = requireReport(context, refusals.participantReportNotFound);
    requireWithinAYear(report, context.now);
    return answerParticipants(context, report, toReportParticipant, true);
  },
};

const listPastParticipants: Route = {
  id: 'past.participants',
  method: 'GET',
  path: '/past_webinars/:webinarId/participants',
  handle(context) {
    const report = requireReport(context, refusals.pastWebinarDoesNotExist);
    return answerParticipants(context, report, toPastParticipant, false);
  },
};

function answerParticipants(
  { world, account, call }: RouteContext,
  { instance, stage }: Reported,
  format: typeof toReportParticipant,
  isHeavy: boolean,
) {
  const includesRegistrantId = choiceParameter(call.query, 'include_fields', ['registrant_id']) !== null;
  const page = readPage(world, account, call, { pageSizeMax: 300, isHeavy });
  const rows = stage === 'empty' ? [] : instance.participants;
  return json(200, {
    ...pageFields(world, page, rows.length),
    participants: rowsOfPage(rows, page).map((row) => format(instance, row, { stage, includesRegistrantId })),
  });
}

const listPastAbsentees: Route = {
  id: 'past.absentees',
  method: 'GET',
  path: '/past_webinars/:webinarId/absentees',
  handle(context) {
    const { world, account, call } = context;
    const { instance, stage } = requireReport(context, refusals.absenteesNotFound);
    const { webinar } = instance;
    if (webinar.settings.approval_type === 2) throw refusals.registrationNotRequiredForAbsentees(instance.uuid);
    const occurrenceId = readOccurrenceFilter(webinar, call.query);
    const page = readPage(world, account, call, { pageSizeMax: 300, knowsPageNumber: true, isHeavy: true });
    const absentees = listAbsentees(instance, occurrenceId, stage !== 'empty');
    return json(200, {
      ...pageFields(world, page, absentees.length),
      registrants: rowsOfPage(absentees, page).map((registrant) => toRegistrantAnswer(registrant, occurrenceId)),
    });
  },
};

export const reportRoutes: readonly Route[] = [
  getReport,
  listReportParticipants,
  listPastParticipants,
  listPastAbsentees,
];
