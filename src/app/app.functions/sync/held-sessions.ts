import type { Instant } from '../domain/instant.ts';
import { groupSessions, type Session } from '../domain/sessions.ts';
import type { Instance, Participation, Webinar } from '../domain/webinar.ts';
import type { SourceHead, SourceInstance } from './source.ts';

/** A session that was held or is planned. */
export interface HeldSession extends Session {
  /** Whether Zoom's attendance for it can be trusted yet; never of one that is to come. */
  readonly isFinal: boolean;
  /** False while it is only planned; its times are the planned ones then. */
  readonly isHeld: boolean;
  /** Of a planned one: whether its time has passed. */
  readonly isPast: boolean;
}

/** What the rows say about one instance. */
export interface InstanceSurvey {
  /** All rows of the report, staff too. */
  readonly rowCount: number;
  /** Joins of attendees who were admitted. */
  readonly attendeeJoinCount: number;
  /** A join that lasted has no length: Zoom is still working on the report. */
  readonly hasUnmeasuredRows: boolean;
  /** A join did not last: it was one of a moment, or Zoom is still working on the report. */
  readonly hasMomentaryRows: boolean;
}

/** By instance uuid; an instance without rows is absent. */
export type Survey = ReadonlyMap<string, InstanceSurvey>;

const emptySurvey: InstanceSurvey = {
  rowCount: 0,
  attendeeJoinCount: 0,
  hasUnmeasuredRows: false,
  hasMomentaryRows: false,
};

/** @param attendeeJoins - what of the rows is left without staff */
export function surveyInstances(rows: readonly Participation[], attendeeJoins: readonly Participation[]): Survey {
  const survey = new Map<string, InstanceSurvey>();
  const change = (uuid: string, by: (before: InstanceSurvey) => Partial<InstanceSurvey>): void => {
    const before = survey.get(uuid) ?? emptySurvey;
    survey.set(uuid, { ...before, ...by(before) });
  };
  for (const row of rows) {
    change(row.instanceUuid, ({ rowCount, hasUnmeasuredRows, hasMomentaryRows }) => ({
      rowCount: rowCount + 1,
      hasUnmeasuredRows: hasUnmeasuredRows || isUnmeasured(row),
      hasMomentaryRows: hasMomentaryRows || isMomentary(row),
    }));
  }
  for (const { instanceUuid, wasInWaitingRoom } of attendeeJoins) {
    if (!wasInWaitingRoom) {
      change(instanceUuid, ({ attendeeJoinCount }) => ({ attendeeJoinCount: attendeeJoinCount + 1 }));
    }
  }
  return survey;
}

const secondMs = 1000;

const isUnmeasured = ({ durationSeconds, joinedAt, leftAt }: Participation): boolean =>
  durationSeconds === 0 && joinedAt !== null && leftAt !== null && leftAt - joinedAt >= secondMs;

const isMomentary = ({ durationSeconds, joinedAt, leftAt }: Participation): boolean =>
  durationSeconds === 0 && (leftAt === null || leftAt === joinedAt);

/** The survey of all rows from those of some and those of the others. */
export function mergeSurveys(a: Survey, b: Survey): Survey {
  const uuids = new Set([...a.keys(), ...b.keys()]);
  return new Map(
    [...uuids].map((uuid) => {
      const [first, second] = [a.get(uuid) ?? emptySurvey, b.get(uuid) ?? emptySurvey];
      const merged: InstanceSurvey = {
        rowCount: first.rowCount + second.rowCount,
        attendeeJoinCount: first.attendeeJoinCount + second.attendeeJoinCount,
        hasUnmeasuredRows: first.hasUnmeasuredRows || second.hasUnmeasuredRows,
        hasMomentaryRows: first.hasMomentaryRows || second.hasMomentaryRows,
      };
      return [uuid, merged];
    }),
  );
}

/**
 * Instances of which Zoom has tracked nobody at all, not even the host, although it had time enough.
 *
 * @returns when they started, oldest first
 */
export function findUntrackedInstances(
  { instances }: Pick<SourceHead, 'instances'>,
  survey: Survey,
  now: Instant,
): readonly Instant[] {
  return instances
    .filter(
      ({ uuid, startedAt, endedAt }) =>
        endedAt !== null && endedAt > startedAt && now - endedAt >= unfinishedForMs && !survey.has(uuid),
    )
    .map(({ startedAt }) => startedAt)
    .sort((a, b) => a - b);
}

const hourMs = 3_600_000;
/** Zoom does not say how long a report may take; after a day it is believed as it is. */
const unfinishedForMs = 24 * hourMs;
/** In a large webinar somebody always leaves at once; that must not hold back everybody for a day. */
const momentaryForMs = 2 * hourMs;

/**
 * The sessions that were held and count, oldest first. A rehearsal is an instance in which only staff took part. While
 * Zoom may still be working on a report, an instance that looks empty is kept and its session is not final, unless its
 * date is still to come: then it is taken for a rehearsal until somebody turns up in its report.
 */
export function findHeldSessions(head: SourceHead, survey: Survey, now: Instant): readonly HeldSession[] {
  const plannedLengthMs = head.webinar.lengthMinutes * 60_000;
  const endOf = ({ startedAt, endedAt }: SourceInstance): Instant => endedAt ?? startedAt + plannedLengthMs;
  const isPending = (instance: SourceInstance): boolean => {
    const { rowCount, hasUnmeasuredRows, hasMomentaryRows } = survey.get(instance.uuid) ?? emptySurvey;
    const isUnfinished = instance.endedAt === null || rowCount === 0 || hasUnmeasuredRows;
    const sinceEndMs = now - endOf(instance);
    return (isUnfinished && sinceEndMs < unfinishedForMs) || (hasMomentaryRows && sinceEndMs < momentaryForMs);
  };
  const pendingUuids = new Set(head.instances.filter(isPending).map(({ uuid }) => uuid));
  const mayCount = (instance: SourceInstance): boolean =>
    pendingUuids.has(instance.uuid) && !isBeforeItsDate(head.webinar, instance.startedAt, now);
  const held = head.instances
    .filter((instance) => mayCount(instance) || (survey.get(instance.uuid)?.attendeeJoinCount ?? 0) > 0)
    .map((instance): Instance => ({
      uuid: instance.uuid,
      startedAt: instance.startedAt,
      endedAt: Math.max(instance.startedAt, endOf(instance)),
    }));
  return groupSessions(head.webinar, held).map((session) => ({
    ...session,
    isFinal: !session.instanceUuids.some((uuid) => pendingUuids.has(uuid)),
    isHeld: true,
    isPast: true,
  }));
}

function isBeforeItsDate({ recurrence, startsAt, occurrences }: Webinar, instant: Instant, now: Instant): boolean {
  const planned = occurrences.filter(({ isDeleted }) => !isDeleted).map((occurrence) => occurrence.startsAt);
  const dates = recurrence === 'single' ? [startsAt].filter((date) => date !== null) : planned;
  const distance = (date: Instant): number => Math.abs(date - instant);
  const [nearest] = dates.toSorted((a, b) => distance(a) - distance(b));
  return nearest !== undefined && nearest > now;
}
