import { describe, expect, it } from 'vitest';
import { describeTimelines } from '../../emulators/hubspot/index.ts';
import { knownScopes } from '../../emulators/hubspot/scopes.ts';
import { createBehaviouralEventGateway } from '../../src/app/app.functions/hubspot/behavioural-event-gateway.ts';
import { createContactGateway } from '../../src/app/app.functions/hubspot/contact-gateway.ts';
import { createMarketingEventGateway } from '../../src/app/app.functions/hubspot/marketing-event-gateway.ts';
import { createOverlayStateStore } from '../../src/app/app.functions/hubspot/overlay-state-store.ts';
import { createStateStore } from '../../src/app/app.functions/hubspot/state-store.ts';
import { ensureAccount } from '../../src/app/app.functions/setup/ensure-account.ts';
import type { BehaviouralEvent, StateRecord, StateStore } from '../../src/app/app.functions/sync/ports.ts';
import { aHubSpot, failureOf, hourMs, noon, secondMs, type HubSpotUnderTest } from './hubspot-gateways-kit.ts';

const person = (index: number, properties: Readonly<Record<string, string>> = {}) => ({
  key: `person-${index}`,
  email: `p${index}@guests.com`,
  properties: { firstname: `P${index}`, ...properties },
});
const people = (count: number) => Array.from({ length: count }, (_, index) => person(index));
const addresses = (count: number) => people(count).map(({ email }) => email);
const aContact = (id: number, email: string, properties: Readonly<Record<string, string>> = {}) => ({
  id: String(id),
  properties: { email, ...properties },
});
const liveContactCount = async (hubspot: HubSpotUnderTest, emails: readonly string[]) =>
  (await createContactGateway(hubspot.otherProcess()).readByEmail(emails, [])).length;

