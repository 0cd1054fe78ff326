import type { SetupCheck, SetupCheckName } from '../../contract/setup.ts';
import { explainFailure } from './failures.en.ts';

/** One line of the set-up in words. */
export interface SetupExplanation {
  /** What is checked, without a full stop. */
  readonly title: string;
  /** One or more full sentences: how it stands. */
  readonly meaning: string;
  /** One or more full sentences; null where there is nothing to do. */
  readonly fix: string | null;
}

export const setupStateTexts: Readonly<Record<SetupCheck['state'], string>> = {
  ok: 'Ready',
  fixed: 'Created just now',
  'to-do': 'To do',
  unknown: 'Not checked',
};

const titles: Readonly<Record<SetupCheckName, string>> = {
  'zoom-connections': 'Zoom accounts',
  'zoom-credentials': 'Zoom credentials',
  'zoom-scopes': 'Zoom permissions',
  'zoom-webinar-plan': 'Zoom webinar licence',
  'hubspot-token': 'Access to HubSpot',
  'hubspot-scopes': 'HubSpot permissions',
  'hubspot-definitions': 'Properties, events and the app’s own records',
  'sync-switch': 'Sync webinar data',
};

const readyTexts: Readonly<Record<SetupCheckName, string>> = {
  'zoom-connections': 'The secret ZOOM_CONNECTIONS can be read.',
  'zoom-credentials': 'Zoom accepts the credentials.',
  'zoom-scopes': 'Zoom gives the app all the permissions that it needs.',
  'zoom-webinar-plan': 'At least one user of the Zoom account may hold webinars.',
  'hubspot-token': 'HubSpot accepts the app’s access token.',
  'hubspot-scopes': 'HubSpot gives the app all the permissions that it needs.',
  'hubspot-definitions': 'Everything that the app needs in this HubSpot account is there.',
  'sync-switch': 'Sync webinar data is on.',
};

/** Never empty, for every check in every state. Names what is missing or was created, one by one. */
export function explainSetupCheck(check: SetupCheck): SetupExplanation {
  const title = check.connection === null ? titles[check.check] : `${titles[check.check]}: ${check.connection}`;
  switch (check.state) {
    case 'ok':
      return { title, meaning: readyTexts[check.check], fix: null };
    case 'fixed':
      return { title, meaning: `This was missing and has been created: ${check.names.join(', ')}.`, fix: null };
    case 'to-do':
      return { title, ...explainTask(check) };
    case 'unknown':
      return { title, ...explainUnknown(check) };
  }
}

type Words = Pick<SetupExplanation, 'meaning' | 'fix'>;

function explainTask(check: SetupCheck): Words {
  if (check.names.length > 0) return explainMissing(check.check, check.names.join(', '));
  if (check.failure !== null) return explainCause(check.failure);
  switch (check.check) {
    case 'zoom-webinar-plan':
      return {
        meaning: 'No user of the Zoom account has a webinar licence.',
        fix: 'In Zoom, give a webinar licence to those who hold webinars, then run the set-up again.',
      };
    case 'sync-switch':
      return {
        meaning: 'While Sync webinar data is off, the app writes nothing to HubSpot.',
        fix: 'Turn it on in the global settings when everything else is ready.',
      };
    case 'zoom-connections':
    case 'zoom-credentials':
    case 'zoom-scopes':
    case 'hubspot-token':
    case 'hubspot-scopes':
    case 'hubspot-definitions':
      return { meaning: 'This does not work yet.', fix: 'Follow the installation guide, then run the set-up again.' };
  }
}

function explainMissing(check: SetupCheckName, names: string): Words {
  if (check === 'zoom-scopes') {
    return {
      meaning: `Zoom does not give the app these permissions: ${names}.`,
      fix: 'In the Zoom App Marketplace, open the server-to-server app and add these scopes. If they are there already, the app’s owner needs a Zoom role that covers them. Then run the set-up again.',
    };
  }
  return {
    meaning: `HubSpot does not give the app these permissions: ${names}.`,
    fix: 'Install the app in this HubSpot account again and allow these scopes, then run the set-up again.',
  };
}

function explainUnknown({ check, failure }: SetupCheck): Words {
  if (failure !== null) {
    const { meaning, fix } = explainCause(failure);
    return { meaning: `This could not be checked. ${meaning}`, fix };
  }
  return check === 'zoom-webinar-plan'
    ? {
        meaning:
          'The first users of the Zoom account have no webinar licence, and no webinar was held in the last month.',
        fix: 'Make sure in Zoom that somebody has a webinar licence. The sync finds every webinar by itself.',
      }
    : { meaning: 'This could not be checked.', fix: 'Run the set-up again.' };
}

function explainCause(failure: NonNullable<SetupCheck['failure']>): Words {
  const { title, whatToDo } = explainFailure(failure);
  return { meaning: `${title}.`, fix: whatToDo };
}
