import * as z from 'zod/mini';
import { IntegrationError, isFailureOfKind, toFailure } from '../http/integration-error.ts';
import { parseJsonBody } from '../http/json.ts';
import type { AccountUserGateway } from '../sync/account-ports.ts';
import type { HubSpotApi } from './hubspot-api.ts';
import type { CallFacts } from './hubspot-call.ts';
import { accountUserPageSize } from './hubspot-limits.ts';
import { paging, readNextPage } from './paging.ts';

const facts: CallFacts = { operation: 'list users of the account', isIdempotent: true, rateClass: 'hubspot.general' };

/** HubSpot accepts another one as well; this is the one that the app asks for. */
const scope = 'settings.users.read';

// A user without an address cannot be told apart from a guest: such a list is malformed, not shorter.
const userPage = z.object({ results: z.array(z.object({ email: z.string() })), paging });

/**
 * The users of the HubSpot account. One path does not justify the SDK's builders of that area, which would make every
 * function 27 kB larger.
 *
 * @throws IntegrationError of every kind that a call can have; `missing-scope` always names the scope
 * @see https://developers.hubspot.com/docs/api-reference/settings-user-provisioning-v3/guide (read 2026-11-20)
 */
export function createAccountUserGateway(api: HubSpotApi): AccountUserGateway {
  return {
    async listUserAddresses(after) {
      const query = new URLSearchParams({
        limit: String(accountUserPageSize),
        ...(after === null ? {} : { after }),
      });
      const answer = await api
        .callPath(facts, { method: 'GET', path: `/settings/users/v3?${query.toString()}` })
        .catch((error: unknown) => {
          throw withScope(error);
        });
      const page = parseJsonBody({ system: 'hubspot', ...facts }, answer, userPage);
      const addresses = page.results.map(({ email }) => email.trim().toLowerCase());
      return {
        addresses: [...new Set(addresses.filter((address) => address !== ''))],
        after: readNextPage(facts, answer, page, after),
      };
    },
  };
}

/** No tier lacks users, so a refusal without names means this scope. */
function withScope(error: unknown): unknown {
  if (!isFailureOfKind(error, 'missing-scope') || error.failure.reason.cause === 'scopes-missing') return error;
  const { failure } = error;
  const reason = { cause: 'scopes-missing', scopes: [scope] } as const;
  return new IntegrationError(toFailure(failure, 'missing-scope', reason, failure), { cause: error });
}
