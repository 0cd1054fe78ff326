import { describe, expect, it } from 'vitest';
import { createAccountUserGateway } from '../../src/app/app.functions/hubspot/account-user-gateway.ts';
import { createContactParticipationGateway } from '../../src/app/app.functions/hubspot/contact-participation-gateway.ts';
import { createDeletedContactGateway } from '../../src/app/app.functions/hubspot/deleted-contact-gateway.ts';
import { createMarketingEventGateway } from '../../src/app/app.functions/hubspot/marketing-event-gateway.ts';
import type { AddressPage } from '../../src/app/app.functions/sync/account-ports.ts';
import { knownScopes } from '../../emulators/hubspot/scopes.ts';
import { aHubSpot, failureOf, hourMs, noon } from './hubspot-gateways-kit.ts';

const dayMs = 24 * hourMs;
const contactOf = (id: number, email: string, properties: Readonly<Record<string, string>> = {}) => ({
  id: String(id),
  properties: { email, ...properties },
});

async function readAll(list: (after: string | null) => Promise<AddressPage>): Promise<readonly string[]> {
  const addresses: string[] = [];
  let after: string | null = null;
  do {
    const page: AddressPage = await list(after);
    addresses.push(...page.addresses);
    after = page.after;
  } while (after !== null);
  return addresses;
}

describe('S13: users of the account', () => {
  it.each([
    [0, 1],
    [1, 1],
    [100, 1],
    [101, 2],
    [250, 3],
  ])('are read to the last of %i, in %i calls', async (count, callCount) => {
    const users = Array.from({ length: count }, (_, index) => ({ id: index + 1, email: `User${index}@Brand.com` }));
    const hubspot = await aHubSpot({ users });
    const gateway = createAccountUserGateway(hubspot.api);

    const addresses = await readAll((after) => gateway.listUserAddresses(after));

    expect(addresses).toEqual(users.map(({ email }) => email.toLowerCase()));
    expect(hubspot.calls()).toEqual(Array.from({ length: callCount }, () => 'GET settings-users.list'));
  });

  it('cannot be read without the scope, which is named', async () => {
    const scopes = knownScopes.filter((scope) => !['settings.users.read', 'crm.objects.users.read'].includes(scope));
    const hubspot = await aHubSpot({ account: { scopes } });

    expect(await failureOf(createAccountUserGateway(hubspot.api).listUserAddresses(null))).toMatchObject({
      kind: 'missing-scope',
      reason: { cause: 'scopes-missing', scopes: expect.arrayContaining(['settings.users.read']) },
    });
  });
});

describe('S14: deleted contacts', () => {
  const people = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...contactOf(1_000 + index, `p${index}@guests.com`),
      archived: true,
    }));

  it.each([
    [0, 1],
    [1, 1],
    [100, 1],
    [101, 2],
  ])('are listed to the last of %i, in %i calls, and living ones are not', async (count, callCount) => {
    const hubspot = await aHubSpot({ contacts: [...people(count), contactOf(1, 'kim@brand.com')] });
    const gateway = createDeletedContactGateway(hubspot.api);

    const addresses = await readAll((after) => gateway.listDeletedAddresses(after));

    expect([...addresses].sort()).toEqual(
      people(count)
        .map(({ properties }) => properties.email)
        .sort(),
    );
    expect(hubspot.calls()).toHaveLength(callCount);
  });

  it('are listed with their secondary addresses from the moment they are deleted until they are restored', async () => {
    const hubspot = await aHubSpot({
      contacts: [contactOf(1, 'kim@brand.com', { hs_additional_emails: 'old@brand.com' })],
    });
    const gateway = createDeletedContactGateway(hubspot.api);

    const before = await gateway.listDeletedAddresses(null);
    await hubspot.lever('archive-contact', { id: '1' });
    const deleted = await gateway.listDeletedAddresses(null);
    await hubspot.lever('restore-contact', { id: '1' });

    expect(before.addresses).toEqual([]);
    expect(deleted.addresses).toEqual(['kim@brand.com', 'old@brand.com']);
    expect(await gateway.listDeletedAddresses(null)).toEqual({ addresses: [], after: null });
  });

  it.each([
    ['found', ['p1@guests.com']],
    ['not-found', []],
    ['refused', []],
  ] as const)('are looked for by address, which HubSpot may answer with %s', async (archivedLookupByEmail, found) => {
    const hubspot = await aHubSpot({
      contacts: [...people(2), contactOf(1, 'kim@brand.com')],
      switches: { archivedLookupByEmail },
    });

    const asked = ['kim@brand.com', 'p1@guests.com', 'new@guests.com'];

    expect(await createDeletedContactGateway(hubspot.api).findDeletedAddresses(asked)).toEqual(found);
    expect(hubspot.calls()).toHaveLength(1);
  });

  it('are unknown without the scope', async () => {
    const scopes = knownScopes.filter((scope) => scope !== 'crm.objects.contacts.read');
    const gateway = createDeletedContactGateway((await aHubSpot({ account: { scopes } })).api);

    const failures = [
      failureOf(gateway.listDeletedAddresses(null)),
      failureOf(gateway.findDeletedAddresses(['a@b.com'])),
    ];

    expect((await Promise.all(failures)).map(({ kind }) => kind)).toEqual(['missing-scope', 'missing-scope']);
  });
});

