import { describe, expect, it } from 'vitest';
import { emptyHistory } from '../../../src/app/app.functions/contact-history/contact-history.ts';
import { countHistory } from '../../../src/app/app.functions/contact-history/counters.ts';
import {
  parseMergedContactIds,
  rebuildHistory,
  type KnownParticipation,
} from '../../../src/app/app.functions/contact-history/rebuild-history.ts';
import {
  accountId,
  aHistory,
  aHistorySession,
  aHistoryWebinar,
  dayMs,
  startsAt,
  webinarId,
} from '../../support/builders.ts';

const aParticipation = (changes: Partial<KnownParticipation> = {}): KnownParticipation => ({
  accountId,
  webinarId,
  sessionKey: 'main',
  topic: 'Growing tomatoes',
  state: 'registered',
  occurredAt: startsAt,
  attendedSeconds: null,
  percentage: null,
  ...changes,
});

const rebuilt = (...participations: readonly KnownParticipation[]) =>
  rebuildHistory(emptyHistory, participations, ['303']);

describe('the history of a contact that others were merged into', () => {
  it('has whoever attended as registered and attended; the length follows from the share', () => {
    const attended = aParticipation({
      state: 'attended',
      attendedSeconds: 1_800,
      percentage: 50,
      occurredAt: startsAt + 999,
    });

    expect(rebuilt(attended).webinars).toEqual([
      {
        accountId,
        webinarId,
        topic: 'Growing tomatoes',
        url: '',
        registration: 'registered',
        registeredAt: startsAt - 1_000,
        joinUrl: null,
        sessions: [
          {
            key: 'main',
            startedAt: startsAt,
            lengthSeconds: 3_600,
            registration: 'registered',
            registeredAt: startsAt - 1_000,
            changeCount: 0,
            attendance: {
              attendedSeconds: 1_800,
              percentage: 50,
              firstJoinedAt: startsAt,
              lastLeftAt: startsAt + 1_800_000,
            },
            isOver: true,
          },
        ],
      },
    ]);
  });

  it.each([
    ['registered', { registration: 'registered', changeCount: 0, attendance: null, isOver: false }],
    ['cancelled', { registration: 'cancelled', changeCount: 1, attendance: null, isOver: false }],
    ['no-show', { registration: 'registered', changeCount: 0, attendance: null, isOver: true }],
  ] as const)('has whoever is %s there so', (state, expected) => {
    const [webinar] = rebuilt(aParticipation({ state })).webinars;

    expect(webinar).toMatchObject({ registration: expected.registration, sessions: [expected] });
    expect(webinar?.registeredAt).toBe(startsAt);
  });

  it('S23, S24, S21: counts what was merged', () => {
    const history = rebuilt(
      aParticipation({ state: 'attended', attendedSeconds: 900, percentage: 25 }),
      aParticipation({ webinarId: '1', state: 'no-show' }),
      aParticipation({ webinarId: '2', state: 'cancelled' }),
    );

    expect(countHistory(history)).toMatchObject({
      registrationCount: 2,
      attendedWebinarCount: 1,
      attendedSessionCount: 1,
      averagePercentage: 25,
    });
  });

  it('copes with an attendance whose length nobody knows', () => {
    const attended = aParticipation({ state: 'attended' });

    expect(rebuilt(attended).webinars).toMatchObject([
      { sessions: [{ lengthSeconds: 0, attendance: { attendedSeconds: 0, percentage: 0 } }] },
    ]);
  });

  it('B10: has all sessions of one webinar, oldest first', () => {
    const history = rebuilt(
      aParticipation({ sessionKey: 'second', occurredAt: startsAt + 7 * dayMs }),
      aParticipation({ sessionKey: 'first' }),
    );

    expect(history.webinars).toMatchObject([{ sessions: [{ key: 'first' }, { key: 'second' }] }]);
  });

  it('S23: counts a webinar of which one date stands, in whatever order HubSpot tells', () => {
    const parts = [
      aParticipation({ sessionKey: 'first', state: 'cancelled' }),
      aParticipation({ sessionKey: 'second', occurredAt: startsAt + 7 * dayMs }),
    ];

    expect(countHistory(rebuilt(...parts)).registrationCount).toBe(1);
    expect(rebuilt(...parts.toReversed())).toEqual(rebuilt(...parts));
  });

  it('leaves alone what it knows already', () => {
    const known = aHistory();

    expect(rebuildHistory(known, [aParticipation({ state: 'cancelled', topic: 'Old' })], []).webinars).toEqual(
      known.webinars,
    );
  });

  it('adds a session to a webinar that it knows, whose own facts stay', () => {
    const known = aHistory({ webinars: [aHistoryWebinar({ sessions: [aHistorySession({ key: 'first' })] })] });
    const other = aParticipation({
      sessionKey: 'second',
      state: 'cancelled',
      topic: 'Old',
      occurredAt: startsAt + dayMs,
    });

    expect(rebuildHistory(known, [other], []).webinars).toMatchObject([
      {
        topic: 'Growing tomatoes',
        url: known.webinars[0]?.url,
        registration: 'registered',
        sessions: [{ key: 'first' }, { key: 'second', registration: 'cancelled' }],
      },
    ]);
  });

  it('S9: does not confuse webinars of two Zoom accounts', () => {
    expect(rebuildHistory(aHistory(), [aParticipation({ accountId: 'acc-2' })], []).webinars).toHaveLength(2);
  });

  it('remembers whom it has looked up, each once and sorted, and keeps the names', () => {
    const writtenNames = { firstName: 'Jill', lastName: 'Chill', registeredAt: startsAt };
    const history = rebuildHistory(aHistory({ writtenNames, mergedContactIds: ['404'] }), [], ['505', '303', '404']);

    expect(history).toEqual(aHistory({ writtenNames, mergedContactIds: ['303', '404', '505'] }));
  });

  it('is the same when it is rebuilt again', () => {
    const participations = [
      aParticipation({ state: 'attended', attendedSeconds: 60, percentage: 2 }),
      aParticipation({ webinarId: '1', state: 'cancelled' }),
    ];
    const once = rebuildHistory(aHistory(), participations, ['303']);

    expect(rebuildHistory(once, participations, ['303'])).toEqual(once);
  });
});

describe('HubSpot’s list of merged contacts', () => {
  it.each([
    [null, []],
    [undefined, []],
    ['', []],
    ['303', ['303']],
    ['303;404', ['303', '404']],
    [' 303 ; ;404;', ['303', '404']],
  ])('%j', (value, ids) => {
    expect(parseMergedContactIds(value)).toEqual(ids);
  });
});
