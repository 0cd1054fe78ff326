/** What several views say. */
export const commonEn = {
  'common.loading': 'Loading',
  'common.try-again': 'Try again',
  'common.reference': 'Reference number: {reference}',
  'common.webinars': '{count, plural, one {# webinar} other {# webinars}}',
  'common.times-in-zone': 'All times are in the time zone {zone}.',
  /** In the place of a vendor’s own words, after a colon, where the vendor gave none. */
  'common.not-stated': 'not stated.',
  'common.quoted': '“{text}”',
  'common.no-answer.title': 'No answer from the Zoom app',
  'common.no-answer.what-to-do':
    'HubSpot could not run this part of the app. Try again in a minute. If it happens again, ask your HubSpot admin to check that the app is deployed and to look at its function logs.',
  'common.unreadable-answer.title': 'The Zoom app was updated',
  'common.unreadable-answer.what-to-do':
    'This page and the app are from different versions. Reload the page. If it happens again, ask your HubSpot admin to deploy the app again.',
} as const;
