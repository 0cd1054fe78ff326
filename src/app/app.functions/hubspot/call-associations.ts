import * as z from 'zod/mini';
import { IntegrationError, isFailureOfKind, toFailure } from '../http/integration-error.ts';
import { parseJsonBody } from '../http/json.ts';
import { chunk } from './chunk.ts';
import type { HubSpotApi } from './hubspot-api.ts';
import { refusal, type CallFacts } from './hubspot-call.ts';
import { associationArchivePairsMax, associationCreatePairsMax } from './hubspot-limits.ts';
import { describeProblem, hubSpotProblem, readProblemCode, type HubSpotProblem } from './hubspot-problem.ts';
import { isolateRefused } from './isolate-refused.ts';

/*
 * The SDK's builders for associations would make every function 44 kB larger for two paths.
 * https://developers.hubspot.com/docs/api-reference/crm-associations-v4/guide (read 2026-11-20)
 */
const path = '/crm/v4/associations/calls/contacts/batch';

const general = { isIdempotent: true, rateClass: 'hubspot.associations' } as const;
const associateFacts: CallFacts = { operation: 'associate call with contacts', ...general };
const dissociateFacts: CallFacts = { operation: 'dissociate call from contacts', ...general };

const associationAnswer = z.object({
  results: z.array(z.unknown()),
  errors: z.optional(z.nullable(z.array(hubSpotProblem))),
});

/**
 * Associates contacts with a call; two thousand of them a call of HubSpot's API. Contacts that do not exist any more are left
 * out, whether HubSpot says so per row or refuses the request for their sake.
 *
 * @throws IntegrationError kind `rejected` when HubSpot refuses for another reason, or refuses everybody
 */
export async function associateContacts(api: HubSpotApi, callId: string, contactIds: readonly string[]): Promise<void> {
  for (const part of chunk([...new Set(contactIds)], associationCreatePairsMax)) {
    const others: HubSpotProblem[] = [];
    const { refused, untried } = await isolateRefused(part, async (group) => {
      const problems = await associateTogether(api, callId, group);
      others.push(...problems.filter((problem) => !isOfUnknownRecord(problem)));
      return { open: [], problem: '' };
    });
    const [other] = others;
    if (other !== undefined) throw refusal(associateFacts, describeProblem(other), readProblemCode(other));
    const [problem] = refused.values();
    if (problem !== undefined && refused.size === part.length) throw refusal(associateFacts, problem, null);
    if (untried.length > 0) throw outOfTime();
  }
}

/** @returns what HubSpot says of pairs that it did not associate */
async function associateTogether(
  api: HubSpotApi,
  callId: string,
  contactIds: readonly string[],
): Promise<readonly HubSpotProblem[]> {
  const answer = await api.callPath(associateFacts, {
    method: 'POST',
    path: `${path}/associate/default`,
    body: { inputs: contactIds.map((contactId) => ({ from: { id: callId }, to: { id: contactId } })) },
  });
  return parseJsonBody({ system: 'hubspot', ...associateFacts }, answer, associationAnswer).errors ?? [];
}

const isOfUnknownRecord = ({ category, subCategory }: HubSpotProblem): boolean =>
  category === 'OBJECT_NOT_FOUND' || subCategory === 'crm.associations.INVALID_IDENTIFIER';

/** Takes contacts away from a call, a hundred a call of HubSpot's API. A call that is gone has no contacts any more. */
export async function dissociateContacts(
  api: HubSpotApi,
  callId: string,
  contactIds: readonly string[],
): Promise<void> {
  for (const part of chunk([...new Set(contactIds)], associationArchivePairsMax)) {
    await api
      .callPath(dissociateFacts, {
        method: 'POST',
        path: `${path}/archive`,
        body: { inputs: [{ from: { id: callId }, to: part.map((id) => ({ id })) }] },
      })
      .catch((error: unknown) => {
        if (!isFailureOfKind(error, 'not-found')) throw error;
      });
  }
}

const outOfTime = (): IntegrationError =>
  new IntegrationError(toFailure({ system: 'app', ...associateFacts }, 'deadline', { cause: 'out-of-time' }));
