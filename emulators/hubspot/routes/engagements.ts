import * as z from 'zod';
import { json, noContent } from '../../core/operation.ts';
import { problems } from '../errors.ts';
import { defineOperation, isDatedPath, pathParameter, readBody, type HubSpotOperation } from '../operations.ts';
import { completeExecution } from '../workflows/run.ts';
import { createTranscript, presentTranscript, refuseTranscript, transcriptSchema } from '../transcripts.ts';

const transcriptPaths = (suffix: string): readonly string[] => [
  `/crm/v3/extensions/calling/transcripts${suffix}`,
  `/crm/extensions/calling/2026-09/transcripts${suffix}`,
];

const outputs = z.record(z.string(), z.unknown());
const completionSchema = z.object({ outputFields: outputs });
/** The schema of 2026-09 demands the typed outputs too. */
const datedCompletionSchema = completionSchema.extend({ typedOutputs: outputs });

/** Transcripts of calls, and the answers that finish a blocked workflow action. */
export const engagementOperations: readonly HubSpotOperation[] = [
  defineOperation({
    id: 'transcripts.create',
    method: 'POST',
    paths: transcriptPaths(''),
    scopes: ['crm.extensions_calling_transcripts.write'],
    handle(world, call) {
      refuseTranscript(world, call.rawBody);
      const transcript = createTranscript(world, readBody(call, transcriptSchema));
      return json(200, { id: transcript.id });
    },
  }),
  defineOperation({
    id: 'transcripts.get',
    method: 'GET',
    paths: transcriptPaths('/:transcriptId'),
    scopes: ['crm.extensions_calling_transcripts.read'],
    handle(world, call) {
      const transcript = world.transcripts.get(pathParameter(call, 'transcriptId'));
      if (transcript === undefined) throw problems.notFound('The transcript does not exist.');
      return json(200, presentTranscript(transcript));
    },
  }),
  defineOperation({
    id: 'transcripts.delete',
    method: 'DELETE',
    paths: transcriptPaths('/:transcriptId'),
    scopes: ['crm.extensions_calling_transcripts.write'],
    handle(world, call) {
      if (!world.transcripts.delete(pathParameter(call, 'transcriptId'))) {
        throw problems.notFound('The transcript does not exist.');
      }
      return noContent;
    },
  }),
  defineOperation({
    id: 'callbacks.complete-batch',
    method: 'POST',
    paths: ['/automation/v4/actions/callbacks/complete', '/automation/actions/callbacks/2026-09/complete'],
    scopes: ['automation'],
    handle(world, call) {
      const row = isDatedPath(call) ? datedCompletionSchema : completionSchema;
      const schema = z.object({ inputs: z.array(row.extend({ callbackId: z.string() })) });
      const at = world.clock.now();
      for (const { callbackId, outputFields } of readBody(call, schema).inputs) {
        world.callbackCompletions.push({ callbackId, outputFields, at });
        completeExecution(world, callbackId, outputFields);
      }
      return noContent;
    },
  }),
  defineOperation({
    id: 'callbacks.complete',
    method: 'POST',
    paths: [
      '/automation/v4/actions/callbacks/:callbackId/complete',
      '/automation/actions/callbacks/2026-09/:callbackId/complete',
    ],
    scopes: ['automation'],
    handle(world, call) {
      const callbackId = pathParameter(call, 'callbackId');
      const { outputFields } = readBody(call, isDatedPath(call) ? datedCompletionSchema : completionSchema);
      world.callbackCompletions.push({ callbackId, outputFields, at: world.clock.now() });
      completeExecution(world, callbackId, outputFields);
      return noContent;
    },
  }),
];
