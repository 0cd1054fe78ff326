import { newRecordingState, type RecordingState } from './recording-state.ts';
import type { RecordingChanges, RecordingsProgress } from './recordings-progress.ts';

type ByInstance = 'sightings' | 'calls' | 'transcripts';

/** The progress of a run while a step works on it. */
export interface Ledger {
  progress(): RecordingsProgress;
  state(uuid: string): RecordingState;
  /** Whether the step has got any further. */
  hasChanged(): boolean;
  change(changes: Partial<RecordingsProgress>): void;
  changeState(uuid: string, changes: Partial<RecordingState>): void;
  note<Kind extends ByInstance>(kind: Kind, uuid: string, verdict: RecordingsProgress[Kind][string]): void;
  count(kind: keyof RecordingChanges, rowCount: number): void;
}

export function createLedger(begun: RecordingsProgress): Ledger {
  let progress = begun;
  const change = (changes: Partial<RecordingsProgress>): void => {
    progress = { ...progress, ...changes };
  };
  const state = (uuid: string): RecordingState => progress.states[uuid] ?? newRecordingState;
  return {
    progress: () => progress,
    state,
    hasChanged: () => progress !== begun,
    change,
    changeState: (uuid, changes) =>
      change({ states: sortByKey({ ...progress.states, [uuid]: { ...state(uuid), ...changes } }) }),
    note: (kind, uuid, verdict) => change({ [kind]: sortByKey<unknown>({ ...progress[kind], [uuid]: verdict }) }),
    count: (kind, rowCount) => change({ changes: { ...progress.changes, [kind]: progress.changes[kind] + rowCount } }),
  };
}

/** The same content makes the same record, in whatever order the vendors answered. */
const sortByKey = <Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
