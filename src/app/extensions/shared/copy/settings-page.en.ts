import type { SyncStatus } from '../../contract/sync.ts';

/** The words of the settings page. */
export const settingsPageCopy = {
  loading: 'Loading',
  connections: {
    heading: 'Zoom accounts',
    connected: 'Connected',
    failing: 'Not working',
    primary: 'Primary',
    none: {
      title: 'No Zoom account is connected',
      whatToDo:
        'Ask a developer to store the Zoom credentials in the secret ZOOM_CONNECTIONS of this HubSpot account, then reload this page.',
    },
  },
  syncForm: {
    heading: 'Sync a webinar now',
    webinarId: 'Webinar ID',
    webinarIdHint: 'Zoom shows it on the webinar’s page, for example 812 3456 7890. Blanks and dashes do not matter.',
    webinarIdMissing: 'Enter the ID of a webinar.',
    submit: 'Sync now',
    continue: 'Continue',
    again: 'Try again',
    finished: {
      complete: 'The sync is finished',
      partial: 'The sync is finished, with open ends',
      off: 'Nothing was synced, because the settings are off',
      'not-supported': 'Nothing was synced, because this webinar is not supported',
      failed: 'The sync failed and was given up',
    } satisfies Record<SyncStatus, string>,
  },
  progress: {
    starting: 'Starting',
    soFar: (phase: string, count: string) => `${phase}: ${count} so far`,
    countOf: (done: string, total: string) => `${done} of ${total}`,
    continuesIn: (seconds: string) => `Continues in ${seconds} s. Keep this page open.`,
  },
  lastRuns: {
    heading: 'Last syncs',
    neverUsed: {
      title: 'Nothing has been synced yet',
      text: 'Enter the ID of a webinar above. The first sync also creates what the app needs in this HubSpot account: contact properties, events and a place for its own records.',
    },
    none: {
      title: 'No syncs yet',
      text: 'The app is set up, and no webinar has been synced so far. Enter the ID of a webinar above.',
    },
  },
  run: {
    dryRun: 'Trial run, nothing was written',
    people: 'People',
    synced: 'Synced',
    unchanged: 'Unchanged',
    skipped: 'Skipped',
    skippedHeading: 'Not synced',
    skippedLine: (reason: string, count: string) => `${reason}: ${count}`,
    otherReason: 'Another reason',
    warningsHeading: 'Please note',
  },
} as const;
