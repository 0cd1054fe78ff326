import { describe, expect, it } from 'vitest';
import type { WrittenNames } from '../../../src/app/app.functions/contact-history/contact-history.ts';
import { formatHistory, parseHistory } from '../../../src/app/app.functions/contact-history/history-text.ts';
import type { Person } from '../../../src/app/app.functions/domain/person.ts';
import type { WebinarFacts } from '../../../src/app/app.functions/sync/facts.ts';
import {
  plannedContactProperties,
  planPerson,
  planVanished,
  toBehaviouralEvent,
} from '../../../src/app/app.functions/sync/plan.ts';
import type { StoredContact } from '../../../src/app/app.functions/sync/ports.ts';
import { appliedContact } from '../../support/applied-contact.ts';
import {
  aHeldSession,
  aHistory,
  aHistorySession,
  aHistoryWebinar,
  anAttendance,
  aPerson,
  aPersonSession,
  aPlannedSession,
  aRegistration,
  aStoredContact,
  at,
  dayMs,
  hourMs,
  secondMs,
  someFacts,
  startsAt,
  twoSessions,
} from '../../support/builders.ts';

const registeredAt = startsAt - 2 * dayMs;
const attended = aPerson({ sessions: [aPersonSession({ attendance: anAttendance({ firstJoinedAt: at('10:05') }) })] });
const walkedIn = aPerson({
  firstName: '',
  lastName: '',
  registration: null,
  sessions: [aPersonSession({ registration: null, attendance: anAttendance() })],
});
const cancelled = aPerson({ registration: aRegistration({ state: 'cancelled' }) });

const contactWith = (properties: StoredContact['properties']): StoredContact =>
  aStoredContact({ properties: { email: 'jill@example.com', ...properties } });

/** What HubSpot holds after the given people, one after the other, were written under one address. */
const contactAfter = (...planned: readonly (readonly [Person, WebinarFacts])[]): StoredContact =>
  planned.reduce<StoredContact>(
    (contact, [person, facts]) => appliedContact(contact, planPerson(person, contact, facts)),
    aStoredContact(),
  );

const historyOf = ({ properties }: StoredContact) => parseHistory(properties['zwh_history']);

describe('the plan for a new contact', () => {
  it('S11, S21–S24, B17: has names, counters and history', () => {
    const { properties } = planPerson(attended, null, someFacts());

    expect(properties).toEqual({
      firstname: 'Jill',
      lastname: 'Chill',
      zwh_average_attendance_percentage: '100',
      zwh_last_registered_webinar: 'https://zoom.example.com/webinar/register/900100200',
      zwh_registration_count: '1',
      zwh_attended_webinar_count: '1',
      zwh_attended_session_count: '1',
      zwh_history: formatHistory(
        aHistory({
          writtenNames: { firstName: 'Jill', lastName: 'Chill', registeredAt },
          webinars: [
            aHistoryWebinar({
              sessions: [aHistorySession({ attendance: anAttendance({ firstJoinedAt: at('10:05') }) })],
            }),
          ],
        }),
      ),
    });
  });

  it('leaves out what is empty', () => {
    const { properties } = planPerson(walkedIn, null, someFacts());

    expect(Object.keys(properties).sort()).toEqual([
      'zwh_attended_session_count',
      'zwh_attended_webinar_count',
      'zwh_average_attendance_percentage',
      'zwh_history',
      'zwh_registration_count',
    ]);
    expect(properties).toMatchObject({ zwh_registration_count: '0' });
  });

  it('S18: has somebody who cancelled, without counting the registration', () => {
    const { properties, standing, sessions } = planPerson(cancelled, null, someFacts());

    expect(properties).toMatchObject({ zwh_registration_count: '0' });
    expect(properties).not.toHaveProperty('zwh_last_registered_webinar');
    expect({ standing, sessions }).toEqual({
      standing: 'cancelled',
      sessions: [{ key: 'main', registration: 'cancelled', hasAttended: false }],
    });
  });

  it.each([
    ['registered', aPerson(), 'registered'],
    ['attended', walkedIn, 'attended'],
  ] as const)('says how the person stands then: %s', (_, person, standing) => {
    expect(planPerson(person, null, someFacts()).standing).toBe(standing);
  });

  it('needs only properties that it has asked for', () => {
    const asked = new Set(plannedContactProperties);

    expect(Object.keys(planPerson(attended, null, someFacts()).properties).filter((name) => !asked.has(name))).toEqual(
      [],
    );
  });
});

