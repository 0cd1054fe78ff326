import type { warningsEn } from '../en/warnings.ts';

/** Warnings of the audit log, and settings that are in the way, in German. */
export const warningsDe = {
  'warning.family.S32': 'Daten nicht synchronisiert, weil Einstellungen ausgeschaltet sind',
  'warning.family.S33': 'Aufzeichnung oder Transkript nicht synchronisiert',
  'warning.family.S34': 'Einige Teilnehmer nicht synchronisiert',
  'warning.family.S35': 'Einige Daten nicht synchronisiert',
  'warning.family.S36': 'Einige Adressen ausgeschlossen',
  'warning.family.S37': 'Fehler',

  'warning.guests-without-address.title':
    '{count, plural, one {Ein Gast ohne E-Mail-Adresse} other {Gäste ohne E-Mail-Adresse}}',
  'warning.guests-without-address.meaning':
    '{count, plural, one {# Person ist als Gast beigetreten. Zoom übermittelt keine E-Mail-Adresse, daher wurde sie nicht synchronisiert.} other {# Personen sind als Gäste beigetreten. Zoom übermittelt keine E-Mail-Adresse, daher wurden sie nicht synchronisiert.}}',
  'warning.guests-without-address.fix':
    'Für dieses Webinar lässt sich nichts tun. Verlangen Sie für das nächste eine Registrierung in Zoom: Registrierte Personen sind bekannt, wenn sie über ihren eigenen Link beitreten.',
  'warning.participants-untracked.title': 'Zoom hat keine Teilnehmer erfasst',
  'warning.participants-untracked.meaning':
    'Das Webinar vom {startsAt} fand statt, aber der Teilnehmerbericht von Zoom ist leer. Daher wird niemand als Teilnehmer angezeigt.',
  'warning.participants-untracked.fix':
    'Prüfen Sie den Teilnehmerbericht in Zoom. Wenn er Personen aufführt, synchronisieren Sie das Webinar erneut.',
  'warning.rows-quarantined.participants.title': 'Unbrauchbare Zeilen im Teilnehmerbericht von Zoom',
  'warning.rows-quarantined.participants.meaning':
    '{count, plural, one {# Zeile des Teilnehmerberichts von Zoom war unbrauchbar und wurde ausgelassen.} other {# Zeilen des Teilnehmerberichts von Zoom waren unbrauchbar und wurden ausgelassen.}}',
  'warning.rows-quarantined.registrants.title': 'Unbrauchbare Zeilen in der Registrantenliste von Zoom',
  'warning.rows-quarantined.registrants.meaning':
    '{count, plural, one {# Zeile der Registrantenliste von Zoom war unbrauchbar und wurde ausgelassen.} other {# Zeilen der Registrantenliste von Zoom waren unbrauchbar und wurden ausgelassen.}}',
  'warning.rows-quarantined.fix':
    'Alles andere wurde synchronisiert. Wenn Personen fehlen, vergleichen Sie mit dem Bericht in Zoom und informieren Sie den Entwickler der App.',

  'warning.zoom-event.title': 'Webinare eines Zoom-Events werden nicht unterstützt',
  'warning.zoom-event.meaning':
    'Dieses Webinar gehört zu einem Zoom-Event, für das es Tickets statt Registrierungen gibt. Nichts wurde geschrieben.',
  'warning.zoom-event.fix':
    'Damit ein Webinar synchronisiert wird, planen Sie es in Zoom Webinars, außerhalb eines Zoom-Events.',
  'warning.webinar-deleted.title': 'Das Webinar wurde in Zoom gelöscht',
  'warning.webinar-deleted.meaning':
    'Zoom hat dieses Webinar nicht mehr. Was bereits synchronisiert wurde, bleibt in HubSpot; ein noch anstehender Termin gilt dort als abgesagt.',
  'warning.webinar-deleted.fix':
    'Wenn es versehentlich gelöscht wurde, stellen Sie es in Zoom wieder her und synchronisieren Sie erneut. Sonst ist nichts zu tun.',
  'warning.webinar-expired.title': 'Zoom übermittelt die Registrierungen dieses Webinars nicht mehr',
  'warning.webinar-expired.meaning':
    'Zoom hat die ID des Webinars freigegeben, weil es lange zurückliegt. Teilnahmen wurden synchronisiert, Registrierungen konnten nicht gelesen werden.',
  'warning.webinar-expired.fix':
    'Für dieses Webinar lässt sich nichts tun. Webinare, die innerhalb von 30 Tagen nach ihrem Ende synchronisiert werden, sind vollständig.',
  'warning.attendance-not-ready.title': 'Der Teilnehmerbericht von Zoom ist noch nicht fertig',
  'warning.attendance-not-ready.meaning':
    'Der Teilnehmerbericht von Zoom zum Webinar vom {startsAt} ist noch nicht fertig. Daher wird noch niemand als Teilnehmer angezeigt.',
  'warning.attendance-not-ready.fix': 'Synchronisieren Sie in etwa einer Stunde erneut.',
  'warning.registrations-vanished.title': 'Registrierungen sind aus Zoom verschwunden',
  'warning.registrations-vanished.meaning':
    '{count, plural, one {Zoom führt # Person nicht mehr auf, die registriert war. Sie wurde deswegen nicht als storniert markiert.} other {Zoom führt # Personen nicht mehr auf, die registriert waren. Niemand wurde deswegen als storniert markiert.}}',
  'warning.registrations-vanished.fix': 'Prüfen Sie die Registrierungen in Zoom und synchronisieren Sie dann erneut.',
  'warning.registrations-unavailable.title': 'Registrierungen sind nicht verfügbar',
  'warning.registrations-unavailable.meaning':
    'Zoom übermittelt für dieses Webinar keine Registrierungen. Daher wurden nur Teilnahmen synchronisiert.',
  'warning.registrations-unavailable.fix':
    'Wenn eine Registrierung nötig war, prüfen Sie in Zoom, ob sie noch eingeschaltet ist, und synchronisieren Sie dann erneut.',
  'warning.list-unstable.participants.title': 'Der Teilnehmerbericht von Zoom änderte sich laufend',
  'warning.list-unstable.participants.meaning':
    'Der Teilnehmerbericht von Zoom änderte sich laufend, während er gelesen wurde. Daher fehlen möglicherweise Personen.',
  'warning.list-unstable.registrants.title': 'Die Registrantenliste von Zoom änderte sich laufend',
  'warning.list-unstable.registrants.meaning':
    'Die Registrantenliste von Zoom änderte sich laufend, während sie gelesen wurde. Daher fehlen möglicherweise Personen.',
  'warning.list-unstable.fix': 'Synchronisieren Sie erneut, wenn die Registrierung oder das Webinar beendet ist.',
  'warning.contacts-unknown.title': 'Personen, die keine Kontakte sind, wurden ausgelassen',
  'warning.contacts-unknown.meaning':
    '{count, plural, one {Für # Person gibt es in HubSpot keinen Kontakt, und laut Einstellungen werden Kontakte nur aktualisiert.} other {Für # Personen gibt es in HubSpot keinen Kontakt, und laut Einstellungen werden Kontakte nur aktualisiert.}}',
  'warning.contacts-unknown.fix':
    'Damit Kontakte erstellt werden, wählen Sie in den globalen Einstellungen „Kontakte erstellen und aktualisieren“ und synchronisieren Sie erneut.',
  'warning.rejected-by-hubspot.title': 'HubSpot hat einige Personen nicht angenommen',
  'warning.rejected-by-hubspot.meaning':
    '{count, plural, one {HubSpot hat # Person nicht als Kontakt angenommen.} other {HubSpot hat # Personen nicht als Kontakte angenommen.}}',
  'warning.rejected-by-hubspot.meaning-with-examples':
    '{count, plural, one {HubSpot hat # Person nicht als Kontakt angenommen. Grund von HubSpot: {examples}.} other {HubSpot hat # Personen nicht als Kontakte angenommen. Grund von HubSpot, zum Beispiel: {examples}.}}',
  'warning.rejected-by-hubspot.fix':
    'Korrigieren Sie in Zoom oder HubSpot, was HubSpot nennt. Die nächste Synchronisierung versucht es erneut.',
  'warning.marketing-event-refused.title': 'HubSpot hat das Marketingevent nicht angenommen',
  'warning.marketing-event-refused.meaning':
    'Für das Webinar vom {startsAt} gibt es kein Marketingevent. Daher wissen die Filter für Marketingevents in HubSpot nicht, wer registriert war und teilgenommen hat. Grund von HubSpot: {reason}',
  'warning.marketing-event-refused.fix':
    'Korrigieren Sie, was HubSpot nennt. Die nächste Synchronisierung versucht es erneut.',
  'warning.participations-differ.title': 'Das Marketingevent in HubSpot zeigt andere Zahlen',
  'warning.participations-differ.meaning':
    'Das Marketingevent vom {startsAt} in HubSpot zeigt: {shownRegistered, number} registriert, {shownAttended, number} teilgenommen, {shownNoShow, number} nicht erschienen und {shownCancelled, number} storniert. Die App hat gesendet: {sentRegistered, number} registriert, {sentAttended, number} teilgenommen, {sentNoShow, number} nicht erschienen und {sentCancelled, number} storniert.',
  'warning.participations-differ.fix':
    'HubSpot braucht zum Zählen möglicherweise einige Minuten. Synchronisieren Sie später erneut, um zu vergleichen.',

  'warning.account-users.title': 'Benutzer dieses HubSpot-Accounts wurden ausgelassen',
  'warning.account-users.meaning':
    '{count, plural, one {# Person hat die Adresse eines Benutzers dieses HubSpot-Accounts. Benutzer werden nie synchronisiert.} other {# Personen haben Adressen von Benutzern dieses HubSpot-Accounts. Benutzer werden nie synchronisiert.}}',
  'warning.account-users.fix':
    'Es ist nichts zu tun. Wer nicht mehr mit diesem Account arbeitet, kann aus seinen Benutzern entfernt werden.',
  'warning.addresses-excluded.title': 'Adressen ausgeschlossener Domains wurden ausgelassen',
  'warning.addresses-excluded.meaning':
    '{count, plural, one {# Person hat eine Adresse bei einer Domain der Kontaktausschlüsse und wurde nicht synchronisiert.} other {# Personen haben eine Adresse bei einer Domain der Kontaktausschlüsse und wurden nicht synchronisiert.}}',
  'warning.addresses-excluded.meaning-with-domains':
    '{count, plural, one {# Person hat eine Adresse bei einer Domain der Kontaktausschlüsse und wurde nicht synchronisiert. Domain: {domains}.} other {# Personen haben eine Adresse bei einer Domain der Kontaktausschlüsse und wurden nicht synchronisiert. Domains: {domains}.}}',
  'warning.addresses-excluded.domain': '{domain} ({count, plural, one {# Person} other {# Personen}})',
  'warning.addresses-excluded.fix':
    'Damit sie synchronisiert werden, entfernen Sie die Domain in den globalen Einstellungen aus den Kontaktausschlüssen.',
  'warning.addresses-invalid.title': 'Ungültige E-Mail-Adressen',
  'warning.addresses-invalid.meaning':
    '{count, plural, one {# Person hat eine ungültige E-Mail-Adresse angegeben und wurde nicht synchronisiert.} other {# Personen haben eine ungültige E-Mail-Adresse angegeben und wurden nicht synchronisiert.}}',
  'warning.addresses-invalid.fix': 'Korrigieren Sie die Adresse in Zoom und synchronisieren Sie erneut.',
  'warning.addresses-secondary.title': 'Sekundäre E-Mail-Adressen von Kontakten',
  'warning.addresses-secondary.meaning':
    '{count, plural, one {# Person hat sich mit der sekundären E-Mail-Adresse eines Kontakts registriert und wurde nicht synchronisiert. Nur die primäre Adresse eines Kontakts zählt.} other {# Personen haben sich mit der sekundären E-Mail-Adresse eines Kontakts registriert und wurden nicht synchronisiert. Nur die primäre Adresse eines Kontakts zählt.}}',
  'warning.addresses-secondary.fix':
    'Damit sie synchronisiert werden, machen Sie diese Adresse in HubSpot zur primären des Kontakts und synchronisieren Sie erneut.',
  'warning.contacts-deleted.title': 'Gelöschte Kontakte werden nicht wieder erstellt',
  'warning.contacts-deleted.meaning':
    '{count, plural, one {# Person hat die Adresse eines Kontakts, der in HubSpot gelöscht wurde, und wurde nicht synchronisiert.} other {# Personen haben die Adresse eines Kontakts, der in HubSpot gelöscht wurde, und wurden nicht synchronisiert.}}',
  'warning.contacts-deleted.fix':
    'Damit sie synchronisiert werden, stellen Sie den Kontakt in HubSpot wieder her und synchronisieren Sie erneut.',

  'warning.timeline-events-refused.title': 'Chronik-Events wurden nicht erstellt',
  'warning.timeline-events-refused.meaning':
    'Kontakte und Marketingevents wurden synchronisiert, aber HubSpot hat die Events für die Chronik nicht angenommen. Grund von HubSpot: {reason}',
  'warning.timeline-events-refused.fix':
    'Korrigieren Sie, was HubSpot nennt, oder führen Sie die Einrichtung erneut aus: Sie nennt fehlende Berechtigungen und erstellt fehlende Event-Definitionen. Die nächste Synchronisierung versucht es erneut.',

  'warning.recording.settings-off.meaning': 'Die Aufzeichnung vom {startsAt} wurde nicht synchronisiert. {why}',
  'warning.recording.nobody-attended.title': 'Aufzeichnung nicht synchronisiert: Niemand hat teilgenommen',
  'warning.recording.nobody-attended.meaning':
    'Die Aufzeichnung vom {startsAt} wurde nicht synchronisiert, weil kein Kontakt teilgenommen hat. Es gibt also niemanden, dem sie zugeordnet werden kann.',
  'warning.recording.nobody-attended.fix':
    'Es ist nichts zu tun. Wenn Personen teilgenommen haben, sehen Sie in den anderen Warnungen nach, warum sie keine Kontakte sind.',
  'warning.recording.not-found.title': 'Aufzeichnung nicht gefunden',
  'warning.recording.not-found.meaning':
    'Die Aufzeichnung vom {startsAt} wurde im verbundenen Zoom-Konto nicht gefunden. Möglicherweise wurde nicht in der Cloud aufgezeichnet.',
  'warning.recording.not-found.fix':
    'Wenn es in Zoom eine Cloud-Aufzeichnung gibt, prüfen Sie, ob sie zu diesem Zoom-Konto gehört, und synchronisieren Sie dann erneut.',
  'warning.recording.deleted.title': 'Die Aufzeichnung wurde in Zoom gelöscht',
  'warning.recording.deleted.meaning':
    'Die Aufzeichnung vom {startsAt} ist nicht mehr in Zoom. War sie synchronisiert, wurde ihr Link aus dem Anrufdatensatz entfernt.',
  'warning.recording.deleted.fix':
    'Zoom behält gelöschte Aufzeichnungen 30 Tage im Papierkorb. Stellen Sie sie dort wieder her und synchronisieren Sie erneut, oder belassen Sie es dabei.',
  'warning.recording.processing.title': 'Zoom verarbeitet die Aufzeichnung noch',
  'warning.recording.processing.meaning':
    'Die Aufzeichnung vom {startsAt} ist noch nicht fertig. Zoom braucht möglicherweise einige Stunden.',
  'warning.recording.processing.fix': 'Es ist nichts zu tun: Die App versucht es von selbst erneut.',
  'warning.recording.no-link.title': 'Die Aufzeichnung hat keinen verwendbaren Link',
  'warning.recording.no-link.meaning':
    'Die Aufzeichnung vom {startsAt} ist vorhanden, aber Zoom übermittelt keinen sicheren Link, den HubSpot annehmen würde.',
  'warning.recording.no-link.fix':
    'Prüfen Sie in Zoom, ob die Freigabe dieser Aufzeichnung eingeschaltet ist, und synchronisieren Sie dann erneut.',
  'warning.recording.call-refused.title': 'HubSpot hat die Aufzeichnung nicht angenommen',
  'warning.recording.call-refused.meaning':
    'Die Aufzeichnung vom {startsAt} konnte nicht als Anrufdatensatz gespeichert werden. Grund von HubSpot: {reason}',
  'warning.recording.call-refused.fix':
    'Korrigieren Sie, was HubSpot nennt. Die nächste Synchronisierung versucht es erneut.',
  'warning.recording.unknown.title': 'Aufzeichnung nicht synchronisiert',
  'warning.recording.unknown.meaning':
    'Die Aufzeichnung vom {startsAt} wurde nicht synchronisiert, aus einem Grund, den diese Version der App nicht kennt.',

  'warning.transcript.processing.title': 'Zoom verarbeitet das Transkript noch',
  'warning.transcript.processing.meaning':
    'Das Transkript vom {startsAt} ist noch nicht fertig. Die Aufzeichnung wurde ohne es synchronisiert.',
  'warning.transcript.processing.fix': 'Es ist nichts zu tun: Die App versucht es von selbst erneut.',
  'warning.transcript.not-found.title': 'Transkript nicht gefunden',
  'warning.transcript.not-found.meaning':
    'Das Transkript vom {startsAt} wurde in Zoom nicht gefunden. Die Aufzeichnung wurde ohne es synchronisiert.',
  'warning.transcript.not-found.fix':
    'Um Transkripte zu erhalten, schalten Sie in Zoom das Audiotranskript für Cloud-Aufzeichnungen ein. Das gilt für spätere Webinare.',
  'warning.transcript.unreadable.title': 'Das Transkript kann nicht gelesen werden',
  'warning.transcript.unreadable.meaning':
    'Das Transkript vom {startsAt} hat nicht das Format, das Zoom dokumentiert. Daher wurde die Aufzeichnung ohne es synchronisiert: {reason}',
  'warning.transcript.unreadable.fix':
    'Synchronisieren Sie später erneut. Wenn es wieder passiert, informieren Sie den Entwickler der App.',
  'warning.transcript.unknown.title': 'Transkript nicht synchronisiert',
  'warning.transcript.unknown.meaning':
    'Das Transkript vom {startsAt} wurde nicht synchronisiert, aus einem Grund, den diese Version der App nicht kennt.',

  'warning.unknown.title': 'Eine Warnung einer anderen Version der App',
  'warning.unknown.meaning':
    'Diese Synchronisierung hat eine Warnung hinterlassen, die diese Version der App nicht kennt.',
  'warning.unknown.fix': 'Synchronisieren Sie erneut. Was dann noch offen ist, wird neu benannt.',

  'off-setting.sync.title': '„Webinardaten synchronisieren“ ist ausgeschaltet',
  'off-setting.sync.recording-title':
    'Aufzeichnung nicht synchronisiert: „Webinardaten synchronisieren“ ist ausgeschaltet',
  'off-setting.sync.meaning': 'Solange dies ausgeschaltet ist, schreibt die App nichts in HubSpot.',
  'off-setting.sync.fix':
    'Schalten Sie in den globalen Einstellungen „Webinardaten synchronisieren“ ein. Versäumtes wird dann nachgeholt.',
  'off-setting.webinar-users.title': 'Webinare werden für keinen Zoom-Benutzer synchronisiert',
  'off-setting.webinar-users.recording-title':
    'Aufzeichnung nicht synchronisiert: Webinare werden für keinen Zoom-Benutzer synchronisiert',
  'off-setting.webinar-users.meaning':
    'Laut globalen Einstellungen werden Webinare keines Zoom-Benutzers synchronisiert.',
  'off-setting.webinar-users.fix':
    'Wählen Sie in den globalen Einstellungen für Webinare ausgewählte oder alle Zoom-Benutzer. Versäumtes wird dann nachgeholt.',
  'off-setting.host.title':
    '{named, select, yes {Webinare von {host} werden nicht synchronisiert} other {Webinare dieses Hosts werden nicht synchronisiert}}',
  'off-setting.host.recording-title':
    '{named, select, yes {Aufzeichnung nicht synchronisiert: Webinare von {host} werden nicht synchronisiert} other {Aufzeichnung nicht synchronisiert: Webinare dieses Hosts werden nicht synchronisiert}}',
  'off-setting.host.meaning':
    '{named, select, yes {Die Einstellungen lassen die Webinare von {host} aus.} other {Die Einstellungen lassen die Webinare dieses Hosts aus.}}',
  'off-setting.host.fix':
    '{named, select, yes {Schalten Sie in den individuellen Benutzereinstellungen die Webinare von {host} ein, oder nur dieses eine Webinar. Versäumtes wird dann nachgeholt.} other {Schalten Sie in den individuellen Benutzereinstellungen die Webinare dieses Hosts ein, oder nur dieses eine Webinar. Versäumtes wird dann nachgeholt.}}',
  'off-setting.new-webinars.title':
    '{named, select, yes {Neue Webinare von {host} werden standardmäßig nicht synchronisiert} other {Neue Webinare dieses Hosts werden standardmäßig nicht synchronisiert}}',
  'off-setting.new-webinars.recording-title':
    '{named, select, yes {Aufzeichnung nicht synchronisiert: Neue Webinare von {host} werden standardmäßig nicht synchronisiert} other {Aufzeichnung nicht synchronisiert: Neue Webinare dieses Hosts werden standardmäßig nicht synchronisiert}}',
  'off-setting.new-webinars.meaning':
    '{named, select, yes {Dieses Webinar wurde geplant, nachdem „Daten neu geplanter Webinare standardmäßig synchronisieren“ für {host} ausgeschaltet wurde.} other {Dieses Webinar wurde geplant, nachdem „Daten neu geplanter Webinare standardmäßig synchronisieren“ für diesen Host ausgeschaltet wurde.}}',
  'off-setting.new-webinars.fix':
    '{named, select, yes {Schalten Sie in den individuellen Benutzereinstellungen von {host} dieses Webinar oder alle neuen ein. Versäumtes wird dann nachgeholt.} other {Schalten Sie in den individuellen Benutzereinstellungen dieses Hosts dieses Webinar oder alle neuen ein. Versäumtes wird dann nachgeholt.}}',
  'off-setting.webinar.title': 'Dieses Webinar ist ausgeschaltet',
  'off-setting.webinar.recording-title': 'Aufzeichnung nicht synchronisiert: Dieses Webinar ist ausgeschaltet',
  'off-setting.webinar.meaning':
    '{named, select, yes {Jemand hat dieses eine Webinar in den individuellen Benutzereinstellungen von {host} ausgeschaltet.} other {Jemand hat dieses eine Webinar in den individuellen Benutzereinstellungen dieses Hosts ausgeschaltet.}}',
  'off-setting.webinar.fix':
    'Schalten Sie es dort unter „Einzelne Webinare verwalten“ ein. Versäumtes wird dann nachgeholt.',
  'off-setting.recording-users.title': 'Aufzeichnungen werden für keinen Zoom-Benutzer synchronisiert',
  'off-setting.recording-users.recording-title':
    'Aufzeichnung nicht synchronisiert: Aufzeichnungen werden für keinen Zoom-Benutzer synchronisiert',
  'off-setting.recording-users.meaning':
    'Laut globalen Einstellungen werden Aufzeichnungen und Transkripte keines Zoom-Benutzers synchronisiert.',
  'off-setting.recording-users.fix':
    'Wählen Sie in den globalen Einstellungen für Aufzeichnungen und Transkripte ausgewählte oder alle Zoom-Benutzer. Versäumtes wird dann nachgeholt.',
  'off-setting.recording-host.title':
    '{named, select, yes {Aufzeichnungen von {host} werden nicht synchronisiert} other {Aufzeichnungen dieses Hosts werden nicht synchronisiert}}',
  'off-setting.recording-host.recording-title':
    '{named, select, yes {Aufzeichnung nicht synchronisiert: Aufzeichnungen von {host} werden nicht synchronisiert} other {Aufzeichnung nicht synchronisiert: Aufzeichnungen dieses Hosts werden nicht synchronisiert}}',
  'off-setting.recording-host.meaning':
    '{named, select, yes {Die Einstellungen lassen die Aufzeichnungen und Transkripte von {host} aus.} other {Die Einstellungen lassen die Aufzeichnungen und Transkripte dieses Hosts aus.}}',
  'off-setting.recording-host.fix':
    '{named, select, yes {Schalten Sie in den individuellen Benutzereinstellungen von {host} „Webinaraufzeichnungen und -transkripte dieses Benutzers synchronisieren“ ein. Versäumtes wird dann nachgeholt.} other {Schalten Sie in den individuellen Benutzereinstellungen dieses Hosts „Webinaraufzeichnungen und -transkripte dieses Benutzers synchronisieren“ ein. Versäumtes wird dann nachgeholt.}}',
  'off-setting.unknown.title': 'Eine Einstellung verhindert die Synchronisierung',
  'off-setting.unknown.recording-title':
    'Aufzeichnung nicht synchronisiert: Eine Einstellung verhindert die Synchronisierung',
  'off-setting.unknown.meaning': 'Diese Version der App kennt diese Einstellung nicht.',
  'off-setting.unknown.fix': 'Prüfen Sie die globalen Einstellungen und die individuellen Benutzereinstellungen.',
} as const satisfies Record<keyof typeof warningsEn, string>;