describe('contacts', () => {
  it.each([
    [0, 0],
    [1, 2],
    [100, 2],
  ])('go to HubSpot and come back, %i of them in %i calls', async (count, callCount) => {
    const hubspot = await aHubSpot();
    const contacts = createContactGateway(hubspot.api);

    const { written, rejected, missing } = await contacts.upsertByEmail(people(count));
    const found = await contacts.readByEmail(addresses(count), ['firstname']);

    expect([written.size, rejected.size, missing.length]).toEqual([count, 0, 0]);
    expect(hubspot.calls()).toHaveLength(callCount);
    const nameById = new Map(found.map(({ contactId, properties }) => [contactId, properties.firstname]));
    const expected = people(count).map(({ key, properties }) => [key, properties.firstname]);
    expect([...written].map(([key, { contactId }]) => [key, nameById.get(contactId)])).toEqual(
      expect.arrayContaining(expected),
    );
  });

  it('are recognised in other letters and in another order', async () => {
    const hubspot = await aHubSpot();
    const contacts = createContactGateway(hubspot.api);
    const first = await contacts.upsertByEmail(people(50));

    const second = await contacts.upsertByEmail(
      people(50)
        .map((input) => ({ ...input, email: input.email.toUpperCase() }))
        .toReversed(),
    );

    const idsOf = ({ written }: typeof first) =>
      [...written].map(([key, { contactId }]) => `${key} ${contactId}`).sort();
    expect(idsOf(second)).toEqual(idsOf(first));
    expect([...second.written.values()].some(({ isNew }) => isNew)).toBe(false);
    expect([...first.written.values()].every(({ isNew }) => isNew)).toBe(true);
  });

  it('are found by a secondary address, and say so', async () => {
    const seed = {
      contacts: [aContact(101, 'kim@brand.com', { hs_additional_emails: 'old@brand.com;Older@brand.com' })],
    };
    const contacts = createContactGateway((await aHubSpot(seed)).api);

    expect(await contacts.readByEmail(['older@brand.com', 'kim@brand.com'], [])).toMatchObject([
      { contactId: '101', email: 'kim@brand.com', additionalEmails: ['old@brand.com', 'older@brand.com'] },
    ]);
  });

  it('are updated under their primary address when HubSpot takes a secondary one for an upsert', async () => {
    const seed = { contacts: [aContact(101, 'kim@brand.com', { hs_additional_emails: 'p1@guests.com' })] };
    const hubspot = await aHubSpot({ ...seed, switches: { upsertBySecondaryEmail: 'updates-owner' } });
    const contacts = createContactGateway(hubspot.api);

    const { written } = await contacts.upsertByEmail([person(1)]);

    expect(written.get('person-1')).toEqual({ contactId: '101', isNew: false });
    expect(await contacts.readById(['101'], ['firstname'])).toMatchObject([
      { email: 'kim@brand.com', properties: { firstname: 'P1' } },
    ]);
  });

  it('are refused one by one when HubSpot refuses a secondary address', async () => {
    const seed = { contacts: [aContact(101, 'kim@brand.com', { hs_additional_emails: 'p1@guests.com' })] };
    const hubspot = await aHubSpot({ ...seed, switches: { upsertBySecondaryEmail: 'refused' } });

    const { written, rejected } = await createContactGateway(hubspot.api).upsertByEmail(people(3));

    expect([...written.keys()].sort()).toEqual(['person-0', 'person-2']);
    expect(rejected.get('person-1')).toContain('already has that value');
    expect(rejected.get('person-1')).not.toContain('p1@guests.com');
  });

  it('are absent when archived, and neither confirmed nor refused in an update', async () => {
    const hubspot = await aHubSpot({ contacts: [aContact(101, 'kim@brand.com'), aContact(102, 'pat@brand.com')] });
    await hubspot.lever('archive-contact', { id: '101' });
    const contacts = createContactGateway(hubspot.api);

    const outcome = await contacts.updateById(
      ['101', '102'].map((contactId) => ({ key: contactId, contactId, properties: { firstname: 'X' } })),
    );

    expect(await contacts.readByEmail(['kim@brand.com'], [])).toEqual([]);
    expect(await contacts.readById(['101'], [])).toEqual([]);
    expect(outcome).toMatchObject({ rejected: new Map(), missing: ['101'] });
    expect([...outcome.written.keys()]).toEqual(['102']);
  });

  it('are absent under the id that was merged away, and found under both addresses of the survivor', async () => {
    const hubspot = await aHubSpot({ contacts: [aContact(101, 'kim@brand.com'), aContact(102, 'pat@brand.com')] });
    await hubspot.lever('merge-contacts', { primary: { id: '101' }, merged: { id: '102' } });
    const contacts = createContactGateway(hubspot.api);

    const [survivor, ...others] = await contacts.readByEmail(['kim@brand.com', 'pat@brand.com'], []);
    const outcome = await contacts.updateById([{ key: 'k', contactId: '102', properties: { firstname: 'X' } }]);

    expect(await contacts.readById(['102'], [])).toEqual([]);
    expect(survivor).toMatchObject({ email: 'kim@brand.com', additionalEmails: ['pat@brand.com'] });
    expect(others).toEqual([]);
    expect(outcome.missing).toEqual(['k']);
  });

  it.each([[true], [false]])(
    'do not suffer from the bad rows among a hundred (errors grouped: %s)',
    async (groupRowErrors) => {
      const hubspot = await aHubSpot({ switches: { groupRowErrors } });
      await hubspot.setUp();
      hubspot.forgetCalls();
      const inputs = people(100).map((input, index) => {
        if (index === 99) return person(index, { does_not_exist: 'x' });
        return index % 40 === 7 ? person(index, { zwh_registration_count: 'many' }) : input;
      });

      const { written, rejected, missing } = await createContactGateway(hubspot.api).upsertByEmail(inputs);

      expect([...rejected.keys()].sort()).toEqual(['person-47', 'person-7', 'person-87', 'person-99']);
      expect(rejected.get('person-99')).toBe('does_not_exist: PROPERTY_DOESNT_EXIST');
      expect(rejected.get('person-47')).toContain('zwh_registration_count');
      expect([written.size, missing.length]).toEqual([96, 0]);
      expect(hubspot.calls()).toEqual(['POST contacts.batch-upsert']);
    },
  );

  it('survive a request that is refused as a whole for one repeated address', async () => {
    const hubspot = await aHubSpot();
    const inputs = [...people(99), { ...person(0), key: 'again', email: 'P0@Guests.com' }];

    const { written, rejected } = await createContactGateway(hubspot.api).upsertByEmail(inputs);

    expect([written.size, rejected.size]).toEqual([100, 0]);
    expect(written.get('again')?.contactId).toBe(written.get('person-0')?.contactId);
    expect(hubspot.calls().length).toBeLessThanOrEqual(15);
    expect(await liveContactCount(hubspot, addresses(99))).toBe(99);
  });

  it('survive a refusal of the whole request that has no reason in the rows', async () => {
    const hubspot = await aHubSpot();
    hubspot.emulator.faults.add([
      {
        operation: 'contacts.batch-upsert',
        fault: { kind: 'answer', status: 400, body: { category: 'VALIDATION_ERROR' } },
      },
    ]);

    const { written } = await createContactGateway(hubspot.api).upsertByEmail(people(100));

    expect(written.size).toBe(100);
    expect(hubspot.calls()).toHaveLength(3);
  });

  const effects = [
    ['the answer is lost after the effect', { kind: 'cut', when: 'after' }],
    ['the request is lost', { kind: 'cut', when: 'before' }],
    ['the answer breaks off', { kind: 'truncate' }],
    ['an error page comes instead, after the effect', { kind: 'html', status: 502, when: 'after' }],
    ['the burst limit is reached', { kind: 'answer', status: 429, body: { policyName: 'TEN_SECONDLY_ROLLING' } }],
    ['the records are locked', { kind: 'answer', status: 423, body: { message: 'locked' } }],
  ] as const;
  it.each(effects)('are written once when %s', async (_name, fault) => {
    const hubspot = await aHubSpot();
    hubspot.emulator.faults.add([{ operation: 'contacts.batch-upsert', fault }]);

    const { written, rejected, missing } = await createContactGateway(hubspot.api).upsertByEmail(people(10));

    expect([written.size, rejected.size, missing.length]).toEqual([10, 0, 0]);
    expect(hubspot.calls()).toHaveLength(2);
    expect(await liveContactCount(hubspot, addresses(10))).toBe(10);
  });

  const shapes = [
    ['an error page under 200', { kind: 'html', status: 200 }, 'unexpected-shape'],
    ['an answer without results', { kind: 'omit-field', path: 'results' }, 'unexpected-shape'],
    ['a result without an id', { kind: 'omit-field', path: 'results.*.id' }, 'unexpected-shape'],
    ['an error page of the edge under 403', { kind: 'html', status: 403 }, 'unavailable'],
  ] as const;
  it.each(shapes)('are not taken for absent because of %s', async (_name, fault, kind) => {
    const hubspot = await aHubSpot({ contacts: [aContact(101, 'kim@brand.com')] });
    hubspot.emulator.faults.add([{ operation: 'contacts.batch-read', occurrence: 'every', fault }]);

    expect(await failureOf(createContactGateway(hubspot.api).readById(['101'], []))).toMatchObject({ kind });
  });
});