describe('B13: the plan for a contact that is as it should be', () => {
  it('changes no property', () => {
    expect(planPerson(attended, contactAfter([attended, someFacts()]), someFacts()).properties).toEqual({});
  });

  it('B17: knows numbers again in whatever spelling HubSpot gives them back', () => {
    const contact = contactAfter([attended, someFacts()]);
    const respelled = {
      ...contact,
      properties: {
        ...contact.properties,
        zwh_average_attendance_percentage: '100.0',
        zwh_registration_count: '1.0',
      },
    };

    expect(planPerson(attended, respelled, someFacts()).properties).toEqual({});
  });

  it('does not take no average for an average of 0', () => {
    const contact = contactAfter([aPerson(), someFacts()]);
    const withZero = { ...contact, properties: { ...contact.properties, zwh_average_attendance_percentage: '0' } };

    expect(planPerson(aPerson(), withZero, someFacts()).properties).toEqual({ zwh_average_attendance_percentage: '' });
  });

  it('repeats the same entries and events, which HubSpot knows by their times', () => {
    const first = planPerson(attended, null, someFacts());
    const again = planPerson(attended, appliedContact(null, first), someFacts());

    expect(again.attendance).toEqual(first.attendance);
    expect(again.events).toEqual(first.events);
  });
});

describe('several webinars of one contact', () => {
  const other = (changes: Partial<WebinarFacts> = {}) =>
    someFacts({ webinarId: '1', url: 'https://other', ...changes });

  it('S23, S24: add up', () => {
    const contact = contactAfter([attended, someFacts()], [attended, other()]);

    expect(contact.properties).toMatchObject({
      zwh_registration_count: '2',
      zwh_attended_webinar_count: '2',
      zwh_attended_session_count: '2',
    });
  });

  it('S9: add up across Zoom accounts, also with the same number', () => {
    const contact = contactAfter([attended, someFacts()], [attended, someFacts({ accountId: 'acc-2' })]);

    expect(contact.properties).toMatchObject({ zwh_registration_count: '2', zwh_attended_webinar_count: '2' });
  });

  it('B13: do not disturb each other', () => {
    const contact = contactAfter(
      [attended, someFacts()],
      [attended, other()],
      [attended, someFacts({ accountId: 'acc-2' })],
    );

    for (const facts of [someFacts(), other(), someFacts({ accountId: 'acc-2' })]) {
      expect(planPerson(attended, contact, facts).properties).toEqual({});
    }
  });

  it('S23: a registration that is cancelled counts no more', () => {
    const contact = contactAfter([aPerson(), someFacts()], [aPerson(), other()], [cancelled, someFacts()]);

    expect(contact.properties).toMatchObject({
      zwh_registration_count: '1',
      zwh_last_registered_webinar: 'https://other',
    });
  });

  it('S22: no webinar is the last when the only registration is cancelled', () => {
    const contact = contactAfter([aPerson(), someFacts()], [cancelled, someFacts()]);

    expect(contact.properties).toMatchObject({ zwh_last_registered_webinar: '' });
  });

  it('S24: attending several occurrences of one recurring webinar counts once', () => {
    const facts = someFacts({ sessions: twoSessions });
    const both = aPerson({
      sessions: ['first', 'second'].map((sessionKey) => aPersonSession({ sessionKey, attendance: anAttendance() })),
    });

    expect(contactAfter([both, facts]).properties).toMatchObject({
      zwh_attended_webinar_count: '1',
      zwh_attended_session_count: '2',
      zwh_registration_count: '1',
    });
  });
});

describe('a history that cannot be read', () => {
  it('is begun anew', () => {
    const contact = contactWith({ zwh_history: 'somebody’s notes', zwh_registration_count: '7' });

    expect(planPerson(aPerson(), contact, someFacts()).properties).toMatchObject({ zwh_registration_count: '1' });
  });

  it('leaves nothing to write for somebody who vanished', () => {
    expect(planVanished(contactWith({ zwh_history: 'somebody’s notes' }), someFacts())).toEqual({
      properties: {},
      attendance: [],
      events: [],
      standing: 'cancelled',
      sessions: [],
    });
  });
});

