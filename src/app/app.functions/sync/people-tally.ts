import type { SessionReport, SkipReason } from '../../extensions/contract/sync.ts';
import type { Person } from '../domain/person.ts';
import type { WebinarFacts } from './facts.ts';
import type { ItemOutcome } from './outcomes.ts';
import type { WorkList } from './work-list.ts';

export type SessionCounts = Pick<
  SessionReport,
  'registered' | 'attended' | 'registeredAndAttended' | 'noShow' | 'cancelled'
>;

/** Where people ended up. */
export interface PeopleTally {
  readonly eligible: number;
  readonly synced: number;
  readonly unchanged: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
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
  problems: [],
  doubtfulVanishedCount: 0,
  unusableRowCount: 0,
  sessions: {},
};

const problemsKept = 20;

/**
 * @param outcomes - one per item of the work list, in its order
 * @throws Error when somebody is lost or counted twice
 */
export function tallyPeople(
  facts: WebinarFacts,
  work: WorkList,
  outcomes: readonly ItemOutcome[],
  unusableRowCount: number,
): PeopleTally {
  const skipped: Partial<Record<SkipReason, number>> = {};
  const problems = new Set<string>();
  const skip = (reason: SkipReason): void => {
    skipped[reason] = (skipped[reason] ?? 0) + 1;
  };
  let synced = 0;
  for (const { reason } of work.excluded) skip(reason);
  for (const outcome of outcomes) {
    if (outcome.kind === 'synced') synced += 1;
    else {
      skip(outcome.reason);
      if (outcome.problem !== '') problems.add(outcome.problem);
    }
  }
  const eligible = work.items.length + work.unchanged.length + work.excluded.length;
  const accounted = synced + work.unchanged.length + sum(Object.values(skipped));
  if (eligible !== accounted) throw new Error(`Of ${eligible} people, ${accounted} are accounted for`);
  return {
    eligible,
    synced,
    unchanged: work.unchanged.length,
    skipped,
    problems: [...problems].sort().slice(0, problemsKept),
    doubtfulVanishedCount: work.doubtfulVanishedCount,
    unusableRowCount,
    sessions: countSessions(facts, work, outcomes),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function countSessions(
  facts: WebinarFacts,
  work: WorkList,
  outcomes: readonly ItemOutcome[],
): Readonly<Record<string, SessionCounts>> {
  const present: Person[] = work.unchanged.flatMap(({ person }) => person ?? []);
  const vanishedFrom = work.unchanged.flatMap(({ person, mark }) => (person === null ? (mark.vanishedFrom ?? []) : []));
  for (const [index, item] of work.items.entries()) {
    const outcome = outcomes[index];
    if (outcome?.kind !== 'synced') continue;
    if (item.kind === 'person') present.push(item.person);
    else vanishedFrom.push(...(outcome.vanishedFrom ?? []));
  }
  return Object.fromEntries(
    facts.sessions.map(({ key, isFinal }) => {
      const counts = { registered: 0, attended: 0, registeredAndAttended: 0, noShow: 0, cancelled: 0 };
      for (const { sessions } of present) {
        const part = sessions.find(({ sessionKey }) => sessionKey === key);
        if (part === undefined) continue;
        const isRegistered = part.registration?.state === 'registered';
        const hasAttended = part.attendance !== null;
        if (isRegistered) counts.registered += 1;
        if (hasAttended) counts.attended += 1;
        if (isRegistered && hasAttended) counts.registeredAndAttended += 1;
        if (isRegistered && !hasAttended && isFinal) counts.noShow += 1;
        if (part.registration?.state === 'cancelled' && !hasAttended) counts.cancelled += 1;
      }
      counts.cancelled += vanishedFrom.filter((vanishedKey) => vanishedKey === key).length;
      return [key, counts];
    }),
  );
}

export function addTallies(a: PeopleTally, b: PeopleTally): PeopleTally {
  return {
    eligible: a.eligible + b.eligible,
    synced: a.synced + b.synced,
    unchanged: a.unchanged + b.unchanged,
    skipped: addCounts(a.skipped, b.skipped),
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

export const noPeople: SessionCounts = {
  registered: 0,
  attended: 0,
  registeredAndAttended: 0,
  noShow: 0,
  cancelled: 0,
};

function addCounts<Key extends string>(
  a: Readonly<Partial<Record<Key, number>>>,
  b: Readonly<Partial<Record<Key, number>>>,
): Partial<Record<Key, number>> {
  const total: Partial<Record<Key, number>> = { ...a };
  for (const key of Object.keys(b) as Key[]) total[key] = (total[key] ?? 0) + (b[key] ?? 0);
  return total;
}
