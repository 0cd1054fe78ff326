import { describe, expect, it } from 'vitest';
import type { SeenRecording } from '../../../../src/app/app.functions/sync/recordings/recordings-progress.ts';
import { hasLink, readyRecording } from '../../../../src/app/app.functions/sync/recordings/seen-recordings.ts';
import { startsAt } from '../../../support/builders.ts';

const seen: SeenRecording = {
  kind: 'recording',
  startedAt: startsAt,
  lengthSeconds: 3_600,
  url: 'https://zoom.example.com/rec',
  isProcessing: false,
  hasTranscript: true,
};

describe('a recording that was looked for', () => {
  it.each([
    ['is ready when Zoom is done with it', seen, seen, true],
    ['is ready without a link, too', { ...seen, url: null }, { ...seen, url: null }, false],
    ['is not ready while Zoom is at work on it', { ...seen, isProcessing: true }, null, false],
    ['is not ready when there is none', { kind: 'no-recording' }, null, false],
  ] as const)('%s', (_, sighting, ready, isLinked) => {
    const progress = { sightings: { a: sighting } };

    expect(readyRecording(progress, 'a')).toEqual(ready);
    expect(hasLink(progress, 'a')).toBe(isLinked);
  });

  it('is not ready where nobody has looked yet', () => {
    expect(readyRecording({ sightings: {} }, 'a')).toBeNull();
    expect(hasLink({ sightings: {} }, 'a')).toBe(false);
  });
});
