import { describe, expect, it } from 'vitest';
import { findProblems, toSyncFigures, type MeasuredSync } from '../../../bench/figures.ts';
import { renderFigures } from '../../../bench/render-figures.ts';
import { createBenchWorld } from '../../../bench/world.ts';
import { aReport, aSession } from './builders.ts';

const { volume } = createBenchWorld(100, 0);
const nothing = { contacts: 0, attendance: 0, events: 0, marketingEvents: 0, audit: 1 };
const everybody = { eligible: 100, skipped: {}, sessions: [aSession({ attended: volume.attendedCount })] };

const aFirstSync = (changes: Parameters<typeof aReport>[0] = {}): MeasuredSync => ({
  report: aReport({ ...everybody, synced: 100, unchanged: 0, ...changes }),
  calls: { zoom: { 'webinars.get': 9 }, hubspot: { 'contacts.batch-read': 20, 'schemas.list': 1 } },
  stepCount: 2,
  longestStepMs: 1_234.5,
  elapsedMs: 2_000,
});
const aSecondSync = (changes: Parameters<typeof aReport>[0] = {}): MeasuredSync =>
  aFirstSync({ synced: 0, unchanged: 100, writes: nothing, ...changes });

describe('the figures of a bench', () => {
  it('compare the calls that the stand-ins saw with the floor', () => {
    const figures = toSyncFigures(aFirstSync(), volume);

    expect(figures.zoom).toEqual({
      calls: 9,
      claimed: 9,
      floor: 4 + 3 + 1,
      ratio: 1.13,
      byOperation: { 'webinars.get': 9 },
    });
    expect(figures.hubspot).toMatchObject({ calls: 21, claimed: 21 });
    expect(figures).toMatchObject({ steps: 2, longestStepMs: 1_235 });
  });

  it('can be believed when nothing contradicts them', () => {
    expect(findProblems(aFirstSync(), aSecondSync(), volume)).toEqual([]);
  });

  it.each([
    ['people got lost', aFirstSync({ synced: 99 }), aSecondSync(), 'do not add up'],
    [
      'the wrong number of people was found',
      aFirstSync({ eligible: 99, synced: 99 }),
      aSecondSync(),
      '99 people instead',
    ],
    ['attendees are missing', aFirstSync({ sessions: [aSession({ attended: 1 })] }), aSecondSync(), '1 attendees'],
    ['calls were not counted', aFirstSync({ calls: { zoom: 8, hubspot: 21 } }), aSecondSync(), 'says 8 zoom calls'],
    ['the second sync wrote', aFirstSync(), aSecondSync({ writes: { ...nothing, events: 1 } }), 'wrote something'],
    [
      'a call went nowhere',
      { ...aFirstSync(), calls: { zoom: { unexpected: 9 }, hubspot: { 'schemas.list': 21 } } },
      aSecondSync(),
      '9 zoom calls that no operation answers',
    ],
  ])('are doubted when %s', (_case, first, second, sentence) => {
    expect(findProblems(first, second, volume)).toEqual([expect.stringContaining(sentence)]);
  });

  it('are shown with every function and every problem', () => {
    const lines = renderFigures({
      people: 100,
      first: toSyncFigures(aFirstSync(), volume),
      second: toSyncFigures(aSecondSync(), volume),
      functions: {
        sync_webinar: {
          bundleBytes: 700_000,
          callCount: 4,
          containerCount: 1,
          longestCallMs: 1_234,
          loadMs: 77,
          peakRssBytes: 100 * 1024 * 1024,
        },
      },
      problems: ['something is off'],
    });

    expect(lines.join('\n')).toMatch(/^sync_webinar\s+700\s+77\s+100$/mu);
    expect(lines.at(-1)).toBe('PROBLEM: something is off');
  });
});
