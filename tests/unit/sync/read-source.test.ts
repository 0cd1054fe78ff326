import { describe, expect, it } from 'vitest';
import type { Registrant } from '../../../src/app/app.functions/domain/webinar.ts';
import { IntegrationError, toFailure } from '../../../src/app/app.functions/http/integration-error.ts';
import type { RememberedSource } from '../../../src/app/app.functions/sync/known-webinar.ts';
import type { Page, ZoomSource } from '../../../src/app/app.functions/sync/ports.ts';
import { readLists, readSourceHead, reopenShortLists } from '../../../src/app/app.functions/sync/read-source.ts';
import {
  aListCursor,
  anOccurrence,
  aPanelist,
  aParticipation,
  aRegistrant,
  aSeries,
  aWebinar,
  dayMs,
  endsAt,
  participantList,
  registrantList,
  startsAt,
} from '../../support/builders.ts';

const refuse = (): never => {
  throw new Error('nobody should have asked');
};

const aZoom = (answers: Partial<ZoomSource>): ZoomSource => ({
  readWebinar: refuse,
  listInstances: refuse,
  readInstanceReport: refuse,
  listPanelists: refuse,
  readRegistrantPage: refuse,
  readParticipantPage: refuse,
  ...answers,
});

const aPage = <Row>(rows: readonly Row[], changes: Partial<Page<Row>> = {}): Page<Row> => ({
  kind: 'page',
  rows,
  quarantinedCount: 0,
  nextPageToken: null,
  totalCount: null,
  ...changes,
});

const never = (): boolean => false;
const noTurn = (): Promise<void> => Promise.resolve();
const now = startsAt - dayMs;
const reading = { system: 'zoom', operation: 'read a webinar' } as const;
const unknownWebinar = new IntegrationError(
  toFailure(reading, 'not-found', { cause: 'webinar-not-found', webinarId: '900100200' }, { httpStatus: 404 }),
);
const freshCursor = aListCursor({ isDone: false, rowCount: 0, totalCount: null });

