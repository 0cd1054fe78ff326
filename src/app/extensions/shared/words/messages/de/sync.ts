import type { syncEn } from '../en/sync.ts';

/** States, phases, triggers and skip reasons of a sync, in German. */
export const syncDe = {
  'sync.status.complete': 'Vollständig',
  'sync.status.partial': 'Teilweise synchronisiert',
  'sync.status.off': 'Ausgeschaltet',
  'sync.status.not-supported': 'Nicht unterstützt',
  'sync.status.failed': 'Fehlgeschlagen',

  'sync.trigger.manual': 'Manuell gestartet',
  'sync.trigger.terminal': 'Im Terminal gestartet',
  'sync.trigger.sweep': 'Automatisch gestartet',
  'sync.trigger.settings': 'Durch geänderte Einstellungen gestartet',
  'sync.trigger.webhook': 'Durch ein Ereignis von Zoom gestartet',
  'sync.trigger.person': 'Nur eine Person, manuell gestartet',

  'sync.phase.reading': 'Liest aus Zoom',
  'sync.phase.writing': 'Schreibt in HubSpot',
  'sync.phase.finishing': 'Schließt ab',
  'sync.phase.waiting': 'Wartet',
  'sync.phase.done': 'Fertig',

  'skip.guest-without-address': 'Als Gast beigetreten, Zoom übermittelt keine E-Mail-Adresse',
  'skip.invalid-address': 'E-Mail-Adresse ist ungültig',
  'skip.secondary-address': 'E-Mail-Adresse ist eine sekundäre Adresse eines anderen Kontakts',
  'skip.account-user': 'Benutzer dieses HubSpot-Accounts',
  'skip.excluded-domain': 'E-Mail-Adresse einer ausgeschlossenen Domain',
  'skip.deleted-contact': 'Kontakt wurde in HubSpot gelöscht',
  'skip.contact-unknown': 'Noch kein Kontakt, und Kontakte werden nur aktualisiert',
  'skip.awaiting-approval': 'Registrierung wartet in Zoom auf Genehmigung',
  'skip.denied': 'Registrierung wurde in Zoom abgelehnt',
  'skip.unusable-times': 'Zoom meldet keine verwertbaren Beitritts- und Austrittszeiten',
  'skip.never-admitted': 'Im Warteraum geblieben',
  'skip.attendance-not-ready': 'Teilnehmerbericht von Zoom ist noch nicht fertig',
  'skip.rejected-by-hubspot': 'HubSpot hat den Kontakt nicht angenommen',
  'skip.other': 'Anderer Grund',
} as const satisfies Record<keyof typeof syncEn, string>;
