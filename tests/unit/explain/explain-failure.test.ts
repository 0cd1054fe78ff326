import { describe, expect, it } from 'vitest';
import type { FailureReason } from '../../../src/app/extensions/contract/failure.ts';
import { explainFailure } from '../../../src/app/extensions/shared/explain/explain-failure.ts';
import { aFailure, everyReason } from '../scripts/builders.ts';
import { indianWords } from './test-words.ts';

const explain = (changes: Parameters<typeof aFailure>[0]) => explainFailure(aFailure(changes), indianWords);

const explainReason = (reason: keyof typeof everyReason) => explain({ reason: everyReason[reason] });

describe('a failure in words', () => {
  it.each(Object.values(everyReason))('says what happened and what to do about $cause', (reason) => {
    for (const system of ['zoom', 'hubspot', 'app'] as const) {
      const { title, whatToDo } = explain({ reason, system });

      expect(title).toMatch(/^[\p{Lu}“].*[^.!:]$/u);
      expect(whatToDo).toMatch(/^\p{Lu}.*[.!]$/u);
      expect(whatToDo).not.toMatch(/\.\.|undefined|null|\[object/u);
    }
  });

  it.each(Object.values(everyReason))('shows no status, vendor code or internal name for $cause', (reason) => {
    const { title, whatToDo } = explain({ reason });

    expect(`${title} ${whatToDo}`).not.toMatch(/404|3001|webinar-not-found|not-found/u);
  });

  it('gives every cause words of its own', () => {
    const titles = Object.values(everyReason).map((reason) => explain({ reason }).title);

    expect(new Set(titles).size).toBe(titles.length);
  });

  it('names the accounts that can be chosen instead', () => {
    expect(explainReason('connection-unknown').whatToDo).toContain('main and academy');
    expect(explain({ reason: { cause: 'connection-unknown', name: 'x', known: [] } }).whatToDo).toContain(
      'No Zoom account is connected',
    );
  });

  it('names the missing scopes and where to add them at each vendor', () => {
    const reason = everyReason['scopes-missing'];

    expect(explain({ reason, system: 'zoom' }).whatToDo).toContain('Zoom App Marketplace: report:read:webinar:admin.');
    expect(explain({ reason, system: 'hubspot' }).whatToDo).toContain('Install the app again');
  });

  it.each([
    [null, 'Try again in a few minutes.'],
    [1, 'Try again in 1 second.'],
    [30, 'Try again in 30 seconds.'],
    [59.2, 'Try again in 1 minute.'],
    [61, 'Try again in 2 minutes.'],
  ])('says how long to wait when the vendor asks for %s seconds', (retryAfterSeconds, sentence) => {
    expect(explain({ reason: everyReason['vendor-unavailable'], retryAfterSeconds }).whatToDo).toContain(sentence);
  });

  it('tells a daily limit from a short one', () => {
    const daily = explain({ reason: { cause: 'limit-reached', limit: 'day' } });
    const brief = explain({ reason: { cause: 'limit-reached', limit: 'ten-seconds' } });

    expect(daily.title).toContain('daily limit');
    expect(brief.title).not.toContain('daily limit');
  });

  it('tells where the missing scopes are listed when nobody knows their names', () => {
    const reason = { cause: 'scopes-missing', scopes: [] } as const;

    expect(explain({ reason, system: 'zoom' }).whatToDo).toContain('documentation');
    expect(explain({ reason, system: 'hubspot' }).whatToDo).toContain('Install the app again');
  });

  it('asks to quote the reference number only where there is one', () => {
    const reason = { cause: 'internal' } as const;

    expect(explain({ reason, correlationId: 'ref-1' }).whatToDo).toContain('reference number');
    expect(explain({ reason, correlationId: null }).whatToDo).not.toContain('reference number');
  });

  it('says so where a vendor gave no reason', () => {
    expect(explain({ reason: { cause: 'vendor-refused', problem: ' ' } }).whatToDo).toBe(
      'Zoom gave this reason: not stated. Try again after it is corrected.',
    );
  });

  it('has words for a cause that only another version of the app knows', () => {
    const reason = { cause: 'moon-phase-wrong' } as unknown as FailureReason;

    expect(explain({ reason })).toEqual({
      title: 'Something went wrong that this version of the app does not know',
      whatToDo:
        'Reload the page and try again. If it happens again, ask your HubSpot admin to deploy the newest version of the app.',
    });
  });
});
