import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/app/app.functions/domain/person.ts';
import { IntegrationError, toFailure } from '../../../src/app/app.functions/http/integration-error.ts';
import { createPeopleWriter } from '../../../src/app/app.functions/sync/people-writer.ts';
import type { WorkItem } from '../../../src/app/app.functions/sync/work-list.ts';
import {
  aMark,
  anAttendance,
  aPerson,
  aPersonSession,
  aRegistration,
  aStoredContact,
  someFacts,
  twoSessions,
} from '../../support/builders.ts';
import { aWriting, createMemoryAccount, type MemoryAccount } from '../../support/memory-account.ts';

const anItem = (person: Person): WorkItem => ({
  kind: 'person',
  person,
  keyHash: `hash of ${person.key}`,
  stateHash: 'ssssssss',
  mark: null,
});

const attendees = (count: number): readonly WorkItem[] =>
  Array.from({ length: count }, (_, index) =>
    anItem(
      aPerson({
        email: `person-${index}@example.com`,
        sessions: [aPersonSession({ attendance: anAttendance() })],
      }),
    ),
  );

const sending = { system: 'hubspot', operation: 'send custom events' } as const;
const refusedEvents = new IntegrationError(
  toFailure(
    sending,
    'rejected',
    { cause: 'vendor-refused', problem: 'the event is archived' },
    { httpStatus: 400, vendorCode: 'VALIDATION_ERROR' },
  ),
);

const callsOf = ({ calls }: MemoryAccount): readonly string[] => calls.map(([name, rows]) => `${name} ${rows}`);

