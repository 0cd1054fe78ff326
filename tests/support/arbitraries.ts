import * as fc from 'fast-check';
import type {
  ContactHistory,
  HistorySession,
  HistoryWebinar,
} from '../../src/app/app.functions/contact-history/contact-history.ts';
import type { Attendance } from '../../src/app/app.functions/domain/attendance.ts';
import type { Instant } from '../../src/app/app.functions/domain/instant.ts';
import type { Person, PersonSession, Registration } from '../../src/app/app.functions/domain/person.ts';
import type { Participation, Registrant } from '../../src/app/app.functions/domain/webinar.ts';
import type { WebinarFacts } from '../../src/app/app.functions/sync/facts.ts';
import type { HeldSession } from '../../src/app/app.functions/sync/held-sessions.ts';
import type { PersonMark, SessionStanding } from '../../src/app/app.functions/sync/people-marks.ts';
import type { StoredContact } from '../../src/app/app.functions/sync/ports.ts';
import {
  aHeldSession,
  aParticipation,
  aRegistrant,
  aStoredContact,
  dayMs,
  endsAt,
  hourMs,
  secondMs,
  someFacts,
  startsAt,
} from './builders.ts';

/** Every property runs the same cases each time. */
export const settings = { seed: 20_261_120, numRuns: 200 } as const;

const word = (length: number) => fc.stringMatching(new RegExp(`^[\\w-]{${length}}$`));

export const address = fc
  .tuple(
    fc.constantFrom('jill', 'jack', 'joe', 'jen', 'jim', 'jill+zoom'),
    fc.constantFrom('example.com', 'example.org'),
  )
  .map(([name, domain]) => `${name}@${domain}`);

/** The same mailbox in another spelling. */
const spelledAddress = fc
  .tuple(address, fc.constantFrom('lower', 'upper', 'blanks'))
  .map(([email, spelling]) =>
    spelling === 'upper' ? email.toUpperCase() : spelling === 'blanks' ? ` ${email} ` : email,
  );

export const registrationState = fc.constantFrom('registered', 'cancelled', 'pending', 'denied');

/** Before, during or after the webinar; not always whole seconds. */
const registeredAt: fc.Arbitrary<Instant> = fc.oneof(
  fc.integer({ min: -20, max: 0 }).map((days) => startsAt + days * dayMs),
  fc.integer({ min: -90_000, max: 3_690_000 }).map((ms) => startsAt + ms),
  fc.integer({ min: 0, max: 20 }).map((days) => endsAt + days * dayMs + 333),
);

/** Joins of about the time of the webinar; some have unusable times, come twice, or belong to nobody known. */
export const participation: fc.Arbitrary<Participation> = fc
  .record({
    instanceUuid: fc.constantFrom('uuid-1', 'uuid-2', 'rehearsal'),
    joinId: fc.integer({ min: 1, max: 40 }).map(String),
    registrantId: fc.option(fc.constantFrom('reg-1', 'reg-2', 'reg-3', 'removed'), { nil: null, freq: 2 }),
    email: fc.option(spelledAddress, { nil: null }),
    userId: fc.option(fc.constantFrom('user-1', 'user-2', 'host-1'), { nil: null, freq: 1 }),
    displayName: fc.constantFrom('Jill', 'JILL ', 'Jack', ''),
    wasInWaitingRoom: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
    joinedMinute: fc.option(fc.integer({ min: -20, max: 160 }), { nil: null, freq: 9 }),
    stayMinutes: fc.option(fc.integer({ min: -5, max: 120 }), { nil: null, freq: 9 }),
  })
  .map(({ joinedMinute, stayMinutes, ...row }) => {
    const joinedAt = joinedMinute === null ? null : startsAt + joinedMinute * 60_000;
    const leftAt = joinedAt === null || stayMinutes === null ? null : joinedAt + stayMinutes * 60_000;
    return aParticipation({ ...row, joinedAt, leftAt });
  });

export const registrant: fc.Arbitrary<Registrant> = fc
  .record({
    registrantId: fc.constantFrom('reg-1', 'reg-2', 'reg-3', 'reg-4'),
    status: fc.constantFrom('approved', 'pending', 'denied'),
    registeredAt,
  })
  .map((row) => {
    // Zoom gives one id to one address and one form.
    const email = { 'reg-1': 'jill@example.com', 'reg-2': 'JACK@example.com', 'reg-3': 'Jill@Example.com' }[
      row.registrantId as string
    ];
    return aRegistrant({ ...row, email: email ?? 'host@acme.example.com', firstName: row.registrantId });
  });

