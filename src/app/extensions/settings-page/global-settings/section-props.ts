import type { SettingsProblem } from '../../contract/settings.ts';
import type { AccountSettings } from './account-settings.ts';
import type { PreviewState } from './use-settings-preview.ts';

/** What every section of the form needs. */
export interface SectionProps {
  readonly form: AccountSettings;
  readonly inForce: AccountSettings;
  readonly isReadOnly: boolean;
  readonly change: (change: (form: AccountSettings) => AccountSettings) => void;
  readonly preview: PreviewState;
  readonly retryPreview: () => void;
  /** What the server has found wrong, in a save or in a preview. */
  readonly problems: readonly SettingsProblem[];
}
