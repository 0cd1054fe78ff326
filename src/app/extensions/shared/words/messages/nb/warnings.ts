import type { warningsEn } from '../en/warnings.ts';

/** Warnings of the audit log, and settings that are in the way, in Norwegian Bokmål. */
export const warningsNb = {
  'warning.family.S32': 'Data ikke synkronisert fordi synkroniseringsinnstillinger er av',
  'warning.family.S33': 'Opptak eller transkripsjon ikke synkronisert',
  'warning.family.S34': 'Noen deltakere ikke synkronisert',
  'warning.family.S35': 'Noen data ikke synkronisert',
  'warning.family.S36': 'Noen adresser unntatt',
  'warning.family.S37': 'Feil',

  'warning.guests-without-address.title':
    '{count, plural, one {En gjest uten e-postadresse} other {Gjester uten e-postadresse}}',
  'warning.guests-without-address.meaning':
    '{count, plural, one {# person ble med som gjest. Zoom oppgir ingen e-postadresse, så personen ble ikke synkronisert.} other {# personer ble med som gjester. Zoom oppgir ingen e-postadresse, så de ble ikke synkronisert.}}',
  'warning.guests-without-address.fix':
    'Det er ingenting å gjøre for dette webinaret. Krev påmelding i Zoom neste gang: Påmeldte er kjent når de blir med via sin egen lenke.',
  'warning.participants-untracked.title': 'Zoom registrerte ingen deltakere',
  'warning.participants-untracked.meaning':
    'Webinaret {startsAt} ble holdt, men Zooms deltakerrapport er tom, så ingen vises som deltaker.',
  'warning.participants-untracked.fix':
    'Kontroller deltakerrapporten i Zoom. Hvis det står personer der, synkroniserer du webinaret på nytt.',
  'warning.rows-quarantined.participants.title': 'Ubrukelige rader i Zooms deltakerrapport',
  'warning.rows-quarantined.participants.meaning':
    '{count, plural, one {# rad i Zooms deltakerrapport kunne ikke brukes og ble lagt til side.} other {# rader i Zooms deltakerrapport kunne ikke brukes og ble lagt til side.}}',
  'warning.rows-quarantined.registrants.title': 'Ubrukelige rader i Zooms liste over påmeldte',
  'warning.rows-quarantined.registrants.meaning':
    '{count, plural, one {# rad i Zooms liste over påmeldte kunne ikke brukes og ble lagt til side.} other {# rader i Zooms liste over påmeldte kunne ikke brukes og ble lagt til side.}}',
  'warning.rows-quarantined.fix':
    'Alt annet ble synkronisert. Hvis noen mangler, sammenligner du med rapporten i Zoom og melder fra til utvikleren av appen.',

  'warning.zoom-event.title': 'Webinarer i et Zoom Event støttes ikke',
  'warning.zoom-event.meaning':
    'Dette webinaret hører til et Zoom Event, der folk har billetter i stedet for påmeldinger. Ingenting ble skrevet.',
  'warning.zoom-event.fix':
    'Hvis du vil synkronisere et webinar, planlegger du det i Zoom Webinars, utenfor et Zoom Event.',
  'warning.webinar-deleted.title': 'Webinaret er slettet i Zoom',
  'warning.webinar-deleted.meaning':
    'Zoom har ikke lenger dette webinaret. Det som allerede er synkronisert, blir værende i HubSpot. En kommende økt avlyses der.',
  'warning.webinar-deleted.fix':
    'Hvis det ble slettet ved en feil, gjenoppretter du det i Zoom og synkroniserer på nytt. Ellers er det ingenting å gjøre.',
  'warning.webinar-expired.title': 'Zoom oppgir ikke lenger påmeldingene til dette webinaret',
  'warning.webinar-expired.meaning':
    'Zoom har frigitt webinarets ID fordi det er lenge siden webinaret var over. Deltakelsen ble synkronisert, men påmeldingene kunne ikke leses.',
  'warning.webinar-expired.fix':
    'Det er ingenting å gjøre for dette webinaret. Webinarer som synkroniseres innen 30 dager etter at de er over, er fullstendige.',
  'warning.attendance-not-ready.title': 'Zooms deltakerrapport er ikke ferdig',
  'warning.attendance-not-ready.meaning':
    'Zoom er ikke ferdig med deltakerrapporten for webinaret {startsAt}, så ingen vises som deltaker ennå.',
  'warning.attendance-not-ready.fix': 'Synkroniser på nytt om cirka en time.',
  'warning.registrations-vanished.title': 'Påmeldinger har forsvunnet fra Zoom',
  'warning.registrations-vanished.meaning':
    '{count, plural, one {# person som var påmeldt, står ikke lenger på listen i Zoom. Ingen ble merket som avmeldt på grunn av det.} other {# personer som var påmeldt, står ikke lenger på listen i Zoom. Ingen ble merket som avmeldt på grunn av det.}}',
  'warning.registrations-vanished.fix': 'Kontroller påmeldingene i Zoom, og synkroniser på nytt.',
  'warning.registrations-unavailable.title': 'Påmeldinger er ikke tilgjengelige',
  'warning.registrations-unavailable.meaning':
    'Zoom oppgir ingen påmeldinger til dette webinaret, så bare deltakelsen ble synkronisert.',
  'warning.registrations-unavailable.fix':
    'Hvis webinaret krevde påmelding, kontrollerer du i Zoom at påmelding fortsatt er slått på. Synkroniser deretter på nytt.',
  'warning.list-unstable.participants.title': 'Zooms deltakerrapport endret seg hele tiden',
  'warning.list-unstable.participants.meaning':
    'Zooms deltakerrapport endret seg mens den ble lest, så noen personer kan mangle.',
  'warning.list-unstable.registrants.title': 'Zooms liste over påmeldte endret seg hele tiden',
  'warning.list-unstable.registrants.meaning':
    'Zooms liste over påmeldte endret seg mens den ble lest, så noen personer kan mangle.',
  'warning.list-unstable.fix': 'Synkroniser på nytt når påmeldingen eller webinaret er over.',
  'warning.contacts-unknown.title': 'Personer som ikke er kontakter, ble utelatt',
  'warning.contacts-unknown.meaning':
    '{count, plural, one {# person er ikke kontakt i HubSpot, og ifølge innstillingene skal kontakter bare oppdateres.} other {# personer er ikke kontakter i HubSpot, og ifølge innstillingene skal kontakter bare oppdateres.}}',
  'warning.contacts-unknown.fix':
    'Hvis kontakter skal opprettes, velger du «Opprett og oppdater kontakter» i de globale innstillingene og synkroniserer på nytt.',
  'warning.rejected-by-hubspot.title': 'HubSpot godtok ikke noen personer',
  'warning.rejected-by-hubspot.meaning':
    '{count, plural, one {HubSpot godtok ikke # person som kontakt.} other {HubSpot godtok ikke # personer som kontakter.}}',
  'warning.rejected-by-hubspot.meaning-with-examples':
    '{count, plural, one {HubSpot godtok ikke # person som kontakt. HubSpots begrunnelse: {examples}.} other {HubSpot godtok ikke # personer som kontakter. HubSpots begrunnelse, for eksempel: {examples}.}}',
  'warning.rejected-by-hubspot.fix':
    'Rett det HubSpot oppgir, i Zoom eller i HubSpot. Neste synkronisering prøver igjen.',
  'warning.marketing-event-refused.title': 'HubSpot godtok ikke markedsføringshendelsen',
  'warning.marketing-event-refused.meaning':
    'Det finnes ingen markedsføringshendelse for webinaret {startsAt}, så HubSpots filtre for markedsføringshendelser vet ikke hvem som var påmeldt og deltok. HubSpots begrunnelse: {reason}',
  'warning.marketing-event-refused.fix': 'Rett det HubSpot oppgir. Neste synkronisering prøver igjen.',
  'warning.participations-differ.title': 'HubSpots markedsføringshendelse viser andre tall',
  'warning.participations-differ.meaning':
    'HubSpots markedsføringshendelse {startsAt} viser {shownRegistered, number} påmeldt, {shownAttended, number} deltok, {shownNoShow, number} deltok ikke og {shownCancelled, number} avmeldt. Appen sendte {sentRegistered, number} påmeldt, {sentAttended, number} deltok, {sentNoShow, number} deltok ikke og {sentCancelled, number} avmeldt.',
  'warning.participations-differ.fix':
    'HubSpot kan trenge noen minutter på å telle. Synkroniser på nytt senere for å sammenligne.',

  'warning.account-users.title': 'Brukere i denne HubSpot-kontoen ble utelatt',
  'warning.account-users.meaning':
    '{count, plural, one {# person har en adresse som tilhører en bruker i denne HubSpot-kontoen. Brukere synkroniseres aldri.} other {# personer har adresser som tilhører brukere i denne HubSpot-kontoen. Brukere synkroniseres aldri.}}',
  'warning.account-users.fix':
    'Det er ingenting å gjøre. Noen som ikke lenger arbeider i denne kontoen, kan fjernes som bruker.',
  'warning.addresses-excluded.title': 'Adresser på unntatte domener ble utelatt',
  'warning.addresses-excluded.meaning':
    '{count, plural, one {# person har en adresse på et domene som står i kontaktunntakene, og ble ikke synkronisert.} other {# personer har adresser på et domene som står i kontaktunntakene, og ble ikke synkronisert.}}',
  'warning.addresses-excluded.meaning-with-domains':
    '{count, plural, one {# person har en adresse på et domene som står i kontaktunntakene, og ble ikke synkronisert. Domene: {domains}.} other {# personer har adresser på et domene som står i kontaktunntakene, og ble ikke synkronisert. Domener: {domains}.}}',
  'warning.addresses-excluded.domain': '{domain} ({count, plural, one {# person} other {# personer}})',
  'warning.addresses-excluded.fix':
    'Hvis de skal synkroniseres, fjerner du domenet fra kontaktunntakene i de globale innstillingene.',
  'warning.addresses-invalid.title': 'E-postadresser som ikke er gyldige',
  'warning.addresses-invalid.meaning':
    '{count, plural, one {# person oppga en e-postadresse som ikke er gyldig, og ble ikke synkronisert.} other {# personer oppga en e-postadresse som ikke er gyldig, og ble ikke synkronisert.}}',
  'warning.addresses-invalid.fix': 'Rett adressen i Zoom, og synkroniser på nytt.',
  'warning.addresses-secondary.title': 'Sekundære e-postadresser for kontakter',
  'warning.addresses-secondary.meaning':
    '{count, plural, one {# person meldte seg på med en sekundær e-postadresse for en kontakt og ble ikke synkronisert. Bare kontaktens primære adresse gjelder.} other {# personer meldte seg på med en sekundær e-postadresse for en kontakt og ble ikke synkronisert. Bare kontaktens primære adresse gjelder.}}',
  'warning.addresses-secondary.fix':
    'Hvis de skal synkroniseres, gjør du adressen til kontaktens primære adresse i HubSpot og synkroniserer på nytt.',
  'warning.contacts-deleted.title': 'Kontakter som er slettet, opprettes ikke på nytt',
  'warning.contacts-deleted.meaning':
    '{count, plural, one {# person har adressen til en kontakt som er slettet i HubSpot, og ble ikke synkronisert.} other {# personer har adressen til en kontakt som er slettet i HubSpot, og ble ikke synkronisert.}}',
  'warning.contacts-deleted.fix':
    'Hvis de skal synkroniseres, gjenoppretter du kontakten i HubSpot og synkroniserer på nytt.',

  'warning.timeline-events-refused.title': 'Tidslinjehendelser ble ikke opprettet',
  'warning.timeline-events-refused.meaning':
    'Kontakter og markedsføringshendelser ble synkronisert, men HubSpot godtok ikke hendelsene på tidslinjene. HubSpots begrunnelse: {reason}',
  'warning.timeline-events-refused.fix':
    'Rett det HubSpot oppgir, eller kjør oppsettet på nytt: Det viser manglende tillatelser og oppretter manglende hendelsesdefinisjoner. Neste synkronisering prøver igjen.',

  'warning.recording.settings-off.meaning': 'Opptaket fra {startsAt} ble ikke synkronisert. {why}',
  'warning.recording.nobody-attended.title': 'Opptak ikke synkronisert: Ingen deltok',
  'warning.recording.nobody-attended.meaning':
    'Opptaket fra {startsAt} ble ikke synkronisert fordi ingen kontakter deltok, så det er ingen å knytte det til.',
  'warning.recording.nobody-attended.fix':
    'Det er ingenting å gjøre. Hvis noen deltok, viser de andre advarslene hvorfor de ikke er kontakter.',
  'warning.recording.not-found.title': 'Fant ikke opptaket',
  'warning.recording.not-found.meaning':
    'Opptaket fra {startsAt} ble ikke funnet i den tilkoblede Zoom-kontoen. Det er kanskje ikke tatt opp i skyen.',
  'warning.recording.not-found.fix':
    'Hvis det finnes et skyopptak i Zoom, kontrollerer du at det hører til denne Zoom-kontoen. Synkroniser deretter på nytt.',
  'warning.recording.deleted.title': 'Opptaket er slettet i Zoom',
  'warning.recording.deleted.meaning':
    'Opptaket fra {startsAt} finnes ikke lenger i Zoom. Hvis det var synkronisert, er lenken fjernet fra anropet.',
  'warning.recording.deleted.fix':
    'Zoom beholder slettede opptak i papirkurven i 30 dager. Gjenopprett det der og synkroniser på nytt, eller la det være.',
  'warning.recording.processing.title': 'Zoom behandler fortsatt opptaket',
  'warning.recording.processing.meaning': 'Opptaket fra {startsAt} er ikke klart ennå. Zoom kan trenge noen timer.',
  'warning.recording.processing.fix': 'Det er ingenting å gjøre: Appen prøver igjen selv.',
  'warning.recording.no-link.title': 'Opptaket har ingen brukbar lenke',
  'warning.recording.no-link.meaning':
    'Opptaket fra {startsAt} finnes, men Zoom oppgir ingen sikker lenke til det som HubSpot godtar.',
  'warning.recording.no-link.fix':
    'Kontroller i Zoom at deling er slått på for dette opptaket, og synkroniser på nytt.',
  'warning.recording.call-refused.title': 'HubSpot godtok ikke opptaket',
  'warning.recording.call-refused.meaning':
    'Opptaket fra {startsAt} kunne ikke lagres som anrop. HubSpots begrunnelse: {reason}',
  'warning.recording.call-refused.fix': 'Rett det HubSpot oppgir. Neste synkronisering prøver igjen.',
  'warning.recording.unknown.title': 'Opptak ikke synkronisert',
  'warning.recording.unknown.meaning':
    'Opptaket fra {startsAt} ble ikke synkronisert, av en årsak som denne versjonen av appen ikke kjenner.',

  'warning.transcript.processing.title': 'Zoom behandler fortsatt transkripsjonen',
  'warning.transcript.processing.meaning':
    'Transkripsjonen fra {startsAt} er ikke klar ennå. Opptaket ble synkronisert uten den.',
  'warning.transcript.processing.fix': 'Det er ingenting å gjøre: Appen prøver igjen selv.',
  'warning.transcript.not-found.title': 'Fant ikke transkripsjonen',
  'warning.transcript.not-found.meaning':
    'Transkripsjonen fra {startsAt} ble ikke funnet i Zoom. Opptaket ble synkronisert uten den.',
  'warning.transcript.not-found.fix':
    'Hvis du vil ha transkripsjoner, slår du på lydtranskripsjon for skyopptak i Zoom. Det gjelder for senere webinarer.',
  'warning.transcript.unreadable.title': 'Transkripsjonen kan ikke leses',
  'warning.transcript.unreadable.meaning':
    'Transkripsjonen fra {startsAt} har ikke formen som Zoom dokumenterer, så opptaket ble synkronisert uten den: {reason}',
  'warning.transcript.unreadable.fix':
    'Synkroniser på nytt senere. Hvis det skjer igjen, melder du fra til utvikleren av appen.',
  'warning.transcript.unknown.title': 'Transkripsjon ikke synkronisert',
  'warning.transcript.unknown.meaning':
    'Transkripsjonen fra {startsAt} ble ikke synkronisert, av en årsak som denne versjonen av appen ikke kjenner.',

  'warning.unknown.title': 'En advarsel fra en annen versjon av appen',
  'warning.unknown.meaning': 'Denne synkroniseringen etterlot en advarsel som denne versjonen av appen ikke kjenner.',
  'warning.unknown.fix': 'Synkroniser på nytt. Det som fortsatt gjenstår, vises da på nytt.',

  'off-setting.sync.title': '«Synkroniser webinardata» er av',
  'off-setting.sync.recording-title': 'Opptak ikke synkronisert: «Synkroniser webinardata» er av',
  'off-setting.sync.meaning': 'Så lenge det er av, skriver appen ingenting til HubSpot.',
  'off-setting.sync.fix':
    'Slå på «Synkroniser webinardata» i de globale innstillingene. Det du har gått glipp av i mellomtiden, synkroniseres da.',
  'off-setting.webinar-users.title': 'Webinarer synkroniseres ikke for noen Zoom-brukere',
  'off-setting.webinar-users.recording-title':
    'Opptak ikke synkronisert: Webinarer synkroniseres ikke for noen Zoom-brukere',
  'off-setting.webinar-users.meaning':
    'Ifølge de globale innstillingene synkroniseres webinarer ikke for noen Zoom-brukere.',
  'off-setting.webinar-users.fix':
    'Velg utvalgte eller alle Zoom-brukere for webinarer i de globale innstillingene. Det du har gått glipp av i mellomtiden, synkroniseres da.',
  'off-setting.host.title':
    '{named, select, yes {Webinarer for {host} synkroniseres ikke} other {Webinarer for denne verten synkroniseres ikke}}',
  'off-setting.host.recording-title':
    '{named, select, yes {Opptak ikke synkronisert: Webinarer for {host} synkroniseres ikke} other {Opptak ikke synkronisert: Webinarer for denne verten synkroniseres ikke}}',
  'off-setting.host.meaning':
    '{named, select, yes {Innstillingene utelater webinarer for {host}.} other {Innstillingene utelater webinarer for denne verten.}}',
  'off-setting.host.fix':
    '{named, select, yes {Slå på webinarer for {host}, eller bare dette ene webinaret, i de individuelle brukerinnstillingene. Det du har gått glipp av i mellomtiden, synkroniseres da.} other {Slå på webinarer for denne verten, eller bare dette ene webinaret, i de individuelle brukerinnstillingene. Det du har gått glipp av i mellomtiden, synkroniseres da.}}',
  'off-setting.new-webinars.title':
    '{named, select, yes {Nye webinarer for {host} synkroniseres ikke som standard} other {Nye webinarer for denne verten synkroniseres ikke som standard}}',
  'off-setting.new-webinars.recording-title':
    '{named, select, yes {Opptak ikke synkronisert: Nye webinarer for {host} synkroniseres ikke som standard} other {Opptak ikke synkronisert: Nye webinarer for denne verten synkroniseres ikke som standard}}',
  'off-setting.new-webinars.meaning':
    '{named, select, yes {Dette webinaret ble planlagt etter at «Synkroniser data fra nye planlagte webinarer som standard» ble slått av for {host}.} other {Dette webinaret ble planlagt etter at «Synkroniser data fra nye planlagte webinarer som standard» ble slått av for denne verten.}}',
  'off-setting.new-webinars.fix':
    '{named, select, yes {Slå på dette webinaret, eller alle nye, i de individuelle brukerinnstillingene for {host}. Det du har gått glipp av i mellomtiden, synkroniseres da.} other {Slå på dette webinaret, eller alle nye, i de individuelle brukerinnstillingene for denne verten. Det du har gått glipp av i mellomtiden, synkroniseres da.}}',
  'off-setting.webinar.title': 'Dette webinaret er slått av',
  'off-setting.webinar.recording-title': 'Opptak ikke synkronisert: Dette webinaret er slått av',
  'off-setting.webinar.meaning':
    '{named, select, yes {Noen har slått av dette ene webinaret i de individuelle brukerinnstillingene for {host}.} other {Noen har slått av dette ene webinaret i de individuelle brukerinnstillingene for denne verten.}}',
  'off-setting.webinar.fix':
    'Slå det på der, under «Administrer enkeltwebinarer». Det du har gått glipp av i mellomtiden, synkroniseres da.',
  'off-setting.recording-users.title': 'Opptak synkroniseres ikke for noen Zoom-brukere',
  'off-setting.recording-users.recording-title':
    'Opptak ikke synkronisert: Opptak synkroniseres ikke for noen Zoom-brukere',
  'off-setting.recording-users.meaning':
    'Ifølge de globale innstillingene synkroniseres opptak og transkripsjoner ikke for noen Zoom-brukere.',
  'off-setting.recording-users.fix':
    'Velg utvalgte eller alle Zoom-brukere for opptak og transkripsjoner i de globale innstillingene. Det du har gått glipp av i mellomtiden, synkroniseres da.',
  'off-setting.recording-host.title':
    '{named, select, yes {Opptak for {host} synkroniseres ikke} other {Opptak for denne verten synkroniseres ikke}}',
  'off-setting.recording-host.recording-title':
    '{named, select, yes {Opptak ikke synkronisert: Opptak for {host} synkroniseres ikke} other {Opptak ikke synkronisert: Opptak for denne verten synkroniseres ikke}}',
  'off-setting.recording-host.meaning':
    '{named, select, yes {Innstillingene utelater opptak og transkripsjoner for {host}.} other {Innstillingene utelater opptak og transkripsjoner for denne verten.}}',
  'off-setting.recording-host.fix':
    '{named, select, yes {Slå på «Synkroniser webinaropptak og transkripsjoner for denne brukeren» i de individuelle brukerinnstillingene for {host}. Det du har gått glipp av i mellomtiden, synkroniseres da.} other {Slå på «Synkroniser webinaropptak og transkripsjoner for denne brukeren» i de individuelle brukerinnstillingene for denne verten. Det du har gått glipp av i mellomtiden, synkroniseres da.}}',
  'off-setting.unknown.title': 'En innstilling hindrer synkronisering',
  'off-setting.unknown.recording-title': 'Opptak ikke synkronisert: En innstilling hindrer det',
  'off-setting.unknown.meaning': 'Denne versjonen av appen kjenner ikke innstillingen.',
  'off-setting.unknown.fix': 'Kontroller de globale innstillingene og de individuelle brukerinnstillingene.',
} as const satisfies Record<keyof typeof warningsEn, string>;
