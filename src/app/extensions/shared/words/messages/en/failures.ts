/** Why a call brought nothing, and what to do. Titles have no full stop; `{reason}` is a vendor’s own sentence. */
export const failuresEn = {
  'failure.parameter-unknown.title': 'The app does not know the setting “{name}”',
  'failure.parameter-unknown.what-to-do': 'Check the spelling, or leave the setting out.',
  'failure.parameter-invalid.title': 'The value of “{name}” cannot be used',
  'failure.parameter-invalid.what-to-do': 'Correct it and try again: {reason}',
  'failure.webinar-id-invalid.title': '“{given}” is not a webinar ID',
  'failure.webinar-id-invalid.what-to-do':
    'Enter the number that Zoom shows on the webinar’s page. It has 9 to 11 digits; blanks and dashes do not matter.',
  'failure.webinar-not-found.title': 'Zoom has no webinar {webinarId} in this account',
  'failure.webinar-not-found.what-to-do':
    'Check the ID. If the webinar belongs to another Zoom account, choose that account. Zoom no longer shows webinars that were deleted or ended long ago.',
  'failure.connections-missing.title': 'No Zoom account is connected',
  'failure.connections-missing.what-to-do':
    'Store the credentials of a Zoom server-to-server app in the secret ZOOM_CONNECTIONS. In a terminal, set the environment variable of the same name.',
  'failure.connections-malformed.title': 'The list of Zoom accounts cannot be read',
  'failure.connections-malformed.what-to-do': 'Correct the secret ZOOM_CONNECTIONS: {reason}',
  'failure.connection-unknown.title': 'There is no Zoom account named “{name}”',
  'failure.connection-unknown.what-to-do':
    'Use one of these: {known}. To connect another account, add it to the secret ZOOM_CONNECTIONS.',
  'failure.connection-unknown.what-to-do-without-any':
    'No Zoom account is connected. Add it to the secret ZOOM_CONNECTIONS.',
  'failure.zoom-credentials-refused.title': 'Zoom refuses the credentials of the account “{connection}”',
  'failure.zoom-credentials-refused.what-to-do':
    'In the Zoom App Marketplace, open the server-to-server app, make sure that it is activated, and copy its account ID, client ID and client secret into the secret ZOOM_CONNECTIONS again. Zoom’s reason: {reason}',
  'failure.zoom-permission-missing.title': 'The Zoom user behind the connection may not read this',
  'failure.zoom-permission-missing.what-to-do':
    'Give the owner of the server-to-server app a Zoom role that may read webinars and usage reports, and check that the account has a webinar licence. Zoom’s answer: {reason}',
  'failure.hubspot-token-missing.title': 'The app has no access to HubSpot',
  'failure.hubspot-token-missing.what-to-do':
    'In HubSpot, install the app in this account again. In a terminal, set the environment variable HUBSPOT_ACCESS_TOKEN.',
  'failure.hubspot-token-refused.title': 'HubSpot refuses the app’s access token',
  'failure.hubspot-token-refused.what-to-do':
    'In HubSpot, check that the app is still installed, and install it again if it is not. In a terminal, copy the token from the app’s distribution page into HUBSPOT_ACCESS_TOKEN.',
  'failure.scopes-missing.title':
    '{system, select, zoom {Zoom does not give the app all the permissions that it needs} hubspot {HubSpot does not give the app all the permissions that it needs} other {The app does not have all the permissions that it needs}}',
  'failure.scopes-missing.what-to-do':
    '{system, select, zoom {Add these scopes to the server-to-server app in the Zoom App Marketplace: {scopes}.} other {Install the app again and allow these scopes: {scopes}.}}',
  'failure.scopes-missing.what-to-do-without-names':
    '{system, select, zoom {Add the scopes that the documentation lists to the server-to-server app in the Zoom App Marketplace.} other {Install the app again and allow all the scopes that it asks for.}}',
  'failure.contact-not-found.title': 'This contact no longer exists in HubSpot',
  'failure.contact-not-found.what-to-do':
    'Reload the page. The contact may have been deleted or merged into another one.',
  'failure.contact-without-address.title': 'This contact has no email address',
  'failure.contact-without-address.what-to-do':
    'Zoom knows people by their email address. Add the contact’s address in HubSpot and try again.',
  'failure.person-not-listed.title': 'Zoom does not list this person for webinar {webinarId}',
  'failure.person-not-listed.what-to-do':
    'Check the email address in Zoom’s registration and attendance reports. Whoever used another address there is synced under that address.',
  'failure.sweep-unknown.title': 'This search for webinars cannot be continued',
  'failure.sweep-unknown.what-to-do':
    'The app has no record of it any more. Start it again; webinars that were synced already are not synced twice.',
  'failure.settings-too-new.title': 'The settings were saved by a newer version of the app',
  'failure.settings-too-new.what-to-do':
    'Nothing is synced, and nothing was changed, because this version could misread them. Ask your HubSpot admin to deploy the newest version of the app, then reload the page.',
  'failure.run-unknown.title': 'This sync cannot be continued',
  'failure.run-unknown.what-to-do':
    'The app has no record of it any more. Start the sync of the webinar again; nothing is written twice.',
  'failure.answer-malformed.title':
    '{system, select, zoom {Zoom answered in a way that the app does not understand} hubspot {HubSpot answered in a way that the app does not understand} other {The app answered in a way that nobody understands}}',
  'failure.answer-malformed.what-to-do':
    'Nothing was guessed, and nothing was written because of it. Try again later. If it happens again, report it to the app’s developer: {reason}',
  'failure.limit-reached.day.title':
    '{system, select, zoom {The account’s daily limit of Zoom calls is used up} hubspot {The account’s daily limit of HubSpot calls is used up} other {The account’s daily limit of calls is used up}}',
  'failure.limit-reached.day.what-to-do':
    'Every app of the account shares this limit. Continue when it is reset, usually tomorrow. The sync continues where it stopped.',
  'failure.limit-reached.title':
    '{system, select, zoom {Zoom is getting too many requests at the moment} hubspot {HubSpot is getting too many requests at the moment} other {The app is getting too many requests at the moment}}',
  /** `{tryAgain}` is one of the sentences `failure.try-again.…`. */
  'failure.limit-reached.what-to-do':
    '{system, select, zoom {{tryAgain} The sync continues where it stopped. If this happens often, find out which other apps call Zoom at the same time.} hubspot {{tryAgain} The sync continues where it stopped. If this happens often, find out which other apps call HubSpot at the same time.} other {{tryAgain} The sync continues where it stopped.}}',
  'failure.vendor-refused.title':
    '{system, select, zoom {Zoom refused a request of the app} hubspot {HubSpot refused a request of the app} other {The app refused this request}}',
  'failure.vendor-refused.what-to-do':
    '{system, select, zoom {Zoom gave this reason: {reason} Try again after it is corrected.} hubspot {HubSpot gave this reason: {reason} Try again after it is corrected.} other {The app gave this reason: {reason} Try again after it is corrected.}}',
  'failure.vendor-unavailable.title':
    '{system, select, zoom {Zoom cannot be reached right now} hubspot {HubSpot cannot be reached right now} other {The app cannot be reached right now}}',
  /** `{tryAgain}` is one of the sentences `failure.try-again.…`. */
  'failure.vendor-unavailable.what-to-do': '{tryAgain} The sync continues where it stopped.',
  'failure.try-again.soon': 'Try again in a few minutes.',
  'failure.try-again.seconds': 'Try again in {seconds, plural, one {# second} other {# seconds}}.',
  'failure.try-again.minutes': 'Try again in {minutes, plural, one {# minute} other {# minutes}}.',
  'failure.out-of-time.title': 'The app ran out of time',
  'failure.out-of-time.what-to-do': 'Try again. The sync continues where it stopped, and nothing is written twice.',
  'failure.internal.title': 'Something went wrong in the app',
  'failure.internal.what-to-do': 'Try again. If it happens again, report it to the app’s developer.',
  'failure.internal.what-to-do-with-reference':
    'Try again. If it happens again, report it to the app’s developer with the reference number.',
  /** Of another version of the app. */
  'failure.unknown.title': 'Something went wrong that this version of the app does not know',
  'failure.unknown.what-to-do':
    'Reload the page and try again. If it happens again, ask your HubSpot admin to deploy the newest version of the app.',
} as const;
