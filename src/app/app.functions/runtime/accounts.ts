import type { Instant } from '../domain/instant.ts';
import { createAccountUserGateway } from '../hubspot/account-user-gateway.ts';
import { createBehaviouralEventGateway } from '../hubspot/behavioural-event-gateway.ts';
import { createCallGateway } from '../hubspot/call-gateway.ts';
import { createContactGateway } from '../hubspot/contact-gateway.ts';
import { createContactParticipationGateway } from '../hubspot/contact-participation-gateway.ts';
import { createDeletedContactGateway } from '../hubspot/deleted-contact-gateway.ts';
import type { HubSpotApi } from '../hubspot/hubspot-api.ts';
import { createMarketingEventGateway } from '../hubspot/marketing-event-gateway.ts';
import type { OverlayStateStore } from '../hubspot/overlay-state-store.ts';
import { findStateObjectTypeId, nameStateObject } from '../hubspot/state-object.ts';
import { createStateStore } from '../hubspot/state-store.ts';
import { ensureAccount, type AccountSetup } from '../setup/ensure-account.ts';
import { parseSetupRecord, setupRecordKey } from '../setup/setup-record.ts';
import type {
  Account,
  ContactGateway,
  ContactWriteOutcome,
  PreparedAccount,
  StateStore,
  StoredRecord,
} from '../sync/ports.ts';

/** The memory of the app in this account; null when it has never been set up. */
export async function findStateStore(api: HubSpotApi): Promise<StateStore | null> {
  const objectTypeId = await findStateObjectTypeId(api);
  return objectTypeId === null ? null : createStateStore(api, objectTypeId);
}

/**
 * The same without asking first whether there is one: where nothing was ever set up, its calls fail. For a page that must
 * not wait for one more call.
 */
export const openStateStore = (api: HubSpotApi): StateStore => createStateStore(api, nameStateObject(api));

/** The account for a sync that writes. */
export function createAccount(api: HubSpotApi, externalAccountId: string, now: () => Instant): Account {
  return {
    setupKey: setupRecordKey,
    findStore: () => findStateStore(api),
    async prepare(setup): Promise<PreparedAccount> {
      const { objectTypeId, eventNames } =
        (await findSetup(api, setup)) ?? (await ensureAccount({ api, now: now(), setupRecord: setup ?? null }));
      return {
        store: createStateStore(api, objectTypeId),
        contacts: createContactGateway(api),
        marketingEvents: createMarketingEventGateway(api, { externalAccountId }),
        behaviouralEvents: createBehaviouralEventGateway(api, { eventNames }),
        calls: createCallGateway(api),
        ...createReaders(api, externalAccountId),
      };
    },
  };
}

/** What only reads is the same in a dry run. */
function createReaders(
  api: HubSpotApi,
  externalAccountId: string,
): Pick<PreparedAccount, 'users' | 'deletedContacts' | 'participations'> {
  return {
    users: createAccountUserGateway(api),
    deletedContacts: createDeletedContactGateway(api),
    participations: createContactParticipationGateway(api, { externalAccountId }),
  };
}

async function findSetup(api: HubSpotApi, setup: StoredRecord | undefined): Promise<AccountSetup | null> {
  const known = parseSetupRecord(setup);
  const objectTypeId = known === null ? null : await findStateObjectTypeId(api);
  return known === null || objectTypeId === null ? null : { objectTypeId, eventNames: known.eventNames };
}

/** The account for a dry run: everything is read, and nothing is written; the overlay keeps the run's own place. */
export function createDryAccount(api: HubSpotApi, overlay: OverlayStateStore, externalAccountId: string): Account {
  return {
    setupKey: setupRecordKey,
    findStore: () => Promise.resolve(overlay),
    prepare: () =>
      Promise.resolve({
        store: overlay,
        contacts: withoutWrites(createContactGateway(api)),
        marketingEvents: {
          upsert: () => Promise.resolve(),
          complete: () => Promise.resolve(),
          record: () => Promise.resolve({ refusals: [] }),
          cancel: () => Promise.resolve(),
          readParticipations: () => Promise.resolve({ registered: 0, attended: 0, cancelled: 0, noShow: 0 }),
        },
        behaviouralEvents: { send: () => Promise.resolve() },
        calls: {
          upsert: () => Promise.resolve({ kind: 'written', callId: idOfNothing }),
          associate: () => Promise.resolve(),
          dissociate: () => Promise.resolve(),
          createTranscript: () => Promise.resolve({ kind: 'created', transcriptId: idOfNothing }),
          deleteTranscript: () => Promise.resolve(),
        },
        ...createReaders(api, externalAccountId),
      }),
  };
}

/** Stands for the id of a record that a dry run would create. */
const idOfNothing = '0';

function withoutWrites(contacts: ContactGateway): ContactGateway {
  const pretend = (inputs: readonly { readonly key: string }[]): Promise<ContactWriteOutcome> =>
    Promise.resolve({
      written: new Map(inputs.map(({ key }) => [key, { contactId: idOfNothing, isNew: false }])),
      rejected: new Map(),
      missing: [],
    });
  return { ...contacts, upsertByEmail: pretend, updateById: pretend };
}
