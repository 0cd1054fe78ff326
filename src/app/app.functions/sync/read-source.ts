import pMap from 'p-map';
import type { ApprovalStatus, Webinar } from '../domain/webinar.ts';
import type { Instant } from '../domain/instant.ts';
import { isFailureOfKind } from '../http/integration-error.ts';
import { withInstances, type RememberedSource } from './known-webinar.ts';
import { isToCome } from './planned-sessions.ts';
import type { ListCursor } from './checkpoint.ts';
import type { Page, ZoomSource } from './ports.ts';
import type { SourceHead, SourceInstance } from './source.ts';
import type { RowBatch, SourceList } from './source-rows.ts';

/** Enough to keep Zoom busy within its limits; the pages of one list have to be read one after the other. */
const listsAtOnce = 6;
/** A list that has moved under three passes will not hold still for a fourth. */
const passesMax = 3;

/** What has to be known of a webinar before its lists are read. */
export interface ReadHead extends SourceHead {
  readonly lists: readonly ListCursor[];
}

/**
 * Reads the webinar, its instances with their reports, and its panelists. A webinar that has not been held has no
 * instances. One that Zoom does not list any more is what it was when it was last seen:
 *
 * | instances | last known date | listing |
 * |---|---|---|
 * | some | any | `expired`: their reports are read all the same |
 * | none | to come | `deleted`, because a number outlives its last date |
 * | none | none, or it has begun | `expired`: it may have been held for all that is known |
 *
 * @param remembered - null for a webinar that was never seen before
 * @throws IntegrationError reason `webinar-not-found` for one that neither Zoom nor anybody else knows, and while Zoom's
 *         answers about it contradict each other
 */
export async function readSourceHead(
  zoom: ZoomSource,
  webinarId: string,
  remembered: RememberedSource | null,
  now: Instant,
): Promise<ReadHead> {
  const [found, listed] = await Promise.all([findWebinar(zoom, webinarId), listInstances(zoom, webinarId)]);
  if (found.webinar === null) {
    if (remembered === null) throw found.error as Error;
    const head = await readRemembered(zoom, withInstances(remembered, listed), now);
    if (head.listing === 'deleted' && !(await hasNoPanelists(zoom, webinarId))) throw found.error as Error;
    return head;
  }
  const { webinar } = found;
  const [panelists, instances] = await Promise.all([
    zoom.listPanelists(webinarId),
    readInstances(zoom, webinar, listed),
  ]);
  return { listing: 'listed', webinar, instances, panelists, lists: planLists(webinar, instances).map(newCursor) };
}

async function findWebinar(
  zoom: ZoomSource,
  webinarId: string,
): Promise<{ readonly webinar: Webinar } | { readonly webinar: null; readonly error: unknown }> {
  try {
    return { webinar: await zoom.readWebinar(webinarId) };
  } catch (error) {
    if (isWebinarGone(error)) return { webinar: null, error };
    throw error;
  }
}

/** A deletion costs everybody their registration, so one answer that may be a slip is not enough. */
async function hasNoPanelists(zoom: ZoomSource, webinarId: string): Promise<boolean> {
  try {
    await zoom.listPanelists(webinarId);
    return false;
  } catch (error) {
    if (isWebinarGone(error)) return true;
    throw error;
  }
}

const isWebinarGone = (error: unknown): boolean =>
  isFailureOfKind(error, 'not-found') && error.failure.reason.cause === 'webinar-not-found';

type ListedInstances = RememberedSource['instances'];

/** Zoom may also say that it does not know the past instances of a webinar that has none. */
async function listInstances(zoom: ZoomSource, webinarId: string): Promise<ListedInstances> {
  try {
    return await zoom.listInstances(webinarId);
  } catch (error) {
    if (isWebinarGone(error)) return [];
    throw error;
  }
}

