import type { SessionState } from '../../contract/contact-webinars.ts';

/** The words of the contact card. */
export const contactCardCopy = {
  loading: 'Loading webinars',
  empty: {
    title: 'No Zoom webinars yet',
    text: 'As soon as this contact registers for a Zoom webinar that is synced to HubSpot, it shows up here.',
  },
  summary: {
    registered: 'Registered',
    attended: 'Attended',
    average: 'Average attendance',
    noAverage: '–',
    lastAttended: (date: string) => `Last attended on ${date}`,
  },
  session: {
    states: {
      registered: 'Registered',
      attended: 'Attended',
      'no-show': 'Did not attend',
      cancelled: 'Cancelled',
    } satisfies Record<SessionState, string>,
    attendedOf: (attendedMinutes: string, lengthMinutes: string) => `${attendedMinutes} of ${lengthMinutes} min`,
    attendedShare: (percentage: string) => `Attended ${percentage} of the webinar`,
  },
  registeredOn: (date: string) => `Registered on ${date}`,
  showAll: (count: string) => `Show all ${count} webinars`,
} as const;
