import {
  defaultUserSettings,
  type SaveSettingsAnswer,
  type Settings,
  type VersionedSettings,
} from '../../../contract/settings.ts';
import type { WebinarRow } from '../../../contract/webinars.ts';
import type { callFunction, CallProblem, CallResult } from '../../../shared/call-function.ts';

/** What came of switching a webinar on or off. */
export type SwitchOutcome =
  | { readonly kind: 'saved' }
  /** Somebody else kept saving settings. */
  | { readonly kind: 'conflict' }
  /** The settings did not take it: there are too many choices for single webinars. */
  | { readonly kind: 'refused' }
  /** The webinar's Zoom account is not connected any more. */
  | { readonly kind: 'account-gone' }
  | { readonly kind: 'problem'; readonly problem: CallProblem };

export type SwitchedWebinar = Pick<WebinarRow, 'webinarId' | 'connection' | 'hostId'>;

/** Reads the settings, changes the switch of one webinar and saves them; once more if somebody else was faster. */
export async function switchWebinar(
  webinar: SwitchedWebinar,
  isOn: boolean,
  call: typeof callFunction,
): Promise<SwitchOutcome> {
  const read = await call('get_settings', {});
  if (read.kind === 'problem') return read;
  const account = read.answer.zoomAccounts.find(({ connection }) => connection === webinar.connection);
  if (account === undefined) return { kind: 'account-gone' };
  const userKey = `${account.accountId}:${webinar.hostId}`;
  const save = ({ settings, version }: VersionedSettings): Promise<CallResult<SaveSettingsAnswer>> =>
    call('save_settings', { settings: withSwitch(settings, userKey, webinar.webinarId, isOn), version });

  const first = await save(read.answer);
  if (first.kind === 'answered' && first.answer.outcome === 'conflict') return toOutcome(await save(first.answer));
  return toOutcome(first);
}

function toOutcome(result: CallResult<SaveSettingsAnswer>): SwitchOutcome {
  if (result.kind === 'problem') return result;
  switch (result.answer.outcome) {
    case 'saved':
      return { kind: 'saved' };
    case 'conflict':
      return { kind: 'conflict' };
    case 'invalid':
      return { kind: 'refused' };
  }
}

function withSwitch(settings: Settings, userKey: string, webinarId: string, isOn: boolean): Settings {
  const own = settings.users[userKey] ?? defaultUserSettings;
  const changed = { ...own, webinars: { ...own.webinars, [webinarId]: isOn } };
  return { ...settings, users: { ...settings.users, [userKey]: changed } };
}