const readInstances = (
  zoom: ZoomSource,
  { startsAt }: Webinar,
  listed: ListedInstances,
): Promise<readonly SourceInstance[]> =>
  pMap(
    listed,
    async ({ uuid, startedAt }): Promise<SourceInstance> => {
      const report = await zoom.readInstanceReport(uuid);
      return report.kind === 'report'
        ? { uuid, startedAt: report.startedAt, endedAt: report.endedAt }
        : { uuid, startedAt: startedAt ?? startsAt ?? 0, endedAt: null };
    },
    { concurrency: listsAtOnce },
  );

async function readRemembered(
  zoom: ZoomSource,
  { webinar, instances: known, panelists }: RememberedSource,
  now: Instant,
): Promise<ReadHead> {
  if (known.length === 0 && isToCome(webinar, now)) {
    return { listing: 'deleted', webinar, instances: [], panelists, lists: [] };
  }
  const instances = await readInstances(zoom, webinar, known);
  // Nobody can be asked for registrants any more.
  const lists = planLists({ ...webinar, registrationScope: 'none' }, instances).map(newCursor);
  return { listing: 'expired', webinar, instances, panelists, lists };
}

const statuses: readonly ApprovalStatus[] = ['approved', 'pending', 'denied'];

function planLists(webinar: Webinar, instances: readonly SourceInstance[]): readonly SourceList[] {
  const scopes = webinar.registrationScope === 'occurrence' ? registrableOccurrenceIds(webinar, instances) : [null];
  const registrants =
    webinar.registrationScope === 'none'
      ? []
      : scopes.flatMap((occurrenceId) =>
          statuses.map((status): SourceList => ({ kind: 'registrants', status, occurrenceId })),
        );
  const participants = instances
    .filter(({ endedAt }) => endedAt !== null)
    .map(({ uuid }): SourceList => ({ kind: 'participants', instanceUuid: uuid }));
  return [...registrants, ...participants];
}

/** Every occurrence that people can be registered for: those to come, and those that may have been held. */
function registrableOccurrenceIds(webinar: Webinar, instances: readonly SourceInstance[]): readonly string[] {
  const lastAt = Math.max(...instances.map(({ startedAt, endedAt }) => endedAt ?? startedAt));
  return webinar.occurrences
    .filter(({ startsAt, isDeleted }) => !isDeleted || startsAt <= lastAt)
    .map(({ occurrenceId }) => occurrenceId);
}

const newCursor = (list: SourceList): ListCursor => ({
  list,
  passNumber: 1,
  nextPageToken: null,
  isDone: false,
  rowCount: 0,
  quarantinedCount: 0,
  totalCount: null,
  isUnavailable: false,
});

const restarted = (cursor: ListCursor): ListCursor => ({
  ...newCursor(cursor.list),
  passNumber: cursor.passNumber + 1,
});

export interface ReadProgress {
  readonly lists: readonly ListCursor[];
  /** Rows of this call, in the order in which the pages came. */
  readonly batches: readonly RowBatch[];
  /** What ended the reading early; the pages before it are good. */
  readonly error: unknown;
}

/**
 * Goes on reading the open lists, all at once, until they are done or it is enough.
 *
 * @param shouldStop - asked before each page, with how many rows have been read by then
 * @param nextTurn - ends when calls that were begun are on their way
 */
