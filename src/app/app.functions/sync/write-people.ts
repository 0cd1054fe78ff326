import { applyWork } from './apply.ts';
import type { RunCheckpoint, WebinarState } from './checkpoint.ts';
import { toWebinarFacts, type WebinarFacts } from './facts.ts';
import { completeMarketingEvents, writeMarketingEvents } from './marketing-events.ts';
import { normaliseSource, type NormalisedSource } from './normalise.ts';
import { readNumbered } from './numbered-records.ts';
import type { IndexedOutcome } from './outcomes.ts';
import { parseMarks, type PersonMark } from './people-marks.ts';
import { notHeld, type CollectedRows } from './read-source.ts';
import { shouldStopWriting, type Step } from './step.ts';
import { buildWorkList, type WorkList } from './work-list.ts';

export interface PlannedWrites {
  readonly facts: WebinarFacts;
  readonly normalised: NormalisedSource;
  readonly work: WorkList;
  /** Records that hold the marks of the run before. */
  readonly markRecordIds: readonly string[];
}

/**
 * Compares what was read with what was written last. The same in every step of a run.
 *
 * @throws IntegrationError reason `webinar-not-held` when there were only rehearsals
 */
export async function planWrites(step: Step, run: RunCheckpoint, rows: CollectedRows): Promise<PlannedWrites> {
  const { webinar, instances, panelists, readAt } = run;
  const normalised = normaliseSource({ webinar, instances, panelists, ...rows }, readAt);
  if (normalised.sessions.length === 0) throw notHeld(webinar);
  const facts = toWebinarFacts(step.parts.accountId, webinar, normalised.sessions);
  const { marks, recordIds } = await loadMarks(step);
  const mayBelieveAbsence = isRegistrantReadingWhole(run, rows);
  const work = buildWorkList({ persons: normalised.persons, facts, marks, mayBelieveAbsence });
  return { facts, normalised, work, markRecordIds: recordIds };
}

/** Only then does a person's absence from the lists mean something. */
function isRegistrantReadingWhole(run: RunCheckpoint, rows: CollectedRows): boolean {
  return (
    rows.registrants.length > 0 &&
    !rows.unstable.some(({ kind }) => kind === 'registrants') &&
    run.lists.every(
      ({ list, isUnavailable, quarantinedCount }) =>
        list.kind !== 'registrants' || (!isUnavailable && quarantinedCount === 0),
    )
  );
}

async function loadMarks({ prepared, keys, state }: Step): Promise<{
  readonly marks: readonly PersonMark[];
  readonly recordIds: readonly string[];
}> {
  const { people } = state;
  if (people === null) return { marks: [], recordIds: [] };
  const records = await readNumbered(prepared.store, people.recordCount, (index) =>
    keys.people(people.runNumber, index),
  );
  return {
    marks: records.flatMap(({ payload }) => parseMarks(payload) ?? []),
    recordIds: records.map(({ recordId }) => recordId),
  };
}

export interface WriteResult {
  readonly run: RunCheckpoint;
  readonly state: WebinarState;
  readonly outcomes: readonly IndexedOutcome[];
  /** False when time was up first. */
  readonly isComplete: boolean;
}

/** Writes marketing events, then people, then marks the events as over, as far as time allows. */
export async function writePeople(step: Step, begun: RunCheckpoint, planned: PlannedWrites): Promise<WriteResult> {
  const { facts, work } = planned;
  const { marketingEvents } = step.prepared;
  const shouldStop = (): boolean => shouldStopWriting(step);

  const events = await writeMarketingEvents(
    marketingEvents,
    begun.webinar,
    facts,
    step.state.marketingEvents,
    shouldStop,
  );
  const applied = await applyWork(
    step.prepared,
    facts,
    work.items,
    begun.nextIndex,
    () => !events.isComplete || shouldStop(),
  );
  const arePeopleDone = events.isComplete && applied.nextIndex >= work.items.length;
  const completed = await completeMarketingEvents(
    marketingEvents,
    facts,
    events.states,
    () => !arePeopleDone || shouldStop(),
  );

  const { tally } = begun;
  return {
    state: { ...step.state, marketingEvents: completed.states },
    run: {
      ...begun,
      nextIndex: applied.nextIndex,
      itemCount: work.items.length,
      attendanceProblems: [...new Set([...begun.attendanceProblems, ...applied.attendanceProblems])].slice(0, 20),
      tally: {
        ...tally,
        contacts: tally.contacts + applied.contactCount,
        attendance: tally.attendance + applied.attendanceCount,
        events: tally.events + applied.eventCount,
        marketingEvents: tally.marketingEvents + events.writtenCount + completed.writtenCount,
      },
    },
    outcomes: applied.outcomes,
    isComplete: arePeopleDone && completed.isComplete,
  };
}
