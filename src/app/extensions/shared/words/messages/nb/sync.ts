import type { syncEn } from '../en/sync.ts';

/** States, phases, triggers and skip reasons of a sync, in Norwegian Bokmål. */
export const syncNb = {
  'sync.status.complete': 'Fullstendig',
  'sync.status.partial': 'Delvis synkronisert',
  'sync.status.off': 'Slått av',
  'sync.status.not-supported': 'Støttes ikke',
  'sync.status.failed': 'Mislyktes',

  'sync.trigger.manual': 'Startet manuelt',
  'sync.trigger.terminal': 'Startet fra en terminal',
  'sync.trigger.sweep': 'Startet automatisk',
  'sync.trigger.settings': 'Startet av en endring i innstillingene',
  'sync.trigger.webhook': 'Startet av en hendelse fra Zoom',
  'sync.trigger.person': 'Bare én person, startet manuelt',

  'sync.phase.reading': 'Leser fra Zoom',
  'sync.phase.writing': 'Skriver til HubSpot',
  'sync.phase.finishing': 'Avslutter',
  'sync.phase.waiting': 'Venter',
  'sync.phase.done': 'Ferdig',

  'skip.guest-without-address': 'Ble med som gjest, Zoom oppgir ingen e-postadresse',
  'skip.invalid-address': 'E-postadressen er ikke gyldig',
  'skip.secondary-address': 'E-postadressen er en sekundær adresse for en annen kontakt',
  'skip.account-user': 'Bruker i denne HubSpot-kontoen',
  'skip.excluded-domain': 'E-postadresse på et unntatt domene',
  'skip.deleted-contact': 'Kontakten er slettet i HubSpot',
  'skip.contact-unknown': 'Ikke kontakt ennå, og kontakter blir bare oppdatert',
  'skip.awaiting-approval': 'Påmeldingen venter på godkjenning i Zoom',
  'skip.denied': 'Påmeldingen ble avvist i Zoom',
  'skip.unusable-times': 'Zoom oppgir ingen brukbare tider for når personen kom og gikk',
  'skip.never-admitted': 'Ble værende i venterommet',
  'skip.attendance-not-ready': 'Deltakerrapporten i Zoom er ikke ferdig',
  'skip.rejected-by-hubspot': 'HubSpot godtok ikke kontakten',
  'skip.other': 'En annen årsak',
} as const satisfies Record<keyof typeof syncEn, string>;
