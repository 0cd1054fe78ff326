import { describe, expect, it } from 'vitest';
import type { Registrant } from '../../../src/app/app.functions/domain/webinar.ts';
import { continueReading } from '../../../src/app/app.functions/sync/continue-reading.ts';
import type { SyncParts } from '../../../src/app/app.functions/sync/step.ts';
import { aListCursor, aRegistrant, aRun, registrantList } from '../../support/builders.ts';
import { aRecordStore, aState, aStep, someParts } from './a-step.ts';

const pageSize = 300;
const rowCount = 60_000;

/** A list that is read without any loss of time. */
const aLongList: Pick<SyncParts['zoom'], 'readRegistrantPage'> = {
  readRegistrantPage: ({ pageToken }) => {
    const from = Number(pageToken ?? '0');
    const to = from + pageSize;
    const rows = Array.from({ length: pageSize }, (_, index): Registrant => {
      const number = String(from + index);
      return aRegistrant({ registrantId: number, email: `${number}@example.com` });
    });
    const nextPageToken = to < rowCount ? String(to) : null;
    return Promise.resolve({ kind: 'page', rows, quarantinedCount: 0, nextPageToken, totalCount: rowCount });
  },
};

describe('a step that reads', () => {
  it('ends when it holds 25,000 rows, however much time is left, and the next one goes on', async () => {
    const parts = someParts({ zoom: aLongList as SyncParts['zoom'], nextTurn: () => Promise.resolve() });
    const step = aStep(aState(), aRecordStore().store, parts);
    const unread = aListCursor({ list: registrantList(), isDone: false, rowCount: 0, totalCount: null });

    const first = await continueReading(step, aRun({ phase: 'reading', lists: [unread], partitionCount: null }), null);
    const second = await continueReading(step, first.run, null);

    const [held] = first.run.lists;
    expect(held?.isDone).toBe(false);
    expect(held?.rowCount).toBeGreaterThanOrEqual(25_000);
    expect(held?.rowCount).toBeLessThanOrEqual(25_000 + 2 * pageSize);
    expect(first.run.phase).toBe('reading');
    expect(second.run.lists[0]?.rowCount).toBe(2 * (held?.rowCount ?? 0));
  });
});
