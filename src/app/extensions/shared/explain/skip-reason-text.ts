import type { SkipReason } from '../../contract/sync.ts';
import type { Words } from '../words/words.ts';

const known: Readonly<Record<SkipReason, true>> = {
  'guest-without-address': true,
  'invalid-address': true,
  'secondary-address': true,
  'account-user': true,
  'excluded-domain': true,
  'deleted-contact': true,
  'contact-unknown': true,
  'awaiting-approval': true,
  denied: true,
  'unusable-times': true,
  'never-admitted': true,
  'attendance-not-ready': true,
  'rejected-by-hubspot': true,
};

/** Every reason that this version knows. */
export const skipReasons = Object.keys(known) as readonly SkipReason[];

/** Why people are not in HubSpot, as the label of a count. The audit log outlives versions: others have a text, too. */
export const skipReasonText = (reason: string, words: Words): string =>
  isSkipReason(reason) ? words.t(`skip.${reason}`) : words.t('skip.other');

const isSkipReason = (reason: string): reason is SkipReason => Object.hasOwn(known, reason);
