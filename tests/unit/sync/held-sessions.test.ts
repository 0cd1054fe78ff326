import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/app/app.functions/domain/instant.ts';
import type { Participation } from '../../../src/app/app.functions/domain/webinar.ts';
import {
  findHeldSessions,
  findUntrackedInstances,
  mergeSurveys,
  surveyInstances,
} from '../../../src/app/app.functions/sync/held-sessions.ts';
import type { SourceHead } from '../../../src/app/app.functions/sync/source.ts';
import {
  aHead,
  anOccurrence,
  aParticipation,
  aSeries,
  aSourceInstance,
  at,
  aWebinar,
  dayMs,
  endsAt,
  hourMs,
  minuteMs,
  secondMs,
  startsAt,
  weekLater,
} from '../../support/builders.ts';

const hostRow = aParticipation({ joinId: 'host', email: 'host@acme.example.com' });

/** @param attendees - rows of the report besides the host's */
const find = (
  attendees: readonly Participation[],
  now: Instant = weekLater,
  changes: Partial<SourceHead> = {},
  staff: readonly Participation[] = [hostRow],
) => findHeldSessions(aHead(changes), surveyInstances([...staff, ...attendees], attendees), now);

describe('a survey of instances', () => {
  it('counts rows of all, and admitted joins of attendees', () => {
    const waiting = aParticipation({ wasInWaitingRoom: true });

    expect([...surveyInstances([hostRow, aParticipation(), waiting], [aParticipation(), waiting])]).toEqual([
      ['uuid-1', { rowCount: 3, attendeeJoinCount: 1, hasUnmeasuredRows: false, hasMomentaryRows: false }],
    ]);
  });

  it('notices rows that lasted and were not measured yet', () => {
    const survey = surveyInstances([aParticipation({ durationSeconds: 0 })], []);

    expect(survey.get('uuid-1')).toMatchObject({ hasUnmeasuredRows: true, hasMomentaryRows: false });
  });

  it('does not take a visit of less than a second for one that was not measured', () => {
    const blink = aParticipation({ leftAt: startsAt + 999, durationSeconds: 0 });

    expect(surveyInstances([blink], []).get('uuid-1')).toMatchObject({ hasUnmeasuredRows: false });
  });

  it.each([
    ['without a leave time', { leftAt: null }],
    ['that end as they begin', { leftAt: startsAt }],
  ])('notices rows without a length %s', (_, changes) => {
    const survey = surveyInstances([aParticipation({ durationSeconds: 0, ...changes })], []);

    expect(survey.get('uuid-1')).toMatchObject({ hasUnmeasuredRows: false, hasMomentaryRows: true });
  });

  it('takes a second for something that has a length', () => {
    const second = aParticipation({ leftAt: startsAt + secondMs, durationSeconds: 0 });

    expect(surveyInstances([second], []).get('uuid-1')).toMatchObject({ hasUnmeasuredRows: true });
  });

  it('does not forget a row of either kind among good ones', () => {
    const odd = [
      aParticipation({ durationSeconds: 0 }),
      aParticipation({ joinId: '2', durationSeconds: 0, leftAt: startsAt }),
    ];

    expect(surveyInstances([...odd, aParticipation({ joinId: '3' })], []).get('uuid-1')).toMatchObject({
      hasUnmeasuredRows: true,
      hasMomentaryRows: true,
    });
  });

  it('says nothing of rows whose length is not told', () => {
    const rows = [
      aParticipation({ durationSeconds: null }),
      aParticipation({ durationSeconds: null, leftAt: null }),
      aParticipation({ durationSeconds: 0, joinedAt: null }),
    ];

    expect(surveyInstances(rows, []).get('uuid-1')).toMatchObject({
      hasUnmeasuredRows: false,
      hasMomentaryRows: false,
    });
  });

  it('of two parts is that of the whole', () => {
    const rows = [
      aParticipation(),
      aParticipation({ joinId: '2', durationSeconds: 0 }),
      aParticipation({ joinId: '3', instanceUuid: 'uuid-2', leftAt: null }),
      aParticipation({ joinId: '4', instanceUuid: 'uuid-2' }),
    ];
    const survey = (some: readonly Participation[]) => surveyInstances(some, some);
    const [first, second] = [survey(rows.slice(0, 1)), survey(rows.slice(1))];

    expect(mergeSurveys(first, second)).toEqual(survey(rows));
    expect(mergeSurveys(second, first)).toEqual(mergeSurveys(first, second));
  });
});

