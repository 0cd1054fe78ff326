import type { ParticipationCounts, SkipReason, SyncPhase, SyncStatus, SyncWarning } from '../../contract/sync.ts';

/** How numbers and instants are written; a subset of the pages' formats. */
export interface SyncFormats {
  readonly count: (count: number) => string;
  /** @param instant - ISO 8601 */
  readonly dateAndTime: (instant: string) => string;
}

export const statusTexts: Readonly<Record<SyncStatus | 'failed', string>> = {
  complete: 'Complete',
  partial: 'With open ends',
  failed: 'Failed',
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
  'awaiting-approval': 'Registration awaits approval in Zoom',
  denied: 'Registration was denied in Zoom',
  'unusable-times': 'Zoom reports no usable join and leave times',
  'never-admitted': 'Stayed in the waiting room',
  'attendance-not-ready': 'Zoom has not finished the attendance report',
  'rejected-by-hubspot': 'HubSpot did not accept the contact',
};

const sourceNames: Readonly<Record<'registrants' | 'participants', string>> = {
  registrants: 'list of registrants',
  participants: 'attendance report',
};

/** One or more full sentences: what is open or was refused, and what the reader can do. */
export function describeWarning(warning: SyncWarning, formats: SyncFormats): string {
  const people = (count: number): string => `${formats.count(count)} ${count === 1 ? 'person' : 'people'}`;
  const were = (count: number): string => (count === 1 ? 'was' : 'were');
  switch (warning.cause) {
    case 'guests-without-address':
      return `${people(warning.personCount)} joined as guests. Zoom gives no email address for them, so they ${were(warning.personCount)} not synced.`;
    case 'addresses-invalid':
      return `${people(warning.personCount)} gave an email address that is not valid and ${were(warning.personCount)} not synced. Correct the address in Zoom and sync again.`;
    case 'addresses-secondary':
      return `${people(warning.personCount)} registered with a secondary email address of a contact and ${were(warning.personCount)} not synced. Only a contact’s primary address counts.`;
    case 'rows-quarantined':
      return `${formats.count(warning.rowCount)} ${warning.rowCount === 1 ? 'row' : 'rows'} of Zoom’s ${sourceNames[warning.source]} could not be used and ${were(warning.rowCount)} set aside.`;
    case 'attendance-not-ready':
      return `Zoom has not finished the attendance report of the webinar on ${formats.dateAndTime(warning.sessionStartsAt)}. Sync again in about an hour.`;
    case 'registrations-vanished':
      return `Zoom no longer lists ${people(warning.personCount)} who had registered. Nobody was marked as cancelled because of that. Check the registrations in Zoom.`;
    case 'list-unstable':
      return `Zoom’s ${sourceNames[warning.source]} kept changing while it was read. Sync again when the registration or the webinar is over.`;
    case 'registrations-unavailable':
      return 'Zoom gives no registrations for this webinar, so only attendance was synced.';
    case 'rejected-by-hubspot':
      return `HubSpot did not accept ${people(warning.personCount)} as contacts.${quoteExamples(warning.examples)}`;
    case 'participations-differ':
      return `HubSpot’s marketing event of ${formats.dateAndTime(warning.sessionStartsAt)} shows ${describeCounts(warning.shown, formats)}. The app sent ${describeCounts(warning.sent, formats)}. HubSpot may need some minutes to count; sync again later to compare.`;
  }
}

function describeCounts(counts: ParticipationCounts, { count }: SyncFormats): string {
  return `${count(counts.registered)} registered, ${count(counts.attended)} attended, ${count(counts.noShow)} did not attend and ${count(counts.cancelled)} cancelled`;
}

function quoteExamples(examples: readonly string[]): string {
  if (examples.length === 0) return '';
  return ` HubSpot’s reason, for example: ${examples.map((example) => `“${example}”`).join(', ')}.`;
}
