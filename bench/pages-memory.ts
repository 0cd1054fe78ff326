import { addRun, formatActivity, type ActivitySlot } from '../src/app/app.functions/audit/activity.ts';
import { formatNotSynced } from '../src/app/app.functions/audit/not-synced-list.ts';
import type { IndexEntry } from '../src/app/app.functions/sweep/index-entry.ts';
import { toMemoryRecords } from '../src/app/app.functions/sweep/sweep-index.ts';
import { newSweepHead, toHeadRecord } from '../src/app/app.functions/sweep/sweep-state.ts';
import type { SweepUser } from '../src/app/app.functions/sweep/sweep-users.ts';
import {
  auditedRunsKept,
  newWebinarState,
  recordKeysOf,
  toStateRecord,
} from '../src/app/app.functions/sync/checkpoint.ts';
import { describeReport } from '../src/app/app.functions/sync/describe-report.ts';
import { toAuditRecord } from '../src/app/app.functions/sync/finish-run.ts';
import { payloadCharactersMax } from '../src/app/app.functions/sync/payload.ts';
import type { StateRecord } from '../src/app/app.functions/sync/ports.ts';
import type { SweepReport } from '../src/app/extensions/contract/sweep.ts';
import type { SyncReport, SyncWarning } from '../src/app/extensions/contract/sync.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export interface MemorySize {
  readonly accountId: string;
  readonly webinarCount: number;
  readonly userCount: number;
  /** Of the first webinar, who are not in HubSpot. */
  readonly skippedCount: number;
  /** Excluded by each of the two lists. */
  readonly domainCount: number;
  readonly nowMs: number;
}

export const toWebinarId = (place: number): string => String(89_200_000_000 + place);
export const toUserId = (place: number): string => `user-${place}-${(place * 7919).toString(36)}`;

/**
 * What the app keeps of an account that it has synced for weeks, by its own serialisers: every webinar with its last sync
 * and what its syncs did, twenty audited runs of the first one, each with twenty warnings, and its people not synced.
 */
export function createMemory(size: MemorySize): readonly StateRecord[] {
  const { accountId, webinarCount, nowMs } = size;
  const places = Array.from({ length: webinarCount }, (_, place) => place);
  return [
    ...toSweepRecords(size, places),
    ...places.flatMap((place) => toWebinarRecords(size, place)),
    ...toFirstAuditLog(size),
    ...toSkippedRecords(accountId, size.skippedCount, nowMs),
  ];
}

const hosts = 50;
const hostOf = ({ userCount }: MemorySize, place: number): number => place % Math.min(hosts, userCount);

function toSweepRecords(size: MemorySize, places: readonly number[]): readonly StateRecord[] {
  const { accountId, nowMs, userCount } = size;
  const index = new Map(places.map((place) => [toWebinarId(place), toEntry(size, place)]));
  const users = new Map(
    Array.from({ length: userCount }, (_, place): [string, SweepUser] => [toUserId(place), toUser(size, place)]),
  );
  const lastSweepAt = nowMs - 10 * minuteMs;
  const memory = {
    head: { ...newSweepHead, sweepNumber: 40, lastSweepAt, lastReport: toSweepReport(size, lastSweepAt) },
    index,
    users,
  };
  const { head, records } = toMemoryRecords(accountId, memory, new Map(), nowMs);
  return [...records, toHeadRecord(accountId, head, nowMs)];
}

