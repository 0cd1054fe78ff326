import { describe, expect, it } from 'vitest';
import {
  addPeriod,
  areAtOnce,
  createWriteWatch,
  parseWritesRecord,
  toWritesBell,
  toWritesRecord,
  writesBellKey,
  writesKeyOf,
  type WritePeriod,
} from '../../../src/app/app.functions/sync/write-periods.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');
const secondMs = 1_000;
const dayMs = 86_400_000;
const seconds = (from: number, to: number): WritePeriod => ({ from: noon + from * secondMs, to: noon + to * secondMs });

describe('periods of writing', () => {
  it.each([
    ['overlap', seconds(0, 10), seconds(5, 15), true],
    ['lie in each other', seconds(0, 10), seconds(4, 5), true],
    ['touch', seconds(0, 10), seconds(10, 15), true],
    ['are closer than clocks agree', seconds(0, 10), seconds(10.2, 15), true],
    ['are apart', seconds(0, 10), seconds(10.3, 15), false],
  ] as const)('that %s', (_, one, other, expected) => {
    expect(areAtOnce(one, other)).toBe(expected);
    expect(areAtOnce(other, one)).toBe(expected);
  });

  it('are kept in their order, and joined where they overlap', () => {
    const periods = [seconds(100, 110), seconds(0, 10), seconds(105, 120)].reduce(addPeriod, []);

    expect(periods).toEqual([seconds(0, 10), seconds(100, 120)]);
  });

  it('are oldest first, also when the older one is told of later', () => {
    expect([seconds(100, 110), seconds(0, 10)].reduce(addPeriod, [])).toEqual([seconds(0, 10), seconds(100, 110)]);
  });

  it('join what lay between', () => {
    const periods = [seconds(0, 10), seconds(20, 30), seconds(5, 25)].reduce(addPeriod, []);

    expect(periods).toEqual([seconds(0, 30)]);
  });

  it('are forgotten after three days', () => {
    const old: WritePeriod = { from: noon - 3 * dayMs - 2, to: noon - 3 * dayMs - 1 };
    const young: WritePeriod = { from: noon - 3 * dayMs - 2, to: noon - 3 * dayMs };

    expect([old, seconds(-1, 0)].reduce(addPeriod, [])).toEqual([seconds(-1, 0)]);
    expect([young, seconds(-1, 0)].reduce(addPeriod, [])).toEqual([young, seconds(-1, 0)]);
  });

  it('are eight at most: the oldest are told as one', () => {
    const starts = Array.from({ length: 10 }, (_, index) => index * 100);

    const periods = starts.map((start) => seconds(start, start + 1)).reduce(addPeriod, []);

    expect(periods).toHaveLength(8);
    expect(periods[0]).toEqual(seconds(0, 201));
    expect(periods[1]).toEqual(seconds(300, 301));
    expect(periods[7]).toEqual(seconds(900, 901));
  });
});

describe('the watch of a step', () => {
  it('tells of each period, and knows all of the step as one', () => {
    let nowMs = noon;
    const told: WritePeriod[] = [];
    const watch = createWriteWatch(
      () => nowMs,
      [],
      (period) => told.push(period),
    );
    const first = watch.begin();
    nowMs += 2 * secondMs;
    const second = watch.begin();
    nowMs += secondMs;
    first();
    nowMs += secondMs;
    second();

    expect(told).toEqual([seconds(0, 3), seconds(2, 4)]);
    expect(watch.periods()).toEqual([seconds(0, 4)]);
  });

  it('knows nothing of contacts that were only read', () => {
    const watch = createWriteWatch(() => noon);

    watch.begin();

    expect(watch.periods()).toEqual([]);
  });

  it('needs nobody to tell', () => {
    const watch = createWriteWatch(() => noon, [seconds(-20, -8)]);

    watch.begin()();

    expect(watch.periods()).toEqual([seconds(-20, -8), seconds(0, 0)]);
  });

  it('knows when steps that were killed may have written', () => {
    const told: WritePeriod[] = [];
    const watch = createWriteWatch(
      () => noon,
      [seconds(-20, -8)],
      (period) => told.push(period),
    );
    watch.begin()();

    expect(watch.periods()).toEqual([seconds(-20, -8), seconds(0, 0)]);
    expect(told).toEqual([seconds(-20, -8), seconds(0, 0)]);
  });
});

describe('the record of a writer', () => {
  it('is one of its webinar, or of all that a sweep’s step has written', () => {
    expect(writesKeyOf('acc', '81')).toBe('writes:acc:81');
    expect(writesKeyOf('acc', null)).toBe('writes:acc');
    expect(toWritesRecord({ accountId: 'acc', webinarId: null, periods: [] }, noon)).toEqual({
      key: 'writes:acc',
      kind: 'writes',
      payload: '{"accountId":"acc","webinarId":null,"periods":[]}',
      version: 1,
      status: 'stored',
      occurredAt: noon,
      summary: 'When contacts were written, to find out what other syncs wrote at the same time',
    });
    expect(toWritesBell(noon)).toMatchObject({ key: writesBellKey, payload: '{}' });
  });

  it('is read as it was written', () => {
    const written = { accountId: 'acc', webinarId: '81', periods: [seconds(0, 1)] };

    expect(parseWritesRecord(toWritesRecord(written, noon))).toEqual(written);
  });

  it.each([
    ['the bell', toWritesBell(noon).payload],
    ['something else', 'nonsense'],
    ['periods that are none', JSON.stringify({ accountId: 'acc', webinarId: '81', periods: [{ from: 'today' }] })],
  ])('tells nothing: %s', (_, payload) => {
    expect(parseWritesRecord({ payload })).toBeNull();
  });
});
