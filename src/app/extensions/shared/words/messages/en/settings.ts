/** The tabs Global settings, Users and Set-up of the settings page. */
export const settingsEn = {
  'settings.loading': 'Loading the settings',

  'settings.never-saved': 'Nothing has been saved yet. These are the settings that the app comes with.',
  'settings.last-saved': 'Last saved on {when}',
  'settings.unsaved':
    '{count, plural, one {# setting is changed and not saved} other {# settings are changed and not saved}}',
  'settings.correct-first': 'Correct the marked setting before you save.',
  'settings.save': 'Save',
  'settings.save-again': 'Save again',
  'settings.discard': 'Discard changes',
  'settings.saved.title': 'Settings saved',
  'settings.saved.message': 'They are in force from the next sync on.',

  'settings.field.isSyncOn': 'Sync webinar data',
  'settings.field.webinarUsers': 'Sync webinars of',
  'settings.field.recordingUsers': 'Sync webinar recordings and transcripts of',
  'settings.field.recordingExclusions': 'Recording exclusions',
  'settings.field.contactPolicy': 'Contacts',
  'settings.field.contactExclusions': 'Contact exclusions',
  'settings.field.backfillDays': 'Days to look back for past webinars',
  'settings.field.zoomSharePercent': 'Share of Zoom’s limits in percent',
  'settings.about.recordingExclusions':
    'Recordings and transcripts are not synced for people with an address at these domains. A domain covers its sub-domains.',
  'settings.about.contactExclusions':
    'Nobody with an address at these domains becomes a contact or is updated. Add your own company’s domain to leave out colleagues. A domain covers its sub-domains.',
  'settings.about.backfillDays':
    'Webinars that were held up to so many days ago are synced as well. Zoom keeps attendance for about six months. 0 leaves past webinars out.',
  'settings.about.zoomSharePercent':
    'All apps of your Zoom account share its limits on the number of calls. A smaller share leaves more to the others and makes a sync slower.',
  'settings.share-meaning': 'The app uses at most {share} of the calls that Zoom allows.',
  'settings.number-out-of-range': 'Enter a whole number from {minimum, number} to {maximum, number}.',

  'settings.value.on': 'On',
  'settings.value.off': 'Off',
  'settings.value.days': '{count, plural, one {# day} other {# days}}',
  'settings.value.no-domains': 'No domains',
  'settings.value.more': '{count, number} more',

  'settings.sync.heading': 'What is synced',
  'settings.sync.description':
    'Registrants, attendees and marketing events of your Zoom webinars, and recordings and transcripts where you want them.',
  'settings.sync.is-on': 'Webinars are synced as set below.',
  'settings.sync.is-off':
    'While this is off, the app writes nothing to HubSpot. When it is turned on again, everything that was missed meanwhile is synced.',
  'settings.toggle.on': 'ON',
  'settings.toggle.off': 'OFF',
  'settings.choice.all': 'All Zoom users',
  'settings.choice.selected': 'Selected Zoom users',
  'settings.choice.none': 'No Zoom user',
  'settings.webinar-users.all': 'Webinars of everybody, also of users who come later. Single users can be left out.',
  'settings.webinar-users.selected': 'Only webinars of the users that you select in the tab “Users”.',
  'settings.webinar-users.none': 'No webinars.',
  'settings.recording-users.all': 'Recordings of all webinars that are synced. Single users can be left out.',
  'settings.recording-users.selected':
    'Only recordings of the users that you select in the tab “Users”, of their webinars that are synced.',
  'settings.recording-users.none': 'No recordings and no transcripts.',
  'settings.selected-users':
    '{count, plural, =0 {No user is selected yet, so nothing is synced. Select users in the tab “Users”.} one {# user is selected in the tab “Users”.} other {# users are selected in the tab “Users”.}}',
  'settings.left-out-users':
    '{count, plural, one {# user is left out in the tab “Users”.} other {# users are left out in the tab “Users”.}}',

  'settings.contacts.heading': 'Who becomes a contact',
  'settings.contacts.description':
    'People who register for a webinar or attend it. Users of this HubSpot account never become contacts.',
  'settings.policy.create-and-update': 'Create and update contacts',
  'settings.policy.update-only': 'Only update contacts',
  'settings.about-policy.create-and-update': 'Whoever is not in HubSpot yet becomes a contact.',
  'settings.about-policy.update-only':
    'Only people who are contacts already are synced. Everybody else is skipped, and named in the audit log.',

  'settings.recordings.heading': 'Who gets recordings',
  'settings.recordings.description':
    'Recordings and transcripts become calls on the records of the contacts who took part.',

  'settings.reach.heading': 'How far and how fast',
  'settings.reach.description': 'How much of the past is synced, and how much of your Zoom account the app may use.',

  'settings.domains.add': 'Add',
  'settings.domains.add-label': 'Add domains',
  'settings.domains.add-description':
    'Type a domain such as example.com, or paste many, separated by commas, spaces or lines.',
  'settings.domains.none': 'No domain is excluded.',
  'settings.domains.nothing-typed': 'Type or paste at least one domain.',
  'settings.domains.all-known': 'That is on the list already.',
  'settings.domains.show-all': 'Show all {count, number} domains',
  'settings.domains.problem.empty': 'An entry is empty. Remove it.',
  'settings.domains.problem.not-a-domain':
    '“{entry}” is not a domain. Remove it, and add a domain such as example.com in its place.',
  'settings.domains.problem.too-broad':
    '“{entry}” would leave out far more than one organisation. Remove it, and add a domain such as example.com in its place.',

  'settings.notes.title': 'Some entries were saved in another spelling',
  'settings.notes.address': 'Of the address {given}, its domain was saved: {became}.',
  'settings.notes.spelling': '{given} was saved as {became}.',

  'settings.preview.title': 'When you save',
  'settings.preview.loading': 'Finding out what this would change',
  'settings.preview.failed': 'What this would change is not known at the moment. You can save all the same.',
  'settings.preview.correct-first': 'Correct the marked entries to see what your changes would do.',
  'settings.preview.again': 'Find out again',
  'settings.preview.no-webinars': 'No webinars are known yet. The first sync finds them.',
  'settings.preview.turned-on':
    '{count, plural, one {# webinar that is not synced now will be synced.} other {# webinars that are not synced now will be synced.}}',
  'settings.preview.turned-off':
    '{count, plural, one {# webinar will no longer be synced. What was synced stays in HubSpot.} other {# webinars will no longer be synced. What was synced stays in HubSpot.}}',
  'settings.preview.recordings-turned-on':
    '{count, plural, one {Recordings of # webinar will be synced that are not synced now.} other {Recordings of # webinars will be synced that are not synced now.}}',
  'settings.preview.recordings-turned-off':
    '{count, plural, one {New recordings of # webinar will no longer be synced.} other {New recordings of # webinars will no longer be synced.}}',
  'settings.preview.no-webinar-changes': 'No known webinar starts or stops being synced.',
  'settings.preview.catches-up':
    'What was missed while the sync was off is synced too, as far back as Zoom still has it.',
  'settings.preview.goes-off':
    'Nothing is synced until the sync is turned on again. What is missed meanwhile is synced then.',
  'settings.preview.stays-off': 'Nothing is synced as long as “Sync webinar data” is off.',
  'settings.preview.share-title': 'Known webinars that would be synced',
  'settings.preview.share': '{on, number} of {total, number}',
  'settings.preview.contacts-excluded':
    '{count, plural, one {# contact with webinars has an address at {domain}. It stays in HubSpot and is no longer updated.} other {# contacts with webinars have an address at {domain}. They stay in HubSpot and are no longer updated.}}',
  'settings.preview.recordings-excluded':
    '{count, plural, one {# contact with webinars has an address at {domain}, and gets no further recordings and transcripts.} other {# contacts with webinars have an address at {domain}, and get no further recordings and transcripts.}}',
  'settings.preview.nobody-excluded': 'No contact with webinars has an address at a newly excluded domain.',
  'settings.preview.uncounted-domains':
    '{count, plural, one {The contacts of # more domain were not counted.} other {The contacts of # more domains were not counted.}}',
  'settings.preview.policy.create-and-update':
    'From the next sync on, people who were skipped so far because they were not in HubSpot become contacts.',
  'settings.preview.policy.update-only':
    'From the next sync on, nobody new becomes a contact. Contacts that were created stay in HubSpot.',

  'settings.conflict.title': 'Somebody else has saved other settings meanwhile',
  'settings.conflict.meaning': 'Nothing of yours was saved. Compare, and choose how to go on.',
  'settings.conflict.meaning-at':
    'They were saved on {when}, and nothing of yours was. Compare, and choose how to go on.',
  'settings.conflict.setting': 'Setting',
  'settings.conflict.in-force': 'In force now',
  'settings.conflict.yours': 'Yours',
  'settings.conflict.both-changed': 'You have both changed this.',
  'settings.conflict.put-mine-on-top': 'Put my changes on top',
  'settings.conflict.take-theirs': 'Discard mine',
  'settings.conflict.what-happens':
    'Your changes on top keep everything that the other person has changed, except for what you have changed too. Save them afterwards.',

  'settings.invalid-entries.title': 'Nothing was saved',
  'settings.invalid-entries.what-to-do': 'Some entries of the lists below cannot be used. They are marked.',
  'settings.too-many.title': 'Too many choices for single users and webinars',
  'settings.too-many.what-to-do':
    'HubSpot has no room for so many. Choose all users here, and leave out a few in the tab “Users”, or switch fewer single webinars on and off.',
  'settings.not-accepted.title': 'The app did not accept the settings',
  'settings.not-accepted.what-to-do':
    'Reload the page and make your changes again. If it happens again, ask your HubSpot admin to deploy the app again.',

  'settings.set-up.about':
    'These checks look at everything that the app needs, and create in HubSpot what is missing of its own: properties, events and its records. They change nothing else, and can be repeated.',
  'settings.set-up.checking': 'Checking Zoom and HubSpot. This takes some seconds.',
  'settings.set-up.checking-again': 'Checking again. What you see is from the last time.',
  'settings.set-up.check-again': 'Check again',
  'settings.set-up.read-only.title': 'You can look at the set-up, and not run it',
  'settings.set-up.read-only.meaning':
    'The checks create what is missing, and your HubSpot user has no permission to manage integrations. A super admin can give it to you, or run the set-up for you.',
  'settings.set-up.numbered': '{number, number}. {step}',
  'settings.set-up.step.zoom': 'Connect Zoom',
  'settings.set-up.step.hubspot': 'HubSpot permissions',
  'settings.set-up.step.definitions': 'Properties and events',
  'settings.set-up.step.sync-on': 'Turn the sync on',
  'settings.set-up.step.first-sync': 'First sync',
  'settings.set-up.about.zoom':
    'The app signs in to Zoom with a server-to-server app of yours, whose credentials are in the secret ZOOM_CONNECTIONS.',
  'settings.set-up.about.hubspot': 'The app needs permission to read and write what it syncs.',
  'settings.set-up.about.definitions':
    'Contact properties, timeline events and the app’s own records are created in this HubSpot account.',
  'settings.set-up.about.sync-on':
    'Choose whose webinars are synced and who becomes a contact, and turn on “Sync webinar data”.',
  'settings.set-up.about.first-sync':
    'The first sync finds the webinars of your Zoom account and brings in past ones, as far back as you have chosen.',
  'settings.set-up.state.done': 'Done',
  'settings.set-up.state.to-do': 'To do',
  'settings.set-up.state.unknown': 'Not known',
  'settings.set-up.state.waiting': 'Later',
  'settings.set-up.open.global-settings': 'Open the global settings',
  'settings.set-up.open.home': 'Open Home',
  'settings.set-up.passed': '{count, plural, one {# check passed} other {# checks passed}}',
  'settings.set-up.missing': '{count, plural, one {# permission is missing} other {# permissions are missing}}',
  'settings.set-up.missing-names': 'Missing permissions',
  'settings.set-up.created': 'Missing before, and created just now',
  'settings.set-up.copy': 'Copy the names',
  'settings.set-up.copied': '{count, plural, one {# name copied} other {# names copied}}',
  'settings.set-up.not-copied': 'The names could not be copied. Select them and copy them by hand.',
  'settings.set-up.all-done.title': 'Everything is set up',
  'settings.set-up.all-done.meaning': 'Webinars are synced. Home shows how it goes.',

  'users.loading': 'Loading the users of the Zoom account',
  'users.updating': 'Loading',
  'users.account': 'Zoom account',
  'users.primary-account': '{connection} (primary)',
  'users.search': 'Find a user',
  'users.search-placeholder': 'Name or e-mail address',
  'users.clear-search': 'Clear the search',
  'users.no-account.title': 'No Zoom account is connected',
  'users.no-account.what-to-do': 'Connect one in the tab “Set-up”. Its users appear here then.',
  'users.nobody.title': 'This Zoom account has no users',
  'users.nobody.what-to-do': 'Users appear here as soon as Zoom lists them.',
  'users.no-match.title': 'Nobody matches “{query}”',
  'users.no-match.what-to-do': 'Search for a part of a name or of an e-mail address.',
  'users.page': '{first, number} to {last, number} of {total, number}',
  'users.previous': 'Previous',
  'users.next': 'Next',
  'users.column.user': 'Zoom user',
  'users.column.plan': 'Webinar licence',
  'users.column.webinars': 'Webinars',
  'users.column.recordings': 'Recordings and transcripts',
  'users.column.manage': 'Individual settings',
  'users.plan.yes': 'Yes',
  'users.plan.no': 'No',
  'users.plan.unknown': 'Not known yet',
  'users.synced': 'Synced',
  'users.not-synced': 'Not synced',
  'users.nothing-to-sync': 'Nothing to sync',
  'users.follows-account': 'Follows the account',
  'users.own-setting': 'Own setting',
  'users.single-webinars':
    '{count, plural, one {# single webinar has its own switch} other {# single webinars have their own switch}}',
  'users.manage': 'Manage',
  'users.view': 'View',
  'users.not-saved': 'Not saved',

  'users.account-wide.all': 'Webinars of all Zoom users are synced, except for those that are left out here.',
  'users.account-wide.selected': 'Webinars of those Zoom users are synced that are selected here.',
  'users.account-wide.none': 'Webinars of no Zoom user are synced.',
  'users.bar.sync.title': 'Nothing is synced at the moment',
  'users.bar.sync.what-to-do':
    '“Sync webinar data” is off for the whole account. What you set here takes effect when it is turned on in the tab “Global settings”.',
  'users.bar.webinar-users.title': 'Webinars of no Zoom user are synced at the moment',
  'users.bar.webinar-users.what-to-do':
    'What you set here takes effect when webinars of selected or of all Zoom users are chosen in the tab “Global settings”.',

  'users.panel.title': 'Settings of {name}',
  'users.panel.plan.yes': 'Has a webinar licence',
  'users.panel.plan.no': 'Has no webinar licence',
  'users.panel.plan.unknown': 'Whether there is a webinar licence is not known yet',
  'users.field.syncsWebinars': 'Sync this user’s webinars',
  'users.field.newWebinarsOffSince': 'Sync data from newly scheduled webinars by default',
  'users.field.syncsRecordings': 'Sync this user’s webinar recordings and transcripts',
  'users.field.webinars': 'Individual webinars',
  'users.switch.follow': 'Follow the account',
  'users.switch.follow-on': 'The global settings have it synced.',
  'users.switch.follow-off': 'The global settings leave it out.',
  'users.switch.on': 'Always',
  'users.switch.off': 'Never',
  'users.about-on.syncsWebinars': 'Webinars of this user are synced, whether all users or selected ones are.',
  'users.about-off.syncsWebinars':
    'Webinars of this user are left out, except for those that are switched on one by one below.',
  'users.about-on.syncsRecordings': 'Recordings of this user’s synced webinars are synced.',
  'users.about-off.syncsRecordings': 'Recordings and transcripts of this user are left out.',
  'users.new-webinars.on': 'Webinars that this user schedules from now on are synced like the others.',
  'users.new-webinars.off-from-now':
    'Webinars that this user schedules after you have saved are not synced, unless you switch them on one by one below.',
  'users.new-webinars.off-since':
    'Webinars that were scheduled after {when} are not synced, unless they are switched on one by one below.',

  'users.webinars.heading': 'Manage individual webinars',
  'users.webinars.description':
    'The switch of a webinar outweighs the settings above. When a webinar is switched on, what was missed is synced.',
  'users.webinars.search': 'Find a webinar',
  'users.webinars.search-placeholder': 'Topic or webinar ID',
  'users.webinars.loading': 'Loading the webinars of this user',
  'users.webinars.none': 'No webinars of this user are known yet. The sync finds them.',
  'users.webinars.no-match': 'No webinar of this user matches “{query}”.',
  'users.webinars.column.webinar': 'Webinar',
  'users.webinars.column.sync': 'Sync',
  'users.webinars.switch': 'Sync “{topic}”',
  'users.webinar.dated': '{when}, ID {id}',
  'users.webinar.undated': 'Without a date, ID {id}',
  'users.webinar.own': 'Own switch',
  'users.webinar.follows-on': 'Synced by the settings above',
  'users.webinar.follows-off': 'Left out by the settings above',
  'users.webinar.not-supported': 'Belongs to a Zoom Event, and cannot be synced',

  'users.unsaved': '{count, plural, one {# change is not saved} other {# changes are not saved}}',
  'users.close': 'Close',
  'users.leave.title': 'Your changes are not saved',
  'users.leave.meaning': 'They are lost when you discard them.',
  'users.leave.keep': 'Keep editing',
  'users.leave.discard': 'Discard and close',
  'users.conflict.title': 'Somebody else has changed this user meanwhile',
  'users.value.webinars': '{on, number} switched on, {off, number} switched off',
} as const;
