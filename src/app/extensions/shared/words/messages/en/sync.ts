/** States, phases, triggers and skip reasons of a sync. All of them are labels, without a full stop. */
export const syncEn = {
  'sync.status.complete': 'Complete',
  'sync.status.partial': 'Partly synced',
  'sync.status.off': 'Switched off',
  'sync.status.not-supported': 'Not supported',
  'sync.status.failed': 'Failed',

  'sync.trigger.manual': 'Started by hand',
  'sync.trigger.terminal': 'Started from a terminal',
  'sync.trigger.sweep': 'Started automatically',
  'sync.trigger.settings': 'Started by a change of the settings',
  'sync.trigger.webhook': 'Started by an event from Zoom',
  'sync.trigger.person': 'One person only, started by hand',

  'sync.phase.reading': 'Reading from Zoom',
  'sync.phase.writing': 'Writing to HubSpot',
  'sync.phase.finishing': 'Finishing',
  'sync.phase.waiting': 'Waiting',
  'sync.phase.done': 'Done',

  'skip.guest-without-address': 'Joined as a guest, Zoom gives no email address',
  'skip.invalid-address': 'Email address is not valid',
  'skip.secondary-address': 'Email address is a secondary address of another contact',
  'skip.account-user': 'User of this HubSpot account',
  'skip.excluded-domain': 'Email address of an excluded domain',
  'skip.deleted-contact': 'Contact was deleted in HubSpot',
  'skip.contact-unknown': 'Not a contact yet, and contacts are only updated',
  'skip.awaiting-approval': 'Registration awaits approval in Zoom',
  'skip.denied': 'Registration was denied in Zoom',
  'skip.unusable-times': 'Zoom reports no usable join and leave times',
  'skip.never-admitted': 'Stayed in the waiting room',
  'skip.attendance-not-ready': 'Zoom has not finished the attendance report',
  'skip.rejected-by-hubspot': 'HubSpot did not accept the contact',
  /** Stored by another version of the app. */
  'skip.other': 'Another reason',
} as const;
