import { describe, expect, it } from 'vitest';
import { createTerminalWords } from '../../../scripts/sync/terminal-words.ts';
import { renderWarnings } from '../../../scripts/sync/warning-list.ts';
import { aReport } from './builders.ts';

const words = createTerminalWords('UTC');
const guests = (topic: string, personCount: number) =>
  aReport({ topic, warnings: [{ cause: 'guests-without-address', personCount }] });

describe('the warnings of many webinars', () => {
  it('S34: are each explained once, with some of the webinars and what can be done', () => {
    const lines = renderWarnings(
      [guests('First', 1), guests('Second', 7), guests('Third', 2), guests('Fourth', 3)],
      words,
    );

    expect(lines).toEqual([
      'Some participants not synced',
      '  A guest without an email address',
      '    First: 1 person joined as a guest. Zoom gives no email address, so this person was not synced.',
      '    Second: 7 people joined as guests. Zoom gives no email address, so they were not synced.',
      '    … and 2 more like this',
      '    → Nothing can be done for this webinar. For the next one, require registration in Zoom: registered people are known',
      '    when they join by their own link.',
      '',
    ]);
  });

  it('S32, S33: are kept apart by what exactly is in the way', () => {
    const sessionStartsAt = '2026-11-14T14:00:00Z';
    const hostName = 'Hanna Host';
    const report = aReport({
      warnings: [
        { cause: 'settings-off', setting: 'webinar', hostName },
        { cause: 'settings-off', setting: 'host', hostName },
        { cause: 'recording-not-synced', sessionStartsAt, problem: { cause: 'processing' } },
        { cause: 'recording-not-synced', sessionStartsAt, problem: { cause: 'no-link' } },
        { cause: 'rows-quarantined', rowCount: 1, source: 'participants' },
        { cause: 'rows-quarantined', rowCount: 1, source: 'registrants' },
      ],
    });

    const titles = renderWarnings([report], words).filter((line) => /^ {2}\S/u.test(line));

    expect(titles).toEqual([
      '  This webinar is switched off',
      '  Webinars of Hanna Host are not synced',
      '  Zoom is still processing the recording',
      '  The recording has no usable link',
      '  Unusable rows in Zoom’s attendance report',
      '  Unusable rows in Zoom’s list of registrants',
    ]);
  });

  it('are nothing where there are none', () => {
    expect(renderWarnings([aReport()], words)).toEqual([]);
  });
});
