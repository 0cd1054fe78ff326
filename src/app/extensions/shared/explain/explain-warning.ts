import type { SyncWarning } from '../../contract/sync.ts';
import type { Words } from '../words/words.ts';
import { explainOffSetting, type OffSettingExplanation } from './explain-off-setting.ts';
import { explainRecordingProblem, explainTranscriptProblem } from './explain-recording-problem.ts';
import { asQuotedList, asSentence } from './vendor-words.ts';

/** The kinds of warnings that HubSpot's own audit log tells apart, by their number in the list of promises. */
export const warningFamilies = [
  /** Data not synced because sync settings are off. */
  'S32',
  /** Recording or transcript not synced. */
  'S33',
  /** Some participants not synced. */
  'S34',
  /** Some data not synced. */
  'S35',
  /** Some addresses excluded. */
  'S36',
  /** Error. */
  'S37',
] as const;

export type WarningFamily = (typeof warningFamilies)[number];

/** A warning in words: what happened, to how many, and why; what the reader can do, or that nothing is to be done. */
export interface WarningExplanation extends OffSettingExplanation {
  readonly family: WarningFamily;
}

export const warningFamilyTitle = (family: WarningFamily, words: Words): string => words.t(`warning.family.${family}`);

/**
 * Never empty, for every cause, also for one that only another version of the app knows; says nothing that the warning
 * itself does not know.
 */
export function explainWarning(warning: SyncWarning, words: Words): WarningExplanation {
  return { family: familyOf(warning), ...explainCause(warning, words) };
}

function familyOf(warning: SyncWarning): WarningFamily {
  switch (warning.cause) {
    case 'settings-off':
      return 'S32';
    case 'recording-not-synced':
      return 'S33';
    case 'transcript-not-synced':
      return warning.problem.cause === 'processing' ? 'S33' : 'S37';
    case 'guests-without-address':
    case 'participants-untracked':
      return 'S34';
    case 'rows-quarantined':
      return warning.source === 'participants' ? 'S34' : 'S35';
    case 'zoom-event':
    case 'webinar-deleted':
    case 'webinar-expired':
    case 'attendance-not-ready':
    case 'registrations-vanished':
    case 'registrations-unavailable':
    case 'list-unstable':
    case 'contacts-unknown':
    case 'rejected-by-hubspot':
    case 'marketing-event-refused':
    case 'participations-differ':
      return 'S35';
    case 'account-users':
    case 'addresses-excluded':
    case 'addresses-invalid':
    case 'addresses-secondary':
    case 'contacts-deleted':
      return 'S36';
    case 'timeline-events-refused':
      return 'S37';
    default:
      warning satisfies never;
      return 'S35';
  }
}

