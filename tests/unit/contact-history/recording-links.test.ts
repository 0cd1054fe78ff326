import { describe, expect, it } from 'vitest';
import { findRecordingLinks } from '../../../src/app/app.functions/contact-history/recording-links.ts';

const session = (key: string, from: string, to: string, isHeld = true) => ({
  key,
  isHeld,
  startedAt: `2026-11-18T${from}:00.000Z`,
  endedAt: `2026-11-18T${to}:00.000Z`,
});
const recording = (time: string, url: string | null) => ({ startedAt: `2026-11-18T${time}.000Z`, url });
const aReport = (changes: object = {}) => ({
  settings: { recordingExclusions: ['rival.example.com'] },
  sessions: [session('morning', '09:00', '10:00'), session('noon', '12:00', '13:00')],
  recordings: [],
  ...changes,
});
const linksOf = (report: unknown): object =>
  Object.fromEntries(findRecordingLinks(report)?.urlBySession ?? new Map<string, string>());

describe('links of recordings', () => {
  it('belong to the session in which the recording began', () => {
    const recordings = [recording('12:01:00', 'https://zoom.us/b'), recording('09:59:59', 'https://zoom.us/a')];

    expect(linksOf(aReport({ recordings }))).toEqual({ morning: 'https://zoom.us/a', noon: 'https://zoom.us/b' });
  });

  it.each([
    ['a moment before a session', '11:59:58', 'noon'],
    ['a moment after one', '10:00:02', 'morning'],
  ])('belong to the nearest session when the recording began %s', (_, time, key) => {
    expect(linksOf(aReport({ recordings: [recording(time, 'https://zoom.us/a')] }))).toEqual({
      [key]: 'https://zoom.us/a',
    });
  });

  it('never belong to a session that is only planned', () => {
    const sessions = [session('morning', '09:00', '10:00'), session('noon', '12:00', '13:00', false)];

    expect(linksOf(aReport({ sessions, recordings: [recording('12:01:00', 'https://zoom.us/a')] }))).toEqual({
      morning: 'https://zoom.us/a',
    });
  });

  it('of a session with several recordings lead to the first that can be watched', () => {
    const recordings = [
      recording('09:40:00', 'https://zoom.us/third'),
      recording('09:20:00', 'https://zoom.us/second'),
      recording('09:00:00', null),
    ];

    expect(linksOf(aReport({ recordings }))).toEqual({ morning: 'https://zoom.us/second' });
  });

  it('are none where there are no recordings, or no sessions', () => {
    expect(linksOf(aReport())).toEqual({});
    expect(linksOf(aReport({ sessions: [], recordings: [recording('09:00:00', 'https://zoom.us/a')] }))).toEqual({});
  });

  it('come with the domains from which they are kept', () => {
    expect(findRecordingLinks(aReport())?.excludedDomains).toEqual(['rival.example.com']);
  });

  it.each([null, 'text', {}, aReport({ recordings: undefined }), aReport({ sessions: [{}] })])(
    'cannot be read from %j',
    (report) => {
      expect(findRecordingLinks(report)).toBeNull();
    },
  );
});
