import type { setupEn } from '../en/setup.ts';

/** The checks of the set-up, in German. */
export const setupDe = {
  'setup.state.ok': 'Bereit',
  'setup.state.fixed': 'Soeben erstellt',
  'setup.state.to-do': 'Offen',
  'setup.state.unknown': 'Nicht geprüft',

  'setup.zoom-connections.title': 'Zoom-Konten',
  'setup.zoom-connections.ready': 'Das Secret ZOOM_CONNECTIONS kann gelesen werden.',
  'setup.zoom-credentials.title': 'Zoom-Zugangsdaten',
  'setup.zoom-credentials.ready': 'Zoom nimmt die Zugangsdaten an.',
  'setup.zoom-scopes.title': 'Zoom-Berechtigungen',
  'setup.zoom-scopes.ready': 'Zoom gewährt der App alle Berechtigungen, die sie braucht.',
  'setup.zoom-webinar-plan.title': 'Webinar-Lizenz von Zoom',
  'setup.zoom-webinar-plan.ready': 'Mindestens ein Benutzer des Zoom-Kontos darf Webinare abhalten.',
  'setup.hubspot-token.title': 'Zugriff auf HubSpot',
  'setup.hubspot-token.ready': 'HubSpot nimmt das Zugriffstoken der App an.',
  'setup.hubspot-scopes.title': 'HubSpot-Berechtigungen',
  'setup.hubspot-scopes.ready': 'HubSpot gewährt der App alle Berechtigungen, die sie braucht.',
  'setup.hubspot-definitions.title': 'Eigenschaften, Events und eigene Datensätze der App',
  'setup.hubspot-definitions.ready': 'In diesem HubSpot-Account ist alles vorhanden, was die App braucht.',
  'setup.sync-switch.title': 'Webinardaten synchronisieren',
  'setup.sync-switch.ready': '„Webinardaten synchronisieren“ ist eingeschaltet.',
  'setup.title-of-connection': '{title}: {connection}',

  'setup.fixed.meaning': 'Dies fehlte und wurde erstellt: {names}.',

  'setup.to-do.meaning': 'Dies funktioniert noch nicht.',
  'setup.to-do.fix': 'Folgen Sie der Installationsanleitung und führen Sie dann die Einrichtung erneut aus.',
  'setup.to-do.zoom-webinar-plan.meaning': 'Kein Benutzer des Zoom-Kontos hat eine Webinar-Lizenz.',
  'setup.to-do.zoom-webinar-plan.fix':
    'Geben Sie in Zoom denen eine Webinar-Lizenz, die Webinare abhalten, und führen Sie dann die Einrichtung erneut aus.',
  'setup.to-do.sync-switch.meaning':
    'Solange „Webinardaten synchronisieren“ ausgeschaltet ist, schreibt die App nichts in HubSpot.',
  'setup.to-do.sync-switch.fix': 'Schalten Sie es in den globalen Einstellungen ein, wenn alles andere bereit ist.',
  'setup.to-do.zoom-scopes.meaning': 'Zoom gewährt der App diese Berechtigungen nicht: {names}.',
  'setup.to-do.zoom-scopes.fix':
    'Öffnen Sie im Zoom App Marketplace die Server-to-Server-App und fügen Sie diese Scopes hinzu. Wenn sie schon da sind, braucht der Inhaber der App eine Zoom-Rolle, die sie abdeckt. Führen Sie dann die Einrichtung erneut aus.',
  'setup.to-do.hubspot-scopes.meaning': 'HubSpot gewährt der App diese Berechtigungen nicht: {names}.',
  'setup.to-do.hubspot-scopes.fix':
    'Installieren Sie die App in diesem HubSpot-Account erneut und lassen Sie diese Scopes zu. Führen Sie dann die Einrichtung erneut aus.',
  'setup.to-do.failure.meaning': '{problem}.',

  'setup.unknown.meaning': 'Dies konnte nicht geprüft werden.',
  'setup.unknown.fix': 'Führen Sie die Einrichtung erneut aus.',
  'setup.unknown.zoom-webinar-plan.meaning':
    'Die ersten Benutzer des Zoom-Kontos haben keine Webinar-Lizenz, und im letzten Monat fand kein Webinar statt.',
  'setup.unknown.zoom-webinar-plan.fix':
    'Vergewissern Sie sich in Zoom, dass jemand eine Webinar-Lizenz hat. Die Synchronisierung findet jedes Webinar von selbst.',
  'setup.unknown.failure.meaning': 'Dies konnte nicht geprüft werden. {problem}.',
} as const satisfies Record<keyof typeof setupEn, string>;
