import { describe, expect, it } from 'vitest';
import { doneAnswer, pausedAnswer, waitingAnswer } from '../../../src/app/app.functions/sync/answers.ts';
import { emptyPeopleTally } from '../../../src/app/app.functions/sync/people-tally.ts';
import { buildReport } from '../../../src/app/app.functions/sync/report.ts';
import { aListCursor, aRun, participantList, weekLater } from '../../support/builders.ts';

const progressOf = (changes: Parameters<typeof aRun>[0]) => pausedAnswer('run-1', aRun(changes)).progress;

describe('the answer to a step', () => {
  it('that is not the last says to go on at once', () => {
    expect(pausedAnswer('run-1', aRun())).toMatchObject({
      ok: true,
      done: false,
      runId: 'run-1',
      retryAfterSeconds: 0,
    });
  });

  it('tells how many rows were read, of how many', () => {
    const lists = [aListCursor({ rowCount: 300, totalCount: 650 }), aListCursor({ rowCount: 5, totalCount: 5 })];

    expect(progressOf({ phase: 'reading', lists })).toEqual({ phase: 'reading', doneCount: 305, totalCount: 655 });
    expect(progressOf({ phase: 'sorting', lists })).toMatchObject({ phase: 'reading' });
  });

  it('does not know a total that Zoom has not told', () => {
    const lists = [aListCursor({ totalCount: null }), aListCursor({ totalCount: 5 })];

    expect(progressOf({ phase: 'reading', lists })).toMatchObject({ totalCount: null });
  });

  it('tells how many people were written, of about how many: the registrants, else the joins', () => {
    const registrants = aListCursor({ totalCount: 650 });
    const joins = aListCursor({ list: participantList(), totalCount: null, rowCount: 700 });
    const people = { ...emptyPeopleTally, eligible: 200 };
    const position = { partition: 0, index: 100 };

    expect(progressOf({ lists: [registrants, joins], people, position })).toEqual({
      phase: 'writing',
      doneCount: 300,
      totalCount: 650,
    });
    expect(progressOf({ lists: [joins], people, position })).toMatchObject({ totalCount: 700 });
  });

  it('never tells of more people written than there are', () => {
    const people = { ...emptyPeopleTally, eligible: 900 };

    expect(progressOf({ people })).toMatchObject({ doneCount: 900, totalCount: 900 });
  });

  it('tells when only the end is left', () => {
    const people = { ...emptyPeopleTally, eligible: 2 };
    const position = { partition: 1, index: 0 };

    expect(progressOf({ people, position })).toEqual({ phase: 'finishing', doneCount: 2, totalCount: 2 });
    expect(progressOf({ people, position, partitionCount: 2 })).toMatchObject({ phase: 'writing' });
    expect(progressOf({ people, position, partitionCount: null })).toMatchObject({ phase: 'finishing' });
  });

  it('says to wait while another step is at work', () => {
    expect(waitingAnswer('run-1', 2)).toEqual({
      ok: true,
      done: false,
      runId: 'run-1',
      progress: { phase: 'waiting', doneCount: 0, totalCount: null },
      retryAfterSeconds: 2,
    });
  });

  it('that is the last has the report', () => {
    const run = aRun({ people: { ...emptyPeopleTally, eligible: 7, synced: 7 } });
    const report = buildReport(run, { connection: 'main', isDryRun: false, finishedAt: weekLater });

    expect(doneAnswer('run-1', report)).toEqual({
      ok: true,
      done: true,
      runId: 'run-1',
      progress: { phase: 'done', doneCount: 7, totalCount: 7 },
      retryAfterSeconds: 0,
      report,
    });
  });
});