describe('names', () => {
  const writtenNames: WrittenNames = { firstName: 'Jill', lastName: 'Chill', registeredAt };
  const historyText = formatHistory(aHistory({ writtenNames, webinars: [] }));
  const named = (firstname: string, lastname: string): StoredContact =>
    contactWith({ firstname, lastname, zwh_history: historyText });
  const namesOf = (person: Person, contact: StoredContact | null) => {
    const { firstname, lastname } = planPerson(person, contact, someFacts()).properties;
    return { firstname, lastname };
  };
  const untouched = { firstname: undefined, lastname: undefined };
  const newer = aPerson({
    firstName: 'Jillian',
    lastName: 'Chillingham',
    registration: aRegistration({ registeredAt: registeredAt + dayMs }),
  });
  const older = aPerson({
    firstName: 'J.',
    lastName: 'C.',
    registration: aRegistration({ registeredAt: registeredAt - dayMs }),
  });

  it('are written when HubSpot has none', () => {
    expect(namesOf(newer, contactWith({ firstname: '', lastname: null }))).toEqual({
      firstname: 'Jillian',
      lastname: 'Chillingham',
    });
  });

  it('are written when HubSpot still has what was written last', () => {
    expect(namesOf(newer, named('Jill', 'Chill'))).toEqual({ firstname: 'Jillian', lastname: 'Chillingham' });
  });

  it('are written when the host has corrected the registration', () => {
    expect(namesOf(aPerson({ lastName: 'Chilly' }), named('Jill', 'Chill'))).toEqual({
      firstname: undefined,
      lastname: 'Chilly',
    });
  });

  it('are not taken for numbers', () => {
    const contact = contactAfter([aPerson({ lastName: '7' }), someFacts()]);

    expect(namesOf({ ...newer, firstName: '', lastName: '7.0' }, contact)).toEqual({
      firstname: undefined,
      lastname: '7.0',
    });
  });

  it('stay when a person has edited them', () => {
    expect(namesOf(newer, named('Gill', 'Shill'))).toEqual(untouched);
  });

  it('stay each for itself', () => {
    expect(namesOf(newer, named('Gill', 'Chill'))).toEqual({ firstname: undefined, lastname: 'Chillingham' });
  });

  it('stay when HubSpot had them before us', () => {
    expect(namesOf(newer, contactWith({ firstname: 'Gill', lastname: 'Shill' }))).toEqual(untouched);
  });

  it('are not taken from an older registration', () => {
    expect(namesOf(older, named('Jill', 'Chill'))).toEqual(untouched);
  });

  it('are filled in from an older registration, without making it the newest', () => {
    const onlyLast = { ...older, firstName: 'J.' };
    const contact = appliedContact(named('Jill', ''), planPerson(onlyLast, named('Jill', ''), someFacts()));

    expect(contact.properties).toMatchObject({ firstname: 'Jill', lastname: 'C.' });
    expect(namesOf(older, contact)).toEqual(untouched);
    expect(historyOf(contact)?.writtenNames).toEqual({ firstName: 'Jill', lastName: 'C.', registeredAt });
  });

  it('stay when the form has none', () => {
    expect(namesOf({ ...newer, firstName: '', lastName: '' }, named('Jill', 'Chill'))).toEqual(untouched);
    expect(namesOf(walkedIn, named('Jill', 'Chill'))).toEqual(untouched);
  });

  it('are remembered, so that the next run still knows them as ours', () => {
    const contact = contactAfter([aPerson(), someFacts()]);

    expect(historyOf(contact)?.writtenNames).toEqual(writtenNames);
    expect(namesOf(newer, contact)).toEqual({ firstname: 'Jillian', lastname: 'Chillingham' });
  });

  it('are not remembered as ours when they were not written', () => {
    const contact = contactWith({ firstname: 'Gill', lastname: 'Shill' });

    expect(historyOf(appliedContact(contact, planPerson(aPerson(), contact, someFacts())))?.writtenNames).toBeNull();
  });

  it('written one of two are remembered one of two', () => {
    const contact = contactWith({ firstname: 'Gill', lastname: '' });
    const after = appliedContact(contact, planPerson(aPerson(), contact, someFacts()));

    expect(historyOf(after)?.writtenNames).toEqual({ firstName: '', lastName: 'Chill', registeredAt });
    expect(namesOf(newer, after)).toEqual({ firstname: undefined, lastname: 'Chillingham' });
  });
});

