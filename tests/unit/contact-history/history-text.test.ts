import { describe, expect, it } from 'vitest';
import type { HistoryWebinar } from '../../../src/app/app.functions/contact-history/contact-history.ts';
import {
  formatHistory,
  historyCharactersMax,
  parseHistory,
} from '../../../src/app/app.functions/contact-history/history-text.ts';
import { aHistory, aHistorySession, aHistoryWebinar, anAttendance, dayMs, startsAt } from '../../support/builders.ts';

const manyWebinars = (count: number, changes: Partial<HistoryWebinar> = {}): readonly HistoryWebinar[] =>
  Array.from({ length: count }, (_, index) =>
    aHistoryWebinar({
      webinarId: String(900_000_000 - index),
      sessions: [aHistorySession({ startedAt: startsAt - index * dayMs, attendance: anAttendance() })],
      ...changes,
    }),
  );

describe('a history as text', () => {
  it('can be read again', () => {
    const history = aHistory({
      writtenNames: { firstName: 'Jill', lastName: 'Chill', registeredAt: startsAt },
      webinars: [
        aHistoryWebinar({
          sessions: [
            aHistorySession({ attendance: anAttendance({ percentage: 99.9 }), changeCount: 3 }),
            aHistorySession({ key: 'corrected', attendance: anAttendance(), attendanceKnownAt: startsAt + dayMs }),
            aHistorySession({ key: 'b', registration: 'cancelled', isOver: false }),
            aHistorySession({ key: 'c', attendance: anAttendance(), attendanceKnownAt: startsAt + 5_000 }),
          ],
        }),
        aHistoryWebinar({ webinarId: '1', registration: 'cancelled' }),
        aHistoryWebinar({
          webinarId: '2',
          registration: null,
          registeredAt: null,
          sessions: [aHistorySession({ registration: null, registeredAt: null, attendance: anAttendance() })],
        }),
      ],
    });

    expect(parseHistory(formatHistory(history))).toEqual(history);
  });

  it('B15: has the personal link where there is one', () => {
    const joinUrl = 'https://zoom.example.com/w/900100200?tk=personal';
    const history = aHistory({
      webinars: [aHistoryWebinar({ joinUrl }), aHistoryWebinar({ webinarId: '1', joinUrl: null })],
    });

    expect(parseHistory(formatHistory(history))).toEqual(history);
    expect(formatHistory(history).split(joinUrl)).toHaveLength(2);
  });

  it('has the contacts that were merged into this one', () => {
    const history = aHistory({ mergedContactIds: ['303', '404'] });

    expect(parseHistory(formatHistory(history))).toEqual(history);
  });

  it('of the first version can be read, and is written the same where nothing is new', () => {
    const text =
      '{"v":1,"n":["Jill","Chill",1794996000],"w":[["acc-1","900100200","Growing tomatoes","https://register","r",1794996000,' +
      '[["main",1795168800,3600,"r",1794996000,0,[1800,50,1795168800,1795170600],true]]]]}';

    const history = parseHistory(text);

    expect(history).toMatchObject({ mergedContactIds: [], webinars: [{ joinUrl: null, sessions: [{ key: 'main' }] }] });
    expect(history === null ? null : formatHistory(history)).toBe(text);
  });

  it('keeps whole seconds', () => {
    const inBetween = aHistory({ webinars: [aHistoryWebinar({ registeredAt: startsAt + 999 })] });

    expect(parseHistory(formatHistory(inBetween))?.webinars).toMatchObject([{ registeredAt: startsAt }]);
  });

  it('of an empty property is an empty history', () => {
    const empty = { writtenNames: null, mergedContactIds: [], webinars: [] };

    expect(parseHistory('')).toEqual(empty);
    expect(parseHistory(null)).toEqual(empty);
    expect(parseHistory(undefined)).toEqual(empty);
  });

  it.each([
    ['words', 'Jill attended'],
    ['half a text', formatHistory(aHistory()).slice(0, -5)],
    ['a newer version', '{"v":2,"n":null,"w":[]}'],
    ['another shape', '{"v":1,"n":null,"w":[["acc-1"]]}'],
    [
      'a time that no date can be made of',
      formatHistory(aHistory({ webinars: [aHistoryWebinar({ registeredAt: 1e30 })] })),
    ],
    [
      'a session without an end',
      formatHistory(
        aHistory({ webinars: [aHistoryWebinar({ sessions: [aHistorySession({ lengthSeconds: 1e300 })] })] }),
      ),
    ],
    [
      'a time before there were any',
      formatHistory(aHistory({ webinars: [aHistoryWebinar({ sessions: [aHistorySession({ startedAt: -1_000 })] })] })),
    ],
    ['a list', '[]'],
    ['null', 'null'],
  ])('cannot be read from %s', (_, text) => {
    expect(parseHistory(text)).toBeNull();
  });
});

