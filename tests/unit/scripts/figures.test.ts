import { describe, expect, it } from 'vitest';
import { findProblems, toFigures, type BenchFigures, type MeasuredSync } from '../../../bench/figures.ts';
import { findBrokenPromises } from '../../../bench/promises.ts';
import { renderFigures } from '../../../bench/render-figures.ts';
import type { SeenCall } from '../../../bench/stand-in-process.ts';
import { createBenchWorld } from '../../../bench/world.ts';
import { aReport, aSession } from './builders.ts';

const { volume, changedVolume } = createBenchWorld(100, 0);
const conditions = { plan: 'pro', zoomLatencyMs: 250, volume, changedVolume } as const;
const nothing = { contacts: 0, attendance: 0, events: 0, marketingEvents: 0, audit: 1 };
const everybody = { eligible: 100, skipped: {}, sessions: [aSession({ attended: volume.attendedCount })] };

const callsOf = (operation: string, atMs: readonly number[], status = 200): readonly SeenCall[] =>
  atMs.map((at) => ({ operation, atMs: at, status }));

const zoomCalls = [...callsOf('webinars.get', [250, 250, 250, 250]), ...callsOf('report.participants', [500, 1_000])];
const hubspotCalls = callsOf('contacts.batch-read', [100, ...Array<number>(19).fill(1_500)]);

const aSync = (changes: Partial<Parameters<typeof aReport>[0]> = {}): MeasuredSync => ({
  report: aReport({ ...everybody, synced: 100, unchanged: 0, ...changes }),
  calls: {
    zoom: { 'webinars.get': 9 },
    hubspot: { 'contacts.batch-read': 20, 'schemas.list': 1 },
    traffic: { zoom: zoomCalls, hubspot: hubspotCalls },
  },
  stepCount: 2,
  longestStepMs: 1_234.5,
  elapsedMs: 2_500,
});
const anUnchangedSync = (changes: Partial<Parameters<typeof aReport>[0]> = {}): MeasuredSync =>
  aSync({ synced: 0, unchanged: 100, writes: nothing, ...changes });
const syncs = (changes: { first?: MeasuredSync; unchanged?: MeasuredSync; changed?: MeasuredSync } = {}) => ({
  first: aSync(),
  unchanged: anUnchangedSync(),
  changed: aSync({ synced: 1, unchanged: 99 }),
  ...changes,
});

const someFigures = (people: number): BenchFigures => ({
  people,
  plan: 'pro',
  ...toFigures(syncs(), conditions),
  cardMs: { cold: 900, warm: 150 },
  functions: {
    sync_webinar: {
      bundleBytes: 700_000,
      callCount: 4,
      containerCount: 1,
      longestCallMs: 1_234,
      loadMs: 77,
      peakRssBytes: 90 * 1024 * 1024,
    },
  },
  problems: [],
});