describe('what is read of a webinar before its lists', () => {
  const zoomOf = (answers: Partial<ZoomSource> = {}) =>
    aZoom({
      readWebinar: async () => aWebinar(),
      listInstances: async () => [{ uuid: 'uuid-1', startedAt: startsAt }],
      readInstanceReport: async () => ({ kind: 'report', startedAt: startsAt, endedAt: endsAt }),
      listPanelists: async () => [aPanelist()],
      ...answers,
    });
  const listsOf = async (answers: Partial<ZoomSource>) =>
    (await readSourceHead(zoomOf(answers), '900100200', null, now)).lists.map(({ list }) => list);

  it('is the webinar, its instances with their reports, and its panelists', async () => {
    expect(await readSourceHead(zoomOf(), '900100200', null, now)).toEqual({
      listing: 'listed',
      webinar: aWebinar(),
      panelists: [aPanelist()],
      instances: [{ uuid: 'uuid-1', startedAt: startsAt, endedAt: endsAt }],
      lists: [
        { ...freshCursor, list: registrantList('approved') },
        { ...freshCursor, list: registrantList('pending') },
        { ...freshCursor, list: registrantList('denied') },
        { ...freshCursor, list: participantList() },
      ],
    });
  });

  it('knows an instance without a report by the list of instances', async () => {
    const { instances, lists } = await readSourceHead(
      zoomOf({ readInstanceReport: async () => ({ kind: 'not-ready' }) }),
      '900100200',
      null,
      now,
    );

    expect(instances).toEqual([{ uuid: 'uuid-1', startedAt: startsAt, endedAt: null }]);
    expect(lists.map(({ list }) => list.kind)).not.toContain('participants');
  });

  it.each([
    ['the plan', aWebinar(), startsAt],
    ['nothing', aWebinar({ startsAt: null }), 0],
  ])('knows an instance without any time by %s', async (_, webinar, startedAt) => {
    const { instances } = await readSourceHead(
      zoomOf({
        readWebinar: async () => webinar,
        listInstances: async () => [{ uuid: 'uuid-1', startedAt: null }],
        readInstanceReport: async () => ({ kind: 'not-ready' }),
      }),
      '900100200',
      null,
      now,
    );

    expect(instances).toMatchObject([{ startedAt }]);
  });

  it('has no lists of registrants where nobody registers', async () => {
    const webinar = aWebinar({ registrationScope: 'none' });

    expect(await listsOf({ readWebinar: async () => webinar })).toEqual([participantList()]);
  });

  it('B10: has lists for each occurrence that people can be registered for, where they register for each', async () => {
    const webinar = aSeries({
      registrationScope: 'occurrence',
      occurrences: [
        anOccurrence(),
        anOccurrence({ occurrenceId: 'during', startsAt: endsAt }),
        anOccurrence({ occurrenceId: 'to-come', startsAt: endsAt + 7 * dayMs }),
        anOccurrence({ occurrenceId: 'called-off', startsAt: endsAt + 14 * dayMs, isDeleted: true }),
      ],
    });

    expect(await listsOf({ readWebinar: async () => webinar })).toEqual([
      registrantList('approved', 'first'),
      registrantList('pending', 'first'),
      registrantList('denied', 'first'),
      registrantList('approved', 'during'),
      registrantList('pending', 'during'),
      registrantList('denied', 'during'),
      registrantList('approved', 'to-come'),
      registrantList('pending', 'to-come'),
      registrantList('denied', 'to-come'),
      participantList(),
    ]);
  });

  it('B10: asks for the registrants of an occurrence while there is no report', async () => {
    const webinar = aSeries({ registrationScope: 'occurrence', occurrences: [anOccurrence()] });
    const lists = await listsOf({
      readWebinar: async () => webinar,
      readInstanceReport: async () => ({ kind: 'not-ready' }),
    });

    expect(lists).toHaveLength(3);
  });

  it('S19: has no instances and no reports for a webinar that is to come, but its registrants', async () => {
    const { listing, instances, lists } = await readSourceHead(
      zoomOf({ listInstances: async () => [], readInstanceReport: refuse }),
      '900100200',
      null,
      now,
    );

    expect({ listing, instances }).toEqual({ listing: 'listed', instances: [] });
    expect(lists.map(({ list }) => list)).toEqual([
      registrantList('approved'),
      registrantList('pending'),
      registrantList('denied'),
    ]);
  });

  it('has no instances when Zoom knows the webinar and no past instances of it', async () => {
    const { listing, instances } = await readSourceHead(
      zoomOf({ listInstances: () => Promise.reject(unknownWebinar) }),
      '900100200',
      null,
      now,
    );

    expect({ listing, instances }).toEqual({ listing: 'listed', instances: [] });
  });

  it('B10: leaves out a date that was called off, also where no instance was ever held', async () => {
    const webinar = aSeries({
      registrationScope: 'occurrence',
      occurrences: [anOccurrence({ isDeleted: true }), anOccurrence({ occurrenceId: 'to-come' })],
    });
    const lists = await listsOf({ readWebinar: async () => webinar, listInstances: async () => [] });

    expect(lists).toMatchObject([
      { occurrenceId: 'to-come' },
      { occurrenceId: 'to-come' },
      { occurrenceId: 'to-come' },
    ]);
  });
});

describe('a webinar that Zoom does not list any more', () => {
  const gone: Partial<ZoomSource> = {
    readWebinar: () => Promise.reject(unknownWebinar),
    listInstances: () => Promise.reject(unknownWebinar),
    listPanelists: () => Promise.reject(unknownWebinar),
  };
  const seen: RememberedSource = { webinar: aWebinar({ topic: 'As last seen' }), instances: [], panelists: [] };

  it('is unknown when nobody has seen it before', async () => {
    await expect(readSourceHead(aZoom(gone), '900100200', null, now)).rejects.toBe(unknownWebinar);
  });

  it('was deleted when it was never held', async () => {
    expect(await readSourceHead(aZoom(gone), '900100200', seen, now)).toEqual({
      listing: 'deleted',
      webinar: seen.webinar,
      instances: [],
      panelists: [],
      lists: [],
    });
  });

  it('has given up its number when it was held: reports are read, registrants cannot be', async () => {
    const remembered: RememberedSource = {
      ...seen,
      instances: [{ uuid: 'uuid-1', startedAt: startsAt }],
      panelists: [aPanelist()],
    };
    const reports: Partial<ZoomSource> = {
      ...gone,
      readInstanceReport: async () => ({ kind: 'report', startedAt: startsAt, endedAt: endsAt }),
    };

    expect(await readSourceHead(aZoom(reports), '900100200', remembered, now)).toEqual({
      listing: 'expired',
      webinar: seen.webinar,
      instances: [{ uuid: 'uuid-1', startedAt: startsAt, endedAt: endsAt }],
      panelists: [aPanelist()],
      lists: [{ ...freshCursor, list: participantList() }],
    });
  });

  it.each([
    ['unavailable', new IntegrationError(toFailure(reading, 'unavailable', { cause: 'vendor-unavailable' }))],
    ['not allowed', new IntegrationError(toFailure(reading, 'missing-scope', { cause: 'internal' }))],
    ['another thing not found', new IntegrationError(toFailure(reading, 'not-found', { cause: 'internal' }))],
  ])('is not taken for one that is %s', async (_, error) => {
    const zoom = aZoom({ ...gone, readWebinar: () => Promise.reject(error) });

    await expect(readSourceHead(zoom, '900100200', seen, now)).rejects.toBe(error);
  });
});

