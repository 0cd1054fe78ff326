import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWebinarPage, type PageRequest } from '../../../src/app/app.functions/sweep/webinar-page.ts';
import type { WebinarRow, WebinarSort } from '../../../src/app/extensions/contract/webinars.ts';

const aRow = (webinarId: string, changes: Partial<WebinarRow> = {}): WebinarRow => ({
  webinarId,
  connection: 'main',
  topic: 'A webinar',
  hostId: 'host-1',
  hostName: 'Hanna Host',
  recurrence: 'single',
  startsAt: '2026-11-20T12:00:00.000Z',
  isUpcoming: false,
  status: 'complete',
  decision: { isOn: true },
  registeredCount: 0,
  attendedCount: 0,
  skippedCount: 0,
  warningCount: 0,
  lastSyncAt: null,
  nextCheckAt: null,
  ...changes,
});

const idsOf = (rows: readonly WebinarRow[], request: Partial<PageRequest>): readonly string[] =>
  toWebinarPage(rows, { sort: 'startsAt', offset: 0, limit: 100, ...request }).webinars.map(
    ({ webinarId }) => webinarId,
  );

describe('the order of webinars', () => {
  it('by host goes by letters, whatever accents and capitals, and has a webinar without a host last', () => {
    const rows = [
      aRow('1', { hostName: 'Zoë' }),
      aRow('2', { hostName: '' }),
      aRow('3', { hostName: 'émile' }),
      aRow('4', { hostName: 'Frank' }),
    ];

    expect(idsOf(rows, { sort: 'hostName' })).toEqual(['3', '4', '1', '2']);
    expect(idsOf(rows, { sort: 'hostName', direction: 'descending' })).toEqual(['1', '4', '3', '2']);
  });

  it('by status begins with what somebody should look at', () => {
    const rows = (['off', 'complete', 'not-supported', 'failed', 'new', 'partial'] as const).map((status) =>
      aRow(status, { status }),
    );

    expect(idsOf(rows, { sort: 'status' })).toEqual(['failed', 'partial', 'new', 'complete', 'off', 'not-supported']);
    expect(idsOf(rows, { sort: 'status', direction: 'descending' }).at(0)).toBe('not-supported');
  });

  it.each(['registeredCount', 'attendedCount'] as const)(
    'by %s begins with most people, and has last what was never synced',
    (sort) => {
      const rows = [aRow('1', { [sort]: 3 }), aRow('2', { [sort]: null }), aRow('3', { [sort]: 20 })];

      expect(idsOf(rows, { sort })).toEqual(['3', '1', '2']);
      expect(idsOf(rows, { sort, direction: 'ascending' })).toEqual(['1', '3', '2']);
    },
  );

  it('where it does not decide has the newest first in either direction, then goes by ID', () => {
    const rows = [
      aRow('1', { startsAt: null }),
      aRow('4'),
      aRow('3'),
      aRow('2', { startsAt: '2026-11-21T12:00:00.000Z' }),
    ];

    expect(idsOf(rows, { sort: 'status', direction: 'ascending' })).toEqual(['2', '3', '4', '1']);
    expect(idsOf(rows, { sort: 'status', direction: 'descending' })).toEqual(['2', '3', '4', '1']);
  });
});

const sorts = fc.constantFrom<WebinarSort>(
  'startsAt',
  'topic',
  'hostName',
  'status',
  'registeredCount',
  'attendedCount',
  'lastSyncAt',
);
const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null, freq: 3 });
const moments = fc.constantFrom('2026-11-19T12:00:00.000Z', '2026-11-20T12:00:00.000Z', '2026-11-21T12:00:00.000Z');
const someRows = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { maxLength: 30 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          topic: fc.constantFrom('A', 'b', 'Ä'),
          hostName: fc.constantFrom('', 'Zoë', 'Émile'),
          startsAt: orNull(moments),
          lastSyncAt: orNull(moments),
          status: fc.constantFrom<WebinarRow['status'][]>('new', 'failed', 'off'),
          registeredCount: orNull(fc.nat(2)),
          attendedCount: orNull(fc.nat(2)),
        })
        .map((changes) => aRow(String(id), changes)),
    ),
  ),
);

describe('pages', () => {
  it('of any size show each webinar once, in one order that does not depend on how the webinars were stored', () => {
    fc.assert(
      fc.property(
        someRows,
        sorts,
        fc.constantFrom('ascending' as const, 'descending' as const),
        fc.integer({ min: 1, max: 7 }),
        (rows, sort, direction, limit) => {
          const pages: string[] = [];
          for (let after: string | null = '0'; after !== null;) {
            const page = toWebinarPage(rows, { sort, direction, offset: Number(after), limit });
            pages.push(...page.webinars.map(({ webinarId }) => webinarId));
            after = page.after;
          }

          expect(pages).toEqual(idsOf(rows.toReversed(), { sort, direction }));
          expect(pages.toSorted()).toEqual(rows.map(({ webinarId }) => webinarId).toSorted());
        },
      ),
    );
  });

  it('have what is not known last in either direction', () => {
    fc.assert(
      fc.property(
        someRows,
        fc.constantFrom(
          'startsAt' as const,
          'registeredCount' as const,
          'attendedCount' as const,
          'lastSyncAt' as const,
        ),
        fc.constantFrom('ascending' as const, 'descending' as const),
        (rows, sort, direction) => {
          const { webinars } = toWebinarPage(rows, { sort, direction, offset: 0, limit: 100 });
          const areKnown = webinars.map((row) => row[sort] !== null);

          expect(areKnown).toEqual(areKnown.toSorted((a, b) => Number(b) - Number(a)));
        },
      ),
    );
  });
});