describe('limits and permissions', () => {
  it('of a smaller account are learned from its answers, so that no call is refused', async () => {
    const hubspot = await aHubSpot({ account: { tier: 'starter' }, contacts: [aContact(101, 'kim@brand.com')] });
    const contacts = createContactGateway(hubspot.api);

    for (let count = 0; count < 250; count += 1) await contacts.readById(['101'], []);

    expect(hubspot.statuses().filter((status) => status !== 200)).toEqual([]);
    expect(hubspot.waitedMs()).toBeGreaterThan(20 * secondMs);
  });

  it('of searches are kept, five a second', async () => {
    const hubspot = await aHubSpot({ account: { tier: 'enterprise' } });
    const { objectTypeId } = await hubspot.setUp();
    const store = createStateStore(hubspot.api, objectTypeId);
    hubspot.forgetCalls();

    for (let count = 0; count < 20; count += 1) await store.listNewest('audit', 10);

    expect(hubspot.statuses()).toEqual(Array.from({ length: 20 }, () => 200));
  });

  it('of the day end the work at once', async () => {
    const hubspot = await aHubSpot({ account: { tier: 'enterprise' }, emulator: { dailyCallsUsed: 1_000_000 } });

    expect(await failureOf(createContactGateway(hubspot.api).readById(['101'], []))).toMatchObject({
      kind: 'quota-exhausted',
      reason: { cause: 'limit-reached', limit: 'day' },
      httpStatus: 429,
    });
    expect(hubspot.calls()).toHaveLength(1);
    expect(hubspot.waitedMs()).toBe(0);
  });

  it('name the scopes that are missing', async () => {
    const hubspot = await aHubSpot({ account: { scopes: ['crm.objects.contacts.read'] } });

    expect(await failureOf(createContactGateway(hubspot.api).upsertByEmail([person(1)]))).toMatchObject({
      kind: 'missing-scope',
      reason: { cause: 'scopes-missing', scopes: ['crm.objects.contacts.write'] },
    });
    expect(hubspot.calls()).toHaveLength(1);
  });

  it('say that the token is refused, without repeating it', async () => {
    const hubspot = await aHubSpot({}, { token: 'pat-eu1-00000000-1111-2222-3333-444444444444' });

    const failure = await failureOf(createContactGateway(hubspot.api).readById(['101'], []));

    expect(failure).toMatchObject({ kind: 'unauthorised', reason: { cause: 'hubspot-token-refused' } });
    expect(failure.correlationId).not.toBeNull();
    expect(JSON.stringify(failure)).not.toContain('pat-eu1');
  });
});

