import type {
  ContactSession,
  ContactWebinar,
  ContactWebinarsAnswer,
} from '../../../src/app/extensions/contract/contact-webinars.ts';
import type { CallFailure } from '../../../src/app/extensions/contract/failure.ts';
import type { ConnectionMemory, OverviewAnswer } from '../../../src/app/extensions/contract/overview.ts';
import type {
  RegisterContactAnswer,
  RegistrationFormAnswer,
  RegistrationQuestion,
} from '../../../src/app/extensions/contract/registration.ts';
import type { SyncReport, SyncWebinarAnswer } from '../../../src/app/extensions/contract/sync.ts';

export const aSession = (overrides: Partial<ContactSession> = {}): ContactSession => ({
  key: 'session-1',
  startedAt: '2026-11-03T14:00:00Z',
  lengthSeconds: 3600,
  state: 'attended',
  attendedSeconds: 2700,
  percentage: 75,
  joinedAt: '2026-11-03T14:05:00Z',
  leftAt: '2026-11-03T14:50:00Z',
  isOver: true,
  recordingUrl: null,
  ...overrides,
});

export const anUpcomingSession = (overrides: Partial<ContactSession> = {}): ContactSession =>
  aSession({
    key: 'session-to-come',
    startedAt: '2027-01-12T10:00:00Z',
    state: 'registered',
    attendedSeconds: null,
    percentage: null,
    joinedAt: null,
    leftAt: null,
    isOver: false,
    ...overrides,
  });

export const aContactWebinar = (overrides: Partial<ContactWebinar> = {}): ContactWebinar => ({
  webinarId: '81234567890',
  connection: 'main',
  topic: 'Getting started',
  url: 'https://zoom.example/w/81234567890',
  joinUrl: null,
  registeredAt: '2026-10-20T08:00:00Z',
  sessions: [aSession()],
  ...overrides,
});

export const someContactWebinars = (
  overrides: Partial<Omit<ContactWebinarsAnswer, 'summary'>> & {
    readonly summary?: Partial<ContactWebinarsAnswer['summary']>;
  } = {},
): ContactWebinarsAnswer => ({
  ok: true,
  webinars: [aContactWebinar()],
  ...overrides,
  summary: {
    registrationCount: 3,
    attendedWebinarCount: 2,
    attendedSessionCount: 2,
    averagePercentage: 81.5,
    lastAttendedAt: '2026-11-03T14:50:00Z',
    ...overrides.summary,
  },
});

export const aFailure = (overrides: Partial<CallFailure['failure']> = {}): CallFailure => ({
  ok: false,
  failure: {
    kind: 'bug',
    system: 'app',
    operation: 'read the webinars of a contact',
    reason: { cause: 'internal' },
    httpStatus: null,
    vendorCode: null,
    correlationId: 'ref-4711',
    retryAfterSeconds: null,
    ...overrides,
  },
});

export const aReport = (overrides: Partial<SyncReport> = {}): SyncReport => ({
  id: '81234567890',
  uuid: 'uuid-1',
  topic: 'Getting started',
  connection: 'main',
  status: 'complete',
  trigger: 'manual',
  isDryRun: false,
  settings: {
    version: 1,
    contactPolicy: 'create-and-update',
    contactExclusions: [],
    recordingExclusions: [],
    syncsRecordings: false,
  },
  startedAt: '2026-11-04T09:00:00Z',
  finishedAt: '2026-11-04T09:01:00Z',
  eligible: 120,
  synced: 100,
  unchanged: 20,
  skipped: {},
  warnings: [],
  changes: {
    contactsCreated: 60,
    contactsUpdated: 40,
    registrations: 100,
    attendances: 50,
    cancellations: 0,
    recordings: 0,
    transcripts: 0,
  },
  sessions: [],
  recordings: [],
  calls: { zoom: 4, hubspot: 6 },
  writes: { contacts: 100, attendance: 150, events: 200, marketingEvents: 1, audit: 1 },
  steps: 2,
  elapsedMs: 5200,
  ...overrides,
});

/** Of the sync of one person, which writes that person whether or not anything has changed. */
export const aPersonReport = (
  changes: Partial<SyncReport['changes']> = {},
  overrides: Partial<SyncReport> = {},
): SyncReport =>
  aReport({
    trigger: 'person',
    eligible: 1,
    synced: 1,
    unchanged: 0,
    changes: {
      contactsCreated: 0,
      contactsUpdated: 0,
      registrations: 1,
      attendances: 0,
      cancellations: 0,
      recordings: 0,
      transcripts: 0,
      ...changes,
    },
    ...overrides,
  });

export const aStep = (overrides: Partial<SyncWebinarAnswer> = {}): SyncWebinarAnswer => ({
  ok: true,
  done: false,
  runId: 'run-1',
  progress: { phase: 'writing', doneCount: 30, totalCount: 120 },
  retryAfterSeconds: 0,
  ...overrides,
});

export const theLastStep = (report: SyncReport = aReport()): SyncWebinarAnswer =>
  aStep({ done: true, progress: { phase: 'done', doneCount: 120, totalCount: 120 }, report });

export const aConnectionMemory = (overrides: Partial<ConnectionMemory> = {}): ConnectionMemory => ({
  lastSweep: null,
  openSweep: null,
  webinarCounts: { new: 0, complete: 0, partial: 0, failed: 0, off: 0, 'not-supported': 0 },
  ...overrides,
});

export const noEvents = { lastEventAt: null, lastValidationAt: null } as const;

export const anOverview = (overrides: Partial<OverviewAnswer> = {}): OverviewAnswer => ({
  ok: true,
  connections: [{ name: 'main', isPrimary: true, state: 'connected', memory: aConnectionMemory(), events: noEvents }],
  isSetUp: true,
  isSyncOn: true,
  refusedRequestCount: 0,
  ...overrides,
});

export const aQuestion = (overrides: Partial<RegistrationQuestion> = {}): RegistrationQuestion => ({
  name: 'job_title',
  kind: 'standard',
  isRequired: true,
  answer: 'text',
  options: [],
  ...overrides,
});

export const aRegistrationForm = (overrides: Partial<RegistrationFormAnswer> = {}): RegistrationFormAnswer => ({
  ok: true,
  webinarId: '81234567890',
  connection: 'main',
  topic: 'Getting started',
  startsAt: '2027-01-12T10:00:00Z',
  obstacle: null,
  approval: 'automatic',
  questions: [],
  occurrences: [],
  ...overrides,
});

type Registered = Exclude<RegisterContactAnswer, { readonly outcome: 'refused' }>;

export const aRegistration = (overrides: Partial<Registered> = {}): Registered => ({
  ok: true,
  outcome: 'registered',
  registrantId: 'registrant-1',
  joinUrl: 'https://zoom.example/j/81234567890?tk=personal',
  isShownInHubSpot: true,
  ...overrides,
});