const toSweepReport = ({ webinarCount, userCount }: MemorySize, endedAt: number): SweepReport => ({
  connection: 'bench',
  startedAt: new Date(endedAt - 5 * minuteMs).toISOString(),
  finishedAt: new Date(endedAt).toISOString(),
  isSyncOn: true,
  userCount,
  usersWithoutPlanCount: userCount - hosts,
  webinarCount,
  newWebinarCount: 1,
  syncedCount: 20,
  failedCount: 0,
  offCount: 0,
  notSupportedCount: 0,
  settledCount: webinarCount - 20,
  failedHosts: Array.from({ length: 20 }, (_, place) => ({
    userId: toUserId(place),
    name: `First${place} Last${place}`,
    failure: {
      kind: 'unavailable',
      system: 'zoom',
      operation: 'list webinars of a user',
      reason: { cause: 'vendor-unavailable' },
      httpStatus: 503,
      vendorCode: null,
      correlationId: null,
      retryAfterSeconds: null,
    },
  })),
  calls: { zoom: 200, hubspot: 300 },
  steps: 12,
});

const toUser = (size: MemorySize, place: number): SweepUser => ({
  userId: toUserId(place),
  email: `user${place}@bench.example.com`,
  name: `First${place} Last${place}`,
  plan: place < hosts ? 'yes' : 'no',
  askedDay: Math.floor(size.nowMs / dayMs),
  recordings: null,
});

const startOf = ({ nowMs, webinarCount }: MemorySize, place: number): number =>
  Math.floor((nowMs - 26 * dayMs + (place * 25 * dayMs) / webinarCount) / minuteMs) * minuteMs;

function toEntry(size: MemorySize, place: number): IndexEntry {
  const startsAt = startOf(size, place);
  const host = hostOf(size, place);
  return {
    webinarId: toWebinarId(place),
    topic: `Bench webinar ${place + 1} ${'語'.repeat(180)}`,
    hostId: toUserId(host),
    hostName: `First${host} Last${host}`,
    hostEmail: null,
    recurrence: 'single',
    createdAt: startsAt - 20 * dayMs,
    isZoomEvent: false,
    isListed: true,
    isGone: false,
    dates: [{ startsAt, lengthMinutes: 60 }],
    instances: [
      {
        uuid: `${Buffer.from(`instance ${place * 7919}`).toString('base64')}==`,
        startedAt: startsAt,
        endedAt: startsAt + hourMs,
        participantCount: 100 + place,
      },
    ],
    recordings: {},
    sync: {
      at: startsAt + 26 * hourMs,
      status: place % 40 === 0 ? 'partial' : 'complete',
      knownHash: `known-${place * 7919}`,
      dates: [],
      peopleRulesHash: 'rules',
      openSince: null,
      failureCount: 0,
      counts: { registered: 120 + place, attended: 100 + place, skipped: 3, warnings: 1 },
    },
    off: null,
    due: null,
  };
}

function toWebinarRecords(size: MemorySize, place: number): readonly StateRecord[] {
  const { accountId } = size;
  const keys = recordKeysOf(accountId, toWebinarId(place));
  const endedAt = Math.min(size.nowMs, startOf(size, place) + 26 * hourMs);
  const report = toReport(size, place, endedAt, []);
  const host = { hostId: toUserId(hostOf(size, place)), hostName: report.topic.slice(0, 20), createdAt: null };
  const skippedParts =
    place === 0 ? skippedListsOf(size.skippedCount).map((texts) => ({ recordCount: texts.length, hash: '' })) : [];
  const state = {
    ...newWebinarState,
    runNumber: 41,
    host,
    skippedParts,
    activity: formatActivity(toActivity(endedAt)),
    lastReport: report,
  };
  return [
    toStateRecord(keys, state, describeReport(report), endedAt),
    toAuditRecord(keys.audit(41), `${toWebinarId(place)}-41`, report, endedAt),
  ];
}

/** As often as a webinar is synced that is planned three weeks ahead. */
function toActivity(endedAt: number): readonly ActivitySlot[] {
  const ages = [
    ...Array.from({ length: 20 }, (_, day) => (28 - day) * 24),
    ...Array.from({ length: 24 }, (_, place) => 192 - place * 6),
    ...Array.from({ length: 24 }, (_, place) => 50 - place),
    ...[25, 20, 10, 0],
  ];
  return ages.reduce<readonly ActivitySlot[]>(
    (activity, hours) => addRun(activity, { endedAt: endedAt - hours * hourMs, synced: hours, skipped: 3 }),
    [],
  );
}

