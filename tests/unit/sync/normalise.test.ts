import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/app/app.functions/domain/person.ts';
import type { Participation, Registrant, Webinar } from '../../../src/app/app.functions/domain/webinar.ts';
import type { HeldSession } from '../../../src/app/app.functions/sync/held-sessions.ts';
import { normalisePeople } from '../../../src/app/app.functions/sync/normalise.ts';
import {
  aHead,
  aHeldSession,
  anOccurrence,
  aPanelist,
  aParticipation,
  aRegistrant,
  aSeries,
  at,
  aWebinar,
  dayMs,
  endsAt,
  hourMs,
  minuteMs,
  startsAt,
  twoSessions,
} from '../../support/builders.ts';

interface Given {
  readonly webinar?: Webinar;
  readonly registrants?: readonly Registrant[];
  readonly participations?: readonly Participation[];
  readonly sessions?: readonly HeldSession[];
}

const normalise = ({ webinar = aWebinar(), registrants = [], participations = [], sessions }: Given) =>
  normalisePeople(
    aHead({ webinar, panelists: [aPanelist()] }),
    { registrants, participations },
    sessions ?? [aHeldSession()],
  );

const personsOf = (given: Given): readonly Person[] => normalise(given).persons;
const sessionsOf = (given: Given) => personsOf(given).flatMap(({ sessions }) => sessions);

describe('a person', () => {
  it('S11: comes from a registration, with both names and the address', () => {
    const registeredAt = startsAt - dayMs;

    expect(personsOf({ registrants: [aRegistrant({ registeredAt })] })).toEqual([
      {
        key: 'jill@example.com',
        email: 'jill@example.com',
        firstName: 'Jill',
        lastName: 'Chill',
        displayName: '',
        joinUrl: null,
        registration: { state: 'registered', registeredAt },
        sessions: [{ sessionKey: 'main', registration: { state: 'registered', registeredAt }, attendance: null }],
        unusedRows: 'none',
      },
    ]);
  });

  it('comes before those whose keys are later in the alphabet, however the rows came', () => {
    const names = ['dora', 'abe', 'cleo', 'bob', 'eve'];
    const registrants = names.map((name) => aRegistrant({ registrantId: name, email: `${name}@example.com` }));

    expect(personsOf({ registrants }).map(({ key }) => key)).toEqual(
      ['abe', 'bob', 'cleo', 'dora', 'eve'].map((name) => `${name}@example.com`),
    );
  });

  it('comes from a join without a registration', () => {
    expect(personsOf({ participations: [aParticipation({ leftAt: at('10:30') })] })).toEqual([
      {
        key: 'jill@example.com',
        email: 'jill@example.com',
        firstName: '',
        lastName: '',
        displayName: '',
        joinUrl: null,
        registration: null,
        sessions: [
          {
            sessionKey: 'main',
            registration: null,
            attendance: {
              attendedSeconds: 1800,
              percentage: 50,
              firstJoinedAt: at('10:00'),
              lastLeftAt: at('10:30'),
            },
          },
        ],
        unusedRows: 'none',
      },
    ]);
  });

  it('is one under one address, in whatever case', () => {
    const given: Given = {
      registrants: [aRegistrant({ email: 'JILL@example.com' })],
      participations: [aParticipation({ email: 'Jill@Example.com' })],
    };

    expect(personsOf(given).map(({ key }) => key)).toEqual(['jill@example.com']);
  });

  it('is another one with another suffix after the plus', () => {
    const given: Given = {
      registrants: [aRegistrant(), aRegistrant({ registrantId: 'reg-2', email: 'jill+zoom@example.com' })],
    };

    expect(personsOf(given).map(({ key }) => key)).toEqual(['jill+zoom@example.com', 'jill@example.com']);
  });

  it('is who registered, not who is named in the row, where the two disagree', () => {
    const given: Given = {
      registrants: [aRegistrant()],
      participations: [aParticipation({ registrantId: 'reg-1', email: 'jack@example.com' })],
    };

    expect(personsOf(given)).toMatchObject([
      { key: 'jill@example.com', sessions: [{ attendance: { percentage: 100 } }] },
    ]);
  });

  it('B11: is no host, alternative host or panelist, whether registered or there', () => {
    const webinar = aWebinar({ alternativeHostEmails: ['deputy@acme.example.com'] });
    const staff = ['host@acme.example.com', 'deputy@acme.example.com', 'panelist@acme.example.com'];

    expect(
      personsOf({
        webinar,
        registrants: staff.map((email) => aRegistrant({ registrantId: email, email })),
        participations: staff.map((email) => aParticipation({ joinId: email, email })),
      }),
    ).toEqual([]);
  });

  it('has the names of the newest registration', () => {
    const given: Given = {
      registrants: [
        aRegistrant({ registrantId: 'b', firstName: 'Jillian', registeredAt: startsAt - hourMs }),
        aRegistrant({ registrantId: 'a', firstName: 'Jill', registeredAt: startsAt - dayMs }),
      ],
    };

    expect(personsOf(given)).toMatchObject([{ firstName: 'Jillian' }]);
  });

  it('has the same names whichever of two registrations of one moment comes first', () => {
    const registrants = [
      aRegistrant({ registrantId: 'a', firstName: 'Jill' }),
      aRegistrant({ registrantId: 'b', firstName: 'Jillian' }),
    ];

    expect(personsOf({ registrants })).toEqual(personsOf({ registrants: registrants.toReversed() }));
  });

  it('has no part in an instance that was no session', () => {
    expect(personsOf({ participations: [aParticipation({ instanceUuid: 'rehearsal' })] })).toEqual([]);
  });
});

