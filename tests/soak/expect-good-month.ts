import { expect } from 'vitest';
import type { HubSpotView } from '../support/hubspot-view.ts';
import type { MonthSize } from './agenda.ts';
import type { MonthFigures } from './month.ts';

/** What the account's plans allow in a window, and how much of it the app may take: half of Zoom's is the default. */
export const allowedPeaks: Readonly<Record<string, number>> = {
  'acc-main zoom-light': 40,
  'acc-main zoom-medium': 30,
  'acc-main zoom-heavy': 20,
  'acc-academy zoom-light': 15,
  'acc-academy zoom-medium': 10,
  'acc-academy zoom-heavy': 5,
  'hubspot.general': 190,
  'hubspot.search': 5,
  'hubspot.associations': 100,
  'hubspot.event-send': 12_500,
};
export const hubspotCallsPerDayMax = 1_000_000;
/** Heavy calls of Pro; all calls together are held against it. */
export const zoomCallsPerDayMax = 30_000 / 2;
export const stepMsMax = 8_000;
/** Twenty audit records, the state, marks, the list of people not synced, some leases. */
export const recordsPerWebinarMax = 30;
export const bytesPerWebinarMax = 100_000;
/**
 * More than a process of one quiet day holds: mostly code of ways that such a day never takes, which is compiled once. A few
 * bytes kept of each call would be more in a full month.
 */
export const heapGrowthMax = 4_000_000;

/** What must be true of every month. */
export function expectGoodMonth(figures: MonthFigures, { dayCount }: MonthSize): void {
  const { days, peaks, kinds, retainedBytes, view, viewOfNewAccount } = figures;
  expect(days).toHaveLength(dayCount);
  expect(figures.refusals, 'nobody was ever told to slow down').toBe(0);
  for (const [lane, peak] of Object.entries(peaks)) {
    expect(peak, `calls in one window: ${lane}`).toBeLessThanOrEqual(allowedPeaks[lane] ?? peak);
  }
  expect(Math.max(...days.map(({ hubspotCalls }) => hubspotCalls))).toBeLessThan(hubspotCallsPerDayMax);
  expect(Math.max(...days.map(({ zoomCalls }) => zoomCalls))).toBeLessThan(zoomCallsPerDayMax);
  expect(Math.max(...days.map(({ longestStepMs }) => longestStepMs))).toBeLessThan(stepMsMax);
  expect(figures.recordsPerWebinarMax).toBeLessThanOrEqual(recordsPerWebinarMax);
  expect(figures.bytesPerWebinarMax).toBeLessThanOrEqual(bytesPerWebinarMax);
  expect(Object.keys(kinds), 'nothing is left of what was under way').not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(rows|outcomes|doorbell)$/)]),
  );
  const growth = retainedBytes.afterTheMonth - retainedBytes.afterItsLastDay;
  expect(growth, 'a process of a month holds no more than one of a day').toBeLessThan(heapGrowthMax);
  expect(
    figures.lastCalls.filter((operation) =>
      /contacts|marketing-events|events\.send|calls|associations/.test(operation),
    ),
    'the last hour changes nothing',
  ).toEqual([]);
  expectSameStandings(view, viewOfNewAccount);
}

/** Everybody stands as in an account that sees Zoom for the first time; whom only the old one knows has cancelled. */
function expectSameStandings(view: HubSpotView, expected: HubSpotView): void {
  const counters = ({ contacts }: HubSpotView): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(
      Object.entries(contacts).map(([email, { registrations, attendedWebinars, attendedSessions, average }]) => [
        email,
        [registrations, attendedWebinars, attendedSessions, average],
      ]),
    );
  const states = ({ events }: HubSpotView): Readonly<Record<string, Readonly<Record<string, string>>>> =>
    Object.fromEntries(
      Object.entries(events).map(([id, { people }]) => [
        id,
        Object.fromEntries(Object.entries(people).map(([email, state]) => [email, state.split(' ')[0] ?? ''])),
      ]),
    );
  const [actualStates, expectedStates] = [states(view), states(expected)];
  expect(counters(view)).toMatchObject(counters(expected));
  expect(actualStates).toMatchObject(expectedStates);
  const gone = Object.entries(actualStates).flatMap(([id, people]) =>
    Object.entries(people).filter(
      ([email, state]) => expectedStates[id]?.[email] === undefined && state !== 'CANCELLED',
    ),
  );
  expect(gone, 'whoever is gone from Zoom has cancelled').toEqual([]);
}
