import type { cardEn } from '../en/card.ts';

/** The contact card, and registering somebody from it, in German. */
export const cardDe = {
  'card.loading': 'Webinare werden geladen',
  'card.refresh-failed': 'Die Webinare unten sind möglicherweise nicht aktuell.',
  'card.empty.title': 'Noch keine Zoom-Webinare',
  'card.empty.text':
    'Sobald sich dieser Kontakt für ein Zoom-Webinar registriert, das mit HubSpot synchronisiert wird, erscheint es hier. Sie können den Kontakt auch selbst registrieren.',

  'card.summary.registered': 'Registriert',
  'card.summary.attended': 'Teilgenommen',
  'card.summary.average': 'Mittlere Anwesenheit',
  'card.summary.average-of': 'Aus {count, plural, one {# Termin} other {# Terminen}} mit Teilnahme',
  'card.summary.last-seen': 'Zuletzt dabei',

  'card.upcoming': 'Anstehend',
  'card.past': 'Vergangen',
  'card.show-all-webinars': '{count, plural, one {# Webinar anzeigen} other {Alle # Webinare anzeigen}}',
  'card.show-all-dates': '{count, plural, one {# Termin anzeigen} other {Alle # Termine anzeigen}}',

  'card.webinar.account': 'Zoom-Konto: {connection}',
  'card.webinar.disconnected':
    'Das Zoom-Konto dieses Webinars ist nicht mehr verbunden. Sie sehen den Stand der letzten Synchronisierung.',
  'card.webinar.no-date': 'Noch kein Termin',
  'card.webinar.series': 'Reihe mit {count, plural, one {# Termin} other {# Terminen}}, {attended, number} besucht',

  'card.session.registered': 'Registriert',
  'card.session.attended': 'Teilgenommen',
  'card.session.no-show': 'Nicht erschienen',
  'card.session.cancelled': 'Storniert',
  'card.session.not-final': 'Teilnahme folgt',
  'card.session.minutes': '{attended} von {length} Min.',
  'card.session.share': 'Bei {percentage} des Webinars anwesend',

  'card.details': 'Details',
  'card.details.registered-on': 'Registriert am',
  'card.details.without-registration': 'Ohne Registrierung teilgenommen',
  'card.details.stay': 'Anwesend',
  'card.details.stay-from-to': '{joined} bis {left}',
  'card.details.not-final': 'Der Teilnehmerbericht von Zoom zu diesem Termin ist noch nicht fertig.',
  'card.details.watch-recording': 'Aufzeichnung ansehen',
  'card.details.watch-recording-of': 'Aufzeichnung vom {date} ansehen',
  'card.details.join-link': 'Persönlicher Beitrittslink',
  'card.details.open-join-link': 'Beitrittslink öffnen',
  'card.details.open-webinar-page': 'Seite des Webinars öffnen',

  'card.copy.join-link': 'Beitrittslink kopieren',
  'card.copy.copied': 'Kopiert',
  'card.copy.failed': 'Der Link konnte nicht kopiert werden. Markieren und kopieren Sie ihn hier: {link}',

  'card.resync.start': 'Erneut synchronisieren',
  'card.resync.stop': 'Stoppen',
  'card.resync.progress': 'Webinar {current, number} von {total, number} wird synchronisiert',
  'card.resync.webinar': '{topic}: {phase}',
  'card.resync.continues-in':
    'Weiter in {seconds, plural, one {# Sekunde} other {# Sekunden}}. Lassen Sie diese Seite geöffnet.',
  'card.resync.finished.title': 'Dieser Kontakt ist auf dem neuesten Stand',
  'card.resync.finished-with-problems.title':
    '{count, plural, one {# Webinar konnte nicht synchronisiert werden} other {# Webinare konnten nicht synchronisiert werden}}',
  'card.resync.stopped.title': 'Die Synchronisierung wurde gestoppt',
  'card.resync.counts':
    '{changed, plural, one {# Webinar geändert} other {# Webinare geändert}}, {unchanged, plural, one {# unverändert} other {# unverändert}}.',
  'card.resync.not-tried':
    '{count, plural, one {# Webinar wurde nicht synchronisiert.} other {# Webinare wurden nicht synchronisiert.}}',
  'card.resync.not-synced': 'Nicht synchronisiert: {reason}.',

  'card.not-synced.settings-off.title': 'Dieses Webinar wird laut Einstellungen der App nicht synchronisiert',
  'card.not-synced.settings-off.what-to-do':
    'Bitten Sie Ihren HubSpot-Admin, die Synchronisierung dieses Webinars auf der Einstellungsseite der App einzuschalten.',
  'card.not-synced.zoom-event.title': 'Das Webinar gehört zu einem Zoom-Event',
  'card.not-synced.zoom-event.what-to-do': 'Webinare von Zoom-Events werden nicht synchronisiert.',

  'register.open': 'Für Webinar registrieren',
  'register.title': 'Für Webinar registrieren',
  'register.search': 'Anstehende Webinare suchen',
  'register.search.placeholder': 'Thema, Host oder Webinar-ID',
  'register.searching': 'Webinare werden gesucht',
  'register.none.title': 'Keine anstehenden Webinare',
  'register.none.text':
    'Der App ist kein anstehendes Webinar bekannt. Neue erscheinen hier nach der nächsten Synchronisierung aller Webinare, die ein Admin auf der Einstellungsseite der App starten kann.',
  'register.none-found.title': 'Kein anstehendes Webinar passt zu Ihrer Suche',
  'register.none-found.text':
    'Versuchen Sie es mit einem anderen Wort aus dem Thema, dem Namen des Hosts oder der Webinar-ID.',
  'register.show-more': 'Mehr Webinare anzeigen',
  'register.date-and-host': '{date}, Host: {host}',
  'register.no-fixed-date-and-host': 'Ohne festen Termin, Host: {host}',
  'register.account': 'Zoom-Konto: {connection}',
  'register.is-registered': 'Bereits registriert',

  'register.form.loading': 'Registrierungsformular wird geladen',
  'register.form.date': 'Termin',
  'register.form.choose': 'Auswählen',
  'register.form.optional': 'Optionale Fragen',
  'register.form.contact': 'Zoom erhält den Namen und die E-Mail-Adresse dieses Kontakts aus HubSpot.',
  'register.form.manual-approval':
    'Der Host genehmigt jede Registrierung für dieses Webinar. Danach erhält der Kontakt einen Beitrittslink.',
  'register.form.submit': 'Kontakt registrieren',
  'register.form.running': 'Kontakt wird in Zoom registriert',
  'register.form.another': 'Anderes Webinar wählen',
  'register.form.back': 'Zurück zum Formular',
  'register.form.answer-missing': 'Diese Frage muss beantwortet werden.',
  'register.form.answer-refused':
    'Zoom hat diese Antwort nicht angenommen. Ändern Sie sie und versuchen Sie es erneut.',
  'register.form.answer-too-long': 'Zoom nimmt hier höchstens {max, number} Zeichen an.',
  'register.form.date-missing': 'Wählen Sie einen Termin.',
  'register.form.date-refused': 'Dieser Termin kann nicht mehr gewählt werden. Wählen Sie einen anderen.',
  'register.form.unknown-outcome':
    'Der Kontakt ist möglicherweise bereits registriert. Sie können es erneut versuchen: Niemand wird doppelt registriert.',

  'register.question.phone': 'Telefonnummer',
  'register.question.job_title': 'Berufsbezeichnung',
  'register.question.org': 'Organisation',
  'register.question.industry': 'Branche',
  'register.question.country': 'Land oder Region',
  'register.question.address': 'Straße und Hausnummer',
  'register.question.city': 'Ort',
  'register.question.state': 'Bundesland oder Kanton',
  'register.question.zip': 'Postleitzahl',
  'register.question.comments': 'Fragen und Kommentare',
  'register.question.purchasing_time_frame': 'Zeitrahmen für den Kauf',
  'register.question.role_in_purchase_process': 'Rolle im Kaufprozess',
  'register.question.no_of_employees': 'Anzahl der Mitarbeiter',

  'register.option.within-a-month': 'Innerhalb eines Monats',
  'register.option.months-1-3': '1–3 Monate',
  'register.option.months-4-6': '4–6 Monate',
  'register.option.more-than-6-months': 'Mehr als 6 Monate',
  'register.option.no-timeframe': 'Kein Zeitrahmen',
  'register.option.decision-maker': 'Entscheidungsträger',
  'register.option.evaluator': 'Prüfer oder Empfehlender',
  'register.option.influencer': 'Einflussnehmer',
  'register.option.not-involved': 'Nicht beteiligt',
  'register.option.more-than-10000': 'Mehr als 10.000',

  'register.registered.title': 'Der Kontakt ist registriert',
  'register.registered.text': 'Der Kontakt hat einen Platz in „{topic}“.',
  'register.already-registered.title': 'Der Kontakt war bereits registriert',
  'register.already-registered.text': 'Nichts wurde geändert. Der Kontakt hat einen Platz in „{topic}“.',
  'register.awaiting-approval.title': 'Die Registrierung wartet auf Genehmigung',
  'register.awaiting-approval.text':
    'Der Host von „{topic}“ muss sie in Zoom genehmigen. Danach erhält der Kontakt den Beitrittslink.',
  'register.no-join-link':
    'Zoom hat keinen Beitrittslink übermittelt. Er steht in der E-Mail, die Zoom an den Kontakt sendet.',
  'register.hubspot.running': 'Registrierung wird in HubSpot übernommen',
  'register.hubspot.problem.title': 'HubSpot zeigt die Registrierung noch nicht an',
  'register.hubspot.problem.text':
    'Der Kontakt ist in Zoom registriert. Die nächste Synchronisierung des Webinars übernimmt das in HubSpot.',
  'register.hubspot.reason': 'Grund: {reason}.',
  'register.another': 'Für weiteres Webinar registrieren',

  'register.refusal.registration-off.title': 'Dieses Webinar hat keine Registrierung',
  'register.refusal.registration-off.what-to-do':
    'Wer den Link hat, kann beitreten. Um Registrierungen zu zählen, bitten Sie den Host, die Registrierung in Zoom einzuschalten.',
  'register.refusal.registration-closed.title': 'Die Registrierung für dieses Webinar ist geschlossen',
  'register.refusal.registration-closed.what-to-do':
    'Bitten Sie den Host, sie in Zoom wieder zu öffnen, oder wählen Sie ein anderes Webinar.',
  'register.refusal.webinar-over.title': 'Dieses Webinar ist vorbei',
  'register.refusal.webinar-over.what-to-do': 'Wählen Sie ein Webinar, das noch ansteht.',
  'register.refusal.zoom-event.title': 'Dieses Webinar gehört zu einem Zoom-Event',
  'register.refusal.zoom-event.what-to-do':
    'Für Zoom-Events registriert man sich mit einem Ticket. Registrieren Sie den Kontakt auf der Seite des Events in Zoom.',
  'register.refusal.external-registration.title': 'Die Registrierung für dieses Webinar läuft außerhalb von Zoom',
  'register.refusal.external-registration.what-to-do':
    'Der Host nutzt eine andere Registrierungsseite. Fragen Sie ihn nach der Adresse und registrieren Sie den Kontakt dort.',
  'register.refusal.webinar-not-found.title': 'Zoom kennt dieses Webinar nicht mehr',
  'register.refusal.webinar-not-found.what-to-do':
    'Möglicherweise hat der Host es gelöscht. Wählen Sie ein anderes Webinar.',
  'register.refusal.host.title': 'Dieser Kontakt ist Host des Webinars',
  'register.refusal.host.what-to-do':
    'Hosts und alternative Hosts brauchen keine Registrierung. Sie starten das Webinar in Zoom.',
  'register.refusal.panelist.title': 'Dieser Kontakt ist Diskussionsteilnehmer des Webinars',
  'register.refusal.panelist.what-to-do':
    'Diskussionsteilnehmer brauchen keine Registrierung. Sie treten mit der Einladung bei, die Zoom gesendet hat.',
  'register.refusal.capacity-reached.title': 'Dieses Webinar ist ausgebucht',
  'register.refusal.capacity-reached.what-to-do':
    'Bitten Sie den Host, die Zahl der Plätze in Zoom zu erhöhen, oder wählen Sie ein anderes Webinar.',
  'register.refusal.denied-before.title': 'Der Host hat diesen Kontakt bereits abgelehnt',
  'register.refusal.denied-before.what-to-do': 'Nur der Host kann das ändern: Bitten Sie um eine Genehmigung in Zoom.',
  'register.refusal.daily-limit.title': 'Dieser Kontakt wurde heute dreimal für dieses Webinar registriert',
  'register.refusal.daily-limit.what-to-do': 'Mehr lässt Zoom nicht zu. Versuchen Sie es ab dem {time} erneut.',
  'register.refusal.licence-missing.title': 'Der Host hat keine Webinar-Lizenz',
  'register.refusal.licence-missing.what-to-do':
    'Zoom nimmt keine Registrierungen für dieses Webinar an, bis Ihr Zoom-Admin dem Host eine Lizenz gibt.',
  'register.refusal.address-refused.title': 'Zoom nimmt die E-Mail-Adresse des Kontakts nicht an',
  'register.refusal.address-refused.what-to-do':
    'Prüfen Sie die Adresse in HubSpot. Wenn sie richtig ist, hat der Host möglicherweise ihre Domain in Zoom gesperrt.',
  'register.refusal.last-name-missing.title': 'Der Kontakt hat keinen Nachnamen',
  'register.refusal.last-name-missing.what-to-do':
    'Dieses Webinar verlangt ihn. Ergänzen Sie den Nachnamen des Kontakts in HubSpot und versuchen Sie es erneut.',
  'register.refusal.first-name-missing.title': 'Der Kontakt hat keinen Vornamen',
  'register.refusal.first-name-missing.what-to-do':
    'Ohne Vornamen registriert Zoom niemanden. Ergänzen Sie den Vornamen des Kontakts in HubSpot und versuchen Sie es erneut.',
  'register.refusal.answers-missing.title': 'Einige Antworten fehlen oder wurden nicht angenommen',
  'register.refusal.answers-missing.what-to-do': 'Prüfen Sie diese Fragen und versuchen Sie es erneut: {questions}.',
  'register.refusal.occurrence-missing.title': 'Kein Termin wurde gewählt',
  'register.refusal.occurrence-missing.what-to-do':
    'Wählen Sie einen der Termine des Webinars und versuchen Sie es erneut.',
  'register.refusal.occurrence-unknown.title': 'Der Termin gehört nicht mehr zu diesem Webinar',
  'register.refusal.occurrence-unknown.what-to-do':
    'Die Termine wurden neu geladen. Wählen Sie einen davon und versuchen Sie es erneut.',
  'register.refusal.other.title': 'Zoom hat den Kontakt nicht registriert',
  'register.refusal.other.what-to-do': 'Zoom nennt diesen Grund: {problem}',
} as const satisfies Record<keyof typeof cardEn, string>;
