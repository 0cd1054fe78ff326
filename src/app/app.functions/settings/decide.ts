import type {
  OffSetting,
  RecordingDecision,
  RecordingOffSetting,
  Settings,
  SyncDecision,
  UserChoice,
} from '../../extensions/contract/settings.ts';
import { parseInstant, type Instant } from '../domain/instant.ts';
import { getUserSettings } from './user-settings.ts';

/** What of a webinar the settings look at. */
export interface DecidedWebinar {
  readonly accountId: string;
  readonly hostId: string;
  readonly webinarId: string;
  /** When it was scheduled; null where Zoom does not say: then it is an old one. */
  readonly createdAt: Instant | null;
}

const on = { isOn: true } as const;
const off = <Setting extends RecordingOffSetting>(setting: Setting) => ({ isOn: false, setting }) as const;

/**
 * Whether a webinar is synced. The first row that applies decides:
 *
 * | setting | synced |
 * |---|---|
 * | sync is off | no: `sync` |
 * | webinars of no user | no: `webinar-users` |
 * | the switch of this webinar | as it says: `webinar` |
 * | users are selected, and the host is not, or was taken out | no: `host` |
 * | the host's new webinars are off, and this is one | no: `new-webinars` |
 * | – | yes |
 */
export function decideWebinar(settings: Settings, webinar: DecidedWebinar): SyncDecision {
  const { accountId, hostId, webinarId, createdAt } = webinar;
  if (!settings.isSyncOn) return off<OffSetting>('sync');
  if (settings.webinarUsers === 'none') return off<OffSetting>('webinar-users');
  const host = getUserSettings(settings, accountId, hostId);
  const ownSwitch = Object.hasOwn(host.webinars, webinarId) ? host.webinars[webinarId] : undefined;
  if (ownSwitch !== undefined) return ownSwitch ? on : off<OffSetting>('webinar');
  if (!isChosen(settings.webinarUsers, host.syncsWebinars)) return off<OffSetting>('host');
  const newSince = parseInstant(host.newWebinarsOffSince);
  const isNew = newSince !== null && createdAt !== null && createdAt >= newSince;
  return isNew ? off<OffSetting>('new-webinars') : on;
}

/** Whether a webinar's recordings and transcripts are synced: the webinar must be, and then its host's recordings. */
export function decideRecordings(settings: Settings, webinar: DecidedWebinar): RecordingDecision {
  const decision = decideWebinar(settings, webinar);
  if (!decision.isOn) return decision;
  if (settings.recordingUsers === 'none') return off('recording-users');
  const host = getUserSettings(settings, webinar.accountId, webinar.hostId);
  return isChosen(settings.recordingUsers, host.syncsRecordings) ? on : off('recording-host');
}

const isChosen = (choice: Exclude<UserChoice, 'none'>, own: boolean | null): boolean => own ?? choice === 'all';
