import type { RecordingOffSetting } from '../../contract/settings.ts';
import type { SyncWarning } from '../../contract/sync.ts';
import {
  explainWarning,
  warningFamilies,
  warningFamilyTitle,
  type WarningExplanation,
} from '../../shared/explain/explain-warning.ts';
import type { Words } from '../../shared/words/words.ts';
import type { SettingsTab } from '../settings-tab.ts';

export interface WarningFamilyView {
  readonly family: string;
  readonly title: string;
  readonly warnings: readonly WarningView[];
}

export interface WarningView {
  readonly title: string;
  readonly meaning: string;
  readonly fix: string;
  /** Where the setting is that causes it; null when no setting does. */
  readonly tab: FixingTab | null;
}

export type FixingTab = Exclude<SettingsTab, 'home'>;

/** Warnings by their kind, in the order in which HubSpot names the kinds. */
export function toWarningFamilies(warnings: readonly SyncWarning[], words: Words): readonly WarningFamilyView[] {
  const explained = warnings.map((warning) => ({ warning, ...explain(warning, words) }));
  return warningFamilies
    .map((family) => ({
      family,
      title: warningFamilyTitle(family, words),
      warnings: explained
        .filter((each) => each.family === family)
        .map(({ warning, title, meaning, fix }) => ({ title, meaning, fix, tab: findFixingTab(warning) })),
    }))
    .filter((view) => view.warnings.length > 0);
}

/** The audit log outlives versions: a warning that lacks what its words need is shown as an unknown one. */
function explain(warning: SyncWarning, words: Words): WarningExplanation {
  try {
    return explainWarning(warning, words);
  } catch {
    return {
      family: 'S35',
      title: words.t('warning.unknown.title'),
      meaning: words.t('warning.unknown.meaning'),
      fix: words.t('warning.unknown.fix'),
    };
  }
}

/** The tab on which somebody can change what causes the warning. */
export function findFixingTab(warning: SyncWarning): FixingTab | null {
  switch (warning.cause) {
    case 'settings-off':
      return findTabOfSetting(warning.setting);
    case 'recording-not-synced':
      return warning.problem.cause === 'settings-off' ? findTabOfSetting(warning.problem.setting) : null;
    case 'addresses-excluded':
    case 'contacts-unknown':
      return 'global-settings';
    case 'timeline-events-refused':
      return 'set-up';
    default:
      return null;
  }
}

/** The switch of a single webinar stands in the list of webinars, and needs no tab. */
export function findTabOfSetting(setting: RecordingOffSetting): FixingTab | null {
  switch (setting) {
    case 'sync':
    case 'webinar-users':
    case 'recording-users':
      return 'global-settings';
    case 'host':
    case 'new-webinars':
    case 'recording-host':
      return 'users';
    case 'webinar':
      return null;
    default:
      setting satisfies never;
      return null;
  }
}
