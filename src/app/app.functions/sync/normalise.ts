import { normaliseAddress } from '../domain/address.ts';
import { totalAttendance, type Attendance } from '../domain/attendance.ts';
import { clipIntervals, maxSimultaneous, type Interval } from '../domain/intervals.ts';
import type { Person, PersonSession, Registration, RegistrationState } from '../domain/person.ts';
import type { Session } from '../domain/sessions.ts';
import type { Participation, Registrant, Webinar } from '../domain/webinar.ts';
import { attendeeJoins, guestKey } from './attendee-joins.ts';
import type { HeldSession } from './held-sessions.ts';
import type { SourceHead, SourceRows } from './source.ts';
import { createStaffTest } from './staff.ts';

export interface NormalisedPeople {
  /** Sorted by key. Hosts, alternative hosts and panelists are not among them. */
  readonly persons: readonly Person[];
  /** Participant rows whose times are missing, reversed, or outside the session. */
  readonly unusableRowCount: number;
}

/**
 * Turns rows into persons. All rows of a person must be there; their order, repeated rows and page borders make no
 * difference.
 *
 * @param sessions - oldest first, as `sort-rows.ts` finds them
 */
export function normalisePeople(
  head: SourceHead,
  rows: SourceRows,
  sessions: readonly HeldSession[],
): NormalisedPeople {
  const staff = createStaffTest(head);
  const registrants = sortRegistrants(rows.registrants);
  const sessionByInstance = new Map(
    sessions.flatMap((session) => session.instanceUuids.map((uuid) => [uuid, session] as const)),
  );
  const drafts = new Map<string, PersonDraft>();
  const draftOf = (key: string, email: string | null, displayName = ''): PersonDraft => {
    const existing = drafts.get(key);
    if (existing !== undefined) return existing;
    const created: PersonDraft = {
      key,
      email,
      displayName,
      registrants: [],
      intervals: new Map(),
      unusableCount: 0,
      notFinalCount: 0,
      waitingCount: 0,
    };
    drafts.set(key, created);
    return created;
  };

  for (const registrant of registrants) {
    if (!staff.isStaffAddress(registrant.email))
      draftOf(registrant.email, registrant.email).registrants.push(registrant);
  }

  let unusableRowCount = 0;
  const joins = attendeeJoins(head, rows).filter(({ instanceUuid }) => sessionByInstance.has(instanceUuid));
  for (const { key, email, displayName, rows: personRows } of groupByPerson(joins)) {
    const draft = draftOf(key, email, displayName);
    for (const row of personRows) {
      const session = sessionByInstance.get(row.instanceUuid);
      if (session === undefined) continue;
      const interval = toInterval(row);
      if (row.wasInWaitingRoom) draft.waitingCount += 1;
      else if (!session.isFinal) draft.notFinalCount += 1;
      else if (interval !== null && clipIntervals([interval], session.openTimes).length > 0) {
        pushTo(draft.intervals, session.key, interval);
      } else {
        unusableRowCount += 1;
        draft.unusableCount += 1;
      }
    }
  }

  const persons = [...drafts.values()].map((draft) => toPerson(draft, head.webinar, sessions));
  return {
    persons: persons.sort((a, b) => compareText(a.key, b.key)),
    unusableRowCount,
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface PersonDraft {
  readonly key: string;
  readonly email: string | null;
  /** Of guests, else empty. */
  readonly displayName: string;
  readonly registrants: Registrant[];
  /** By session key; of final sessions only. */
  readonly intervals: Map<string, Interval[]>;
  unusableCount: number;
  notFinalCount: number;
  waitingCount: number;
}

/** Oldest first; repeats do no harm. */
const sortRegistrants = (rows: readonly Registrant[]): readonly Registrant[] =>
  rows
    .map((row) => ({ ...row, email: normaliseAddress(row.email) }))
    .sort((a, b) => a.registeredAt - b.registeredAt || compareText(JSON.stringify(a), JSON.stringify(b)));

interface PersonRows {
  readonly key: string;
  readonly email: string | null;
  /** Of guests, else empty. */
  readonly displayName: string;
  readonly rows: readonly Participation[];
}

/**
 * People with an address are one person each. Guests are told apart by the registration that Zoom has removed since, or
 * by their account if they were signed in, else by name only as far as needed to count them: as many guests as were
 * there at the same time under one name.
 */
function groupByPerson(joins: readonly Participation[]): readonly PersonRows[] {
  const byAddress = new Map<string, Participation[]>();
  const byGuest = new Map<string, Participation[]>();
  for (const row of joins) {
    if (row.email !== null) pushTo(byAddress, row.email, row);
    else pushTo(byGuest, guestKey(row), row);
  }
  const guests = [...byGuest].flatMap(([guest, rows]): readonly PersonRows[] => {
    const count = guest.startsWith('name ')
      ? Math.max(1, maxSimultaneous(rows.flatMap((row) => toInterval(row) ?? [])))
      : 1;
    return Array.from({ length: count }, (_, index) => ({
      key: `guest:${guest} ${index + 1}`,
      email: null,
      displayName: pickName(rows),
      rows: index === 0 ? rows : [],
    }));
  });
  return [...[...byAddress].map(([email, rows]) => ({ key: email, email, displayName: '', rows })), ...guests];
}

/** The first one by the alphabet: pages do not come in the same order each time. */
const pickName = (rows: readonly Participation[]): string =>
  rows
    .map(({ displayName }) => displayName.trim())
    .filter((name) => name !== '')
    .sort()[0] ?? '';

function pushTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

function toInterval({ joinedAt, leftAt }: Participation): Interval | null {
  return joinedAt === null || leftAt === null || leftAt < joinedAt ? null : { start: joinedAt, end: leftAt };
}

function toPerson(draft: PersonDraft, webinar: Webinar, sessions: readonly HeldSession[]): Person {
  const named = draft.registrants.at(-1);
  const personSessions = sessions.flatMap((session): PersonSession[] => {
    const attendance = attendanceIn(session, draft);
    const registration = registrationFor(session, sessions, webinar, draft.registrants);
    return attendance === null && registration === null ? [] : [{ sessionKey: session.key, registration, attendance }];
  });
  return {
    key: draft.key,
    email: draft.email,
    firstName: named?.firstName ?? '',
    lastName: named?.lastName ?? '',
    displayName: draft.displayName,
    joinUrl:
      draft.registrants.findLast(({ status, joinUrl }) => status === 'approved' && joinUrl !== null)?.joinUrl ?? null,
    registration: strongestRegistration(draft.registrants, webinar),
    sessions: personSessions,
    unusedRows: describeUnusedRows(draft, personSessions),
  };
}

function describeUnusedRows(draft: PersonDraft, sessions: readonly PersonSession[]): Person['unusedRows'] {
  if (sessions.some(({ attendance }) => attendance !== null)) return 'none';
  if (draft.notFinalCount > 0) return 'not-final';
  if (draft.unusableCount > 0) return 'unusable-times';
  return draft.waitingCount > 0 ? 'waiting-room' : 'none';
}

function attendanceIn(session: HeldSession, draft: PersonDraft): Attendance | null {
  const intervals = draft.intervals.get(session.key);
  return intervals === undefined ? null : totalAttendance(intervals, session);
}

/**
 * A registration for the whole series counts for every session that was not over when it was made; one made when the
 * webinar was over for good (to watch a recording) counts for the last.
 */
function registrationFor(
  session: Session,
  sessions: readonly Session[],
  webinar: Webinar,
  registrants: readonly Registrant[],
): Registration | null {
  const isLastOfAll = sessions.at(-1)?.key === session.key && !mayBeHeldAgain(webinar, session);
  const relevant = registrants.filter(({ occurrenceId, registeredAt }) =>
    occurrenceId === null ? isLastOfAll || registeredAt <= session.endedAt : occurrenceId === session.key,
  );
  return strongestRegistration(relevant, webinar);
}

function mayBeHeldAgain({ recurrence, occurrences }: Webinar, { endedAt }: Session): boolean {
  const isToCome = occurrences.some(({ isDeleted, startsAt }) => !isDeleted && startsAt > endedAt);
  return recurrence === 'no-fixed-times' || isToCome;
}

const strength: Readonly<Record<RegistrationState, number>> = { registered: 3, pending: 2, cancelled: 1, denied: 0 };

/** Of several registrations under one address, one that stands outweighs the others; the first of those dates it. */
function strongestRegistration(registrants: readonly Registrant[], webinar: Webinar): Registration | null {
  let strongest: Registration | null = null;
  for (const { status, registeredAt } of registrants) {
    const state = toState(status, webinar.needsApproval);
    if (strongest === null || strength[state] > strength[strongest.state]) strongest = { state, registeredAt };
  }
  return strongest;
}

/** Where nobody has to be approved, only a cancellation makes a registration denied. */
function toState(status: Registrant['status'], needsApproval: boolean): RegistrationState {
  if (status === 'approved') return 'registered';
  if (status === 'pending') return 'pending';
  return needsApproval ? 'denied' : 'cancelled';
}
