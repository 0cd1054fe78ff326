import type { commonEn } from '../en/common.ts';

/** What several views say, in German. */
export const commonDe = {
  'common.loading': 'Wird geladen',
  'common.try-again': 'Erneut versuchen',
  'common.reference': 'Referenznummer: {reference}',
  'common.webinars': '{count, plural, one {# Webinar} other {# Webinare}}',
  'common.times-in-zone': 'Alle Zeiten gelten in der Zeitzone {zone}.',
  'common.not-stated': 'nicht angegeben.',
  'common.quoted': '„{text}“',
  'common.no-answer.title': 'Keine Antwort von der Zoom-App',
  'common.no-answer.what-to-do':
    'HubSpot konnte diesen Teil der App nicht ausführen. Versuchen Sie es in einer Minute erneut. Wenn es wieder passiert, bitten Sie Ihren HubSpot-Admin zu prüfen, ob die App bereitgestellt ist, und ihre Funktionsprotokolle anzusehen.',
  'common.unreadable-answer.title': 'Die Zoom-App wurde aktualisiert',
  'common.unreadable-answer.what-to-do':
    'Diese Seite und die App haben unterschiedliche Versionen. Laden Sie die Seite neu. Wenn es wieder passiert, bitten Sie Ihren HubSpot-Admin, die App erneut bereitzustellen.',
} as const satisfies Record<keyof typeof commonEn, string>;
