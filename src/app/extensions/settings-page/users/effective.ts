import type { Settings, UserChoice, UserSettings } from '../../contract/settings.ts';
import type { WebinarRow } from '../../contract/webinars.ts';

/** Why nothing that is set for a user takes effect at the moment. */
export type AccountBar = 'sync' | 'webinar-users' | null;

export function findAccountBar({ isSyncOn, webinarUsers }: Settings): AccountBar {
  if (!isSyncOn) return 'sync';
  return webinarUsers === 'none' ? 'webinar-users' : null;
}

/** Whether a user is among those of an account-wide choice; where nobody is chosen, as if somebody could be. */
export const isChosen = (choice: UserChoice, own: boolean | null): boolean => own ?? choice === 'all';

/**
 * Whether a webinar without a switch of its own would be synced with a user's settings as they are in the form. Which
 * webinars are newly scheduled ones only the server knows; its decision tells where that was the reason.
 */
export function followsToOn(settings: Settings, draft: UserSettings, { decision }: WebinarRow): boolean {
  if (!isChosen(settings.webinarUsers, draft.syncsWebinars)) return false;
  const isNewOne = !decision.isOn && decision.setting === 'new-webinars';
  return !(isNewOne && draft.newWebinarsOffSince !== null);
}
