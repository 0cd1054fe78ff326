import type {
  DomainNote,
  SaveSettingsAnswer,
  SaveSettingsParameters,
  Settings,
  SettingsProblem,
  VersionedSettings,
} from '../../contract/settings.ts';
import type { CallProblem, CallResult } from '../../shared/call-function.ts';

/** A part of the settings that somebody has changed and wants saved. */
export interface SettingsChange {
  readonly applyTo: (settings: Settings) => Settings;
  /** Whether what somebody else has saved concerns the same part. */
  readonly isTouchedBy: (before: Settings, after: Settings) => boolean;
}

export type SaveResult =
  | { readonly kind: 'saved'; readonly saved: VersionedSettings; readonly notes: readonly DomainNote[] }
  /** Somebody else has changed the same part meanwhile; nothing was saved. */
  | { readonly kind: 'conflict'; readonly inForce: VersionedSettings }
  | { readonly kind: 'invalid'; readonly problems: readonly SettingsProblem[] }
  | { readonly kind: 'problem'; readonly problem: CallProblem };

export type SaveSettings = (parameters: SaveSettingsParameters) => Promise<CallResult<SaveSettingsAnswer>>;

/** Whoever saves all the time would keep everybody else waiting. */
const triesMax = 3;

/**
 * Saves a change. All settings are one document, so a save by somebody else makes the server refuse ours; where theirs
 * is about something else, ours goes on top of it without a question.
 *
 * @param inForce - what the change was made to
 */
export async function saveChange(
  inForce: VersionedSettings,
  change: SettingsChange,
  save: SaveSettings,
): Promise<SaveResult> {
  let base = inForce;
  for (let triesLeft = triesMax; ; triesLeft -= 1) {
    const result = await save({ settings: change.applyTo(base.settings), version: base.version });
    if (result.kind === 'problem') return result;
    const { answer } = result;
    switch (answer.outcome) {
      case 'saved':
        return { kind: 'saved', saved: toVersioned(answer), notes: answer.notes };
      case 'invalid':
        return { kind: 'invalid', problems: answer.problems };
      case 'conflict': {
        const newest = toVersioned(answer);
        if (triesLeft === 1 || change.isTouchedBy(base.settings, newest.settings)) {
          return { kind: 'conflict', inForce: newest };
        }
        base = newest;
      }
    }
  }
}

const toVersioned = ({ settings, version, savedAt }: VersionedSettings): VersionedSettings => ({
  settings,
  version,
  savedAt,
});