/** Runs 21 to 40, so that the newest one stands beside them. */
function toFirstAuditLog(size: MemorySize): readonly StateRecord[] {
  const keys = recordKeysOf(size.accountId, toWebinarId(0));
  const warnings = Array.from({ length: 20 }, (_, place): SyncWarning => ({
    cause: 'marketing-event-refused',
    sessionStartsAt: new Date(size.nowMs - place * dayMs).toISOString(),
    problem: `HubSpot refused the event because of number ${place}: ${'a long reason '.repeat(15)}`,
  }));
  return Array.from({ length: auditedRunsKept - 1 }, (_, place) => {
    const runNumber = 22 + place;
    const endedAt = size.nowMs - (60 - place) * dayMs;
    const report = toReport(size, 0, endedAt, warnings);
    return toAuditRecord(keys.audit(runNumber), `${toWebinarId(0)}-${runNumber}`, report, endedAt);
  });
}

export const toDomains = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => `company-${place}.example.com`);

function toReport(size: MemorySize, place: number, endedAt: number, warnings: readonly SyncWarning[]): SyncReport {
  const at = new Date(endedAt).toISOString();
  const domains = toDomains(size.domainCount);
  return {
    id: toWebinarId(place),
    uuid: 'uuid==',
    topic: `Bench webinar ${place + 1} ${'語'.repeat(180)}`,
    connection: 'bench',
    status: warnings.length === 0 ? 'complete' : 'partial',
    trigger: 'sweep',
    isDryRun: false,
    settings: {
      version: 7,
      contactPolicy: 'create-and-update',
      contactExclusions: domains,
      recordingExclusions: domains,
      syncsRecordings: true,
    },
    startedAt: at,
    finishedAt: at,
    eligible: 126,
    synced: 3,
    unchanged: 120,
    skipped: { 'guest-without-address': 3 },
    warnings,
    changes: {
      contactsCreated: 3,
      contactsUpdated: 0,
      registrations: 3,
      attendances: 0,
      cancellations: 0,
      recordings: 0,
      transcripts: 0,
    },
    sessions: [
      {
        key: 'main',
        isHeld: true,
        startedAt: at,
        endedAt: at,
        lengthSeconds: 3_600,
        registered: 120,
        attended: 100,
        registeredAndAttended: 90,
        noShow: 30,
        cancelled: 0,
      },
    ],
    recordings: [],
    calls: { zoom: 8, hubspot: 9 },
    writes: { contacts: 3, attendance: 3, events: 3, marketingEvents: 1, audit: 1 },
    steps: 1,
    elapsedMs: 2_000,
  };
}

const peoplePerPart = 2_000;

/** Texts of each part. */
function skippedListsOf(skippedCount: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(skippedCount / peoplePerPart) }, (_, part) =>
    formatNotSynced(
      Array.from({ length: Math.min(peoplePerPart, skippedCount - part * peoplePerPart) }, (_, place) => {
        const person = part * peoplePerPart + place;
        return {
          address: `first${person}.last${person * 7919}@company-${person % 997}.example.com`,
          name: `First${person} Last${person}`,
          reason: 'excluded-domain' as const,
          detail: `company-${person % 997}.example.com`,
        };
      }),
      payloadCharactersMax,
    ),
  );
}

function toSkippedRecords(accountId: string, skippedCount: number, nowMs: number): readonly StateRecord[] {
  const keys = recordKeysOf(accountId, toWebinarId(0));
  return skippedListsOf(skippedCount).flatMap((texts, part) =>
    texts.map((payload, index) => ({
      key: keys.skipped(part, index),
      kind: 'skipped' as const,
      payload,
      version: 1,
      status: 'stored',
      occurredAt: nowMs,
      summary: 'People who were not synced',
    })),
  );
}
