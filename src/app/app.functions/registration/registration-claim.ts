import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { RegistrationRefusal } from '../../extensions/contract/registration.ts';
import { normaliseAddress } from '../domain/address.ts';
import type { Instant } from '../domain/instant.ts';
import { tryParseJson } from '../http/json.ts';
import type { StateRecord, StateStore } from '../sync/ports.ts';

/** What came of an attempt to register somebody. */
export type AttemptOutcome =
  | {
      readonly kind: 'registered' | 'already-registered' | 'awaiting-approval';
      /** Empty where it is not known. */
      readonly registrantId: string;
      readonly joinUrl: string | null;
    }
  | { readonly kind: 'refused'; readonly refusal: RegistrationRefusal };

/** Somebody has set about registering this person; of several that try at once, one. */
export interface RegistrationClaim {
  /** Of HubSpot's call, which it repeats under the same id when an answer is lost. */
  readonly callbackId: string;
  readonly claimedAt: Instant;
  /** Null while the attempt runs, and for ever if it was killed. */
  readonly outcome: AttemptOutcome | null;
}

export type Claimed =
  /** Nobody from here has ever tried: Zoom's lists need not be looked through. */
  | { readonly kind: 'first' }
  /** An earlier attempt ended in nobody knows what, or long ago: Zoom's lists tell. */
  | { readonly kind: 'again' }
  /** The same call had its answer already. */
  | { readonly kind: 'answered'; readonly outcome: AttemptOutcome }
  /** Another attempt may be under way, for so long at most. */
  | { readonly kind: 'busy'; readonly retryAfterMs: number };

/** A function lives ten seconds at most; a claim that is older and has no outcome belongs to one that was killed. */
const attemptMs = 12_000;
/** HubSpot repeats a call for three days; after that nobody needs to know what came of it. */
const keptMs = 4 * 86_400_000;
/** So many old claims are removed at once, by one call in so many: more than come in between. */
const removedAtOnce = 100;
const cleansOneIn = 50;

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Unique for account, webinar, date and address; the address itself is not in it. */
export function claimKeyOf(person: {
  readonly accountId: string;
  readonly webinarId: string;
  readonly occurrenceId: string | null;
  readonly email: string;
}): string {
  const { accountId, webinarId, occurrenceId, email } = person;
  const hash = digest(`${accountId}\n${normaliseAddress(email)}`).slice(0, 22);
  return `registration:${accountId}:${webinarId}:${occurrenceId ?? 'all'}:${hash}`;
}

/**
 * Claims a registration before Zoom is asked for it: one HubSpot call, three where somebody has tried before. Creating a
 * record is the one thing in HubSpot that only one of several can do.
 */
export async function claimRegistration(
  store: StateStore,
  key: string,
  callbackId: string,
  now: Instant,
): Promise<Claimed> {
  const open: RegistrationClaim = { callbackId, claimedAt: now, outcome: null };
  if ((await store.create(toRecord(key, open))) !== null) return { kind: 'first' };
  const before = await readClaim(store, key);
  if (before?.callbackId === callbackId && before.outcome !== null) {
    return { kind: 'answered', outcome: before.outcome };
  }
  const busyMs = before?.outcome === null ? before.claimedAt + attemptMs - now : 0;
  if (busyMs > 0) return { kind: 'busy', retryAfterMs: busyMs };
  // Two that get here at the same moment both ask Zoom; whoever is listed there is left alone, and adding somebody who
  // was added a moment ago changes nothing.
  await store.write([toRecord(key, open)]);
  return { kind: 'again' };
}

/** @returns null where there is none that can be read */
export async function readClaim(store: StateStore, key: string): Promise<RegistrationClaim | null> {
  const record = (await store.read([key])).get(key);
  const parsed = record === undefined ? null : z.safeParse(claimShape, tryParseJson(record.payload));
  return parsed?.success === true ? (parsed.data as RegistrationClaim) : null;
}

/** Remembers what came of it, for when HubSpot repeats the call. One HubSpot call. */
export async function finishClaim(store: StateStore, key: string, claim: RegistrationClaim): Promise<void> {
  await store.write([toRecord(key, claim)]);
}

/** Removes claims that nobody needs any more. Of fifty calls one does it, with two HubSpot calls; the others do nothing. */
export async function removeOldClaims(store: StateStore, key: string, now: Instant): Promise<void> {
  if (createHash('sha256').update(key).digest().readUInt32BE(0) % cleansOneIn !== 0) return;
  const old = await store.listNewest('registration', removedAtOnce, now - keptMs);
  if (old.length > 0) await store.remove(old.map(({ recordId }) => recordId));
}

const claimShape = z.object({
  callbackId: z.string(),
  claimedAt: z.number(),
  outcome: z.nullable(
    z.union([
      z.looseObject({
        kind: z.enum(['registered', 'already-registered', 'awaiting-approval']),
        registrantId: z.string(),
        joinUrl: z.nullable(z.string()),
      }),
      z.looseObject({ kind: z.literal('refused'), refusal: z.looseObject({ cause: z.string() }) }),
    ]),
  ),
});

const toRecord = (key: string, claim: RegistrationClaim): StateRecord => ({
  key,
  kind: 'registration',
  payload: JSON.stringify(claim),
  version: 1,
  status: claim.outcome?.kind ?? 'running',
  occurredAt: claim.claimedAt,
  summary: 'A workflow registers a contact for a webinar',
});
