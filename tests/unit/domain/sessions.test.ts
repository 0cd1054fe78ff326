import { describe, expect, it } from 'vitest';
import { groupSessions } from '../../../src/app/app.functions/domain/sessions.ts';
import type { Instance, Webinar } from '../../../src/app/app.functions/domain/webinar.ts';
import {
  anInstance,
  anOccurrence,
  aSeries,
  at,
  aWebinar,
  dayMs,
  hourMs,
  minuteMs,
  startsAt,
} from '../../support/builders.ts';

const held = (uuid: string, startedAt: number, lengthMinutes = 30): Instance =>
  anInstance({ uuid, startedAt, endedAt: startedAt + lengthMinutes * minuteMs });

const keysAndUuids = (webinar: Webinar, instances: readonly Instance[]) =>
  groupSessions(webinar, instances).map(({ key, instanceUuids }) => [key, instanceUuids]);

describe('the sessions of a webinar with one date', () => {
  it('name instances that began at the same time in the order of their names, however Zoom lists them', () => {
    const [one, other] = [held('uuid-a', at('10:00')), held('uuid-b', at('10:00'))];

    expect(keysAndUuids(aWebinar(), [one, other])).toEqual([['main', ['uuid-a', 'uuid-b']]]);
    expect(keysAndUuids(aWebinar(), [other, one])).toEqual([['main', ['uuid-a', 'uuid-b']]]);
  });

  it('is one for one instance', () => {
    expect(groupSessions(aWebinar(), [anInstance()])).toEqual([
      {
        key: 'main',
        startedAt: at('10:00'),
        endedAt: at('11:00'),
        lengthMs: hourMs,
        openTimes: [{ start: at('10:00'), end: at('11:00') }],
        instanceUuids: ['uuid-1'],
      },
    ]);
  });

  it('B9: is one after a host drop, as long as its instances together', () => {
    const sessions = groupSessions(aWebinar(), [held('after', at('10:40'), 20), held('before', at('10:00'), 25)]);

    expect(sessions).toEqual([
      {
        key: 'main',
        startedAt: at('10:00'),
        endedAt: at('11:00'),
        lengthMs: 45 * minuteMs,
        openTimes: [
          { start: at('10:00'), end: at('10:25') },
          { start: at('10:40'), end: at('11:00') },
        ],
        instanceUuids: ['before', 'after'],
      },
    ]);
  });

  it('counts time once in which two instances overlap', () => {
    const [session] = groupSessions(aWebinar(), [held('a', at('10:00'), 30), held('b', at('10:20'), 30)]);

    expect(session).toMatchObject({
      lengthMs: 50 * minuteMs,
      openTimes: [{ start: at('10:00'), end: at('10:50') }],
      endedAt: at('10:50'),
    });
  });

  it('still is one after a break of six hours', () => {
    const keys = keysAndUuids(aWebinar(), [held('a', at('10:00')), held('b', at('10:30') + 6 * hourMs)]);

    expect(keys).toEqual([['main', ['a', 'b']]]);
  });

  it('are two after a longer break', () => {
    const again = at('10:30') + 6 * hourMs + 1;
    const keys = keysAndUuids(aWebinar(), [held('a', at('10:00')), held('b', again)]);

    expect(keys).toEqual([
      ['main', ['a']],
      [String(again), ['b']],
    ]);
  });

  it('measures the break from the last end, not from the instance that began last', () => {
    const keys = keysAndUuids(aWebinar(), [
      held('long', at('10:00'), 300),
      held('short', at('10:10'), 5),
      held('evening', at('20:00')),
    ]);

    expect(keys).toEqual([['main', ['long', 'short', 'evening']]]);
  });

  it('are several when it was held on several days; the first has the plain name', () => {
    const keys = keysAndUuids(aWebinar(), [held('again', startsAt + dayMs), held('first', startsAt)]);

    expect(keys).toEqual([
      ['main', ['first']],
      [String(startsAt + dayMs), ['again']],
    ]);
  });

  it('keep their names when the date is moved and the webinar held again', () => {
    const instances = [held('a', startsAt), held('b', startsAt + 14 * dayMs)];
    const moved = aWebinar({ startsAt: startsAt + 14 * dayMs });

    expect(groupSessions(moved, instances)).toEqual(groupSessions(aWebinar(), instances));
  });

  it('are none without instances', () => {
    expect(groupSessions(aWebinar(), [])).toEqual([]);
  });
});

