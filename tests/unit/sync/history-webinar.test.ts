import { describe, expect, it } from 'vitest';
import type { HistorySession } from '../../../src/app/app.functions/contact-history/contact-history.ts';
import type { Person, RegistrationState } from '../../../src/app/app.functions/domain/person.ts';
import { attendanceInstant, followWebinar } from '../../../src/app/app.functions/sync/history-webinar.ts';
import {
  aHeldSession,
  aHistorySession,
  aHistoryWebinar,
  anAttendance,
  aPerson,
  aPersonSession,
  aPlannedSession,
  aRegistration,
  at,
  dayMs,
  secondMs,
  someFacts,
  startsAt,
  twoSessions,
} from '../../support/builders.ts';

const registeredAt = startsAt - 2 * dayMs;
type Listed = Pick<Person, 'registration' | 'sessions' | 'joinUrl'>;
const nobody: Listed = { registration: null, sessions: [], joinUrl: null };
const listedAs = (state: RegistrationState): Person => aPerson({ registration: aRegistration({ state }) });

/** The only session, from now on. */
const follow = (listed: Listed, before: Partial<HistorySession> | null, mayBelieveAbsence = true) => {
  const previous =
    before === null
      ? undefined
      : aHistoryWebinar({ registration: before.registration ?? null, sessions: [aHistorySession(before)] });
  const { webinar, vanishedFrom } = followWebinar(listed, previous, someFacts({ mayBelieveAbsence }));
  const [session] = webinar.sessions;
  return { webinar, session, vanishedFrom };
};

describe('a registration from now on', () => {
  it.each([
    ['nothing', 'registered', 'registered', 0],
    ['nothing', 'cancelled', 'cancelled', 1],
    ['registered', 'registered', 'registered', 4],
    ['registered', 'cancelled', 'cancelled', 5],
    ['registered', 'pending', 'cancelled', 5],
    ['registered', 'denied', 'cancelled', 5],
    ['cancelled', 'registered', 'registered', 5],
    ['cancelled', 'cancelled', 'cancelled', 4],
    ['cancelled', 'pending', 'cancelled', 4],
    ['cancelled', 'denied', 'cancelled', 4],
  ] as const)('B7: history %s, Zoom %s: %s', (history, zoom, expected, changeCount) => {
    const before = history === 'nothing' ? null : { registration: history, changeCount: 4 };

    const { webinar, session, vanishedFrom } = follow(listedAs(zoom), before);

    expect(webinar.registration).toBe(expected);
    expect(session).toMatchObject({ registration: expected, changeCount, registeredAt });
    expect(vanishedFrom).toEqual(zoom === 'pending' || zoom === 'denied' ? ['main'] : []);
  });

  it.each(['pending', 'denied'] as const)('is none for somebody %s whom the history does not know', (state) => {
    const { webinar, session, vanishedFrom } = follow(listedAs(state), null);

    expect(webinar).toMatchObject({ registration: null, registeredAt: null, sessions: [] });
    expect(session).toBeUndefined();
    expect(vanishedFrom).toEqual([]);
  });

  it('is none for somebody who walked in', () => {
    const walkIn = aPerson({
      registration: null,
      sessions: [aPersonSession({ registration: null, attendance: anAttendance() })],
    });

    const { webinar, session } = follow(walkIn, null);

    expect(webinar).toMatchObject({ registration: null, registeredAt: null });
    expect(session).toMatchObject({ registration: null, registeredAt: null, changeCount: 0 });
  });

  it('is cancelled for somebody pending or denied, also when the lists are not whole: they are on them', () => {
    expect(follow(listedAs('denied'), { registration: 'registered' }, false).session).toMatchObject({
      registration: 'cancelled',
    });
  });

  it('is none for somebody who walked in and still has none', () => {
    const before = { registration: null, registeredAt: null, attendance: anAttendance() };
    const walkIn = aPerson({
      registration: null,
      sessions: [aPersonSession({ registration: null, attendance: anAttendance() })],
    });

    for (const listed of [walkIn, nobody]) {
      expect(follow(listed, before)).toMatchObject({
        webinar: { registration: null },
        session: { registration: null, changeCount: 0 },
      });
    }
  });

  it('begins after a visit without one', () => {
    const before = { registration: null, registeredAt: null, attendance: anAttendance() };

    expect(follow(listedAs('registered'), before).session).toMatchObject({
      registration: 'registered',
      changeCount: 0,
    });
    expect(follow(listedAs('cancelled'), before).session).toMatchObject({ registration: 'cancelled', changeCount: 1 });
  });
});

