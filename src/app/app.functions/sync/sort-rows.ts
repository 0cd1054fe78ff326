import { attendeeJoins } from './attendee-joins.ts';
import type { ListCursor, RunCheckpoint } from './checkpoint.ts';
import type { Instant } from '../domain/instant.ts';
import {
  findHeldSessions,
  findUntrackedInstances,
  mergeSurveys,
  surveyInstances,
  type HeldSession,
  type Survey,
} from './held-sessions.ts';
import { planSessions } from './planned-sessions.ts';
import { reopenShortLists } from './read-source.ts';
import type { RowStore } from './row-store.ts';
import { selectRows } from './select-rows.ts';
import { nameSessions } from './session-names.ts';
import { findHomes, joinRegistrantIds, settleStrays, type PartitionStrays } from './settle-strays.ts';
import type { SourceList } from './source-rows.ts';

export type Sorted =
  | {
      readonly kind: 'sorted';
      readonly sessions: readonly HeldSession[];
      readonly unstable: readonly SourceList['kind'][];
      /** Starts of instances of which Zoom has tracked nobody. */
      readonly untracked: readonly Instant[];
    }
  /** Rows went missing while the lists were read. */
  | { readonly kind: 'incomplete'; readonly lists: readonly ListCursor[] };

/**
 * Goes through all rows once before anybody is written: is every list whole, are all rows with their registrants, and
 * which instances were sessions. Rows that have to move are added to `rows`.
 */
export async function sortRows(run: RunCheckpoint, rows: RowStore): Promise<Sorted> {
  const distinctCounts = new Map<number, number>();
  const registrantIds: string[] = [];
  const strays: PartitionStrays[] = [];
  let survey: Survey = new Map();

  for (let partition = 0; partition < rows.partitionCount; partition += 1) {
    const batches = await rows.load(partition);
    rows.readAhead(partition + 1);
    const selected = selectRows(batches, run.lists);
    for (const [listNumber, count] of selected.distinctCounts) {
      distinctCounts.set(listNumber, (distinctCounts.get(listNumber) ?? 0) + count);
    }
    registrantIds[partition] = joinRegistrantIds(selected.registrants);
    if (selected.strays.length > 0) strays.push({ partition, batches: selected.strays });
    survey = mergeSurveys(survey, surveyInstances(selected.participations, attendeeJoins(run, selected)));
  }

  const { lists, unstable } = reopenShortLists(run.lists, distinctCounts);
  if (lists.some(({ isDone }) => !isDone)) return { kind: 'incomplete', lists };

  const homes = findHomes(strays, registrantIds);
  const settled = settleStrays(strays, (registrantId) => homes.get(registrantId));
  rows.add(settled);
  for (const batch of [...settled.values()].flat()) {
    const { participations } = batch;
    survey = mergeSurveys(
      survey,
      surveyInstances(participations, attendeeJoins(run, { registrants: [], participations })),
    );
  }

  const found = findHeldSessions(run, survey, run.readAt);
  const held = nameSessions(run.webinar, found, run.sessionNames, run.readAt);
  // A date that has begun may have been held although nobody can say so; one to come will not be without its number.
  const planned = planSessions(run.webinar, held, run.readAt).filter(
    ({ startedAt }) => run.listing !== 'expired' || startedAt <= run.readAt,
  );
  const sessions = [...held, ...planned].sort((a, b) => a.startedAt - b.startedAt);
  return {
    kind: 'sorted',
    sessions,
    unstable: [...new Set(unstable.map(({ kind }) => kind))],
    untracked: findUntrackedInstances(run, survey, run.readAt),
  };
}
