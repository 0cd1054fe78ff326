import { describe, expect, it } from 'vitest';
import { toProgressView } from '../../../src/app/extensions/settings-page/sync/to-progress-view.ts';
import { words } from '../support/words.ts';

describe('toProgressView', () => {
  it('has no bar before the first answer', () => {
    expect(toProgressView(null, 0, words)).toEqual({ label: 'Starting', bar: null, note: null });
  });

  it('counts upwards while the total is not known', () => {
    const view = toProgressView({ phase: 'reading', doneCount: 1300, totalCount: null }, 0, words);

    expect(view).toEqual({ label: 'Reading from Zoom: 1,300 so far', bar: null, note: null });
  });

  it.each([null, 0])('names the phase alone when nothing is done and the total is %s', (totalCount) => {
    expect(toProgressView({ phase: 'finishing', doneCount: 0, totalCount }, 0, words)).toEqual({
      label: 'Finishing',
      bar: null,
      note: null,
    });
  });

  it('shows a bar with the share that is done', () => {
    const view = toProgressView({ phase: 'writing', doneCount: 50, totalCount: 200 }, 0, words);

    expect(view).toEqual({
      label: 'Writing to HubSpot',
      bar: { value: 50, maxValue: 200, text: '50 of 200' },
      note: null,
    });
  });

  it('does not draw beyond the end when the list grew meanwhile', () => {
    const view = toProgressView({ phase: 'reading', doneCount: 205, totalCount: 200 }, 0, words);

    expect(view.bar?.value).toBe(200);
  });

  it('says how long it waits, in full seconds', () => {
    const view = toProgressView({ phase: 'waiting', doneCount: 0, totalCount: null }, 1.2, words);

    expect(view.note).toBe('Continues in 2 seconds. Keep this page open.');
  });
});
