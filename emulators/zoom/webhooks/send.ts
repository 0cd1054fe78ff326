import { createHash } from 'node:crypto';
import { send, type Deliver, type DeliveryResult, type OutgoingRequest } from '../../core/delivery.ts';
import type { ZoomWorld } from '../world.ts';
import { minuteMs, secondMs } from '../zoom-time.ts';
import type { Subscription, WebhookDelivery } from './office.ts';
import { signEvent } from './signature.ts';

/** @see https://developers.zoom.us/docs/api/webhooks/ (read 2026-11-20) */
export const answerTimeoutMs = 3 * secondMs;

/** Each counted from the try before. @see https://developers.zoom.us/blog/webhook-delays/ (read 2026-11-20) */
const retriesAfterMs = [5 * minuteMs, 20 * minuteMs, 60 * minuteMs];

/** @param timestamp - seconds, in digits; absent: now */
export function toRequest(
  { clock }: ZoomWorld,
  { url, secretToken }: Subscription,
  body: string,
  timestamp = String(Math.floor(clock.now() / secondMs)),
  trackingSeed = body,
): OutgoingRequest {
  const trackingId = createHash('sha256').update(`${trackingSeed} ${timestamp}`).digest('hex').slice(0, 32);
  return {
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Zoom Marketplace/1.0a',
      'x-zm-request-timestamp': timestamp,
      'x-zm-signature': signEvent(secretToken, timestamp, body),
      'x-zm-trackingid': `WEB_${trackingId}`,
    },
    body,
  };
}

/** Makes one try, and decides whether there will be another. */
export async function attemptDelivery(world: ZoomWorld, delivery: WebhookDelivery, deliver: Deliver): Promise<void> {
  const { clock, webhooks: office } = world;
  const at = clock.now();
  const { outageUntil, signsRetriesAnew } = office.weather;
  const timestamp =
    delivery.timestamp === null || signsRetriesAnew ? String(Math.floor(at / secondMs)) : delivery.timestamp;
  delivery.timestamp ??= timestamp;
  const trackingSeed = `${delivery.sequence} ${delivery.attempts.length}`;
  const request = toRequest(world, delivery.subscription, delivery.body, timestamp, trackingSeed);
  const result: DeliveryResult =
    outageUntil !== null && at < outageUntil ? { kind: 'broken' } : await send(deliver, request, answerTimeoutMs);
  const status = result.kind === 'answered' ? result.answer.status : null;
  delivery.attempts.push({ at, status, outcome: result.kind });
  if (status === 200 || status === 204) settle(world, delivery, 'delivered');
  else if (status !== null && status < 500) settle(world, delivery, 'refused');
  else retry(world, delivery);
}

function retry(world: ZoomWorld, delivery: WebhookDelivery): void {
  const afterMs = retriesAfterMs[delivery.attempts.length - 1];
  if (afterMs === undefined) settle(world, delivery, 'dropped');
  else delivery.dueAt = world.clock.now() + afterMs;
}

function settle({ webhooks }: ZoomWorld, delivery: WebhookDelivery, state: WebhookDelivery['state']): void {
  delivery.state = state;
  webhooks.waiting.delete(delivery);
}
