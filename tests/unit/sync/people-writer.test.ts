import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/app/app.functions/domain/person.ts';
import { createPeopleWriter } from '../../../src/app/app.functions/sync/people-writer.ts';
import type { WorkItem } from '../../../src/app/app.functions/sync/work-list.ts';
import {
  aMark,
  anAttendance,
  aPerson,
  aPersonSession,
  aStoredContact,
  someFacts,
  twoSessions,
} from '../../support/builders.ts';
import { createMemoryAccount, type MemoryAccount } from '../../support/memory-account.ts';

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

const callsOf = ({ calls }: MemoryAccount): readonly string[] => calls.map(([name, rows]) => `${name} ${rows}`);

describe('writing people', () => {
  it('writes the contact, then the registration, then the attendance, then the custom events', async () => {
    const account = createMemoryAccount();
    const writer = createPeopleWriter(account, someFacts());

    await writer.write(attendees(1));
    await writer.finish();

    expect(callsOf(account)).toEqual([
      'read by address 1',
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
    const writer = createPeopleWriter(account, someFacts({ sessions: twoSessions }));
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
    const writer = createPeopleWriter(account, someFacts());
    const items = attendees(260);

    await writer.write(items.slice(0, 100));
    await writer.write(items.slice(100, 200));
    await writer.write(items.slice(200));
    expect(callsOf(account).filter((call) => call.startsWith('record'))).toHaveLength(4);

    await writer.finish();
    expect(callsOf(account).filter((call) => !call.includes('address') && !call.includes('upsert'))).toEqual([
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
    const writer = createPeopleWriter(account, someFacts());

    await writer.write([anItem(aPerson())]);
    await writer.finish();

    expect(account.eventCount()).toBe(1);
  });

  it('counts what it wrote', async () => {
    const writer = createPeopleWriter(createMemoryAccount(), someFacts());

    await writer.write(attendees(3));
    await writer.finish();

    expect({
      items: writer.itemCount(),
      contacts: writer.contactCount(),
      attendance: writer.attendanceCount(),
      events: writer.eventCount(),
      problems: writer.attendanceProblems(),
    }).toEqual({ items: 3, contacts: 3, attendance: 6, events: 6, problems: [] });
  });

  it('sends nothing for people whose contact was not written', async () => {
    const account = createMemoryAccount({ judgeContact: () => 'refused' });
    const writer = createPeopleWriter(account, someFacts());

    const [outcome] = await writer.write(attendees(1));
    await writer.finish();

    expect(outcome).toMatchObject({ kind: 'skipped' });
    expect(callsOf(account)).toEqual(['read by address 1', 'upsert 1']);
  });

  it('sends nothing for somebody who vanished from both sides', async () => {
    const account = createMemoryAccount();
    const writer = createPeopleWriter(account, someFacts());

    await writer.write([{ kind: 'vanished', mark: aMark() }]);
    await writer.finish();

    expect(callsOf(account)).toEqual(['read by id 1']);
  });

  it('does not call somebody synced whose attendance HubSpot refused', async () => {
    const account = createMemoryAccount({
      contacts: [aStoredContact({ email: 'person-1@example.com' })],
      judgeEntry: ({ contactId }) => (contactId === '101' ? 'contact is locked' : null),
    });
    const writer = createPeopleWriter(account, someFacts());

    const outcomes = await writer.write(attendees(2));
    await writer.finish();

    expect(outcomes.map(writer.judge)).toMatchObject([
      { kind: 'synced' },
      { kind: 'skipped', reason: 'rejected-by-hubspot', problem: 'contact is locked' },
    ]);
    expect(writer.attendanceProblems()).toEqual(['contact is locked']);
  });

  it('judges nobody twice who was skipped anyway', () => {
    const writer = createPeopleWriter(createMemoryAccount(), someFacts());
    const skipped = { kind: 'skipped', reason: 'secondary-address', problem: '' } as const;

    expect(writer.judge(skipped)).toBe(skipped);
  });

  it('written twice shows nothing twice', async () => {
    const account = createMemoryAccount();
    for (let times = 0; times < 2; times += 1) {
      const writer = createPeopleWriter(account, someFacts());
      await writer.write(attendees(5));
      await writer.finish();
    }

    expect(account.contactCount()).toBe(5);
    expect(account.timeline('1001')).toHaveLength(2);
    expect(account.eventCount()).toBe(10);
  });
});
