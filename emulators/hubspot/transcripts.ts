import * as z from 'zod';
import type { HubSpotWorld, Transcript } from './entities.ts';
import { problems } from './errors.ts';
import { transcriptBytesMax } from './limits.ts';
import { callTypeId } from './object-types.ts';
import { toVendorTime } from './time.ts';

const int32 = z.int().min(0).max(2_147_483_647);

export const transcriptSchema = z.object({
  engagementId: z.union([z.int(), z.string().regex(/^\d+$/, 'is not a number').transform(Number)]),
  transcriptCreateUtterances: z.array(
    z.object({
      speaker: z.object({ id: z.string(), name: z.string(), email: z.string().optional() }),
      text: z.string(),
      startTimeMillis: int32,
      endTimeMillis: int32,
      languageCode: z.string().optional(),
    }),
  ),
});
export type TranscriptCreate = z.infer<typeof transcriptSchema>;

/** @throws Problem 400 or 413 when transcripts, or such long ones, are not taken */
export function refuseTranscript(world: HubSpotWorld, rawBody: string): void {
  const { transcripts } = world.switches;
  if (transcripts === 'refuse') throw problems.validation('Transcripts cannot be created for this call.');
  if (transcripts === 'refuse-over-1mb' && Buffer.byteLength(rawBody) > transcriptBytesMax) {
    throw problems.bodyTooLarge();
  }
}

function makeRoom(world: HubSpotWorld, engagementId: number): void {
  const { secondTranscript } = world.switches;
  if (secondTranscript === 'another') return;
  for (const [id, transcript] of world.transcripts) {
    if (transcript.engagementId !== engagementId) continue;
    if (secondTranscript === 'refused') throw problems.alreadyExists(`The call ${engagementId} has a transcript.`);
    world.transcripts.delete(id);
  }
}

/**
 * Keeps the transcript of a call.
 *
 * @throws Problem 404 without the call, 400 without a sentence or with one that ends before it starts, 409 for a second
 *         one when that is refused
 */
export function createTranscript(world: HubSpotWorld, create: TranscriptCreate): Transcript {
  const { engagementId, transcriptCreateUtterances: utterances } = create;
  if (world.stores.get(callTypeId)?.live.has(String(engagementId)) !== true) {
    throw problems.notFound(`No call with the id ${engagementId}.`);
  }
  if (utterances.length === 0) throw problems.validation('A transcript needs an utterance.');
  if (utterances.some(({ startTimeMillis, endTimeMillis }) => endTimeMillis < startTimeMillis)) {
    throw problems.validation('An utterance ends before it starts.');
  }
  makeRoom(world, engagementId);
  const transcript: Transcript = {
    id: world.random.uuid(),
    engagementId,
    utterances: utterances.map((utterance) => ({ id: world.random.uuid(), ...utterance })),
    createdAt: world.clock.now(),
  };
  world.transcripts.set(transcript.id, transcript);
  return transcript;
}

export const presentTranscript = (transcript: Transcript): object => ({
  id: transcript.id,
  engagementId: transcript.engagementId,
  transcriptSource: 'INTEGRATOR_GENERATED',
  transcriptUtterances: transcript.utterances,
  createdAt: toVendorTime(transcript.createdAt),
  updatedAt: toVendorTime(transcript.createdAt),
});
