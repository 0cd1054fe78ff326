import { toIso } from '../domain/instant.ts';
import { isFailureOfKind } from '../http/integration-error.ts';
import { parseJsonBody } from '../http/json.ts';
import type { CallGateway, RecordingCall } from '../sync/recording-ports.ts';
import { batchAnswer, settleBatch, type HubSpotObject } from './batch-answer.ts';
import { associateContacts, dissociateContacts } from './call-associations.ts';
import { createTranscript, deleteTranscript } from './call-transcripts.ts';
import { callKeyProperty } from './definitions.ts';
import type { HubSpotApi } from './hubspot-api.ts';
import type { CallFacts } from './hubspot-call.ts';
import { isConflict } from './hubspot-errors.ts';
import { describeWithoutValues, describeCode } from './hubspot-problem.ts';

const facts: CallFacts = {
  operation: 'create or update call record',
  isIdempotent: true,
  rateClass: 'hubspot.general',
};

/**
 * Recordings as call records. They are recognised by a unique property of the app's own, since calls have none by nature;
 * set-up makes it. What HubSpot refuses is said without the values, which may quote what people said.
 *
 * @throws IntegrationError of every kind that a call can have but `rejected` and `conflict`, which are answers
 * @see https://developers.hubspot.com/docs/api-reference/crm-calls-v3/guide (read 2026-11-20)
 */
export function createCallGateway(api: HubSpotApi): CallGateway {
  return {
    async upsert(call) {
      const first = await upsertOnce(api, call);
      // Of two that create one key at the same moment one is refused; the next time it updates.
      const last = first.kind === 'refused' && first.isConflict ? await upsertOnce(api, call) : first;
      return last.kind === 'written' ? last : { kind: 'refused', problem: last.problem };
    },
    associate: (callId, contactIds) => associateContacts(api, callId, contactIds),
    dissociate: (callId, contactIds) => dissociateContacts(api, callId, contactIds),
    createTranscript: (callId, utterances) => createTranscript(api, callId, utterances),
    deleteTranscript: (transcriptId) => deleteTranscript(api, transcriptId),
  };
}

type Upserted =
  | { readonly kind: 'written'; readonly callId: string }
  | { readonly kind: 'refused'; readonly problem: string; readonly isConflict: boolean };

async function upsertOnce(api: HubSpotApi, call: RecordingCall): Promise<Upserted> {
  const row = { traceId: 'call', identity: call.key };
  try {
    const answer = await api.call(
      facts,
      api.objectBatches.upsert('calls', {
        inputs: [
          {
            id: call.key,
            idProperty: callKeyProperty.name,
            objectWriteTraceId: row.traceId,
            properties: toCallProperties(call),
          },
        ],
      }),
    );
    const batch = parseJsonBody({ system: 'hubspot', ...facts }, answer, batchAnswer);
    const { written, rejected, unattributed } = settleBatch([row], batch, readCallKeys);
    const record = written.get(row);
    if (record !== undefined) return { kind: 'written', callId: record.id };
    const source = rejected.get(row)?.source ?? unattributed[0];
    return source === undefined
      ? { kind: 'refused', problem: 'neither confirmed nor refused', isConflict: false }
      : { kind: 'refused', problem: describeWithoutValues(source), isConflict: isConflict(source) };
  } catch (error) {
    if (!isFailureOfKind(error, 'rejected', 'conflict')) throw error;
    return { kind: 'refused', problem: describeCode(error.failure), isConflict: error.failure.kind === 'conflict' };
  }
}

const readCallKeys = ({ properties }: HubSpotObject): readonly string[] => {
  const key = properties[callKeyProperty.name];
  return typeof key === 'string' ? [key] : [];
};

function toCallProperties({ title, startedAt, lengthMs, url, body }: RecordingCall): Record<string, string> {
  return {
    hs_timestamp: toIso(startedAt),
    hs_call_title: title,
    hs_call_body: body,
    // The account's own people spoke to the contacts. As INBOUND it would count among the calls that contacts made.
    hs_call_direction: 'OUTBOUND',
    hs_call_status: 'COMPLETED',
    hs_call_duration: String(Math.max(0, Math.round(lengthMs))),
    // HubSpot attaches recordings and transcripts to calls of this source only.
    hs_call_source: 'INTEGRATIONS_PLATFORM',
    hs_call_recording_url: url ?? '',
  };
}
