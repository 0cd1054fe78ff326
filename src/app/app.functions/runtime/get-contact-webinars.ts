import type { ContactWebinarsAnswer } from '../../extensions/contract/contact-webinars.ts';
import { emptyHistory, type ContactHistory, type HistoryWebinar } from '../contact-history/contact-history.ts';
import { toContactWebinars } from '../contact-history/contact-webinars.ts';
import { parseHistory } from '../contact-history/history-text.ts';
import { findRecordingLinks, type RecordingLinks } from '../contact-history/recording-links.ts';
import { contactPropertyNames } from '../domain/contact-properties.ts';
import { isIntegrationError } from '../http/integration-error.ts';
import { objectBatchSizeMax } from '../hubspot/hubspot-limits.ts';
import { toPeopleRules } from '../settings/people-rules.ts';
import { parseWebinarState, recordKeysOf } from '../sync/checkpoint.ts';
import { openStateStore } from './accounts.ts';
import type { Call } from './handle-call.ts';
import { contactWebinarsParameters, parseParameters } from './parameters.ts';
import { readContact } from './read-contact.ts';
import { systemTime } from './system-time.ts';
import type { Vendors } from './vendors.ts';

/**
 * A contact's registrations and attendance: one HubSpot call for the contact, and one for the recordings of the webinars
 * that have been held. Everything but the contact itself may be missing: the card then shows less.
 */
export async function getContactWebinars({ vendors, parameters }: Call): Promise<ContactWebinarsAnswer> {
  const { contactId } = parseParameters(contactWebinarsParameters, parameters);
  const contact = await readContact(vendors.hubspot, contactId, [contactPropertyNames.history]);
  const history = parseHistory(contact.properties[contactPropertyNames.history]) ?? emptyHistory;
  const links = await readRecordingLinks(vendors, history);
  return toContactWebinars(history, {
    now: systemTime.now(),
    connectionNames: nameConnections(vendors),
    recordingUrlOf: (webinar, sessionKey) => {
      const found = links.get(stateKeyOf(webinar));
      if (found === undefined || isExcluded(found, contact.email)) return null;
      return found.urlBySession.get(sessionKey) ?? null;
    },
  });
}

/** By key of the webinar's record. Webinars beyond a batch are the oldest. */
async function readRecordingLinks(
  vendors: Vendors,
  { webinars }: ContactHistory,
): Promise<ReadonlyMap<string, RecordingLinks>> {
  const held = webinars.filter(({ sessions }) => sessions.some(({ isOver }) => isOver));
  const keys = held.slice(0, objectBatchSizeMax).map(stateKeyOf);
  if (keys.length === 0) return new Map();
  try {
    const records = await openStateStore(vendors.hubspot).read(keys);
    return new Map(
      [...records].flatMap(([key, { payload }]) => {
        const links = findRecordingLinks(parseWebinarState(payload)?.lastReport ?? null);
        return links === null ? [] : [[key, links] as const];
      }),
    );
  } catch (error) {
    if (!isIntegrationError(error)) throw error;
    return new Map();
  }
}

const stateKeyOf = ({ accountId, webinarId }: HistoryWebinar): string => recordKeysOf(accountId, webinarId).state;

/** Recordings are kept from people of these domains, so the card of such a person does not offer them either. */
const isExcluded = ({ excludedDomains }: RecordingLinks, address: string | null): boolean =>
  address !== null &&
  toPeopleRules({
    contactExclusions: [],
    recordingExclusions: excludedDomains,
    contactPolicy: 'create-and-update',
  }).isRecordingExcluded(address);

/** Of two connections to one account, the first. Without a readable secret no account has a name. */
function nameConnections(vendors: Vendors): ReadonlyMap<string, string> {
  try {
    return new Map(
      vendors
        .connections()
        .map(({ accountId, name }) => [accountId, name] as const)
        .toReversed(),
    );
  } catch (error) {
    if (!isIntegrationError(error)) throw error;
    return new Map();
  }
}
