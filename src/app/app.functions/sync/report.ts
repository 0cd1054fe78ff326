import type { SessionReport, SkipReason, SyncReport, SyncWarning } from '../../extensions/contract/sync.ts';
import { toIso, type Instant } from '../domain/instant.ts';
import type { RunCheckpoint, Tally } from './checkpoint.ts';
import { toParticipationCounts } from './marketing-events.ts';
import { noPeople } from './people-tally.ts';

/** The sessions of a run with the people counted so far. */
export function reportSessions(run: RunCheckpoint): readonly SessionReport[] {
  return run.sessions.map((session) => ({
    key: session.key,
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

  for (const { isFinal, startedAt } of run.sessions) {
    if (!isFinal) warnings.push({ cause: 'attendance-not-ready', sessionStartsAt: toIso(startedAt) });
  }
  const guestCount = skippedFor('guest-without-address');
  addFor(guestCount, { cause: 'guests-without-address', personCount: guestCount });
  const invalidCount = skippedFor('invalid-address');
  addFor(invalidCount, { cause: 'addresses-invalid', personCount: invalidCount });
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
  addFor(doubtfulCount, { cause: 'registrations-vanished', personCount: doubtfulCount });
  const rejectedCount = skippedFor('rejected-by-hubspot');
  const examples = [...new Set([...people.problems, ...run.attendanceProblems])].slice(0, 3);
  addFor(rejectedCount, { cause: 'rejected-by-hubspot', personCount: rejectedCount, examples });
  for (const session of sessions) {
    const shown = run.verified[session.key];
    if (shown === undefined || shown === null) continue;
    const sent = toParticipationCounts(session);
    warnings.push({ cause: 'participations-differ', sessionStartsAt: session.startedAt, sent, shown });
  }
  return warnings;
}

/** Warnings after which somebody should look, or another sync will find more. */
const unfinished: ReadonlySet<SyncWarning['cause']> = new Set([
  'attendance-not-ready',
  'registrations-vanished',
  'list-unstable',
  'registrations-unavailable',
  'rejected-by-hubspot',
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
    status: warnings.some(({ cause }) => unfinished.has(cause)) ? 'partial' : 'complete',
    isDryRun: facts.isDryRun,
    startedAt: toIso(run.startedAt),
    finishedAt: toIso(facts.finishedAt),
    eligible: people.eligible,
    synced: people.synced,
    unchanged: people.unchanged,
    skipped: people.skipped,
    warnings,
    sessions,
    calls: { zoom: tally.zoomCalls, hubspot: tally.hubspotCalls },
    ...countWrites(tally, facts.isDryRun),
    steps: tally.steps,
    elapsedMs: tally.elapsedMs,
  };
}

function countWrites(
  { contacts, attendance, events, marketingEvents }: Tally,
  isDryRun: boolean,
): Pick<SyncReport, 'writes' | 'wouldWrite'> {
  const counts = { contacts, attendance, events, marketingEvents };
  const nothing = { contacts: 0, attendance: 0, events: 0, marketingEvents: 0, audit: 0 };
  return isDryRun ? { writes: nothing, wouldWrite: counts } : { writes: { ...counts, audit: 1 } };
}