export async function readLists(
  zoom: ZoomSource,
  webinarId: string,
  lists: readonly ListCursor[],
  shouldStop: (rowCount: number) => boolean,
  nextTurn: () => Promise<unknown>,
): Promise<ReadProgress> {
  const batches: RowBatch[] = [];
  let rowCount = 0;
  let error: unknown = null;
  const read = async (start: ListCursor, listNumber: number): Promise<ListCursor> => {
    let cursor = start;
    let newest: RowsToTake | null = null;
    const takeRows = (): void => {
      const rows = newest?.() ?? null;
      newest = null;
      if (rows === null) return;
      const { registrants, participations, quarantinedCount } = rows;
      batches.push({ listNumber, passNumber: cursor.passNumber, isSettled: false, registrants, participations });
      rowCount += registrants.length + participations.length;
      cursor = {
        ...cursor,
        rowCount: cursor.rowCount + registrants.length + participations.length,
        quarantinedCount: cursor.quarantinedCount + quarantinedCount,
      };
    };
    while (!cursor.isDone && error === null && !shouldStop(rowCount)) {
      const asking = readPage(zoom, webinarId, cursor).catch((cause: unknown) => {
        error ??= cause;
        return null;
      });
      if (newest !== null) {
        // Once the question is on its way, there is time to understand the rows before.
        await nextTurn();
        takeRows();
      }
      const page = await asking;
      if (page === null) break;
      if (page.kind === 'page-token-expired') {
        cursor = restarted(cursor);
        continue;
      }
      if (page.kind !== 'page') {
        cursor = { ...cursor, isDone: true, isUnavailable: true, nextPageToken: null };
        continue;
      }
      newest = page.takeRows;
      cursor = {
        ...cursor,
        nextPageToken: page.nextPageToken,
        isDone: page.nextPageToken === null,
        totalCount: largest(page.totalCount, cursor.totalCount),
      };
    }
    takeRows();
    return cursor;
  };
  const cursors = await pMap(lists, read, { concurrency: listsAtOnce });
  return { lists: cursors, batches, error };
}

/** Rows that went away may have moved others past a page border: what was there at most must have been read. */
const largest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

type RowsToTake = () => Pick<RowBatch, 'registrants' | 'participations'> & { readonly quarantinedCount: number };

type ReadPage =
  | {
      readonly kind: 'page';
      readonly takeRows: RowsToTake;
      readonly nextPageToken: string | null;
      readonly totalCount: number | null;
    }
  | { readonly kind: 'page-token-expired' | 'registration-off' | 'not-ready' };

async function readPage(zoom: ZoomSource, webinarId: string, cursor: ListCursor): Promise<ReadPage> {
  const { list, nextPageToken: pageToken } = cursor;
  if (list.kind === 'registrants') {
    const { status, occurrenceId } = list;
    const page = await zoom.readRegistrantPage({ webinarId, status, occurrenceId, pageToken });
    return toReadPage(page, (registrants) => ({ registrants, participations: [] }));
  }
  const page = await zoom.readParticipantPage({ instanceUuid: list.instanceUuid, pageToken });
  return toReadPage(page, (participations) => ({ registrants: [], participations }));
}

const isPage = <Row>(page: { readonly kind: string }): page is Page<Row> => page.kind === 'page';

const toReadPage = <Row, Other extends { readonly kind: string }>(
  page: Page<Row> | Other,
  place: (rows: readonly Row[]) => Omit<ReturnType<RowsToTake>, 'quarantinedCount'>,
) =>
  isPage<Row>(page)
    ? ({
        kind: 'page',
        takeRows: () => ({ ...place(page.rows), quarantinedCount: page.quarantinedCount }),
        nextPageToken: page.nextPageToken,
        totalCount: page.totalCount,
      } as const)
    : page;

/**
 * Compares what was read with how much there was to read. A list whose distinct rows are fewer than Zoom says it has
 * moved while it was read; it is opened again, up to a limit.
 *
 * @param distinctCounts - by list number
 */
export function reopenShortLists(
  lists: readonly ListCursor[],
  distinctCounts: ReadonlyMap<number, number>,
): { readonly lists: readonly ListCursor[]; readonly unstable: readonly SourceList[] } {
  const isShort = (cursor: ListCursor, listNumber: number): boolean =>
    cursor.totalCount !== null && (distinctCounts.get(listNumber) ?? 0) + cursor.quarantinedCount < cursor.totalCount;
  return {
    lists: lists.map((cursor, listNumber) =>
      isShort(cursor, listNumber) && cursor.passNumber < passesMax ? restarted(cursor) : cursor,
    ),
    unstable: lists
      .filter((cursor, listNumber) => isShort(cursor, listNumber) && cursor.passNumber >= passesMax)
      .map(({ list }) => list),
  };
}
