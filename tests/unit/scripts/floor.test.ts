import { describe, expect, it } from 'vitest';
import { hubSpotFloor, zoomFloor, type SyncVolume } from '../../../bench/floor.ts';
import { createBenchWorld } from '../../../bench/world.ts';

const aVolume = (changes: Partial<SyncVolume> = {}): SyncVolume => ({
  registrantCounts: { approved: 0, pending: 0, denied: 0 },
  participantRowCount: 0,
  contactCount: 0,
  registeredCount: 0,
  attendedCount: 0,
  cancelledCount: 0,
  eventCount: 0,
  ...changes,
});

describe('the fewest Zoom calls', () => {
  it('reads every list once even when it is empty', () => {
    expect(zoomFloor(aVolume())).toBe(4 + 3 + 1);
  });

  it('turns a page at 300 rows', () => {
    const full = aVolume({ registrantCounts: { approved: 300, pending: 0, denied: 0 }, participantRowCount: 300 });
    const oneMore = aVolume({ registrantCounts: { approved: 301, pending: 0, denied: 0 }, participantRowCount: 301 });

    expect(zoomFloor(full)).toBe(8);
    expect(zoomFloor(oneMore)).toBe(10);
  });

  it('is 79 for ten thousand people in twelve thousand rows', () => {
    // 4 + ⌈9,800/300⌉ + 1 + ⌈200/300⌉ + ⌈12,000/300⌉ = 4 + 33 + 1 + 1 + 40 = 79.
    expect(zoomFloor(createBenchWorld(10_000, 0).volume)).toBe(79);
  });
});

describe('the fewest HubSpot calls', () => {
  it('allows fifteen per run and three per step', () => {
    expect(hubSpotFloor(aVolume(), 0)).toBe(15);
    expect(hubSpotFloor(aVolume(), 4)).toBe(27);
  });

  it('reads and writes contacts and writes attendance a hundred at a time, events five hundred at a time', () => {
    const volume = aVolume({
      contactCount: 101,
      registeredCount: 100,
      attendedCount: 1,
      cancelledCount: 200,
      eventCount: 501,
    });

    expect(hubSpotFloor(volume, 0)).toBe(2 * 2 + 1 + 1 + 2 + 2 + 15);
  });

  it('follows from the volume of ten thousand people', () => {
    // 100 + 100 contacts, 100 + 85 + 2 participations, ⌈18,500/500⌉ events.
    expect(hubSpotFloor(createBenchWorld(10_000, 0).volume, 5)).toBe(200 + 187 + 37 + 15 + 15);
  });
});

describe('the world of the bench', () => {
  it('has as many people as asked for, 85 % of whom came, in 12,000 rows', () => {
    const { volume, zoomSeed } = createBenchWorld(10_000, Date.parse('2026-11-20T12:00:00Z'));
    const webinar = zoomSeed.accounts?.[0]?.webinars?.[0];

    expect(volume).toMatchObject({ attendedCount: 8_500, participantRowCount: 12_000, cancelledCount: 200 });
    expect(new Set(webinar?.registrants?.map(({ email }) => email)).size).toBe(10_000);
    expect(webinar?.instances?.[0]?.participants).toHaveLength(12_000);
  });

  it.each([1, 2, 7, 100])('adds up for %i people', (peopleCount) => {
    const { volume } = createBenchWorld(peopleCount, 0);
    const { approved, pending, denied } = volume.registrantCounts;

    expect(approved + pending + denied).toBe(peopleCount);
    expect(volume.attendedCount).toBeLessThanOrEqual(approved);
  });
});
