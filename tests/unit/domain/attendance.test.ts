import { describe, expect, it } from 'vitest';
import { totalAttendance } from '../../../src/app/app.functions/domain/attendance.ts';
import type { Interval } from '../../../src/app/app.functions/domain/intervals.ts';
import { aSession, at } from '../../support/builders.ts';

const from = (start: string, end: string): Interval => ({ start: at(start), end: at(end) });

describe('B9: attendance', () => {
  it('is the whole session for somebody who was there from beginning to end', () => {
    expect(totalAttendance([from('10:00', '11:00')], aSession())).toEqual({
      attendedSeconds: 3600,
      percentage: 100,
      firstJoinedAt: at('10:00'),
      lastLeftAt: at('11:00'),
    });
  });

  it('counts two devices at the same time once', () => {
    const attendance = totalAttendance([from('10:00', '10:30'), from('10:10', '10:40')], aSession());

    expect(attendance).toMatchObject({ attendedSeconds: 2400, percentage: 66.7 });
  });

  it('adds up rejoins and leaves out the time between', () => {
    const attendance = totalAttendance([from('10:40', '11:00'), from('10:00', '10:10')], aSession());

    expect(attendance).toMatchObject({ attendedSeconds: 1800, percentage: 50 });
  });

  it('does not count the gap in which the host was away, although the person stayed', () => {
    const session = aSession({
      openTimes: [from('10:00', '10:20'), from('10:30', '11:00')],
      lengthMs: 50 * 60_000,
    });

    expect(totalAttendance([from('10:00', '11:00')], session)).toMatchObject({
      attendedSeconds: 3000,
      percentage: 100,
    });
  });

  it('does not count time before the start and after the end', () => {
    const attendance = totalAttendance([from('09:50', '10:15'), from('10:45', '11:10')], aSession());

    expect(attendance).toMatchObject({ attendedSeconds: 1800, percentage: 50 });
  });

  it('tells the true first join and the true last leave', () => {
    const attendance = totalAttendance([from('10:45', '11:10'), from('09:50', '10:15')], aSession());

    expect(attendance).toMatchObject({ firstJoinedAt: at('09:50'), lastLeftAt: at('11:10') });
  });

  it('takes the last leave from the join that lasted longest, not from the one that began last', () => {
    const attendance = totalAttendance([from('10:00', '11:00'), from('10:10', '10:20')], aSession());

    expect(attendance).toMatchObject({ lastLeftAt: at('11:00') });
  });

  it('is none when nothing lies within the session', () => {
    expect(totalAttendance([from('09:00', '09:30')], aSession())).toBeNull();
    expect(totalAttendance([], aSession())).toBeNull();
  });

  it('is none when the person was only there while the host was away', () => {
    const session = aSession({ openTimes: [from('10:00', '10:20'), from('10:30', '11:00')] });

    expect(totalAttendance([from('10:22', '10:28')], session)).toBeNull();
  });

  it('lasts no time for a visit of no length, and still is one', () => {
    expect(totalAttendance([from('10:30', '10:30')], aSession())).toEqual({
      attendedSeconds: 0,
      percentage: 0,
      firstJoinedAt: at('10:30'),
      lastLeftAt: at('10:30'),
    });
  });

  it('is 100 percent of a session of no length', () => {
    const session = aSession({ endedAt: at('10:00') });

    expect(totalAttendance([from('09:59', '10:01')], session)).toMatchObject({ attendedSeconds: 0, percentage: 100 });
  });

  it('rounds to whole seconds and a tenth of a percent', () => {
    const attendance = totalAttendance([{ start: at('10:00'), end: at('10:00') + 20_600 }], aSession());

    expect(attendance).toMatchObject({ attendedSeconds: 21, percentage: 0.6 });
  });
});