describe('participations of a contact', () => {
  const externalAccountId = 'zoom-account-1';
  const anEvent = (externalEventId: string) => ({
    externalEventId,
    name: `Webinar ${externalEventId}`,
    organiser: 'Hanna',
    description: '',
    url: null,
    startsAt: noon - dayMs,
    endsAt: noon - dayMs + hourMs,
    isCompleted: false,
  });
  const registration = { contactId: '1', interactionAt: noon - 2 * dayMs };
  const attendance = {
    contactId: '1',
    interactionAt: noon - dayMs,
    joinedAt: noon - dayMs,
    leftAt: noon - dayMs + hourMs / 2,
  };

  it.each([
    ['epoch-ms', 'fraction'],
    ['epoch-ms', 'percent'],
    ['iso', 'fraction'],
    ['iso', 'percent'],
  ] as const)(
    'say what became of each webinar (times as %s, shares as %s)',
    async (occurredAtFormat, attendancePercentageFormat) => {
      const hubspot = await aHubSpot({
        contacts: [contactOf(1, 'kim@brand.com')],
        switches: { occurredAtFormat, attendancePercentageFormat },
      });
      const events = createMarketingEventGateway(hubspot.api, { externalAccountId });
      for (const id of ['attended', 'cancelled', 'missed']) await events.upsert(anEvent(id));
      await events.upsert({ ...anEvent('planned'), startsAt: noon + hourMs, endsAt: noon + 2 * hourMs });
      for (const id of ['attended', 'cancelled', 'missed', 'planned'])
        await events.record(id, 'register', [registration]);
      await events.record('attended', 'attend', [attendance]);
      await events.record('cancelled', 'cancel', [{ contactId: '1', interactionAt: noon - dayMs - hourMs }]);
      await events.complete('attended', noon - dayMs, noon - dayMs + hourMs);

      const found = await createContactParticipationGateway(hubspot.api, { externalAccountId }).listParticipations('1');

      const byName = new Map(found.map((participation) => [participation.eventName, participation]));
      expect(byName.get('Webinar attended')).toEqual({
        externalEventId: 'attended',
        eventName: 'Webinar attended',
        state: 'attended',
        occurredAt: noon - dayMs,
        attendedSeconds: 1_800,
        percentage: 50,
      });
      expect(found.map(({ state }) => state).sort()).toEqual(['attended', 'cancelled', 'no-show', 'registered']);
      expect(byName.get('Webinar planned')).toMatchObject({
        occurredAt: noon - 2 * dayMs,
        attendedSeconds: null,
        percentage: null,
      });
    },
  );

  it('are those of one Zoom account, read to the end in a call per hundred', async () => {
    const attendanceOf = { contactId: '1', state: 'register', interactionDateTime: noon } as const;
    const eventOf = (index: number, account: string) => ({
      externalEventId: `webinar-${index}`,
      externalAccountId: account,
      eventName: `Webinar ${index}`,
      eventOrganizer: 'Hanna',
      customProperties: [],
      attendance: [attendanceOf],
    });
    const hubspot = await aHubSpot({
      contacts: [contactOf(1, 'kim@brand.com')],
      marketingEvents: [
        ...Array.from({ length: 150 }, (_, index) => eventOf(index, externalAccountId)),
        ...Array.from({ length: 30 }, (_, index) => eventOf(index, 'another account')),
      ],
    });

    const found = await createContactParticipationGateway(hubspot.api, { externalAccountId }).listParticipations('1');

    expect(found).toHaveLength(150);
    expect(hubspot.calls()).toHaveLength(2);
  });

  it('are none for somebody who is not there', async () => {
    const gateway = createContactParticipationGateway((await aHubSpot()).api, { externalAccountId });

    expect(await gateway.listParticipations('999')).toEqual([]);
  });
});