const externalAccountId = 'zoom-account-1';
const anEvent = {
  externalEventId: 'webinar/1',
  name: 'Growing tomatoes',
  organiser: 'Hanna Host',
  description: 'Red ones',
  url: 'https://zoom.us/webinar/register/WN_1',
  startsAt: noon - 2 * hourMs,
  endsAt: noon - hourMs,
  isCompleted: false,
};
const contactIds = (count: number) => Array.from({ length: count }, (_, index) => String(1_001 + index));
const aWebinar = async (peopleCount: number, switches: HubSpotSwitchesInput = {}) => {
  const hubspot = await aHubSpot({
    contacts: contactIds(peopleCount).map((id) => aContact(Number(id), `p${id}@guests.com`)),
    switches,
  });
  const events = createMarketingEventGateway(hubspot.api, { externalAccountId });
  await events.upsert(anEvent);
  return { hubspot, events };
};
type HubSpotSwitchesInput = NonNullable<NonNullable<Parameters<typeof aHubSpot>[0]>['switches']>;
const registered = (contactId: string) => ({ contactId, interactionAt: noon - 24 * hourMs });
const attended = (contactId: string) => ({
  contactId,
  interactionAt: anEvent.startsAt,
  joinedAt: anEvent.startsAt,
  leftAt: anEvent.endsAt,
});
const timelineLengths = (hubspot: HubSpotUnderTest) =>
  Object.values(describeTimelines(hubspot.emulator.world())).map(({ length }) => length);

