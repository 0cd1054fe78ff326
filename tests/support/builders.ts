import type {
  ContactHistory,
  HistorySession,
  HistoryWebinar,
} from '../../src/app/app.functions/contact-history/contact-history.ts';
import type { Attendance } from '../../src/app/app.functions/domain/attendance.ts';
import type { Instant } from '../../src/app/app.functions/domain/instant.ts';
import type { Person, PersonSession, Registration } from '../../src/app/app.functions/domain/person.ts';
import type { Session } from '../../src/app/app.functions/domain/sessions.ts';
import type {
  ApprovalStatus,
  Instance,
  Occurrence,
  Panelist,
  Participation,
  Registrant,
  Webinar,
} from '../../src/app/app.functions/domain/webinar.ts';
import { emptyTally, type ListCursor, type RunCheckpoint } from '../../src/app/app.functions/sync/checkpoint.ts';
import { toWebinarFacts, type WebinarFacts } from '../../src/app/app.functions/sync/facts.ts';
import type { PersonRules } from '../../src/app/app.functions/sync/exclusions.ts';
import type { HeldSession } from '../../src/app/app.functions/sync/held-sessions.ts';
import type { PersonMark, SessionStanding } from '../../src/app/app.functions/sync/people-marks.ts';
import { emptyPeopleTally } from '../../src/app/app.functions/sync/people-tally.ts';
import type { StoredContact } from '../../src/app/app.functions/sync/ports.ts';
import type { SourceHead, SourceInstance } from '../../src/app/app.functions/sync/source.ts';
import type { SourceList } from '../../src/app/app.functions/sync/source-rows.ts';

/*
 * Valid values that name only what a test is about. The webinar of these builders is held on the 20th of November 2026
 * from 10:00 to 11:00.
 */

export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** A time (UTC) of the day of the webinar, `10:05` or `10:05:30`. */
export const at = (time: string): Instant => Date.parse(`2026-11-20T${time}Z`);

export const startsAt = at('10:00');
export const endsAt = at('11:00');
/** Long enough after the webinar for every report of Zoom's to be final. */
export const weekLater = endsAt + 7 * dayMs;

export const accountId = 'acc-1';
export const webinarId = '900100200';

export const aWebinar = (changes: Partial<Webinar> = {}): Webinar => ({
  webinarId,
  uuid: 'uuid-1',
  topic: 'Growing tomatoes',
  description: 'From seed to salad',
  recurrence: 'single',
  hostId: 'host-1',
  hostEmail: 'host@acme.example.com',
  alternativeHostEmails: [],
  startsAt,
  lengthMinutes: 60,
  joinUrl: 'https://zoom.example.com/j/900100200',
  registrationUrl: 'https://zoom.example.com/webinar/register/900100200',
  registrationScope: 'series',
  needsApproval: false,
  createdAt: startsAt - 30 * dayMs,
  occurrences: [],
  ...changes,
});

/** Two occurrences, a week apart; the first is the webinar's usual time. */
export const aSeries = (changes: Partial<Webinar> = {}): Webinar =>
  aWebinar({
    recurrence: 'fixed-times',
    startsAt: null,
    occurrences: [anOccurrence(), anOccurrence({ occurrenceId: 'second', startsAt: startsAt + 7 * dayMs })],
    ...changes,
  });

export const anOccurrence = (changes: Partial<Occurrence> = {}): Occurrence => ({
  occurrenceId: 'first',
  startsAt,
  lengthMinutes: 60,
  isDeleted: false,
  ...changes,
});

export const anInstance = (changes: Partial<Instance> = {}): Instance => ({
  uuid: 'uuid-1',
  startedAt: startsAt,
  endedAt: endsAt,
  ...changes,
});

export const aPanelist = (changes: Partial<Panelist> = {}): Panelist => ({
  email: 'panelist@acme.example.com',
  userId: null,
  ...changes,
});

