import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { isFailureOfKind, type IntegrationError } from '../http/integration-error.ts';
import { parseJsonBody } from '../http/json.ts';
import type { CreatedTranscript, Utterance } from '../sync/recording-ports.ts';
import type { HubSpotApi } from './hubspot-api.ts';
import { bug, type CallFacts } from './hubspot-call.ts';
import { describeCode } from './hubspot-problem.ts';

// The SDK has no builder for transcripts.
const path = '/crm/v3/extensions/calling/transcripts';

const general = { rateClass: 'hubspot.general' } as const;
const createFacts: CallFacts = { operation: 'create transcript of call', isIdempotent: false, ...general };
const deleteFacts: CallFacts = { operation: 'delete transcript of call', isIdempotent: true, ...general };

const createdTranscript = z.object({ id: z.string() });

/** HubSpot demands a name for everybody who speaks. */
const nameOfNobody = '–';

/**
 * Posts what was said in a call. HubSpot's words of a refusal may quote the transcript, so only its codes come back. A
 * speaker has one id in all transcripts, made of the name.
 *
 * @throws IntegrationError of every kind that a call can have but `rejected`, `conflict` and `not-found`, which are answers;
 *         after `answer-lost` and `timeout` there may be a transcript whose id nobody knows
 * @see https://developers.hubspot.com/docs/api-reference/crm-transcriptions-v3/guide (read 2026-11-20)
 */
export async function createTranscript(
  api: HubSpotApi,
  callId: string,
  utterances: readonly Utterance[],
): Promise<CreatedTranscript> {
  const engagementId = Number(callId);
  if (!Number.isSafeInteger(engagementId) || engagementId <= 0) {
    throw bug(createFacts.operation, 'a call id that is no number');
  }
  const spoken = utterances.filter(({ text }) => text.trim() !== '').map(toTranscriptUtterance);
  if (spoken.length === 0) return { kind: 'refused', problem: 'nothing was said' };
  try {
    const answer = await api.callPath(createFacts, {
      method: 'POST',
      path,
      body: { engagementId, transcriptCreateUtterances: spoken },
    });
    const { id } = parseJsonBody({ system: 'hubspot', ...createFacts }, answer, createdTranscript);
    return { kind: 'created', transcriptId: id };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { kind: 'refused', problem: describeCode(error.failure) };
  }
}

/** What is too large may be refused by the edge in front of HubSpot, in a form of its own. */
function isRefusal(error: unknown): error is IntegrationError {
  if (isFailureOfKind(error, 'rejected', 'conflict', 'not-found')) return true;
  return isFailureOfKind(error, 'unexpected-shape') && Math.floor((error.failure.httpStatus ?? 0) / 100) === 4;
}

function toTranscriptUtterance({ speaker, text, startMs, endMs }: Utterance) {
  const name = speaker.trim() === '' ? nameOfNobody : speaker.trim();
  const startTimeMillis = Math.max(0, Math.round(startMs));
  return {
    speaker: { id: toSpeakerId(name), name },
    text,
    startTimeMillis,
    endTimeMillis: Math.max(startTimeMillis, Math.round(endMs)),
  };
}

const toSpeakerId = (name: string): string =>
  createHash('sha256').update(name.toLowerCase()).digest('hex').slice(0, 16);

/** Removes a transcript; one that is gone already is fine. */
export async function deleteTranscript(api: HubSpotApi, transcriptId: string): Promise<void> {
  await api
    .callPath(deleteFacts, { method: 'DELETE', path: `${path}/${encodeURIComponent(transcriptId)}` })
    .catch((error: unknown) => {
      if (!isFailureOfKind(error, 'not-found')) throw error;
    });
}