describe('a history that is too long', () => {
  it('gives up topics and links of the oldest webinars first', () => {
    const history = aHistory({ webinars: manyWebinars(350) });
    const text = formatHistory(history);
    const webinars = parseHistory(text)?.webinars ?? [];

    expect(text.length).toBeLessThanOrEqual(historyCharactersMax);
    expect(webinars).toHaveLength(350);
    expect(webinars.at(0)).toEqual(history.webinars.at(0));
    expect(webinars.at(-1)).toEqual({ ...history.webinars.at(-1), topic: '', url: '' });
  });

  it('gives up no more words than it must', () => {
    const webinars = parseHistory(formatHistory(aHistory({ webinars: manyWebinars(350) })))?.webinars ?? [];
    const isWordless = webinars.map(({ topic }) => topic === '');
    const firstWordless = isWordless.indexOf(true);
    const withOneMore = webinars.map((webinar, index) => (index === firstWordless ? aHistoryWebinar() : webinar));

    expect(isWordless.slice(firstWordless)).not.toContain(false);
    expect(JSON.stringify(withOneMore).length).toBeGreaterThan(historyCharactersMax);
  });

  it('gives up the oldest webinars when that is not enough', () => {
    const history = aHistory({ webinars: manyWebinars(900) });
    const text = formatHistory(history);
    const webinars = parseHistory(text)?.webinars ?? [];

    expect(text.length).toBeLessThanOrEqual(historyCharactersMax);
    expect(webinars.length).toBeGreaterThan(400);
    expect(webinars.map(({ webinarId }) => webinarId)).toEqual(
      history.webinars.slice(0, webinars.length).map(({ webinarId }) => webinarId),
    );
  });

  it('gives up the oldest sessions of a single webinar at last', () => {
    const sessions = Array.from({ length: 1_000 }, (_, index) =>
      aHistorySession({ key: String(startsAt + index * dayMs), startedAt: startsAt + index * dayMs }),
    );
    const text = formatHistory(aHistory({ webinars: [aHistoryWebinar({ sessions })] }));
    const kept = parseHistory(text)?.webinars[0]?.sessions ?? [];

    expect(text.length).toBeLessThanOrEqual(historyCharactersMax);
    expect(kept.length).toBeGreaterThan(500);
    expect(kept).toEqual(sessions.slice(-kept.length));
  });

  it('gives up personal links with the words, and keeps the merged contacts', () => {
    const joinUrl = `https://zoom.example.com/w/900100200?tk=${'x'.repeat(400)}`;
    const history = aHistory({ mergedContactIds: ['303'], webinars: manyWebinars(200, { joinUrl }) });
    const text = formatHistory(history);
    const kept = parseHistory(text);

    expect(text.length).toBeLessThanOrEqual(historyCharactersMax);
    expect(kept?.mergedContactIds).toEqual(['303']);
    expect(kept?.webinars).toHaveLength(200);
    expect(kept?.webinars.at(0)).toMatchObject({ joinUrl });
    expect(kept?.webinars.at(-1)).toMatchObject({ topic: '', joinUrl: null });
  });

  it('keeps the names', () => {
    const writtenNames = { firstName: 'Jill', lastName: 'Chill', registeredAt: startsAt };

    expect(parseHistory(formatHistory(aHistory({ writtenNames, webinars: manyWebinars(900) })))?.writtenNames).toEqual(
      writtenNames,
    );
  });
});
