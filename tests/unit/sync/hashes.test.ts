import { describe, expect, it } from 'vitest';
import {
  deriveUuid,
  hashAbsentState,
  hashJson,
  hashPersonKey,
  hashPersonState,
} from '../../../src/app/app.functions/sync/hashes.ts';
import {
  aHeldSession,
  anAttendance,
  aPlannedSession,
  aPerson,
  aPersonSession,
  aRegistration,
  aStanding,
  at,
  dayMs,
  minuteMs,
  someFacts,
  startsAt,
} from '../../support/builders.ts';

describe('the hash of a person’s key', () => {
  it('has twelve characters and shows nothing of the address', () => {
    expect(hashPersonKey('acc-1', 'jill@example.com')).toMatch(/^[\w-]{12}$/);
    expect(hashPersonKey('acc-1', 'jill@example.com')).not.toContain('jill');
  });

  it('is another one in another Zoom account', () => {
    expect(hashPersonKey('acc-1', 'jill@example.com')).not.toBe(hashPersonKey('acc-2', 'jill@example.com'));
  });

  it('does not confuse where the account ends', () => {
    expect(hashPersonKey('acc-1', '2')).not.toBe(hashPersonKey('acc-12', ''));
  });
});

describe('the hash of a person’s state', () => {
  const person = aPerson({ sessions: [aPersonSession({ attendance: anAttendance() })] });
  const known = hashPersonState(person, someFacts());

  it('has eight characters and is always the same', () => {
    expect(known).toMatch(/^[\w-]{8}$/);
    expect(hashPersonState(structuredClone(person), structuredClone(someFacts()))).toBe(known);
  });

  it.each([
    ['first name', { firstName: 'Jillian' }],
    ['last name', { lastName: 'Chilling' }],
    ['personal link', { joinUrl: 'https://zoom.example.com/w/900100200?tk=personal' }],
    ['registration', { registration: aRegistration({ state: 'cancelled' }) }],
    ['time of registration', { registration: aRegistration({ registeredAt: at('09:00') }) }],
    ['session', { sessions: [aPersonSession({ sessionKey: 'other', attendance: anAttendance() })] }],
    ['attendance', { sessions: [aPersonSession({ attendance: anAttendance({ percentage: 99 }) })] }],
    [
      'registration for the session',
      { sessions: [aPersonSession({ registration: null, attendance: anAttendance() })] },
    ],
  ])('is another one with another %s', (_, changes) => {
    expect(hashPersonState({ ...person, ...changes }, someFacts())).not.toBe(known);
  });

  it.each([
    ['account', { accountId: 'acc-2' }],
    ['webinar', { webinarId: '1' }],
    ['topic', { topic: 'Growing pumpkins' }],
    ['address', { url: 'https://elsewhere' }],
    ['start', { sessions: [aHeldSession({ startedAt: at('09:59') })] }],
    ['length', { sessions: [aHeldSession({ lengthMs: 1 })] }],
    ['finality', { sessions: [aHeldSession({ isFinal: false })] }],
    ['state: held or planned', { sessions: [aHeldSession({ isHeld: false })] }],
  ])('is another one with another %s of the webinar', (_, changes) => {
    expect(hashPersonState(person, someFacts(changes))).not.toBe(known);
  });

  it.each([
    ['is moved', { startedAt: startsAt + 8 * dayMs }],
    ['gets another length', { lengthMs: 90 * minuteMs }],
    ['passes', { isPast: true }],
    ['is held', { isHeld: true }],
    ['is held, and its attendance is final', { isHeld: true, isFinal: true }],
  ])('B15: is another one when a planned session %s', (_, changes) => {
    const registered = aPerson();
    const factsWith = (session: Parameters<typeof aPlannedSession>[0]) =>
      someFacts({ sessions: [aPlannedSession(session)] });

    expect(hashPersonState(registered, factsWith(changes))).not.toBe(hashPersonState(registered, factsWith({})));
  });

  it('B13: does not depend on the moment that the run reads Zoom at', () => {
    expect(hashPersonState(person, someFacts({ now: startsAt }))).toBe(known);
  });

  it('does not depend on sessions in which the person has no part', () => {
    const sessions = [aHeldSession(), aHeldSession({ key: 'other' })];

    expect(hashPersonState(person, someFacts({ sessions }))).toBe(known);
  });

  it('depends on the person’s own session, whichever that is', () => {
    const inSecond = aPerson({ sessions: [aPersonSession({ sessionKey: 'second' })] });
    const factsWith = (startsAtSecond: number) =>
      someFacts({ sessions: [aHeldSession(), aHeldSession({ key: 'second', startedAt: startsAtSecond })] });

    expect(hashPersonState(inSecond, factsWith(startsAt))).not.toBe(hashPersonState(inSecond, factsWith(at('09:59'))));
  });

  it('can be made of a session that nobody knows', () => {
    expect(hashPersonState(person, someFacts({ sessions: [] }))).not.toBe(known);
  });
});

