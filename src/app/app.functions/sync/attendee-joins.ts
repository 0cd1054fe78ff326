import { normaliseAddress } from '../domain/address.ts';
import type { Participation } from '../domain/webinar.ts';
import type { SourceHead, SourceRows } from './source.ts';
import { createStaffTest } from './staff.ts';

/**
 * The joins of everybody but staff, each once, with the address that decides: the registrant's, else the row's own.
 * A registrant's address outweighs the account that the join came from: colleagues may share a signed-in device.
 */
export function attendeeJoins(head: SourceHead, rows: SourceRows): readonly Participation[] {
  const staff = createStaffTest(head);
  const emailByRegistrantId = new Map(
    rows.registrants.map(({ registrantId, email }) => [registrantId, normaliseAddress(email)]),
  );
  return distinctJoins(rows.participations).flatMap((row) => {
    const registered = row.registrantId === null ? undefined : emailByRegistrantId.get(row.registrantId);
    const email = registered ?? ownAddress(row);
    const isStaff =
      (email !== null && staff.isStaffAddress(email)) ||
      (registered === undefined && row.userId !== null && staff.isStaffAccount(row.userId));
    return isStaff ? [] : [{ ...row, email }];
  });
}

/** What tells the guests apart whom Zoom gives no address. */
export function guestKey({ registrantId, userId, displayName }: Participation): string {
  if (registrantId !== null) return `registrant ${registrantId}`;
  return userId === null ? `name ${displayName.trim().toLowerCase()}` : `user ${userId}`;
}

const ownAddress = ({ email }: Participation): string | null =>
  email === null || email.trim() === '' ? null : normaliseAddress(email);

/** What makes two rows one join. A name matters only where nothing else is known; it is not stored elsewhere. */
export const joinIdentity = (row: Participation): string =>
  JSON.stringify([
    row.instanceUuid,
    row.joinId,
    row.registrantId,
    row.email,
    row.email === null ? row.displayName : '',
    row.joinedAt,
    row.leftAt,
    row.wasInWaitingRoom,
  ]);

const distinctJoins = (rows: readonly Participation[]): readonly Participation[] => [
  ...new Map(rows.map((row) => [joinIdentity(row), row])).values(),
];
