import { describe, expect, it } from 'vitest';
import { explainFailure } from '../../../src/app/extensions/shared/copy/failures.en.ts';
import { aFailure, everyReason } from './builders.ts';

const explainReason = (reason: keyof typeof everyReason) => explainFailure(aFailure({ reason: everyReason[reason] }));

describe('a failure in words', () => {
  it.each(Object.values(everyReason))('says what happened and what to do about $cause', (reason) => {
    for (const system of ['zoom', 'hubspot', 'app'] as const) {
      const { title, whatToDo } = explainFailure(aFailure({ reason, system }));

      expect(title).toMatch(/^[\p{Lu}“].*[^.!:]$/u);
      expect(whatToDo).toMatch(/^\p{Lu}.*[.!]$/u);
      expect(whatToDo).not.toMatch(/\.\.|undefined|null|\[object/u);
    }
  });

  it.each(Object.values(everyReason))('shows no status, vendor code or internal name for $cause', (reason) => {
    const { title, whatToDo } = explainFailure(aFailure({ reason }));

    expect(`${title} ${whatToDo}`).not.toMatch(/404|3001|webinar-not-found|not-found/u);
  });

  it('gives every cause words of its own', () => {
    const titles = Object.values(everyReason).map((reason) => explainFailure(aFailure({ reason })).title);

    expect(new Set(titles).size).toBe(titles.length);
  });

  it('names the accounts that can be chosen instead', () => {
    expect(explainReason('connection-unknown').whatToDo).toContain('main, academy');
    expect(
      explainFailure(aFailure({ reason: { cause: 'connection-unknown', name: 'x', known: [] } })).whatToDo,
    ).toContain('No Zoom account is connected');
  });

  it('names the missing scopes and where to add them at each vendor', () => {
    const reason = everyReason['scopes-missing'];

    expect(explainFailure(aFailure({ reason, system: 'zoom' })).whatToDo).toContain(
      'Zoom App Marketplace: report:read:webinar:admin.',
    );
    expect(explainFailure(aFailure({ reason, system: 'hubspot' })).whatToDo).toContain('Install the app again');
  });

  it.each([
    [null, 'Try again in a few minutes.'],
    [1, 'Try again in 1 second.'],
    [30, 'Try again in 30 seconds.'],
    [61, 'Try again in 2 minutes.'],
  ])('says how long to wait when the vendor asks for %s seconds', (retryAfterSeconds, sentence) => {
    const failure = aFailure({ reason: everyReason['vendor-unavailable'], retryAfterSeconds });

    expect(explainFailure(failure).whatToDo).toContain(sentence);
  });

  it('tells a daily limit from a short one', () => {
    const daily = explainFailure(aFailure({ reason: { cause: 'limit-reached', limit: 'day' } }));
    const brief = explainFailure(aFailure({ reason: { cause: 'limit-reached', limit: 'ten-seconds' } }));

    expect(daily.title).toContain('daily limit');
    expect(brief.title).not.toContain('daily limit');
  });
});
