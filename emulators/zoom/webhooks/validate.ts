import * as z from 'zod';
import { send, type Deliver } from '../../core/delivery.ts';
import { newId, type ZoomWorld } from '../world.ts';
import { dayMs } from '../zoom-time.ts';
import type { Subscription } from './office.ts';
import { encryptToken, toRawBody } from './signature.ts';
import { answerTimeoutMs, toRequest } from './send.ts';

/** @see https://developers.zoom.us/changelog/platform/webhook-validation-and-verification-changes/ (read 2026-11-20) */
const validationEveryMs = 3 * dayMs;
const failuresMax = 6;

const proofSchema = z.looseObject({ plainToken: z.string(), encryptedToken: z.string() });

/** Asks an address to prove that it knows the secret, and takes the consequences. */
export async function validate(world: ZoomWorld, subscription: Subscription, deliver: Deliver): Promise<void> {
  const { clock, webhooks: office } = world;
  const plainToken = newId(office.random);
  const body = toRawBody({ payload: { plainToken }, event_ts: clock.now(), event: 'endpoint.url_validation' });
  const isOutage = office.weather.outageUntil !== null && clock.now() < office.weather.outageUntil;
  const result = isOutage
    ? ({ kind: 'broken' } as const)
    : await send(deliver, toRequest(world, subscription, body), answerTimeoutMs);
  const isProved =
    result.kind === 'answered' &&
    result.answer.status === 200 &&
    isProof(result.answer.body, plainToken, encryptToken(subscription.secretToken, plainToken));
  subscription.validateAt = clock.now() + validationEveryMs;
  if (isProved) {
    subscription.state = 'active';
    subscription.failuresInARow = 0;
    return;
  }
  subscription.failuresInARow += 1;
  if (subscription.state !== 'unvalidated' && subscription.failuresInARow < failuresMax) return;
  subscription.state = subscription.state === 'unvalidated' ? 'refused' : 'disabled';
  subscription.validateAt = null;
}

function isProof(text: string, plainToken: string, encryptedToken: string): boolean {
  try {
    const proof = proofSchema.safeParse(JSON.parse(text));
    return proof.success && proof.data.plainToken === plainToken && proof.data.encryptedToken === encryptedToken;
  } catch {
    return false;
  }
}
