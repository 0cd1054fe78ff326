import { toIso, type Instant } from '../../domain/instant.ts';
import { deriveUuid, hashJson } from '../hashes.ts';
import type { RecordingCall, Utterance } from '../recording-ports.ts';
import { escapeHtml } from './escape-html.ts';
import { formatTranscript, lineBreak } from './transcript-text.ts';

/** What a call is made of. */
export interface CallFacts {
  readonly accountId: string;
  readonly instanceUuid: string;
  readonly topic: string;
  /** Counted from 1 within the session. */
  readonly partNumber: number;
  readonly startedAt: Instant;
  readonly lengthSeconds: number;
  /** https; null when there is no link (any more). */
  readonly url: string | null;
  readonly isDeleted: boolean;
}

const bodyCharactersMax = 65_000;

/** @param transcript - to be kept in the text; null when it is elsewhere, or there is none */
export function toCall(facts: CallFacts, transcript: readonly Utterance[] | null): RecordingCall {
  const { accountId, instanceUuid, topic, partNumber, startedAt, lengthSeconds, url } = facts;
  const head = toBody(facts);
  const room = bodyCharactersMax - head.length - 2 * lineBreak.length;
  return {
    key: deriveUuid(accountId, instanceUuid),
    title: partNumber === 1 ? topic : `${topic} (part ${partNumber})`,
    startedAt,
    lengthMs: lengthSeconds * 1000,
    url,
    body: transcript === null ? head : `${head}${lineBreak}${lineBreak}${formatTranscript(transcript, room)}`,
  };
}

/** @param transcriptHash - of the transcript in the call's text; null without one */
export const hashCall = (facts: CallFacts, transcriptHash: string | null): string =>
  hashJson([toCall(facts, null), transcriptHash]);

function toBody({ topic, startedAt, lengthSeconds, url, isDeleted }: CallFacts): string {
  const minutes = Math.max(1, Math.round(lengthSeconds / 60));
  const lines = [
    `Recording of the Zoom webinar “${escapeHtml(topic)}”`,
    `${toIso(startedAt).slice(0, 16).replace('T', ' ')} UTC, ${minutes} min`,
  ];
  if (url !== null) lines.push(`<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`);
  else if (isDeleted) lines.push('The recording was deleted in Zoom.');
  else lines.push('Zoom names no link to the recording.');
  return lines.join(lineBreak);
}