describe('the hash of somebody’s state whom Zoom does not list', () => {
  const standings = [aStanding({ key: 'first' }), aStanding({ key: 'second', hasAttended: true })];
  const sessions = [aHeldSession({ key: 'first' }), aHeldSession({ key: 'second' })];
  const known = hashAbsentState(standings, someFacts({ sessions }));
  const second = (changes: Partial<Parameters<typeof aHeldSession>[0]>) => ({
    sessions: [aHeldSession({ key: 'first' }), aHeldSession({ key: 'second', ...changes })],
  });

  it('has eight characters, is always the same, and never that of somebody listed', () => {
    expect(known).toMatch(/^[\w-]{8}$/);
    expect(hashAbsentState(structuredClone(standings), someFacts({ sessions }))).toBe(known);
    expect(hashAbsentState([], someFacts())).not.toBe(hashPersonState(aPerson({ sessions: [] }), someFacts()));
  });

  it.each([
    ['account', { accountId: 'acc-2' }],
    ['webinar', { webinarId: '1' }],
    ['topic', { topic: 'Growing pumpkins' }],
    ['address', { url: 'https://elsewhere' }],
    ['start of a session', second({ startedAt: at('09:59') })],
    ['length of a session', second({ lengthMs: 1 })],
    ['finality of a session', second({ isFinal: false })],
    ['state of a session: held or planned', second({ isHeld: false })],
    ['state of a session: past or to come', second({ isPast: false })],
    ['set of sessions', { sessions: [] }],
  ])('is another one with another %s', (_, changes) => {
    expect(hashAbsentState(standings, someFacts({ sessions, ...changes }))).not.toBe(known);
  });

  it.each([
    ['session', aStanding({ key: 'third', hasAttended: true })],
    ['registration', aStanding({ key: 'second', registration: 'cancelled', hasAttended: true })],
    ['attendance', aStanding({ key: 'second', hasAttended: false })],
  ])('is another one for another %s of theirs', (_, standing) => {
    expect(hashAbsentState([aStanding({ key: 'first' }), standing], someFacts({ sessions }))).not.toBe(known);
  });

  it('does not depend on sessions in which they have no part', () => {
    const more = [...sessions, aHeldSession({ key: 'third' })];

    expect(hashAbsentState(standings, someFacts({ sessions: more }))).toBe(known);
    const ofSecond = (startedAt: number) =>
      hashAbsentState(
        [aStanding({ key: 'second' })],
        someFacts({ sessions: [aHeldSession({ key: 'first', startedAt }), aHeldSession({ key: 'second' })] }),
      );
    expect(ofSecond(at('09:59'))).toBe(ofSecond(startsAt));
  });
});

describe('a derived uuid', () => {
  it.each(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])('is a uuid of version 8: of %s', (part) => {
    expect(deriveUuid(part)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is the same for the same parts only', () => {
    expect(deriveUuid('a', 'b')).toBe(deriveUuid('a', 'b'));
    expect(deriveUuid('a', 'b')).not.toBe(deriveUuid('b', 'a'));
    expect(deriveUuid('a', 'b')).not.toBe(deriveUuid('ab'));
  });
});

describe('the hash of a value', () => {
  it('has sixteen characters and is the same for equal values only', () => {
    expect(hashJson({ a: 1 })).toMatch(/^[\w-]{16}$/);
    expect(hashJson({ a: 1 })).toBe(hashJson({ a: 1 }));
    expect(hashJson({ a: 1 })).not.toBe(hashJson({ a: 2 }));
  });
});