describe('a registration that Zoom does not list any more', () => {
  it('S18: is cancelled when the lists are whole', () => {
    const { webinar, session, vanishedFrom } = follow(nobody, { registration: 'registered', changeCount: 2 });

    expect(webinar).toMatchObject({ registration: 'cancelled', registeredAt });
    expect(session).toMatchObject({ registration: 'cancelled', registeredAt, changeCount: 3 });
    expect(vanishedFrom).toEqual(['main']);
  });

  it('stands when the lists are not whole', () => {
    const { webinar, session, vanishedFrom } = follow(nobody, { registration: 'registered', changeCount: 2 }, false);

    expect(webinar.registration).toBe('registered');
    expect(session).toEqual(aHistorySession({ changeCount: 2 }));
    expect(vanishedFrom).toEqual([]);
  });

  it('stays cancelled, and is told again in case that HubSpot does not know yet', () => {
    const before = { registration: 'cancelled', changeCount: 3 } as const;

    expect(follow(nobody, before).session).toMatchObject({ registration: 'cancelled', changeCount: 3 });
    expect(follow(nobody, before).vanishedFrom).toEqual(['main']);
  });

  it('is cancelled for the whole and no cancellation of a session that was attended', () => {
    const before = { registration: 'registered', attendance: anAttendance() } as const;
    const { session, vanishedFrom } = follow(nobody, before);

    expect(session).toMatchObject({ registration: 'cancelled', attendance: anAttendance() });
    expect(vanishedFrom).toEqual([]);
  });

  it('B10: is cancelled for its own occurrence while the other one stands', () => {
    const facts = someFacts({ sessions: twoSessions });
    const previous = aHistoryWebinar({
      sessions: [
        aHistorySession({ key: 'first' }),
        aHistorySession({ key: 'second', startedAt: startsAt + 7 * dayMs }),
      ],
    });
    const onlyFirst = aPerson({ sessions: [aPersonSession({ sessionKey: 'first' })] });

    const { webinar, vanishedFrom } = followWebinar(onlyFirst, previous, facts);

    expect(webinar).toMatchObject({
      registration: 'registered',
      sessions: [
        { key: 'first', registration: 'registered', changeCount: 0 },
        { key: 'second', registration: 'cancelled', changeCount: 1 },
      ],
    });
    expect(vanishedFrom).toEqual(['second']);
  });

  it('B10: is cancelled for an occurrence that the host denied, where the host approves', () => {
    const facts = someFacts({ sessions: twoSessions });
    const previous = aHistoryWebinar({ sessions: [aHistorySession({ key: 'first' })] });
    const person = aPerson({
      sessions: [aPersonSession({ sessionKey: 'first', registration: aRegistration({ state: 'denied' }) })],
    });

    const { webinar, vanishedFrom } = followWebinar(person, previous, facts);

    expect(webinar).toMatchObject({ registration: 'registered', sessions: [{ registration: 'cancelled' }] });
    expect(vanishedFrom).toEqual(['first']);
  });

  it('is cancelled by somebody who attended one session and was to come to the other', () => {
    const facts = someFacts({ sessions: twoSessions });
    const previous = aHistoryWebinar({
      sessions: [
        aHistorySession({ key: 'first', attendance: anAttendance() }),
        aHistorySession({ key: 'second', startedAt: startsAt + 7 * dayMs }),
      ],
    });
    const attended = aPerson({
      registration: null,
      sessions: [aPersonSession({ sessionKey: 'first', registration: null, attendance: anAttendance() })],
    });

    const { webinar, vanishedFrom } = followWebinar(attended, previous, facts);

    expect(webinar).toMatchObject({
      registration: 'cancelled',
      sessions: [{ attendance: { percentage: 100 } }, { registration: 'cancelled', attendance: null }],
    });
    expect(vanishedFrom).toEqual(['second']);
  });

  it('leaves sessions alone that Zoom does not report', () => {
    const previous = aHistoryWebinar({ sessions: [aHistorySession({ key: 'expired' })] });

    expect(followWebinar(nobody, previous, someFacts())).toMatchObject({ webinar: { sessions: [] }, vanishedFrom: [] });
  });
});