describe('S19: entries of the marketing event', () => {
  const entriesOf = (person: Person, contact: StoredContact | null = null, facts = someFacts()) =>
    planPerson(person, contact, facts).attendance;

  it('S20: are the registration at its time, then the attendance at the first join, with join and leave', () => {
    expect(entriesOf(attended)).toEqual([
      { sessionKey: 'main', state: 'register', interactionAt: registeredAt },
      {
        sessionKey: 'main',
        state: 'attend',
        interactionAt: at('10:05'),
        joinedAt: at('10:05'),
        leftAt: at('11:00'),
      },
    ]);
  });

  it('are only the attendance for somebody who walked in', () => {
    expect(entriesOf(walkedIn)).toMatchObject([{ state: 'attend', interactionAt: startsAt }]);
  });

  it('S18: are the cancellation for somebody who was never seen registered', () => {
    expect(entriesOf(cancelled)).toEqual([{ sessionKey: 'main', state: 'cancel', interactionAt: registeredAt + 1 }]);
  });

  it('are the cancellation after the registration', () => {
    const contact = contactAfter([aPerson(), someFacts()]);

    expect(entriesOf(cancelled, contact)).toMatchObject([{ state: 'cancel', interactionAt: registeredAt + 1 }]);
  });

  it('B7: are the registration again after a cancellation', () => {
    const contact = contactAfter([aPerson(), someFacts()], [cancelled, someFacts()]);

    expect(entriesOf(aPerson(), contact)).toMatchObject([{ state: 'register', interactionAt: registeredAt + 2 }]);
  });

  it('are no cancellation for somebody who came nevertheless', () => {
    const person = aPerson({
      sessions: [aPersonSession({ registration: aRegistration({ state: 'cancelled' }), attendance: anAttendance() })],
    });

    expect(entriesOf(person)).toMatchObject([{ state: 'attend' }]);
  });

  it('have the attendance after a registration that HubSpot knows by a later time', () => {
    const registration = aRegistration({ registeredAt: at('10:05') });
    const registered = aPerson({ registration });
    const attendance = anAttendance({ firstJoinedAt: at('10:05') - 400 });
    const contact = contactAfter([registered, someFacts({ sessions: [aHeldSession({ isFinal: false })] })]);

    expect(entriesOf({ ...registered, sessions: [aPersonSession({ registration, attendance })] }, contact)).toEqual([
      { sessionKey: 'main', state: 'register', interactionAt: at('10:05') },
      {
        sessionKey: 'main',
        state: 'attend',
        interactionAt: at('10:05') + secondMs,
        joinedAt: at('10:05') - 400,
        leftAt: at('11:00'),
      },
    ]);
  });

  it('last a second when the visit lasted no time: HubSpot takes no other', () => {
    const attendance = anAttendance({ attendedSeconds: 0, firstJoinedAt: at('10:30'), lastLeftAt: at('10:30') });

    expect(entriesOf(aPerson({ sessions: [aPersonSession({ attendance })] }))[1]).toMatchObject({
      joinedAt: at('10:30'),
      leftAt: at('10:30') + secondMs,
    });
  });

  it('are none for a session in which the person has no part', () => {
    expect(entriesOf(aPerson({ sessions: [] }))).toEqual([]);
  });

  it('are none for attendance that is known but not final again', () => {
    const contact = contactAfter([attended, someFacts()]);
    const again = someFacts({ sessions: [aHeldSession({ isFinal: false })] });

    expect(entriesOf(aPerson(), contact, again)).toMatchObject([{ state: 'register' }]);
    expect(planPerson(aPerson(), contact, again).events).toMatchObject([{ kind: 'registration' }]);
  });

  it('are none for a registration that is left standing in doubt', () => {
    const facts = someFacts({ sessions: twoSessions, mayBelieveAbsence: false });
    const both = aPerson({
      sessions: [aPersonSession({ sessionKey: 'first' }), aPersonSession({ sessionKey: 'second' })],
    });
    const onlyFirst = aPerson({ sessions: [aPersonSession({ sessionKey: 'first' })] });
    const plan = planPerson(onlyFirst, contactAfter([both, facts]), facts);

    expect(plan.attendance).toMatchObject([{ sessionKey: 'first', state: 'register' }]);
    expect(plan.sessions).toHaveLength(2);
    expect(plan.properties).toEqual({});
  });

  it('B10: belong to each session of a series', () => {
    const facts = someFacts({ sessions: twoSessions });
    const sessions = [aPersonSession({ sessionKey: 'first' }), aPersonSession({ sessionKey: 'second' })];

    expect(entriesOf(aPerson({ sessions }), null, facts)).toEqual([
      { sessionKey: 'first', state: 'register', interactionAt: registeredAt },
      { sessionKey: 'second', state: 'register', interactionAt: registeredAt },
    ]);
  });

  it('B10: cancel a single occurrence that the person is not listed for any more', () => {
    const facts = someFacts({ sessions: twoSessions });
    const both = aPerson({
      sessions: [aPersonSession({ sessionKey: 'first' }), aPersonSession({ sessionKey: 'second' })],
    });
    const onlyFirst = aPerson({ sessions: [aPersonSession({ sessionKey: 'first' })] });
    const contact = contactAfter([both, facts]);

    expect(entriesOf(onlyFirst, contact, facts)).toEqual([
      { sessionKey: 'first', state: 'register', interactionAt: registeredAt },
      { sessionKey: 'second', state: 'cancel', interactionAt: registeredAt + 1 },
    ]);
    expect(planPerson(onlyFirst, contact, facts).sessions).toEqual([
      { key: 'first', registration: 'registered', hasAttended: false },
      { key: 'second', registration: 'cancelled', hasAttended: false },
    ]);
  });
});