describe('lists', () => {
  it('are read page after page, with the tokens that Zoom gave', async () => {
    const asked: unknown[] = [];
    const zoom = aZoom({
      async readRegistrantPage(request) {
        asked.push(request);
        return request.pageToken === null
          ? aPage([aRegistrant()], { nextPageToken: 'two', totalCount: 2, quarantinedCount: 1 })
          : aPage([aRegistrant({ registrantId: 'reg-2' })], { quarantinedCount: 2 });
      },
    });

    const { lists, batches, error } = await readLists(zoom, '900100200', [freshCursor], never, noTurn);

    expect(asked).toEqual([
      { webinarId: '900100200', status: 'approved', occurrenceId: null, pageToken: null },
      { webinarId: '900100200', status: 'approved', occurrenceId: null, pageToken: 'two' },
    ]);
    expect(lists).toEqual([{ ...freshCursor, isDone: true, rowCount: 2, quarantinedCount: 3, totalCount: 2 }]);
    expect(batches.map(({ registrants }) => registrants.map(({ registrantId }) => registrantId))).toEqual([
      ['reg-1'],
      ['reg-2'],
    ]);
    expect(error).toBeNull();
  });

  it('must have been read as far as they were long at most', async () => {
    const totals = [5, 4, null];
    const zoom = aZoom({
      readRegistrantPage: async ({ pageToken }) => {
        const page = Number(pageToken ?? 0);
        return aPage<Registrant>([], {
          totalCount: totals[page] ?? null,
          nextPageToken: page < 2 ? String(page + 1) : null,
        });
      },
    });

    const { lists } = await readLists(zoom, '900100200', [freshCursor], never, noTurn);

    expect(lists).toMatchObject([{ totalCount: 5 }]);
  });

  it('of participants have batches of joins', async () => {
    const zoom = aZoom({ readParticipantPage: async () => aPage([aParticipation()]) });
    const cursor = { ...freshCursor, list: participantList() };

    expect((await readLists(zoom, '900100200', [freshCursor, cursor].slice(1), never, noTurn)).batches).toEqual([
      { listNumber: 0, passNumber: 1, isSettled: false, registrants: [], participations: [aParticipation()] },
    ]);
  });

  it('are read on where the last step stopped', async () => {
    const zoom = aZoom({
      readRegistrantPage: async ({ pageToken }) => {
        expect(pageToken).toBe('two');
        return aPage([aRegistrant()]);
      },
    });
    const begun = { ...freshCursor, nextPageToken: 'two', rowCount: 300 };

    expect((await readLists(zoom, '900100200', [begun], never, noTurn)).lists).toMatchObject([
      { rowCount: 301, isDone: true },
    ]);
  });

  it('that are done are not asked for', async () => {
    expect(await readLists(aZoom({}), '900100200', [aListCursor()], never, noTurn)).toEqual({
      lists: [aListCursor()],
      batches: [],
      error: null,
    });
  });

  it('are left as they are when time is up', async () => {
    expect(await readLists(aZoom({}), '900100200', [freshCursor], () => true, noTurn)).toMatchObject({
      lists: [freshCursor],
      batches: [],
    });
  });

  it('are left where they are when enough rows have been read, and go on from there', async () => {
    const zoom = aZoom({
      readRegistrantPage: async ({ pageToken }) => {
        const number = Number(pageToken ?? '1');
        const page = aPage([aRegistrant({ registrantId: `reg-${number}` })]);
        return Promise.resolve({ ...page, nextPageToken: number === 9 ? null : String(number + 1) });
      },
    });
    const isEnough = (rowCount: number): boolean => rowCount >= 3;

    const first = await readLists(zoom, '900100200', [freshCursor], isEnough, noTurn);
    const second = await readLists(zoom, '900100200', first.lists, never, noTurn);

    const idsOf = ({ batches }: typeof first): readonly string[] =>
      batches.flatMap(({ registrants }) => registrants.map(({ registrantId }) => registrantId));
    // Rows are counted when the next page has been asked for.
    expect(first.lists).toMatchObject([{ isDone: false, rowCount: 4, nextPageToken: '5' }]);
    expect(idsOf(first)).toEqual(['reg-1', 'reg-2', 'reg-3', 'reg-4']);
    expect(idsOf(second)).toEqual(['reg-5', 'reg-6', 'reg-7', 'reg-8', 'reg-9']);
  });

  it('are begun anew when Zoom has forgotten the page', async () => {
    let isForgotten = true;
    const zoom = aZoom({
      async readRegistrantPage({ pageToken }) {
        if (isForgotten) {
          isForgotten = false;
          return { kind: 'page-token-expired' };
        }
        expect(pageToken).toBeNull();
        return aPage([aRegistrant()]);
      },
    });
    const begun = { ...freshCursor, nextPageToken: 'old', rowCount: 300 };

    const { lists, batches } = await readLists(zoom, '900100200', [begun], never, noTurn);

    expect(lists).toMatchObject([{ passNumber: 2, rowCount: 1, isDone: true }]);
    expect(batches).toMatchObject([{ passNumber: 2 }]);
  });

  it.each([
    [
      'registration is off',
      aZoom({ readRegistrantPage: async () => ({ kind: 'registration-off' }) }),
      registrantList(),
    ],
    ['there is no report', aZoom({ readParticipantPage: async () => ({ kind: 'not-ready' }) }), participantList()],
  ])('that Zoom refuses are done and marked: %s', async (_, zoom, list) => {
    const { lists } = await readLists(zoom, '900100200', [{ ...freshCursor, list }], never, noTurn);

    expect(lists).toMatchObject([{ isDone: true, isUnavailable: true, nextPageToken: null }]);
  });

  it('keep what was read before a failure, and begin no further page', async () => {
    const failure = new Error('gone');
    const zoom = aZoom({
      readRegistrantPage: async ({ pageToken }) => {
        if (pageToken !== null) throw failure;
        return aPage([aRegistrant()], { nextPageToken: 'two' });
      },
    });

    const { lists, batches, error } = await readLists(zoom, '900100200', [freshCursor], never, noTurn);

    expect(error).toBe(failure);
    expect(lists).toMatchObject([{ nextPageToken: 'two', isDone: false, rowCount: 1 }]);
    expect(batches).toHaveLength(1);
  });

  it('tell the first of two failures', async () => {
    const failures = [new Error('first'), new Error('second')];
    const zoom = aZoom({ readRegistrantPage: () => Promise.reject(failures.shift() ?? new Error('third')) });

    const { error } = await readLists(zoom, '900100200', [freshCursor, freshCursor], never, noTurn);

    expect(error).toEqual(new Error('first'));
  });
});

describe('a list that is shorter than Zoom says', () => {
  const cursor = aListCursor({ totalCount: 10 });

  it('is read again', () => {
    expect(reopenShortLists([cursor], new Map([[0, 9]]))).toEqual({
      lists: [{ ...freshCursor, passNumber: 2 }],
      unstable: [],
    });
  });

  it('is read again when nothing was read at all', () => {
    expect(reopenShortLists([cursor], new Map()).lists).toMatchObject([{ passNumber: 2, isDone: false }]);
  });

  it('is given up after three passes', () => {
    const third = { ...cursor, passNumber: 3 };

    expect(reopenShortLists([third], new Map([[0, 9]]))).toEqual({ lists: [third], unstable: [registrantList()] });
  });

  it.each([
    ['as long as Zoom says', cursor, 10],
    ['longer', cursor, 11],
    ['as long with the rows that could not be read', { ...cursor, quarantinedCount: 1 }, 9],
    ['of unknown length', { ...cursor, totalCount: null }, 0],
  ])('is not one that is %s', (_, list, distinctCount) => {
    expect(reopenShortLists([list], new Map([[0, distinctCount]]))).toEqual({ lists: [list], unstable: [] });
  });
});
