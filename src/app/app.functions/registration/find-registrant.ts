import { normaliseAddress } from '../domain/address.ts';
import type { ApprovalStatus, Registrant } from '../domain/webinar.ts';
import type { NewRegistrant, RegistrationZoom } from './ports.ts';

/** What Zoom's lists say of one address. */
export type FoundRegistrant =
  | { readonly kind: 'found'; readonly registrant: Registrant }
  | { readonly kind: 'absent' }
  /** The lists are too long, or kept changing: nobody knows. */
  | { readonly kind: 'unknown' };

const statuses: readonly ApprovalStatus[] = ['approved', 'pending', 'denied'];

/**
 * Looks for an address in all of a webinar's lists of registrants, which Zoom cannot search.
 *
 * @param mayGoOn - asked before every further page
 */
export async function findRegistrant(
  zoom: Pick<RegistrationZoom, 'readRegistrantPage'>,
  wanted: Pick<NewRegistrant, 'webinarId' | 'occurrenceId' | 'email'>,
  mayGoOn: () => boolean,
): Promise<FoundRegistrant> {
  const found = await Promise.all(statuses.map((status) => findInList(zoom, wanted, status, mayGoOn)));
  return (
    found.find(({ kind }) => kind === 'found') ?? found.find(({ kind }) => kind === 'unknown') ?? { kind: 'absent' }
  );
}

async function findInList(
  zoom: Pick<RegistrationZoom, 'readRegistrantPage'>,
  { webinarId, occurrenceId, email }: Pick<NewRegistrant, 'webinarId' | 'occurrenceId' | 'email'>,
  status: ApprovalStatus,
  mayGoOn: () => boolean,
): Promise<FoundRegistrant> {
  const address = normaliseAddress(email);
  let isWhole = true;
  let pageToken: string | null = null;
  do {
    const page: Awaited<ReturnType<RegistrationZoom['readRegistrantPage']>> = await zoom.readRegistrantPage({
      webinarId,
      occurrenceId,
      status,
      pageToken,
    });
    if (page.kind === 'registration-off') return { kind: 'absent' };
    if (page.kind === 'page-token-expired') return { kind: 'unknown' };
    const registrant = page.rows.find((row) => normaliseAddress(row.email) === address);
    if (registrant !== undefined) return { kind: 'found', registrant };
    isWhole &&= page.quarantinedCount === 0;
    pageToken = page.nextPageToken;
  } while (pageToken !== null && mayGoOn());
  return isWhole && pageToken === null ? { kind: 'absent' } : { kind: 'unknown' };
}