describe('the sessions of a webinar', () => {
  it('are final when the report is whole', () => {
    expect(find([aParticipation()], endsAt)).toMatchObject([{ key: 'main', isFinal: true }]);
  });

  it('were held and are past, final or not', () => {
    expect(find([aParticipation()], endsAt)).toMatchObject([{ isHeld: true, isPast: true }]);
    expect(find([], endsAt, {}, [])).toMatchObject([{ isFinal: false, isHeld: true, isPast: true }]);
  });

  it('leave out a rehearsal: an instance in which only staff took part', () => {
    const instances = [
      aSourceInstance({ uuid: 'rehearsal', startedAt: startsAt - dayMs, endedAt: startsAt - dayMs + hourMs }),
      aSourceInstance(),
    ];
    const rehearsal = { ...hostRow, instanceUuid: 'rehearsal' };

    expect(find([aParticipation()], weekLater, { instances }, [rehearsal, hostRow])).toMatchObject([
      { key: 'main', startedAt: startsAt, instanceUuids: ['uuid-1'] },
    ]);
  });

  it('leave out a rehearsal in which somebody only waited to be let in', () => {
    expect(find([aParticipation({ wasInWaitingRoom: true })])).toEqual([]);
  });

  it('are none when only staff came', () => {
    expect(find([], endsAt)).toEqual([]);
  });

  it('count an instance in which only guests took part', () => {
    expect(find([aParticipation({ email: null })])).toHaveLength(1);
  });

  it('S34: count an instance of which all rows are unusable', () => {
    expect(find([aParticipation({ joinedAt: null })])).toMatchObject([{ isFinal: true }]);
  });

  it('are as long as the instances in which there were attendees', () => {
    const instances = [
      aSourceInstance({ uuid: 'rehearsal', startedAt: at('09:00'), endedAt: at('09:30') }),
      aSourceInstance({ endedAt: at('10:25') }),
      aSourceInstance({ uuid: 'uuid-2', startedAt: at('10:35') }),
    ];
    const rows = [aParticipation(), aParticipation({ instanceUuid: 'uuid-2' })];

    expect(find(rows, weekLater, { instances }, [{ ...hostRow, instanceUuid: 'rehearsal' }])).toMatchObject([
      { startedAt: startsAt, lengthMs: 50 * minuteMs, instanceUuids: ['uuid-1', 'uuid-2'] },
    ]);
  });
});

describe('B8: a session whose report is not ready', () => {
  const withoutReport = [aSourceInstance({ endedAt: null })];

  it('is not final while there is no report; it is as long as planned', () => {
    expect(find([], endsAt, { instances: withoutReport }, [])).toMatchObject([
      { key: 'main', startedAt: startsAt, endedAt: endsAt, isFinal: false },
    ]);
  });

  it('is not final while the report is empty', () => {
    expect(find([], endsAt, {}, [])).toMatchObject([{ key: 'main', isFinal: false }]);
  });

  it('is not final while joins that lasted have no length', () => {
    expect(find([aParticipation({ durationSeconds: 0 })], endsAt)).toMatchObject([{ isFinal: false }]);
  });

  it('is not final while joins have no end', () => {
    expect(find([aParticipation({ leftAt: null })], endsAt)).toMatchObject([{ isFinal: false }]);
  });

  it('is not final while there is no report, although there are rows', () => {
    expect(find([aParticipation()], endsAt, { instances: withoutReport })).toMatchObject([{ isFinal: false }]);
  });

  it('is not final while one of its instances is not', () => {
    const instances = [
      aSourceInstance({ endedAt: at('10:25') }),
      aSourceInstance({ uuid: 'uuid-2', startedAt: at('10:35') }),
    ];

    expect(find([aParticipation()], endsAt, { instances })).toMatchObject([
      { instanceUuids: ['uuid-1', 'uuid-2'], isFinal: false },
    ]);
  });

  it('is waited for during a day', () => {
    const justBefore = endsAt + dayMs - secondMs;

    expect(find([], justBefore, {}, [])).toHaveLength(1);
    expect(find([aParticipation({ durationSeconds: 0 })], justBefore)).toMatchObject([{ isFinal: false }]);
  });

  it('is believed after a day: an empty report means that nobody came', () => {
    expect(find([], endsAt + dayMs, {}, [])).toEqual([]);
    expect(find([], endsAt + dayMs, { instances: withoutReport }, [])).toEqual([]);
    expect(find([aParticipation({ durationSeconds: 0 })], endsAt + dayMs)).toMatchObject([{ isFinal: true }]);
  });

  it('is not held back for a day by somebody who left at once', () => {
    const rows = [aParticipation(), aParticipation({ joinId: '2', leftAt: startsAt })];

    expect(find(rows, endsAt + 2 * hourMs - secondMs)).toMatchObject([{ isFinal: false }]);
    expect(find(rows, endsAt + 2 * hourMs)).toMatchObject([{ isFinal: true }]);
  });

  it('never ends before it began', () => {
    const backwards = [aSourceInstance({ startedAt: startsAt, endedAt: startsAt - minuteMs })];

    expect(find([aParticipation()], weekLater, { instances: backwards })).toMatchObject([
      { startedAt: startsAt, endedAt: startsAt, lengthMs: 0 },
    ]);
  });

  it('without a planned length has none', () => {
    const webinar = aWebinar({ lengthMinutes: 0 });

    expect(find([], startsAt, { webinar, instances: withoutReport }, [])).toMatchObject([{ lengthMs: 0 }]);
  });
});

