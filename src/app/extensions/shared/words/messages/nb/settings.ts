import type { settingsEn } from '../en/settings.ts';

/** The tabs Global settings, Users and Set-up of the settings page, in Norwegian Bokmål. */
export const settingsNb = {
  'settings.loading': 'Laster inn innstillingene',

  'settings.never-saved': 'Ingenting er lagret ennå. Dette er innstillingene som følger med appen.',
  'settings.last-saved': 'Sist lagret {when}',
  'settings.unsaved':
    '{count, plural, one {# innstilling er endret og ikke lagret} other {# innstillinger er endret og ikke lagret}}',
  'settings.correct-first': 'Rett den merkede innstillingen før du lagrer.',
  'settings.save': 'Lagre',
  'settings.save-again': 'Lagre på nytt',
  'settings.discard': 'Forkast endringer',
  'settings.saved.title': 'Innstillingene er lagret',
  'settings.saved.message': 'De gjelder fra og med neste synkronisering.',

  'settings.field.isSyncOn': 'Synkroniser webinardata',
  'settings.field.webinarUsers': 'Synkroniser webinarer for',
  'settings.field.recordingUsers': 'Synkroniser webinaropptak og transkripsjoner for',
  'settings.field.recordingExclusions': 'Opptaksunntak',
  'settings.field.contactPolicy': 'Kontakter',
  'settings.field.contactExclusions': 'Kontaktunntak',
  'settings.field.backfillDays': 'Antall dager tilbake for tidligere webinarer',
  'settings.field.zoomSharePercent': 'Andel av Zooms grenser i prosent',
  'settings.about.recordingExclusions':
    'Opptak og transkripsjoner synkroniseres ikke for personer med en adresse på disse domenene. Et domene omfatter underdomenene sine.',
  'settings.about.contactExclusions':
    'Ingen med en adresse på disse domenene blir kontakt eller oppdateres. Legg til domenet til din egen bedrift for å utelate kolleger. Et domene omfatter underdomenene sine.',
  'settings.about.backfillDays':
    'Webinarer som ble holdt for opptil så mange dager siden, synkroniseres også. Zoom beholder deltakelsen i omtrent seks måneder. 0 utelater tidligere webinarer.',
  'settings.about.zoomSharePercent':
    'Alle apper i Zoom-kontoen din deler grensene for antall kall. En mindre andel gir mer plass til de andre og gjør synkroniseringen tregere.',
  'settings.share-meaning': 'Appen bruker maks. {share} av kallene som Zoom tillater.',
  'settings.number-out-of-range': 'Skriv inn et heltall fra {minimum, number} til {maximum, number}.',

  'settings.value.on': 'På',
  'settings.value.off': 'Av',
  'settings.value.days': '{count, plural, one {# dag} other {# dager}}',
  'settings.value.no-domains': 'Ingen domener',
  'settings.value.more': '{count, number} til',

  'settings.sync.heading': 'Hva som synkroniseres',
  'settings.sync.description':
    'Påmeldte, deltakere og markedsføringshendelser fra Zoom-webinarene dine, og opptak og transkripsjoner der du ønsker det.',
  'settings.sync.is-on': 'Webinarer synkroniseres som angitt nedenfor.',
  'settings.sync.is-off':
    'Så lenge dette er av, skriver appen ingenting til HubSpot. Når det slås på igjen, synkroniseres alt du har gått glipp av i mellomtiden.',
  'settings.toggle.on': 'PÅ',
  'settings.toggle.off': 'AV',
  'settings.choice.all': 'Alle Zoom-brukere',
  'settings.choice.selected': 'Utvalgte Zoom-brukere',
  'settings.choice.none': 'Ingen Zoom-brukere',
  'settings.webinar-users.all':
    'Webinarer for alle, også for brukere som kommer til senere. Enkeltbrukere kan utelates.',
  'settings.webinar-users.selected': 'Bare webinarer for brukerne du velger i fanen «Brukere».',
  'settings.webinar-users.none': 'Ingen webinarer.',
  'settings.recording-users.all': 'Opptak av alle webinarer som synkroniseres. Enkeltbrukere kan utelates.',
  'settings.recording-users.selected':
    'Bare opptak for brukerne du velger i fanen «Brukere», av webinarene deres som synkroniseres.',
  'settings.recording-users.none': 'Ingen opptak og ingen transkripsjoner.',
  'settings.selected-users':
    '{count, plural, =0 {Ingen brukere er valgt ennå, så ingenting synkroniseres. Velg brukere i fanen «Brukere».} one {# bruker er valgt i fanen «Brukere».} other {# brukere er valgt i fanen «Brukere».}}',
  'settings.left-out-users':
    '{count, plural, one {# bruker er utelatt i fanen «Brukere».} other {# brukere er utelatt i fanen «Brukere».}}',

  'settings.contacts.heading': 'Hvem som blir kontakter',
  'settings.contacts.description':
    'Personer som melder seg på eller deltar i et webinar. Brukere i denne HubSpot-kontoen blir aldri kontakter.',
  'settings.policy.create-and-update': 'Opprett og oppdater kontakter',
  'settings.policy.update-only': 'Bare oppdater kontakter',
  'settings.about-policy.create-and-update': 'De som ikke er i HubSpot ennå, blir kontakter.',
  'settings.about-policy.update-only':
    'Bare personer som allerede er kontakter, synkroniseres. Alle andre hoppes over og vises i revisjonsloggen.',

  'settings.recordings.heading': 'Hvem som får opptak',
  'settings.recordings.description': 'Opptak og transkripsjoner blir anrop på postene til kontaktene som deltok.',

  'settings.reach.heading': 'Hvor langt tilbake og hvor raskt',
  'settings.reach.description':
    'Hvor mye av fortiden som synkroniseres, og hvor mye av Zoom-kontoen din appen kan bruke.',

  'settings.domains.add': 'Legg til',
  'settings.domains.add-label': 'Legg til domener',
  'settings.domains.add-description':
    'Skriv inn et domene, for eksempel example.com, eller lim inn flere, atskilt med komma, mellomrom eller linjeskift.',
  'settings.domains.none': 'Ingen domener er unntatt.',
  'settings.domains.nothing-typed': 'Skriv eller lim inn minst ett domene.',
  'settings.domains.all-known': 'Det står allerede på listen.',
  'settings.domains.show-all': 'Vis alle {count, number} domener',
  'settings.domains.problem.empty': 'En oppføring er tom. Fjern den.',
  'settings.domains.problem.not-a-domain':
    '«{entry}» er ikke et domene. Fjern det, og legg til et domene som example.com i stedet.',
  'settings.domains.problem.too-broad':
    '«{entry}» ville utelate langt mer enn én organisasjon. Fjern det, og legg til et domene som example.com i stedet.',

  'settings.notes.title': 'Noen oppføringer ble lagret med en annen skrivemåte',
  'settings.notes.address': 'For adressen {given} ble domenet lagret: {became}.',
  'settings.notes.spelling': '{given} ble lagret som {became}.',

  'settings.preview.title': 'Når du lagrer',
  'settings.preview.loading': 'Finner ut hva dette ville endre',
  'settings.preview.failed': 'Det er ikke kjent akkurat nå hva dette ville endre. Du kan lagre likevel.',
  'settings.preview.correct-first': 'Rett de merkede oppføringene for å se hva endringene dine fører til.',
  'settings.preview.again': 'Finn ut på nytt',
  'settings.preview.no-webinars': 'Ingen webinarer er kjent ennå. Den første synkroniseringen finner dem.',
  'settings.preview.turned-on':
    '{count, plural, one {# webinar som ikke synkroniseres nå, vil bli synkronisert.} other {# webinarer som ikke synkroniseres nå, vil bli synkronisert.}}',
  'settings.preview.turned-off':
    '{count, plural, one {# webinar synkroniseres ikke lenger. Det som er synkronisert, blir værende i HubSpot.} other {# webinarer synkroniseres ikke lenger. Det som er synkronisert, blir værende i HubSpot.}}',
  'settings.preview.recordings-turned-on':
    '{count, plural, one {Opptak av # webinar vil bli synkronisert som ikke synkroniseres nå.} other {Opptak av # webinarer vil bli synkronisert som ikke synkroniseres nå.}}',
  'settings.preview.recordings-turned-off':
    '{count, plural, one {Nye opptak av # webinar synkroniseres ikke lenger.} other {Nye opptak av # webinarer synkroniseres ikke lenger.}}',
  'settings.preview.no-webinar-changes': 'Ingen kjente webinarer begynner eller slutter å synkroniseres.',
  'settings.preview.catches-up':
    'Det du gikk glipp av mens synkroniseringen var av, synkroniseres også, så langt tilbake som Zoom fortsatt har det.',
  'settings.preview.goes-off':
    'Ingenting synkroniseres før synkroniseringen slås på igjen. Det du går glipp av i mellomtiden, synkroniseres da.',
  'settings.preview.stays-off': 'Ingenting synkroniseres så lenge «Synkroniser webinardata» er av.',
  'settings.preview.share-title': 'Kjente webinarer som ville bli synkronisert',
  'settings.preview.share': '{on, number} av {total, number}',
  'settings.preview.contacts-excluded':
    '{count, plural, one {# kontakt med webinarer har en adresse på {domain}. Den blir værende i HubSpot og oppdateres ikke lenger.} other {# kontakter med webinarer har en adresse på {domain}. De blir værende i HubSpot og oppdateres ikke lenger.}}',
  'settings.preview.recordings-excluded':
    '{count, plural, one {# kontakt med webinarer har en adresse på {domain} og får ikke flere opptak og transkripsjoner.} other {# kontakter med webinarer har en adresse på {domain} og får ikke flere opptak og transkripsjoner.}}',
  'settings.preview.nobody-excluded': 'Ingen kontakter med webinarer har en adresse på et nylig unntatt domene.',
  'settings.preview.uncounted-domains':
    '{count, plural, one {Kontaktene på # domene til ble ikke telt.} other {Kontaktene på # domener til ble ikke telt.}}',
  'settings.preview.policy.create-and-update':
    'Fra og med neste synkronisering blir personer som hittil er hoppet over fordi de ikke var i HubSpot, kontakter.',
  'settings.preview.policy.update-only':
    'Fra og med neste synkronisering blir ingen nye personer kontakter. Kontakter som er opprettet, blir værende i HubSpot.',

  'settings.conflict.title': 'Noen andre har lagret andre innstillinger i mellomtiden',
  'settings.conflict.meaning': 'Ingen av endringene dine ble lagret. Sammenlign, og velg hvordan du vil gå videre.',
  'settings.conflict.meaning-at':
    'De ble lagret {when}, og ingen av endringene dine ble lagret. Sammenlign, og velg hvordan du vil gå videre.',
  'settings.conflict.setting': 'Innstilling',
  'settings.conflict.in-force': 'Gjelder nå',
  'settings.conflict.yours': 'Din',
  'settings.conflict.both-changed': 'Dere har begge endret dette.',
  'settings.conflict.put-mine-on-top': 'Legg mine endringer oppå',
  'settings.conflict.take-theirs': 'Forkast mine',
  'settings.conflict.what-happens':
    'Når du legger endringene dine oppå, beholdes alt den andre har endret, unntatt det du også har endret. Lagre dem etterpå.',

  'settings.invalid-entries.title': 'Ingenting ble lagret',
  'settings.invalid-entries.what-to-do': 'Noen oppføringer i listene nedenfor kan ikke brukes. De er merket.',
  'settings.too-many.title': 'For mange valg for enkeltbrukere og enkeltwebinarer',
  'settings.too-many.what-to-do':
    'HubSpot har ikke plass til så mange. Velg alle brukere her, og utelat noen få i fanen «Brukere», eller slå færre enkeltwebinarer på og av.',
  'settings.not-accepted.title': 'Appen godtok ikke innstillingene',
  'settings.not-accepted.what-to-do':
    'Last inn siden på nytt, og gjør endringene igjen. Hvis det skjer igjen, ber du HubSpot-administratoren din om å rulle ut appen på nytt.',

  'settings.set-up.about':
    'Disse kontrollene ser på alt appen trenger, og oppretter det av sitt eget som mangler i HubSpot: egenskaper, hendelser og appens poster. De endrer ingenting annet og kan gjentas.',
  'settings.set-up.checking': 'Kontrollerer Zoom og HubSpot. Dette tar noen sekunder.',
  'settings.set-up.checking-again': 'Kontrollerer på nytt. Det du ser, er fra forrige gang.',
  'settings.set-up.check-again': 'Kontroller på nytt',
  'settings.set-up.read-only.title': 'Du kan se på oppsettet, men ikke kjøre det',
  'settings.set-up.read-only.meaning':
    'Kontrollene oppretter det som mangler, og HubSpot-brukeren din har ikke tillatelse til å administrere integrasjoner. En superadministrator kan gi deg den eller kjøre oppsettet for deg.',
  'settings.set-up.numbered': '{number, number}. {step}',
  'settings.set-up.step.zoom': 'Koble til Zoom',
  'settings.set-up.step.hubspot': 'Tillatelser i HubSpot',
  'settings.set-up.step.definitions': 'Egenskaper og hendelser',
  'settings.set-up.step.sync-on': 'Slå på synkroniseringen',
  'settings.set-up.step.first-sync': 'Første synkronisering',
  'settings.set-up.about.zoom':
    'Appen logger på Zoom med en server-til-server-app hos dere, og påloggingsinformasjonen ligger i hemmeligheten ZOOM_CONNECTIONS.',
  'settings.set-up.about.hubspot': 'Appen trenger tillatelse til å lese og skrive det den synkroniserer.',
  'settings.set-up.about.definitions':
    'Kontaktegenskaper, tidslinjehendelser og appens egne poster opprettes i denne HubSpot-kontoen.',
  'settings.set-up.about.sync-on':
    'Velg hvem du vil synkronisere webinarer for, og hvem som blir kontakter, og slå på «Synkroniser webinardata».',
  'settings.set-up.about.first-sync':
    'Den første synkroniseringen finner webinarene i Zoom-kontoen din og henter inn tidligere webinarer, så langt tilbake som du har valgt.',
  'settings.set-up.state.done': 'Ferdig',
  'settings.set-up.state.to-do': 'Gjenstår',
  'settings.set-up.state.unknown': 'Ukjent',
  'settings.set-up.state.waiting': 'Senere',
  'settings.set-up.open.global-settings': 'Åpne globale innstillinger',
  'settings.set-up.open.home': 'Åpne oversikten',
  'settings.set-up.passed': '{count, plural, one {# kontroll bestått} other {# kontroller bestått}}',
  'settings.set-up.missing': '{count, plural, one {# tillatelse mangler} other {# tillatelser mangler}}',
  'settings.set-up.missing-names': 'Manglende tillatelser',
  'settings.set-up.created': 'Manglet før og er opprettet nå',
  'settings.set-up.copy': 'Kopier navnene',
  'settings.set-up.copied': '{count, plural, one {# navn kopiert} other {# navn kopiert}}',
  'settings.set-up.not-copied': 'Navnene kunne ikke kopieres. Merk og kopier dem manuelt.',
  'settings.set-up.all-done.title': 'Alt er satt opp',
  'settings.set-up.all-done.meaning': 'Webinarer synkroniseres. Oversikten viser hvordan det går.',

  'users.loading': 'Laster inn brukerne i Zoom-kontoen',
  'users.updating': 'Laster inn',
  'users.account': 'Zoom-konto',
  'users.primary-account': '{connection} (primær)',
  'users.search': 'Finn en bruker',
  'users.search-placeholder': 'Navn eller e-post',
  'users.clear-search': 'Tøm søket',
  'users.no-account.title': 'Ingen Zoom-konto er tilkoblet',
  'users.no-account.what-to-do': 'Koble til en i fanen «Oppsett». Da vises brukerne her.',
  'users.nobody.title': 'Denne Zoom-kontoen har ingen brukere',
  'users.nobody.what-to-do': 'Brukere vises her så snart de finnes i Zoom.',
  'users.no-match.title': 'Ingen treff på «{query}»',
  'users.no-match.what-to-do': 'Søk etter en del av et navn eller en e-postadresse.',
  'users.page': '{first, number} til {last, number} av {total, number}',
  'users.previous': 'Forrige',
  'users.next': 'Neste',
  'users.column.user': 'Zoom-bruker',
  'users.column.plan': 'Webinarlisens',
  'users.column.webinars': 'Webinarer',
  'users.column.recordings': 'Opptak og transkripsjoner',
  'users.column.manage': 'Individuelle innstillinger',
  'users.plan.yes': 'Ja',
  'users.plan.no': 'Nei',
  'users.plan.unknown': 'Ikke kjent ennå',
  'users.synced': 'Synkroniseres',
  'users.not-synced': 'Synkroniseres ikke',
  'users.nothing-to-sync': 'Ingenting å synkronisere',
  'users.follows-account': 'Følger kontoen',
  'users.own-setting': 'Egen innstilling',
  'users.single-webinars':
    '{count, plural, one {# enkeltwebinar har egen bryter} other {# enkeltwebinarer har egen bryter}}',
  'users.manage': 'Administrer',
  'users.view': 'Vis',
  'users.not-saved': 'Ikke lagret',

  'users.account-wide.all': 'Webinarer for alle Zoom-brukere synkroniseres, unntatt for dem som er utelatt her.',
  'users.account-wide.selected': 'Webinarer synkroniseres for Zoom-brukerne som er valgt her.',
  'users.account-wide.none': 'Webinarer synkroniseres ikke for noen Zoom-brukere.',
  'users.bar.sync.title': 'Ingenting synkroniseres akkurat nå',
  'users.bar.sync.what-to-do':
    '«Synkroniser webinardata» er av for hele kontoen. Det du angir her, gjelder når det slås på i fanen «Globale innstillinger».',
  'users.bar.webinar-users.title': 'Webinarer synkroniseres ikke for noen Zoom-brukere akkurat nå',
  'users.bar.webinar-users.what-to-do':
    'Det du angir her, gjelder når webinarer for utvalgte eller alle Zoom-brukere er valgt i fanen «Globale innstillinger».',

  'users.panel.title': 'Innstillinger for {name}',
  'users.panel.plan.yes': 'Har webinarlisens',
  'users.panel.plan.no': 'Har ikke webinarlisens',
  'users.panel.plan.unknown': 'Det er ikke kjent ennå om brukeren har webinarlisens',
  'users.field.syncsWebinars': 'Synkroniser webinarer for denne brukeren',
  'users.field.newWebinarsOffSince': 'Synkroniser data fra nye planlagte webinarer som standard',
  'users.field.syncsRecordings': 'Synkroniser webinaropptak og transkripsjoner for denne brukeren',
  'users.field.webinars': 'Enkeltwebinarer',
  'users.switch.follow': 'Følg kontoen',
  'users.switch.follow-on': 'Synkroniseres ifølge de globale innstillingene.',
  'users.switch.follow-off': 'Utelates ifølge de globale innstillingene.',
  'users.switch.on': 'Alltid',
  'users.switch.off': 'Aldri',
  'users.about-on.syncsWebinars':
    'Webinarer for denne brukeren synkroniseres, enten alle eller bare utvalgte brukere synkroniseres.',
  'users.about-off.syncsWebinars':
    'Webinarer for denne brukeren utelates, unntatt dem som er slått på enkeltvis nedenfor.',
  'users.about-on.syncsRecordings': 'Opptak av denne brukerens synkroniserte webinarer synkroniseres.',
  'users.about-off.syncsRecordings': 'Opptak og transkripsjoner for denne brukeren utelates.',
  'users.new-webinars.on': 'Webinarer som denne brukeren planlegger fra nå av, synkroniseres som de andre.',
  'users.new-webinars.off-from-now':
    'Webinarer som denne brukeren planlegger etter at du har lagret, synkroniseres ikke, med mindre du slår dem på enkeltvis nedenfor.',
  'users.new-webinars.off-since':
    'Webinarer som ble planlagt etter {when}, synkroniseres ikke, med mindre de er slått på enkeltvis nedenfor.',

  'users.webinars.heading': 'Administrer enkeltwebinarer',
  'users.webinars.description':
    'Bryteren for et webinar går foran innstillingene ovenfor. Når et webinar slås på, synkroniseres det du har gått glipp av.',
  'users.webinars.search': 'Finn et webinar',
  'users.webinars.search-placeholder': 'Emne eller webinar-ID',
  'users.webinars.loading': 'Laster inn webinarene til denne brukeren',
  'users.webinars.none': 'Ingen webinarer for denne brukeren er kjent ennå. Synkroniseringen finner dem.',
  'users.webinars.no-match': 'Ingen webinarer for denne brukeren samsvarer med «{query}».',
  'users.webinars.column.webinar': 'Webinar',
  'users.webinars.column.sync': 'Synkroniser',
  'users.webinars.switch': 'Synkroniser «{topic}»',
  'users.webinar.dated': '{when}, ID {id}',
  'users.webinar.undated': 'Uten dato, ID {id}',
  'users.webinar.own': 'Egen bryter',
  'users.webinar.follows-on': 'Synkroniseres ifølge innstillingene ovenfor',
  'users.webinar.follows-off': 'Utelates ifølge innstillingene ovenfor',
  'users.webinar.not-supported': 'Hører til et Zoom Event og kan ikke synkroniseres',

  'users.unsaved': '{count, plural, one {# endring er ikke lagret} other {# endringer er ikke lagret}}',
  'users.close': 'Lukk',
  'users.leave.title': 'Endringene dine er ikke lagret',
  'users.leave.meaning': 'De går tapt hvis du forkaster dem.',
  'users.leave.keep': 'Fortsett å redigere',
  'users.leave.discard': 'Forkast og lukk',
  'users.conflict.title': 'Noen andre har endret denne brukeren i mellomtiden',
  'users.value.webinars': '{on, number} slått på, {off, number} slått av',
} as const satisfies Record<keyof typeof settingsEn, string>;