/** Sessions of two instances, of which one had a break in the middle. */
export const threeInstances: readonly HeldSession[] = [
  aHeldSession({
    endedAt: endsAt + hourMs,
    lengthMs: 80 * 60_000,
    openTimes: [
      { start: startsAt, end: startsAt + 40 * 60_000 },
      { start: startsAt + 60 * 60_000, end: startsAt + 100 * 60_000 },
    ],
    instanceUuids: ['uuid-1', 'uuid-2'],
  }),
];

const whole = (instant: fc.Arbitrary<Instant>) => instant.map((ms) => Math.floor(ms / 1000) * 1000);

export const attendanceOf = (session: HeldSession): fc.Arbitrary<Attendance> =>
  fc
    .record({
      joinedMs: fc.integer({ min: -3_000, max: 3_600_000 }),
      stayedMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_600_000 })),
      percentage: fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10),
    })
    .map(({ joinedMs, stayedMs, percentage }) => ({
      attendedSeconds: Math.round(stayedMs / 1000),
      percentage,
      firstJoinedAt: session.startedAt + joinedMs,
      lastLeftAt: session.startedAt + joinedMs + stayedMs,
    }));

const registration: fc.Arbitrary<Registration> = fc.record({ state: registrationState, registeredAt });

const personSession = (session: HeldSession): fc.Arbitrary<PersonSession | null> =>
  fc
    .record({
      registration: fc.option(registration, { nil: null }),
      attendance: session.isFinal ? fc.option(attendanceOf(session), { nil: null }) : fc.constant(null),
    })
    .map((part) =>
      part.registration === null && part.attendance === null ? null : { sessionKey: session.key, ...part },
    );

export const personIn = (
  sessions: readonly HeldSession[],
  email: fc.Arbitrary<string> = address,
): fc.Arbitrary<Person> =>
  fc
    .record({
      email,
      firstName: fc.constantFrom('Jill', 'Jillian', 'Jörg 🍅', ''),
      lastName: fc.constantFrom('Chill', 'Weiß', ''),
      displayName: fc.constant(''),
      joinUrl: fc.constantFrom(null, 'https://zoom.example.com/w/900100200?tk=personal'),
      registration: fc.option(registration, { nil: null }),
      parts: fc.tuple(...sessions.map(personSession)),
      unusedRows: fc.constantFrom<Person['unusedRows'][]>('none', 'unusable-times', 'not-final', 'waiting-room'),
    })
    .map(({ parts, ...person }) => ({
      ...person,
      key: person.email,
      sessions: parts.filter((part) => part !== null),
    }));

/** A webinar of up to three sessions, a week apart, of which the last may not be final. */
export const facts: fc.Arbitrary<WebinarFacts> = fc
  .record({
    accountId: fc.constantFrom('acc-1', 'acc-2'),
    webinarId: fc.constantFrom('900100200', '800100200'),
    topic: fc.constantFrom('Growing tomatoes', 'Growing “pumpkins” 🎃', 'x'.repeat(400)),
    url: fc.constantFrom('https://zoom.example.com/register', ''),
    sessionCount: fc.integer({ min: 1, max: 3 }),
    isLastFinal: fc.boolean(),
    isLastHeld: fc.boolean(),
    mayBelieveAbsence: fc.boolean(),
    now: fc.constantFrom(startsAt - dayMs, startsAt + 8 * dayMs, startsAt + 30 * dayMs),
  })
  .map(({ sessionCount, isLastFinal, isLastHeld, ...rest }) =>
    someFacts({
      ...rest,
      sessions: Array.from({ length: sessionCount }, (_, index) =>
        aHeldSession({
          key: sessionCount === 1 ? 'main' : `session-${index}`,
          startedAt: startsAt + index * 7 * dayMs,
          endedAt: endsAt + index * 7 * dayMs,
          isFinal: index < sessionCount - 1 || isLastFinal,
          isHeld: index < sessionCount - 1 || isLastHeld || isLastFinal,
          isPast: endsAt + index * 7 * dayMs <= rest.now,
        }),
      ),
    }),
  );