describe('B15: the personal link of a person', () => {
  const link = (name: string): string => `https://zoom.example.com/w/900100200?tk=${name}`;
  const linkOf = (...rows: readonly Parameters<typeof aRegistrant>[0][]): string | null | undefined =>
    personsOf({
      registrants: rows.map((row, index) => aRegistrant({ registrantId: `reg-${index}`, ...row })),
    })[0]?.joinUrl;

  it('is that of the newest registration that stands', () => {
    const [older, newer] = [
      { joinUrl: link('older'), registeredAt: startsAt - 2 * dayMs },
      { joinUrl: link('newer'), registeredAt: startsAt - dayMs },
    ];

    expect(linkOf(newer, older)).toBe(link('newer'));
    expect(linkOf(older, newer)).toBe(link('newer'));
  });

  it.each(['pending', 'denied'] as const)('is not that of a registration that is %s', (status) => {
    const newest = { joinUrl: link('useless'), status, registeredAt: startsAt - dayMs };

    expect(linkOf(newest)).toBeNull();
    expect(linkOf(newest, { joinUrl: link('older'), registeredAt: startsAt - 2 * dayMs })).toBe(link('older'));
  });

  it('is an older one where the newest registration has none', () => {
    expect(linkOf({ joinUrl: link('older') }, { registeredAt: startsAt - dayMs })).toBe(link('older'));
  });

  it('is none of somebody who never registered', () => {
    expect(personsOf({ participations: [aParticipation()] })).toMatchObject([{ joinUrl: null }]);
  });
});

describe('the name of a guest', () => {
  const aGuest = (joinId: string, displayName: string) =>
    aParticipation({ joinId, email: null, registrantId: 'removed', displayName });

  it('is the one that was shown', () => {
    expect(personsOf({ participations: [aGuest('1', ' Jolly ')] })).toMatchObject([{ displayName: 'Jolly' }]);
  });

  it('B13: is the same in whatever order the rows come', () => {
    const rows = [aGuest('1', ''), aGuest('2', 'Molly'), aGuest('3', 'Jolly')];

    expect(personsOf({ participations: rows })).toMatchObject([{ displayName: 'Jolly' }]);
    expect(personsOf({ participations: rows.toReversed() })).toMatchObject([{ displayName: 'Jolly' }]);
  });

  it('is empty where none was ever shown, and of everybody with an address', () => {
    expect(personsOf({ participations: [aGuest('1', ' ')] })).toMatchObject([{ displayName: '' }]);
    expect(personsOf({ participations: [aParticipation()] })).toMatchObject([{ displayName: '' }]);
  });
});

