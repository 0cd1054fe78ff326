/** Where HubSpot shows an extension of this app. */
export type ExtensionLocation = 'crm.record.sidebar' | 'crm.record.tab' | 'settings' | 'pages' | 'home';

export interface ExtensionUser {
  readonly id: number;
  readonly email: string;
  readonly emails: readonly string[];
  readonly firstName: string;
  readonly lastName: string;
  readonly roles: readonly never[];
  readonly teams: readonly never[];
  readonly locale: string;
  readonly language: string;
  readonly permissions: readonly 'integrations-management-write'[];
}

/** What HubSpot tells an extension about where it is and who looks at it. */
export interface ExtensionContext {
  readonly location: ExtensionLocation;
  readonly user: ExtensionUser;
  readonly portal: { readonly id: number; readonly timezone: string };
  readonly extension: { readonly appId: number; readonly appName: string; readonly cardTitle?: string };
  readonly variables: Readonly<Record<string, never>>;
  /** Only on records. */
  readonly crm?: { readonly objectId: number; readonly objectTypeId: string };
}

/** Where an app's own page is: `path` begins with a slash. */
export interface PageLocation {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

const platformActions = [
  'addAlert',
  'closeOverlay',
  'copyTextToClipboard',
  'navigateToPage',
  'openIframeModal',
  'reloadPage',
] as const;
const recordActions = ['fetchCrmObjectProperties', 'refreshObjectProperties', 'onCrmPropertiesUpdate'] as const;

export type ActionName = (typeof platformActions)[number] | (typeof recordActions)[number];

/** Which actions an extension finds there; others are undefined, as in HubSpot. */
export const actionsAt = (location: ExtensionLocation): readonly ActionName[] =>
  location.startsWith('crm.') ? [...platformActions, ...recordActions] : platformActions;
