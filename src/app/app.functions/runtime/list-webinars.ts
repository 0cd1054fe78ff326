import type { SyncReport } from '../../extensions/contract/sync.ts';
import type { WebinarsAnswer } from '../../extensions/contract/webinars.ts';
import { parseAuditedRun } from '../audit/audited-run.ts';
import { toIso, type Instant } from '../domain/instant.ts';
import { peopleRulesHash } from '../settings/people-rules.ts';
import { readSettingsRecord, settingsKey } from '../settings/settings-store.ts';
import type { IndexEntry } from '../sweep/index-entry.ts';
import { firstSweepKeys, loadMemory } from '../sweep/sweep-index.ts';
import { toWebinarPage } from '../sweep/webinar-page.ts';
import { toUnknownEntry, toWebinarRow, type RowTerms } from '../sweep/webinar-row.ts';
import { parseWebinarState, recordKeysOf, type WebinarState } from '../sync/checkpoint.ts';
import type { StateStore } from '../sync/ports.ts';
import type { ZoomConnection } from '../zoom/zoom-connections.ts';
import { findStateStore } from './accounts.ts';
import type { Call } from './handle-call.ts';
import { parseParameters } from './parameters.ts';
import { listWebinarsParameters } from './sweep-parameters.ts';
import { systemTime } from './system-time.ts';

/** Syncs that no sweep knows of yet are found among so many of the newest. */
const newestRunsRead = 100;

/** A webinar to be shown. */
export interface Subject {
  readonly entry: IndexEntry;
  readonly terms: RowTerms;
  /** Of its state record. */
  readonly key: string;
}

/**
 * Webinars as sweeps know them, with what was synced since. Three HubSpot calls for an account of usual size, two of
 * them at once, and one in a new process; one more for many webinars, and one for webinars that no sweep knows.
 */
export async function listWebinars({ vendors, parameters }: Call): Promise<WebinarsAnswer> {
  const { connection, after, ...request } = parseParameters(listWebinarsParameters, parameters);
  const connections = connection === undefined ? vendors.connections() : [vendors.zoom(connection).connection];
  const store = await findStateStore(vendors.hubspot);
  if (store === null) return { ok: true, webinars: [], totalCount: 0, after: null, lastSweepAt: null };

  const [{ known, terms, lastSweepAt }, reports] = await Promise.all([
    readKnown(store, connections),
    readNewestReports(store),
  ]);
  const subjects = [...known, ...(await findUnknown(store, known, terms, reports))];
  const rows = subjects.map((subject) => toWebinarRow(subject.entry, subject.terms, reports.get(subject.key) ?? null));
  const subjectOf = new Map(rows.map((row, place) => [row, subjects[place]]));
  const page = toWebinarPage(rows, { ...request, offset: Number(after ?? '0') });

  // The list of newest runs lags some seconds behind; the webinars' own records do not.
  const states = await readStates(
    store,
    page.webinars.flatMap((row) => subjectOf.get(row)?.key ?? []),
  );
  const webinars = page.webinars.map((row) => {
    const subject = subjectOf.get(row);
    if (subject === undefined) return row;
    const report = states.get(subject.key)?.lastReport ?? reports.get(subject.key) ?? null;
    return toWebinarRow(subject.entry, subject.terms, report);
  });
  return { ok: true, ...page, webinars, lastSweepAt: lastSweepAt === null ? null : toIso(lastSweepAt) };
}

interface Known {
  readonly known: readonly Subject[];
  readonly terms: readonly RowTerms[];
  /** The oldest of the accounts' last sweeps: the list is as old as that. */
  readonly lastSweepAt: Instant | null;
}

/** Webinars as sweeps remember them. */
export async function readKnown(store: StateStore, connections: readonly ZoomConnection[]): Promise<Known> {
  const accountIds = connections.map(({ accountId }) => accountId);
  const first = await store.read([settingsKey, ...accountIds.flatMap(firstSweepKeys)]);
  const { settings } = readSettingsRecord(first.get(settingsKey));
  const now = systemTime.now();
  const found = await Promise.all(
    connections.map(async ({ accountId, name }) => {
      const { memory } = await loadMemory(store, accountId, first);
      const terms = { accountId, connection: name, settings, peopleRulesHash: peopleRulesHash(settings), now };
      return { terms, memory };
    }),
  );
  const sweptAt = found.flatMap(({ memory }) => memory.head.lastSweepAt ?? []);
  return {
    known: found.flatMap(({ terms, memory }) => [...memory.index.values()].map((entry) => toSubject(entry, terms))),
    terms: found.map(({ terms }) => terms),
    lastSweepAt: sweptAt.length === 0 ? null : Math.min(...sweptAt),
  };
}

const toSubject = (entry: IndexEntry, terms: RowTerms): Subject => ({
  entry,
  terms,
  key: recordKeysOf(terms.accountId, entry.webinarId).state,
});

/** By the key of the webinar's state record. */
async function readNewestReports(store: StateStore): Promise<ReadonlyMap<string, SyncReport>> {
  const records = await store.listNewest('audit', newestRunsRead);
  const reports = new Map<string, SyncReport>();
  for (const { key, payload } of records) {
    const run = parseAuditedRun(payload);
    const [, accountId = '', webinarId = ''] = key.split(':');
    const stateKey = recordKeysOf(accountId, webinarId).state;
    if (run !== null && !reports.has(stateKey)) reports.set(stateKey, run.report);
  }
  return reports;
}

/** Webinars that were synced by their number, and that no sweep has come across. */
async function findUnknown(
  store: StateStore,
  known: readonly Subject[],
  terms: readonly RowTerms[],
  reports: ReadonlyMap<string, SyncReport>,
): Promise<readonly Subject[]> {
  const knownKeys = new Set(known.map(({ key }) => key));
  const unknown = [...reports].flatMap(([key, report]) => {
    const own = terms.find(({ accountId }) => key === recordKeysOf(accountId, report.id).state);
    return own === undefined || knownKeys.has(key) ? [] : [{ key, report, terms: own }];
  });
  const states = await readStates(
    store,
    unknown.map(({ key }) => key),
  );
  return unknown.map(({ key, report, terms: own }) =>
    toSubject(toUnknownEntry(report, states.get(key)?.host ?? null), own),
  );
}

/** By key of the state record. One call, or none. */
export async function readStates(
  store: StateStore,
  keys: readonly string[],
): Promise<ReadonlyMap<string, WebinarState>> {
  if (keys.length === 0) return new Map();
  const records = await store.read(keys);
  return new Map(
    [...records].flatMap(([key, { payload }]) => {
      const state = parseWebinarState(payload);
      return state === null ? [] : [[key, state] as const];
    }),
  );
}