describe('custom events', () => {
  it('S26, S27: tell the registration once a webinar, and the attendance once a session', () => {
    const { events } = planPerson(attended, null, someFacts());

    expect(events).toEqual([
      {
        kind: 'registration',
        identity: 'acc-1/900100200/registration',
        occurredAt: registeredAt,
        properties: {
          webinar_id: '900100200',
          webinar_name: 'Growing tomatoes',
          registered_at: '2026-11-18T10:00:00.000Z',
        },
      },
      {
        kind: 'attendance',
        identity: 'acc-1/900100200/main/attendance',
        occurredAt: at('10:05'),
        properties: {
          webinar_id: '900100200',
          webinar_name: 'Growing tomatoes',
          session_started_at: '2026-11-20T10:00:00.000Z',
          duration_minutes: '60',
          duration_percentage: '100',
        },
      },
    ]);
  });

  it('are none for a cancelled registration', () => {
    expect(planPerson(cancelled, null, someFacts()).events).toEqual([]);
  });

  it('are known by webinar, session and contact', () => {
    const [registration] = planPerson(aPerson(), null, someFacts()).events;
    const [elsewhere] = planPerson(aPerson(), null, someFacts({ accountId: 'acc-2' })).events;
    const uuids = [registration, elsewhere].flatMap((event) =>
      event === undefined ? [] : ['101', '102'].map((contactId) => toBehaviouralEvent(event, contactId).uuid),
    );

    expect(new Set(uuids).size).toBe(4);
  });

  it('lose their identity on the way to HubSpot', () => {
    const [registration] = planPerson(aPerson(), null, someFacts()).events;

    expect(registration === undefined ? null : toBehaviouralEvent(registration, '101')).toEqual({
      kind: 'registration',
      contactId: '101',
      occurredAt: registeredAt,
      uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      properties: expect.objectContaining({ webinar_id: '900100200' }),
    });
  });
});

