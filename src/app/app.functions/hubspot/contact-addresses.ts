/** What has to be asked for to know every address of a contact. */
export const addressProperties = ['email', 'hs_additional_emails'] as const;

export interface ContactAddresses {
  readonly primary: string | null;
  readonly additional: readonly string[];
}

/** The addresses of a contact, in lower case. HubSpot lists the additional ones in one text. */
export function readContactAddresses(properties: Readonly<Record<string, string | null>>): ContactAddresses {
  const primary = properties.email?.trim().toLowerCase() ?? '';
  const additional = (properties.hs_additional_emails ?? '').split(';').map((address) => address.trim().toLowerCase());
  return { primary: primary === '' ? null : primary, additional: additional.filter((address) => address !== '') };
}