describe('marketing events', () => {
  it('exist once, however often they are written', async () => {
    const { hubspot, events } = await aWebinar(0);

    await events.upsert({ ...anEvent, name: 'Growing more tomatoes', url: null });

    const stored = [...hubspot.emulator.world().marketingEvents.values()];
    expect(stored).toHaveLength(1);
    expect(stored[0]).toMatchObject({ externalAccountId, externalEventId: 'webinar/1' });
  });

  it('count registered, attended, cancelled and, once over, no-shows', async () => {
    const { events } = await aWebinar(10);
    const ids = contactIds(10);

    await events.record('webinar/1', 'register', ids.map(registered));
    await events.record(
      'webinar/1',
      'cancel',
      ids.slice(0, 2).map((id) => ({ contactId: id, interactionAt: noon - 20 * hourMs })),
    );
    await events.record('webinar/1', 'attend', ids.slice(2, 6).map(attended));
    await events.complete('webinar/1', anEvent.startsAt, anEvent.endsAt);

    expect(await events.readParticipations('webinar/1')).toEqual({
      registered: 0,
      attended: 4,
      cancelled: 2,
      noShow: 4,
    });
  });

  it('stay completed when they are written anew as such', async () => {
    const { hubspot, events } = await aWebinar(0);
    await events.complete('webinar/1', anEvent.startsAt, anEvent.endsAt);

    await events.upsert({ ...anEvent, isCompleted: true });

    expect([...hubspot.emulator.world().marketingEvents.values()]).toMatchObject([{ eventCompleted: true }]);
  });

  it('are cancelled, have no no-shows then, and come back to life when they are planned again', async () => {
    const { hubspot, events } = await aWebinar(2);
    await events.record('webinar/1', 'register', contactIds(2).map(registered));
    const isCancelled = () =>
      [...hubspot.emulator.world().marketingEvents.values()].map((event) => event.eventCancelled);

    await events.cancel('webinar/1');
    await events.cancel('webinar/1');
    await events.cancel('webinar/2');

    expect(isCancelled()).toEqual([true]);
    expect(await events.readParticipations('webinar/1')).toMatchObject({ noShow: 0 });

    await events.upsert({ ...anEvent, startsAt: noon + hourMs, endsAt: noon + 2 * hourMs });

    expect(isCancelled()).toEqual([false]);
    expect(await events.readParticipations('webinar/1')).toMatchObject({ registered: 2 });
  });

  it('come back to life also where HubSpot keeps what an upsert leaves out', async () => {
    const { hubspot, events } = await aWebinar(0, { upsertOmittedFlags: 'kept' });
    await events.cancel('webinar/1');

    await events.upsert(anEvent);

    expect([...hubspot.emulator.world().marketingEvents.values()]).toMatchObject([{ eventCancelled: false }]);
  });

  it.each([0, 1, 100])('take %i people in one go', async (count) => {
    const { hubspot, events } = await aWebinar(count);
    hubspot.forgetCalls();

    expect(await events.record('webinar/1', 'attend', contactIds(count).map(attended))).toEqual({ refusals: [] });

    expect(hubspot.calls()).toHaveLength(Math.min(count, 1));
    expect((await events.readParticipations('webinar/1')).attended).toBe(count);
  });

  it('get no second entry from a repeat, not even when the first answer was lost', async () => {
    const { hubspot, events } = await aWebinar(5);
    hubspot.emulator.faults.add([
      { operation: 'marketing-events.attendance.by-contact-id', fault: { kind: 'cut', when: 'after' } },
    ]);

    await events.record('webinar/1', 'register', contactIds(5).map(registered));
    await events.record('webinar/1', 'register', contactIds(5).map(registered));

    expect(timelineLengths(hubspot)).toEqual([1, 1, 1, 1, 1]);
  });

  it('tell which entries HubSpot refused inside its 200, and keep the others', async () => {
    const { hubspot, events } = await aWebinar(3);
    await hubspot.lever('archive-contact', { id: '1002' });
    hubspot.forgetCalls();

    const { refusals } = await events.record('webinar/1', 'register', contactIds(3).map(registered));

    expect(refusals.map(({ contactIds: ids }) => ids)).toEqual([['1002']]);
    expect(hubspot.statuses()).toEqual([200]);
    expect(await events.readParticipations('webinar/1')).toMatchObject({ noShow: 2 });
  });

  it.each([
    ['does not exist', 'webinar/2', externalAccountId],
    ['belongs to another account', 'webinar/1', 'zoom-account-2'],
  ])('end with not-found when the event %s', async (_name, eventId, accountId) => {
    const { hubspot } = await aWebinar(1);
    const events = createMarketingEventGateway(hubspot.api, { externalAccountId: accountId });

    expect(await failureOf(events.record(eventId, 'register', [registered('1001')]))).toMatchObject({
      kind: 'not-found',
      httpStatus: 404,
    });
  });
});

describe('custom events', () => {
  const aRegistration = (index: number, changes: Partial<BehaviouralEvent> = {}): BehaviouralEvent => ({
    kind: 'registration',
    contactId: '1001',
    occurredAt: noon - hourMs,
    uuid: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    properties: {
      webinar_id: '97871060099',
      webinar_name: 'Growing tomatoes',
      registered_at: new Date(noon - hourMs).toISOString(),
    },
    ...changes,
  });
  const anAttendance = (index: number): BehaviouralEvent => ({
    ...aRegistration(index),
    kind: 'attendance',
    properties: {
      webinar_id: '97871060099',
      webinar_name: 'x'.repeat(300),
      session_started_at: new Date(noon - hourMs).toISOString(),
      duration_minutes: '41',
      duration_percentage: '68.3',
    },
  });

  it('arrive on the timeline of their contact with every property, and a repeat does not', async () => {
    const { hubspot } = await aWebinar(1);
    const { eventNames } = await hubspot.setUp();
    const events = createBehaviouralEventGateway(hubspot.api, { eventNames });

    await events.send([aRegistration(1), anAttendance(2)]);
    await events.send([aRegistration(1)]);
    hubspot.emulator.clock.advance(60 * secondMs);

    const world = hubspot.emulator.world();
    expect(world.droppedEvents.filter(({ reason }) => !/uuid|repeat|duplicate/i.test(reason))).toEqual([]);
    expect(describeTimelines(world)['1001']).toMatchObject([
      { kind: 'custom-event', eventName: eventNames.registration, properties: { webinar_id: '97871060099' } },
      { kind: 'custom-event', eventName: eventNames.attendance, properties: { duration_percentage: '68.3' } },
    ]);
  });

  it('S25: tell of a recording by topic, start time and link', async () => {
    const { hubspot } = await aWebinar(1);
    const { eventNames } = await hubspot.setUp();
    const properties = {
      webinar_id: '97871060099',
      webinar_name: 'Growing tomatoes',
      session_started_at: new Date(noon - hourMs).toISOString(),
      recording_url: 'https://zoom.test/rec/share/abc?pwd=def',
    };

    await createBehaviouralEventGateway(hubspot.api, { eventNames }).send([
      aRegistration(3, { kind: 'recording', properties }),
    ]);
    hubspot.emulator.clock.advance(60 * secondMs);

    expect(hubspot.emulator.world().droppedEvents).toEqual([]);
    expect(describeTimelines(hubspot.emulator.world())['1001']).toMatchObject([
      {
        kind: 'custom-event',
        eventName: eventNames.recording,
        properties: { webinar_name: 'Growing tomatoes', recording_url: properties.recording_url },
      },
    ]);
  });

  it('go out 500 at a time without counting against the burst limit', async () => {
    const { hubspot } = await aWebinar(1);
    const { eventNames } = await hubspot.setUp();
    hubspot.forgetCalls();

    await createBehaviouralEventGateway(hubspot.api, { eventNames }).send(
      Array.from({ length: 500 }, (_, index) => aRegistration(index)),
    );

    expect(hubspot.calls()).toEqual(['POST events.send-batch']);
    expect(timelineLengths(hubspot)).toEqual([500]);
  });
});

