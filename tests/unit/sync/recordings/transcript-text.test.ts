import { describe, expect, it } from 'vitest';
import { formatTranscript } from '../../../../src/app/app.functions/sync/recordings/transcript-text.ts';

const hourMs = 3_600_000;
const said = (text: string, startMs = 0, speaker = 'Hanna') => ({ speaker, text, startMs, endMs: startMs + 1 });
const note = 'The transcript goes on, but no more of it fits in here.';

describe('the text of a transcript', () => {
  it('has a line for each utterance: when, who and what', () => {
    expect(formatTranscript([said('Hello', 999), said('Bye', 11 * hourMs + 9 * 60_000 + 5_000, '')], 1_000)).toBe(
      '[0:00:00] Hanna: Hello<br>[11:09:05] Bye',
    );
  });

  it('is no HTML but for its line breaks', () => {
    expect(formatTranscript([said('<b> & "x"', 0, '<i>')], 1_000)).toBe(
      '[0:00:00] &lt;i&gt;: &lt;b&gt; &amp; &quot;x&quot;',
    );
  });

  it('begins at nought, whatever the file says', () => {
    expect(formatTranscript([said('Hello', -5_000)], 1_000)).toBe('[0:00:00] Hanna: Hello');
  });

  it('of nothing is nothing', () => {
    expect(formatTranscript([], 0)).toBe('');
  });

  it('is whole where it just fits, and else ends with whole lines and a note', () => {
    const utterances = Array.from({ length: 10 }, () => said('x'.repeat(20)));
    const line = `[0:00:00] Hanna: ${'x'.repeat(20)}`;
    const whole = Array.from({ length: 10 }, () => line).join('<br>');

    expect(formatTranscript(utterances, whole.length)).toBe(whole);
    const cut = formatTranscript(utterances, whole.length - 1);
    expect(cut).toBe(`${`${line}<br>`.repeat(8)}${note}`);
    // There is just room for two lines and the note, and then not.
    const roomForTwo = 2 * (line.length + '<br>'.length) + note.length;
    expect(formatTranscript(utterances, roomForTwo)).toBe(`${`${line}<br>`.repeat(2)}${note}`);
    expect(formatTranscript(utterances, roomForTwo - 1)).toBe(`${line}<br>${note}`);
  });
});
