import type { RegistrationRefusal } from '../../extensions/contract/registration.ts';
import type { Instant } from '../domain/instant.ts';
import type { Registrant } from '../domain/webinar.ts';
import { isFailureOfKind, type IntegrationError } from '../http/integration-error.ts';
import { findRegistrant, type FoundRegistrant } from './find-registrant.ts';
import type { MadeRegistration, NewRegistrant, Refused, RegistrationZoom } from './ports.ts';

/** What registering leans on. */
export interface RegisterParts {
  readonly zoom: Pick<RegistrationZoom, 'readRegistrantPage' | 'addRegistrant'>;
  now(): Instant;
  /** Whether so much of the call's time is left. */
  hasLeft(ms: number): boolean;
}

/** How somebody stands at Zoom afterwards. */
export interface Registration {
  readonly kind: 'registered' | 'already-registered' | 'awaiting-approval';
  readonly registrantId: string;
  /** Personal; null while it awaits approval. */
  readonly joinUrl: string | null;
}

/** What is kept of the call's time while lists are searched: for the registration itself, and for an answer. */
const keptMs = { forRegistering: 5_000, forAnswering: 1_500 } as const;

/**
 * Registers somebody at Zoom, once: who is listed there already is left alone. When Zoom's answer is lost, its lists say
 * whether the registration was made; only where they do not have it, it is tried a second time.
 *
 * | Zoom's lists | before | after a lost answer |
 * |---|---|---|
 * | approved | already registered | registered |
 * | pending | awaiting approval | awaiting approval |
 * | denied | refused: Zoom takes nobody back | refused |
 * | do not have the address, or are too long to tell | try | try once more |
 * | cannot be read | fail | fail: nobody knows whether it was made |
 *
 * @param terms.needsApproval - says what a registration is where Zoom does not say it
 * @param terms.isLookedUp - false: nobody has tried before, so the lists are not looked through before the first try. Zoom
 *        answers for somebody who is listed already as if it had just registered them
 * @throws IntegrationError; calling again is safe
 */
export async function register(
  parts: RegisterParts,
  registrant: NewRegistrant,
  { needsApproval, isLookedUp = true }: { readonly needsApproval: boolean; readonly isLookedUp?: boolean },
): Promise<Registration | Refused> {
  const before = isLookedUp ? await lookUp(parts, registrant, keptMs.forRegistering) : notLookedUp;
  if (before.kind === 'found') return toStanding(before.registrant, 'already-registered');
  const made = await add(parts, registrant);
  if (made.kind !== 'lost') return settle(parts, registrant, needsApproval, made, before);

  const after = await lookUp(parts, registrant, keptMs.forAnswering).catch(() => {
    throw made.error;
  });
  if (after.kind === 'found') return toStanding(after.registrant, 'registered');
  const again = await parts.zoom.addRegistrant(registrant, parts.now());
  return settle(parts, registrant, needsApproval, again, after);
}

const notLookedUp: FoundRegistrant = { kind: 'unknown' };

const lookUp = (
  { zoom, hasLeft }: RegisterParts,
  registrant: NewRegistrant,
  leftMs: number,
): Promise<FoundRegistrant> => findRegistrant(zoom, registrant, () => hasLeft(leftMs));

function toStanding(
  { status, registrantId, joinUrl }: Pick<Registrant, 'status' | 'registrantId' | 'joinUrl'>,
  approvedAs: Registration['kind'],
): Registration | Refused {
  switch (status) {
    case 'approved':
      return { kind: approvedAs, registrantId, joinUrl };
    case 'pending':
      return { kind: 'awaiting-approval', registrantId, joinUrl: null };
    case 'denied':
      return refuse({ cause: 'denied-before' });
  }
}

const refuse = (refusal: RegistrationRefusal): Refused => ({ kind: 'refused', refusal });

type Tried = MadeRegistration | Refused | { readonly kind: 'lost'; readonly error: IntegrationError };

async function add({ zoom, now }: RegisterParts, registrant: NewRegistrant): Promise<Tried> {
  try {
    return await zoom.addRegistrant(registrant, now());
  } catch (error) {
    // No answer, or none that can be read: the registration may have been made.
    if (!isFailureOfKind(error, 'answer-lost', 'timeout', 'unavailable', 'unexpected-shape')) throw error;
    return { kind: 'lost', error };
  }
}

async function settle(
  parts: RegisterParts,
  registrant: NewRegistrant,
  needsApproval: boolean,
  made: MadeRegistration | Refused,
  seen: FoundRegistrant,
): Promise<Registration | Refused> {
  if (made.kind === 'refused') return explain(parts, registrant, made, seen);
  const { registrantId, joinUrl } = made;
  const status = made.status ?? (needsApproval ? 'pending' : 'approved');
  return toStanding({ registrantId, status, joinUrl }, 'registered');
}

/** Zoom has no known words for somebody whom it turned down before; its lists tell, where they were not looked through yet. */
async function explain(
  parts: RegisterParts,
  registrant: NewRegistrant,
  made: Refused,
  seen: FoundRegistrant,
): Promise<Registration | Refused> {
  const { cause } = made.refusal;
  if (seen.kind !== 'unknown' || (cause !== 'other' && cause !== 'daily-limit')) return made;
  const listed = await lookUp(parts, registrant, keptMs.forAnswering).catch(() => seen);
  return listed.kind === 'found' ? toStanding(listed.registrant, 'already-registered') : made;
}
