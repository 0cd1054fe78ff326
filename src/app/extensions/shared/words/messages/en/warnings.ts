/**
 * Warnings of the audit log, and settings that are in the way. Titles have no full stop; `{reason}` is a vendor’s own
 * sentence, `{startsAt}` a date with a time. `{named, select, …}` tells whether the name of the host is known.
 */
export const warningsEn = {
  'warning.family.S32': 'Data not synced because sync settings are off',
  'warning.family.S33': 'Recording or transcript not synced',
  'warning.family.S34': 'Some participants not synced',
  'warning.family.S35': 'Some data not synced',
  'warning.family.S36': 'Some addresses excluded',
  'warning.family.S37': 'Error',

  'warning.guests-without-address.title':
    '{count, plural, one {A guest without an email address} other {Guests without an email address}}',
  'warning.guests-without-address.meaning':
    '{count, plural, one {# person joined as a guest. Zoom gives no email address, so this person was not synced.} other {# people joined as guests. Zoom gives no email address, so they were not synced.}}',
  'warning.guests-without-address.fix':
    'Nothing can be done for this webinar. For the next one, require registration in Zoom: registered people are known when they join by their own link.',
  'warning.participants-untracked.title': 'Zoom tracked nobody who took part',
  'warning.participants-untracked.meaning':
    'The webinar of {startsAt} was held, but Zoom’s attendance report is empty, so nobody is shown as attended.',
  'warning.participants-untracked.fix':
    'Check the attendance report in Zoom. If it lists people there, sync the webinar again.',
  'warning.rows-quarantined.participants.title': 'Unusable rows in Zoom’s attendance report',
  'warning.rows-quarantined.participants.meaning':
    '{count, plural, one {# row of Zoom’s attendance report could not be used and was set aside.} other {# rows of Zoom’s attendance report could not be used and were set aside.}}',
  'warning.rows-quarantined.registrants.title': 'Unusable rows in Zoom’s list of registrants',
  'warning.rows-quarantined.registrants.meaning':
    '{count, plural, one {# row of Zoom’s list of registrants could not be used and was set aside.} other {# rows of Zoom’s list of registrants could not be used and were set aside.}}',
  'warning.rows-quarantined.fix':
    'Everything else was synced. If people are missing, compare with the report in Zoom and tell the app’s developer.',

  'warning.zoom-event.title': 'Webinars of a Zoom Event are not supported',
  'warning.zoom-event.meaning':
    'This webinar belongs to a Zoom Event, where people hold tickets instead of registrations. Nothing was written.',
  'warning.zoom-event.fix': 'To have a webinar synced, schedule it in Zoom Webinars, outside of a Zoom Event.',
  'warning.webinar-deleted.title': 'The webinar was deleted in Zoom',
  'warning.webinar-deleted.meaning':
    'Zoom no longer has this webinar. What was synced before stays in HubSpot; a session that was still to come is cancelled there.',
  'warning.webinar-deleted.fix':
    'If it was deleted by mistake, restore it in Zoom and sync again. Otherwise there is nothing to do.',
  'warning.webinar-expired.title': 'Zoom no longer gives the registrations of this webinar',
  'warning.webinar-expired.meaning':
    'Zoom has given up the webinar’s ID because the webinar is long over. Attendance was synced, registrations could not be read.',
  'warning.webinar-expired.fix':
    'Nothing can be done for this webinar. Webinars that are synced within 30 days after their end are complete.',
  'warning.attendance-not-ready.title': 'Zoom’s attendance report is not finished',
  'warning.attendance-not-ready.meaning':
    'Zoom has not finished the attendance report of the webinar on {startsAt}, so nobody is shown as attended yet.',
  'warning.attendance-not-ready.fix': 'Sync again in about an hour.',
  'warning.registrations-vanished.title': 'Registrations have disappeared from Zoom',
  'warning.registrations-vanished.meaning':
    '{count, plural, one {Zoom no longer lists # person who had registered. Nobody was marked as cancelled because of that.} other {Zoom no longer lists # people who had registered. Nobody was marked as cancelled because of that.}}',
  'warning.registrations-vanished.fix': 'Check the registrations in Zoom, then sync again.',
  'warning.registrations-unavailable.title': 'Registrations are not available',
  'warning.registrations-unavailable.meaning':
    'Zoom gives no registrations for this webinar, so only attendance was synced.',
  'warning.registrations-unavailable.fix':
    'If people had to register, check in Zoom that registration is still switched on, then sync again.',
  'warning.list-unstable.participants.title': 'Zoom’s attendance report kept changing',
  'warning.list-unstable.participants.meaning':
    'Zoom’s attendance report kept changing while it was read, so people may be missing.',
  'warning.list-unstable.registrants.title': 'Zoom’s list of registrants kept changing',
  'warning.list-unstable.registrants.meaning':
    'Zoom’s list of registrants kept changing while it was read, so people may be missing.',
  'warning.list-unstable.fix': 'Sync again when the registration or the webinar is over.',
  'warning.contacts-unknown.title': 'People who are no contacts were left out',
  'warning.contacts-unknown.meaning':
    '{count, plural, one {For # person there is no contact in HubSpot, and the settings say that contacts are only to be updated.} other {For # people there is no contact in HubSpot, and the settings say that contacts are only to be updated.}}',
  'warning.contacts-unknown.fix':
    'To have contacts created, choose “Create and update contacts” in the global settings and sync again.',
  'warning.rejected-by-hubspot.title': 'HubSpot did not accept some people',
  'warning.rejected-by-hubspot.meaning':
    '{count, plural, one {HubSpot did not accept # person as a contact.} other {HubSpot did not accept # people as contacts.}}',
  'warning.rejected-by-hubspot.meaning-with-examples':
    '{count, plural, one {HubSpot did not accept # person as a contact. HubSpot’s reason: {examples}.} other {HubSpot did not accept # people as contacts. HubSpot’s reason, for example: {examples}.}}',
  'warning.rejected-by-hubspot.fix': 'Correct what HubSpot names, in Zoom or in HubSpot. The next sync tries again.',
  'warning.marketing-event-refused.title': 'HubSpot did not accept the marketing event',
  'warning.marketing-event-refused.meaning':
    'There is no marketing event for the webinar of {startsAt}, so HubSpot’s marketing-event filters do not know who registered and attended. HubSpot’s reason: {reason}',
  'warning.marketing-event-refused.fix': 'Correct what HubSpot names. The next sync tries again.',
  'warning.participations-differ.title': 'HubSpot’s marketing event shows other numbers',
  'warning.participations-differ.meaning':
    'HubSpot’s marketing event of {startsAt} shows {shownRegistered, number} registered, {shownAttended, number} attended, {shownNoShow, number} did not attend and {shownCancelled, number} cancelled. The app sent {sentRegistered, number} registered, {sentAttended, number} attended, {sentNoShow, number} did not attend and {sentCancelled, number} cancelled.',
  'warning.participations-differ.fix': 'HubSpot may need some minutes to count. Sync again later to compare.',

  'warning.account-users.title': 'Users of this HubSpot account were left out',
  'warning.account-users.meaning':
    '{count, plural, one {# person has an address that belongs to a user of this HubSpot account. Users are never synced.} other {# people have addresses that belong to users of this HubSpot account. Users are never synced.}}',
  'warning.account-users.fix':
    'There is nothing to do. Somebody who no longer works with this account can be removed from its users.',
  'warning.addresses-excluded.title': 'Addresses of excluded domains were left out',
  'warning.addresses-excluded.meaning':
    '{count, plural, one {# person has an address of a domain that the contact exclusions name and was not synced.} other {# people have addresses of a domain that the contact exclusions name and were not synced.}}',
  'warning.addresses-excluded.meaning-with-domains':
    '{count, plural, one {# person has an address of a domain that the contact exclusions name and was not synced. Domain: {domains}.} other {# people have addresses of a domain that the contact exclusions name and were not synced. Domains: {domains}.}}',
  'warning.addresses-excluded.domain': '{domain} ({count, plural, one {# person} other {# people}})',
  'warning.addresses-excluded.fix':
    'To have them synced, take the domain out of the contact exclusions in the global settings.',
  'warning.addresses-invalid.title': 'Email addresses that are not valid',
  'warning.addresses-invalid.meaning':
    '{count, plural, one {# person gave an email address that is not valid and was not synced.} other {# people gave an email address that is not valid and were not synced.}}',
  'warning.addresses-invalid.fix': 'Correct the address in Zoom and sync again.',
  'warning.addresses-secondary.title': 'Secondary email addresses of contacts',
  'warning.addresses-secondary.meaning':
    '{count, plural, one {# person registered with a secondary email address of a contact and was not synced. Only a contact’s primary address counts.} other {# people registered with a secondary email address of a contact and were not synced. Only a contact’s primary address counts.}}',
  'warning.addresses-secondary.fix':
    'To have them synced, make that address the contact’s primary one in HubSpot and sync again.',
  'warning.contacts-deleted.title': 'Contacts that were deleted are not created again',
  'warning.contacts-deleted.meaning':
    '{count, plural, one {# person has the address of a contact that was deleted in HubSpot, and was not synced.} other {# people have the address of a contact that was deleted in HubSpot, and were not synced.}}',
  'warning.contacts-deleted.fix': 'To have them synced, restore the contact in HubSpot and sync again.',

  'warning.timeline-events-refused.title': 'Timeline events were not created',
  'warning.timeline-events-refused.meaning':
    'Contacts and marketing events were synced, but HubSpot did not accept the events for the timelines. HubSpot’s reason: {reason}',
  'warning.timeline-events-refused.fix':
    'Correct what HubSpot names, or run the set-up again: it names missing permissions and creates missing event definitions. The next sync tries again.',

  /** `{why}` is one of the sentences `off-setting.….meaning`. */
  'warning.recording.settings-off.meaning': 'The recording of {startsAt} was not synced. {why}',
  'warning.recording.nobody-attended.title': 'Recording not synced: nobody took part',
  'warning.recording.nobody-attended.meaning':
    'The recording of {startsAt} was not synced because no contact attended, so there is nobody to associate it with.',
  'warning.recording.nobody-attended.fix':
    'There is nothing to do. If people attended, look at the other warnings for why they are no contacts.',
  'warning.recording.not-found.title': 'Recording not found',
  'warning.recording.not-found.meaning':
    'The recording of {startsAt} was not found in the connected Zoom account. It may not have been recorded in the cloud.',
  'warning.recording.not-found.fix':
    'If there is a cloud recording in Zoom, check that it belongs to this Zoom account, then sync again.',
  'warning.recording.deleted.title': 'The recording was deleted in Zoom',
  'warning.recording.deleted.meaning':
    'The recording of {startsAt} is no longer in Zoom. If it had been synced, its link was taken off the call record.',
  'warning.recording.deleted.fix':
    'Zoom keeps deleted recordings in the trash for 30 days. Restore it there and sync again, or leave it.',
  'warning.recording.processing.title': 'Zoom is still processing the recording',
  'warning.recording.processing.meaning': 'The recording of {startsAt} is not ready yet. Zoom may need some hours.',
  'warning.recording.processing.fix': 'There is nothing to do: the app tries again by itself.',
  'warning.recording.no-link.title': 'The recording has no usable link',
  'warning.recording.no-link.meaning':
    'The recording of {startsAt} is there, but Zoom gives no secure link for it that HubSpot would take.',
  'warning.recording.no-link.fix': 'Check in Zoom that sharing is switched on for this recording, then sync again.',
  'warning.recording.call-refused.title': 'HubSpot did not accept the recording',
  'warning.recording.call-refused.meaning':
    'The recording of {startsAt} could not be saved as a call record. HubSpot’s reason: {reason}',
  'warning.recording.call-refused.fix': 'Correct what HubSpot names. The next sync tries again.',
  'warning.recording.unknown.title': 'Recording not synced',
  'warning.recording.unknown.meaning':
    'The recording of {startsAt} was not synced, for a reason that this version of the app does not know.',

  'warning.transcript.processing.title': 'Zoom is still processing the transcript',
  'warning.transcript.processing.meaning':
    'The transcript of {startsAt} is not ready yet. The recording was synced without it.',
  'warning.transcript.processing.fix': 'There is nothing to do: the app tries again by itself.',
  'warning.transcript.not-found.title': 'Transcript not found',
  'warning.transcript.not-found.meaning':
    'The transcript of {startsAt} was not found in Zoom. The recording was synced without it.',
  'warning.transcript.not-found.fix':
    'To have transcripts, switch on the audio transcript for cloud recordings in Zoom. It counts for later webinars.',
  'warning.transcript.unreadable.title': 'The transcript cannot be read',
  'warning.transcript.unreadable.meaning':
    'The transcript of {startsAt} is not in the form that Zoom documents, so the recording was synced without it: {reason}',
  'warning.transcript.unreadable.fix': 'Sync again later. If it happens again, tell the app’s developer.',
  'warning.transcript.unknown.title': 'Transcript not synced',
  'warning.transcript.unknown.meaning':
    'The transcript of {startsAt} was not synced, for a reason that this version of the app does not know.',

  /** Stored by another version of the app. */
  'warning.unknown.title': 'A warning of another version of the app',
  'warning.unknown.meaning': 'This sync left a warning that this version of the app does not know.',
  'warning.unknown.fix': 'Sync again. What is still open then is named anew.',

  'off-setting.sync.title': '“Sync webinar data” is off',
  'off-setting.sync.recording-title': 'Recording not synced: “Sync webinar data” is off',
  'off-setting.sync.meaning': 'While it is off, the app writes nothing to HubSpot.',
  'off-setting.sync.fix':
    'Turn on “Sync webinar data” in the global settings. What was missed meanwhile is synced then.',
  'off-setting.webinar-users.title': 'Webinars are synced for no Zoom user',
  'off-setting.webinar-users.recording-title': 'Recording not synced: webinars are synced for no Zoom user',
  'off-setting.webinar-users.meaning': 'The global settings say that webinars of no Zoom user are synced.',
  'off-setting.webinar-users.fix':
    'Choose selected or all Zoom users for webinars in the global settings. What was missed meanwhile is synced then.',
  'off-setting.host.title':
    '{named, select, yes {Webinars of {host} are not synced} other {Webinars of this webinar’s host are not synced}}',
  'off-setting.host.recording-title':
    '{named, select, yes {Recording not synced: webinars of {host} are not synced} other {Recording not synced: webinars of this webinar’s host are not synced}}',
  'off-setting.host.meaning':
    '{named, select, yes {The settings leave out the webinars of {host}.} other {The settings leave out the webinars of this webinar’s host.}}',
  'off-setting.host.fix':
    '{named, select, yes {In the individual user settings, switch on the webinars of {host}, or this one webinar alone. What was missed meanwhile is synced then.} other {In the individual user settings, switch on the webinars of this webinar’s host, or this one webinar alone. What was missed meanwhile is synced then.}}',
  'off-setting.new-webinars.title':
    '{named, select, yes {New webinars of {host} are not synced by default} other {New webinars of this webinar’s host are not synced by default}}',
  'off-setting.new-webinars.recording-title':
    '{named, select, yes {Recording not synced: new webinars of {host} are not synced by default} other {Recording not synced: new webinars of this webinar’s host are not synced by default}}',
  'off-setting.new-webinars.meaning':
    '{named, select, yes {This webinar was scheduled after “Sync data from newly scheduled webinars by default” was switched off for {host}.} other {This webinar was scheduled after “Sync data from newly scheduled webinars by default” was switched off for this webinar’s host.}}',
  'off-setting.new-webinars.fix':
    '{named, select, yes {In the individual user settings of {host}, switch on this webinar, or all new ones. What was missed meanwhile is synced then.} other {In the individual user settings of this webinar’s host, switch on this webinar, or all new ones. What was missed meanwhile is synced then.}}',
  'off-setting.webinar.title': 'This webinar is switched off',
  'off-setting.webinar.recording-title': 'Recording not synced: this webinar is switched off',
  'off-setting.webinar.meaning':
    '{named, select, yes {Somebody has switched off this one webinar in the individual user settings of {host}.} other {Somebody has switched off this one webinar in the individual user settings of this webinar’s host.}}',
  'off-setting.webinar.fix':
    'Switch it on there, under “Manage individual webinars”. What was missed meanwhile is synced then.',
  'off-setting.recording-users.title': 'Recordings are synced for no Zoom user',
  'off-setting.recording-users.recording-title': 'Recording not synced: recordings are synced for no Zoom user',
  'off-setting.recording-users.meaning':
    'The global settings say that recordings and transcripts of no Zoom user are synced.',
  'off-setting.recording-users.fix':
    'Choose selected or all Zoom users for recordings and transcripts in the global settings. What was missed meanwhile is synced then.',
  'off-setting.recording-host.title':
    '{named, select, yes {Recordings of {host} are not synced} other {Recordings of this webinar’s host are not synced}}',
  'off-setting.recording-host.recording-title':
    '{named, select, yes {Recording not synced: recordings of {host} are not synced} other {Recording not synced: recordings of this webinar’s host are not synced}}',
  'off-setting.recording-host.meaning':
    '{named, select, yes {The settings leave out the recordings and transcripts of {host}.} other {The settings leave out the recordings and transcripts of this webinar’s host.}}',
  'off-setting.recording-host.fix':
    '{named, select, yes {Switch on “Sync this user’s webinar recordings and transcripts” in the individual user settings of {host}. What was missed meanwhile is synced then.} other {Switch on “Sync this user’s webinar recordings and transcripts” in the individual user settings of this webinar’s host. What was missed meanwhile is synced then.}}',
  'off-setting.unknown.title': 'A setting keeps this from being synced',
  'off-setting.unknown.recording-title': 'Recording not synced: a setting keeps it from being synced',
  'off-setting.unknown.meaning': 'This version of the app does not know that setting.',
  'off-setting.unknown.fix': 'Check the global settings and the individual user settings.',
} as const;
