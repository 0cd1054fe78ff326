import { normaliseAddress } from '../domain/address.ts';
import type { SourceHead } from './source.ts';

/** Tells hosts, alternative hosts and panelists from attendees. Addresses are in lower case. */
export interface StaffTest {
  isStaffAddress(email: string): boolean;
  isStaffAccount(userId: string): boolean;
}

export function createStaffTest({ webinar, panelists }: Pick<SourceHead, 'webinar' | 'panelists'>): StaffTest {
  const emails = new Set(
    [webinar.hostEmail, ...webinar.alternativeHostEmails, ...panelists.map(({ email }) => email)]
      .filter((email) => email !== null)
      .map(normaliseAddress),
  );
  const userIds = new Set(
    [webinar.hostId, ...panelists.map(({ userId }) => userId)].filter((id) => id !== null && id !== ''),
  );
  return { isStaffAddress: (email) => emails.has(email), isStaffAccount: (userId) => userIds.has(userId) };
}
