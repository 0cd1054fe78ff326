import type { ContactHistory } from '../contact-history/contact-history.ts';

/** A registration that the contact's own history has on record as standing. */
export interface KnownRegistration {
  /** Null where the history holds no link. */
  readonly joinUrl: string | null;
}

/**
 * Whether the contact is registered, as far as HubSpot knows.
 *
 * @param occurrenceId - null: for all dates
 */
export function findKnownRegistration(
  { webinars }: ContactHistory,
  registration: { readonly accountId: string; readonly webinarId: string; readonly occurrenceId: string | null },
): KnownRegistration | null {
  const { accountId, webinarId, occurrenceId } = registration;
  const known = webinars.find((webinar) => webinar.accountId === accountId && webinar.webinarId === webinarId);
  if (known?.registration !== 'registered') return null;
  const isForDate =
    occurrenceId === null ||
    known.sessions.some((session) => session.key === occurrenceId && session.registration === 'registered');
  return isForDate ? { joinUrl: known.joinUrl } : null;
}