describe('an instance that looks empty so far', () => {
  /** Begun two hours before what is given, over after an hour, and without anybody in its report. */
  const emptyBefore = (date: Instant) => aSourceInstance({ startedAt: date - 2 * hourMs, endedAt: date - hourMs });
  const count = (changes: Partial<SourceHead>, now: Instant, attendees: readonly Participation[] = []): number =>
    find(attendees, now, changes, []).length;
  const secondDate = startsAt + 7 * dayMs;

  it('is taken for a rehearsal until its date has come', () => {
    const instances = [emptyBefore(startsAt)];

    expect(count({ instances }, startsAt - 1)).toBe(0);
    expect(count({ instances }, startsAt)).toBe(1);
  });

  it('was no rehearsal when somebody turned up in its report', () => {
    expect(count({ instances: [emptyBefore(startsAt)] }, startsAt - 1, [aParticipation()])).toBe(1);
  });

  it('of a series belongs to the date that is nearest, in whatever order Zoom lists them', () => {
    const { occurrences } = aSeries();
    for (const dates of [occurrences, occurrences.toReversed()]) {
      const webinar = aSeries({ occurrences: dates });

      expect(count({ webinar, instances: [emptyBefore(secondDate)] }, secondDate - hourMs)).toBe(0);
      expect(count({ webinar, instances: [emptyBefore(secondDate)] }, secondDate)).toBe(1);
      expect(count({ webinar, instances: [aSourceInstance()] }, endsAt + hourMs)).toBe(1);
    }
  });

  it('of a series does not belong to a date that was called off', () => {
    const webinar = aSeries({
      occurrences: [anOccurrence(), anOccurrence({ occurrenceId: 'second', startsAt: secondDate, isDeleted: true })],
    });

    expect(count({ webinar, instances: [emptyBefore(secondDate)] }, secondDate - hourMs)).toBe(1);
  });

  it.each([
    ['a webinar whose date nobody knows', aWebinar({ startsAt: null })],
    ['a series, which has dates of its own', aWebinar({ recurrence: 'fixed-times', startsAt: secondDate })],
    ['a webinar without dates', aWebinar({ recurrence: 'no-fixed-times', startsAt: secondDate })],
  ])('may have been the real one of %s', (_, webinar) => {
    expect(count({ webinar, instances: [aSourceInstance()] }, endsAt)).toBe(1);
  });
});

describe('S34: instances of which Zoom has tracked nobody', () => {
  const untracked = (
    rows: readonly Participation[],
    now: Instant = endsAt + dayMs,
    changes: Partial<SourceHead> = {},
  ): readonly Instant[] => findUntrackedInstances(aHead(changes), surveyInstances(rows, rows), now);

  it('are named by their starts, oldest first', () => {
    const instances = [
      aSourceInstance({ uuid: 'uuid-2', startedAt: at('08:00'), endedAt: at('09:00') }),
      aSourceInstance({ uuid: 'uuid-3', startedAt: at('06:00'), endedAt: at('07:00') }),
      aSourceInstance(),
    ];

    expect(untracked([aParticipation()], weekLater, { instances })).toEqual([at('06:00'), at('08:00')]);
  });

  it('are those that Zoom had a day for', () => {
    expect(untracked([], endsAt + dayMs - 1)).toEqual([]);
    expect(untracked([])).toEqual([startsAt]);
  });

  it.each([
    ['only the host came', [hostRow], {}],
    ['somebody waited to be let in', [aParticipation({ wasInWaitingRoom: true })], {}],
    ['the rows are unusable', [aParticipation({ joinedAt: null })], {}],
    ['there is no report', [], { instances: [aSourceInstance({ endedAt: null })] }],
    ['it lasted no time', [], { instances: [aSourceInstance({ endedAt: startsAt })] }],
    ['it never took place', [], { instances: [] }],
  ])('are none when %s', (_, rows, changes) => {
    expect(untracked(rows, weekLater, changes)).toEqual([]);
  });
});