describe('the time by which HubSpot knows a registration', () => {
  const registeredOn = (time: number, attendance = null as ReturnType<typeof anAttendance> | null): Person => {
    const registration = aRegistration({ registeredAt: time });
    return aPerson({ registration, sessions: [aPersonSession({ registration, attendance })] });
  };

  it('is that of the registration, in whole seconds', () => {
    expect(follow(registeredOn(registeredAt + 999), null).session).toMatchObject({ registeredAt });
    expect(follow(registeredOn(registeredAt + 999), null).webinar).toMatchObject({ registeredAt });
  });

  it('is before the first join, whatever Zoom’s clocks say', () => {
    const person = registeredOn(at('10:20'), anAttendance({ firstJoinedAt: at('10:05') + 660 }));

    expect(follow(person, null).session).toMatchObject({ registeredAt: at('10:05') - secondMs });
  });

  it('stays when the attendance becomes known later', () => {
    const person = registeredOn(at('10:20'), anAttendance({ firstJoinedAt: at('10:05') }));
    const before = { registeredAt: at('10:20') };

    expect(follow(person, { ...before, registration: 'registered' }).session).toMatchObject(before);
  });

  it('stays when an earlier registration is found, or a newer one made without a cancellation', () => {
    const before = { registration: 'registered', registeredAt } as const;

    expect(follow(registeredOn(registeredAt - dayMs), before).session).toMatchObject({ registeredAt });
    expect(follow(registeredOn(registeredAt + dayMs), before).session).toMatchObject({ registeredAt });
  });

  it('B7: is that of the new registration after a cancellation', () => {
    const before = { registration: 'cancelled', registeredAt, changeCount: 1 } as const;

    expect(follow(registeredOn(registeredAt + dayMs), before).session).toMatchObject({
      registeredAt: registeredAt + dayMs,
      changeCount: 2,
    });
  });

  it('never goes back', () => {
    const before = { registration: 'cancelled', registeredAt, changeCount: 1 } as const;

    expect(follow(registeredOn(registeredAt - dayMs), before).session).toMatchObject({ registeredAt, changeCount: 2 });
  });

  it('of the webinar is the one that Zoom says now', () => {
    const { webinar } = follow(registeredOn(registeredAt + dayMs), { registration: 'registered', registeredAt });

    expect(webinar).toMatchObject({ registeredAt: registeredAt + dayMs });
  });
});

describe('attendance from now on', () => {
  const attended = anAttendance({ percentage: 50 });
  const withAttendance = aPerson({ sessions: [aPersonSession({ attendance: attended })] });

  it('is what Zoom’s final report says', () => {
    expect(follow(withAttendance, null).session).toMatchObject({ attendance: attended, isOver: true });
    expect(follow(withAttendance, { attendance: anAttendance() }).session).toMatchObject({ attendance: attended });
    expect(follow(listedAs('registered'), { attendance: attended }).session).toMatchObject({ attendance: null });
  });

  it('stays while Zoom works on the report again, because the host came back', () => {
    const facts = someFacts({ sessions: [aHeldSession({ isFinal: false })] });
    const previous = aHistoryWebinar({ sessions: [aHistorySession({ attendance: attended })] });

    expect(followWebinar(listedAs('registered'), previous, facts).webinar.sessions).toMatchObject([
      { attendance: attended, isOver: false },
    ]);
  });

  it('stays when Zoom lists the person no longer: it may have taken the address away', () => {
    expect(follow(nobody, { registration: null, registeredAt: null, attendance: attended }).session).toMatchObject({
      attendance: attended,
    });
  });
});