describe('B9: attendance', () => {
  const attendanceOf = (participations: readonly Participation[], sessions?: readonly HeldSession[]) =>
    sessionsOf(sessions === undefined ? { participations } : { participations, sessions }).map(
      ({ attendance }) => attendance,
    );

  it('of two devices counts once', () => {
    const rows = [
      aParticipation({ joinId: '1', leftAt: at('10:30') }),
      aParticipation({ joinId: '2', joinedAt: at('10:10'), leftAt: at('10:40') }),
    ];

    expect(attendanceOf(rows)).toMatchObject([{ attendedSeconds: 2400 }]);
  });

  it('of a rejoin in the next instance goes on, without the host’s absence', () => {
    const sessions = [
      aHeldSession({
        instanceUuids: ['uuid-1', 'uuid-2'],
        openTimes: [
          { start: at('10:00'), end: at('10:20') },
          { start: at('10:30'), end: at('11:00') },
        ],
        lengthMs: 50 * minuteMs,
      }),
    ];
    const rows = [
      aParticipation({ leftAt: at('10:20') }),
      aParticipation({ instanceUuid: 'uuid-2', joinedAt: at('10:35') }),
    ];

    expect(attendanceOf(rows, sessions)).toMatchObject([
      { attendedSeconds: 2700, percentage: 90, firstJoinedAt: at('10:00'), lastLeftAt: at('11:00') },
    ]);
  });

  it('of a row that comes on two pages counts once', () => {
    expect(attendanceOf([aParticipation(), aParticipation()])).toMatchObject([{ percentage: 100 }]);
  });

  it('ends with the session although Zoom’s clocks disagree', () => {
    expect(attendanceOf([aParticipation({ joinedAt: startsAt - 3_000, leftAt: endsAt + 3_000 })])).toMatchObject([
      { attendedSeconds: 3600, percentage: 100, firstJoinedAt: startsAt - 3_000, lastLeftAt: endsAt + 3_000 },
    ]);
  });

  it('of no length is attendance', () => {
    expect(attendanceOf([aParticipation({ leftAt: startsAt })])).toMatchObject([{ attendedSeconds: 0 }]);
  });

  it('belongs to the session of its instance (B10)', () => {
    const participations = [
      aParticipation({ instanceUuid: 'uuid-2', joinedAt: startsAt + 7 * dayMs, leftAt: endsAt + 7 * dayMs }),
    ];

    expect(sessionsOf({ participations, sessions: twoSessions })).toMatchObject([
      { sessionKey: 'second', attendance: { percentage: 100 } },
    ]);
  });
});

describe('rows that come to no attendance', () => {
  it('are told of somebody who has registered, too', () => {
    const participations = [aParticipation({ leftAt: null })];

    expect(personsOf({ registrants: [aRegistrant()], participations })).toMatchObject([
      { sessions: [{ sessionKey: 'main', attendance: null }], unusedRows: 'unusable-times' },
    ]);
  });

  it.each([
    ['without a join time', { joinedAt: null }],
    ['without a leave time', { leftAt: null }],
    ['with the leave before the join', { joinedAt: at('10:30'), leftAt: at('10:20') }],
    ['outside the session', { joinedAt: at('08:00'), leftAt: at('08:30') }],
  ])('S34: %s are counted, and the person is known by them', (_, changes) => {
    const { persons, unusableRowCount } = normalise({ participations: [aParticipation(changes)] });

    expect(unusableRowCount).toBe(1);
    expect(persons).toMatchObject([{ key: 'jill@example.com', sessions: [], unusedRows: 'unusable-times' }]);
  });

  it('leave the registration as it is', () => {
    const given: Given = { registrants: [aRegistrant()], participations: [aParticipation({ joinedAt: null })] };

    expect(sessionsOf(given)).toMatchObject([{ registration: { state: 'registered' }, attendance: null }]);
  });

  it('are counted beside good ones, and do not spoil them', () => {
    const given: Given = { participations: [aParticipation(), aParticipation({ joinId: '2', leftAt: null })] };
    const { persons, unusableRowCount } = normalise(given);

    expect(unusableRowCount).toBe(1);
    expect(persons).toMatchObject([{ unusedRows: 'none', sessions: [{ attendance: { percentage: 100 } }] }]);
  });

  it('are of people who were never let in', () => {
    const { persons, unusableRowCount } = normalise({
      participations: [aParticipation({ wasInWaitingRoom: true })],
    });

    expect(unusableRowCount).toBe(0);
    expect(persons).toMatchObject([{ sessions: [], unusedRows: 'waiting-room' }]);
  });

  it.each([
    ['with times', {}],
    ['without a leave time', { leftAt: null }],
  ])('are not judged while the report is not final: %s', (_, changes) => {
    const { persons, unusableRowCount } = normalise({
      participations: [aParticipation(changes)],
      sessions: [aHeldSession({ isFinal: false })],
    });

    expect(unusableRowCount).toBe(0);
    expect(persons).toMatchObject([{ sessions: [], unusedRows: 'not-final' }]);
  });

  it('may still come to something in a session that is not final', () => {
    const sessions = [aHeldSession(), aHeldSession({ key: 'evening', instanceUuids: ['uuid-2'], isFinal: false })];
    const participations = [aParticipation({ leftAt: null }), aParticipation({ instanceUuid: 'uuid-2' })];

    expect(personsOf({ participations, sessions })).toMatchObject([{ unusedRows: 'not-final' }]);
  });
});

