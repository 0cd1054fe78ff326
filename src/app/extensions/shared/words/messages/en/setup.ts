/** The checks of the set-up. */
export const setupEn = {
  'setup.state.ok': 'Ready',
  'setup.state.fixed': 'Created just now',
  'setup.state.to-do': 'To do',
  'setup.state.unknown': 'Not checked',

  'setup.zoom-connections.title': 'Zoom accounts',
  'setup.zoom-connections.ready': 'The secret ZOOM_CONNECTIONS can be read.',
  'setup.zoom-credentials.title': 'Zoom credentials',
  'setup.zoom-credentials.ready': 'Zoom accepts the credentials.',
  'setup.zoom-scopes.title': 'Zoom permissions',
  'setup.zoom-scopes.ready': 'Zoom gives the app all the permissions that it needs.',
  'setup.zoom-webinar-plan.title': 'Zoom webinar licence',
  'setup.zoom-webinar-plan.ready': 'At least one user of the Zoom account may hold webinars.',
  'setup.hubspot-token.title': 'Access to HubSpot',
  'setup.hubspot-token.ready': 'HubSpot accepts the app’s access token.',
  'setup.hubspot-scopes.title': 'HubSpot permissions',
  'setup.hubspot-scopes.ready': 'HubSpot gives the app all the permissions that it needs.',
  'setup.hubspot-definitions.title': 'Properties, events and the app’s own records',
  'setup.hubspot-definitions.ready': 'Everything that the app needs in this HubSpot account is there.',
  'setup.sync-switch.title': 'Sync webinar data',
  'setup.sync-switch.ready': '“Sync webinar data” is on.',
  'setup.title-of-connection': '{title}: {connection}',

  'setup.fixed.meaning': 'This was missing and has been created: {names}.',

  'setup.to-do.meaning': 'This does not work yet.',
  'setup.to-do.fix': 'Follow the installation guide, then run the set-up again.',
  'setup.to-do.zoom-webinar-plan.meaning': 'No user of the Zoom account has a webinar licence.',
  'setup.to-do.zoom-webinar-plan.fix':
    'In Zoom, give a webinar licence to those who hold webinars, then run the set-up again.',
  'setup.to-do.sync-switch.meaning': 'While “Sync webinar data” is off, the app writes nothing to HubSpot.',
  'setup.to-do.sync-switch.fix': 'Turn it on in the global settings when everything else is ready.',
  'setup.to-do.zoom-scopes.meaning': 'Zoom does not give the app these permissions: {names}.',
  'setup.to-do.zoom-scopes.fix':
    'In the Zoom App Marketplace, open the server-to-server app and add these scopes. If they are there already, the app’s owner needs a Zoom role that covers them. Then run the set-up again.',
  'setup.to-do.hubspot-scopes.meaning': 'HubSpot does not give the app these permissions: {names}.',
  'setup.to-do.hubspot-scopes.fix':
    'Install the app in this HubSpot account again and allow these scopes, then run the set-up again.',
  /** `{problem}` is the title of a failure. */
  'setup.to-do.failure.meaning': '{problem}.',

  'setup.unknown.meaning': 'This could not be checked.',
  'setup.unknown.fix': 'Run the set-up again.',
  'setup.unknown.zoom-webinar-plan.meaning':
    'The first users of the Zoom account have no webinar licence, and no webinar was held in the last month.',
  'setup.unknown.zoom-webinar-plan.fix':
    'Make sure in Zoom that somebody has a webinar licence. The sync finds every webinar by itself.',
  /** `{problem}` is the title of a failure. */
  'setup.unknown.failure.meaning': 'This could not be checked. {problem}.',
} as const;
