import { describe, expect, it } from 'vitest';
import { toCardView } from '../../../src/app/extensions/contact-card/to-card-view.ts';
import type { ContactWebinar } from '../../../src/app/extensions/contract/contact-webinars.ts';
import { aContactWebinar, anUpcomingSession, aSession, someContactWebinars } from '../support/builders.ts';
import { words } from '../support/words.ts';

const viewOf = (webinars: readonly ContactWebinar[]) => toCardView(someContactWebinars({ webinars }), words);
const firstOf = (webinar: Partial<ContactWebinar>) => viewOf([aContactWebinar(webinar)]).webinars[0];

describe('the summary', () => {
  it('counts registrations and attended webinars, and says how long the contact stays on average', () => {
    const { summary } = toCardView(someContactWebinars(), words);

    expect(summary).toEqual({
      statistics: [
        { label: 'Registered', number: '3' },
        { label: 'Attended', number: '2' },
      ],
      average: { percentage: 81, over: 'Over 2 attended dates' },
      lastSeenAt: '2026-11-03T14:50:00.000Z',
    });
  });

  it('shows no average and no last date for somebody who attended nothing', () => {
    const answer = someContactWebinars({
      summary: { attendedWebinarCount: 0, averagePercentage: null, lastAttendedAt: null },
    });

    expect(toCardView(answer, words).summary).toMatchObject({ average: null, lastSeenAt: null });
  });

  it('does not take an average of zero for none', () => {
    const answer = someContactWebinars({ summary: { averagePercentage: 0 } });

    expect(toCardView(answer, words).summary?.average).toMatchObject({ percentage: 0 });
  });

  it('is left out for a contact without webinars', () => {
    expect(viewOf([]).summary).toBeNull();
  });
});

describe('the order of webinars', () => {
  it('begins with those to come, next one first, and goes on with those that are over, newest first', () => {
    const view = viewOf([
      aContactWebinar({ webinarId: 'old', sessions: [aSession({ startedAt: '2026-01-05T10:00:00Z' })] }),
      aContactWebinar({ webinarId: 'later', sessions: [anUpcomingSession({ startedAt: '2027-02-01T10:00:00Z' })] }),
      aContactWebinar({ webinarId: 'new', sessions: [aSession({ startedAt: '2026-10-05T10:00:00Z' })] }),
      aContactWebinar({ webinarId: 'next', sessions: [anUpcomingSession({ startedAt: '2027-01-01T10:00:00Z' })] }),
    ]);

    expect(view.webinars.map(({ key, isUpcoming }) => [key, isUpcoming])).toEqual([
      ['next', true],
      ['later', true],
      ['new', false],
      ['old', false],
    ]);
  });

  it('puts webinars without a date after the other ones to come', () => {
    const view = viewOf([
      aContactWebinar({ webinarId: 'undated', sessions: [] }),
      aContactWebinar({ webinarId: 'past' }),
      aContactWebinar({ webinarId: 'dated', sessions: [anUpcomingSession()] }),
    ]);

    expect(view.webinars.map(({ key }) => key)).toEqual(['dated', 'undated', 'past']);
  });

  it('takes a series for one to come as long as one of its dates is', () => {
    const series = firstOf({ sessions: [anUpcomingSession({ key: 'next' }), aSession({ key: 'held' })] });

    expect(series?.isUpcoming).toBe(true);
  });
});

describe('the dates of a webinar', () => {
  it('begin with those to come, next one first, and go on with those that are over, newest first', () => {
    const webinar = firstOf({
      sessions: [
        anUpcomingSession({ key: 'later', startedAt: '2027-02-01T10:00:00Z' }),
        anUpcomingSession({ key: 'next', startedAt: '2027-01-01T10:00:00Z' }),
        aSession({ key: 'new', startedAt: '2026-10-05T10:00:00Z' }),
        aSession({ key: 'old', startedAt: '2026-01-05T10:00:00Z' }),
      ],
    });

    expect(webinar?.sessions.map(({ key }) => key)).toEqual(['next', 'later', 'new', 'old']);
    expect(webinar?.notes).toEqual(['Series of 4 dates, 2 attended']);
  });

  it.each([
    ['registered', false, 'Registered', 'info'],
    ['attended', true, 'Attended', 'success'],
    ['no-show', true, 'Did not attend', 'warning'],
    ['cancelled', false, 'Cancelled', 'default'],
    ['registered', true, 'Attendance follows', 'default'],
  ] as const)('name the state %s when being over is %s', (state, isOver, label, variant) => {
    expect(firstOf({ sessions: [aSession({ state, isOver })] })?.sessions[0]?.status).toEqual({ label, variant });
  });

  it.each([
    { attendedSeconds: null, percentage: 50 },
    { attendedSeconds: 60, percentage: null },
  ])('show no attendance that is known only in part: %o', (session) => {
    expect(firstOf({ sessions: [aSession(session)] })?.sessions[0]?.attendance).toBeNull();
  });

  it('never round up to having stayed to the end', () => {
    expect(firstOf({ sessions: [aSession({ percentage: 99.9 })] })?.sessions[0]?.attendance).toEqual({
      minutes: '45 of 60 min',
      percentage: 99,
      spoken: 'Attended 99% of the webinar',
    });
  });

  it('are said to be missing as long as none is known', () => {
    expect(firstOf({ sessions: [] })?.undated).toEqual({
      text: 'No date yet',
      status: { label: 'Registered', variant: 'info' },
    });
    expect(firstOf({})?.undated).toBeNull();
  });
});