describe('S15: guests without an address', () => {
  const guest = (changes: Partial<Participation>): Participation =>
    aParticipation({ email: null, displayName: 'Jill', ...changes });
  const guestCount = (...participations: readonly Participation[]): number => personsOf({ participations }).length;

  it('have no address and a key that is no address', () => {
    expect(personsOf({ participations: [guest({})] })).toMatchObject([
      { key: 'guest:name jill 1', email: null, sessions: [{ attendance: { percentage: 100 } }] },
    ]);
  });

  it('are one when somebody of the same name comes back', () => {
    expect(
      guestCount(guest({ leftAt: at('10:20') }), guest({ joinId: '2', displayName: ' JILL', joinedAt: at('10:20') })),
    ).toBe(1);
  });

  it('are two when two of the same name are there at once', () => {
    expect(guestCount(guest({}), guest({ joinId: '2', joinedAt: at('10:20') }))).toBe(2);
  });

  it('are two, and their unusable rows are counted once', () => {
    const { persons, unusableRowCount } = normalise({
      participations: [guest({}), guest({ joinId: '2' }), guest({ joinId: '3', leftAt: null })],
    });

    expect(persons.map(({ key, sessions }) => [key, sessions.length])).toEqual([
      ['guest:name jill 1', 1],
      ['guest:name jill 2', 0],
    ]);
    expect(unusableRowCount).toBe(1);
  });

  it('are two with two names', () => {
    expect(guestCount(guest({}), guest({ joinId: '2', displayName: 'Jack' }))).toBe(2);
  });

  it('are one on two devices with one account', () => {
    expect(
      guestCount(
        guest({ userId: 'user-1' }),
        guest({ joinId: '2', userId: 'user-1', displayName: 'Jill’s phone', joinedAt: at('10:10') }),
      ),
    ).toBe(1);
  });

  it('are one on two devices with one registration that was removed since', () => {
    expect(
      guestCount(
        guest({ registrantId: 'removed' }),
        guest({ joinId: '2', registrantId: 'removed', displayName: 'Jill’s phone', joinedAt: at('10:10') }),
      ),
    ).toBe(1);
  });

  it('count although their times are unusable', () => {
    expect(guestCount(guest({ joinedAt: null }), guest({ joinId: '2', joinedAt: null }))).toBe(1);
  });
});

describe('the state of a registration', () => {
  const stateOf = (registrants: readonly Registrant[], webinar = aWebinar()) =>
    personsOf({ registrants, webinar }).map(({ registration }) => registration?.state);

  it.each([
    ['approved', false, 'registered'],
    ['pending', false, 'pending'],
    ['denied', false, 'cancelled'],
    ['approved', true, 'registered'],
    ['pending', true, 'pending'],
    ['denied', true, 'denied'],
  ] as const)('of somebody %s is, if the host approves is %s: %s', (status, needsApproval, expected) => {
    expect(stateOf([aRegistrant({ status })], aWebinar({ needsApproval }))).toEqual([expected]);
  });

  it('B7: is registered after a cancellation and another registration', () => {
    const registrants = [
      aRegistrant({ registrantId: 'a', status: 'denied', registeredAt: startsAt - 2 * dayMs }),
      aRegistrant({ registrantId: 'b', status: 'approved', registeredAt: startsAt - dayMs }),
    ];

    expect(personsOf({ registrants })).toMatchObject([
      { registration: { state: 'registered', registeredAt: startsAt - dayMs } },
    ]);
  });

  it('is dated by the first of several that stand', () => {
    const registrants = [
      aRegistrant({ registrantId: 'b', registeredAt: startsAt - dayMs }),
      aRegistrant({ registrantId: 'a', registeredAt: startsAt - 2 * dayMs }),
    ];

    expect(personsOf({ registrants })).toMatchObject([{ registration: { registeredAt: startsAt - 2 * dayMs } }]);
  });

  it('waits for approval after a cancellation, where the host approves', () => {
    const registrants = [aRegistrant({ status: 'denied' }), aRegistrant({ registrantId: 'b', status: 'pending' })];

    expect(stateOf(registrants, aWebinar({ needsApproval: true }))).toEqual(['pending']);
  });

  it('is registered for somebody whose approval came while the lists were read', () => {
    expect(stateOf([aRegistrant({ status: 'pending' }), aRegistrant({ status: 'approved' })])).toEqual(['registered']);
  });

  it('of somebody on an odd list with an empty address is kept apart', () => {
    expect(personsOf({ registrants: [aRegistrant({ email: ' ' })] })).toMatchObject([{ key: '', email: '' }]);
  });
});

