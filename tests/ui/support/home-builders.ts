import type { ActivityAnswer } from '../../../src/app/extensions/contract/activity.ts';
import type { AuditLogAnswer, NotSyncedPerson } from '../../../src/app/extensions/contract/audit-log.ts';
import { defaultSettings, type SettingsAnswer } from '../../../src/app/extensions/contract/settings.ts';
import type { RunSweepAnswer, SweepReport } from '../../../src/app/extensions/contract/sweep.ts';
import type { SyncReport } from '../../../src/app/extensions/contract/sync.ts';
import type { WebinarRow, WebinarsAnswer } from '../../../src/app/extensions/contract/webinars.ts';
import { aReport } from './builders.ts';

export const aWebinarRow = (overrides: Partial<WebinarRow> = {}): WebinarRow => ({
  webinarId: '81234567890',
  connection: 'main',
  topic: 'Getting started',
  hostId: 'host-1',
  hostName: 'Hanna Host',
  recurrence: 'single',
  startsAt: '2026-11-03T14:00:00Z',
  isUpcoming: false,
  status: 'complete',
  decision: { isOn: true },
  registeredCount: 120,
  attendedCount: 80,
  skippedCount: 0,
  warningCount: 0,
  lastSyncAt: '2026-11-04T09:01:00Z',
  nextCheckAt: null,
  ...overrides,
});

export const someWebinars = (overrides: Partial<WebinarsAnswer> = {}): WebinarsAnswer => {
  const webinars = overrides.webinars ?? [aWebinarRow()];
  return {
    ok: true,
    totalCount: webinars.length,
    after: null,
    lastSweepAt: '2026-11-04T09:00:00Z',
    ...overrides,
    webinars,
  };
};

export const aSweepReport = (overrides: Partial<SweepReport> = {}): SweepReport => ({
  connection: 'main',
  startedAt: '2026-11-04T08:59:00Z',
  finishedAt: '2026-11-04T09:00:00Z',
  isSyncOn: true,
  userCount: 12,
  usersWithoutPlanCount: 3,
  webinarCount: 45,
  newWebinarCount: 2,
  syncedCount: 7,
  failedCount: 1,
  offCount: 4,
  notSupportedCount: 1,
  settledCount: 32,
  calls: { zoom: 30, hubspot: 40 },
  steps: 3,
  ...overrides,
});

export const aSweepStep = (overrides: Partial<RunSweepAnswer> = {}): RunSweepAnswer => ({
  ok: true,
  done: false,
  sweepId: 'sweep-1',
  progress: { phase: 'webinars', doneCount: 3, totalCount: 12 },
  retryAfterSeconds: 0,
  finished: [],
  failed: [],
  ...overrides,
});

export const theLastSweepStep = (report: SweepReport = aSweepReport()): RunSweepAnswer =>
  aSweepStep({ done: true, progress: { phase: 'done', doneCount: 8, totalCount: 8 }, report });

export const anActivity = (overrides: Partial<ActivityAnswer> = {}): ActivityAnswer => ({
  ok: true,
  days: [
    { day: '2026-11-02', syncedCount: 0, skippedCount: 0, runCount: 0 },
    { day: '2026-11-03', syncedCount: 1200, skippedCount: 30, runCount: 4 },
    { day: '2026-11-04', syncedCount: 34, skippedCount: 1, runCount: 2 },
  ],
  isComplete: true,
  ...overrides,
});

export const someSettings = (overrides: Partial<SettingsAnswer> = {}): SettingsAnswer => ({
  ok: true,
  settings: { ...defaultSettings, isSyncOn: true },
  version: 4,
  savedAt: '2026-11-01T10:00:00Z',
  zoomAccounts: [{ accountId: 'account-1', connection: 'main' }],
  ...overrides,
});

const head = { ok: true, webinarId: '81234567890', connection: 'main' } as const;

export const someRuns = (...reports: readonly SyncReport[]): AuditLogAnswer => ({
  ...head,
  view: 'runs',
  runs: (reports.length === 0 ? [aReport()] : reports).map((report, index) => ({ runId: `run-${index}`, report })),
  decision: { isOn: true },
});

export const aNotSyncedPerson = (overrides: Partial<NotSyncedPerson> = {}): NotSyncedPerson => ({
  address: 'ada@example.com',
  name: 'Ada',
  reason: 'denied',
  detail: null,
  ...overrides,
});

export const someNotSynced = (
  people: readonly NotSyncedPerson[],
  overrides: Partial<Extract<AuditLogAnswer, { readonly view: 'people' }>> = {},
): AuditLogAnswer => ({
  ...head,
  view: 'people',
  people,
  totalCount: people.length,
  skippedCount: people.length,
  after: null,
  ...overrides,
});
