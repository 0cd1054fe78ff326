import type { GetAuditLogParameters } from '../../contract/audit-log.ts';
import type { Words } from '../../shared/words/words.ts';

/** The words of the file of people not synced, in the reader's language. */
export function toCsvWords({ t }: Words): NonNullable<GetAuditLogParameters['csvWords']> {
  return {
    header: [t('audit.people.address'), t('audit.people.name'), t('audit.people.reason'), t('audit.csv.detail')],
    reasons: {
      'guest-without-address': t('skip.guest-without-address'),
      'invalid-address': t('skip.invalid-address'),
      'secondary-address': t('skip.secondary-address'),
      'account-user': t('skip.account-user'),
      'excluded-domain': t('skip.excluded-domain'),
      'deleted-contact': t('skip.deleted-contact'),
      'contact-unknown': t('skip.contact-unknown'),
      'awaiting-approval': t('skip.awaiting-approval'),
      denied: t('skip.denied'),
      'unusable-times': t('skip.unusable-times'),
      'never-admitted': t('skip.never-admitted'),
      'attendance-not-ready': t('skip.attendance-not-ready'),
      'rejected-by-hubspot': t('skip.rejected-by-hubspot'),
    },
  };
}
