import type { ParticipationCounts, SyncWarning } from '../../contract/sync.ts';
import { explainOffSetting } from './off-settings.en.ts';
import { explainRecordingProblem, explainTranscriptProblem } from './recording-warnings.en.ts';
import { asQuotedList, asSentence, toPeople, type SyncFormats } from './sentences.en.ts';

/** The kinds of warnings that HubSpot's own audit log tells apart, by their number in the list of promises. */
export type WarningFamily =
  /** Data not synced because sync settings are off. */
  | 'S32'
  /** Recording or transcript not synced. */
  | 'S33'
  /** Some participants not synced. */
  | 'S34'
  /** Some data not synced. */
  | 'S35'
  /** Some addresses excluded. */
  | 'S36'
  /** Error. */
  | 'S37';

/** A warning in words. */
export interface WarningExplanation {
  readonly family: WarningFamily;
  /** Without a full stop. */
  readonly title: string;
  /** One or more full sentences: what happened, to how many, and why. */
  readonly meaning: string;
  /** One or more full sentences: what the reader can do, or that nothing is to be done. */
  readonly fix: string;
}

export const warningFamilyTitles: Readonly<Record<WarningFamily, string>> = {
  S32: 'Data not synced because sync settings are off',
  S33: 'Recording or transcript not synced',
  S34: 'Some participants not synced',
  S35: 'Some data not synced',
  S36: 'Some addresses excluded',
  S37: 'Error',
};

const sourceNames: Readonly<Record<'registrants' | 'participants', string>> = {
  registrants: 'list of registrants',
  participants: 'attendance report',
};