const aStateRecord = (key: string, changes: Partial<StateRecord> = {}): StateRecord => ({
  key,
  kind: 'rows',
  payload: JSON.stringify({ of: key }),
  version: 1,
  status: 'done',
  occurredAt: noon,
  summary: `Record ${key}`,
  ...changes,
});
const aStore = async (): Promise<{ hubspot: HubSpotUnderTest; store: StateStore; objectTypeId: string }> => {
  const hubspot = await aHubSpot();
  const { objectTypeId } = await hubspot.setUp();
  hubspot.forgetCalls();
  return { hubspot, store: createStateStore(hubspot.api, objectTypeId), objectTypeId };
};
const keys = (count: number) => Array.from({ length: count }, (_, index) => `rows:${index}`);

describe('the state store', () => {
  it.each([
    [0, 0],
    [1, 1],
    [100, 1],
    [101, 2],
  ])('keeps %i records, in %i calls to write and as many to read', async (count, callCount) => {
    const { hubspot, store } = await aStore();
    const records = keys(count).map((key) => aStateRecord(key));

    const ids = await store.write(records);
    const found = await store.read(keys(count));

    expect(hubspot.calls()).toHaveLength(2 * callCount);
    expect([...found.values()].map(({ recordId, ...record }) => [record, recordId])).toEqual(
      expect.arrayContaining(records.map((record) => [record, ids.get(record.key)])),
    );
    expect(found.size).toBe(count);
  });

  it('gives back exactly what it was given: 65,000 characters, no date, other scripts', async () => {
    const { store } = await aStore();
    const records = [
      aStateRecord('large', { payload: 'ä'.repeat(65_000) }),
      aStateRecord('empty', { payload: '', status: '', summary: '', occurredAt: null, version: 0 }),
      aStateRecord('words', { payload: '{"name":"网络研讨会 🍅 \\u0000"}', occurredAt: noon + 1 }),
    ];

    await store.write(records);

    const found = await store.read(['large', 'empty', 'words', 'absent']);
    expect(records.map(({ key }) => ({ ...found.get(key), recordId: undefined }))).toEqual(
      records.map((record) => ({ ...record, recordId: undefined })),
    );
    expect(found.size).toBe(3);
  });

  it('replaces a record and keeps its id', async () => {
    const { store } = await aStore();
    const first = await store.write([aStateRecord('a')]);

    const second = await store.write([aStateRecord('a', { version: 2, occurredAt: null })]);

    expect(second).toEqual(first);
    expect((await store.read(['a'])).get('a')).toMatchObject({ version: 2, occurredAt: null });
  });

  it('lets exactly one of many that create a key win', async () => {
    const { hubspot, store, objectTypeId } = await aStore();
    const stores = Array.from({ length: 10 }, () => createStateStore(hubspot.otherProcess(), objectTypeId));

    const ids = await Promise.all(
      stores.map((other, index) => other.create(aStateRecord('lease', { kind: 'lease', payload: `holder ${index}` }))),
    );

    const winners = ids.flatMap((id, index) => (id === null ? [] : [{ id, holder: `holder ${index}` }]));
    expect(winners).toHaveLength(1);
    expect((await store.read(['lease'])).get('lease')).toMatchObject({
      recordId: winners[0]?.id,
      payload: winners[0]?.holder,
    });
  });

  it.each([
    ['was lost after the record was made', { kind: 'cut', when: 'after' }, 2],
    ['broke off', { kind: 'truncate' }, 2],
    ['was an error page, after the record was made', { kind: 'html', status: 502, when: 'after' }, 2],
    ['was lost before the record was made', { kind: 'cut', when: 'before' }, 3],
    ['was an error page, before the record was made', { kind: 'html', status: 503, when: 'before' }, 3],
  ] as const)('knows that it won when the answer %s', async (_name, fault, callCount) => {
    const { hubspot, store } = await aStore();
    hubspot.emulator.faults.add([{ operation: 'custom-objects.create', fault }]);

    const id = await store.create(aStateRecord('lease'));

    expect(hubspot.calls()).toHaveLength(callCount);
    expect(id).not.toBeNull();
    expect((await store.read(['lease'])).get('lease')?.recordId).toBe(id);
  });

  it('knows that it lost when the answer is lost and somebody else holds the key', async () => {
    const { hubspot, store } = await aStore();
    await store.create(aStateRecord('lease', { payload: 'theirs' }));
    hubspot.emulator.faults.add([{ operation: 'custom-objects.create', fault: { kind: 'cut', when: 'before' } }]);

    expect(await store.create(aStateRecord('lease', { payload: 'ours' }))).toBeNull();
  });

  it('writes records once when the answer is lost', async () => {
    const { hubspot, store } = await aStore();
    hubspot.emulator.faults.add([{ operation: 'custom-objects.batch-upsert', fault: { kind: 'cut', when: 'after' } }]);

    const ids = await store.write(keys(3).map((key) => aStateRecord(key)));

    expect(new Set(ids.values()).size).toBe(3);
    expect((await store.read(keys(3))).size).toBe(3);
  });

  it('forgets what is removed, does not mind that it is gone, and takes the key again', async () => {
    const { store } = await aStore();
    const ids = [...(await store.write(keys(101).map((key) => aStateRecord(key)))).values()];

    await store.remove(ids);
    await store.remove(ids);

    expect(await store.read(keys(101))).toEqual(new Map());
    expect(await store.create(aStateRecord('rows:0'))).not.toBeNull();
  });

  it('lists one kind, newest first, once the index has caught up', async () => {
    const { hubspot, store } = await aStore();
    await store.write([
      ...[3, 1, 2].map((hour) => aStateRecord(`audit:${hour}`, { kind: 'audit', occurredAt: noon + hour * hourMs })),
      aStateRecord('other'),
    ]);

    const tooEarly = await store.listNewest('audit', 10);
    hubspot.emulator.clock.advance(10 * secondMs);

    expect(tooEarly).toEqual([]);
    expect((await store.listNewest('audit', 2)).map(({ key }) => key)).toEqual(['audit:3', 'audit:2']);
  });

  it('lists only what was before a moment', async () => {
    const { hubspot, store } = await aStore();
    await store.write([1, 2, 3].map((hour) => aStateRecord(`rows:${hour}`, { occurredAt: noon + hour * hourMs })));
    hubspot.emulator.clock.advance(10 * secondMs);

    const listed = await store.listNewest('rows', 10, noon + 2 * hourMs);

    expect(listed.map(({ key }) => key)).toEqual(['rows:1']);
  });

  it('reads on over several pages of a list', async () => {
    const { hubspot, store } = await aStore();
    await store.write(keys(230).map((key, index) => aStateRecord(key, { occurredAt: noon + index * secondMs })));
    hubspot.emulator.clock.advance(10 * secondMs);

    const listed = await store.listNewest('rows', 220);

    expect(listed.map(({ key }) => key)).toEqual(keys(230).toReversed().slice(0, 220));
  });

  it('writes nothing below a dry run', async () => {
    const { hubspot, store } = await aStore();
    const ids = await store.write([aStateRecord('a')]);
    const overlay = createOverlayStateStore(store, undefined);
    hubspot.forgetCalls();

    await overlay.create(aStateRecord('b'));
    await overlay.write([aStateRecord('a', { version: 9 })]);
    await overlay.remove([...ids.values()]);

    expect((await createOverlayStateStore(store, overlay.carry()).read(['a', 'b'])).size).toBe(2);
    expect(new Set(hubspot.calls())).toEqual(new Set(['POST custom-objects.batch-read']));
  });
});