export const aRegistrant = (changes: Partial<Registrant> = {}): Registrant => ({
  registrantId: 'reg-1',
  email: 'jill@example.com',
  firstName: 'Jill',
  lastName: 'Chill',
  status: 'approved',
  registeredAt: startsAt - 2 * dayMs,
  occurrenceId: null,
  joinUrl: null,
  ...changes,
});

/** Somebody with an address who was there from beginning to end, and is known by nothing else. */
export const aParticipation = (changes: Partial<Participation> = {}): Participation => {
  const { joinedAt = startsAt, leftAt = endsAt } = changes;
  return {
    instanceUuid: 'uuid-1',
    joinId: '16778240',
    registrantId: null,
    email: 'jill@example.com',
    userId: null,
    displayName: 'Jill',
    joinedAt,
    leftAt,
    durationSeconds: joinedAt === null || leftAt === null ? 0 : Math.max(0, Math.floor((leftAt - joinedAt) / 1000)),
    wasInWaitingRoom: false,
    ...changes,
  };
};

export const aSession = (changes: Partial<Session> = {}): Session => {
  const { startedAt = startsAt, endedAt = endsAt } = changes;
  return {
    key: 'main',
    startedAt,
    endedAt,
    lengthMs: endedAt - startedAt,
    openTimes: [{ start: startedAt, end: endedAt }],
    instanceUuids: ['uuid-1'],
    ...changes,
  };
};

export const anAttendance = (changes: Partial<Attendance> = {}): Attendance => ({
  attendedSeconds: 3600,
  percentage: 100,
  firstJoinedAt: startsAt,
  lastLeftAt: endsAt,
  ...changes,
});

export const aRegistration = (changes: Partial<Registration> = {}): Registration => ({
  state: 'registered',
  registeredAt: startsAt - 2 * dayMs,
  ...changes,
});

export const aPersonSession = (changes: Partial<PersonSession> = {}): PersonSession => ({
  sessionKey: 'main',
  registration: aRegistration(),
  attendance: null,
  ...changes,
});

/** Registered for the webinar's only session; has not come. */
export const aPerson = (changes: Partial<Person> = {}): Person => {
  const { email = 'jill@example.com', registration = aRegistration() } = changes;
  return {
    key: email ?? 'guest:name jill 1',
    email,
    firstName: 'Jill',
    lastName: 'Chill',
    displayName: '',
    joinUrl: null,
    registration,
    sessions: registration === null ? [] : [aPersonSession({ registration })],
    unusedRows: 'none',
    ...changes,
  };
};

export const aHistorySession = (changes: Partial<HistorySession> = {}): HistorySession => ({
  key: 'main',
  startedAt: startsAt,
  lengthSeconds: 3600,
  registration: 'registered',
  registeredAt: startsAt - 2 * dayMs,
  changeCount: 0,
  attendance: null,
  isOver: true,
  ...changes,
});

export const aHistoryWebinar = (changes: Partial<HistoryWebinar> = {}): HistoryWebinar => ({
  accountId,
  webinarId,
  topic: 'Growing tomatoes',
  url: 'https://zoom.example.com/webinar/register/900100200',
  registration: 'registered',
  registeredAt: startsAt - 2 * dayMs,
  joinUrl: null,
  sessions: [aHistorySession()],
  ...changes,
});

export const aHistory = (changes: Partial<ContactHistory> = {}): ContactHistory => ({
  writtenNames: null,
  mergedContactIds: [],
  webinars: [aHistoryWebinar()],
  ...changes,
});

export const aSourceInstance = (changes: Partial<SourceInstance> = {}): SourceInstance => ({
  uuid: 'uuid-1',
  startedAt: startsAt,
  endedAt: endsAt,
  ...changes,
});

export const aHead = (changes: Partial<SourceHead> = {}): SourceHead => ({
  listing: 'listed',
  webinar: aWebinar(),
  instances: [aSourceInstance()],
  panelists: [],
  ...changes,
});

export const aHeldSession = (changes: Partial<HeldSession> = {}): HeldSession => ({
  ...aSession(changes),
  isFinal: changes.isFinal ?? true,
  isHeld: changes.isHeld ?? true,
  isPast: changes.isPast ?? true,
});

