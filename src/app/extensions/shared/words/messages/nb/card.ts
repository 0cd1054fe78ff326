import type { cardEn } from '../en/card.ts';

/** The contact card, and registering somebody from it, in Norwegian Bokmål. */
export const cardNb = {
  'card.loading': 'Laster inn webinarer',
  'card.refresh-failed': 'Webinarene nedenfor kan være utdaterte.',
  'card.empty.title': 'Ingen Zoom-webinarer ennå',
  'card.empty.text':
    'Når denne kontakten melder seg på et Zoom-webinar som synkroniseres til HubSpot, vises det her. Du kan også melde på kontakten selv.',

  'card.summary.registered': 'Påmeldt',
  'card.summary.attended': 'Deltatt',
  'card.summary.average': 'Snitt deltakelse',
  'card.summary.average-of': 'Over {count, plural, one {# dato} other {# datoer}} med deltakelse',
  'card.summary.last-seen': 'Sist sett',

  'card.upcoming': 'Kommende',
  'card.past': 'Tidligere',
  'card.show-all-webinars': '{count, plural, one {Vis # webinar} other {Vis alle # webinarer}}',
  'card.show-all-dates': '{count, plural, one {Vis # dato} other {Vis alle # datoer}}',

  'card.webinar.account': 'Zoom-konto: {connection}',
  'card.webinar.disconnected':
    'Zoom-kontoen til dette webinaret er ikke lenger tilkoblet. Det du ser, er fra siste synkronisering.',
  'card.webinar.no-date': 'Ingen dato ennå',
  'card.webinar.series': 'Serie på {count, plural, one {# dato} other {# datoer}}, deltok på {attended, number}',

  'card.session.registered': 'Påmeldt',
  'card.session.attended': 'Deltok',
  'card.session.no-show': 'Deltok ikke',
  'card.session.cancelled': 'Avmeldt',
  'card.session.not-final': 'Deltakelse kommer',
  'card.session.minutes': '{attended} av {length} min',
  'card.session.share': 'Deltok i {percentage} av webinaret',

  'card.details': 'Detaljer',
  'card.details.registered-on': 'Påmeldt dato',
  'card.details.without-registration': 'Kom uten påmelding',
  'card.details.stay': 'Kom og gikk',
  'card.details.stay-from-to': '{joined} til {left}',
  'card.details.not-final': 'Zoom er ikke ferdig med deltakerrapporten for denne datoen.',
  'card.details.watch-recording': 'Se opptaket',
  'card.details.watch-recording-of': 'Se opptaket fra {date}',
  'card.details.join-link': 'Personlig deltakerlenke',
  'card.details.open-join-link': 'Åpne deltakerlenken',
  'card.details.open-webinar-page': 'Åpne webinarets side',

  'card.copy.join-link': 'Kopier deltakerlenke',
  'card.copy.copied': 'Kopiert',
  'card.copy.failed': 'Lenken kunne ikke kopieres. Merk og kopier den her: {link}',

  'card.resync.start': 'Synkroniser på nytt',
  'card.resync.stop': 'Stopp',
  'card.resync.progress': 'Synkroniserer webinar {current, number} av {total, number}',
  'card.resync.webinar': '{topic}: {phase}',
  'card.resync.continues-in':
    'Fortsetter om {seconds, plural, one {# sekund} other {# sekunder}}. Hold denne siden åpen.',
  'card.resync.finished.title': 'Denne kontakten er oppdatert',
  'card.resync.finished-with-problems.title':
    '{count, plural, one {# webinar kunne ikke synkroniseres} other {# webinarer kunne ikke synkroniseres}}',
  'card.resync.stopped.title': 'Synkroniseringen ble stoppet',
  'card.resync.counts':
    '{changed, plural, one {# webinar endret} other {# webinarer endret}}, {unchanged, plural, one {# uendret} other {# uendret}}.',
  'card.resync.not-tried':
    '{count, plural, one {# webinar ble ikke synkronisert.} other {# webinarer ble ikke synkronisert.}}',
  'card.resync.not-synced': 'Ikke synkronisert: {reason}.',

  'card.not-synced.settings-off.title': 'Innstillingene i appen hindrer at dette webinaret synkroniseres',
  'card.not-synced.settings-off.what-to-do':
    'Be HubSpot-administratoren din om å slå på synkronisering av dette webinaret på appens innstillingsside.',
  'card.not-synced.zoom-event.title': 'Webinaret hører til et Zoom Event',
  'card.not-synced.zoom-event.what-to-do': 'Webinarer i Zoom Events synkroniseres ikke.',

  'register.open': 'Meld på et webinar',
  'register.title': 'Meld på et webinar',
  'register.search': 'Søk i kommende webinarer',
  'register.search.placeholder': 'Emne, vert eller webinar-ID',
  'register.searching': 'Søker etter webinarer',
  'register.none.title': 'Ingen kommende webinarer',
  'register.none.text':
    'Appen kjenner ikke til noen kommende webinarer. Et nytt webinar vises her etter neste synkronisering av alle webinarer, som en administrator kan starte på appens innstillingsside.',
  'register.none-found.title': 'Ingen kommende webinarer samsvarer med søket',
  'register.none-found.text': 'Prøv et annet ord fra emnet, navnet på verten eller webinar-ID-en.',
  'register.show-more': 'Vis flere webinarer',
  'register.date-and-host': '{date}, vert: {host}',
  'register.no-fixed-date-and-host': 'Uten fast dato, vert: {host}',
  'register.account': 'Zoom-konto: {connection}',
  'register.is-registered': 'Allerede påmeldt',

  'register.form.loading': 'Laster inn påmeldingsskjemaet',
  'register.form.date': 'Dato',
  'register.form.choose': 'Velg',
  'register.form.optional': 'Valgfrie spørsmål',
  'register.form.contact': 'Zoom får navnet og e-postadressen til denne kontakten fra HubSpot.',
  'register.form.manual-approval':
    'Verten godkjenner hver påmelding til dette webinaret. Kontakten får en deltakerlenke etter det.',
  'register.form.submit': 'Meld på kontakten',
  'register.form.running': 'Melder på kontakten i Zoom',
  'register.form.another': 'Velg et annet webinar',
  'register.form.back': 'Tilbake til skjemaet',
  'register.form.answer-missing': 'Dette spørsmålet må besvares.',
  'register.form.answer-refused': 'Zoom godtok ikke dette svaret. Endre det, og prøv igjen.',
  'register.form.answer-too-long': 'Zoom godtar maks. {max, number} tegn her.',
  'register.form.date-missing': 'Velg en dato.',
  'register.form.date-refused': 'Denne datoen kan ikke lenger velges. Velg en annen.',
  'register.form.unknown-outcome':
    'Kontakten kan allerede være påmeldt. Du kan prøve igjen: Ingen blir påmeldt to ganger.',

  'register.question.phone': 'Telefonnummer',
  'register.question.job_title': 'Stilling',
  'register.question.org': 'Organisasjon',
  'register.question.industry': 'Bransje',
  'register.question.country': 'Land eller region',
  'register.question.address': 'Gateadresse',
  'register.question.city': 'By',
  'register.question.state': 'Delstat eller provins',
  'register.question.zip': 'Postnummer',
  'register.question.comments': 'Spørsmål og kommentarer',
  'register.question.purchasing_time_frame': 'Tidsramme for kjøp',
  'register.question.role_in_purchase_process': 'Rolle i kjøpsprosessen',
  'register.question.no_of_employees': 'Antall ansatte',

  'register.option.within-a-month': 'Innen en måned',
  'register.option.months-1-3': '1–3 måneder',
  'register.option.months-4-6': '4–6 måneder',
  'register.option.more-than-6-months': 'Mer enn 6 måneder',
  'register.option.no-timeframe': 'Ingen tidsramme',
  'register.option.decision-maker': 'Beslutningstaker',
  'register.option.evaluator': 'Vurderer eller anbefaler',
  'register.option.influencer': 'Påvirker',
  'register.option.not-involved': 'Ikke involvert',
  'register.option.more-than-10000': 'Flere enn 10\u00a0000',

  'register.registered.title': 'Kontakten er påmeldt',
  'register.registered.text': 'Kontakten har plass på «{topic}».',
  'register.already-registered.title': 'Kontakten var allerede påmeldt',
  'register.already-registered.text': 'Ingenting ble endret. Kontakten har plass på «{topic}».',
  'register.awaiting-approval.title': 'Påmeldingen venter på godkjenning',
  'register.awaiting-approval.text':
    'Verten for «{topic}» må godkjenne den i Zoom. Kontakten får deltakerlenken etter det.',
  'register.no-join-link': 'Zoom oppga ingen deltakerlenke. Den står i e-posten som Zoom sender til kontakten.',
  'register.hubspot.running': 'Henter påmeldingen til HubSpot',
  'register.hubspot.problem.title': 'HubSpot viser ikke påmeldingen ennå',
  'register.hubspot.problem.text':
    'Kontakten er påmeldt i Zoom. Påmeldingen kommer til HubSpot ved neste synkronisering av webinaret.',
  'register.hubspot.reason': 'Årsak: {reason}.',
  'register.another': 'Meld på et annet webinar',

  'register.refusal.registration-off.title': 'Dette webinaret har ikke påmelding',
  'register.refusal.registration-off.what-to-do':
    'Alle som har lenken, kan bli med. Be verten om å slå på påmelding i Zoom hvis du vil telle påmeldinger.',
  'register.refusal.registration-closed.title': 'Påmeldingen til dette webinaret er stengt',
  'register.refusal.registration-closed.what-to-do':
    'Be verten om å åpne den igjen i Zoom, eller velg et annet webinar.',
  'register.refusal.webinar-over.title': 'Dette webinaret er over',
  'register.refusal.webinar-over.what-to-do': 'Velg et kommende webinar.',
  'register.refusal.zoom-event.title': 'Dette webinaret hører til et Zoom Event',
  'register.refusal.zoom-event.what-to-do':
    'Påmelding til Zoom Events skjer med billett. Meld på kontakten på arrangementets side i Zoom.',
  'register.refusal.external-registration.title': 'Påmeldingen til dette webinaret skjer utenfor Zoom',
  'register.refusal.external-registration.what-to-do':
    'Verten bruker en annen påmeldingsside. Be verten om adressen, og meld på kontakten der.',
  'register.refusal.webinar-not-found.title': 'Zoom kjenner ikke lenger dette webinaret',
  'register.refusal.webinar-not-found.what-to-do': 'Verten kan ha slettet det. Velg et annet webinar.',
  'register.refusal.host.title': 'Denne kontakten er vert for webinaret',
  'register.refusal.host.what-to-do':
    'Verter og alternative verter trenger ikke påmelding. De starter webinaret fra Zoom.',
  'register.refusal.panelist.title': 'Denne kontakten er paneldeltaker i webinaret',
  'register.refusal.panelist.what-to-do':
    'Paneldeltakere trenger ikke påmelding. De blir med via invitasjonen som Zoom har sendt.',
  'register.refusal.capacity-reached.title': 'Dette webinaret er fullt',
  'register.refusal.capacity-reached.what-to-do':
    'Be verten om å øke antall plasser i Zoom, eller velg et annet webinar.',
  'register.refusal.denied-before.title': 'Verten har avvist denne kontakten tidligere',
  'register.refusal.denied-before.what-to-do': 'Bare verten kan endre det: Be om godkjenning i Zoom.',
  'register.refusal.daily-limit.title': 'Denne kontakten er meldt på dette webinaret tre ganger i dag',
  'register.refusal.daily-limit.what-to-do': 'Zoom godtar ikke flere. Prøv igjen etter {time}.',
  'register.refusal.licence-missing.title': 'Verten har ikke webinarlisens',
  'register.refusal.licence-missing.what-to-do':
    'Zoom tar ikke imot påmeldinger til dette webinaret før Zoom-administratoren din gir verten en lisens.',
  'register.refusal.address-refused.title': 'Zoom godtar ikke kontaktens e-postadresse',
  'register.refusal.address-refused.what-to-do':
    'Kontroller adressen i HubSpot. Hvis den er riktig, kan verten ha blokkert domenet i Zoom.',
  'register.refusal.last-name-missing.title': 'Kontakten har ikke etternavn',
  'register.refusal.last-name-missing.what-to-do':
    'Dette webinaret krever det. Legg til kontaktens etternavn i HubSpot, og prøv igjen.',
  'register.refusal.first-name-missing.title': 'Kontakten har ikke fornavn',
  'register.refusal.first-name-missing.what-to-do':
    'Zoom melder ikke på noen uten fornavn. Legg til kontaktens fornavn i HubSpot, og prøv igjen.',
  'register.refusal.answers-missing.title': 'Noen svar mangler eller ble ikke godtatt',
  'register.refusal.answers-missing.what-to-do': 'Kontroller disse spørsmålene, og prøv igjen: {questions}.',
  'register.refusal.occurrence-missing.title': 'Ingen dato er valgt',
  'register.refusal.occurrence-missing.what-to-do': 'Velg en av datoene for webinaret, og prøv igjen.',
  'register.refusal.occurrence-unknown.title': 'Datoen er ikke lenger en del av dette webinaret',
  'register.refusal.occurrence-unknown.what-to-do': 'Datoene er lastet inn på nytt. Velg en av dem, og prøv igjen.',
  'register.refusal.other.title': 'Zoom meldte ikke på kontakten',
  'register.refusal.other.what-to-do': 'Zoom oppga denne årsaken: {problem}',
} as const satisfies Record<keyof typeof cardEn, string>;
