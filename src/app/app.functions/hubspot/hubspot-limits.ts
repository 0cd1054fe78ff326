import type { HttpAnswer } from '../http/http.ts';
import type { RateHint, RateLimits } from '../http/rate-limit.ts';

/**
 * What HubSpot allows a privately distributed app, by rate class. `general` starts with the number of Professional and
 * Enterprise accounts; the answers' headers bring it to 100 (Free, Starter) or 250 (limit increase) and show what
 * other apps use. Search has its own allowance for the whole account and answers without these headers; associations
 * have their own, too; sending custom events is exempt from both and bounded only by the second.
 *
 * @see https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines (read 2026-11-20)
 * @see https://developers.hubspot.com/docs/api-reference/2026-03/crm/search-the-crm (search, read 2026-11-20)
 * @see https://developers.hubspot.com/docs/api-reference/events-send-event-completions-v3/guide (event sends, read 2026-11-20)
 */
export const hubspotRateLimits = {
  'hubspot.general': { maxCalls: 190, windowMs: 10_000, readHint: readRateHint },
  'hubspot.search': { maxCalls: 5, windowMs: 1_000 },
  'hubspot.associations': { maxCalls: 100, windowMs: 10_000 },
  'hubspot.event-send': { maxCalls: 1_250, windowMs: 1_000 },
} as const satisfies RateLimits;

export type HubSpotRateClass = keyof typeof hubspotRateLimits;

/** Inputs per batch call of contacts and custom objects; one more and HubSpot refuses the call. */
export const objectBatchSizeMax = 100;

/** Pairs per call that associates; see the associations guide, as for the next one. */
export const associationCreatePairsMax = 2_000;

/** Pairs per call that takes associations away. */
export const associationArchivePairsMax = 100;

/** Records per page of a list of objects. */
export const objectPageSize = 100;

/** Users of the account per page: HubSpot documents no maximum, this is what its lists commonly take. */
export const accountUserPageSize = 100;

/** Marketing events per page of what a contact took part in. */
export const participationPageSize = 100;

/** HubSpot documents no cap for attendance; what others use without refusals. */
export const attendanceBatchSizeMax = 100;

/** Custom events per call. */
export const eventBatchSizeMax = 500;

/** Characters of one value of a custom event's property. More is documented for HubSpot's own properties of URLs only. */
export const eventValueCharactersMax = 256;

export const searchPageSizeMax = 200;

/** Searches end here, whatever the paging token says. */
export const searchResultsMax = 10_000;

/** Event definitions per page of their list. */
export const eventDefinitionPageSize = 100;

/** A text property holds 65,536 characters; the rest is a margin. */
export const payloadCharactersMax = 65_000;

/** Our own bound for the body of a write of large records: HubSpot states none, and small bodies fail and retry cheaply. */
export const stateRequestBytesMax = 3_000_000;

function readRateHint(headers: HttpAnswer['headers']): RateHint | null {
  const maxCalls = readNumber(headers['x-hubspot-ratelimit-max']);
  const remainingCalls = readNumber(headers['x-hubspot-ratelimit-remaining']);
  const windowMs = readNumber(headers['x-hubspot-ratelimit-interval-milliseconds']);
  if (maxCalls === null || remainingCalls === null || windowMs === null) return null;
  return maxCalls > 0 && windowMs > 0 ? { maxCalls, remainingCalls, windowMs } : null;
}

function readNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}
