import type { RunSweepAnswer, SweepReport } from '../../../src/app/extensions/contract/sweep.ts';
import type { FailureReason } from '../../../src/app/extensions/contract/failure.ts';
import type { SessionReport, SyncReport, SyncWebinarAnswer } from '../../../src/app/extensions/contract/sync.ts';
import type { Failure } from '../../../scripts/sync/drive-steps.ts';

export const aFailure = (changes: Partial<Failure> = {}): Failure => ({
  kind: 'not-found',
  system: 'zoom',
  operation: 'read webinar',
  reason: { cause: 'webinar-not-found', webinarId: '81234567801' },
  httpStatus: 404,
  vendorCode: '3001',
  correlationId: null,
  retryAfterSeconds: null,
  ...changes,
});

export const aSession = (changes: Partial<SessionReport> = {}): SessionReport => ({
  key: 'session-1',
  isHeld: true,
  startedAt: '2026-11-14T14:00:00Z',
  endedAt: '2026-11-14T15:00:00Z',
  lengthSeconds: 3_600,
  registered: 10,
  attended: 7,
  registeredAndAttended: 7,
  noShow: 3,
  cancelled: 1,
  ...changes,
});

export const aReport = (changes: Partial<SyncReport> = {}): SyncReport => ({
  id: '81234567801',
  uuid: 'abc==',
  topic: 'Heat pumps',
  connection: 'main',
  status: 'complete',
  trigger: 'terminal',
  isDryRun: false,
  settings: {
    version: 1,
    contactPolicy: 'create-and-update',
    contactExclusions: [],
    recordingExclusions: [],
    syncsRecordings: false,
  },
  startedAt: '2026-11-20T12:00:00Z',
  finishedAt: '2026-11-20T12:00:05Z',
  eligible: 12,
  synced: 8,
  unchanged: 2,
  skipped: { 'guest-without-address': 2 },
  warnings: [],
  changes: {
    contactsCreated: 6,
    contactsUpdated: 2,
    registrations: 10,
    attendances: 7,
    cancellations: 1,
    recordings: 0,
    transcripts: 0,
  },
  sessions: [aSession()],
  recordings: [],
  calls: { zoom: 9, hubspot: 21 },
  writes: { contacts: 8, attendance: 18, events: 17, marketingEvents: 1, audit: 1 },
  steps: 1,
  elapsedMs: 5_000,
  ...changes,
});

export const aStep = (changes: Partial<SyncWebinarAnswer> = {}): SyncWebinarAnswer => ({
  ok: true,
  done: false,
  runId: 'run-1',
  progress: { phase: 'reading', doneCount: 0, totalCount: null },
  retryAfterSeconds: 0,
  ...changes,
});

export const aSweepReport = (changes: Partial<SweepReport> = {}): SweepReport => ({
  connection: 'main',
  startedAt: '2026-11-20T12:00:00Z',
  finishedAt: '2026-11-20T12:00:30Z',
  isSyncOn: true,
  userCount: 5,
  usersWithoutPlanCount: 3,
  webinarCount: 4,
  newWebinarCount: 4,
  syncedCount: 2,
  failedCount: 0,
  offCount: 0,
  notSupportedCount: 0,
  settledCount: 0,
  calls: { zoom: 40, hubspot: 60 },
  steps: 3,
  ...changes,
});

export const aSweepStep = (changes: Partial<RunSweepAnswer> = {}): RunSweepAnswer => ({
  ok: true,
  done: false,
  sweepId: 'sweep-1',
  progress: { phase: 'users', doneCount: 0, totalCount: null },
  retryAfterSeconds: 0,
  finished: [],
  failed: [],
  ...changes,
});

/** One example of every cause; the type makes a forgotten one a compile error. */
export const everyReason: { readonly [Cause in FailureReason['cause']]: Extract<FailureReason, { cause: Cause }> } = {
  'parameter-unknown': { cause: 'parameter-unknown', name: 'webinar' },
  'parameter-invalid': { cause: 'parameter-invalid', name: 'days', problem: 'must be a whole number' },
  'webinar-id-invalid': { cause: 'webinar-id-invalid', given: 'abc' },
  'webinar-not-found': { cause: 'webinar-not-found', webinarId: '81234567801' },
  'connections-missing': { cause: 'connections-missing' },
  'connections-malformed': { cause: 'connections-malformed', problem: 'clientId is missing' },
  'connection-unknown': { cause: 'connection-unknown', name: 'other', known: ['main', 'academy'] },
  'zoom-credentials-refused': { cause: 'zoom-credentials-refused', connection: 'main', vendorReason: 'Invalid client' },
  'zoom-permission-missing': { cause: 'zoom-permission-missing', vendorMessage: 'No permission' },
  'hubspot-token-missing': { cause: 'hubspot-token-missing' },
  'hubspot-token-refused': { cause: 'hubspot-token-refused' },
  'scopes-missing': { cause: 'scopes-missing', scopes: ['report:read:webinar:admin'] },
  'contact-not-found': { cause: 'contact-not-found', contactId: '1' },
  'contact-without-address': { cause: 'contact-without-address', contactId: '1' },
  'person-not-listed': { cause: 'person-not-listed', webinarId: '81234567801' },
  'sweep-unknown': { cause: 'sweep-unknown', sweepId: 'sweep-1' },
  'settings-too-new': { cause: 'settings-too-new' },
  'run-unknown': { cause: 'run-unknown', runId: 'run-1' },
  'answer-malformed': { cause: 'answer-malformed', problem: 'participants is missing' },
  'limit-reached': { cause: 'limit-reached', limit: 'second' },
  'vendor-refused': { cause: 'vendor-refused', problem: 'Property is not writable' },
  'vendor-unavailable': { cause: 'vendor-unavailable' },
  'out-of-time': { cause: 'out-of-time' },
  internal: { cause: 'internal' },
};
