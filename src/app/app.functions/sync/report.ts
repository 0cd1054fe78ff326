import type { RunChanges, SessionReport, SkipReason, SyncReport, SyncWarning } from '../../extensions/contract/sync.ts';
import { toIso, type Instant } from '../domain/instant.ts';
import type { RunCheckpoint, Tally } from './checkpoint.ts';
import { toParticipationCounts } from './marketing-events.ts';
import { noPeople } from './people-tally.ts';

/** The sessions of a run with the people counted so far. */
export function reportSessions(run: RunCheckpoint): readonly SessionReport[] {
  return run.sessions.map((session) => ({
    key: session.key,
    isHeld: session.isHeld,
    startedAt: toIso(session.startedAt),
    endedAt: toIso(session.endedAt),
    lengthSeconds: Math.round(session.lengthMs / 1000),
    ...(run.people.sessions[session.key] ?? noPeople),
  }));
}

function collectWarnings(run: RunCheckpoint, sessions: readonly SessionReport[]): readonly SyncWarning[] {
  const { people, lists } = run;
  const warnings: SyncWarning[] = [];
  const skippedFor = (reason: SkipReason): number => people.skipped[reason] ?? 0;
  const addFor = (count: number, warning: SyncWarning): void => {
    if (count > 0) warnings.push(warning);
  };

  if (!run.decision.isOn) {
    warnings.push({ cause: 'settings-off', setting: run.decision.setting, hostName: run.hostName });
  }
  if (run.listing === 'deleted') warnings.push({ cause: 'webinar-deleted' });
  if (run.listing === 'expired') warnings.push({ cause: 'webinar-expired' });
  for (const { isFinal, isHeld, startedAt } of run.sessions) {
    if (isHeld && !isFinal) warnings.push({ cause: 'attendance-not-ready', sessionStartsAt: toIso(startedAt) });
  }
  for (const startedAt of run.untracked) {
    warnings.push({ cause: 'participants-untracked', sessionStartsAt: toIso(startedAt) });
  }
  const guestCount = skippedFor('guest-without-address');
  addFor(guestCount, { cause: 'guests-without-address', personCount: guestCount });
  const invalidCount = skippedFor('invalid-address');
  addFor(invalidCount, { cause: 'addresses-invalid', personCount: invalidCount });
  const userCount = skippedFor('account-user');
  addFor(userCount, { cause: 'account-users', personCount: userCount });
  const excludedCount = skippedFor('excluded-domain');
  addFor(excludedCount, { cause: 'addresses-excluded', personCount: excludedCount, domains: topDomains(run) });
  const deletedCount = skippedFor('deleted-contact');
  addFor(deletedCount, { cause: 'contacts-deleted', personCount: deletedCount });
  const unknownCount = skippedFor('contact-unknown');
  addFor(unknownCount, { cause: 'contacts-unknown', personCount: unknownCount });
  const secondaryCount = skippedFor('secondary-address');
  addFor(secondaryCount, { cause: 'addresses-secondary', personCount: secondaryCount });
  for (const source of ['registrants', 'participants'] as const) {
    const unreadableCount = lists
      .filter(({ list }) => list.kind === source)
      .reduce((sum, { quarantinedCount }) => sum + quarantinedCount, 0);
    const rowCount = unreadableCount + (source === 'participants' ? people.unusableRowCount : 0);
    addFor(rowCount, { cause: 'rows-quarantined', source, rowCount });
    if (run.unstable.includes(source)) warnings.push({ cause: 'list-unstable', source });
  }
  if (lists.some(({ list, isUnavailable }) => list.kind === 'registrants' && isUnavailable)) {
    warnings.push({ cause: 'registrations-unavailable' });
  }
  const doubtfulCount = people.doubtfulVanishedCount;
  // Of a number that is given up, Zoom lists nobody: it is no wonder then.
  if (run.listing !== 'expired') addFor(doubtfulCount, { cause: 'registrations-vanished', personCount: doubtfulCount });
  const rejectedCount = skippedFor('rejected-by-hubspot');
  const examples = [...new Set([...people.problems, ...run.attendanceProblems])].slice(0, 3);
  addFor(rejectedCount, { cause: 'rejected-by-hubspot', personCount: rejectedCount, examples });
  for (const { key, startedAt } of run.sessions) {
    const problem = run.refusedEvents[key];
    if (problem === undefined) continue;
    warnings.push({ cause: 'marketing-event-refused', sessionStartsAt: toIso(startedAt), problem });
  }
  if (run.refusedTimeline !== null) {
    warnings.push({ cause: 'timeline-events-refused', problem: run.refusedTimeline });
  }
  for (const session of sessions) {
    const shown = run.verified[session.key];
    if (shown === undefined || shown === null) continue;
    const sent = toParticipationCounts(session);
    warnings.push({ cause: 'participations-differ', sessionStartsAt: session.startedAt, sent, shown });
  }
  return [...warnings, ...(run.recordings?.outcome.warnings ?? [])];
}