describe('writing people', () => {
  it('writes the contact, then the registration, then the attendance, then the custom events', async () => {
    const account = createMemoryAccount();
    const writer = createPeopleWriter(aWriting(account));

    await writer.write(attendees(1));
    await writer.finish();

    expect(callsOf(account)).toEqual([
      'read by address 1',
      'find deleted 1',
      'upsert 1',
      'record register 1',
      'record attend 1',
      'send 2',
    ]);
    expect(account.timeline('1001').map(({ eventId, state }) => [eventId, state])).toEqual([
      ['zoom-webinar-900100200', 'register'],
      ['zoom-webinar-900100200', 'attend'],
    ]);
  });

  it('B10: writes to the marketing event of each session', async () => {
    const account = createMemoryAccount();
    const writer = createPeopleWriter(aWriting(account, { facts: someFacts({ sessions: twoSessions }) }));
    const sessions = [aPersonSession({ sessionKey: 'first' }), aPersonSession({ sessionKey: 'second' })];

    await writer.write([anItem(aPerson({ sessions }))]);
    await writer.finish();

    expect(account.timeline('1001').map(({ eventId }) => eventId)).toEqual([
      'zoom-webinar-900100200-first',
      'zoom-webinar-900100200-second',
    ]);
  });

  it('sends full batches at once and the rest in the end', async () => {
    const account = createMemoryAccount();
    const writer = createPeopleWriter(aWriting(account));
    const items = attendees(260);

    await writer.write(items.slice(0, 100));
    await writer.write(items.slice(100, 200));
    await writer.write(items.slice(200));
    expect(callsOf(account).filter((call) => call.startsWith('record'))).toHaveLength(4);

    await writer.finish();
    expect(callsOf(account).filter((call) => /^(record|send)/.test(call))).toEqual([
      'record register 100',
      'record attend 100',
      'record register 100',
      'record attend 100',
      'send 500',
      'record register 60',
      'record attend 60',
      'send 20',
    ]);
  });

  it('sends the last event, too', async () => {
    const account = createMemoryAccount();
    const writer = createPeopleWriter(aWriting(account));

    await writer.write([anItem(aPerson())]);
    await writer.finish();

    expect(account.eventCount()).toBe(1);
  });

  it('counts what it wrote', async () => {
    const writer = createPeopleWriter(aWriting(createMemoryAccount()));

    await writer.write(attendees(3));
    await writer.finish();

    expect(writer.counts()).toEqual({
      contactsCreated: 3,
      contactsUpdated: 0,
      entries: { register: 3, attend: 3, cancel: 0 },
      events: 6,
    });
    expect(writer.attendanceProblems()).toEqual([]);
    expect(writer.timelineProblem()).toBeNull();
  });

  it('counts creations, updates and entries by what they are, and no contact that stayed as it was', async () => {
    const account = createMemoryAccount({ contacts: [aStoredContact({ email: 'person-0@example.com' })] });
    const cancelled = anItem(
      aPerson({ email: 'jack@example.com', registration: aRegistration({ state: 'cancelled' }) }),
    );
    const batch = [...attendees(1), cancelled];
    const first = createPeopleWriter(aWriting(account));
    await first.write(batch);
    await first.finish();
    const second = createPeopleWriter(aWriting(account));

    await second.write(batch);
    await second.finish();

    const entries = { register: 1, attend: 1, cancel: 1 };
    expect(first.counts()).toEqual({ contactsCreated: 1, contactsUpdated: 1, entries, events: 2 });
    expect(second.counts()).toEqual({ contactsCreated: 0, contactsUpdated: 0, entries, events: 2 });
  });

  it('S35: writes people all the same whose session’s marketing event was refused, without entries for it', async () => {
    const account = createMemoryAccount();
    const facts = someFacts({ sessions: twoSessions });
    const writer = createPeopleWriter(aWriting(account, { facts, refusedSessionKeys: ['first'] }));
    const sessions = ['first', 'second'].map((sessionKey) =>
      aPersonSession({ sessionKey, attendance: anAttendance() }),
    );

    const [written] = await writer.write([anItem(aPerson({ sessions }))]);
    await writer.finish();

    expect(written?.outcome).toMatchObject({ kind: 'synced' });
    expect(account.timeline('1001').map(({ eventId, state }) => `${eventId} ${state}`)).toEqual([
      'zoom-webinar-900100200-second register',
      'zoom-webinar-900100200-second attend',
    ]);
    expect(account.eventCount()).toBe(3);
    expect(writer.counts().entries).toEqual({ register: 1, attend: 1, cancel: 0 });
  });

  it('S37: goes on without timeline events that HubSpot refuses, and says what it said', async () => {
    const account = createMemoryAccount({ eventsError: refusedEvents });
    const writer = createPeopleWriter(aWriting(account));

    const written = await writer.write(attendees(1));
    await writer.finish();

    expect(written.map(({ outcome }) => writer.judge(outcome).kind)).toEqual(['synced']);
    expect(account.timeline('1001')).toHaveLength(2);
    expect(writer.counts().events).toBe(0);
    expect(writer.timelineProblem()).toBe('the event is archived');
  });

  it('stops when timeline events fail for any other reason: they will be sent again', async () => {
    const eventsError = new IntegrationError(
      toFailure(sending, 'unavailable', { cause: 'vendor-unavailable' }, { httpStatus: 503 }),
    );
    const writer = createPeopleWriter(aWriting(createMemoryAccount({ eventsError })));

    await writer.write(attendees(1));

    await expect(writer.finish()).rejects.toBe(eventsError);
    expect(writer.timelineProblem()).toBeNull();
  });

  it('sends nothing for people whose contact was not written', async () => {
    const account = createMemoryAccount({ judgeContact: () => 'refused' });
    const writer = createPeopleWriter(aWriting(account));

    const [written] = await writer.write(attendees(1));
    await writer.finish();

    expect(written?.outcome).toMatchObject({ kind: 'skipped' });
    expect(callsOf(account)).toEqual(['read by address 1', 'find deleted 1', 'upsert 1']);
  });

  it('sends nothing for somebody who vanished from both sides', async () => {
    const account = createMemoryAccount();
    const writer = createPeopleWriter(aWriting(account));

    await writer.write([{ kind: 'vanished', mark: aMark() }]);
    await writer.finish();

    expect(callsOf(account)).toEqual(['read by id 1']);
  });

  it('does not call somebody synced whose attendance HubSpot refused', async () => {
    const account = createMemoryAccount({
      contacts: [aStoredContact({ email: 'person-1@example.com' })],
      judgeEntry: ({ contactId }) => (contactId === '101' ? 'contact is locked' : null),
    });
    const writer = createPeopleWriter(aWriting(account));

    const written = await writer.write(attendees(2));
    await writer.finish();

    expect(written.map(({ outcome }) => writer.judge(outcome))).toMatchObject([
      { kind: 'synced' },
      { kind: 'skipped', reason: 'rejected-by-hubspot', problem: 'contact is locked' },
    ]);
    expect(writer.attendanceProblems()).toEqual(['contact is locked']);
  });

  it('judges nobody twice who was skipped anyway', () => {
    const writer = createPeopleWriter(aWriting(createMemoryAccount()));
    const skipped = { kind: 'skipped', reason: 'secondary-address', problem: '' } as const;

    expect(writer.judge(skipped)).toBe(skipped);
  });

  it('written twice shows nothing twice', async () => {
    const account = createMemoryAccount();
    for (let times = 0; times < 2; times += 1) {
      const writer = createPeopleWriter(aWriting(account));
      await writer.write(attendees(5));
      await writer.finish();
    }

    expect(account.contactCount()).toBe(5);
    expect(account.timeline('1001')).toHaveLength(2);
    expect(account.eventCount()).toBe(10);
  });
});
