import type { Instance } from './entities.ts';
import type { RecordingFile } from './recording.ts';
import { toWebVtt } from './transcript-text.ts';

export const htmlPage = '<!DOCTYPE html><html><head><title>Zoom</title></head><body><h1>Sign in</h1></body></html>';

/** What a download of the file gives. Downloads do not say more of themselves than that they are bytes. */
export function fileContent({ transcript }: Instance, file: RecordingFile): string {
  if (file.content !== null || transcript === null) return file.content ?? '';
  switch (transcript.damage) {
    case 'none':
      return toWebVtt(transcript.cues, { withSpeakers: true });
    case 'html':
      return htmlPage;
    case 'empty':
      return '';
    case 'garbage':
      return '\u0000\u0001{"this is": "no transcript"';
  }
}