const domainsShown = 10;

/** Most people first. */
const topDomains = ({ people }: RunCheckpoint): readonly { readonly domain: string; readonly personCount: number }[] =>
  Object.entries(people.excludedDomains)
    .map(([domain, personCount]) => ({ domain, personCount: personCount ?? 0 }))
    .sort((a, b) => b.personCount - a.personCount || (a.domain < b.domain ? -1 : 1))
    .slice(0, domainsShown);

/** Warnings after which somebody should look, or another sync will find more. */
const unfinished: ReadonlySet<SyncWarning['cause']> = new Set([
  'attendance-not-ready',
  'registrations-vanished',
  'list-unstable',
  'registrations-unavailable',
  'rejected-by-hubspot',
  'marketing-event-refused',
  'timeline-events-refused',
]);

/** The outcome of a run whose people are all written. */
export function buildReport(
  run: RunCheckpoint,
  facts: { readonly connection: string; readonly isDryRun: boolean; readonly finishedAt: Instant },
): SyncReport {
  const { people, tally, webinar } = run;
  const sessions = reportSessions(run);
  const warnings = collectWarnings(run, sessions);
  return {
    id: webinar.webinarId,
    uuid: webinar.uuid,
    topic: webinar.topic,
    connection: facts.connection,
    status: isOpen(run, warnings) ? 'partial' : 'complete',
    trigger: run.trigger,
    isDryRun: facts.isDryRun,
    settings: run.settings,
    startedAt: toIso(run.startedAt),
    finishedAt: toIso(facts.finishedAt),
    eligible: people.eligible,
    synced: people.synced,
    unchanged: people.unchanged,
    skipped: people.skipped,
    warnings,
    changes: toChanges(tally),
    sessions,
    recordings: run.recordings?.outcome.reports ?? [],
    ...(facts.isDryRun || run.onlyKeyHash !== null ? { people: run.previews } : {}),
    calls: { zoom: tally.zoomCalls, hubspot: tally.hubspotCalls },
    ...countWrites(tally, facts.isDryRun),
    steps: tally.steps,
    elapsedMs: tally.elapsedMs,
  };
}

const isOpen = ({ recordings }: RunCheckpoint, warnings: readonly SyncWarning[]): boolean =>
  recordings?.outcome.isWaiting === true ||
  warnings.some((warning) => unfinished.has(warning.cause) || isRefusedCall(warning));

const isRefusedCall = (warning: SyncWarning): boolean =>
  warning.cause === 'recording-not-synced' && warning.problem.cause === 'call-refused';

export const toChanges = (tally: RunChanges): RunChanges => ({
  contactsCreated: tally.contactsCreated,
  contactsUpdated: tally.contactsUpdated,
  registrations: tally.registrations,
  attendances: tally.attendances,
  cancellations: tally.cancellations,
  recordings: tally.recordings,
  transcripts: tally.transcripts,
});

function countWrites(
  { contacts, attendance, events, marketingEvents }: Tally,
  isDryRun: boolean,
): Pick<SyncReport, 'writes' | 'wouldWrite'> {
  const counts = { contacts, attendance, events, marketingEvents };
  const nothing = { contacts: 0, attendance: 0, events: 0, marketingEvents: 0, audit: 0 };
  return isDryRun ? { writes: nothing, wouldWrite: counts } : { writes: { ...counts, audit: 1 } };
}
