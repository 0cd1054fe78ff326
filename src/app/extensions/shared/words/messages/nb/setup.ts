import type { setupEn } from '../en/setup.ts';

/** The checks of the set-up, in Norwegian Bokmål. */
export const setupNb = {
  'setup.state.ok': 'Klart',
  'setup.state.fixed': 'Opprettet nå',
  'setup.state.to-do': 'Gjenstår',
  'setup.state.unknown': 'Ikke kontrollert',

  'setup.zoom-connections.title': 'Zoom-kontoer',
  'setup.zoom-connections.ready': 'Hemmeligheten ZOOM_CONNECTIONS kan leses.',
  'setup.zoom-credentials.title': 'Påloggingsinformasjon for Zoom',
  'setup.zoom-credentials.ready': 'Zoom godtar påloggingsinformasjonen.',
  'setup.zoom-scopes.title': 'Tillatelser i Zoom',
  'setup.zoom-scopes.ready': 'Zoom gir appen alle tillatelsene den trenger.',
  'setup.zoom-webinar-plan.title': 'Webinarlisens i Zoom',
  'setup.zoom-webinar-plan.ready': 'Minst én bruker i Zoom-kontoen kan holde webinarer.',
  'setup.hubspot-token.title': 'Tilgang til HubSpot',
  'setup.hubspot-token.ready': 'HubSpot godtar appens tilgangstoken.',
  'setup.hubspot-scopes.title': 'Tillatelser i HubSpot',
  'setup.hubspot-scopes.ready': 'HubSpot gir appen alle tillatelsene den trenger.',
  'setup.hubspot-definitions.title': 'Egenskaper, hendelser og appens egne poster',
  'setup.hubspot-definitions.ready': 'Alt appen trenger i denne HubSpot-kontoen, er på plass.',
  'setup.sync-switch.title': 'Synkroniser webinardata',
  'setup.sync-switch.ready': '«Synkroniser webinardata» er på.',
  'setup.title-of-connection': '{title}: {connection}',

  'setup.fixed.meaning': 'Dette manglet og er opprettet: {names}.',

  'setup.to-do.meaning': 'Dette fungerer ikke ennå.',
  'setup.to-do.fix': 'Følg installasjonsveiledningen, og kjør oppsettet på nytt.',
  'setup.to-do.zoom-webinar-plan.meaning': 'Ingen brukere i Zoom-kontoen har webinarlisens.',
  'setup.to-do.zoom-webinar-plan.fix':
    'Gi dem som holder webinarer, en webinarlisens i Zoom, og kjør oppsettet på nytt.',
  'setup.to-do.sync-switch.meaning': 'Så lenge «Synkroniser webinardata» er av, skriver appen ingenting til HubSpot.',
  'setup.to-do.sync-switch.fix': 'Slå det på i de globale innstillingene når alt annet er klart.',
  'setup.to-do.zoom-scopes.meaning': 'Zoom gir ikke appen disse tillatelsene: {names}.',
  'setup.to-do.zoom-scopes.fix':
    'Åpne server-til-server-appen i Zoom App Marketplace, og legg til disse scopene. Hvis de allerede er der, trenger eieren av appen en Zoom-rolle som omfatter dem. Kjør deretter oppsettet på nytt.',
  'setup.to-do.hubspot-scopes.meaning': 'HubSpot gir ikke appen disse tillatelsene: {names}.',
  'setup.to-do.hubspot-scopes.fix':
    'Installer appen på nytt i denne HubSpot-kontoen, og tillat disse scopene. Kjør deretter oppsettet på nytt.',
  'setup.to-do.failure.meaning': '{problem}.',

  'setup.unknown.meaning': 'Dette kunne ikke kontrolleres.',
  'setup.unknown.fix': 'Kjør oppsettet på nytt.',
  'setup.unknown.zoom-webinar-plan.meaning':
    'De første brukerne i Zoom-kontoen har ikke webinarlisens, og det er ikke holdt noe webinar den siste måneden.',
  'setup.unknown.zoom-webinar-plan.fix':
    'Kontroller i Zoom at noen har webinarlisens. Synkroniseringen finner alle webinarer selv.',
  'setup.unknown.failure.meaning': 'Dette kunne ikke kontrolleres. {problem}.',
} as const satisfies Record<keyof typeof setupEn, string>;
