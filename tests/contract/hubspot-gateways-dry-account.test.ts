import { expect, it } from 'vitest';
import { createOverlayStateStore } from '../../src/app/app.functions/hubspot/overlay-state-store.ts';
import { createAccount, createDryAccount } from '../../src/app/app.functions/runtime/accounts.ts';
import type { PreparedAccount } from '../../src/app/app.functions/sync/ports.ts';
import { aHubSpot, hourMs, noon } from './hubspot-gateways-kit.ts';

const anEvent = {
  externalEventId: 'webinar-1',
  name: 'Growing tomatoes',
  organiser: 'Hanna',
  description: '',
  url: null,
  startsAt: noon + hourMs,
  endsAt: noon + 2 * hourMs,
  isCompleted: false,
};
const anEntry = { contactId: '1', interactionAt: noon };

async function writeEverything(account: PreparedAccount): Promise<void> {
  const { store, contacts, marketingEvents, behaviouralEvents, calls } = account;
  const record = { kind: 'rows', payload: '', version: 1, status: '', occurredAt: noon, summary: '' } as const;
  await store.createAll([{ ...record, key: 'a' }]);
  await store.write([{ ...record, key: 'b' }]);
  await contacts.upsertByEmail([{ key: 'k', email: 'new@guests.com', properties: {} }]);
  await marketingEvents.upsert({ ...anEvent, externalEventId: 'webinar-2' });
  await marketingEvents.record('webinar-2', 'register', [anEntry]);
  await marketingEvents.complete('webinar-2', noon, noon + hourMs);
  await marketingEvents.cancel('webinar-1');
  await behaviouralEvents.send([{ kind: 'recording', contactId: '1', occurredAt: noon, uuid: 'u', properties: {} }]);
  const call = { key: 'r', title: '', startedAt: noon, lengthMs: 1, url: null, body: '' };
  expect(await calls.upsert(call)).toMatchObject({ kind: 'written' });
  await calls.associate('1', ['1']);
  await calls.dissociate('1', ['1']);
  const utterance = { speaker: 'Ada', text: 'Hello', startMs: 0, endMs: 1 };
  expect(await calls.createTranscript('1', [utterance])).toMatchObject({ kind: 'created' });
  await calls.deleteTranscript('1');
}

const readEverything = async ({ users, deletedContacts, participations }: PreparedAccount) => ({
  users: await users.listUserAddresses(null),
  deleted: await deletedContacts.listDeletedAddresses(null),
  found: await deletedContacts.findDeletedAddresses(['gone@guests.com']),
  participations: await participations.listParticipations('1'),
});

it('B3: the account of a dry run reads what the real one reads, and writes nothing', async () => {
  const hubspot = await aHubSpot({
    users: [{ id: 1, email: 'admin@brand.com' }],
    contacts: [
      { id: '1', properties: { email: 'kim@guests.com' } },
      { id: '2', properties: { email: 'gone@guests.com' }, archived: true },
    ],
    switches: { archivedLookupByEmail: 'found' },
  });
  const real = await createAccount(hubspot.api, 'zoom-account-1', () => noon).prepare(undefined);
  await real.marketingEvents.upsert(anEvent);
  await real.marketingEvents.record('webinar-1', 'register', [anEntry]);
  const dry = await createDryAccount(
    hubspot.api,
    createOverlayStateStore(real.store, undefined),
    'zoom-account-1',
  ).prepare(undefined);
  hubspot.forgetCalls();

  await writeEverything(dry);
  const seenDry = await readEverything(dry);

  const reading = ['.list', '-read', '.of-contact'];
  expect(hubspot.calls().filter((call) => !reading.some((end) => call.endsWith(end)))).toEqual([]);
  expect(seenDry).toEqual(await readEverything(real));
  expect(seenDry).toMatchObject({
    users: { addresses: ['admin@brand.com'] },
    deleted: { addresses: ['gone@guests.com'] },
    found: ['gone@guests.com'],
    participations: [{ externalEventId: 'webinar-1', state: 'registered' }],
  });
});