describe('the time by which HubSpot knows an attendance', () => {
  const comeAt = (firstJoinedAt: number): Person =>
    aPerson({ sessions: [aPersonSession({ attendance: anAttendance({ firstJoinedAt }) })] });
  const knownSince = (firstJoinedAt: number, changes: Partial<HistorySession> = {}) =>
    aHistorySession({ attendance: anAttendance({ firstJoinedAt }), ...changes });

  it('is the first join, in whole seconds', () => {
    expect(attendanceInstant(knownSince(at('10:05') + 660))).toBe(at('10:05'));
  });

  it('is after the registration, whatever Zoom’s clocks say', () => {
    expect(attendanceInstant(knownSince(at('10:05'), { registeredAt: at('10:20') }))).toBe(at('10:20') + secondMs);
  });

  it('is none without attendance', () => {
    expect(attendanceInstant(aHistorySession())).toBeNull();
  });

  it('stays when Zoom corrects the first join: another time would be another visit', () => {
    const { session } = follow(comeAt(at('10:10')), knownSince(at('10:05')));

    expect(session).toMatchObject({ attendance: { firstJoinedAt: at('10:10') }, attendanceKnownAt: at('10:05') });
    expect(session === undefined ? null : attendanceInstant(session)).toBe(at('10:05'));
  });

  it('stays through further corrections', () => {
    const corrected = knownSince(at('10:10'), { attendanceKnownAt: at('10:05') });

    expect(follow(comeAt(at('10:20')), corrected).session).toMatchObject({ attendanceKnownAt: at('10:05') });
  });

  it('need not be kept where it is the first join', () => {
    expect(follow(comeAt(at('10:05') + 660), knownSince(at('10:05'))).session).not.toHaveProperty('attendanceKnownAt');
    expect(
      follow(comeAt(at('10:05')), knownSince(at('10:10'), { attendanceKnownAt: at('10:05') })).session,
    ).not.toHaveProperty('attendanceKnownAt');
  });
});

describe('a webinar from now on', () => {
  it('has the facts of the webinar and the lengths of its sessions', () => {
    const facts = someFacts({
      topic: 'Growing pumpkins',
      url: 'https://new',
      sessions: [aHeldSession({ startedAt: startsAt + 660, lengthMs: 90_500 })],
    });

    expect(followWebinar(aPerson(), aHistoryWebinar(), facts).webinar).toEqual(
      aHistoryWebinar({
        topic: 'Growing pumpkins',
        url: 'https://new',
        sessions: [aHistorySession({ lengthSeconds: 91 })],
      }),
    );
  });

  it('may have no session: its occurrence was never held', () => {
    const { webinar } = followWebinar(aPerson({ sessions: [] }), undefined, someFacts());

    expect(webinar).toMatchObject({ registration: 'registered', registeredAt, sessions: [] });
  });
});

describe('B15: the personal link from now on', () => {
  const joinUrl = 'https://zoom.example.com/w/900100200?tk=personal';
  const planned = { sessions: [aPlannedSession()] };
  const linkOf = (
    listed: Parameters<typeof followWebinar>[0],
    previous: Parameters<typeof followWebinar>[1],
    changes: Parameters<typeof someFacts>[0] = planned,
  ) => followWebinar(listed, previous, someFacts(changes)).webinar.joinUrl;
  const known = aHistoryWebinar({
    joinUrl: 'https://zoom.example.com/w/900100200?tk=before',
    sessions: [aHistorySession({ isOver: false })],
  });

  it('stays while one of several sessions is to come', () => {
    const sessions = [aHeldSession(), aPlannedSession({ key: 'next' })];
    const person = aPerson({
      joinUrl,
      sessions: [aPersonSession(), aPersonSession({ sessionKey: 'next' })],
    });

    expect(linkOf(person, undefined, { sessions })).toBe(joinUrl);
  });

  it('is what Zoom gives, while a session is to come', () => {
    expect(linkOf(aPerson({ joinUrl }), undefined)).toBe(joinUrl);
    expect(linkOf(aPerson({ joinUrl }), known)).toBe(joinUrl);
  });

  it('stays as it was where Zoom gives none', () => {
    expect(linkOf(aPerson(), known)).toBe(known.joinUrl);
  });

  it.each([
    ['every session is over', aPerson({ joinUrl }), { sessions: [aHeldSession()] }],
    ['the registration is cancelled', { ...listedAs('cancelled'), joinUrl }, planned],
    ['the person has vanished', nobody, planned],
  ])('is none when %s', (_, listed, changes) => {
    expect(linkOf(listed, known, changes)).toBeNull();
  });

  it('stays while the lists are not read whole', () => {
    expect(linkOf(nobody, known, { ...planned, mayBelieveAbsence: false })).toBe(known.joinUrl);
  });
});
