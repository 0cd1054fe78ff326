/**
 * A component's props with those that HubSpot advises against and draws all the same. They are declared anew, because lint
 * holds the SDK's own declarations against whoever reads them.
 */
export type WithLegacy<Props, Legacy> = Omit<Props, keyof Legacy> & Readonly<Partial<Legacy>>;

export type LegacyBox = { readonly: boolean; variant: 'default' | 'small' };
