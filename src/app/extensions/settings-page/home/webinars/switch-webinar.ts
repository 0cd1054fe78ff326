import { defaultUserSettings, type Settings } from '../../../contract/settings.ts';
import type { WebinarRow } from '../../../contract/webinars.ts';
import { callFunction, type CallProblem } from '../../../shared/call-function.ts';
import { readResult, settingsShape } from '../../saving/answer-shapes.ts';
import { callSave } from '../../saving/call-save.ts';
import { saveChange, type SettingsChange } from '../../saving/save-change.ts';

/** What came of switching a webinar on or off. */
export type SwitchOutcome =
  | { readonly kind: 'saved' }
  /** Somebody else has switched the same webinar, or keeps saving settings. */
  | { readonly kind: 'conflict' }
  /** The settings did not take it: there are too many choices for single webinars. */
  | { readonly kind: 'refused' }
  /** The webinar's Zoom account is not connected any more. */
  | { readonly kind: 'account-gone' }
  | { readonly kind: 'problem'; readonly problem: CallProblem };

export type SwitchedWebinar = Pick<WebinarRow, 'webinarId' | 'connection' | 'hostId'>;

/** Reads the settings, changes the switch of one webinar and saves them; once more if somebody else was faster. */
export async function switchWebinar(webinar: SwitchedWebinar, isOn: boolean): Promise<SwitchOutcome> {
  const read = readResult(await callFunction('get_settings', {}), settingsShape);
  if (read.kind === 'problem') return read;
  const account = read.answer.zoomAccounts.find(({ connection }) => connection === webinar.connection);
  if (account === undefined) return { kind: 'account-gone' };
  const change = toChange(`${account.accountId}:${webinar.hostId}`, webinar.webinarId, isOn);
  const result = await saveChange(read.answer, change, callSave);
  switch (result.kind) {
    case 'saved':
    case 'conflict':
      return { kind: result.kind };
    case 'invalid':
      return { kind: 'refused' };
    case 'problem':
      return result;
  }
}

function toChange(userKey: string, webinarId: string, isOn: boolean): SettingsChange {
  const findSwitch = ({ users }: Settings): boolean | undefined => users[userKey]?.webinars[webinarId];
  return {
    applyTo(settings) {
      const own = settings.users[userKey] ?? defaultUserSettings;
      const changed = { ...own, webinars: { ...own.webinars, [webinarId]: isOn } };
      return { ...settings, users: { ...settings.users, [userKey]: changed } };
    },
    isTouchedBy: (before, after) => findSwitch(before) !== findSwitch(after),
  };
}
