import type { failuresEn } from '../en/failures.ts';

/** Why a call brought nothing, and what to do, in German. */
export const failuresDe = {
  'failure.parameter-unknown.title': 'Die App kennt die Einstellung „{name}“ nicht',
  'failure.parameter-unknown.what-to-do': 'Prüfen Sie die Schreibweise oder lassen Sie die Einstellung weg.',
  'failure.parameter-invalid.title': 'Der Wert von „{name}“ kann nicht verwendet werden',
  'failure.parameter-invalid.what-to-do': 'Korrigieren Sie ihn und versuchen Sie es erneut: {reason}',
  'failure.webinar-id-invalid.title': '„{given}“ ist keine Webinar-ID',
  'failure.webinar-id-invalid.what-to-do':
    'Geben Sie die Nummer ein, die Zoom auf der Seite des Webinars anzeigt. Sie hat 9 bis 11 Ziffern; Leerzeichen und Bindestriche spielen keine Rolle.',
  'failure.webinar-not-found.title': 'Zoom hat in diesem Konto kein Webinar {webinarId}',
  'failure.webinar-not-found.what-to-do':
    'Prüfen Sie die ID. Wenn das Webinar zu einem anderen Zoom-Konto gehört, wählen Sie dieses Konto. Gelöschte und seit Langem beendete Webinare zeigt Zoom nicht mehr an.',
  'failure.connections-missing.title': 'Kein Zoom-Konto ist verbunden',
  'failure.connections-missing.what-to-do':
    'Hinterlegen Sie die Zugangsdaten einer Server-to-Server-App von Zoom im Secret ZOOM_CONNECTIONS. In einem Terminal setzen Sie die gleichnamige Umgebungsvariable.',
  'failure.connections-malformed.title': 'Die Liste der Zoom-Konten kann nicht gelesen werden',
  'failure.connections-malformed.what-to-do': 'Korrigieren Sie das Secret ZOOM_CONNECTIONS: {reason}',
  'failure.connection-unknown.title': 'Es gibt kein Zoom-Konto mit dem Namen „{name}“',
  'failure.connection-unknown.what-to-do':
    'Verwenden Sie eines von diesen: {known}. Um ein weiteres Konto zu verbinden, fügen Sie es dem Secret ZOOM_CONNECTIONS hinzu.',
  'failure.connection-unknown.what-to-do-without-any':
    'Kein Zoom-Konto ist verbunden. Fügen Sie es dem Secret ZOOM_CONNECTIONS hinzu.',
  'failure.zoom-credentials-refused.title': 'Zoom lehnt die Zugangsdaten des Kontos „{connection}“ ab',
  'failure.zoom-credentials-refused.what-to-do':
    'Öffnen Sie im Zoom App Marketplace die Server-to-Server-App, vergewissern Sie sich, dass sie aktiviert ist, und kopieren Sie ihre Account-ID, ihre Client-ID und ihr Client-Secret erneut in das Secret ZOOM_CONNECTIONS. Grund von Zoom: {reason}',
  'failure.zoom-permission-missing.title': 'Der Zoom-Benutzer hinter der Verbindung darf dies nicht lesen',
  'failure.zoom-permission-missing.what-to-do':
    'Geben Sie dem Inhaber der Server-to-Server-App eine Zoom-Rolle, die Webinare und Nutzungsberichte lesen darf, und prüfen Sie, ob das Konto eine Webinar-Lizenz hat. Antwort von Zoom: {reason}',
  'failure.hubspot-token-missing.title': 'Die App hat keinen Zugriff auf HubSpot',
  'failure.hubspot-token-missing.what-to-do':
    'Installieren Sie die App in diesem HubSpot-Account erneut. In einem Terminal setzen Sie die Umgebungsvariable HUBSPOT_ACCESS_TOKEN.',
  'failure.hubspot-token-refused.title': 'HubSpot lehnt das Zugriffstoken der App ab',
  'failure.hubspot-token-refused.what-to-do':
    'Prüfen Sie in HubSpot, ob die App noch installiert ist, und installieren Sie sie andernfalls erneut. In einem Terminal kopieren Sie das Token von der Verteilungsseite der App in HUBSPOT_ACCESS_TOKEN.',
  'failure.scopes-missing.title':
    '{system, select, zoom {Zoom gewährt der App nicht alle Berechtigungen, die sie braucht} hubspot {HubSpot gewährt der App nicht alle Berechtigungen, die sie braucht} other {Die App hat nicht alle Berechtigungen, die sie braucht}}',
  'failure.scopes-missing.what-to-do':
    '{system, select, zoom {Fügen Sie der Server-to-Server-App im Zoom App Marketplace diese Scopes hinzu: {scopes}.} other {Installieren Sie die App erneut und lassen Sie diese Scopes zu: {scopes}.}}',
  'failure.scopes-missing.what-to-do-without-names':
    '{system, select, zoom {Fügen Sie der Server-to-Server-App im Zoom App Marketplace die Scopes hinzu, die in der Dokumentation aufgeführt sind.} other {Installieren Sie die App erneut und lassen Sie alle Scopes zu, die sie anfordert.}}',
  'failure.contact-not-found.title': 'Diesen Kontakt gibt es in HubSpot nicht mehr',
  'failure.contact-not-found.what-to-do':
    'Laden Sie die Seite neu. Der Kontakt wurde möglicherweise gelöscht oder mit einem anderen zusammengeführt.',
  'failure.contact-without-address.title': 'Dieser Kontakt hat keine E-Mail-Adresse',
  'failure.contact-without-address.what-to-do':
    'Zoom erkennt Personen an ihrer E-Mail-Adresse. Ergänzen Sie die Adresse des Kontakts in HubSpot und versuchen Sie es erneut.',
  'failure.person-not-listed.title': 'Zoom führt diese Person für das Webinar {webinarId} nicht auf',
  'failure.person-not-listed.what-to-do':
    'Prüfen Sie die E-Mail-Adresse im Registrierungsbericht und im Teilnehmerbericht von Zoom. Wer dort eine andere Adresse verwendet hat, wird unter dieser Adresse synchronisiert.',
  'failure.sweep-unknown.title': 'Diese Suche nach Webinaren kann nicht fortgesetzt werden',
  'failure.sweep-unknown.what-to-do':
    'Die App weiß nichts mehr von ihr. Starten Sie die Suche neu; bereits synchronisierte Webinare werden nicht doppelt synchronisiert.',
  'failure.settings-too-new.title': 'Die Einstellungen wurden von einer neueren Version der App gespeichert',
  'failure.settings-too-new.what-to-do':
    'Nichts wird synchronisiert und nichts wurde geändert, weil diese Version sie falsch lesen könnte. Bitten Sie Ihren HubSpot-Admin, die neueste Version der App bereitzustellen, und laden Sie dann die Seite neu.',
  'failure.run-unknown.title': 'Diese Synchronisierung kann nicht fortgesetzt werden',
  'failure.run-unknown.what-to-do':
    'Die App weiß nichts mehr von ihr. Starten Sie die Synchronisierung des Webinars erneut; nichts wird doppelt geschrieben.',
  'failure.answer-malformed.title':
    '{system, select, zoom {Die App versteht die Antwort von Zoom nicht} hubspot {Die App versteht die Antwort von HubSpot nicht} other {Die Antwort der App ist nicht zu verstehen}}',
  'failure.answer-malformed.what-to-do':
    'Nichts wurde geraten und nichts deswegen geschrieben. Versuchen Sie es später erneut. Wenn es wieder passiert, melden Sie es dem Entwickler der App: {reason}',
  'failure.limit-reached.day.title':
    '{system, select, zoom {Das Tageslimit des Kontos für Zoom-Aufrufe ist ausgeschöpft} hubspot {Das Tageslimit des Accounts für HubSpot-Aufrufe ist ausgeschöpft} other {Das Tageslimit des Accounts für Aufrufe ist ausgeschöpft}}',
  'failure.limit-reached.day.what-to-do':
    'Alle Apps teilen sich dieses Limit. Machen Sie weiter, wenn es zurückgesetzt ist, meist am nächsten Tag. Die Synchronisierung wird dort fortgesetzt, wo sie angehalten hat.',
  'failure.limit-reached.title':
    '{system, select, zoom {Zoom erhält im Moment zu viele Anfragen} hubspot {HubSpot erhält im Moment zu viele Anfragen} other {Die App erhält im Moment zu viele Anfragen}}',
  'failure.limit-reached.what-to-do':
    '{system, select, zoom {{tryAgain} Die Synchronisierung wird dort fortgesetzt, wo sie angehalten hat. Wenn das oft vorkommt, finden Sie heraus, welche anderen Apps Zoom gleichzeitig aufrufen.} hubspot {{tryAgain} Die Synchronisierung wird dort fortgesetzt, wo sie angehalten hat. Wenn das oft vorkommt, finden Sie heraus, welche anderen Apps HubSpot gleichzeitig aufrufen.} other {{tryAgain} Die Synchronisierung wird dort fortgesetzt, wo sie angehalten hat.}}',
  'failure.vendor-refused.title':
    '{system, select, zoom {Zoom hat eine Anfrage der App abgelehnt} hubspot {HubSpot hat eine Anfrage der App abgelehnt} other {Die App hat diese Anfrage abgelehnt}}',
  'failure.vendor-refused.what-to-do':
    '{system, select, zoom {Zoom nennt diesen Grund: {reason} Versuchen Sie es nach der Korrektur erneut.} hubspot {HubSpot nennt diesen Grund: {reason} Versuchen Sie es nach der Korrektur erneut.} other {Die App nennt diesen Grund: {reason} Versuchen Sie es nach der Korrektur erneut.}}',
  'failure.vendor-unavailable.title':
    '{system, select, zoom {Zoom ist gerade nicht erreichbar} hubspot {HubSpot ist gerade nicht erreichbar} other {Die App ist gerade nicht erreichbar}}',
  'failure.vendor-unavailable.what-to-do':
    '{tryAgain} Die Synchronisierung wird dort fortgesetzt, wo sie angehalten hat.',
  'failure.try-again.soon': 'Versuchen Sie es in einigen Minuten erneut.',
  'failure.try-again.seconds': 'Versuchen Sie es in {seconds, plural, one {# Sekunde} other {# Sekunden}} erneut.',
  'failure.try-again.minutes': 'Versuchen Sie es in {minutes, plural, one {# Minute} other {# Minuten}} erneut.',
  'failure.out-of-time.title': 'Zeitüberschreitung in der App',
  'failure.out-of-time.what-to-do':
    'Versuchen Sie es erneut. Die Synchronisierung wird dort fortgesetzt, wo sie angehalten hat, und nichts wird doppelt geschrieben.',
  'failure.internal.title': 'In der App ist ein Fehler aufgetreten',
  'failure.internal.what-to-do':
    'Versuchen Sie es erneut. Wenn es wieder passiert, melden Sie es dem Entwickler der App.',
  'failure.internal.what-to-do-with-reference':
    'Versuchen Sie es erneut. Wenn es wieder passiert, melden Sie es dem Entwickler der App mit der Referenznummer.',
  'failure.unknown.title': 'Ein Fehler ist aufgetreten, den diese Version der App nicht kennt',
  'failure.unknown.what-to-do':
    'Laden Sie die Seite neu und versuchen Sie es erneut. Wenn es wieder passiert, bitten Sie Ihren HubSpot-Admin, die neueste Version der App bereitzustellen.',
} as const satisfies Record<keyof typeof failuresEn, string>;
