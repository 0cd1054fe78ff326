import type { SessionReport, SkipReason, SyncReport, SyncWarning } from '../../extensions/contract/sync.ts';
import { toIso, type Instant } from '../domain/instant.ts';
import type { Person } from '../domain/person.ts';
import type { RunCheckpoint } from './checkpoint.ts';
import type { WebinarFacts } from './facts.ts';
import { toParticipationCounts } from './marketing-events.ts';
import type { NormalisedSource } from './normalise.ts';
import type { IndexedOutcome } from './outcomes.ts';
import type { CollectedRows } from './read-source.ts';
import type { WorkList } from './work-list.ts';

type Skipped = Partial<Record<SkipReason, number>>;

/** Where everybody of the webinar ended up. */
export interface Balance {
  readonly eligible: number;
  readonly synced: number;
  readonly unchanged: number;
  readonly skipped: Readonly<Skipped>;
  readonly problems: readonly string[];
}

/** @throws Error when the outcomes do not add up: a person was lost or counted twice */
export function balanceOutcomes(work: WorkList, outcomes: readonly IndexedOutcome[]): Balance {
  const skipped: Skipped = {};
  const count = (reason: SkipReason): void => {
    skipped[reason] = (skipped[reason] ?? 0) + 1;
  };
  const outcomeByIndex = new Map(outcomes);
  const problems = new Set<string>();
  let synced = 0;
  for (const { reason } of work.excluded) count(reason);
  for (const outcome of outcomeByIndex.values()) {
    if (outcome.kind === 'synced') synced += 1;
    else {
      count(outcome.reason);
      if (outcome.problem !== '') problems.add(outcome.problem);
    }
  }
  const eligible = work.items.length + work.unchanged.length + work.excluded.length;
  const skippedCount = Object.values(skipped).reduce((sum, value) => sum + value, 0);
  if (eligible !== synced + work.unchanged.length + skippedCount) {
    throw new Error(`Of ${eligible} people, ${synced + work.unchanged.length + skippedCount} are accounted for`);
  }
  return { eligible, synced, unchanged: work.unchanged.length, skipped, problems: [...problems].sort() };
}

/** Counts the people of each session as they are in HubSpot after the run. */
export function countSessions(
  facts: WebinarFacts,
  work: WorkList,
  outcomes: readonly IndexedOutcome[],
): readonly SessionReport[] {
  const outcomeByIndex = new Map(outcomes);
  const present: Person[] = work.unchanged.flatMap(({ person }) => person ?? []);
  const vanishedFrom = work.unchanged.flatMap(({ person, mark }) => (person === null ? (mark.vanishedFrom ?? []) : []));
  for (const [index, item] of work.items.entries()) {
    const outcome = outcomeByIndex.get(index);
    if (outcome?.kind !== 'synced') continue;
    if (item.kind === 'person') present.push(item.person);
    else vanishedFrom.push(...(outcome.vanishedFrom ?? []));
  }
  return facts.sessions.map((session) => {
    const counts = { registered: 0, attended: 0, registeredAndAttended: 0, noShow: 0, cancelled: 0 };
    for (const person of present) {
      const part = person.sessions.find(({ sessionKey }) => sessionKey === session.key);
      if (part === undefined) continue;
      const isRegistered = part.registration?.state === 'registered';
      const hasAttended = part.attendance !== null;
      if (isRegistered) counts.registered += 1;
      if (hasAttended) counts.attended += 1;
      if (isRegistered && hasAttended) counts.registeredAndAttended += 1;
      if (isRegistered && !hasAttended && session.isFinal) counts.noShow += 1;
      if (part.registration?.state === 'cancelled' && !hasAttended) counts.cancelled += 1;
    }
    counts.cancelled += vanishedFrom.filter((key) => key === session.key).length;
    return {
      key: session.key,
      startedAt: toIso(session.startedAt),
      endedAt: toIso(session.endedAt),
      lengthSeconds: Math.round(session.lengthMs / 1000),
      ...counts,
    };
  });
}

export function collectWarnings(input: {
  readonly run: RunCheckpoint;
  readonly rows: CollectedRows;
  readonly normalised: NormalisedSource;
  readonly work: WorkList;
  readonly balance: Balance;
  readonly sessions: readonly SessionReport[];
}): readonly SyncWarning[] {
  const { run, rows, normalised, work, balance, sessions } = input;
  const warnings: SyncWarning[] = [];
  const people = (reason: SkipReason): number => balance.skipped[reason] ?? 0;
  const addFor = (personCount: number, warning: SyncWarning): void => {
    if (personCount > 0) warnings.push(warning);
  };

  for (const { isFinal, startedAt } of normalised.sessions) {
    if (!isFinal) warnings.push({ cause: 'attendance-not-ready', sessionStartsAt: toIso(startedAt) });
  }
  const guestCount = people('guest-without-address');
  addFor(guestCount, { cause: 'guests-without-address', personCount: guestCount });
  addFor(people('invalid-address'), { cause: 'addresses-invalid', personCount: people('invalid-address') });
  addFor(people('secondary-address'), { cause: 'addresses-secondary', personCount: people('secondary-address') });
  for (const source of ['registrants', 'participants'] as const) {
    const unreadableCount = run.lists
      .filter(({ list }) => list.kind === source)
      .reduce((sum, { quarantinedCount }) => sum + quarantinedCount, 0);
    const rowCount = unreadableCount + (source === 'participants' ? normalised.unusableRowCount : 0);
    addFor(rowCount, { cause: 'rows-quarantined', source, rowCount });
    if (rows.unstable.some(({ kind }) => kind === source)) warnings.push({ cause: 'list-unstable', source });
  }
  if (run.lists.some(({ list, isUnavailable }) => list.kind === 'registrants' && isUnavailable)) {
    warnings.push({ cause: 'registrations-unavailable' });
  }
  addFor(work.doubtfulVanishedCount, { cause: 'registrations-vanished', personCount: work.doubtfulVanishedCount });
  const rejectedCount = people('rejected-by-hubspot');
  addFor(rejectedCount, {
    cause: 'rejected-by-hubspot',
    personCount: rejectedCount,
    examples: [...new Set([...balance.problems, ...run.attendanceProblems])].slice(0, 3),
  });
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

export function buildReport(input: {
  readonly run: RunCheckpoint;
  readonly connection: string;
  readonly isDryRun: boolean;
  readonly balance: Balance;
  readonly sessions: readonly SessionReport[];
  readonly warnings: readonly SyncWarning[];
  readonly finishedAt: Instant;
}): SyncReport {
  const { run, connection, isDryRun, balance, sessions, warnings, finishedAt } = input;
  const { tally, webinar } = run;
  return {
    id: webinar.webinarId,
    uuid: webinar.uuid,
    topic: webinar.topic,
    connection,
    status: warnings.some(({ cause }) => unfinished.has(cause)) ? 'partial' : 'complete',
    isDryRun,
    startedAt: toIso(run.startedAt),
    finishedAt: toIso(finishedAt),
    eligible: balance.eligible,
    synced: balance.synced,
    unchanged: balance.unchanged,
    skipped: balance.skipped,
    warnings,
    sessions,
    calls: { zoom: tally.zoomCalls, hubspot: tally.hubspotCalls },
    writes: {
      contacts: tally.contacts,
      attendance: tally.attendance,
      events: tally.events,
      marketingEvents: tally.marketingEvents,
      audit: isDryRun ? 0 : 1,
    },
    steps: tally.steps,
    elapsedMs: tally.elapsedMs,
  };
}
