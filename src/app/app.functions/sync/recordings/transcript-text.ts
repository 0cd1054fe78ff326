import type { Utterance } from '../recording-ports.ts';
import { escapeHtml } from './escape-html.ts';

const cutNote = 'The transcript goes on, but no more of it fits in here.';

/**
 * A transcript as HTML, one line per utterance.
 *
 * @param charactersMax - of the result; what does not fit is left out, and a last line says so
 */
export function formatTranscript(utterances: readonly Utterance[], charactersMax: number): string {
  const lines = utterances.map(formatUtterance);
  const whole = lines.join(lineBreak);
  if (whole.length <= charactersMax) return whole;
  let text = '';
  for (const line of lines) {
    const room = charactersMax - text.length - cutNote.length;
    if (line.length + lineBreak.length > room) break;
    text = `${text}${line}${lineBreak}`;
  }
  return `${text}${cutNote}`;
}

export const lineBreak = '<br>';

const formatUtterance = ({ startMs, speaker, text }: Utterance): string =>
  escapeHtml(`[${formatOffset(startMs)}] ${speaker === '' ? '' : `${speaker}: `}${text}`);

function formatOffset(offsetMs: number): string {
  const seconds = Math.max(0, Math.floor(offsetMs / 1000));
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}
