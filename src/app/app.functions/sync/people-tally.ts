import type { SessionReport, SkipReason } from '../../extensions/contract/sync.ts';
import type { WebinarFacts } from './facts.ts';
import type { ItemOutcome } from './outcomes.ts';
import type { PersonMark } from './people-marks.ts';
import type { WorkList } from './work-list.ts';

export type SessionCounts = Pick<
  SessionReport,
  'registered' | 'attended' | 'registeredAndAttended' | 'noShow' | 'cancelled'
>;

export const noPeople: SessionCounts = {
  registered: 0,
  attended: 0,
  registeredAndAttended: 0,
  noShow: 0,
  cancelled: 0,
};

/** Where people ended up. */
export interface PeopleTally {
  readonly eligible: number;
  readonly synced: number;
  readonly unchanged: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  /** Of the people who are skipped for it. */
  readonly excludedDomains: Readonly<Partial<Record<string, number>>>;
  /** What HubSpot said of those it refused. */
  readonly problems: readonly string[];
  readonly doubtfulVanishedCount: number;
  readonly unusableRowCount: number;
  /** By session key: the people as they are in HubSpot afterwards. */
  readonly sessions: Readonly<Record<string, SessionCounts>>;
}

export const emptyPeopleTally: PeopleTally = {
  eligible: 0,
  synced: 0,
  unchanged: 0,
  skipped: {},
  excludedDomains: {},
  problems: [],
  doubtfulVanishedCount: 0,
  unusableRowCount: 0,
  sessions: {},
};

const problemsKept = 20;

/**
 * @param outcomes - one per item of the work list, in its order
 * @param marks - of everybody who is in HubSpot afterwards
 * @throws Error when somebody is lost or counted twice
 */
export function tallyPeople(
  facts: WebinarFacts,
  work: WorkList,
  outcomes: readonly ItemOutcome[],
  marks: readonly PersonMark[],
  unusableRowCount: number,
): PeopleTally {
  const skipped: Partial<Record<SkipReason, number>> = {};
  const problems = new Set<string>();
  const skip = (reason: SkipReason): void => {
    skipped[reason] = (skipped[reason] ?? 0) + 1;
  };
  let synced = 0;
  let unchanged = work.unchanged.length;
  const excludedDomains: Partial<Record<string, number>> = {};
  for (const { reason, detail } of work.excluded) {
    skip(reason);
    if (detail !== null) excludedDomains[detail] = (excludedDomains[detail] ?? 0) + 1;
  }
  for (const outcome of outcomes) {
    if (outcome.kind === 'synced' && outcome.isUnchanged === true) unchanged += 1;
    else if (outcome.kind === 'synced') synced += 1;
    else {
      skip(outcome.reason);
      if (outcome.problem !== '') problems.add(outcome.problem);
    }
  }
  const eligible = work.items.length + work.unchanged.length + work.excluded.length;
  const accounted = synced + unchanged + sum(Object.values(skipped));
  if (eligible !== accounted) throw new Error(`Of ${eligible} people, ${accounted} are accounted for`);
  return {
    eligible,
    synced,
    unchanged,
    skipped,
    excludedDomains,
    problems: [...problems].sort().slice(0, problemsKept),
    doubtfulVanishedCount: work.doubtfulVanishedCount,
    unusableRowCount,
    sessions: countSessions(facts, marks),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function countSessions(
  { sessions }: WebinarFacts,
  marks: readonly PersonMark[],
): Readonly<Record<string, SessionCounts>> {
  const counts = new Map(sessions.map(({ key, isFinal }) => [key, { isFinal, counts: { ...noPeople } }]));
  for (const { key, registration, hasAttended } of marks.flatMap((mark) => mark.sessions)) {
    const session = counts.get(key);
    if (session === undefined) continue;
    const isRegistered = registration === 'registered';
    if (isRegistered) session.counts.registered += 1;
    if (hasAttended) session.counts.attended += 1;
    if (isRegistered && hasAttended) session.counts.registeredAndAttended += 1;
    if (isRegistered && !hasAttended && session.isFinal) session.counts.noShow += 1;
    if (registration === 'cancelled' && !hasAttended) session.counts.cancelled += 1;
  }
  return Object.fromEntries([...counts].map(([key, session]) => [key, session.counts]));
}

export function addTallies(a: PeopleTally, b: PeopleTally): PeopleTally {
  return {
    eligible: a.eligible + b.eligible,
    synced: a.synced + b.synced,
    unchanged: a.unchanged + b.unchanged,
    skipped: addCounts(a.skipped, b.skipped),
    excludedDomains: addCounts(a.excludedDomains, b.excludedDomains),
    problems: [...new Set([...a.problems, ...b.problems])].sort().slice(0, problemsKept),
    doubtfulVanishedCount: a.doubtfulVanishedCount + b.doubtfulVanishedCount,
    unusableRowCount: a.unusableRowCount + b.unusableRowCount,
    sessions: Object.fromEntries(
      [...new Set([...Object.keys(a.sessions), ...Object.keys(b.sessions)])].map((key) => [
        key,
        { ...noPeople, ...addCounts(a.sessions[key] ?? {}, b.sessions[key] ?? {}) },
      ]),
    ),
  };
}

function addCounts<Key extends string>(
  a: Readonly<Partial<Record<Key, number>>>,
  b: Readonly<Partial<Record<Key, number>>>,
): Partial<Record<Key, number>> {
  const total: Partial<Record<Key, number>> = { ...a };
  for (const key of Object.keys(b) as Key[]) total[key] = (total[key] ?? 0) + (b[key] ?? 0);
  return total;
}