/** To be held a week after the others. */
export const aPlannedSession = (changes: Partial<HeldSession> = {}): HeldSession =>
  aHeldSession({
    startedAt: startsAt + 7 * dayMs,
    endedAt: endsAt + 7 * dayMs,
    instanceUuids: [],
    isFinal: false,
    isHeld: false,
    isPast: false,
    ...changes,
  });

/** The two occurrences of {@link aSeries}, both over. */
export const twoSessions: readonly HeldSession[] = [
  aHeldSession({ key: 'first' }),
  aHeldSession({
    key: 'second',
    startedAt: startsAt + 7 * dayMs,
    endedAt: endsAt + 7 * dayMs,
    instanceUuids: ['uuid-2'],
  }),
];

export const someFacts = (changes: Partial<WebinarFacts> = {}): WebinarFacts => ({
  ...toWebinarFacts(aWebinar(), {
    accountId,
    sessions: [aHeldSession()],
    mayBelieveAbsence: true,
    isWebinarDeleted: false,
    now: weekLater,
  }),
  ...changes,
});

/** Fresh from HubSpot: nothing of ours on it yet. */
export const aStoredContact = (changes: Partial<StoredContact> = {}): StoredContact => {
  const { email = 'jill@example.com' } = changes;
  return { contactId: '101', email, additionalEmails: [], properties: { email }, ...changes };
};

export const aStanding = (changes: Partial<SessionStanding> = {}): SessionStanding => ({
  key: 'main',
  registration: 'registered',
  hasAttended: false,
  ...changes,
});

export const aMark = (changes: Partial<PersonMark> = {}): PersonMark => ({
  keyHash: 'aaaaaaaaaaaa',
  stateHash: 'bbbbbbbb',
  contactId: '101',
  standing: 'registered',
  sessions: [aStanding()],
  ...changes,
});

export const registrantList = (
  status: ApprovalStatus = 'approved',
  occurrenceId: string | null = null,
): Extract<SourceList, { kind: 'registrants' }> => ({ kind: 'registrants', status, occurrenceId });

export const participantList = (instanceUuid = 'uuid-1'): Extract<SourceList, { kind: 'participants' }> => ({
  kind: 'participants',
  instanceUuid,
});

/** Read to its end in one pass, as long as Zoom said. */
export const aListCursor = (changes: Partial<ListCursor> = {}): ListCursor => ({
  list: registrantList(),
  passNumber: 1,
  nextPageToken: null,
  isDone: true,
  rowCount: 1,
  quarantinedCount: 0,
  totalCount: 1,
  isUnavailable: false,
  ...changes,
});

/** Everything is read; nobody is written yet. */
export const aRun = (changes: Partial<RunCheckpoint> = {}): RunCheckpoint => ({
  ...aHead(),
  startedAt: weekLater,
  readAt: weekLater,
  trigger: 'manual',
  settings: {
    version: 1,
    contactPolicy: 'create-and-update',
    contactExclusions: [],
    recordingExclusions: [],
    syncsRecordings: false,
  },
  decision: { isOn: true },
  recordingDecision: { isOn: false, setting: 'recording-users' },
  hostName: 'Hanna Host',
  onlyKeyHash: null,
  phase: 'writing',
  lists: [aListCursor(), aListCursor({ list: participantList() })],
  partitionCount: 1,
  rowRecordCounts: [0],
  sessionNames: {},
  sessions: [aHeldSession()],
  unstable: [],
  untracked: [],
  position: { partition: 0, index: 0 },
  outcomeRecordCount: 0,
  newMarks: [],
  newSkipped: [],
  people: emptyPeopleTally,
  attendanceProblems: [],
  refusedEvents: {},
  refusedTimeline: null,
  previews: [],
  recordings: null,
  verified: {},
  tally: emptyTally,
  uselessRecordIds: [],
  ...changes,
});

/** Nobody uses the account, and nothing is excluded. */
export const noRules: PersonRules = { isAccountUser: () => false, excludedDomainOf: () => null };