describe('B10: a registration counts', () => {
  const keysOf = (registrants: readonly Registrant[], webinar: Webinar, sessions = twoSessions) =>
    sessionsOf({ registrants, webinar, sessions }).map(({ sessionKey }) => sessionKey);
  const [first] = twoSessions;
  const firstOnly = first === undefined ? [] : [first];

  it('for every session of a series', () => {
    expect(keysOf([aRegistrant()], aSeries())).toEqual(['first', 'second']);
  });

  it('for a session during which it was made', () => {
    expect(keysOf([aRegistrant({ registeredAt: endsAt })], aSeries())).toEqual(['first', 'second']);
  });

  it('not for a session that was over when it was made', () => {
    expect(keysOf([aRegistrant({ registeredAt: endsAt + 1 })], aSeries())).toEqual(['second']);
  });

  it('for the last session when it was made after all of them', () => {
    expect(keysOf([aRegistrant({ registeredAt: endsAt + 30 * dayMs })], aSeries())).toEqual(['second']);
    expect(keysOf([aRegistrant({ registeredAt: endsAt + 30 * dayMs })], aWebinar(), [aHeldSession()])).toEqual([
      'main',
    ]);
  });

  it('for what came after it only, where a webinar with one date was held twice', () => {
    expect(keysOf([aRegistrant({ registeredAt: endsAt + dayMs })], aWebinar())).toEqual(['second']);
  });

  it('for no session yet when it was made between two: nobody is a no-show of what was over', () => {
    expect(keysOf([aRegistrant({ registeredAt: endsAt + dayMs })], aSeries(), firstOnly)).toEqual([]);
  });

  it('for the last session when those to come are called off', () => {
    const calledOff = aSeries({
      occurrences: [
        anOccurrence(),
        anOccurrence({ occurrenceId: 'second', startsAt: startsAt + 7 * dayMs, isDeleted: true }),
      ],
    });

    expect(keysOf([aRegistrant({ registeredAt: endsAt + dayMs })], calledOff, firstOnly)).toEqual(['first']);
  });

  it('for no session of a webinar without planned dates that may be held again', () => {
    const webinar = aWebinar({ recurrence: 'no-fixed-times' });

    expect(keysOf([aRegistrant({ registeredAt: endsAt + dayMs })], webinar, firstOnly)).toEqual([]);
    expect(keysOf([aRegistrant({ registeredAt: endsAt + dayMs })], webinar)).toEqual(['second']);
  });

  it('for its occurrence only, where people register for each', () => {
    const webinar = aSeries({ registrationScope: 'occurrence' });
    const registrants = [
      aRegistrant({ occurrenceId: 'first' }),
      aRegistrant({ registrantId: 'b', email: 'jack@example.com', occurrenceId: 'second' }),
    ];

    expect(
      personsOf({ registrants, webinar, sessions: twoSessions }).map(({ key, sessions }) => [
        key,
        sessions.map(({ sessionKey }) => sessionKey),
      ]),
    ).toEqual([
      ['jack@example.com', ['second']],
      ['jill@example.com', ['first']],
    ]);
  });

  it('per occurrence: cancelled for one, standing for the other, and standing as a whole', () => {
    const webinar = aSeries({ registrationScope: 'occurrence' });
    const registrants = [
      aRegistrant({ occurrenceId: 'first', status: 'denied' }),
      aRegistrant({ occurrenceId: 'second' }),
    ];

    expect(personsOf({ registrants, webinar, sessions: twoSessions })).toMatchObject([
      {
        registration: { state: 'registered' },
        sessions: [
          { sessionKey: 'first', registration: { state: 'cancelled' } },
          { sessionKey: 'second', registration: { state: 'registered' } },
        ],
      },
    ]);
  });

  it('for no session when its occurrence was never held', () => {
    const webinar = aSeries({ registrationScope: 'occurrence' });

    expect(personsOf({ registrants: [aRegistrant({ occurrenceId: 'third' })], webinar })).toMatchObject([
      { registration: { state: 'registered' }, sessions: [] },
    ]);
  });
});

it('leaves its inputs alone', () => {
  const registrants = Object.freeze([Object.freeze(aRegistrant({ email: 'JILL@example.com' }))]);
  const participations = Object.freeze([Object.freeze(aParticipation({ registrantId: 'reg-1' }))]);

  expect(() => normalise({ registrants, participations })).not.toThrow();
});