const isRead = (call: string) => call.startsWith('GET ') || call.endsWith('.batch-read');

describe('set-up', () => {
  it('makes everything in twelve calls, and the second time writes nothing', async () => {
    const hubspot = await aHubSpot();

    const first = await hubspot.setUp();
    const firstCalls = hubspot.calls();
    hubspot.forgetCalls();
    const second = await hubspot.setUp();

    expect(firstCalls).toHaveLength(12);
    expect(first.created).toContain('zwh_recording_key');
    expect(second).toEqual({ ...first, created: [] });
    expect(hubspot.calls().filter((call) => !isRead(call))).toEqual([]);
    expect(hubspot.calls()).toHaveLength(2);
  });

  it('finds everything in place when only its record is gone', async () => {
    const hubspot = await aHubSpot();
    const first = await hubspot.setUp();
    hubspot.forgetCalls();

    const again = await ensureAccount({ api: hubspot.api, now: noon, setupRecord: null, stateObjectCache: new Map() });

    expect(again).toEqual({ ...first, created: [] });
    expect(hubspot.calls().filter((call) => !isRead(call))).toEqual(['POST custom-objects.batch-upsert']);
  });

  it('brings archived properties back', async () => {
    const hubspot = await aHubSpot();
    await hubspot.setUp();
    const path = `${hubspot.emulator.url}/crm/v3/properties/contacts/zwh_history`;
    const headers = { authorization: 'Bearer pat-emulator-token' };
    await fetch(path, { method: 'DELETE', headers });

    const { created } = await ensureAccount({
      api: hubspot.api,
      now: noon,
      setupRecord: null,
      stateObjectCache: new Map(),
    });

    expect(created).toEqual(['zwh_history']);
    expect(await (await fetch(path, { headers })).json()).toMatchObject({ name: 'zwh_history', archived: false });
  });

  it('ends well in both of two processes that begin at once', async () => {
    const hubspot = await aHubSpot();

    const setups = await Promise.all(
      [hubspot.api, hubspot.otherProcess(), hubspot.otherProcess()].map((api) =>
        ensureAccount({ api, now: noon, stateObjectCache: new Map() }),
      ),
    );

    const names = setups.map(({ objectTypeId, eventNames }) => ({ objectTypeId, eventNames }));
    expect(names).toEqual([names[0], names[0], names[0]]);
    expect([...hubspot.emulator.world().schemas.values()]).toHaveLength(1);
    expect([...hubspot.emulator.world().eventDefinitions.values()]).toHaveLength(3);
  });

  it('goes on after it was stopped anywhere', async () => {
    const hubspot = await aHubSpot();
    const setups: unknown[] = [];
    for (const operation of [
      'schemas.create',
      'properties.batch-create',
      'property-groups.create',
      'properties.create',
      'event-definitions.create',
    ]) {
      hubspot.emulator.faults.add([{ operation, fault: { kind: 'cut', when: 'after' } }]);
      setups.push(await hubspot.setUp().catch((error: unknown) => error));
    }

    expect(setups.every((setup) => setup instanceof Error)).toBe(true);
    expect(await hubspot.setUp()).toMatchObject({ eventNames: { registration: expect.any(String) as string } });
    expect([...hubspot.emulator.world().eventDefinitions.values()]).toHaveLength(3);
  });

  it.each([
    ['crm.schemas.custom.write'],
    ['crm.schemas.contacts.write'],
    ['behavioral_events.event_definitions.read_write'],
    ['crm.objects.custom.write'],
  ])('names the scope %s when it is missing', async (scope) => {
    const hubspot = await aHubSpot({ account: { scopes: [...knownScopes].filter((name) => name !== scope) } });

    const failure = await failureOf(hubspot.setUp());

    expect(failure.kind).toBe('missing-scope');
    expect(failure.reason).toMatchObject({
      cause: 'scopes-missing',
      scopes: expect.arrayContaining([scope]) as readonly string[],
    });
  });

  it("says in HubSpot's words when the account is too small for custom objects", async () => {
    const hubspot = await aHubSpot({ account: { tier: 'professional' } });

    expect(await failureOf(hubspot.setUp())).toMatchObject({
      kind: 'missing-scope',
      reason: { cause: 'vendor-refused' },
    });
  });
});
