import type { settingsEn } from '../en/settings.ts';

/** The tabs Global settings, Users and Set-up of the settings page, in German. */
export const settingsDe = {
  'settings.loading': 'Einstellungen werden geladen',

  'settings.never-saved': 'Es wurde noch nichts gespeichert. Dies sind die Voreinstellungen der App.',
  'settings.last-saved': 'Zuletzt gespeichert am {when}',
  'settings.unsaved':
    '{count, plural, one {# Einstellung ist geändert und nicht gespeichert} other {# Einstellungen sind geändert und nicht gespeichert}}',
  'settings.correct-first': 'Korrigieren Sie vor dem Speichern die markierte Einstellung.',
  'settings.save': 'Speichern',
  'settings.save-again': 'Erneut speichern',
  'settings.discard': 'Änderungen verwerfen',
  'settings.saved.title': 'Einstellungen gespeichert',
  'settings.saved.message': 'Sie gelten ab der nächsten Synchronisierung.',

  'settings.field.isSyncOn': 'Webinardaten synchronisieren',
  'settings.field.webinarUsers': 'Webinare dieser Benutzer synchronisieren',
  'settings.field.recordingUsers': 'Webinaraufzeichnungen und -transkripte dieser Benutzer synchronisieren',
  'settings.field.recordingExclusions': 'Aufzeichnungsausschlüsse',
  'settings.field.contactPolicy': 'Kontakte',
  'settings.field.contactExclusions': 'Kontaktausschlüsse',
  'settings.field.backfillDays': 'Rückblick auf vergangene Webinare in Tagen',
  'settings.field.zoomSharePercent': 'Anteil an den Zoom-Limits in Prozent',
  'settings.about.recordingExclusions':
    'Aufzeichnungen und Transkripte werden nicht für Personen mit einer Adresse bei diesen Domains synchronisiert. Eine Domain schließt ihre Subdomains ein.',
  'settings.about.contactExclusions':
    'Personen mit einer Adresse bei diesen Domains werden weder als Kontakte erstellt noch aktualisiert. Fügen Sie die Domain Ihres Unternehmens hinzu, um Kollegen auszulassen. Eine Domain schließt ihre Subdomains ein.',
  'settings.about.backfillDays':
    'Webinare, die höchstens so viele Tage zurückliegen, werden ebenfalls synchronisiert. Zoom behält Teilnahmen etwa sechs Monate. 0 lässt vergangene Webinare aus.',
  'settings.about.zoomSharePercent':
    'Alle Apps Ihres Zoom-Kontos teilen sich seine Limits für Aufrufe. Ein kleinerer Anteil lässt den anderen mehr und macht Synchronisierungen langsamer.',
  'settings.share-meaning': 'Die App nutzt höchstens {share} der Aufrufe, die Zoom zulässt.',
  'settings.number-out-of-range': 'Geben Sie eine ganze Zahl von {minimum, number} bis {maximum, number} ein.',

  'settings.value.on': 'Ein',
  'settings.value.off': 'Aus',
  'settings.value.days': '{count, plural, one {# Tag} other {# Tage}}',
  'settings.value.no-domains': 'Keine Domains',
  'settings.value.more': '{count, number} weitere',

  'settings.sync.heading': 'Was synchronisiert wird',
  'settings.sync.description':
    'Registranten, Teilnehmer und Marketingevents Ihrer Zoom-Webinare, auf Wunsch auch Aufzeichnungen und Transkripte.',
  'settings.sync.is-on': 'Webinare werden wie unten eingestellt synchronisiert.',
  'settings.sync.is-off':
    'Solange dies ausgeschaltet ist, schreibt die App nichts in HubSpot. Wird es wieder eingeschaltet, wird alles Versäumte nachgeholt.',
  'settings.toggle.on': 'EIN',
  'settings.toggle.off': 'AUS',
  'settings.choice.all': 'Alle Zoom-Benutzer',
  'settings.choice.selected': 'Ausgewählte Zoom-Benutzer',
  'settings.choice.none': 'Kein Zoom-Benutzer',
  'settings.webinar-users.all': 'Webinare aller Benutzer, auch künftiger. Einzelne Benutzer können ausgelassen werden.',
  'settings.webinar-users.selected': 'Nur Webinare der Benutzer, die Sie auf der Registerkarte „Benutzer“ auswählen.',
  'settings.webinar-users.none': 'Keine Webinare.',
  'settings.recording-users.all':
    'Aufzeichnungen aller synchronisierten Webinare. Einzelne Benutzer können ausgelassen werden.',
  'settings.recording-users.selected':
    'Nur Aufzeichnungen der synchronisierten Webinare der Benutzer, die Sie auf der Registerkarte „Benutzer“ auswählen.',
  'settings.recording-users.none': 'Keine Aufzeichnungen und keine Transkripte.',
  'settings.selected-users':
    '{count, plural, =0 {Noch ist kein Benutzer ausgewählt, daher wird nichts synchronisiert. Wählen Sie auf der Registerkarte „Benutzer“ Benutzer aus.} one {# Benutzer ist auf der Registerkarte „Benutzer“ ausgewählt.} other {# Benutzer sind auf der Registerkarte „Benutzer“ ausgewählt.}}',
  'settings.left-out-users':
    '{count, plural, one {# Benutzer ist auf der Registerkarte „Benutzer“ ausgelassen.} other {# Benutzer sind auf der Registerkarte „Benutzer“ ausgelassen.}}',

  'settings.contacts.heading': 'Wer Kontakt wird',
  'settings.contacts.description':
    'Personen, die sich für ein Webinar registrieren oder daran teilnehmen. Benutzer dieses HubSpot-Accounts werden nie zu Kontakten.',
  'settings.policy.create-and-update': 'Kontakte erstellen und aktualisieren',
  'settings.policy.update-only': 'Kontakte nur aktualisieren',
  'settings.about-policy.create-and-update': 'Wer noch nicht in HubSpot ist, wird Kontakt.',
  'settings.about-policy.update-only':
    'Nur Personen, die bereits Kontakte sind, werden synchronisiert. Alle anderen werden übersprungen und im Auditprotokoll genannt.',

  'settings.recordings.heading': 'Wer Aufzeichnungen erhält',
  'settings.recordings.description':
    'Aufzeichnungen und Transkripte werden zu Anrufen in den Datensätzen der Kontakte, die teilgenommen haben.',

  'settings.reach.heading': 'Wie weit und wie schnell',
  'settings.reach.description':
    'Wie weit zurück synchronisiert wird und wie viel Ihres Zoom-Kontos die App nutzen darf.',

  'settings.domains.add': 'Hinzufügen',
  'settings.domains.add-label': 'Domains hinzufügen',
  'settings.domains.add-description':
    'Geben Sie eine Domain wie example.com ein oder fügen Sie mehrere ein, getrennt durch Kommas, Leerzeichen oder Zeilen.',
  'settings.domains.none': 'Keine Domain ist ausgeschlossen.',
  'settings.domains.nothing-typed': 'Geben Sie mindestens eine Domain ein.',
  'settings.domains.all-known': 'Das steht schon in der Liste.',
  'settings.domains.show-all': 'Alle {count, number} Domains anzeigen',
  'settings.domains.problem.empty': 'Ein Eintrag ist leer. Entfernen Sie ihn.',
  'settings.domains.problem.not-a-domain':
    '„{entry}“ ist keine Domain. Entfernen Sie den Eintrag und fügen Sie stattdessen eine Domain wie example.com hinzu.',
  'settings.domains.problem.too-broad':
    '„{entry}“ würde weit mehr als eine Organisation auslassen. Entfernen Sie den Eintrag und fügen Sie stattdessen eine Domain wie example.com hinzu.',

  'settings.notes.title': 'Einige Einträge wurden in anderer Schreibweise gespeichert',
  'settings.notes.address': 'Von der Adresse {given} wurde die Domain gespeichert: {became}.',
  'settings.notes.spelling': '{given} wurde als {became} gespeichert.',

  'settings.preview.title': 'Wenn Sie speichern',
  'settings.preview.loading': 'Auswirkungen werden ermittelt',
  'settings.preview.failed': 'Was sich dadurch ändern würde, ist derzeit nicht bekannt. Sie können trotzdem speichern.',
  'settings.preview.correct-first':
    'Korrigieren Sie die markierten Einträge, um zu sehen, was Ihre Änderungen bewirken würden.',
  'settings.preview.again': 'Erneut ermitteln',
  'settings.preview.no-webinars': 'Noch sind keine Webinare bekannt. Die erste Synchronisierung findet sie.',
  'settings.preview.turned-on':
    '{count, plural, one {# Webinar, das jetzt nicht synchronisiert wird, wird künftig synchronisiert.} other {# Webinare, die jetzt nicht synchronisiert werden, werden künftig synchronisiert.}}',
  'settings.preview.turned-off':
    '{count, plural, one {# Webinar wird nicht mehr synchronisiert. Was synchronisiert wurde, bleibt in HubSpot.} other {# Webinare werden nicht mehr synchronisiert. Was synchronisiert wurde, bleibt in HubSpot.}}',
  'settings.preview.recordings-turned-on':
    '{count, plural, one {Aufzeichnungen von # Webinar, die jetzt nicht synchronisiert werden, werden künftig synchronisiert.} other {Aufzeichnungen von # Webinaren, die jetzt nicht synchronisiert werden, werden künftig synchronisiert.}}',
  'settings.preview.recordings-turned-off':
    '{count, plural, one {Neue Aufzeichnungen von # Webinar werden nicht mehr synchronisiert.} other {Neue Aufzeichnungen von # Webinaren werden nicht mehr synchronisiert.}}',
  'settings.preview.no-webinar-changes': 'Bei keinem bekannten Webinar beginnt oder endet die Synchronisierung.',
  'settings.preview.catches-up':
    'Was versäumt wurde, solange die Synchronisierung ausgeschaltet war, wird nachgeholt, soweit Zoom es noch hat.',
  'settings.preview.goes-off':
    'Nichts wird synchronisiert, bis die Synchronisierung wieder eingeschaltet wird. Versäumtes wird dann nachgeholt.',
  'settings.preview.stays-off': 'Nichts wird synchronisiert, solange „Webinardaten synchronisieren“ ausgeschaltet ist.',
  'settings.preview.share-title': 'Bekannte Webinare, die synchronisiert würden',
  'settings.preview.share': '{on, number} von {total, number}',
  'settings.preview.contacts-excluded':
    '{count, plural, one {# Kontakt mit Webinaren hat eine Adresse bei {domain}. Er bleibt in HubSpot und wird nicht mehr aktualisiert.} other {# Kontakte mit Webinaren haben eine Adresse bei {domain}. Sie bleiben in HubSpot und werden nicht mehr aktualisiert.}}',
  'settings.preview.recordings-excluded':
    '{count, plural, one {# Kontakt mit Webinaren hat eine Adresse bei {domain} und erhält keine weiteren Aufzeichnungen und Transkripte.} other {# Kontakte mit Webinaren haben eine Adresse bei {domain} und erhalten keine weiteren Aufzeichnungen und Transkripte.}}',
  'settings.preview.nobody-excluded':
    'Kein Kontakt mit Webinaren hat eine Adresse bei einer neu ausgeschlossenen Domain.',
  'settings.preview.uncounted-domains':
    '{count, plural, one {Die Kontakte von # weiteren Domain wurden nicht gezählt.} other {Die Kontakte von # weiteren Domains wurden nicht gezählt.}}',
  'settings.preview.policy.create-and-update':
    'Ab der nächsten Synchronisierung werden Personen zu Kontakten, die bisher übersprungen wurden, weil sie nicht in HubSpot waren.',
  'settings.preview.policy.update-only':
    'Ab der nächsten Synchronisierung wird niemand mehr neu zum Kontakt. Bereits erstellte Kontakte bleiben in HubSpot.',

  'settings.conflict.title': 'Jemand anderes hat inzwischen andere Einstellungen gespeichert',
  'settings.conflict.meaning':
    'Von Ihren Änderungen wurde nichts gespeichert. Vergleichen Sie und wählen Sie, wie es weitergeht.',
  'settings.conflict.meaning-at':
    'Sie wurden am {when} gespeichert, von Ihren Änderungen dagegen nichts. Vergleichen Sie und wählen Sie, wie es weitergeht.',
  'settings.conflict.setting': 'Einstellung',
  'settings.conflict.in-force': 'Gilt jetzt',
  'settings.conflict.yours': 'Ihre',
  'settings.conflict.both-changed': 'Dies wurde von beiden geändert.',
  'settings.conflict.put-mine-on-top': 'Meine zusätzlich anwenden',
  'settings.conflict.take-theirs': 'Meine verwerfen',
  'settings.conflict.what-happens':
    'Wenn Sie Ihre Änderungen zusätzlich anwenden, bleibt alles erhalten, was die andere Person geändert hat, außer dem, was auch Sie geändert haben. Speichern Sie danach.',

  'settings.invalid-entries.title': 'Nichts wurde gespeichert',
  'settings.invalid-entries.what-to-do':
    'Einige Einträge der Listen unten können nicht verwendet werden. Sie sind markiert.',
  'settings.too-many.title': 'Zu viele Einstellungen für einzelne Benutzer und Webinare',
  'settings.too-many.what-to-do':
    'HubSpot hat für so viele keinen Platz. Wählen Sie hier alle Benutzer und lassen Sie auf der Registerkarte „Benutzer“ einige aus, oder schalten Sie weniger einzelne Webinare um.',
  'settings.not-accepted.title': 'Die App hat die Einstellungen nicht angenommen',
  'settings.not-accepted.what-to-do':
    'Laden Sie die Seite neu und nehmen Sie Ihre Änderungen noch einmal vor. Wenn es wieder passiert, bitten Sie Ihren HubSpot-Admin, die App erneut bereitzustellen.',

  'settings.set-up.about':
    'Hier wird alles geprüft, was die App braucht, und in HubSpot erstellt, was ihr dort fehlt: Eigenschaften, Events und ihre Datensätze. Sonst wird nichts geändert, und die Prüfung kann wiederholt werden.',
  'settings.set-up.checking': 'Zoom und HubSpot werden geprüft. Das dauert einige Sekunden.',
  'settings.set-up.checking-again': 'Wird erneut geprüft. Sie sehen das letzte Ergebnis.',
  'settings.set-up.check-again': 'Erneut prüfen',
  'settings.set-up.read-only.title': 'Sie können die Einrichtung ansehen, aber nicht ausführen',
  'settings.set-up.read-only.meaning':
    'Die Prüfung erstellt, was fehlt, und Ihr HubSpot-Benutzer hat keine Berechtigung, Integrationen zu verwalten. Ein Super-Admin kann sie Ihnen geben oder die Einrichtung für Sie ausführen.',
  'settings.set-up.numbered': '{number, number}. {step}',
  'settings.set-up.step.zoom': 'Zoom verbinden',
  'settings.set-up.step.hubspot': 'HubSpot-Berechtigungen',
  'settings.set-up.step.definitions': 'Eigenschaften und Events',
  'settings.set-up.step.sync-on': 'Synchronisierung einschalten',
  'settings.set-up.step.first-sync': 'Erste Synchronisierung',
  'settings.set-up.about.zoom':
    'Die App meldet sich bei Zoom über Ihre Server-to-Server-App an, deren Zugangsdaten im Secret ZOOM_CONNECTIONS stehen.',
  'settings.set-up.about.hubspot':
    'Die App braucht die Berechtigung, zu lesen und zu schreiben, was sie synchronisiert.',
  'settings.set-up.about.definitions':
    'Kontakteigenschaften, Chronik-Events und die eigenen Datensätze der App werden in diesem HubSpot-Account erstellt.',
  'settings.set-up.about.sync-on':
    'Wählen Sie, wessen Webinare synchronisiert werden und wer Kontakt wird, und schalten Sie „Webinardaten synchronisieren“ ein.',
  'settings.set-up.about.first-sync':
    'Die erste Synchronisierung findet die Webinare Ihres Zoom-Kontos und übernimmt vergangene, so weit zurück, wie Sie es gewählt haben.',
  'settings.set-up.state.done': 'Erledigt',
  'settings.set-up.state.to-do': 'Offen',
  'settings.set-up.state.unknown': 'Unbekannt',
  'settings.set-up.state.waiting': 'Später',
  'settings.set-up.open.global-settings': 'Globale Einstellungen öffnen',
  'settings.set-up.open.home': 'Übersicht öffnen',
  'settings.set-up.passed': '{count, plural, one {# Prüfung bestanden} other {# Prüfungen bestanden}}',
  'settings.set-up.missing': '{count, plural, one {# Berechtigung fehlt} other {# Berechtigungen fehlen}}',
  'settings.set-up.missing-names': 'Fehlende Berechtigungen',
  'settings.set-up.created': 'Fehlte und wurde soeben erstellt',
  'settings.set-up.copy': 'Namen kopieren',
  'settings.set-up.copied': '{count, plural, one {# Name kopiert} other {# Namen kopiert}}',
  'settings.set-up.not-copied':
    'Die Namen konnten nicht kopiert werden. Markieren Sie sie und kopieren Sie sie manuell.',
  'settings.set-up.all-done.title': 'Alles ist eingerichtet',
  'settings.set-up.all-done.meaning': 'Webinare werden synchronisiert. Die Übersicht zeigt den Stand.',

  'users.loading': 'Benutzer des Zoom-Kontos werden geladen',
  'users.updating': 'Wird geladen',
  'users.account': 'Zoom-Konto',
  'users.primary-account': '{connection} (primär)',
  'users.search': 'Benutzer suchen',
  'users.search-placeholder': 'Name oder E-Mail',
  'users.clear-search': 'Suche löschen',
  'users.no-account.title': 'Kein Zoom-Konto ist verbunden',
  'users.no-account.what-to-do':
    'Verbinden Sie eines auf der Registerkarte „Einrichtung“. Seine Benutzer erscheinen dann hier.',
  'users.nobody.title': 'Dieses Zoom-Konto hat keine Benutzer',
  'users.nobody.what-to-do': 'Benutzer erscheinen hier, sobald Zoom sie aufführt.',
  'users.no-match.title': 'Niemand passt zu „{query}“',
  'users.no-match.what-to-do': 'Suchen Sie nach einem Teil eines Namens oder einer E-Mail-Adresse.',
  'users.page': '{first, number} bis {last, number} von {total, number}',
  'users.previous': 'Zurück',
  'users.next': 'Weiter',
  'users.column.user': 'Zoom-Benutzer',
  'users.column.plan': 'Webinar-Lizenz',
  'users.column.webinars': 'Webinare',
  'users.column.recordings': 'Aufzeichnungen und Transkripte',
  'users.column.manage': 'Individuelle Einstellungen',
  'users.plan.yes': 'Ja',
  'users.plan.no': 'Nein',
  'users.plan.unknown': 'Noch unbekannt',
  'users.synced': 'Synchronisiert',
  'users.not-synced': 'Nicht synchronisiert',
  'users.nothing-to-sync': 'Nichts zu synchronisieren',
  'users.follows-account': 'Globale Einstellung',
  'users.own-setting': 'Eigene Einstellung',
  'users.single-webinars':
    '{count, plural, one {# einzelnes Webinar hat einen eigenen Schalter} other {# einzelne Webinare haben einen eigenen Schalter}}',
  'users.manage': 'Verwalten',
  'users.view': 'Ansehen',
  'users.not-saved': 'Nicht gespeichert',

  'users.account-wide.all':
    'Webinare aller Zoom-Benutzer werden synchronisiert, außer denen, die hier ausgelassen sind.',
  'users.account-wide.selected': 'Webinare der Zoom-Benutzer werden synchronisiert, die hier ausgewählt sind.',
  'users.account-wide.none': 'Webinare keines Zoom-Benutzers werden synchronisiert.',
  'users.bar.sync.title': 'Derzeit wird nichts synchronisiert',
  'users.bar.sync.what-to-do':
    '„Webinardaten synchronisieren“ ist für den gesamten Account ausgeschaltet. Was Sie hier einstellen, wirkt, sobald es auf der Registerkarte „Globale Einstellungen“ eingeschaltet wird.',
  'users.bar.webinar-users.title': 'Derzeit werden Webinare keines Zoom-Benutzers synchronisiert',
  'users.bar.webinar-users.what-to-do':
    'Was Sie hier einstellen, wirkt, sobald auf der Registerkarte „Globale Einstellungen“ Webinare ausgewählter oder aller Zoom-Benutzer gewählt sind.',

  'users.panel.title': 'Einstellungen von {name}',
  'users.panel.plan.yes': 'Hat eine Webinar-Lizenz',
  'users.panel.plan.no': 'Hat keine Webinar-Lizenz',
  'users.panel.plan.unknown': 'Ob es eine Webinar-Lizenz gibt, ist noch nicht bekannt',
  'users.field.syncsWebinars': 'Webinare dieses Benutzers synchronisieren',
  'users.field.newWebinarsOffSince': 'Daten neu geplanter Webinare standardmäßig synchronisieren',
  'users.field.syncsRecordings': 'Webinaraufzeichnungen und -transkripte dieses Benutzers synchronisieren',
  'users.field.webinars': 'Einzelne Webinare',
  'users.switch.follow': 'Globale Einstellung',
  'users.switch.follow-on': 'Laut globalen Einstellungen wird synchronisiert.',
  'users.switch.follow-off': 'Laut globalen Einstellungen wird nicht synchronisiert.',
  'users.switch.on': 'Immer',
  'users.switch.off': 'Nie',
  'users.about-on.syncsWebinars':
    'Webinare dieses Benutzers werden synchronisiert, gleich ob global alle oder ausgewählte Benutzer gewählt sind.',
  'users.about-off.syncsWebinars':
    'Webinare dieses Benutzers werden ausgelassen, außer denen, die unten einzeln eingeschaltet sind.',
  'users.about-on.syncsRecordings':
    'Aufzeichnungen der synchronisierten Webinare dieses Benutzers werden synchronisiert.',
  'users.about-off.syncsRecordings': 'Aufzeichnungen und Transkripte dieses Benutzers werden ausgelassen.',
  'users.new-webinars.on': 'Webinare, die dieser Benutzer ab jetzt plant, werden wie die anderen synchronisiert.',
  'users.new-webinars.off-from-now':
    'Webinare, die dieser Benutzer nach dem Speichern plant, werden nicht synchronisiert, außer Sie schalten sie unten einzeln ein.',
  'users.new-webinars.off-since':
    'Webinare, die nach dem {when} geplant wurden, werden nicht synchronisiert, außer sie sind unten einzeln eingeschaltet.',

  'users.webinars.heading': 'Einzelne Webinare verwalten',
  'users.webinars.description':
    'Der Schalter eines Webinars hat Vorrang vor den Einstellungen oben. Wird ein Webinar eingeschaltet, wird Versäumtes nachgeholt.',
  'users.webinars.search': 'Webinar suchen',
  'users.webinars.search-placeholder': 'Thema oder Webinar-ID',
  'users.webinars.loading': 'Webinare dieses Benutzers werden geladen',
  'users.webinars.none': 'Noch sind keine Webinare dieses Benutzers bekannt. Die Synchronisierung findet sie.',
  'users.webinars.no-match': 'Kein Webinar dieses Benutzers passt zu „{query}“.',
  'users.webinars.column.webinar': 'Webinar',
  'users.webinars.column.sync': 'Sync',
  'users.webinars.switch': '„{topic}“ synchronisieren',
  'users.webinar.dated': '{when}, ID {id}',
  'users.webinar.undated': 'Ohne Datum, ID {id}',
  'users.webinar.own': 'Eigener Schalter',
  'users.webinar.follows-on': 'Laut Einstellungen oben synchronisiert',
  'users.webinar.follows-off': 'Laut Einstellungen oben ausgelassen',
  'users.webinar.not-supported': 'Gehört zu einem Zoom-Event und kann nicht synchronisiert werden',

  'users.unsaved':
    '{count, plural, one {# Änderung ist nicht gespeichert} other {# Änderungen sind nicht gespeichert}}',
  'users.close': 'Schließen',
  'users.leave.title': 'Ihre Änderungen sind nicht gespeichert',
  'users.leave.meaning': 'Beim Verwerfen gehen sie verloren.',
  'users.leave.keep': 'Weiter bearbeiten',
  'users.leave.discard': 'Verwerfen und schließen',
  'users.conflict.title': 'Jemand anderes hat diesen Benutzer inzwischen geändert',
  'users.value.webinars': '{on, number} eingeschaltet, {off, number} ausgeschaltet',
} as const satisfies Record<keyof typeof settingsEn, string>;
