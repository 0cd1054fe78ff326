import { describe, expect, it } from 'vitest';
import { nameSessions, rememberNames } from '../../../src/app/app.functions/sync/session-names.ts';
import {
  aHeldSession,
  aSeries,
  aSession,
  aWebinar,
  dayMs,
  endsAt,
  hourMs,
  startsAt,
  weekLater,
} from '../../support/builders.ts';

const keysOf = (...given: Parameters<typeof nameSessions>): readonly string[] =>
  nameSessions(...given).map(({ key }) => key);

describe('the key of a session', () => {
  const later = aSession({ startedAt: startsAt + 7 * dayMs, endedAt: endsAt + 7 * dayMs, instanceUuids: ['uuid-2'] });

  it('is main for the first of a webinar with one date, whatever is suggested, and the start for others', () => {
    const sessions = [aSession({ key: 'whatever' }), { ...later, key: 'whatever else' }];

    expect(keysOf(aWebinar(), sessions, {}, weekLater)).toEqual(['main', String(later.startedAt)]);
  });

  it('is what it was written under, by any of its instances', () => {
    const session = aSession({ instanceUuids: ['uuid-0', 'uuid-1'] });

    expect(keysOf(aWebinar(), [session], { 'uuid-1': 'before' }, weekLater)).toEqual(['before']);
    expect(keysOf(aWebinar(), [session], { other: 'before' }, weekLater)).toEqual(['main']);
  });

  it('is never that of two: who was written first keeps it', () => {
    const sessions = [aSession({ key: 'main' }), { ...later, key: 'main' }];

    expect(keysOf(aWebinar(), sessions, { 'uuid-2': 'main' }, weekLater)).toEqual([String(startsAt), 'main']);
    expect(keysOf(aWebinar(), sessions, { 'uuid-1': 'x', 'uuid-2': 'x' }, weekLater)).toEqual(['x', 'main']);
  });

  it('is not that of a date which is clearly still to come', () => {
    const held = aSession({ startedAt: startsAt - dayMs, endedAt: endsAt - dayMs });
    const before = startsAt - 12 * hourMs;

    expect(keysOf(aWebinar(), [held], {}, before)).toEqual([String(held.startedAt)]);
    expect(keysOf(aWebinar(), [held], {}, startsAt)).toEqual(['main']);
  });

  it('is that of a date which is less than six hours away: it was held a little early', () => {
    const early = (gapMs: number) => aSession({ startedAt: startsAt - gapMs - hourMs, endedAt: startsAt - gapMs });
    const before = startsAt - 1;

    expect(keysOf(aWebinar({ startsAt }), [early(6 * hourMs)], {}, before)).toEqual(['main']);
    expect(keysOf(aWebinar({ startsAt }), [early(6 * hourMs + 1)], {}, before)).not.toEqual(['main']);
  });

  it('is that of its occurrence, unless this is to come', () => {
    const held = aSession({ key: 'second' });

    expect(keysOf(aSeries(), [aSession({ key: 'first' })], {}, weekLater)).toEqual(['first']);
    expect(keysOf(aSeries(), [held], {}, startsAt + dayMs)).toEqual([String(startsAt)]);
    expect(keysOf(aSeries(), [held], {}, startsAt + 8 * dayMs)).toEqual(['second']);
    expect(keysOf(aSeries(), [aSession({ key: 'unknown' })], {}, startsAt)).toEqual(['unknown']);
  });

  it('is the new date of a webinar that was held before and moved, where that is near', () => {
    const again = aSession({
      key: 'x',
      startedAt: startsAt + 6 * hourMs,
      endedAt: endsAt + 6 * hourMs,
      instanceUuids: ['uuid-2'],
    });
    const first = aSession({ startedAt: startsAt - 30 * dayMs, endedAt: endsAt - 30 * dayMs });
    const sessions = [first, again];

    expect(keysOf(aWebinar(), sessions, { 'uuid-1': 'main' }, weekLater)).toEqual(['main', String(startsAt)]);
    const farther = { ...again, startedAt: again.startedAt + 1 };
    expect(keysOf(aWebinar(), [first, farther], { 'uuid-1': 'main' }, weekLater)).toEqual([
      'main',
      String(farther.startedAt),
    ]);
    expect(keysOf(aWebinar({ startsAt: null }), sessions, { 'uuid-1': 'main' }, weekLater)).toEqual([
      'main',
      String(again.startedAt),
    ]);
  });

  it('of a webinar without planned dates is its start where another has taken it, near a date or not', () => {
    const second = aSession({
      startedAt: startsAt + 2 * hourMs,
      endedAt: endsAt + 2 * hourMs,
      instanceUuids: ['uuid-2'],
    });
    const webinar = aWebinar({ recurrence: 'no-fixed-times' });

    expect(keysOf(webinar, [aSession({ key: 'x' }), { ...second, key: 'x' }], {}, weekLater)).toEqual([
      'x',
      String(second.startedAt),
    ]);
  });

  it('stays its own where every other is taken', () => {
    const sessions = [aSession({ key: String(startsAt) }), aSession({ key: 'x', instanceUuids: ['uuid-2'] })];
    const webinar = aSeries({ occurrences: [] });

    expect(keysOf(webinar, sessions, {}, weekLater)).toEqual([String(startsAt), 'x']);
  });
});

describe('what later runs know of keys', () => {
  it('is that of every instance of a session which is final, on top of what was known', () => {
    const sessions = [
      aHeldSession({ key: 'main', instanceUuids: ['a', 'b'] }),
      aHeldSession({ key: 'rehearsal', instanceUuids: ['c'], isFinal: false }),
    ];

    expect(rememberNames({ z: 'old', a: 'other' }, sessions)).toEqual({ z: 'old', a: 'main', b: 'main' });
  });
});