function explainCause(warning: SyncWarning, words: Words): OffSettingExplanation {
  const { t } = words;
  switch (warning.cause) {
    case 'settings-off':
      return explainOffSetting(warning.setting, warning.hostName, words);
    case 'recording-not-synced':
      return explainRecordingProblem(warning, words);
    case 'transcript-not-synced':
      return explainTranscriptProblem(warning, words);

    case 'guests-without-address': {
      const values = { count: warning.personCount };
      return {
        title: t('warning.guests-without-address.title', values),
        meaning: t('warning.guests-without-address.meaning', values),
        fix: t('warning.guests-without-address.fix'),
      };
    }
    case 'rows-quarantined':
      return {
        title: t(`warning.rows-quarantined.${warning.source}.title`),
        meaning: t(`warning.rows-quarantined.${warning.source}.meaning`, { count: warning.rowCount }),
        fix: t('warning.rows-quarantined.fix'),
      };
    case 'list-unstable':
      return {
        title: t(`warning.list-unstable.${warning.source}.title`),
        meaning: t(`warning.list-unstable.${warning.source}.meaning`),
        fix: t('warning.list-unstable.fix'),
      };
    case 'rejected-by-hubspot':
      return {
        title: t('warning.rejected-by-hubspot.title'),
        meaning: describeRejected(warning, words),
        fix: t('warning.rejected-by-hubspot.fix'),
      };
    case 'addresses-excluded':
      return {
        title: t('warning.addresses-excluded.title'),
        meaning: describeExcluded(warning, words),
        fix: t('warning.addresses-excluded.fix'),
      };
    case 'participations-differ':
      return {
        title: t('warning.participations-differ.title'),
        meaning: describeDifference(warning, words),
        fix: t('warning.participations-differ.fix'),
      };
    case 'marketing-event-refused':
      return {
        title: t('warning.marketing-event-refused.title'),
        meaning: t('warning.marketing-event-refused.meaning', {
          startsAt: words.formats.dateAndTime(warning.sessionStartsAt),
          reason: asSentence(warning.problem, words),
        }),
        fix: t('warning.marketing-event-refused.fix'),
      };
    case 'timeline-events-refused':
      return {
        title: t('warning.timeline-events-refused.title'),
        meaning: t('warning.timeline-events-refused.meaning', { reason: asSentence(warning.problem, words) }),
        fix: t('warning.timeline-events-refused.fix'),
      };

    case 'participants-untracked':
    case 'attendance-not-ready':
      return {
        title: t(`warning.${warning.cause}.title`),
        meaning: t(`warning.${warning.cause}.meaning`, {
          startsAt: words.formats.dateAndTime(warning.sessionStartsAt),
        }),
        fix: t(`warning.${warning.cause}.fix`),
      };
    case 'registrations-vanished':
    case 'contacts-unknown':
    case 'account-users':
    case 'addresses-invalid':
    case 'addresses-secondary':
    case 'contacts-deleted':
      return {
        title: t(`warning.${warning.cause}.title`),
        meaning: t(`warning.${warning.cause}.meaning`, { count: warning.personCount }),
        fix: t(`warning.${warning.cause}.fix`),
      };
    case 'zoom-event':
    case 'webinar-deleted':
    case 'webinar-expired':
    case 'registrations-unavailable':
      return {
        title: t(`warning.${warning.cause}.title`),
        meaning: t(`warning.${warning.cause}.meaning`),
        fix: t(`warning.${warning.cause}.fix`),
      };
    default:
      warning satisfies never;
      return {
        title: t('warning.unknown.title'),
        meaning: t('warning.unknown.meaning'),
        fix: t('warning.unknown.fix'),
      };
  }
}

type Warning<Cause extends SyncWarning['cause']> = Extract<SyncWarning, { cause: Cause }>;

function describeRejected({ personCount, examples }: Warning<'rejected-by-hubspot'>, words: Words): string {
  return examples.length === 0
    ? words.t('warning.rejected-by-hubspot.meaning', { count: personCount })
    : words.t('warning.rejected-by-hubspot.meaning-with-examples', {
        count: personCount,
        examples: asQuotedList(examples, words),
      });
}

function describeExcluded({ personCount, domains }: Warning<'addresses-excluded'>, words: Words): string {
  if (domains.length === 0) return words.t('warning.addresses-excluded.meaning', { count: personCount });
  const counted = domains.map((each) =>
    words.t('warning.addresses-excluded.domain', { domain: each.domain, count: each.personCount }),
  );
  return words.t('warning.addresses-excluded.meaning-with-domains', {
    count: personCount,
    domains: words.formats.list(counted),
  });
}

const describeDifference = ({ sessionStartsAt, shown, sent }: Warning<'participations-differ'>, words: Words): string =>
  words.t('warning.participations-differ.meaning', {
    startsAt: words.formats.dateAndTime(sessionStartsAt),
    shownRegistered: shown.registered,
    shownAttended: shown.attended,
    shownNoShow: shown.noShow,
    shownCancelled: shown.cancelled,
    sentRegistered: sent.registered,
    sentAttended: sent.attended,
    sentNoShow: sent.noShow,
    sentCancelled: sent.cancelled,
  });
