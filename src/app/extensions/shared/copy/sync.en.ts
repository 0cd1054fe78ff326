import type { SkipReason, SyncPhase, SyncStatus, SyncTrigger, SyncWarning } from '../../contract/sync.ts';
import type { SyncFormats } from './sentences.en.ts';
import { explainWarning } from './warnings.en.ts';

export const statusTexts: Readonly<Record<SyncStatus, string>> = {
  complete: 'Complete',
  partial: 'With open ends',
  off: 'Switched off',
  'not-supported': 'Not supported',
  failed: 'Failed',
};

/** What started a sync. */
export const triggerTexts: Readonly<Record<SyncTrigger, string>> = {
  manual: 'Started by hand',
  terminal: 'Started from a terminal',
  sweep: 'Started automatically',
  settings: 'Started by a change of the settings',
  person: 'One person only, started by hand',
};

export const phaseTexts: Readonly<Record<SyncPhase, string>> = {
  reading: 'Reading from Zoom',
  writing: 'Writing to HubSpot',
  finishing: 'Finishing',
  waiting: 'Waiting',
  done: 'Done',
};

/** Why people are not in HubSpot, as the label of a count. */
export const skipReasonTexts: Readonly<Record<SkipReason, string>> = {
  'guest-without-address': 'Joined as a guest, Zoom gives no email address',
  'invalid-address': 'Email address is not valid',
  'secondary-address': 'Email address is a secondary address of another contact',
  'account-user': 'User of this HubSpot account',
  'excluded-domain': 'Email address of an excluded domain',
  'deleted-contact': 'Contact was deleted in HubSpot',
  'contact-unknown': 'Not a contact yet, and contacts are only updated',
  'awaiting-approval': 'Registration awaits approval in Zoom',
  denied: 'Registration was denied in Zoom',
  'unusable-times': 'Zoom reports no usable join and leave times',
  'never-admitted': 'Stayed in the waiting room',
  'attendance-not-ready': 'Zoom has not finished the attendance report',
  'rejected-by-hubspot': 'HubSpot did not accept the contact',
};

/** One or more full sentences: what is open or was refused, and what the reader can do. */
export function describeWarning(warning: SyncWarning, formats: SyncFormats): string {
  const { meaning, fix } = explainWarning(warning, formats);
  return `${meaning} ${fix}`;
}

export type { SyncFormats } from './sentences.en.ts';
