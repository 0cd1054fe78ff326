import type { RecordingState } from './recording-state.ts';
import type { RecordedInstance, RecordingsInput, RecordingsStep } from './recordings-input.ts';
import type { RecordingsProgress } from './recordings-progress.ts';
import { hasLink } from './seen-recordings.ts';

/**
 * Looks for an attendee who is not excluded in each session that would get its first call. Mostly the first part of the
 * people is enough.
 *
 * @returns false when time was up first
 */
export async function surveyAttendees(step: RecordingsStep): Promise<boolean> {
  const { input, ledger } = step;
  for (;;) {
    const { partition, attendedKeys } = ledger.progress().survey;
    const wanted = wantedKeys(step).filter((key) => !attendedKeys.includes(key));
    if (wanted.length === 0 || partition >= input.partitionCount) return true;
    if (input.shouldStop()) return false;
    const members = await step.loadAudience(partition);
    const attended = new Set(
      members
        .filter(({ address }) => !input.isExcluded(address))
        .flatMap(({ sessions }) => sessions.filter(({ hasAttended }) => hasAttended).map(({ key }) => key)),
    );
    const found = wanted.filter((key) => attended.has(key));
    ledger.change({ survey: { partition: partition + 1, attendedKeys: [...attendedKeys, ...found].sort() } });
  }
}

const wantedKeys = ({ input, ledger, instances }: RecordingsStep): readonly string[] => [
  ...new Set(
    instances.filter((instance) => wantsSurvey(input, ledger.progress(), instance)).map(({ session }) => session.key),
  ),
];

function wantsSurvey(
  input: RecordingsInput,
  progress: RecordingsProgress,
  { uuid, session }: RecordedInstance,
): boolean {
  const state = progress.states[uuid];
  return (
    hasLink(progress, uuid) && (state?.callId ?? null) === null && !isKnownEmpty(state, input, session.attendedCount)
  );
}

/** The people are those who were gone through before, and there was nobody to show the recording to. */
const isKnownEmpty = (state: RecordingState | undefined, input: RecordingsInput, attendedCount: number): boolean =>
  !input.hasPeopleChanged &&
  state?.audience?.exclusionsHash === input.exclusionsHash &&
  state.audience.attendedCount === attendedCount;
