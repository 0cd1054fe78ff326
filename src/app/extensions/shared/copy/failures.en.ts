import type { CallFailure, FailureReason, FailureSystem } from '../../contract/failure.ts';
import { asSentence } from './sentences.en.ts';

/** A failure in words: what happened, and what the reader can do about it. */
export interface FailureExplanation {
  /** Without a full stop. */
  readonly title: string;
  /** One or more full sentences. */
  readonly whatToDo: string;
}

type Failure = CallFailure['failure'];

const systemNames: Readonly<Record<FailureSystem, string>> = { zoom: 'Zoom', hubspot: 'HubSpot', app: 'The app' };

/** Never empty, for every cause; says nothing that the failure itself does not know. */
export function explainFailure(failure: Failure): FailureExplanation {
  return explainReason(failure.reason, failure);
}

function explainReason(reason: FailureReason, failure: Failure): FailureExplanation {
  const system = systemNames[failure.system];
  switch (reason.cause) {
    case 'parameter-unknown':
      return {
        title: `The app does not know the setting “${reason.name}”`,
        whatToDo: 'Check the spelling, or leave the setting out.',
      };
    case 'parameter-invalid':
      return {
        title: `The value of “${reason.name}” cannot be used`,
        whatToDo: `Correct it and try again: ${asSentence(reason.problem)}`,
      };
    case 'webinar-id-invalid':
      return {
        title: `“${reason.given}” is not a webinar ID`,
        whatToDo:
          'Enter the number that Zoom shows on the webinar’s page. It has 9 to 11 digits; blanks and dashes do not matter.',
      };
    case 'webinar-not-found':
      return {
        title: `Zoom has no webinar ${reason.webinarId} in this account`,
        whatToDo:
          'Check the ID. If the webinar belongs to another Zoom account, choose that account. Zoom no longer shows webinars that were deleted or ended long ago.',
      };
    case 'connections-missing':
      return {
        title: 'No Zoom account is connected',
        whatToDo:
          'Store the credentials of a Zoom server-to-server app in the secret ZOOM_CONNECTIONS. In a terminal, set the environment variable of the same name.',
      };
    case 'connections-malformed':
      return {
        title: 'The list of Zoom accounts cannot be read',
        whatToDo: `Correct the secret ZOOM_CONNECTIONS: ${asSentence(reason.problem)}`,
      };
    case 'connection-unknown':
      return {
        title: `There is no Zoom account named “${reason.name}”`,
        whatToDo:
          reason.known.length === 0
            ? 'No Zoom account is connected. Add it to the secret ZOOM_CONNECTIONS.'
            : `Use one of these: ${reason.known.join(', ')}. To connect another account, add it to the secret ZOOM_CONNECTIONS.`,
      };
    case 'zoom-credentials-refused':
      return {
        title: `Zoom refuses the credentials of the account “${reason.connection}”`,
        whatToDo: `In the Zoom App Marketplace, open the server-to-server app, make sure that it is activated, and copy its account ID, client ID and client secret into the secret ZOOM_CONNECTIONS again. Zoom’s reason: ${asSentence(reason.vendorReason)}`,
      };
    case 'zoom-permission-missing':
      return {
        title: 'The Zoom user behind the connection may not read this',
        whatToDo: `Give the owner of the server-to-server app a Zoom role that may read webinars and usage reports, and check that the account has a webinar licence. Zoom’s answer: ${asSentence(reason.vendorMessage)}`,
      };
    case 'hubspot-token-missing':
      return {
        title: 'The app has no access to HubSpot',
        whatToDo:
          'In HubSpot, install the app in this account again. In a terminal, set the environment variable HUBSPOT_ACCESS_TOKEN.',
      };
    case 'hubspot-token-refused':
      return {
        title: 'HubSpot refuses the app’s access token',
        whatToDo:
          'In HubSpot, check that the app is still installed, and install it again if it is not. In a terminal, copy the token from the app’s distribution page into HUBSPOT_ACCESS_TOKEN.',
      };
    case 'scopes-missing':
      return {
        title: `${system} does not give the app all the permissions that it needs`,
        whatToDo: `${
          failure.system === 'zoom'
            ? 'Add these scopes to the server-to-server app in the Zoom App Marketplace'
            : 'Install the app again and allow these scopes'
        }: ${reason.scopes.length === 0 ? 'the ones listed in the documentation' : reason.scopes.join(', ')}.`,
      };
    case 'contact-not-found':
      return {
        title: 'This contact no longer exists in HubSpot',
        whatToDo: 'Reload the page. The contact may have been deleted or merged into another one.',
      };
    case 'contact-without-address':
      return {
        title: 'This contact has no email address',
        whatToDo: 'Zoom knows people by their email address. Add the contact’s address in HubSpot and try again.',
      };
    case 'person-not-listed':
      return {
        title: `Zoom does not list this person for webinar ${reason.webinarId}`,
        whatToDo:
          'Check the email address in Zoom’s registration and attendance reports. Whoever used another address there is synced under that address.',
      };
    case 'sweep-unknown':
      return {
        title: 'This search for webinars cannot be continued',
        whatToDo:
          'The app has no record of it any more. Start it again; webinars that were synced already are not synced twice.',
      };
    case 'settings-too-new':
      return {
        title: 'The settings were saved by a newer version of the app',
        whatToDo:
          'Nothing is synced, and nothing was changed, because this version could misread them. Ask your HubSpot admin to deploy the newest version of the app, then reload the page.',
      };
    case 'run-unknown':
      return {
        title: 'This sync cannot be continued',
        whatToDo:
          'The app has no record of it any more. Start the sync of the webinar again; nothing is written twice.',
      };
    case 'answer-malformed':
      return {
        title: `${system} answered in a way that the app does not understand`,
        whatToDo: `Nothing was guessed, and nothing was written because of it. Try again later. If it happens again, report it to the app’s developer: ${asSentence(reason.problem)}`,
      };
    case 'limit-reached':
      return explainLimit(reason.limit, system, failure.retryAfterSeconds);
    case 'vendor-refused':
      return {
        title: `${system} refused to ${toVerb(failure.operation)}`,
        whatToDo: `${system} gave this reason: ${asSentence(reason.problem)} Try again after it is corrected.`,
      };
    case 'vendor-unavailable':
      return {
        title:
          failure.system === 'app' ? 'The app cannot be reached right now' : `${system} cannot be reached right now`,
        whatToDo: `${whenToTryAgain(failure.retryAfterSeconds)} The sync continues where it stopped.`,
      };
    case 'out-of-time':
      return {
        title: 'The app ran out of time',
        whatToDo: 'Try again. The sync continues where it stopped, and nothing is written twice.',
      };
    case 'internal':
      return {
        title: 'Something went wrong in the app',
        whatToDo:
          failure.correlationId === null
            ? 'Try again. If it happens again, report it to the app’s developer.'
            : 'Try again. If it happens again, report it to the app’s developer with the reference number.',
      };
  }
}

function explainLimit(
  limit: 'second' | 'ten-seconds' | 'day',
  system: string,
  retryAfterSeconds: number | null,
): FailureExplanation {
  if (limit === 'day') {
    return {
      title: `The account’s daily limit of ${system} calls is used up`,
      whatToDo:
        'Every app of the account shares this limit. Continue when it is reset, usually tomorrow. The sync continues where it stopped.',
    };
  }
  return {
    title: `${system} is getting too many requests at the moment`,
    whatToDo: `${whenToTryAgain(retryAfterSeconds)} The sync continues where it stopped. If this happens often, find out which other apps call ${system} at the same time.`,
  };
}

function whenToTryAgain(retryAfterSeconds: number | null): string {
  if (retryAfterSeconds === null || retryAfterSeconds <= 0) return 'Try again in a few minutes.';
  if (retryAfterSeconds < 60) {
    const seconds = Math.ceil(retryAfterSeconds);
    return `Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
  }
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return `Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
}

/** Operations are named by a verb and its object: “list webinar participants”. */
function toVerb(operation: string): string {
  return operation === '' ? 'do this' : operation;
}
