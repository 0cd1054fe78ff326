import { parseTextStream, tokenizeVTTCue, type VTTNode } from 'media-captions';
import type { DownloadedTranscript, Utterance } from '../sync/recording-ports.ts';

/** Without `WEBVTT` first, the format says, a file is no transcript, whatever its type is called. */
const signature = /^\uFEFF?WEBVTT(?=[ \t\r\n]|$)/;

/**
 * Reads a transcript in WebVTT. Zoom answers a refused download with a page and status 200, so a file that is something
 * else is told apart rather than read as empty.
 *
 * @param file.contentType - only to say what came; '' if it was not said
 * @returns utterances in the file's order, also where they overlap; those without words are left out
 * @see https://www.w3.org/TR/webvtt1/ (read 2026-11-20)
 */
export async function parseTranscript(file: {
  readonly contentType: string;
  readonly text: string;
}): Promise<DownloadedTranscript> {
  if (!signature.test(file.text)) return { kind: 'unreadable', problem: `${nameOf(file)} instead of a transcript` };
  // The library's own function for texts fills a queue with all lines first, and takes seconds for what this does in no time.
  const lines = ReadableStream.from(file.text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/));
  const { cues } = await parseTextStream(lines, { type: 'vtt' });
  const utterances = cues.flatMap((cue) => {
    const times = { startMs: toMs(cue.startTime), endMs: toMs(cue.endTime) };
    // A sign of "less than" or a heart begins no tag, but would be taken for one, and swallow what follows.
    cue.text = cue.text.replace(/<(?![a-z/]|\d{2}:)/gi, '&lt;');
    return toSpeeches(tokenizeVTTCue(cue)).map((speech) => ({ ...speech, ...times }));
  });
  return { kind: 'transcript', utterances };
}

const toMs = (seconds: number): number => Math.round(seconds * 1_000);

function nameOf({ contentType, text }: { readonly contentType: string; readonly text: string }): string {
  if (text.trim() === '') return 'an empty file';
  if (/html/i.test(contentType) || /^\s*</.test(text)) return 'a page';
  if (/json/i.test(contentType) || /^\s*[{[]/.test(text)) return 'JSON';
  return 'another file';
}

type Speech = Pick<Utterance, 'speaker' | 'text'>;

/** A cue is what one person says, unless it has voices: then it is what each of them says. */
function toSpeeches(nodes: readonly VTTNode[]): readonly Speech[] {
  return joinPieces(toPieces(nodes)).flatMap(({ voice, text }) => {
    const { speaker, text: said } = voice === null ? splitName(text) : { speaker: toLine(voice), text: toLine(text) };
    return said === '' ? [] : [{ speaker, text: said }];
  });
}

interface Piece {
  readonly voice: string | null;
  readonly text: string;
}

/** The text without its tags, and by which voice it is. Tags may be nested deeper than functions can be called. */
function toPieces(nodes: readonly VTTNode[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const open = nodes.map((node) => ({ node, voice: null as string | null })).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, voice } = next;
    if (node.type === 'text') pieces.push({ voice, text: node.data });
    else {
      const inside = node.type === 'v' ? node.voice : voice;
      open.push(...node.children.map((child) => ({ node: child, voice: inside })).reverse());
    }
  }
  return pieces;
}

function joinPieces(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.voice === piece.voice) joined.splice(-1, 1, { voice: piece.voice, text: last.text + piece.text });
    else joined.push(piece);
  }
  return joined;
}

/** What is before the first colon, if it can be a name: short, on the first line, and no end of a sentence in it. */
const namePrefix = /^\s*([^:\n!?;]{1,64}?)[ \t]*:(?:\s+|$)/;

function splitName(text: string): Speech {
  const [prefix = '', speaker = ''] = namePrefix.exec(text) ?? [];
  return { speaker: toLine(speaker), text: toLine(text.slice(prefix.length)) };
}

const toLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
