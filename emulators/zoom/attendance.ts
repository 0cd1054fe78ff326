import type { Instance, ParticipantRow, Webinar } from './entities.ts';
import type { Registrant } from './registrant.ts';
import { emailKey } from './roster.ts';
import { minuteMs } from './zoom-time.ts';

/** Counts over the people of one instance. */
export interface AttendanceSummary {
  /** Different people, host and panelists included. */
  readonly participantsCount: number;
  readonly uniqueViewers: number;
  readonly maxConcurrentViews: number;
  readonly totalMinutes: number;
}

interface Cached<Value> {
  readonly version: string;
  readonly value: Value;
}

const summaries = new WeakMap<Instance, Cached<AttendanceSummary>>();
const absentees = new WeakMap<Instance, Map<string, Cached<readonly Registrant[]>>>();

const versionOf = (instance: Instance): string =>
  `${instance.participants.length} ${instance.endTime} ${instance.webinar.roster.version()}`;

const personKey = (row: ParticipantRow): string =>
  row.registrantId || row.participantUserId || emailKey(row.email) || `${row.name}\n${row.userId}`;

export function isStaff(webinar: Webinar, row: ParticipantRow): boolean {
  const key = emailKey(row.email);
  if (row.participantUserId === webinar.host.id || key === emailKey(webinar.host.email)) return true;
  return key !== '' && webinar.panelists.some(({ email }) => emailKey(email) === key);
}

/** Reads every row once, then remembers the result until somebody is added or the instance changes. */
export function summarise(instance: Instance): AttendanceSummary {
  const version = versionOf(instance);
  const known = summaries.get(instance);
  if (known?.version === version) return known.value;

  const present = instance.participants.filter(({ status }) => status === 'in_meeting');
  const viewers = present.filter((row) => !isStaff(instance.webinar, row));
  const value: AttendanceSummary = {
    participantsCount: new Set(present.map(personKey)).size,
    uniqueViewers: new Set(viewers.map(personKey)).size,
    maxConcurrentViews: mostAtOnce(viewers),
    totalMinutes: Math.ceil((present.reduce((sum, row) => sum + row.durationSeconds, 0) * 1000) / minuteMs),
  };
  summaries.set(instance, { version, value });
  return value;
}

function mostAtOnce(rows: readonly ParticipantRow[]): number {
  const changes = rows
    .flatMap(({ joinTime, leaveTime }) => [
      { at: Date.parse(joinTime), by: 1 },
      { at: Date.parse(leaveTime), by: -1 },
    ])
    .filter(({ at }) => Number.isFinite(at))
    .sort((left, right) => left.at - right.at || left.by - right.by);
  let current = 0;
  let most = 0;
  for (const { by } of changes) {
    current += by;
    most = Math.max(most, current);
  }
  return most;
}

/**
 * Approved registrants who were there before the end and have no row of their own, in the order of registration.
 * @param isAttendanceKnown - while Zoom still counts, everybody looks absent
 */
export function listAbsentees(
  instance: Instance,
  occurrenceId: string | null,
  isAttendanceKnown: boolean,
): readonly Registrant[] {
  const version = `${versionOf(instance)} ${String(isAttendanceKnown)}`;
  const byOccurrence = absentees.get(instance) ?? new Map<string, Cached<readonly Registrant[]>>();
  absentees.set(instance, byOccurrence);
  const known = byOccurrence.get(occurrenceId ?? '');
  if (known?.version === version) return known.value;

  const present = isAttendanceKnown ? instance.participants.filter(({ status }) => status === 'in_meeting') : [];
  const ids = new Set(present.map(({ registrantId }) => registrantId));
  const emails = new Set(present.map(({ email }) => emailKey(email)));
  const end = Date.parse(instance.endTime);
  const value = instance.webinar.roster
    .list({ status: 'approved', occurrenceId, trackingSourceId: null })
    .filter(
      ({ id, email, createTime }) => !ids.has(id) && !emails.has(emailKey(email)) && Date.parse(createTime) <= end,
    );
  byOccurrence.set(occurrenceId ?? '', { version, value });
  return value;
}
