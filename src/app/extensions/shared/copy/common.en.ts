/** Words that several views share. */
export const commonCopy = {
  tryAgain: 'Try again',
  referenceNumber: (reference: string) => `Reference number: ${reference}`,
  noAnswer: {
    title: 'No answer from the Zoom app',
    whatToDo:
      'HubSpot could not run this part of the app. Try again in a minute. If it happens again, ask your HubSpot admin to check that the app is deployed and to look at its function logs.',
  },
  unreadableAnswer: {
    title: 'The Zoom app was updated',
    whatToDo:
      'This page and the app are from different versions. Reload the page. If it happens again, ask your HubSpot admin to deploy the app again.',
  },
} as const;