/** Never empty, for every cause; says nothing that the warning itself does not know. */
export function explainWarning(warning: SyncWarning, formats: SyncFormats): WarningExplanation {
  const { count, dateAndTime } = formats;
  const people = (personCount: number): string => toPeople(personCount, formats);
  switch (warning.cause) {
    case 'settings-off':
      return { family: 'S32', ...explainOffSetting(warning.setting, warning.hostName) };
    case 'recording-not-synced':
      return { family: 'S33', ...explainRecordingProblem(warning, formats) };
    case 'transcript-not-synced':
      return {
        family: warning.problem.cause === 'processing' ? 'S33' : 'S37',
        ...explainTranscriptProblem(warning, formats),
      };

    case 'guests-without-address': {
      const { personCount } = warning;
      const [they, were] = personCount === 1 ? ['this person', 'was'] : ['they', 'were'];
      return {
        family: 'S34',
        title: personCount === 1 ? 'A guest without an email address' : 'Guests without an email address',
        meaning: `${people(personCount)} joined as ${personCount === 1 ? 'a guest' : 'guests'}. Zoom gives no email address, so ${they} ${were} not synced.`,
        fix: 'Nothing can be done for this webinar. For the next one, require registration in Zoom: registered people are known when they join by their own link.',
      };
    }
    case 'participants-untracked':
      return {
        family: 'S34',
        title: 'Zoom tracked nobody who took part',
        meaning: `The webinar of ${dateAndTime(warning.sessionStartsAt)} was held, but Zoom’s attendance report is empty, so nobody is shown as attended.`,
        fix: 'Check the attendance report in Zoom. If it lists people there, sync the webinar again.',
      };
    case 'rows-quarantined': {
      const { rowCount, source } = warning;
      return {
        family: source === 'participants' ? 'S34' : 'S35',
        title: `Unusable rows in Zoom’s ${sourceNames[source]}`,
        meaning: `${count(rowCount)} ${rowCount === 1 ? 'row' : 'rows'} of Zoom’s ${sourceNames[source]} could not be used and ${rowCount === 1 ? 'was' : 'were'} set aside.`,
        fix: 'Everything else was synced. If people are missing, compare with the report in Zoom and tell the app’s developer.',
      };
    }

    case 'zoom-event':
      return {
        family: 'S35',
        title: 'Webinars of a Zoom Event are not supported',
        meaning:
          'This webinar belongs to a Zoom Event, where people hold tickets instead of registrations. Nothing was written.',
        fix: 'To have a webinar synced, schedule it in Zoom Webinars, outside of a Zoom Event.',
      };
    case 'webinar-deleted':
      return {
        family: 'S35',
        title: 'The webinar was deleted in Zoom',
        meaning:
          'Zoom no longer has this webinar. What was synced before stays in HubSpot; a session that was still to come is cancelled there.',
        fix: 'If it was deleted by mistake, restore it in Zoom and sync again. Otherwise there is nothing to do.',
      };
    case 'webinar-expired':
      return {
        family: 'S35',
        title: 'Zoom no longer gives the registrations of this webinar',
        meaning:
          'Zoom has given up the webinar’s ID because the webinar is long over. Attendance was synced, registrations could not be read.',
        fix: 'Nothing can be done for this webinar. Webinars that are synced within 30 days after their end are complete.',
      };
    case 'attendance-not-ready':
      return {
        family: 'S35',
        title: 'Zoom’s attendance report is not finished',
        meaning: `Zoom has not finished the attendance report of the webinar on ${dateAndTime(warning.sessionStartsAt)}, so nobody is shown as attended yet.`,
        fix: 'Sync again in about an hour.',
      };
    case 'registrations-vanished':
      return {
        family: 'S35',
        title: 'Registrations have disappeared from Zoom',
        meaning: `Zoom no longer lists ${people(warning.personCount)} who had registered. Nobody was marked as cancelled because of that.`,
        fix: 'Check the registrations in Zoom, then sync again.',
      };
    case 'registrations-unavailable':
      return {
        family: 'S35',
        title: 'Registrations are not available',
        meaning: 'Zoom gives no registrations for this webinar, so only attendance was synced.',
        fix: 'If people had to register, check in Zoom that registration is still switched on, then sync again.',
      };
    case 'list-unstable':
      return {
        family: 'S35',
        title: `Zoom’s ${sourceNames[warning.source]} kept changing`,
        meaning: `Zoom’s ${sourceNames[warning.source]} kept changing while it was read, so people may be missing.`,
        fix: 'Sync again when the registration or the webinar is over.',
      };
    case 'contacts-unknown':
      return {
        family: 'S35',
        title: 'People who are no contacts were left out',
        meaning: `For ${people(warning.personCount)} there is no contact in HubSpot, and the settings say that contacts are only to be updated.`,
        fix: 'To have contacts created, choose “Create and update” in the global settings and sync again.',
      };
    case 'rejected-by-hubspot':
      return {
        family: 'S35',
        title: 'HubSpot did not accept some people',
        meaning: `HubSpot did not accept ${people(warning.personCount)} as contacts.${quoteExamples(warning.examples)}`,
        fix: 'Correct what HubSpot names, in Zoom or in HubSpot. The next sync tries again.',
      };
    case 'marketing-event-refused':
      return {
        family: 'S35',
        title: 'HubSpot did not accept the marketing event',
        meaning: `There is no marketing event for the webinar of ${dateAndTime(warning.sessionStartsAt)}, so HubSpot’s marketing-event filters do not know who registered and attended. HubSpot’s reason: ${asSentence(warning.problem)}`,
        fix: 'Correct what HubSpot names. The next sync tries again.',
      };
    case 'participations-differ':
      return {
        family: 'S35',
        title: 'HubSpot’s marketing event shows other numbers',
        meaning: `HubSpot’s marketing event of ${dateAndTime(warning.sessionStartsAt)} shows ${describeCounts(warning.shown, formats)}. The app sent ${describeCounts(warning.sent, formats)}.`,
        fix: 'HubSpot may need some minutes to count. Sync again later to compare.',
      };

    case 'account-users': {
      const { personCount } = warning;
      return {
        family: 'S36',
        title: 'Users of this HubSpot account were left out',
        meaning: `${people(personCount)} ${personCount === 1 ? 'has an address that belongs' : 'have addresses that belong'} to ${personCount === 1 ? 'a user' : 'users'} of this HubSpot account. Users are never synced.`,
        fix: 'There is nothing to do. Somebody who no longer works with this account can be removed from its users.',
      };
    }
    case 'addresses-excluded': {
      const { personCount } = warning;
      return {
        family: 'S36',
        title: 'Addresses of excluded domains were left out',
        meaning: `${people(personCount)} ${personCount === 1 ? 'has an address' : 'have addresses'} of a domain that the contact exclusions name and ${personCount === 1 ? 'was' : 'were'} not synced.${listDomains(warning.domains, formats)}`,
        fix: 'To have them synced, take the domain out of the contact exclusions in the global settings.',
      };
    }
    case 'addresses-invalid': {
      const { personCount } = warning;
      return {
        family: 'S36',
        title: 'Email addresses that are not valid',
        meaning: `${people(personCount)} gave an email address that is not valid and ${personCount === 1 ? 'was' : 'were'} not synced.`,
        fix: 'Correct the address in Zoom and sync again.',
      };
    }
    case 'addresses-secondary': {
      const { personCount } = warning;
      return {
        family: 'S36',
        title: 'Secondary email addresses of contacts',
        meaning: `${people(personCount)} registered with a secondary email address of a contact and ${personCount === 1 ? 'was' : 'were'} not synced. Only a contact’s primary address counts.`,
        fix: 'To have them synced, make that address the contact’s primary one in HubSpot and sync again.',
      };
    }
    case 'contacts-deleted': {
      const { personCount } = warning;
      return {
        family: 'S36',
        title: 'Contacts that were deleted are not created again',
        meaning: `${people(personCount)} ${personCount === 1 ? 'has' : 'have'} the address of a contact that was deleted in HubSpot, and ${personCount === 1 ? 'was' : 'were'} not synced.`,
        fix: 'To have them synced, restore the contact in HubSpot and sync again.',
      };
    }

    case 'timeline-events-refused':
      return {
        family: 'S37',
        title: 'Timeline events were not created',
        meaning: `Contacts and marketing events were synced, but HubSpot did not accept the events for the timelines. HubSpot’s reason: ${asSentence(warning.problem)}`,
        fix: 'Correct what HubSpot names, or run the set-up again: it names missing permissions and creates missing event definitions. The next sync tries again.',
      };
  }
}

function describeCounts(counts: ParticipationCounts, { count }: SyncFormats): string {
  return `${count(counts.registered)} registered, ${count(counts.attended)} attended, ${count(counts.noShow)} did not attend and ${count(counts.cancelled)} cancelled`;
}

function quoteExamples(examples: readonly string[]): string {
  return examples.length === 0 ? '' : ` HubSpot’s reason, for example: ${asQuotedList(examples)}.`;
}

function listDomains(
  domains: readonly { readonly domain: string; readonly personCount: number }[],
  formats: SyncFormats,
): string {
  if (domains.length === 0) return '';
  const counted = domains.map(({ domain, personCount }) => `${domain} (${toPeople(personCount, formats)})`);
  return ` Domains: ${counted.join(', ')}.`;
}