export const planned = facts.chain((given) =>
  fc.record({ facts: fc.constant(given), person: personIn(given.sessions, fc.constant('jill@example.com')) }),
);

const historySession: fc.Arbitrary<HistorySession> = fc.record({
  key: fc.oneof(
    fc.constant('main'),
    fc.integer({ min: 0, max: 9 }).map((day) => String(startsAt + day * dayMs)),
  ),
  startedAt: whole(registeredAt),
  lengthSeconds: fc.nat({ max: 20_000 }),
  registration: fc.constantFrom('registered', 'cancelled', null),
  registeredAt: fc.option(whole(registeredAt), { nil: null }),
  changeCount: fc.nat({ max: 20 }),
  attendance: fc.option(
    attendanceOf(aHeldSession()).map((attendance) => ({
      ...attendance,
      firstJoinedAt: Math.floor(attendance.firstJoinedAt / secondMs) * secondMs,
      lastLeftAt: Math.floor(attendance.lastLeftAt / secondMs) * secondMs,
    })),
    { nil: null },
  ),
  isOver: fc.boolean(),
});

const historyWebinar: fc.Arbitrary<HistoryWebinar> = fc.record({
  accountId: fc.constantFrom('acc-1', 'acc-2'),
  webinarId: fc.integer({ min: 1, max: 5 }).map(String),
  topic: fc.string({ unit: 'grapheme', maxLength: 200 }),
  url: fc.webUrl(),
  registration: fc.constantFrom('registered', 'cancelled', null),
  registeredAt: fc.option(whole(registeredAt), { nil: null }),
  joinUrl: fc.option(fc.webUrl(), { nil: null }),
  sessions: fc.uniqueArray(historySession, { maxLength: 6, selector: ({ key }) => key }),
});

/** Times in whole seconds, as a history keeps them. */
export const history = (maxWebinars = 6): fc.Arbitrary<ContactHistory> =>
  fc.record({
    writtenNames: fc.option(
      fc.record({
        firstName: fc.string({ unit: 'grapheme', maxLength: 64 }),
        lastName: fc.string({ unit: 'grapheme', maxLength: 64 }),
        registeredAt: whole(registeredAt),
      }),
      { nil: null },
    ),
    mergedContactIds: fc.uniqueArray(fc.nat().map(String), { maxLength: 3 }),
    webinars: fc.array(historyWebinar, { maxLength: maxWebinars }),
  });

const standing: fc.Arbitrary<Omit<SessionStanding, 'key'>> = fc.constantFrom(
  { registration: 'registered', hasAttended: false },
  { registration: 'registered', hasAttended: true },
  { registration: 'cancelled', hasAttended: false },
  { registration: 'cancelled', hasAttended: true },
  { registration: null, hasAttended: true },
);

export const mark: fc.Arbitrary<PersonMark> = fc.record({
  keyHash: word(12),
  stateHash: word(8),
  contactId: fc.bigInt({ min: 1n, max: 999_999_999_999n }).map(String),
  standing: fc.constantFrom('registered', 'cancelled', 'attended'),
  sessions: fc
    .uniqueArray(fc.tuple(fc.constantFrom('main', 'a', 'b+c', '1795168800000'), standing), { selector: ([key]) => key })
    .map((sessions) => sessions.map(([key, rest]) => ({ key, ...rest })).sort((a, b) => (a.key < b.key ? -1 : 1))),
});

/** A contact that other people and other apps have written on. */
export const foreignContact: fc.Arbitrary<StoredContact | null> = fc.option(
  fc
    .record({
      firstname: fc.constantFrom(null, '', 'Jill', 'Gill'),
      lastname: fc.constantFrom(null, '', 'Chill', 'Shill'),
      zwh_history: fc.constantFrom(null, '', 'somebody’s notes'),
      zwh_registration_count: fc.constantFrom(null, '', '7'),
      phone: fc.constantFrom(null, '+49 30 123456'),
    })
    .map((properties) => aStoredContact({ properties: { email: 'jill@example.com', ...properties } })),
  { nil: null },
);

/** The same values, of which nothing can be changed any more. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !(value instanceof Map)) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}
