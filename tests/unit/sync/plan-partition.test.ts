import { describe, expect, it } from 'vitest';
import type { RunCheckpoint } from '../../../src/app/app.functions/sync/checkpoint.ts';
import { hashPersonKey } from '../../../src/app/app.functions/sync/hashes.ts';
import { partitionOfKey } from '../../../src/app/app.functions/sync/partitions.ts';
import { formatMarks } from '../../../src/app/app.functions/sync/people-marks.ts';
import { factsOf, planPartition } from '../../../src/app/app.functions/sync/plan-partition.ts';
import type { RowBatch } from '../../../src/app/app.functions/sync/source-rows.ts';
import {
  accountId,
  aHeldSession,
  aListCursor,
  aMark,
  aParticipation,
  aRegistrant,
  aRun,
  at,
  noRules,
  participantList,
  registrantList,
} from '../../support/builders.ts';

const registrantBatch: RowBatch = {
  listNumber: 0,
  passNumber: 1,
  isSettled: false,
  registrants: [aRegistrant()],
  participations: [],
};
const participantBatch: RowBatch = {
  ...registrantBatch,
  listNumber: 1,
  registrants: [],
  participations: [aParticipation(), aParticipation({ joinId: '2', joinedAt: null })],
};

const plan = (markPayloads: readonly string[], run = aRun(), partition = 0, batches = [registrantBatch]) =>
  planPartition({ run, facts: factsOf(run, accountId), partition, batches, markPayloads, rules: noRules });

describe('the plan of a part', () => {
  it('has its people as their rows say', () => {
    expect(plan([], aRun(), 0, [registrantBatch, participantBatch])).toMatchObject({
      unusableRowCount: 1,
      work: {
        items: [
          {
            person: {
              key: 'jill@example.com',
              sessions: [{ registration: { state: 'registered' }, attendance: { percentage: 100 } }],
            },
          },
        ],
      },
    });
  });

  it('knows who was written before', () => {
    const mark = aMark({ keyHash: hashPersonKey(accountId, 'gone@example.com') });

    expect(plan(formatMarks([mark], 60_000)).work.items).toContainEqual({ kind: 'vanished', mark });
  });

  it('takes everybody as new when the marks cannot be read', () => {
    expect(plan(['nonsense']).work).toMatchObject({ items: [{ kind: 'person', mark: null }], unchanged: [] });
  });

  it('leaves the marks of other parts alone', () => {
    const emails = Array.from({ length: 20 }, (_, index) => `gone-${index}@example.com`);
    const marks = emails.map((email) => aMark({ keyHash: hashPersonKey(accountId, email) }));
    const run = aRun({ partitionCount: 2 });

    const vanishedOf = (partition: number): number =>
      plan(formatMarks(marks, 60_000), run, partition).work.items.filter(({ kind }) => kind === 'vanished').length;

    expect(vanishedOf(0)).toBe(emails.filter((email) => partitionOfKey(accountId, email, 2) === 0).length);
    expect(vanishedOf(0) + vanishedOf(1)).toBe(20);
  });

  it('takes marks for those of the only part when the number of parts is not known', () => {
    const mark = aMark({ keyHash: hashPersonKey(accountId, 'gone@example.com') });
    const run = aRun({ partitionCount: null });

    expect(plan(formatMarks([mark], 60_000), run).work.items).toContainEqual({ kind: 'vanished', mark });
  });
});