describe('the Zoom account of a webinar', () => {
  it('is not named while there is only one', () => {
    expect(firstOf({ connection: 'main' })?.notes).toEqual([]);
  });

  it('is named when webinars come from several', () => {
    const view = viewOf([
      aContactWebinar({ webinarId: '1', connection: 'main' }),
      aContactWebinar({ webinarId: '2', connection: 'emea' }),
    ]);

    expect(view.webinars.map(({ notes }) => notes)).toEqual([['Zoom account: main'], ['Zoom account: emea']]);
  });

  it('is said to be gone when it is not connected any more', () => {
    expect(firstOf({ connection: null })?.notes).toEqual([
      'The Zoom account of this webinar is not connected any more. What you see is from the last sync.',
    ]);
  });
});

describe('the details of a webinar', () => {
  it('say when the contact registered, joined and left, and link to the recording', () => {
    const webinar = firstOf({ sessions: [aSession({ recordingUrl: 'https://zoom.example/rec/1' })] });

    expect(webinar?.details).toEqual({
      registeredOn: '20 Oct 2026, 08:00',
      joinUrl: null,
      pageUrl: null,
      sessions: [
        {
          key: 'session-1',
          date: null,
          stay: '14:05 to 14:50',
          note: null,
          recording: { url: 'https://zoom.example/rec/1', label: 'Watch the recording' },
        },
      ],
    });
  });

  it('name the date where there are several', () => {
    const sessions = [
      aSession({ key: 'second', startedAt: '2026-11-10T14:00:00Z', recordingUrl: 'https://zoom.example/rec/2' }),
      aSession({ key: 'first' }),
    ];

    expect(firstOf({ sessions })?.details.sessions).toMatchObject([
      { date: '10 Nov 2026, 14:00', recording: { label: 'Watch the recording of 10 Nov 2026' } },
      { date: '3 Nov 2026, 14:00', recording: null },
    ]);
  });

  it('leave out dates of which there is nothing more to say', () => {
    const sessions = [aSession({ state: 'no-show', joinedAt: null, leftAt: null })];

    expect(firstOf({ sessions })?.details.sessions).toEqual([]);
  });

  it('say why nobody knows yet whether the contact came', () => {
    const sessions = [aSession({ state: 'registered', joinedAt: null, leftAt: null })];

    expect(firstOf({ sessions })?.details.sessions[0]?.note).toBe(
      'Zoom has not finished the attendance report of this date.',
    );
  });

  it('link to the webinar’s page while there is a date to come and the page is known', () => {
    const upcoming = { sessions: [anUpcomingSession()], joinUrl: 'https://zoom.example/j/1?tk=personal' };

    expect(firstOf({ ...upcoming, url: 'https://zoom.example/register' })?.details).toMatchObject({
      joinUrl: 'https://zoom.example/j/1?tk=personal',
      pageUrl: 'https://zoom.example/register',
    });
    expect(firstOf({ ...upcoming, url: '' })?.details.pageUrl).toBeNull();
  });

  it('do not claim a registration of somebody who came without one', () => {
    expect(firstOf({ registeredAt: null })?.details.registeredOn).toBeNull();
  });
});

describe('the webinars that the contact is registered for', () => {
  it('are those with a date to come that was not cancelled', () => {
    const view = viewOf([
      aContactWebinar({ webinarId: 'to-come', sessions: [anUpcomingSession()] }),
      aContactWebinar({ webinarId: 'cancelled', sessions: [anUpcomingSession({ state: 'cancelled' })] }),
      aContactWebinar({ webinarId: 'not-final', sessions: [aSession({ state: 'registered' })] }),
      aContactWebinar({ webinarId: 'past' }),
    ]);

    expect(view.registeredWebinarIds).toEqual(['to-come']);
  });
});

describe('an answer that is not what the contract says', () => {
  it.each([
    ['a date that is none', { webinars: [aContactWebinar({ sessions: [aSession({ startedAt: 'yesterday' })] })] }],
    ['a last date that is none', { summary: { lastAttendedAt: 'yesterday' } }],
  ])('is not shown: %s', (_, answer) => {
    expect(() => toCardView(someContactWebinars(answer), words)).toThrow(RangeError);
  });
});
