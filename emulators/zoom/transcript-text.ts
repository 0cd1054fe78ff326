import type { Cue } from './recording.ts';
import { minuteMs, secondMs } from './zoom-time.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function toCueTime(ms: number): string {
  const minutes = Math.floor(ms / minuteMs);
  const seconds = Math.floor((ms % minuteMs) / secondMs);
  const thousandths = String(ms % secondMs).padStart(3, '0');
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(seconds)}.${thousandths}`;
}

/** WebVTT as Zoom writes it: numbered cues, the speaker in front of the text, lines ended as on Windows. */
export function toWebVtt(cues: readonly Cue[], { withSpeakers }: { readonly withSpeakers: boolean }): string {
  const blocks = cues.map(({ speaker, text, startMs, endMs }, index) =>
    [
      String(index + 1),
      `${toCueTime(startMs)} --> ${toCueTime(endMs)}`,
      withSpeakers && speaker !== '' ? `${speaker}: ${text}` : text,
    ].join('\r\n'),
  );
  return `${['WEBVTT', ...blocks].join('\r\n\r\n')}\r\n`;
}

/** What is said when the seed does not tell. */
export const madeUpCues = (hostName: string): Cue[] => [
  { speaker: hostName, text: 'Good morning, and welcome.', startMs: 2_110, endMs: 5_830 },
  { speaker: hostName, text: 'Let us begin.', startMs: 6_400, endMs: 8_000 },
];
