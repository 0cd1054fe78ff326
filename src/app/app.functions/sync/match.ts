import type { StoredContact } from './ports.ts';

/** Which contact an address belongs to. */
export type ContactMatch =
  | { readonly kind: 'primary'; readonly contact: StoredContact }
  /** The address is a further address of somebody: nothing is written for it. */
  | { readonly kind: 'secondary'; readonly contact: StoredContact }
  | { readonly kind: 'none' };

/** Matches addresses (lower case) to what HubSpot answered when asked for them, in whatever order it did. */
export function matchContacts(
  emails: readonly string[],
  contacts: readonly StoredContact[],
): ReadonlyMap<string, ContactMatch> {
  const byPrimary = new Map(contacts.flatMap((contact) => (contact.email === null ? [] : [[contact.email, contact]])));
  const bySecondary = new Map(
    contacts.flatMap((contact) => contact.additionalEmails.map((email) => [email, contact] as const)),
  );
  return new Map(emails.map((email) => [email, matchOne(email, byPrimary, bySecondary)]));
}

function matchOne(
  email: string,
  byPrimary: ReadonlyMap<string, StoredContact>,
  bySecondary: ReadonlyMap<string, StoredContact>,
): ContactMatch {
  const primary = byPrimary.get(email);
  if (primary !== undefined) return { kind: 'primary', contact: primary };
  const secondary = bySecondary.get(email);
  return secondary === undefined ? { kind: 'none' } : { kind: 'secondary', contact: secondary };
}