describe('S18: the plan for somebody who vanished', () => {
  it('cancels the registration and each session', () => {
    const facts = someFacts({ sessions: twoSessions });
    const both = aPerson({
      sessions: [aPersonSession({ sessionKey: 'first' }), aPersonSession({ sessionKey: 'second' })],
    });

    const plan = planVanished(contactAfter([both, facts]), facts);

    expect(plan).toMatchObject({
      properties: { zwh_registration_count: '0', zwh_last_registered_webinar: '' },
      attendance: [
        { sessionKey: 'first', state: 'cancel', interactionAt: registeredAt + 1 },
        { sessionKey: 'second', state: 'cancel', interactionAt: registeredAt + 1 },
      ],
      events: [],
      standing: 'cancelled',
    });
  });

  it('keeps what they attended, and does not tell it again', () => {
    const contact = contactAfter([attended, someFacts()]);
    const plan = planVanished(contact, someFacts());

    expect(plan.attendance).toEqual([]);
    expect(plan.sessions).toEqual([{ key: 'main', registration: 'cancelled', hasAttended: true }]);
    expect(appliedContact(contact, plan).properties).toMatchObject({
      zwh_registration_count: '0',
      zwh_attended_webinar_count: '1',
    });
  });

  it('B13: is empty when it has been written, and repeats the same entries', () => {
    const contact = contactAfter([aPerson(), someFacts()]);
    const first = planVanished(contact, someFacts());
    const again = planVanished(appliedContact(contact, first), someFacts());

    expect(again.properties).toEqual({});
    expect(again.attendance).toEqual(first.attendance);
  });

  it('leaves the names and the other webinars alone', () => {
    const contact = contactAfter([aPerson(), someFacts()], [attended, someFacts({ webinarId: '1' })]);
    const { properties } = planVanished(contact, someFacts());

    expect(properties).not.toHaveProperty('firstname');
    expect(historyOf(appliedContact(contact, { properties }))?.webinars).toHaveLength(2);
    expect(properties).toMatchObject({ zwh_registration_count: '1' });
  });

  it('B7: is undone when they register again', () => {
    const contact = contactAfter([aPerson(), someFacts()]);
    const gone = appliedContact(contact, planVanished(contact, someFacts()));
    const registration = aRegistration({ registeredAt: startsAt - hourMs });

    expect(planPerson(aPerson({ registration }), gone, someFacts())).toMatchObject({
      properties: { zwh_registration_count: '1' },
      attendance: [{ state: 'register', interactionAt: startsAt - hourMs + 2 }],
      standing: 'registered',
    });
  });
});

