import type { failuresEn } from '../en/failures.ts';

/** Why a call brought nothing, and what to do, in Norwegian Bokmål. */
export const failuresNb = {
  'failure.parameter-unknown.title': 'Appen kjenner ikke innstillingen «{name}»',
  'failure.parameter-unknown.what-to-do': 'Kontroller skrivemåten, eller utelat innstillingen.',
  'failure.parameter-invalid.title': 'Verdien for «{name}» kan ikke brukes',
  'failure.parameter-invalid.what-to-do': 'Rett den, og prøv igjen: {reason}',
  'failure.webinar-id-invalid.title': '«{given}» er ikke en webinar-ID',
  'failure.webinar-id-invalid.what-to-do':
    'Skriv inn nummeret som Zoom viser på webinarets side. Det har 9 til 11 sifre. Mellomrom og bindestreker har ingen betydning.',
  'failure.webinar-not-found.title': 'Zoom har ikke webinaret {webinarId} i denne kontoen',
  'failure.webinar-not-found.what-to-do':
    'Kontroller ID-en. Hvis webinaret hører til en annen Zoom-konto, velger du den kontoen. Zoom viser ikke lenger webinarer som er slettet, eller som ble avsluttet for lenge siden.',
  'failure.connections-missing.title': 'Ingen Zoom-konto er tilkoblet',
  'failure.connections-missing.what-to-do':
    'Lagre påloggingsinformasjonen til en server-til-server-app i Zoom i hemmeligheten ZOOM_CONNECTIONS. I en terminal angir du miljøvariabelen med samme navn.',
  'failure.connections-malformed.title': 'Listen over Zoom-kontoer kan ikke leses',
  'failure.connections-malformed.what-to-do': 'Rett hemmeligheten ZOOM_CONNECTIONS: {reason}',
  'failure.connection-unknown.title': 'Det finnes ingen Zoom-konto med navnet «{name}»',
  'failure.connection-unknown.what-to-do':
    'Bruk en av disse: {known}. Hvis du vil koble til en annen konto, legger du den til i hemmeligheten ZOOM_CONNECTIONS.',
  'failure.connection-unknown.what-to-do-without-any':
    'Ingen Zoom-konto er tilkoblet. Legg den til i hemmeligheten ZOOM_CONNECTIONS.',
  'failure.zoom-credentials-refused.title': 'Zoom avviser påloggingsinformasjonen for kontoen «{connection}»',
  'failure.zoom-credentials-refused.what-to-do':
    'Åpne server-til-server-appen i Zoom App Marketplace, kontroller at den er aktivert, og kopier konto-ID-en, klient-ID-en og klienthemmeligheten til hemmeligheten ZOOM_CONNECTIONS på nytt. Zooms begrunnelse: {reason}',
  'failure.zoom-permission-missing.title': 'Zoom-brukeren bak tilkoblingen har ikke lov til å lese dette',
  'failure.zoom-permission-missing.what-to-do':
    'Gi eieren av server-til-server-appen en Zoom-rolle som kan lese webinarer og bruksrapporter, og kontroller at kontoen har webinarlisens. Zooms svar: {reason}',
  'failure.hubspot-token-missing.title': 'Appen har ikke tilgang til HubSpot',
  'failure.hubspot-token-missing.what-to-do':
    'Installer appen i denne kontoen på nytt i HubSpot. I en terminal angir du miljøvariabelen HUBSPOT_ACCESS_TOKEN.',
  'failure.hubspot-token-refused.title': 'HubSpot avviser appens tilgangstoken',
  'failure.hubspot-token-refused.what-to-do':
    'Kontroller i HubSpot at appen fortsatt er installert, og installer den på nytt hvis den ikke er det. I en terminal kopierer du tokenet fra appens distribusjonsside til HUBSPOT_ACCESS_TOKEN.',
  'failure.scopes-missing.title':
    '{system, select, zoom {Zoom gir ikke appen alle tillatelsene den trenger} hubspot {HubSpot gir ikke appen alle tillatelsene den trenger} other {Appen har ikke alle tillatelsene den trenger}}',
  'failure.scopes-missing.what-to-do':
    '{system, select, zoom {Legg til disse scopene i server-til-server-appen i Zoom App Marketplace: {scopes}.} other {Installer appen på nytt, og tillat disse scopene: {scopes}.}}',
  'failure.scopes-missing.what-to-do-without-names':
    '{system, select, zoom {Legg til scopene som står i dokumentasjonen, i server-til-server-appen i Zoom App Marketplace.} other {Installer appen på nytt, og tillat alle scopene den ber om.}}',
  'failure.contact-not-found.title': 'Denne kontakten finnes ikke lenger i HubSpot',
  'failure.contact-not-found.what-to-do':
    'Last inn siden på nytt. Kontakten kan være slettet eller slått sammen med en annen.',
  'failure.contact-without-address.title': 'Denne kontakten har ingen e-postadresse',
  'failure.contact-without-address.what-to-do':
    'Zoom kjenner igjen personer på e-postadressen. Legg til kontaktens adresse i HubSpot, og prøv igjen.',
  'failure.person-not-listed.title': 'Zoom har ikke denne personen på listen for webinaret {webinarId}',
  'failure.person-not-listed.what-to-do':
    'Kontroller e-postadressen i påmeldings- og deltakerrapportene i Zoom. De som brukte en annen adresse der, synkroniseres med den adressen.',
  'failure.sweep-unknown.title': 'Dette søket etter webinarer kan ikke fortsette',
  'failure.sweep-unknown.what-to-do':
    'Appen har det ikke lenger lagret. Start søket på nytt. Webinarer som allerede er synkronisert, blir ikke synkronisert to ganger.',
  'failure.settings-too-new.title': 'Innstillingene ble lagret av en nyere versjon av appen',
  'failure.settings-too-new.what-to-do':
    'Ingenting blir synkronisert, og ingenting er endret, fordi denne versjonen kan tolke dem feil. Be HubSpot-administratoren din om å rulle ut den nyeste versjonen av appen, og last deretter inn siden på nytt.',
  'failure.run-unknown.title': 'Denne synkroniseringen kan ikke fortsette',
  'failure.run-unknown.what-to-do':
    'Appen har den ikke lenger lagret. Start synkroniseringen av webinaret på nytt. Ingenting blir skrevet to ganger.',
  'failure.answer-malformed.title':
    '{system, select, zoom {Zoom svarte på en måte som appen ikke forstår} hubspot {HubSpot svarte på en måte som appen ikke forstår} other {Appen svarte på en måte som ikke kan tolkes}}',
  'failure.answer-malformed.what-to-do':
    'Ingenting er gjettet, og ingenting er skrevet på grunn av dette. Prøv igjen senere. Hvis det skjer igjen, melder du fra til utvikleren av appen: {reason}',
  'failure.limit-reached.day.title':
    '{system, select, zoom {Kontoens daglige grense for Zoom-kall er nådd} hubspot {Kontoens daglige grense for HubSpot-kall er nådd} other {Kontoens daglige grense for kall er nådd}}',
  'failure.limit-reached.day.what-to-do':
    'Alle apper i kontoen deler denne grensen. Fortsett når den er nullstilt, vanligvis i morgen. Synkroniseringen fortsetter der den stoppet.',
  'failure.limit-reached.title':
    '{system, select, zoom {Zoom får for mange forespørsler akkurat nå} hubspot {HubSpot får for mange forespørsler akkurat nå} other {Appen får for mange forespørsler akkurat nå}}',
  'failure.limit-reached.what-to-do':
    '{system, select, zoom {{tryAgain} Synkroniseringen fortsetter der den stoppet. Hvis dette skjer ofte, undersøker du hvilke andre apper som kaller Zoom samtidig.} hubspot {{tryAgain} Synkroniseringen fortsetter der den stoppet. Hvis dette skjer ofte, undersøker du hvilke andre apper som kaller HubSpot samtidig.} other {{tryAgain} Synkroniseringen fortsetter der den stoppet.}}',
  'failure.vendor-refused.title':
    '{system, select, zoom {Zoom avviste en forespørsel fra appen} hubspot {HubSpot avviste en forespørsel fra appen} other {Appen avviste denne forespørselen}}',
  'failure.vendor-refused.what-to-do':
    '{system, select, zoom {Zoom oppga denne årsaken: {reason} Prøv igjen når det er rettet.} hubspot {HubSpot oppga denne årsaken: {reason} Prøv igjen når det er rettet.} other {Appen oppga denne årsaken: {reason} Prøv igjen når det er rettet.}}',
  'failure.vendor-unavailable.title':
    '{system, select, zoom {Zoom er ikke tilgjengelig akkurat nå} hubspot {HubSpot er ikke tilgjengelig akkurat nå} other {Appen er ikke tilgjengelig akkurat nå}}',
  'failure.vendor-unavailable.what-to-do': '{tryAgain} Synkroniseringen fortsetter der den stoppet.',
  'failure.try-again.soon': 'Prøv igjen om noen minutter.',
  'failure.try-again.seconds': 'Prøv igjen om {seconds, plural, one {# sekund} other {# sekunder}}.',
  'failure.try-again.minutes': 'Prøv igjen om {minutes, plural, one {# minutt} other {# minutter}}.',
  'failure.out-of-time.title': 'Appen fikk ikke nok tid',
  'failure.out-of-time.what-to-do':
    'Prøv igjen. Synkroniseringen fortsetter der den stoppet, og ingenting blir skrevet to ganger.',
  'failure.internal.title': 'Noe gikk galt i appen',
  'failure.internal.what-to-do': 'Prøv igjen. Hvis det skjer igjen, melder du fra til utvikleren av appen.',
  'failure.internal.what-to-do-with-reference':
    'Prøv igjen. Hvis det skjer igjen, melder du fra til utvikleren av appen og oppgir referansenummeret.',
  'failure.unknown.title': 'Det oppstod en feil som denne versjonen av appen ikke kjenner',
  'failure.unknown.what-to-do':
    'Last inn siden på nytt, og prøv igjen. Hvis det skjer igjen, ber du HubSpot-administratoren din om å rulle ut den nyeste versjonen av appen.',
} as const satisfies Record<keyof typeof failuresEn, string>;