describe('B10: the sessions of a webinar with planned dates', () => {
  const second = startsAt + 7 * dayMs;

  it('belong to the occurrence that they began nearest to', () => {
    const keys = keysAndUuids(aSeries(), [held('b', second + 3 * minuteMs), held('a', startsAt - 5 * minuteMs)]);

    expect(keys).toEqual([
      ['first', ['a']],
      ['second', ['b']],
    ]);
  });

  it('belong to their occurrence although it was held a day late', () => {
    expect(keysAndUuids(aSeries(), [held('a', startsAt + dayMs)])).toEqual([['first', ['a']]]);
  });

  it('B9: are stitched after a host drop', () => {
    const keys = keysAndUuids(aSeries(), [held('a', startsAt, 20), held('b', startsAt + 30 * minuteMs)]);

    expect(keys).toEqual([['first', ['a', 'b']]]);
  });

  it('do not swallow dates that the plan does not list: Zoom lists fifty', () => {
    const afterTheLast = second + 7 * dayMs;
    const keys = keysAndUuids(aSeries(), [
      held('a', startsAt),
      held('b', second),
      held('c', afterTheLast),
      held('d', afterTheLast + 7 * dayMs),
    ]);

    expect(keys).toEqual([
      ['first', ['a']],
      ['second', ['b']],
      [String(afterTheLast), ['c']],
      [String(afterTheLast + 7 * dayMs), ['d']],
    ]);
  });

  it('are in the order of time, whatever the order of the plan', () => {
    const planned = aSeries();
    const keys = keysAndUuids({ ...planned, occurrences: planned.occurrences.toReversed() }, [
      held('a', startsAt),
      held('b', second),
    ]);

    expect(keys).toEqual([
      ['first', ['a']],
      ['second', ['b']],
    ]);
  });

  it('do not belong together when a trial took place the day before', () => {
    const trialAt = startsAt - dayMs;

    expect(keysAndUuids(aSeries(), [held('trial', trialAt), held('a', startsAt)])).toEqual([
      [String(trialAt), ['trial']],
      ['first', ['a']],
    ]);
  });

  it('belong to the earlier of two occurrences that are equally near', () => {
    const webinar = aSeries({
      occurrences: [anOccurrence(), anOccurrence({ occurrenceId: 'second', startsAt: startsAt + 2 * hourMs })],
    });

    expect(keysAndUuids(webinar, [held('a', startsAt + hourMs)])).toEqual([['first', ['a']]]);
  });

  it('are told apart by their gaps where the plan lists no date at all', () => {
    const keys = keysAndUuids(aSeries({ occurrences: [] }), [
      held('a', startsAt),
      held('b', startsAt + 40 * minuteMs),
      held('c', second),
    ]);

    expect(keys).toEqual([
      [String(startsAt), ['a', 'b']],
      [String(second), ['c']],
    ]);
  });
});

describe('the sessions of a recurring webinar without planned dates', () => {
  const webinar = aWebinar({ recurrence: 'no-fixed-times', startsAt: null });

  it('go on after a gap of fifteen minutes', () => {
    const keys = keysAndUuids(webinar, [held('a', at('10:00')), held('b', at('10:45'))]);

    expect(keys).toEqual([[String(at('10:00')), ['a', 'b']]]);
  });

  it('are new after a longer gap', () => {
    const keys = keysAndUuids(webinar, [held('a', at('10:00')), held('b', at('10:45:01'))]);

    expect(keys).toEqual([
      [String(at('10:00')), ['a']],
      [String(at('10:45:01')), ['b']],
    ]);
  });

  it('do not depend on the order of instances, also where two began together', () => {
    const instances = [held('a', at('10:00')), held('b', at('10:00'), 40), held('c', at('12:00'))];

    expect(groupSessions(webinar, instances.toReversed())).toEqual(groupSessions(webinar, instances));
  });
});