describe('B15: the next webinar on the contact', () => {
  const joinUrl = 'https://zoom.example.com/w/900100200?tk=personal';
  const registered = aPerson({ joinUrl });
  const nextStartsAt = startsAt + 7 * dayMs;
  /** The webinar is to come, and it is the day before. */
  const planned = (changes: Partial<WebinarFacts> = {}): WebinarFacts =>
    someFacts({ now: nextStartsAt - dayMs, sessions: [aPlannedSession()], ...changes });
  const next = {
    zwh_next_webinar_name: 'Growing tomatoes',
    zwh_next_webinar_starts_at: '2026-11-27T10:00:00.000Z',
    zwh_next_webinar_join_url: joinUrl,
  };
  const none = { zwh_next_webinar_name: '', zwh_next_webinar_starts_at: '', zwh_next_webinar_join_url: '' };
  const changed = (person: Person, contact: StoredContact, facts: WebinarFacts) =>
    Object.fromEntries(
      Object.entries(planPerson(person, contact, facts).properties).filter(([name]) => name.startsWith('zwh_next')),
    );

  it('is written with its date and the personal link', () => {
    expect(planPerson(registered, null, planned()).properties).toMatchObject(next);
  });

  it('has no link where Zoom gives none, and writes no empty property', () => {
    const { properties } = planPerson(aPerson(), null, planned());

    expect(properties).toMatchObject({ zwh_next_webinar_name: 'Growing tomatoes' });
    expect(properties).not.toHaveProperty('zwh_next_webinar_join_url');
  });

  it('is none for a new contact of a webinar that is over: nothing is written about it', () => {
    expect(changed(registered, aStoredContact(), someFacts())).toEqual({});
  });

  it.each([
    ['as it was written', '2026-11-27T10:00:00.000Z'],
    ['without milliseconds', '2026-11-27T10:00:00Z'],
    ['in another zone', '2026-11-27T11:00:00+01:00'],
  ])('B13: is known again in whatever spelling HubSpot gives the date back: %s', (_, spelled) => {
    const contact = contactAfter([registered, planned()]);
    const respelled = { ...contact, properties: { ...contact.properties, zwh_next_webinar_starts_at: spelled } };

    expect(planPerson(registered, respelled, planned()).properties).toEqual({});
  });

  it.each(['soon', '2026-11-27T10:00:01Z'])('is written over something else: %s', (spelled) => {
    const contact = contactAfter([registered, planned()]);
    const other = { ...contact, properties: { ...contact.properties, zwh_next_webinar_starts_at: spelled } };

    expect(planPerson(registered, other, planned()).properties).toEqual({
      zwh_next_webinar_starts_at: '2026-11-27T10:00:00.000Z',
    });
  });

  it('moves with its date, and nothing else of it is written', () => {
    const moved = planned({ sessions: [aPlannedSession({ startedAt: nextStartsAt + hourMs })] });

    expect(changed(registered, contactAfter([registered, planned()]), moved)).toEqual({
      zwh_next_webinar_starts_at: '2026-11-27T11:00:00.000Z',
    });
  });

  it.each([
    ['is cancelled', cancelled, planned()],
    ['has ended', registered, planned({ now: nextStartsAt + hourMs })],
    ['was held', registered, someFacts({ sessions: [aHeldSession()] })],
  ])('is none any more when it %s', (_, person, facts) => {
    expect(changed(person, contactAfter([registered, planned()]), facts)).toEqual(none);
  });

  it('is none any more when the person has vanished', () => {
    expect(planVanished(contactAfter([registered, planned()]), planned()).properties).toMatchObject(none);
  });

  it('is none any more when the webinar was deleted, and the registration is cancelled', () => {
    const deleted = planned({ isWebinarDeleted: true });
    const plan = planVanished(contactAfter([registered, planned()]), deleted);

    expect(plan.properties).toMatchObject({ ...none, zwh_registration_count: '0' });
    expect(plan.attendance).toMatchObject([{ sessionKey: 'main', state: 'cancel' }]);
    expect(plan.standing).toBe('cancelled');
  });

  it('is the earliest of two webinars, whichever is written last', () => {
    const later = planned({
      webinarId: '1',
      topic: 'Growing onions',
      sessions: [aPlannedSession({ startedAt: nextStartsAt + dayMs, endedAt: nextStartsAt + dayMs + hourMs })],
    });

    expect(contactAfter([registered, planned()], [aPerson(), later]).properties).toMatchObject(next);
    expect(contactAfter([aPerson(), later], [registered, planned()]).properties).toMatchObject(next);
  });

  it('is the other one when the first is cancelled', () => {
    const later = planned({
      webinarId: '1',
      topic: 'Growing onions',
      sessions: [aPlannedSession({ startedAt: nextStartsAt + dayMs, endedAt: nextStartsAt + dayMs + hourMs })],
    });
    const both = contactAfter([registered, planned()], [aPerson(), later]);

    expect(changed(cancelled, both, planned())).toEqual({
      zwh_next_webinar_name: 'Growing onions',
      zwh_next_webinar_starts_at: '2026-11-28T10:00:00.000Z',
      zwh_next_webinar_join_url: '',
    });
  });

  it('S19: has a registration for the marketing event and no attendance', () => {
    expect(planPerson(registered, null, planned()).attendance).toEqual([
      { sessionKey: 'main', state: 'register', interactionAt: registeredAt },
    ]);
  });
});

describe('a history that is handed in', () => {
  it('stands for the one on the contact', () => {
    const merged = aHistory({ mergedContactIds: ['303'], webinars: [aHistoryWebinar({ webinarId: '1' })] });

    const { properties } = planPerson(aPerson(), aStoredContact(), someFacts(), merged);

    expect(properties['zwh_registration_count']).toBe('2');
    expect(parseHistory(properties['zwh_history'])).toMatchObject({ mergedContactIds: ['303'] });
  });

  it('stands for the one on the contact of somebody who vanished, too', () => {
    const known = aHistory({ webinars: [aHistoryWebinar(), aHistoryWebinar({ webinarId: '1' })] });

    expect(planVanished(aStoredContact(), someFacts(), known).properties).toMatchObject({
      zwh_registration_count: '1',
    });
  });
});
