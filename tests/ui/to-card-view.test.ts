import { describe, expect, it } from 'vitest';
import { toCardView } from '../../src/app/extensions/contact-card/to-card-view.ts';
import { createFormats } from '../../src/app/extensions/shared/formats.ts';
import { aContactWebinar, aSession, someContactWebinars } from './support/builders.ts';

const formats = createFormats({ user: { locale: 'en-GB' }, portal: { timezone: 'UTC' } });

describe('toCardView', () => {
  it('shows no average and no last date for somebody who attended nothing', () => {
    const answer = someContactWebinars({
      summary: { attendedWebinarCount: 0, averagePercentage: null, lastAttendedAt: null },
    });

    const view = toCardView(answer, formats);

    expect(view.statistics.map(({ number }) => number)).toEqual(['3', '0', '–']);
    expect(view.lastAttended).toBeNull();
  });

  it('does not take an average of zero for none', () => {
    const view = toCardView(someContactWebinars({ summary: { averagePercentage: 0 } }), formats);

    expect(view.statistics[2]?.number).toBe('0%');
  });

  it('keeps the order of webinars and of their dates', () => {
    const webinars = [
      aContactWebinar({ webinarId: '3', sessions: [aSession({ key: 'b' }), aSession({ key: 'a' })] }),
      aContactWebinar({ webinarId: '1' }),
    ];

    const view = toCardView(someContactWebinars({ webinars }), formats);

    expect(view.webinars.map(({ key }) => key)).toEqual(['3', '1']);
    expect(view.webinars[0]?.sessions.map(({ key }) => key)).toEqual(['b', 'a']);
  });

  it.each([
    ['registered', 'Registered', 'info'],
    ['attended', 'Attended', 'success'],
    ['no-show', 'Did not attend', 'warning'],
    ['cancelled', 'Cancelled', 'default'],
  ] as const)('names the state %s', (state, label, variant) => {
    const view = toCardView(
      someContactWebinars({ webinars: [aContactWebinar({ sessions: [aSession({ state })] })] }),
      formats,
    );

    expect(view.webinars[0]?.sessions[0]?.status).toEqual({ label, variant });
  });

  it('says when somebody registered as long as no date of the webinar is known', () => {
    const view = toCardView(someContactWebinars({ webinars: [aContactWebinar({ sessions: [] })] }), formats);

    expect(view.webinars[0]?.registeredOn).toBe('Registered on 20 Oct 2026');
  });

  it('leaves the day of registration to the dates once there are any', () => {
    const view = toCardView(someContactWebinars(), formats);

    expect(view.webinars[0]?.registeredOn).toBeNull();
  });

  it('says nothing about registration for somebody who came without one', () => {
    const webinars = [aContactWebinar({ registeredAt: null, sessions: [] })];

    expect(toCardView(someContactWebinars({ webinars }), formats).webinars[0]?.registeredOn).toBeNull();
  });

  it.each([
    { attendedSeconds: null, percentage: 50 },
    { attendedSeconds: 60, percentage: null },
  ])('shows no attendance that is known only in part: %o', (session) => {
    const webinars = [aContactWebinar({ sessions: [aSession(session)] })];

    expect(toCardView(someContactWebinars({ webinars }), formats).webinars[0]?.sessions[0]?.attendance).toBeNull();
  });

  it('never rounds up to having stayed to the end', () => {
    const webinars = [aContactWebinar({ sessions: [aSession({ percentage: 99.9 })] })];

    expect(toCardView(someContactWebinars({ webinars }), formats).webinars[0]?.sessions[0]?.attendance).toEqual({
      minutes: '45 of 60 min',
      percentage: 99,
      spoken: 'Attended 99% of the webinar',
    });
  });
});
