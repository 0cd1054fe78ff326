import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordWebinar } from '../../src/app/app.functions/contact-history/contact-history.ts';
import { toContactWebinars } from '../../src/app/app.functions/contact-history/contact-webinars.ts';
import { countHistory } from '../../src/app/app.functions/contact-history/counters.ts';
import {
  formatHistory,
  historyCharactersMax,
  parseHistory,
} from '../../src/app/app.functions/contact-history/history-text.ts';
import { formatMarks, parseMarks } from '../../src/app/app.functions/sync/people-marks.ts';
import { deepFreeze, history, mark, settings } from '../support/arbitraries.ts';

describe('a history', () => {
  it('comes back from its text as it was', () => {
    fc.assert(
      fc.property(history(), (given) => {
        expect(parseHistory(formatHistory(deepFreeze(given)))).toEqual(given);
      }),
      settings,
    );
  });

  it('never makes a text that HubSpot would not take, and always one that can be read', () => {
    fc.assert(
      fc.property(history(3), fc.integer({ min: 1, max: 400 }), (given, times) => {
        const webinars = Array.from({ length: times }, () => given.webinars).flat();
        const sessions = (given.webinars[0]?.sessions ?? []).flatMap((session) =>
          Array.from({ length: times }, (_, index) => ({ ...session, key: `${session.key} ${index}` })),
        );

        for (const large of [webinars, given.webinars.slice(0, 1).map((webinar) => ({ ...webinar, sessions }))]) {
          const text = formatHistory({ ...given, webinars: large });

          expect(text.length).toBeLessThanOrEqual(historyCharactersMax);
          expect(parseHistory(text)).not.toBeNull();
        }
      }),
      { ...settings, numRuns: 12 },
    );
  });

  it('holds every webinar once, newest first, whatever is recorded', () => {
    fc.assert(
      fc.property(history(), history(), (given, news) => {
        const recorded = news.webinars.reduce(recordWebinar, { ...given, webinars: [] });
        const names = recorded.webinars.map(({ accountId, webinarId }) => `${accountId} ${webinarId}`);
        const expected = new Set(news.webinars.map(({ accountId, webinarId }) => `${accountId} ${webinarId}`));

        expect(new Set(names)).toEqual(expected);
        expect(names).toHaveLength(expected.size);
        expect(recorded.webinars.reduce(recordWebinar, recorded)).toEqual(recorded);
      }),
      settings,
    );
  });

  it('has counters that agree with each other and with the card', () => {
    fc.assert(
      fc.property(history(), (given) => {
        const counters = countHistory(deepFreeze(given));

        expect(counters.registrationCount).toBeLessThanOrEqual(given.webinars.length);
        expect(counters.attendedWebinarCount).toBeLessThanOrEqual(counters.attendedSessionCount);
        expect(counters.averagePercentage === null).toBe(counters.attendedWebinarCount === 0);
        expect(counters.averagePercentage ?? 0).toBeLessThanOrEqual(100);
        expect(counters.averagePercentage ?? 0).toBeGreaterThanOrEqual(0);
        const facts = { now: 0, connectionNames: new Map<string, string>(), recordingUrlOf: () => null };
        expect(toContactWebinars(given, facts).summary).toMatchObject({
          registrationCount: counters.registrationCount,
          attendedWebinarCount: counters.attendedWebinarCount,
          attendedSessionCount: counters.attendedSessionCount,
          averagePercentage: counters.averagePercentage,
        });
      }),
      settings,
    );
  });
});

describe('marks', () => {
  const byKeyHash = (a: { keyHash: string }, b: { keyHash: string }): number => (a.keyHash < b.keyHash ? -1 : 1);
  const marks = fc.uniqueArray(mark, { maxLength: 40, selector: ({ keyHash }) => keyHash });

  it('come back from their texts, which are as long as they may be', () => {
    fc.assert(
      fc.property(marks, fc.integer({ min: 120, max: 2_000 }), (given, charactersMax) => {
        const texts = formatMarks(deepFreeze(given), charactersMax);

        expect(texts.every(({ length }) => length <= charactersMax)).toBe(true);
        expect(texts.flatMap((text) => parseMarks(text) ?? [])).toEqual([...given].sort(byKeyHash));
      }),
      settings,
    );
  });
});