describe('the figures of a bench', () => {
  it('compare the calls that the stand-ins saw with the floor', () => {
    const { first } = toFigures(syncs(), conditions);

    expect(first.zoom).toEqual({
      calls: 9,
      claimed: 9,
      floor: 4 + 3 + 1,
      ratio: 1.13,
      byOperation: { 'webinars.get': 9 },
    });
    expect(first.hubspot).toMatchObject({ calls: 21, claimed: 21 });
    expect(first).toMatchObject({ steps: 2, longestStepMs: 1_235 });
  });

  it('expect of a sync after a small change that it reads everything and writes those who have changed', () => {
    const { unchanged, changed } = toFigures(syncs(), conditions);

    expect(unchanged.hubspot.floor).toBe(15 + 2 * 3);
    expect(changed.hubspot.floor).toBe(2 + 1 + 1 + 15 + 2 * 3);
    expect(changed.zoom.floor).toBe(4 + 3 + 1);
  });

  it('say how much of what the limits allow was used', () => {
    const { utilisation } = toFigures(syncs(), conditions).first;

    expect(utilisation).toMatchObject({ readingMs: 900, writingMs: 1_600 });
    // Four round trips one after the other; nineteen calls after the last page, of 190 in ten seconds.
    expect(utilisation).toMatchObject({ chainMs: 1_000, windowMs: 1_000, share: 0.8 });
    expect(utilisation.binding).toEqual({ name: 'HubSpot', allowedMs: 1_053, share: 1_053 / 2_500 });
  });

  it('can be believed when nothing contradicts them', () => {
    expect(findProblems(syncs(), conditions)).toEqual([]);
  });

  it.each([
    ['people got lost', syncs({ first: aSync({ synced: 99 }) }), 'do not add up'],
    [
      'the wrong number of people was found',
      syncs({ first: aSync({ eligible: 99, synced: 99 }) }),
      '99 people instead',
    ],
    ['attendees are missing', syncs({ first: aSync({ sessions: [aSession({ attended: 1 })] }) }), '1 attendees'],
    ['calls were not counted', syncs({ first: aSync({ calls: { zoom: 8, hubspot: 21 } }) }), 'says 8 zoom calls'],
    [
      'the second sync wrote',
      syncs({ unchanged: anUnchangedSync({ writes: { ...nothing, events: 1 } }) }),
      'wrote something',
    ],
    ['the wrong people were written', syncs({ changed: aSync() }), 'wrote 100 people instead of 1'],
    [
      'a call went nowhere',
      syncs({
        first: { ...aSync(), calls: { ...aSync().calls, zoom: { unexpected: 9 }, hubspot: { 'schemas.list': 21 } } },
      }),
      '9 zoom calls that no operation answers',
    ],
  ])('are doubted when %s', (_case, measured, sentence) => {
    expect(findProblems(measured, conditions)).toEqual([expect.stringContaining(sentence)]);
  });

  it('are shown with every function and every problem', () => {
    const lines = renderFigures({ ...someFigures(100), problems: ['something is off'] });

    expect(lines.join('\n')).toMatch(/^sync_webinar\s+700\s+77\s+90$/mu);
    expect(lines.at(-1)).toBe('PROBLEM: something is off');
  });
});

describe('the promises', () => {
  const brokenBy = (change: (figures: BenchFigures) => BenchFigures, people = 100) =>
    findBrokenPromises(change(someFigures(people)));

  it('of calls and time are made for ten thousand people or more', () => {
    expect(brokenBy((figures) => figures)).toEqual([]);
    expect(brokenBy((figures) => figures, 10_000)).toEqual([
      expect.stringContaining('uses 80.0 % of what the limits allow'),
      expect.stringContaining('9 zoom calls, more than 1.05 times the floor of 8'),
      expect.stringContaining('9 zoom calls, more than 1.1 times the floor of 8'),
    ]);
  });

  it('are broken by one refusal for calling too often', () => {
    const refused = aSync();
    const { traffic } = refused.calls;
    const calls = {
      ...refused.calls,
      traffic: { ...traffic, zoom: [...traffic.zoom, ...callsOf('report.participants', [900], 429)] },
    };

    const first = { ...refused, calls };
    expect(brokenBy((figures) => ({ ...figures, ...toFigures(syncs({ first }), conditions) }))).toEqual([
      'The first sync was refused 1 times for calling too often.',
    ]);
  });

  it('are broken by a long step and by much memory', () => {
    const broken = brokenBy((figures) => ({
      ...figures,
      unchanged: { ...figures.unchanged, longestStepMs: 8_000 },
      functions: { run_sweep: { ...figures.functions['sync_webinar'], peakRssBytes: 100 * 1024 * 1024 } as never },
    }));

    expect(broken).toEqual([
      expect.stringContaining('unchanged sync has a step of 8000 ms'),
      expect.stringContaining('run_sweep takes 100 MB'),
    ]);
  });
});
