import { describe, expect, it } from 'vitest';
import { findOverwritten } from '../../../src/app/app.functions/sweep/find-overwritten.ts';
import type { IndexEntry, WebinarIndex } from '../../../src/app/app.functions/sweep/index-entry.ts';
import type { WritePeriod } from '../../../src/app/app.functions/sync/write-periods.ts';
import { anEntry } from './entries.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');
const seconds = (from: number, to: number): WritePeriod => ({ from: noon + from * 1_000, to: noon + to * 1_000 });

const anIndex = (...entries: readonly Partial<IndexEntry>[]): WebinarIndex =>
  new Map(entries.map((changes) => anEntry(changes)).map((entry) => [entry.webinarId, entry]));

const outside = (webinarId: string | null, period: WritePeriod, accountId = 'acc') => ({
  accountId,
  webinarId,
  periods: [period],
});

const find = (index: WebinarIndex, ...elsewhere: readonly ReturnType<typeof outside>[]): readonly string[] =>
  [...findOverwritten(index, 'acc', elsewhere)].sort();

describe('webinars whose contacts may have been overwritten', () => {
  it('are those that a sweep and a sync of its own wrote at once: both', () => {
    const index = anIndex({ webinarId: '1', contactWrites: [seconds(0, 5)] }, { webinarId: '2' }, { webinarId: '3' });

    expect(find(index, outside('2', seconds(4, 6)))).toEqual(['1', '2']);
  });

  it('are those that two syncs of their own wrote at once', () => {
    expect(find(anIndex(), outside('1', seconds(0, 5)), outside('2', seconds(4, 6)))).toEqual(['1', '2']);
  });

  it('are those that the sweeps of two Zoom accounts wrote at once: the own ones', () => {
    const index = anIndex({ webinarId: '1', contactWrites: [seconds(0, 5)] });

    expect(find(index, outside(null, seconds(4, 6), 'other'))).toEqual(['1']);
    expect(find(index, outside('9', seconds(4, 6), 'other'))).toEqual(['1']);
  });

  it('are none where nobody else wrote', () => {
    const index = anIndex(
      { webinarId: '1', contactWrites: [seconds(0, 5)] },
      { webinarId: '2', contactWrites: [seconds(1, 6)] },
    );

    expect(find(index)).toEqual([]);
    expect(find(index, outside(null, seconds(0, 9)))).toEqual([]);
    expect(find(index, outside('3', seconds(7, 9)))).toEqual([]);
  });

  it('are none where one webinar was written twice: its syncs wait for each other', () => {
    expect(find(anIndex(), { ...outside('1', seconds(0, 5)), periods: [seconds(0, 5), seconds(4, 6)] })).toEqual([]);
  });

  it('are not those that were looked at since, unless the other went on', () => {
    const entries = [{ webinarId: '1', contactWrites: [seconds(0, 5)] }, { webinarId: '2' }] as const;
    const looked = (at: number) => anIndex(...entries.map((entry) => ({ ...entry, lookedAgainAt: noon + at * 1_000 })));

    expect(find(looked(6), outside('2', seconds(4, 6)))).toEqual([]);
    expect(find(looked(5.9), outside('2', seconds(4, 6)))).toEqual(['1', '2']);
  });
});