describe('B15: a personal link in the plan of a part', () => {
  const joinUrl = 'https://zoom.example.com/w/900100200?tk=personal';
  const linkOf = (sessions: RunCheckpoint['sessions'], changes: Partial<ReturnType<typeof aRegistrant>> = {}) => {
    const batches = [{ ...registrantBatch, registrants: [aRegistrant({ joinUrl, ...changes })] }];
    const { items, excluded } = plan([], aRun({ sessions }), 0, batches).work;
    const people = [
      ...items.flatMap((item) => (item.kind === 'person' ? [item.person] : [])),
      ...excluded.map(({ person }) => person),
    ];
    expect(people).toHaveLength(1);
    return people[0]?.joinUrl;
  };
  const open = aHeldSession({ isFinal: false });
  const over = aHeldSession({ isFinal: true });
  const earlier = { key: 'earlier', startedAt: at('08:00'), endedAt: at('08:30') };

  it.each([
    ['while the session may go on', [open], joinUrl],
    ['no more when it is over', [over], null],
    ['while one of the sessions may go on', [{ ...over, ...earlier }, open], joinUrl],
    ['no more when all are over', [{ ...over, ...earlier }, over], null],
    ['of nothing, where there is no session', [], null],
  ])('makes a difference %s', (_, sessions, expected) => {
    expect(linkOf(sessions)).toBe(expected);
  });

  it('makes none for whoever is not registered', () => {
    expect(linkOf([open], { status: 'denied' })).toBeNull();
  });

  it('makes none for a session that somebody registered too late for', () => {
    const registeredAt = at('09:00');

    expect(linkOf([{ ...open, ...earlier }, over], { registeredAt })).toBeNull();
    expect(linkOf([{ ...over, ...earlier }, open], { registeredAt })).toBe(joinUrl);
  });
});

describe('the facts of a run', () => {
  it('are those of its webinar, at the moment that it read Zoom', () => {
    const run = aRun();

    expect(factsOf(run, accountId)).toEqual({
      accountId,
      webinarId: '900100200',
      topic: 'Growing tomatoes',
      url: 'https://zoom.example.com/webinar/register/900100200',
      sessions: run.sessions,
      mayBelieveAbsence: true,
      isWebinarDeleted: false,
      now: run.readAt,
    });
  });
});

describe('the plan of a part of a run about one person', () => {
  it('B19: has that person only, and keeps the marks of the others', () => {
    const mark = aMark({ keyHash: hashPersonKey(accountId, 'gone@example.com') });
    const run = aRun({ onlyKeyHash: hashPersonKey(accountId, 'jill@example.com') });

    expect(plan(formatMarks([mark], 60_000), run).work).toMatchObject({
      items: [{ kind: 'person', person: { key: 'jill@example.com' } }],
      kept: [mark],
    });
  });
});

describe('absence from the registrant lists', () => {
  const mayBelieve = (changes: Partial<RunCheckpoint>): boolean => factsOf(aRun(changes), accountId).mayBelieveAbsence;

  it('means something when they were read whole', () => {
    expect(mayBelieve({})).toBe(true);
    expect(mayBelieve({ lists: [aListCursor({ rowCount: 0 }), aListCursor({ list: registrantList('denied') })] })).toBe(
      true,
    );
  });

  it('does not depend on the attendance reports', () => {
    const report = aListCursor({ list: participantList(), isUnavailable: true, quarantinedCount: 1 });

    expect(mayBelieve({ lists: [aListCursor(), report], unstable: ['participants'] })).toBe(true);
  });

  it('means something when the webinar was deleted: nobody is registered any more', () => {
    const run = aRun({ listing: 'deleted', lists: [] });

    expect(factsOf(run, accountId)).toMatchObject({ mayBelieveAbsence: true, isWebinarDeleted: true });
  });

  it('means nothing when Zoom has given up the webinar’s number: registrants cannot be read', () => {
    const run = aRun({ listing: 'expired', lists: [aListCursor({ list: participantList() })] });

    expect(factsOf(run, accountId)).toMatchObject({ mayBelieveAbsence: false, isWebinarDeleted: false });
  });

  it.each([
    ['nobody is on them', { lists: [aListCursor({ rowCount: 0 }), aListCursor({ list: participantList() })] }],
    ['there are none', { lists: [aListCursor({ list: participantList() })] }],
    ['one is refused', { lists: [aListCursor(), aListCursor({ isUnavailable: true })] }],
    ['a row could not be read', { lists: [aListCursor({ quarantinedCount: 1 })] }],
    ['they never held still', { unstable: ['registrants'] as const }],
  ])('means nothing when %s', (_, changes) => {
    expect(mayBelieve(changes)).toBe(false);
  });
});
